import numpy as np
import pytest

from diffsort_core import (
    HARD,
    Cauchy,
    LogSumExp,
    SmoothMax,
    bitonic,
    diff_argsort,
    rank_jacobian,
    sort_jacobian,
    trace,
)
from explorer.choices import RELAXATIONS
from explorer.scenes.jacobian import MONOTONE, jacobian_scene, sums_of
from explorer.style import number

X = [5.0, -1.0, 9.5, 9.5]


def test_the_scene_holds_what_the_core_computes():
    soft = SmoothMax(0.4)
    scene = jacobian_scene(trace(bitonic(4), X, soft), 0.5, "in words")
    np.testing.assert_array_equal(scene.sort_jacobian, sort_jacobian(bitonic(4), X, soft))
    np.testing.assert_array_equal(scene.rank_jacobian, rank_jacobian(bitonic(4), X, 0.5, soft))
    np.testing.assert_array_equal(scene.ranks, diff_argsort(bitonic(4), X, 0.5, soft))


def test_tied_values_share_the_mean_of_their_places():
    scene = jacobian_scene(trace(bitonic(4), X, SmoothMax(1.0)), 0.5, "")
    assert scene.hard_ranks.tolist() == [1, 0, 2.5, 2.5]


def test_the_description_says_whether_a_derivative_has_the_wrong_sign():
    run = [trace(bitonic(4), X, relaxation) for relaxation in (SmoothMax(0.4), LogSumExp(0.4))]
    assert "derivatives of the sort are negative" in jacobian_scene(run[0], 0.5, "").description
    assert "No derivative of the sort is negative" in jacobian_scene(run[1], 0.5, "").description
    assert "under this relaxation none can be" in jacobian_scene(run[1], 0.5, "").description
    assert (
        "they can be"
        in jacobian_scene(
            trace(bitonic(4), [0.0, 0.1, 0.2, 0.3], SmoothMax(0.4)), 0.5, ""
        ).description
    )
    assert [jacobian_scene(each, 0.5, "").checks[1].good for each in run] == [False, True]
    assert all(kind.monotone and kind.mixes for kind in MONOTONE.values())
    assert all(RELAXATIONS[name][1] is kind for name, kind in MONOTONE.items())


@pytest.mark.parametrize(
    "rule", [SmoothMax(0.4), SmoothMax(0.0), Cauchy(1e3), LogSumExp(2.0), HARD]
)
@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
def test_finite_differences_confirm_the_jacobian(rule, scale):
    x = np.array([5.0, -1.0, 9.5, 13.2]) * scale
    scene = jacobian_scene(trace(bitonic(4), x, rule.fitted(x, 1 / scale)), 0.5 * scale, "")
    assert scene.difference < 1e-6
    assert scene.checks[0].good
    assert (
        f"agree with finite differences to {number(float(f'{scene.difference:.0e}'))}"
        in scene.checks[0].words
    )
    assert scene.checks[0].words[1:] in scene.description


def test_beside_a_kink_finite_differences_do_not_agree_and_it_is_said():
    check = jacobian_scene(trace(bitonic(3), [1.0, 1.0 + 1e-8, 3.0], HARD), 0.5, "").checks[0]
    assert not check.good
    assert "off from finite differences by up to" in check.words


def test_vanished_inputs_are_named_and_counted():
    present = jacobian_scene(trace(bitonic(4), X, SmoothMax(1.0)), 0.5, "")
    assert present.vanished.size == 0
    assert present.checks[2] == (True, "every input moves some output")
    top = jacobian_scene(trace(bitonic(4), X, SmoothMax(1e3)), 0.5, "", top=1)
    assert top.vanished.tolist() == [0, 1]
    assert not top.checks[2].good
    assert "2 of 4 inputs have vanished" in top.description
    one = jacobian_scene(trace(bitonic(2), [1.0, 2.0], SmoothMax(1e3)), 0.5, "", top=1)
    assert "1 of 2 inputs has vanished" in one.description


def test_sums_that_are_rounding_are_0():
    by_row, by_column = sums_of(np.array([[1.0, -1.0 + 1e-13], [2.0, 3.0]]))
    assert by_row.tolist() == [0, 5]
    assert by_column.tolist() == [3, 2 + 1e-13]
