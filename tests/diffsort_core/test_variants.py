"""Sorts made from sorts: tempered, through a transform, shuffled, straight through."""

import re

import numpy as np
import pytest
from cases import (
    batch,
)

from diffsort_core import (
    HARD,
    DiffsortError,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    diff_sort,
    diff_sort_weave,
    shuffled_sort,
    smoothmax,
    sort_jacobian,
    sort_through,
    straight_through,
)
from diffsort_core.backends import namespace


@pytest.mark.parametrize("beta", [0, 0.25, 1])
@pytest.mark.parametrize("softmax", [np.maximum, smoothmax], ids=["hard", "smoothmax"])
def test_a_weave_is_tempered_by_beta(xp, x, beta, softmax):
    first, *fused = [beta * np.eye(8) + (1 - beta) * matrix for matrix in bitonic_woven_matrices(8)]
    values = first @ x
    for matrix in fused:
        high = softmax(values[:4], values[4:])
        values = matrix @ np.concatenate([values[:4] + values[4:] - high, high])
    woven = xp.call(lambda x: diff_sort_weave(bitonic_woven_matrices(8), x, softmax, beta), x)
    np.testing.assert_allclose(woven, values, rtol=0, atol=1e-12)


def test_a_weave_without_beta_is_the_sort_of_the_same_soft_maximum(x):
    """The default is log-sum-exp, as in the original's code."""
    fused = bitonic_woven_matrices(8)
    np.testing.assert_allclose(diff_sort_weave(fused, x), diff_sort(bitonic(8), x), rtol=1e-14)
    np.testing.assert_array_equal(diff_sort_weave(fused, x, HARD), np.sort(x))


@pytest.mark.parametrize("beta", [-0.1, 1.1, np.nan, "a"], ids=repr)
def test_beta_lies_in_0_to_1(x, beta):
    with pytest.raises(DiffsortError, match=rf"^beta must be a number in \[0, 1\], got {beta!r}$"):
        diff_sort_weave(bitonic_woven_matrices(8), x, beta=beta)


@pytest.mark.parametrize(
    "fused",
    [bitonic(8), bitonic_matrices(8), bitonic_indices(8), None],
    ids=lambda form: type(form).__name__,
)
def test_only_woven_matrices_can_be_tempered(x, fused):
    with pytest.raises(DiffsortError, match=r"^(fused|network) must be .*, got "):
        diff_sort_weave(fused, x)


def test_a_sort_runs_through_a_transform(xp, x):
    above_0 = x + 2
    soft = xp.call(
        lambda x: sort_through(bitonic(8), x, namespace(x).log, namespace(x).exp, smoothmax),
        above_0,
    )
    np.testing.assert_allclose(
        soft, np.exp(diff_sort(bitonic(8), np.log(above_0), smoothmax)), rtol=1e-12
    )
    np.testing.assert_allclose(
        sort_through(bitonic(8), above_0, np.log, np.exp, HARD), np.sort(above_0), rtol=1e-14
    )


def test_a_shuffled_sort_is_the_mean_over_orders(xp, x):
    rng = np.random.default_rng(7)
    each = [diff_sort(bitonic(8), x[rng.permutation(8)], smoothmax) for _ in range(5)]
    shuffled = xp.call(lambda x: shuffled_sort(bitonic(8), x, smoothmax, repeats=5, seed=7), x)
    np.testing.assert_allclose(shuffled, np.mean(each, axis=0), rtol=0, atol=1e-12)


def test_a_shuffled_sort_varies_less_over_the_orders_of_its_input():
    rng = np.random.default_rng(0)
    orders = [rng.permutation(np.arange(8.0)) for _ in range(60)]
    plain = np.var([diff_sort(bitonic(8), order, smoothmax) for order in orders], axis=0).sum()
    shuffled = np.var(
        [shuffled_sort(bitonic(8), order, smoothmax, repeats=16) for order in orders], axis=0
    ).sum()
    assert shuffled < plain / 8


@pytest.mark.parametrize("repeats", [0, -1, 2.5, "8"], ids=repr)
def test_repeats_is_a_whole_number(x, repeats):
    with pytest.raises(
        DiffsortError, match=rf"^repeats must be a whole number of at least 1, got {repeats!r}$"
    ):
        shuffled_sort(bitonic(8), x, repeats=repeats)


@pytest.mark.parametrize("shape", [(8, 2), (2, 8), (8, 1)])
def test_only_a_vector_is_shuffled(shape):
    with pytest.raises(
        DiffsortError, match=rf"^x must be one-dimensional, got shape {re.escape(str(shape))}$"
    ):
        shuffled_sort(bitonic(8), np.ones(shape))


def test_straight_through_has_hard_values_and_soft_derivatives(xp):
    def through(x):
        return straight_through(diff_sort(bitonic(2), x, HARD), diff_sort(bitonic(2), x, smoothmax))

    x = batch(2)
    np.testing.assert_allclose(xp.call(through, x), np.sort(x), rtol=0, atol=1e-13)
    if xp.differentiates:
        np.testing.assert_allclose(
            xp.jacobian(through, x), sort_jacobian(bitonic(2), x, smoothmax), rtol=0, atol=1e-13
        )
