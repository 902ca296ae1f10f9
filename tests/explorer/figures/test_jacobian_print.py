import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.jacobian_print import jacobian_print
from explorer.scenes.jacobian import jacobian_scene


@pytest.mark.parametrize(("alpha", "top"), [(0.4, None), (2.0, 2)])
def test_the_print_shows_the_same_numbers(alpha, top):
    scene = jacobian_scene(
        trace(bitonic(4), [5.0, -1.0, 9.5, 13.2], SmoothMax(alpha)), 0.5, "in words", top
    )
    ranks, by_sort, by_rank = jacobian_print(scene).axes[:3]
    hard, soft = ranks.lines
    np.testing.assert_array_equal(hard.get_ydata(), scene.hard_ranks)
    np.testing.assert_array_equal(soft.get_ydata(), scene.ranks)
    for axes, jacobian in ((by_sort, scene.sort_jacobian), (by_rank, scene.rank_jacobian)):
        np.testing.assert_array_equal(axes.images[0].get_array(), jacobian)
    crosses, minus = by_sort.lines
    assert crosses.get_xdata().tolist() == scene.vanished.tolist()
    assert (scene.vanished.size > 0) == (top is not None)
    assert (
        len(minus.get_xdata())
        == (scene.sort_jacobian < -0.02 * np.abs(scene.sort_jacobian).max()).sum()
    )
    assert (len(minus.get_xdata()) > 0) == (top is None)
