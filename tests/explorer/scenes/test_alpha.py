from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import DiffsortError, LogSumExp, SmoothMax, bitonic
from explorer.choices import RELAXATIONS
from explorer.scenes.alpha import LINE, alpha_scene, as_steep, labels, soft_maxima
from explorer.style import number

X = (5.0, -1.0, 9.5, 13.2)
EVERY = pytest.mark.parametrize("relaxation", [kind for _, kind in RELAXATIONS.values()])


def scene_of(rule, a=1.0, b=0.0, values=X, same_slope=False):
    return alpha_scene(bitonic(len(values)), values, rule, a, b, "in words", same_slope)


@EVERY
@pytest.mark.parametrize("b", [-5.0, 0.0, 1.23, 5.0])
def test_the_curves_are_the_soft_maxima_of_a_and_b(relaxation, b):
    maxima = soft_maxima(relaxation(1.0), b)
    assert maxima.a[[0, -1]].tolist() == [-5, 5]
    assert b in maxima.a
    for alpha, curve in zip(maxima.alphas, maxima.curves, strict=True):
        assert curve[7] == relaxation(alpha)(maxima.a[7], b)
    np.testing.assert_array_equal(maxima.curves[-1], np.maximum(maxima.a, b))
    assert (maxima.alphas[0] == 0) == relaxation.mixes
    if relaxation.mixes:
        np.testing.assert_allclose(maxima.curves[0], (maxima.a + b) / 2)


@EVERY
def test_the_curves_can_be_told_apart(relaxation):
    """Each is off the hard maximum by 4 pixels or more of 230."""
    maxima = soft_maxima(relaxation(1.0), 0.0)
    low, high = maxima.heights
    off = np.max(np.abs(maxima.curves[:-1] - maxima.curves[-1]), axis=1)
    assert (np.diff(off) < 0).all()
    assert off.min() > 4 / 230 * (high - low)


@EVERY
@pytest.mark.parametrize("b", [-5.0, -0.3, 0.0, 0.3, 5.0])
def test_labels_stand_where_the_curves_end_apart(relaxation, b):
    maxima = soft_maxima(relaxation(1.0), b)
    left, right = np.ptp(maxima.curves[:, [0, -1]], axis=0)
    assert (right if maxima.side > 0 else left) == pytest.approx(max(left, right))


def test_the_present_alpha_is_named_once_and_an_arrow_says_that_its_curve_leaves_the_picture():
    words = [label.words for label in scene_of(SmoothMax(0.5)).curve_labels]
    assert sorted(words) == sorted({"mean", "0.25", "0.5", "1", "hard"})
    scene = scene_of(LogSumExp(0.001))
    assert scene.curve_labels[-1].words == scene.present_label == "0.001 ↑"
    assert all(
        scene.maxima.heights[0] <= label.at <= scene.curve_labels[-1].to
        for label in scene.curve_labels
    )


@given(st.lists(st.floats(0, 1), min_size=1, max_size=13), st.floats(0, 1e6))
def test_labels_stand_a_line_apart_in_the_order_of_the_curves(ats, shift):
    placed = labels([(str(k), at + shift) for k, at in enumerate(ats)], shift, shift + 1)
    to = [label.to for label in placed]
    assert [label.at for label in placed] == sorted(at + shift for at in ats)
    assert (np.diff(to) > LINE * 0.999).all()
    assert shift - 1e-6 <= to[0] <= to[-1] <= shift + 1 + 1e-6


@pytest.mark.parametrize("n", [1, 2, 9, 10, 64])
def test_the_smallest_and_the_largest_output_are_labelled_and_few_enough_of_the_others(n):
    values = tuple(float(k) for k in range(n))
    words = [label.words for label in scene_of(SmoothMax(1.0), values=values).place_labels]
    assert words[0] == "0"
    assert words[-1] == str(n - 1)
    assert len(set(words)) == len(words) == min(n, 9)


@EVERY
@pytest.mark.parametrize("alpha", [0.05, 3.0, inf])
def test_the_description_tells_the_numbers_of_the_scene(relaxation, alpha):
    scene = scene_of(relaxation(alpha), 2.0, -1.5)
    off = abs(scene.soft - 2)
    where = (
        "the same as"
        if scene.soft == 2
        else f"{number(off)} {'below' if relaxation.mixes else 'above'}"
    )
    assert f"(2, -1.5) is {number(scene.soft)}: {where} the hard one" in scene.description
    assert (
        f"an error of {number(100 * float(scene.sorts.error))} % of the range,"
        f" {scene.sorts.inversions} of 6 pairs" in (scene.description)
    )
    assert scene.description.endswith(
        f"from {number(float(scene.sorts.smallest))} to {number(float(scene.sorts.largest))}."
    )


def test_moving_alpha_a_and_b_leaves_the_path_as_it_is():
    first = scene_of(SmoothMax(1.0))
    assert scene_of(SmoothMax(3.0), a=2.0, b=1.0).path is first.path
    assert scene_of(SmoothMax(3.0), a=2.0).maxima is first.maxima
    assert scene_of(LogSumExp(1.0)).path is not first.path


@pytest.mark.parametrize(
    ("values", "rule", "word"), [(X, SmoothMax(1.0), "mean"), (X[:3], SmoothMax(1.0), "near mean")]
)
def test_the_left_stop_says_what_is_there(values, rule, word):
    scene = scene_of(rule, values=values)
    assert scene.zero == word
    assert (np.ptp(scene.path.sorts.outputs[0]) < 1e-12) == (word == "mean")
    assert scene_of(LogSumExp(1.0), values=values).zero == "diverges"


@EVERY
@pytest.mark.parametrize("values", [X, (3.0,), (2.0, 2.0), (0.0, 0.0, 0.0)])
def test_the_outputs_have_a_range_that_holds_the_hard_sort(relaxation, values):
    low, high = scene_of(relaxation(1.0), values=values).outputs_from_to
    assert low <= min(values) <= max(values) <= high
    assert low < high


def test_values_that_find_no_place_on_an_axis_are_refused_and_the_largest_that_do_are_not():
    assert np.isfinite(scene_of(SmoothMax(1.0), values=(1e300, -1e300)).outputs_from_to).all()
    with pytest.raises(
        DiffsortError, match="values must be within ±1e\\+300 to be drawn here, got"
    ):
        scene_of(SmoothMax(1.0), values=(1.7e308, -1.7e308))


@EVERY
@pytest.mark.parametrize("alpha", [0.03, 0.4, 5.0])
def test_at_the_same_slope_every_curve_that_has_weights_bends_alike_at_a_tie(relaxation, alpha):
    """The bend of a soft maximum where a = b is twice the slope of its weights there."""
    steep = as_steep(relaxation(alpha))
    others = [name for name, (_, kind) in RELAXATIONS.items() if kind is not relaxation]
    assert list(steep) == others
    gap = 1e-3 / alpha

    def bend(rule):
        return (rule(gap, 0.0) + rule(-gap, 0.0) - 2 * rule(0.0, 0.0)) / gap**2

    for rule in steep.values():
        if rule.mixes and relaxation.mixes:
            assert bend(rule) == pytest.approx(bend(relaxation(alpha)), rel=5e-3)
        else:
            assert rule.alpha == alpha


@EVERY
def test_the_curves_at_the_same_slope_are_those_of_the_relaxations_and_named_so(relaxation):
    rule = relaxation(0.4)
    scene, steep = scene_of(rule, same_slope=True), as_steep(rule)
    assert [each.name for each in scene.beside] == [*steep, "hard"]
    for each, other in zip(scene.beside, steep.values(), strict=False):
        np.testing.assert_array_equal(each.curve, other(scene.maxima.a, 0 * scene.maxima.a))
        assert f"{number(other.alpha)}" in each.told
    words = {label.words.replace(" ↑", "") for label in scene.curve_labels}
    assert words == {scene.present, *steep, "hard"} == {*RELAXATIONS, "hard"}
    np.testing.assert_array_equal(scene.curve, scene_of(rule).curve)
    assert scene.maxima is scene_of(rule).maxima


def test_it_is_said_at_which_alpha_each_is_as_steep_and_which_have_no_slope():
    told = scene_of(SmoothMax(2.0), same_slope=True).description
    assert told.startswith(scene_of(SmoothMax(2.0)).description)
    assert "As steep at a tie: Cauchy at alpha = 1.571, reciprocal at alpha = 2, optimal" in told
    assert told.endswith("At the same alpha, as log-sum-exp has no weights: softmax.")
    told = scene_of(LogSumExp(2.0), same_slope=True).description
    assert "As steep" not in told
    assert told.endswith("no weights: smoothmax, Cauchy, reciprocal, optimal, Gaussian.")


@pytest.mark.parametrize("alpha", [0.0, inf])
def test_at_the_stops_all_that_mixes_is_the_mean_or_the_hard_maximum(alpha):
    scene = scene_of(SmoothMax(alpha), same_slope=True)
    assert ("softmax" in as_steep(SmoothMax(alpha))) == (alpha > 0)
    for each in scene.beside[:-1]:
        np.testing.assert_allclose(each.curve, scene.curve)
