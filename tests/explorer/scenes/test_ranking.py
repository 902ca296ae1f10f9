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
from explorer.scenes.alpha import LINE
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
    assert scene_of(X).sorted_wires.tolist() == [1, 4, 0, 2, 3]
    assert [scene_of(X, focus=tied, transposed=True).chosen for tied in (2, 3)] == [3, 4]
    assert scene_of(X, focus=200).focus == 4


def test_the_cursor_stands_at_sigma_and_within_what_is_drawn():
    for sigma in (1e-30, 1e-3, 0.5, 30, 1e9):
        scene = scene_of(X, sigma)
        low, high = np.log10(scene.sigmas[[0, -1]])
        assert low <= scene.cursor <= high
        if 1e-3 <= sigma <= 30:
            assert scene.cursor == pytest.approx(np.log10(sigma))


def test_places_that_would_cover_each_other_have_one_label_and_curves_have_theirs_apart():
    scene = scene_of([1, 1, 1, 50, 20], 0.01, soft=SmoothMax(np.inf))
    assert [text for _, text in scene.place_names] == ["0–2", "3", "4"]
    assert {label.words for label in scene.labels} == {f"wire {wire}" for wire in range(5)}
    heights = [label.to for label in scene.labels]
    line = LINE * (scene.means_from_to[1] - scene.means_from_to[0])
    assert (np.diff(heights) >= line * (1 - 1e-9)).all()


@pytest.mark.parametrize(("transposed", "named"), [(False, "wire 5"), (True, "place 7")])
def test_of_many_curves_only_the_chosen_one_is_named(transposed, named):
    scene = scene_of([*range(12, -1, -1)], focus=5, transposed=transposed)
    assert scene.place_names == []
    assert [label.words for label in scene.labels] == [named]


@pytest.mark.parametrize("transposed", [False, True])
def test_all_curves_and_hard_means_are_within_the_heights_they_are_shown_in(transposed):
    scene = scene_of(X, 3.0, transposed, soft=LogSumExp(0.2))
    low, high = scene.means_from_to
    shown = [*scene.curves.ravel(), *scene.hard_means, 0, 4]
    assert (low, high) == (min(shown), max(shown))


@pytest.mark.parametrize(
    "x", [[1.0], [0.0, 0.0], [1e99, -1e99], [1e-99, 0.0], [7, 7, 7], [1e99, 1e99], [5e-324] * 2]
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


@pytest.mark.parametrize(
    "x", [[0.1 + 0.2, 0.3], [1e15 + 0.25, 1e15, 1e15 + 0.5], [1.0, 1 + 2**-52]]
)
def test_floats_that_are_neighbours_are_drawn_as_if_they_were_equal(x):
    low, high = scene_of(x).line
    assert low < min(x) <= max(x) < high
    assert 0.1 * max(x) <= high - low < 0.13 * max(x)


@pytest.mark.parametrize("x", [[1e101, 0.0], [1e-200, 0.0]])
def test_numbers_that_no_line_can_hold_are_refused(x):
    with pytest.raises(DiffsortError, match="values must be within") as refused:
        scene_of(x)
    assert str(refused.value).endswith(f"apart here, got {x}")
