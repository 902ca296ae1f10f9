import numpy as np
import pytest
from autograd import jacobian
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    DiffsortError,
    isotonic_sort,
    isotonic_sort_jacobian,
    neural_sort,
    neural_sort_jacobian,
    soft_sort,
    soft_sort_jacobian,
)

JACOBIANS = {
    neural_sort_jacobian: lambda x, tau: neural_sort(x, tau) @ x,
    soft_sort_jacobian: lambda x, tau: soft_sort(x, tau) @ x,
    isotonic_sort_jacobian: isotonic_sort,
}
MATRICES = [neural_sort_jacobian, soft_sort_jacobian]
SOME = st.floats(-5, 5).map(lambda value: round(value, 2))  # ties are frequent
each = pytest.mark.parametrize("closed", JACOBIANS)


def finite_differences(function, x, step=1e-6):
    shifts = step * np.eye(len(x))
    return np.stack(
        [(function(x + shift) - function(x - shift)) / (2 * step) for shift in shifts], axis=-1
    )


@each
@pytest.mark.parametrize("strength", [0.3, 1.0, 4.0])
def test_the_closed_forms_are_finite_differences(closed, strength):
    for x in np.random.default_rng(5).normal(size=(5, 7)) * 2:
        expected = finite_differences(lambda x: JACOBIANS[closed](x, strength), x)
        np.testing.assert_allclose(closed(x, strength), expected, rtol=0, atol=2e-8)


@pytest.mark.parametrize("closed", MATRICES)
@pytest.mark.parametrize("tau", [0.05, 1.0, 30.0])
def test_the_closed_forms_are_autograds(closed, tau):
    x = np.random.default_rng(6).normal(size=9)
    np.testing.assert_allclose(
        closed(x, tau), jacobian(lambda x: JACOBIANS[closed](x, tau))(x), rtol=1e-9, atol=1e-11
    )


@each
@given(x=arrays(float, st.integers(1, 8), elements=SOME), strength=st.floats(1e-320, 1e300))
def test_a_shift_of_all_values_shifts_the_result(closed, x, strength):
    np.testing.assert_allclose(closed(x, strength).sum(axis=1), 1, rtol=0, atol=1e-9)


@given(x=arrays(float, st.integers(1, 8), elements=SOME), epsilon=st.floats(1e-3, 1e3))
def test_the_isotonic_jacobian_is_doubly_stochastic(x, epsilon):
    matrix = isotonic_sort_jacobian(x, epsilon)
    assert (matrix >= 0).all()
    np.testing.assert_allclose(matrix.sum(axis=0), 1)


@pytest.mark.parametrize("closed", MATRICES)
def test_the_relaxed_permutations_have_negative_derivatives(closed):
    assert closed([0.0, 1.0, 2.0], 0.5).min() < -0.05


@each
def test_where_it_is_hard_values_go_to_one_place_and_ties_share(closed):
    np.testing.assert_array_equal(
        closed([2.0, 3.0, 1.0], 1e-300), [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    )
    np.testing.assert_allclose(
        closed([2.0, 2.0, 1.0], 1e-300), [[0, 0, 1], [0.5, 0.5, 0], [0.5, 0.5, 0]]
    )


@each
def test_where_it_is_softest_every_derivative_is_one_nth(closed):
    np.testing.assert_allclose(closed([2.0, 3.0, 1.0, 7.0], 1e300), np.full((4, 4), 0.25))


@each
def test_bad_arguments_are_refused(closed):
    with pytest.raises(DiffsortError, match=r"^x must be one-dimensional, got shape"):
        closed([[1.0, 2.0]])
    with pytest.raises(DiffsortError, match="must be a positive number, got 0"):
        closed([1.0, 2.0], 0)


@pytest.mark.parametrize("jacobian", [neural_sort_jacobian, soft_sort_jacobian])
def test_gaps_that_overflow_are_silent(jacobian):
    assert jacobian([1.7e308, -1.7e308]).tolist() == [[0, 1], [1, 0]]
