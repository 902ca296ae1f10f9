import numpy as np
import pytest

from diffsort_core import LogSumExp, SmoothMax, bitonic
from explorer.figures.alpha import (
    COLOURS,
    alpha_figure,
    alpha_layout,
    curves_range,
    measure_ranges,
    path_range,
    refresh_alpha,
    ticks_of,
)
from explorer.figures.alpha_print import alpha_print
from explorer.scenes.alpha import alpha_scene

X = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)
RULES = pytest.mark.parametrize("rule", [SmoothMax(0.3), SmoothMax(0.0), LogSumExp(0.01)])


def scene_of(rule, values=X, a=1.0, b=0.5):
    return alpha_scene(bitonic(len(values)), values, rule, a, b, "in words")


def figure_of(*scenes):
    figure, before = alpha_figure(), None
    for scene in scenes:
        refresh_alpha(figure, scene, before)
        before = scene
    return figure, {trace.name: trace for trace in figure.data}


@RULES
def test_the_figure_holds_the_scene(rule):
    scene = scene_of(rule)
    _, traces = figure_of(scene)
    np.testing.assert_array_equal(traces["present alpha"].y, scene.curve)
    assert list(traces["difference"].y) == [scene.hard, scene.soft]
    shown = [traces[f"alpha {k}"].y for k in range(5) if len(traces[f"alpha {k}"].y)]
    np.testing.assert_array_equal(shown, scene.maxima.curves)
    for place in range(8):
        lines = np.reshape(
            traces[f"outputs {place % len(COLOURS)}"].y, (-1, len(scene.path.places) + 1)
        )
        np.testing.assert_array_equal(
            lines[place // len(COLOURS), :-1], scene.path.sorts.outputs[:, place]
        )
        assert np.isnan(lines[:, -1]).all()
    for name, measure in (
        ("error", 100 * scene.path.sorts.error),
        ("inversions", scene.path.sorts.inversions),
    ):
        np.testing.assert_array_equal(traces[name].y[:-1], measure)
        np.testing.assert_array_equal(traces[name].customdata[:-1], scene.path.alphas)
    assert list(traces["cursor 2"].y[1:-1]) == list(scene.sorts.outputs)
    assert list(traces["cursor 5"].y[1:-1]) == [scene.sorts.smallest, scene.sorts.largest]
    assert {place for panel in (2, 3, 4, 5) for place in traces[f"cursor {panel}"].x} == {
        scene.place
    }


def test_what_a_refresh_leaves_alone_is_what_it_would_have_put():
    scenes = [
        scene_of(SmoothMax(0.3)),
        scene_of(SmoothMax(3.0), a=-2.0),
        scene_of(SmoothMax(3.0), (*X[:7], 1.0), b=-4.0),
        scene_of(LogSumExp(3.0), X[:3]),
        scene_of(LogSumExp(3.0), (1e5, 2e7, 3e3)),
    ]
    for k in range(1, len(scenes)):
        stepped, fresh = (
            figure.to_plotly_json()
            for figure, _ in (figure_of(*scenes[: k + 1]), figure_of(scenes[k]))
        )
        np.testing.assert_equal(stepped["data"], fresh["data"])
        np.testing.assert_equal(stepped["layout"], fresh["layout"])


@RULES
@pytest.mark.parametrize("values", [X, (3.0,), (2.0, 2.0), tuple(range(64))])
def test_what_is_in_the_picture_is_within_its_ranges(rule, values):
    scene = scene_of(rule, values)
    low, high = path_range(scene)
    assert low < scene.ordered[0] <= scene.ordered[-1] < high
    assert (
        curves_range(scene)[0]
        < scene.maxima.heights[0]
        < scene.maxima.heights[1]
        < curves_range(scene)[1]
    )
    (_, error), (_, most), (least, largest) = measure_ranges(scene)
    assert error >= min(100, 100 * scene.path.sorts.error.max())
    assert most > scene.path.sorts.inversions.max()
    assert least < scene.path.sorts.smallest.min() <= scene.path.sorts.largest.max() < largest


def test_the_axis_of_alphas_is_marked_at_both_stops_and_at_decades():
    axis = scene_of(SmoothMax(1.0)).path.axis
    marks = ticks_of(axis)
    assert [marks[axis.place(alpha)] for alpha in (0.0, 0.01, 1.0, 100.0, float("inf"))] == [
        "0",
        "0.01",
        "1",
        "100",
        "∞",
    ]


@pytest.mark.parametrize("width", [300, 400, 619, 620, 900, 1600])
def test_panels_do_not_overlap_at_any_width(width):
    layout = alpha_layout(width)
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"])
        for s in ("", "2", "3", "4", "5")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1


def test_a_new_width_leaves_the_ranges_and_the_marks():
    figure, _ = figure_of(scene_of(SmoothMax(1.0)))
    before = {
        name: (figure.layout[name].range, figure.layout[name].tickvals)
        for name in ("xaxis", "xaxis3", "yaxis2")
    }
    figure.update_layout(alpha_layout(400))
    assert {
        name: (figure.layout[name].range, figure.layout[name].tickvals) for name in before
    } == before


@RULES
def test_the_print_shows_the_same_curves(rule):
    scene = scene_of(rule)
    maxima, outputs, error, _, derivatives = alpha_print(scene).axes
    drawn = {tuple(line.get_ydata()) for line in maxima.lines}
    assert {tuple(curve) for curve in (*scene.maxima.curves, scene.curve)} <= drawn
    np.testing.assert_array_equal(
        [line[:, 1] for line in outputs.collections[0].get_segments()], scene.path.sorts.outputs.T
    )
    np.testing.assert_array_equal(error.lines[0].get_ydata(), 100 * scene.path.sorts.error)
    np.testing.assert_array_equal(derivatives.lines[2].get_ydata(), scene.path.sorts.smallest)
