import numpy as np
import pytest

from diffsort_core import (
    DiffsortError,
    LogSumExp,
    SmoothMax,
    bitonic,
    diff_argsort,
    diff_sort,
    trace,
)
from explorer.scenes.ranking import ranking_scene

X = [5.0, -1.0, 9.5, 9.5, 3.0]


def scene_of(x, sigma=0.5, transposed=False, focus=0, soft=None):
    return ranking_scene(
        trace(bitonic(len(x)), x, soft or SmoothMax(0.4)), sigma, focus, transposed, "in words"
    )


@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize("soft", [SmoothMax(0.4), LogSumExp(1.0)])
def test_ranks_places_and_curves_are_what_the_core_computes_for_each_sigma(transposed, soft):
    scene = scene_of(X, 0.5, transposed, soft=soft)
    np.testing.assert_array_equal(scene.places, diff_sort(bitonic(5), X, soft))
    np.testing.assert_allclose(scene.means, diff_argsort(bitonic(5), X, 0.5, soft, transposed))
    for k in (0, 20, -1):
        ranks = diff_argsort(bitonic(5), X, float(scene.sigmas[k]), soft, transposed)
        np.testing.assert_allclose(scene.curves[k], ranks, atol=1e-9)


def test_the_order_matrix_is_the_normalised_height_of_the_kernel_and_its_rows_add_to_one():
    scene = scene_of(X, 2.0, focus=2)
    np.testing.assert_allclose(scene.order.sum(axis=1), 1)
    np.testing.assert_allclose(scene.order[2], scene.heights / scene.heights.sum())
    np.testing.assert_array_equal(scene_of(X, 2.0, True).order, scene.order.T)
    np.testing.assert_allclose(scene.order @ np.arange(5), scene.means)


def test_tied_values_share_the_mean_of_their_places_and_the_description_says_which():
    scene = scene_of(X, 0.1)
    assert scene.hard_means.tolist() == [2, 0, 3.5, 3.5, 1]
    assert scene.means[2] == scene.means[3]
    assert "Wires 2, 3 hold 9.5 and share the soft rank" in scene.description
    assert "the mean of their hard places is 3.5" in scene.description
    assert "No two values are equal" in scene_of(X[:3]).description
    assert "(and 1 more group of equal values)" in scene_of([1, 1, 1, 2, 2]).description


def test_with_a_small_sigma_and_a_hard_sort_soft_ranks_are_hard_ranks_and_the_description_says_so():
    for transposed in (False, True):
        scene = scene_of(X, 1e-3, transposed, soft=SmoothMax(np.inf))
        np.testing.assert_allclose(scene.means, scene.hard_means)
    assert "Every soft rank is within" in scene_of(X, 1e-3, soft=SmoothMax(np.inf)).description
    assert "Soft ranks differ" in scene_of(X, 3.0).description


def test_the_argsort_names_the_wire_of_each_place_and_how_far_its_shares_are_from_one():
    scene = scene_of([3.0, 1.0, 2.0], 1e-3, True, soft=SmoothMax(np.inf))
    assert scene.means.tolist() == scene.hard_means.tolist() == [1, 2, 0]
    sums = scene_of([3.0, 1.0, 2.0], 0.8, True).order.sum(axis=1)
    assert (
        f"between {sums.min():.4f} and {sums.max():.3f}"
        in scene_of([3.0, 1.0, 2.0], 0.8, True).description
    )


def test_the_chosen_curve_is_the_wire_or_the_place_that_its_value_has():
    assert scene_of(X, focus=4).chosen == 4
    assert scene_of(X, focus=4, transposed=True).chosen == 1
    assert scene_of(X, focus=200).focus == 4


def test_the_cursor_stands_at_sigma_and_within_what_is_drawn():
    for sigma in (1e-30, 1e-3, 0.5, 30, 1e9):
        scene = scene_of(X, sigma)
        low, high = np.log10(scene.sigmas[[0, -1]])
        assert low <= scene.cursor <= high
        if 1e-3 <= sigma <= 30:
            assert scene.cursor == pytest.approx(np.log10(sigma))


def test_values_that_would_cover_each_other_stand_in_rows_of_their_own():
    scene = scene_of([1, 1, 1, 50, 1.2])
    assert scene.rows.tolist() == [0, 1, 2, 0, 3]


def test_labels_that_would_cover_each_other_are_one():
    scene = scene_of([1, 1, 1, 50, 20], 0.01, soft=SmoothMax(np.inf))
    assert [text for _, text in scene.place_names] == ["0–2", "3", "4"]
    assert [text for _, text in scene.names] == ["wires 0–2", "wire 4", "wire 3"]
    assert scene_of(list(range(13))).names == scene_of(list(range(13))).place_names == []


@pytest.mark.parametrize(
    "x", [[1.0], [0.0, 0.0], [1e99, -1e99], [1e-99, 0.0], [7, 7, 7], [1e99, 1e99]]
)
@pytest.mark.parametrize("sigma", [5e-324, 0.5, 1e300])
def test_numbers_of_any_size_are_drawn(x, sigma):
    scene = scene_of(x, sigma)
    for numbers in (scene.curves, scene.kernel, scene.means, scene.order):
        assert np.isfinite(numbers).all()
    low, high = scene.line
    assert low < min(x) <= max(x) < high
    assert (scene.kernel[0] >= low).all()
    assert (scene.kernel[0] <= high).all()


@pytest.mark.parametrize("x", [[1e101, 0.0], [1e-200, 0.0]])
def test_numbers_that_no_line_can_hold_are_refused(x):
    with pytest.raises(DiffsortError, match="values must be within"):
        scene_of(x)
