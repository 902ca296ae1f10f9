import numpy as np

from diffsort_core import LogSumExp, SmoothMax, bitonic, diff_argsort, rank_jacobian, sort_jacobian, trace
from explorer.scenes.jacobian import jacobian_scene

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
