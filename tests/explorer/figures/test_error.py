import json
from io import BytesIO

import numpy as np
import plotly.graph_objects as go
import pytest

from diffsort_core import LogSumExp, SmoothMax
from explorer.figures.error import error_chart
from explorer.figures.error_print import error_print
from explorer.figures.inks import on_paper
from explorer.scenes.error import ErrorLine, error_told
from explorer.scenes.error_of_values import ShufflesRun, TemperingRun
from explorer.scenes.error_runs import SizesRun

X = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)


def scene_of(run, steps=None, alpha=1.0):
    for done, _ in enumerate(run.steps(), 1):
        if done == steps:
            break
    return run.scene("in words", alpha)


SIZES = scene_of(SizesRun(SmoothMax(1.0), "bitonic", 2))
PART = scene_of(SizesRun(SmoothMax(10.0), "bitonic", 2), steps=20)
TEMPERING = scene_of(TemperingRun(LogSumExp, X), alpha=0.05)
SHUFFLES = scene_of(ShufflesRun(SmoothMax(0.5), "bitonic", X, 4))
NOTHING = ShufflesRun(LogSumExp(1e-300), "bitonic", (1.7e308, -1.7e308), 2).scene("in words", 1.0)
SCENES = {
    "sizes": SIZES,
    "part": PART,
    "tempering": TEMPERING,
    "shuffles": SHUFFLES,
    "nothing": NOTHING,
}
ALL = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


def traces_of(scene):
    """The figure as plotly has it, which refuses what it does not know, and its traces by uid."""
    figure = go.Figure(on_paper(error_chart(scene, 860).whole()))
    return figure, {trace.uid: trace for trace in figure.data}


def test_the_map_holds_the_errors_with_the_dotted_line_at_10_percent():
    figure, traces = traces_of(SIZES)
    shades = np.array(traces["errors"].z)
    np.testing.assert_allclose(10**shades, 100 * SIZES.errors, rtol=1e-5, atol=1e-8)
    np.testing.assert_array_equal(np.array(traces["level"].z) > 0, SIZES.errors > 0.1)
    assert traces["level"].contours.start == traces["level"].contours.end == 0
    assert traces["level"].line.dash == "dot"
    assert figure.layout.coloraxis.colorscale[0][1].endswith(",0)")  # clear
    assert (figure.layout.coloraxis.cmin, figure.layout.coloraxis.cmax) == (-1, 2)


def test_crosses_stand_where_the_original_fails_and_dots_where_nothing_is_known():
    _, traces = traces_of(PART)
    rows, columns = PART.rows.places, PART.columns.places
    for name, cells in (("original fails", PART.original_fails), ("waiting", PART.waiting)):
        drawn = set(zip(traces[name].x, traces[name].y, strict=True))
        assert (
            drawn == {(columns[column], rows[row]) for row, column in np.argwhere(cells)} != set()
        )


def test_the_level_is_drawn_only_where_errors_are_on_both_sides_of_it():
    assert traces_of(SIZES)[1]["level"].visible
    assert not traces_of(scene_of(TemperingRun(SmoothMax, (7.0, 7.0))))[1]["level"].visible


def told_at(trace, row, column):
    """What is read at a cell, as plotly fills the words in."""
    told = trace.hovertemplate.replace("%{text}", trace.text[row][column])
    for k, word in enumerate(trace.customdata[row][column]):
        told = told.replace(f"%{{customdata[{k}]}}", word)
    return told


def test_hover_tells_the_error_of_its_cell():
    errors = traces_of(SIZES)[1]["errors"]
    fails = np.argwhere(SIZES.original_fails)[0]
    first = error_told(SIZES.errors[0, 0])
    told = told_at(errors, 0, 0)
    assert told == f"n = 2, values from 0 to 1/32: error {first}<extra></extra>"
    assert "the formula of differentiable_sorting fails" in told_at(errors, *fails)


def test_the_best_beta_and_alpha_are_marked():
    _, traces = traces_of(TEMPERING)
    np.testing.assert_allclose(
        traces["best"].y, TEMPERING.rows.places[TEMPERING.errors.argmin(axis=0)], rtol=1e-6
    )
    np.testing.assert_allclose(traces["alpha"].x, [np.log10(0.05)])
    assert not traces["original fails"].x


def test_the_line_holds_its_band_within_its_axis():
    figure, traces = traces_of(SHUFFLES)
    for name, errors in (("mean", SHUFFLES.mean), ("low", SHUFFLES.low), ("high", SHUFFLES.high)):
        np.testing.assert_allclose(traces[name].y, 100 * errors, rtol=1e-6)
    low, high = figure.layout.yaxis.range
    known = [*SHUFFLES.low, *SHUFFLES.high, SHUFFLES.unshuffled]
    assert low < 100 * min(known) < 100 * max(known) < high
    assert set(traces) == {"low", "high", "mean", "unshuffled"}
    assert traces["unshuffled"].line.dash == "dash"
    assert traces["mean"].hovertext[0] == f"1 shuffles: error {error_told(SHUFFLES.mean[0])}"


@ALL
def test_the_table_holds_every_number_in_words(scene):
    [table] = error_chart(scene, 860).tables
    errors = scene.mean if isinstance(scene, ErrorLine) else scene.errors
    assert all(len(row) == len(table["head"]) for row in table["rows"])
    if isinstance(scene, ErrorLine):
        assert [row[:2] for row in table["rows"]] == [
            [name, error_told(error)]
            for name, error in zip(scene.columns.names, errors, strict=True)
        ]
        assert error_told(scene.unshuffled) in table["caption"]
    else:
        assert table["head"][1:] == scene.columns.names
        assert [row[0] for row in table["rows"]] == scene.rows.names
        cells = [[cell.removesuffix(" ×") for cell in row[1:]] for row in table["rows"]]
        assert cells == [[error_told(error) for error in row] for row in errors]
        crosses = [[cell.endswith("×") for cell in row[1:]] for row in table["rows"]]
        np.testing.assert_array_equal(crosses, scene.original_fails)


@ALL
def test_what_goes_to_the_browser_is_json(scene):
    json.dumps(error_chart(scene, 860)._asdict(), allow_nan=False)


@ALL
@pytest.mark.parametrize("width", [240, 300, 400, 619, 620, 1600])
def test_the_words_above_the_panel_have_room_and_the_panel_is_low(scene, width):
    layout = error_chart(scene, width).frame["layout"]
    lines = layout["annotations"][0]["text"].split("<br>")
    assert " ".join(lines) == " ".join(scene.key)
    assert layout["margin"]["t"] >= 17 * len(lines)
    assert max(map(len, lines)) * 6 <= width - 50
    assert layout["width"] == width
    assert layout["height"] < 620
    go.Figure({"layout": on_paper(layout)})


@ALL
def test_a_scene_that_only_grows_sends_its_numbers_and_no_frame(scene):
    frame = error_chart(scene, 860).frame
    assert not {"z", "text", "visible"} & {name for look in frame["traces"] for name in look}


@ALL
def test_print_shows_the_same(scene):
    figure = error_print(scene)
    axes = figure.axes[0]
    figure.savefig(BytesIO(), format="svg")
    assert axes.get_title(loc="left").split("\n") == list(scene.key)
    if isinstance(scene, ErrorLine):
        np.testing.assert_allclose(axes.lines[0].get_ydata(), 100 * scene.mean)
        drawn = error_chart(scene, 860).frame["layout"]["yaxis"]["range"]
        np.testing.assert_allclose(axes.get_ylim(), drawn)
    else:
        shown = axes.collections[0].get_array()
        np.testing.assert_allclose(shown.filled(np.nan), scene.shade)
