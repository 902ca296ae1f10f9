import numpy as np
import pytest

from diffsort_core import (
    DiffsortError,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    diff_sort,
    softmax,
)

POWERS = [2, 4, 8, 16, 32]


@pytest.mark.parametrize("softmax", [softmax, SmoothMax(0.7)], ids=["softmax", "smoothmax"])
@pytest.mark.parametrize("n", POWERS)
def test_every_form_sorts_as_the_network_does(form, n, softmax):
    vector = np.random.default_rng(n).normal(scale=3, size=n)
    np.testing.assert_allclose(diff_sort(form(n), vector, softmax), diff_sort(bitonic(n), vector, softmax), rtol=0, atol=1e-13)


@pytest.mark.parametrize("n", [3, 6, 13])
def test_indices_take_any_n(n):
    vector = np.random.default_rng(n).normal(size=n)
    np.testing.assert_array_equal(diff_sort(bitonic_indices(n), vector), diff_sort(bitonic(n), vector))


@pytest.mark.parametrize("n", POWERS)
def test_matrices_select_the_comparators_and_put_them_back(n):
    for (l, r, l_inv, r_inv), layer in zip(bitonic_matrices(n), bitonic(n).layers, strict=True):  # noqa: E741
        assert tuple(zip(l @ np.arange(n), r @ np.arange(n), strict=True)) == layer.comparators
        np.testing.assert_array_equal(l_inv @ l + r_inv @ r, np.eye(n))


@pytest.mark.parametrize("n", POWERS)
def test_woven_matrices_are_permutations_that_undo_each_other(n):
    matrices = bitonic_woven_matrices(n)
    assert len(matrices) == bitonic(n).depth + 1
    assert all(np.array_equal(matrix @ matrix.T, np.eye(n)) and set(matrix.flat) == {0, 1} for matrix in matrices)
    np.testing.assert_array_equal(np.linalg.multi_dot([np.eye(n), *matrices[::-1]]), np.eye(n))


@pytest.mark.parametrize("n", POWERS)
def test_the_seeds_own_loop_runs_on_the_matrices(n):
    vector = np.random.default_rng(n).normal(size=n)
    unpacked = vector
    for l, r, l_inv, r_inv in bitonic_matrices(n):  # noqa: E741
        unpacked = l_inv @ np.minimum(l @ unpacked, r @ unpacked) + r_inv @ np.maximum(l @ unpacked, r @ unpacked)
    np.testing.assert_array_equal(unpacked, np.sort(vector))


def test_plain_tuples_and_stacks_of_matrices_are_forms_too(x):
    for plain in ([tuple(layer) for layer in bitonic_matrices(8)], np.stack(bitonic_woven_matrices(8))):
        np.testing.assert_allclose(diff_sort(plain, x), diff_sort(bitonic(8), x), rtol=0, atol=1e-13)


@pytest.mark.parametrize("build", [bitonic_matrices, bitonic_woven_matrices])
@pytest.mark.parametrize("n", [1, 3, 6, 12])
def test_matrices_refuse_n_that_is_no_power_of_two(build, n):
    with pytest.raises(DiffsortError, match=rf"n must be a power of two, at least 2, .* got {n};"):
        build(n)


@pytest.mark.parametrize("build", [bitonic_matrices, bitonic_indices, bitonic_woven_matrices])
@pytest.mark.parametrize("n", [0, -8, 2.5])
def test_forms_refuse_what_the_network_refuses(build, n):
    with pytest.raises(DiffsortError, match=rf"n must be a whole number of at least 1, got {n}"):
        build(n)
