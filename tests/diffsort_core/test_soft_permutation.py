"""A soft permutation is doubly stochastic, and sorts."""

import numpy as np
import pytest
from cases import MIXING, batch, by_name
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    DiffsortError,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_matrices,
    diff_sort,
    soft_permutation,
    softmax,
    softmax_smooth,
)


def test_a_soft_permutation_is_doubly_stochastic_and_sorts(xp, relaxation):
    if not relaxation.mixes:
        with pytest.raises(
            DiffsortError,
            match=r"^softmax must be a relaxation that mixes, such as SmoothMax, got ",
        ):
            soft_permutation(bitonic(4), xp.array(batch(4)), relaxation)
        return
    for n in (1, 6, 8) if xp.name == "numpy" else (3,):
        x = batch(n, 2)
        p = xp.call(lambda x, n=n: soft_permutation(bitonic(n), x, relaxation, axis=0), x)
        assert p.shape == (2, n, n)
        assert (p >= 0).all()
        np.testing.assert_allclose([p.sum(axis=-1), p.sum(axis=-2)], 1, rtol=0, atol=1e-12)
        sort = diff_sort(bitonic(n), x, relaxation, axis=0)
        np.testing.assert_allclose((p @ x.T[..., None])[..., 0].T, sort, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", MIXING, ids=by_name)
def test_a_scale_free_soft_permutation_sorts(kind):
    x, relaxation = batch(3, 8), kind(2.0, scale_free=True)
    p = soft_permutation(bitonic(8), x, relaxation)
    np.testing.assert_allclose(
        (p @ x[..., None])[..., 0], diff_sort(bitonic(8), x, relaxation), rtol=0, atol=1e-12
    )
    np.testing.assert_allclose(
        soft_permutation(bitonic(8), 1e3 * x - 7, relaxation), p, rtol=0, atol=1e-10
    )


@given(
    vector=arrays(float, 6, elements=st.floats(allow_nan=False, allow_infinity=False)),
    alpha=st.floats(0, 1e308),
)
def test_a_soft_permutation_is_one_for_any_finite_input(vector, alpha):
    p = soft_permutation(bitonic(6), vector, SmoothMax(alpha))
    assert ((p >= 0) & (p <= 1)).all()
    np.testing.assert_allclose([p.sum(axis=0), p.sum(axis=1)], 1, rtol=0, atol=1e-12)


def test_a_hard_soft_permutation_is_a_permutation():
    x = np.random.default_rng(0).permutation(13).astype(float)
    assert (
        np.argmax(soft_permutation(bitonic(13), x, HARD), axis=1).tolist() == np.argsort(x).tolist()
    )
    assert set(soft_permutation(bitonic(13), x, HARD).flat) == {0, 1}


@pytest.mark.parametrize("softmax", [softmax, LogSumExp(5.0), softmax_smooth, np.logaddexp])
def test_what_does_not_mix_has_no_soft_permutation(softmax):
    with pytest.raises(
        DiffsortError, match=r"^softmax must be a relaxation that mixes, such as SmoothMax, got "
    ):
        soft_permutation(bitonic(4), [1.0, 2, 3, 4], softmax)


def test_a_soft_permutation_needs_to_know_the_wires():
    with pytest.raises(
        DiffsortError, match=r"^network must be a Network, such as bitonic\(8\), got list$"
    ):
        soft_permutation(bitonic_matrices(4), [1.0, 2, 3, 4])
