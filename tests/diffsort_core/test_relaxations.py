from functools import partial

import numpy as np
import pytest
from autograd import elementwise_grad
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import DiffsortError, LogSumExp, SmoothMax, SoftmaxSmooth, smoothmax, softmax, softmax_smooth
from diffsort_core.relaxations import as_relaxation, derivative, exchange

GRID = np.concatenate([np.linspace(-20, 20, 41), [0.1, 1e-9, -3.3]])
A, B = (side.ravel() for side in np.meshgrid(GRID, GRID))
ANY_RELAXATION = st.one_of(
    st.builds(SmoothMax, st.floats(allow_nan=False)),
    st.builds(LogSumExp, st.floats(1e-3, np.inf) | st.floats(-np.inf, -1e-3)),
    st.builds(SoftmaxSmooth, st.floats(1e-3, 1e3), st.floats(0, 1)),
)


def naive_softmax(a, b, alpha):
    return np.log(np.exp(alpha * a) + np.exp(alpha * b)) / alpha


def naive_smoothmax(a, b, alpha):
    return (a * np.exp(alpha * a) + b * np.exp(alpha * b)) / (np.exp(alpha * a) + np.exp(alpha * b))


def naive_softmax_smooth(a, b, smooth):
    t = smooth / 2
    return np.log(np.exp((1 - t) * a + t * b) + np.exp((1 - t) * b + t * a)) - np.log1p(smooth)


@pytest.mark.parametrize(
    ("stable", "naive", "strengths"),
    [
        (softmax, naive_softmax, [-5, -0.5, 0.3, 1, 5]),
        (smoothmax, naive_smoothmax, [-5, -0.5, 0, 0.3, 1, 5]),
        (softmax_smooth, naive_softmax_smooth, [0, 0.05, 0.5, 1]),
    ],
)
def test_soft_maxima_are_the_naive_formulas_where_those_do_not_overflow(stable, naive, strengths):
    for strength in strengths:
        np.testing.assert_allclose(stable(A, B, strength), naive(A, B, strength), rtol=0, atol=2e-13)


def test_the_sum_is_kept(relaxation):
    low, high = relaxation.exchange(A, B)
    np.testing.assert_allclose(low + high, A + B, rtol=0, atol=2e-14)
    np.testing.assert_array_equal(relaxation(A, B), high)


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@given(data=st.data())
def test_alpha_infinity_is_bit_for_bit_the_hard_minimum_and_maximum(kind, dtype, any_finite, data):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    low, high = kind(np.inf).exchange(a, b)
    assert low.tobytes() == np.minimum(a, b).tobytes()
    assert high.tobytes() == np.maximum(a, b).tobytes()


@pytest.mark.parametrize("relaxation", [SmoothMax(0.0), SoftmaxSmooth(smooth=1.0)], ids=repr)
@given(pair=arrays(float, (2, 4), elements=st.floats(1e-9, 1e6) | st.floats(-1e6, -1e-9)))
def test_smoothmax_at_alpha_0_and_softmax_smooth_at_1_are_exactly_the_mean(relaxation, pair):
    a, b = pair
    for side in relaxation.exchange(a, b):
        np.testing.assert_array_equal(side, (a + b) / 2)


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@pytest.mark.parametrize("alpha", [0.3, 2.0, np.inf])
def test_a_negative_alpha_swaps_minimum_and_maximum(kind, alpha):
    np.testing.assert_array_equal(kind(-alpha).exchange(A, B), kind(alpha).exchange(A, B)[::-1])
    np.testing.assert_allclose(np.add(kind(-alpha).derivative(A, B), kind(alpha).derivative(A, B)), 1, rtol=0, atol=1e-15)


@given(relaxation=ANY_RELAXATION, data=st.data())
def test_every_finite_pair_has_a_finite_answer_in_its_own_dtype(dtype, any_finite, relaxation, data):
    a, b = data.draw(arrays(dtype, (2, 4), elements=any_finite))
    answers = [*relaxation.exchange(a, b), *relaxation.derivative(a, b)]
    if relaxation.mixes:
        answers.append(relaxation.weight(a, b))
        assert ((answers[-1] >= 0) & (answers[-1] <= 1)).all()
    assert np.isfinite(answers).all()
    assert {answer.dtype for answer in answers} == {np.dtype(dtype)}


def test_the_weight_of_smoothmax_reproduces_its_maximum():
    for relaxation in map(SmoothMax, (-2.0, 0.0, 0.3, 4.0, np.inf)):
        weight = relaxation.weight(A, B)
        np.testing.assert_allclose(weight * A + (1 - weight) * B, relaxation(A, B), rtol=0, atol=2e-14)


def test_derivatives_agree_with_autograd_and_add_up_to_1(relaxation):
    by_a, by_b = relaxation.derivative(A, B)
    by_autograd = [elementwise_grad(relaxation, side)(A, B) for side in (0, 1)]
    np.testing.assert_allclose([by_a, by_b], by_autograd, rtol=0, atol=1e-13)
    np.testing.assert_allclose(by_a + by_b, 1, rtol=0, atol=1e-15)


def test_smoothmax_stays_below_the_maximum_and_softmax_above():
    assert (smoothmax(A, B) <= np.maximum(A, B)).all()
    assert (softmax(A, B) >= np.maximum(A, B)).all()


def test_derivatives_turn_negative_under_smoothmax_and_never_under_softmax():
    assert np.min(SmoothMax().derivative(A, B)) < -0.09
    assert np.min(LogSumExp().derivative(A, B)) >= 0


@pytest.mark.parametrize(
    ("function", "relaxation"),
    [
        (softmax, LogSumExp(1.0)),
        (smoothmax, SmoothMax(1.0)),
        (partial(softmax, alpha=3.0), LogSumExp(3.0)),
        (partial(softmax_smooth, smooth=0.5), SoftmaxSmooth(1.0, 0.5)),
        (SmoothMax(7.0), SmoothMax(7.0)),
    ],
)
def test_known_soft_maxima_are_recognised(function, relaxation):
    assert as_relaxation(function) == relaxation
    np.testing.assert_array_equal(function(A, B), relaxation(A, B))


def test_a_callable_of_the_users_own_is_no_relaxation_but_gives_what_the_closed_form_gives():
    def own(a, b):
        return softmax(a, b, 2.0)

    assert [as_relaxation(function) for function in (own, np.maximum, partial(np.maximum))] == [None] * 3
    np.testing.assert_allclose(exchange(own, A, B), LogSumExp(2.0).exchange(A, B), rtol=0, atol=2e-14)
    np.testing.assert_allclose(derivative(own, A, B), LogSumExp(2.0).derivative(A, B), rtol=0, atol=1e-13)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: smoothmax(1.0, 2.0, np.nan), "alpha must be a number, got nan"),
        (lambda: softmax(1.0, 2.0, alpha=0), r"alpha must not be 0 for softmax .*, got 0"),
        (lambda: LogSumExp(2.0).weight(A, B), r"softmax must be a relaxation that mixes, got LogSumExp\(alpha=2\.0\)"),
        (lambda: softmax_smooth(1.0, 2.0, -0.1), r"smooth must lie in \[0, 1\], got -0.1"),
        (lambda: softmax(np.inf, 2.0), "a must hold finite numbers, got inf"),
        (lambda: smoothmax(1.0, "b"), "b must hold real numbers, got 'b'"),
    ],
)
def test_bad_arguments_are_refused_by_name_rule_and_value(call, message):
    with pytest.raises(DiffsortError, match=message):
        call()
