import json
from io import BytesIO

import numpy as np
import pytest
from plotly.utils import PlotlyJSONEncoder

from diffsort_core import LogSumExp, SmoothMax
from explorer.figures.error import error_figure, error_layout, refresh_error
from explorer.figures.error_print import error_print
from explorer.scenes.error import ErrorLine
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


def traces_of(scene, before=SIZES):
    figure = error_figure(before, 860)
    refresh_error(figure, before, 860)
    refresh_error(figure, scene, 860)
    return figure, {trace.uid: trace for trace in figure.data}


def test_the_map_holds_the_errors_with_the_dotted_line_at_10_percent():
    figure, traces = traces_of(SIZES)
    np.testing.assert_allclose(
        10 ** traces["errors"].z.astype(float), 100 * SIZES.errors, rtol=1e-7, atol=1e-8
    )
    np.testing.assert_array_equal(traces["level"].z > 0, SIZES.errors > 0.1)
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


def test_hover_tells_the_error_of_its_cell():
    _, traces = traces_of(SIZES)
    fails = np.argwhere(SIZES.original_fails)[0]
    assert traces["errors"].hovertext[0][0].startswith("n = 2, values from 0 to 1/32: error ")
    told = traces["errors"].hovertext[fails[0]][fails[1]]
    assert "the formula of differentiable_sorting fails" in told
    assert "fails" not in traces["errors"].hovertext[0][0]


def test_the_best_beta_and_alpha_are_marked():
    _, traces = traces_of(TEMPERING)
    np.testing.assert_array_equal(
        traces["best"].y, TEMPERING.rows.places[TEMPERING.errors.argmin(axis=0)]
    )
    assert list(traces["alpha"].x) == [np.log10(0.05)]
    assert not len(traces["original fails"].x)


def test_the_line_holds_its_band_within_its_axis():
    figure, traces = traces_of(SHUFFLES)
    for name, errors in (("mean", SHUFFLES.mean), ("low", SHUFFLES.low), ("high", SHUFFLES.high)):
        np.testing.assert_allclose(traces[name].y.astype(float), 100 * errors)
    low, high = figure.layout.yaxis.range
    known = [*SHUFFLES.low, *SHUFFLES.high, SHUFFLES.unshuffled]
    assert low < 100 * min(known) < 100 * max(known) < high
    assert not traces["errors"].visible
    assert not figure.layout.coloraxis.showscale


@ALL
@pytest.mark.parametrize("before", [SIZES, SHUFFLES])
def test_a_refresh_from_any_scene_is_the_figure_of_the_scene(scene, before):
    figure, _ = traces_of(scene, before)
    fresh = error_figure(scene, 860)
    refresh_error(fresh, scene, 860)
    shown, expected = [
        [trace.to_plotly_json() for trace in each.data if trace.visible] for each in (figure, fresh)
    ]
    assert json.dumps(shown, cls=PlotlyJSONEncoder, sort_keys=True) == json.dumps(
        expected, cls=PlotlyJSONEncoder, sort_keys=True
    )
    assert figure.layout.xaxis == fresh.layout.xaxis
    assert list(figure.layout.annotations) == list(fresh.layout.annotations)
    assert figure.layout.height == fresh.layout.height


@ALL
def test_what_goes_to_the_browser_is_json(scene):
    def plain(value):
        return value.tolist() if isinstance(value, np.ndarray) else value

    figure, _ = traces_of(scene)
    json.dumps([trace.to_plotly_json() for trace in figure.data], default=plain, allow_nan=False)
    json.dumps(figure.layout.to_plotly_json(), default=plain, allow_nan=False)


@ALL
@pytest.mark.parametrize("width", [300, 400, 619, 620, 1600])
def test_the_words_above_the_panel_have_room(scene, width):
    layout = error_layout(scene, width)
    assert layout["margin"]["t"] >= 17 * len(scene.key)
    assert layout["width"] == width
    assert layout["height"] < 800


@ALL
def test_print_shows_the_same(scene):
    figure = error_print(scene)
    axes = figure.axes[0]
    figure.savefig(BytesIO(), format="svg")
    assert axes.get_title(loc="left").split("\n") == list(scene.key)
    if isinstance(scene, ErrorLine):
        np.testing.assert_allclose(axes.lines[0].get_ydata(), 100 * scene.mean)
    else:
        shown = axes.collections[0].get_array()
        np.testing.assert_allclose(shown.filled(np.nan), scene.shade)
