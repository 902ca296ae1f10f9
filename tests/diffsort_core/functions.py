"""What the libraries transform: the core's functions, and what these give vector by vector."""

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian

from diffsort_core import (
    HARD,
    Cauchy,
    Gaussian,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    diff_argsort,
    diff_quantile,
    diff_sort,
    diff_topk,
    neural_sort,
    odd_even_merge,
    odd_even_transposition,
    rank_jvp,
    soft_permutation,
    soft_sort,
    sort_vjp,
    straight_through,
)
from diffsort_core.backends import namespace

N = 4
BLOCKS, MERGE, NEIGHBOURS = bitonic(N), odd_even_merge(N), odd_even_transposition(N)
MATRICES, INDICES = bitonic_matrices(N), bitonic_indices(N)
FUNCTIONS = {
    "diff_sort": lambda x: diff_sort(BLOCKS, x, SmoothMax(2.0)),
    "diff_sort, neighbours": lambda x: diff_sort(NEIGHBOURS, x, LogSumExp(2.0)),
    "diff_sort, scale-free": lambda x: diff_sort(
        MERGE, x, Cauchy(scale_free=True), descending=True
    ),
    "diff_sort, matrices": lambda x: diff_sort(MATRICES, x, Gaussian()),
    "diff_sort, indices": lambda x: diff_sort(INDICES, x),
    "diff_argsort": lambda x: diff_argsort(BLOCKS, x, 0.5, SmoothMax(2.0)),
    "soft_permutation": lambda x: soft_permutation(BLOCKS, x),
    "diff_topk": lambda x: diff_topk(BLOCKS, x, 2, Cauchy()),
    "diff_quantile": lambda x: diff_quantile(BLOCKS, x, 0.3, SmoothMax()),
    "straight_through": lambda x: straight_through(
        diff_sort(BLOCKS, x, HARD), diff_sort(BLOCKS, x, SmoothMax())
    ),
    "sort_vjp": lambda x: sort_vjp(BLOCKS, x, x, SmoothMax()),
    "rank_jvp": lambda x: rank_jvp(MERGE, x, x, 0.5, SmoothMax()),
    "neural_sort": lambda x: neural_sort(x, 2.0),
    "soft_sort": lambda x: soft_sort(x, 2.0),
}
BATCH = np.random.default_rng(0).uniform(-3, 3, size=(3, N))
X = BATCH[0]
SPREADS_NAN = [
    FUNCTIONS[name]
    for name in ("diff_sort", "diff_sort, neighbours", "diff_sort, scale-free", "diff_argsort")
]
each_function = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)


def assert_equal(got, expected, atol=1e-12):
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=atol)


def one_by_one(function, batch=BATCH):
    return np.stack([function(vector) for vector in batch])


def total(function):
    """A scalar of which every entry of ``function``'s result has another share."""

    def scalar(x):
        y = function(x)
        xp = namespace(y)
        return xp.sum(
            y * xp.constant(np.cos(np.arange(np.prod(y.shape, dtype=int)).reshape(y.shape)), y)
        )

    return scalar


def gradient(function, x=X):
    return autograd_jacobian(total(function))(x)


def with_nan(batch=BATCH):
    """The batch with a NaN in its second row."""
    return np.where(np.arange(batch.size).reshape(batch.shape) == N + 1, np.nan, batch)


def assert_nan_in_one_row_only(function, got):
    expected = one_by_one(function, BATCH[[0, 2]])
    assert_equal(np.asarray(got)[[0, 2]], expected)
    assert np.isnan(np.asarray(got)[1]).all()
