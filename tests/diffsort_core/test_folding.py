import numpy as np
import pytest

from diffsort_core import HARD, SmoothMax, bitonic, diff_sort, odd_even_merge, smoothmax
from diffsort_core.sorting import _CACHE

SHAPES = {
    "a vector": lambda n: np.arange(n, 0, -1.0),
    "rows": lambda n: np.arange(3.0 * n).reshape(3, n)[:, ::-1],
    "a Fortran array": lambda n: np.asfortranarray(np.arange(3.0 * n).reshape(3, n)[:, ::-1]),
    "every second value": lambda n: np.arange(4.0 * n, 0, -1).reshape(2, 2 * n)[:, ::2],
    "a broadcast row": lambda n: np.broadcast_to(np.arange(n, 0, -1.0), (3, n)),
    "a float32 vector": lambda n: np.arange(n, 0, -1, np.float32),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("n", [1, 2, 3, 8])
def test_the_input_is_left_as_it_was_and_the_result_is_its_own(relaxation, n, shape):
    for axis in {-1, 0} if shape(n).ndim > 1 else {-1}:
        x = np.moveaxis(shape(n), -1, axis)
        before, base = x.copy(), x if x.base is None else x.base
        whole = base.copy()
        result = diff_sort(bitonic(n), x, relaxation, axis=axis)
        assert not np.shares_memory(result, x)
        np.testing.assert_array_equal(x, before)
        np.testing.assert_array_equal(base, whole)
        read_only = before.copy()
        read_only.setflags(write=False)
        np.testing.assert_array_equal(
            diff_sort(bitonic(n), read_only, relaxation, axis=axis), result
        )


def test_every_form_leaves_the_input_as_it_was(form, relaxation, x):
    vector = x.copy()
    result = diff_sort(form(8), vector, relaxation)
    assert not np.shares_memory(result, vector)
    np.testing.assert_array_equal(vector, x)


@pytest.mark.parametrize("n", [1, 2, 8])
def test_the_result_is_its_own_in_a_library_whose_arrays_can_be_written_to(xp, n):
    if xp.name in ("numpy", "torch", "cupy"):
        x = xp.array(np.arange(n, 0, -1.0))
        for relaxation in (
            HARD,
            SmoothMax(),
            SmoothMax(0.0),
            np.maximum,
            lambda a, b: smoothmax(a, b),
        ):
            diff_sort(bitonic(n), x, relaxation)[...] = 7
            np.testing.assert_array_equal(xp.numpy(x), np.arange(n, 0, -1.0))


@pytest.mark.parametrize("network", [bitonic(8), odd_even_merge(6)], ids=repr)
@pytest.mark.parametrize("vectors", [1, _CACHE // 8 - 1, _CACHE // 8 + 1, _CACHE // 3])
def test_a_vector_does_not_see_how_many_others_there_are(network, vectors):
    x = np.random.default_rng(0).normal(size=(vectors, network.n))
    some = np.arange(0, vectors, max(1, vectors // 50))
    together = diff_sort(network, x, smoothmax)
    assert together.shape == x.shape
    np.testing.assert_allclose(
        together[some], [diff_sort(network, x[k], smoothmax) for k in some], rtol=0, atol=1e-14
    )
    last = diff_sort(network, x[-1], smoothmax)
    np.testing.assert_allclose(together[-1], last, rtol=0, atol=1e-14)


def test_a_wide_batch_of_any_shape_and_axis_is_sorted_as_vectors_are():
    x = np.random.default_rng(1).normal(size=(70, 8, 80))
    expected = np.moveaxis(
        diff_sort(bitonic(8), np.moveaxis(x, 1, -1).reshape(-1, 8), smoothmax).reshape(70, 80, 8),
        -1,
        1,
    )
    np.testing.assert_array_equal(diff_sort(bitonic(8), x, smoothmax, axis=1), expected)
    np.testing.assert_array_equal(
        diff_sort(bitonic(8), x, smoothmax, axis=1, descending=True), expected[:, ::-1]
    )
    hard = diff_sort(bitonic(8), x.astype(np.float32), HARD, axis=-2)
    np.testing.assert_array_equal(hard, np.sort(x.astype(np.float32), axis=1))
