import numpy as np
import pytest

from diffsort_core import LogSumExp, SmoothMax, bitonic
from explorer.figures.alpha_plan import curves_range, measure_ranges, path_range, ticks_of
from explorer.figures.alpha_print import alpha_print
from explorer.figures.inks import colours
from explorer.scenes.alpha import alpha_scene
from explorer.style import NEGATIVE, POSITIVE

X = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)
RULES = pytest.mark.parametrize("rule", [SmoothMax(0.3), SmoothMax(0.0), LogSumExp(0.01)])


def scene_of(rule, values=X, a=1.0, b=0.5):
    return alpha_scene(bitonic(len(values)), values, rule, a, b, "in words")


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


@pytest.mark.parametrize("n", [1, 2, 8, 64])
def test_no_two_outputs_share_a_colour(n):
    assert len({*colours(n)}) == n


@RULES
def test_the_print_shows_the_curves_of_the_scene(rule):
    scene = scene_of(rule)
    maxima, outputs, error, _, derivatives = alpha_print(scene).axes
    drawn = {tuple(line.get_ydata()) for line in maxima.lines}
    assert {tuple(curve) for curve in (*scene.maxima.curves, scene.curve)} <= drawn
    np.testing.assert_array_equal(
        [line[:, 1] for line in outputs.collections[0].get_segments()], scene.path.sorts.outputs.T
    )
    np.testing.assert_array_equal(error.lines[0].get_ydata(), 100 * scene.path.sorts.error)
    np.testing.assert_array_equal(derivatives.lines[2].get_ydata(), scene.path.sorts.smallest)


@pytest.mark.parametrize(("rule", "colour"), [(SmoothMax(1.0), NEGATIVE), (LogSumExp(1), POSITIVE)])
def test_a_soft_maximum_below_the_hard_one_has_the_colour_of_what_is_negative(rule, colour):
    scene = scene_of(rule)
    maxima = alpha_print(scene).axes[0]
    [difference] = [
        line for line in maxima.lines if tuple(line.get_ydata()) == (scene.hard, scene.soft)
    ]
    assert difference.get_color() == colour
