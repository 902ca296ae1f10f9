"""What is made of the order matrix without it: the numbers of the whole matrix, in less memory."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    LogSumExp,
    SmoothMax,
    bitonic,
    dargsort,
    diff_argsort,
    kernel,
    order_matrix,
    rank_jacobian,
    rank_jvp,
    rank_vjp,
)
from diffsort_core.ranking import soft_ranks

SIGMAS = [1e-300, 1e-3, 0.02, 0.3, 2.0, 50.0, 1e300]
each_sigma = pytest.mark.parametrize("sigma", SIGMAS)


@pytest.fixture
def in_blocks(monkeypatch):
    """Small arrays go in blocks, too."""
    monkeypatch.setattr(kernel, "_ENTRIES", 40)
    monkeypatch.setattr(kernel, "_VALUES", 3)


def values_and_places(seed, n=30, m=30):
    """Two vectors with ties, a gap and a cluster, and places in no order, some beyond the
    values."""
    rng = np.random.default_rng(seed)
    x = np.concatenate([rng.normal(size=n - 10), 9 + 1e-3 * rng.normal(size=6), np.zeros(4)])
    s = np.sort(rng.choice(x, m)) + rng.choice([0, 1e-4, 0.3, 4]) * rng.normal(size=m)
    return rng.permutation(x), s


@each_sigma
@pytest.mark.parametrize("shape", [(30, 30), (25, 41), (60, 11)])
def test_ranks_and_argsorts_in_blocks_are_those_of_the_matrix(in_blocks, sigma, shape):
    n, m = shape
    for seed in range(8):
        x, s = values_and_places(seed, n, m)
        order = order_matrix(x, s, sigma)
        np.testing.assert_allclose(
            dargsort(x, s, sigma), order @ np.arange(m), rtol=0, atol=1e-12 * m
        )
        np.testing.assert_allclose(
            dargsort(x, s, sigma, transpose=True), order.T @ np.arange(n), rtol=0, atol=1e-12 * n**2
        )


def test_a_batch_in_blocks_is_its_vectors_one_by_one(in_blocks):
    pairs = [values_and_places(seed, 20, 20) for seed in range(6)]
    x, s = (np.reshape(side, (2, 3, 20)) for side in zip(*pairs, strict=True))
    for transpose in (False, True):
        alone = [dargsort(*pair, 0.3, transpose) for pair in pairs]
        np.testing.assert_array_equal(dargsort(x, s, 0.3, transpose).reshape(6, 20), alone)
    one = dargsort(x, s[:1, :1], 0.3)
    np.testing.assert_allclose(one[1, 2], dargsort(x[1, 2], s[0, 0], 0.3), rtol=1e-12)
    assert dargsort(x[:0], s[:0]).shape == (0, 3, 20)


@given(data=st.data(), sigma=st.floats(0, exclude_min=True, allow_infinity=False))
def test_whatever_the_values_and_sigma(dtype, any_finite, data, sigma):
    x, s = data.draw(arrays(dtype, (2, 7), elements=any_finite))
    with pytest.MonkeyPatch.context() as patch, np.errstate(all="ignore"):
        patch.setattr(kernel, "_ENTRIES", 12)
        patch.setattr(kernel, "_VALUES", 2)
        got, whole = dargsort(x, s, sigma), order_matrix(x, s, sigma) @ np.arange(7, dtype=dtype)
    assert got.dtype == dtype
    np.testing.assert_allclose(got, whole, rtol=0, atol=512 * np.finfo(dtype).eps)


@each_sigma
@pytest.mark.parametrize(
    "rule", [SmoothMax(3.0), LogSumExp(), HARD, SmoothMax(2.0, scale_free=True)], ids=repr
)
def test_products_in_blocks_are_those_of_the_jacobian(in_blocks, rule, sigma):
    n = 30
    x = np.stack([values_and_places(seed, n)[0] for seed in range(3)])
    v, w = np.random.default_rng(1).normal(size=(2, 3, n))
    by_hand = rank_jacobian(bitonic(n), x, sigma, rule)
    atol = 1e-12 * n * (1 + np.abs(by_hand).max())
    along, back = rank_jvp(bitonic, x, v, sigma, rule), rank_vjp(bitonic, x, w, sigma, rule)
    np.testing.assert_allclose(along, np.einsum("boi,bi->bo", by_hand, v), rtol=0, atol=atol)
    np.testing.assert_allclose(back, np.einsum("boi,bo->bi", by_hand, w), rtol=0, atol=atol)


@pytest.mark.parametrize("gaps", [0.1, 3, 30, 1e9])
def test_no_matrix_is_made_however_wide_the_kernel(gaps):
    n = 3000
    x = np.random.default_rng(0).normal(size=n)
    network, sigma, v = bitonic(n), gaps * np.median(np.diff(np.sort(x))), np.cos(np.arange(n))
    for function in (
        lambda: diff_argsort(network, x, sigma, SmoothMax(1e6)),
        lambda: diff_argsort(network, x, sigma, SmoothMax(1e6), transpose=True),
        lambda: dargsort(x, np.sort(x), sigma),
        lambda: rank_jvp(network, x, v, sigma, SmoothMax(1e6)),
        lambda: rank_vjp(network, x, v, sigma, SmoothMax(1e6)),
    ):
        tracemalloc.start()
        function()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < n * n * 8 / 4  # half of what the sort's own layers take here


@pytest.mark.parametrize("gaps", [3, 30])
def test_only_what_is_within_reach_is_computed(monkeypatch, gaps):
    """Nine widths on either side hold a Gaussian's digits; blocks may take twice as much."""
    n, computed, block = 4000, [], kernel._block

    def counted(xp, values, sortd, *others):
        computed.append(values.size * sortd.shape[-1])
        return block(xp, values, sortd, *others)

    monkeypatch.setattr(kernel, "_block", counted)
    x = np.random.default_rng(0).permutation(n) * 2.0
    dargsort(x, np.sort(x), 2.0 * gaps)
    assert sum(computed) <= 2 * n * (2 * 10 * gaps + 64)


def test_ranks_that_are_shown_are_those_that_are_computed():
    x = values_and_places(0)[0]
    np.testing.assert_array_equal(
        soft_ranks(bitonic, x, 0.5, SmoothMax(5.0)), diff_argsort(bitonic, x, 0.5, SmoothMax(5.0))
    )
