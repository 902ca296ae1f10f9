"""Relaxations at an infinite alpha, and at the ends of a dtype: right, finite and silent."""

import numpy as np
import pytest
from cases import KINDS, MIXING, SHIFTING, both, by_name
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import LogSumExp, NormalizedLogSumExp, SmoothMax, SoftmaxSmooth


@pytest.mark.parametrize("kind", [*KINDS, NormalizedLogSumExp, SoftmaxSmooth], ids=by_name)
def test_alpha_infinity_is_the_hard_minimum_and_maximum(xp, kind, dtype):
    limits = np.finfo(dtype)
    least = (
        limits.tiny if xp.name in ("jax", "tensorflow") else limits.smallest_subnormal
    )  # which to those may be zero
    edges = np.array(
        [limits.max, limits.min, limits.tiny, -limits.tiny, 3 * least, 2 * least, 0, 1], dtype
    )
    a, b = (side.ravel() for side in np.meshgrid(edges, edges))
    np.testing.assert_array_equal(
        both(kind(np.inf), xp, a, b), [np.minimum(a, b), np.maximum(a, b)]
    )
    np.testing.assert_array_equal(
        both(kind(-np.inf), xp, a, b), [np.maximum(a, b), np.minimum(a, b)]
    )
    assert kind(np.inf).is_hard
    assert not kind(1e300).is_hard


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@given(data=st.data())
def test_alpha_infinity_is_bit_for_bit_what_numpy_says(kind, dtype, any_finite, data):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    low, high = kind(np.inf).exchange(a, b)
    assert low.tobytes() == np.minimum(a, b).tobytes()
    assert high.tobytes() == np.maximum(a, b).tobytes()


def test_a_softer_soft_maximum_at_infinity_is_still_soft():
    assert not SoftmaxSmooth(np.inf, smooth=0.5).is_hard
    np.testing.assert_array_equal(
        SoftmaxSmooth(np.inf, smooth=0.5).exchange(*np.array([0.0, 4.0])), (1, 3)
    )


ALPHAS = (
    st.floats(0, 1e308)
    | st.floats(-1e308, 0)
    | st.sampled_from([np.inf, -np.inf, 5e-324, 1e-308, 1e308])
)
ANY_RELAXATION = st.one_of(
    st.builds(lambda kind, alpha: kind(alpha), st.sampled_from(MIXING), ALPHAS),
    st.builds(LogSumExp, st.floats(1e-3, np.inf) | st.floats(-np.inf, -1e-3)),
    st.builds(SoftmaxSmooth, st.floats(1e-3, 1e308), st.floats(0, 1)),
)


@given(relaxation=ANY_RELAXATION, data=st.data())
def test_every_finite_pair_has_a_finite_answer_in_its_own_dtype(
    dtype, any_finite, relaxation, data
):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    answers = [*relaxation.exchange(a, b), *relaxation.derivative(a, b)]
    if relaxation.mixes:
        answers.append(relaxation.weight(a, b))
        assert ((answers[-1] >= 0) & (answers[-1] <= 1)).all()
        inside = np.clip(answers[:2], np.minimum(a, b), np.maximum(a, b))
        assert (abs(answers[:2] - inside) <= 2 * np.finfo(dtype).smallest_subnormal).all()
    assert np.isfinite(answers).all()
    assert {answer.dtype for answer in answers} == {np.dtype(dtype)}


@pytest.mark.parametrize("alpha", [1e-30, 1.0, 1e30, 1e300])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_the_extremes_of_a_dtype_have_finite_answers_in_every_library(xp, kind, dtype, alpha):
    relaxation, limits = kind(alpha if kind(1.0).mixes else max(alpha, 1e-3)), np.finfo(dtype)
    edges = np.array([limits.max, limits.min, limits.max / 2, limits.tiny, 0, 1, -3], dtype)
    a, b = (side.ravel() for side in np.meshgrid(edges, edges))
    answers, expected = both(relaxation, xp, a, b), np.array(relaxation.exchange(a, b))
    size = np.abs([a, b, *expected]).max(axis=0)
    assert answers.dtype == dtype
    assert np.isfinite(answers).all()
    assert (abs(answers / 2 - expected / 2) <= 4 * limits.eps * size + limits.tiny).all()


@example(np.array([5e-324, 1.7e308]), 1e308)
@given(arrays(float, 2, elements=st.floats(-1e308, 1e308)), st.floats(0, 1e308))
def test_scale_free_means_nothing_to_one_pair(pair, alpha):
    np.testing.assert_array_equal(
        SmoothMax(alpha, scale_free=True).exchange(*pair), SmoothMax(alpha).exchange(*pair)
    )
