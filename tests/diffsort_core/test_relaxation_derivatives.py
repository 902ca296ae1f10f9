"""The derivatives of a soft maximum are those of autodiff and of finite differences."""

from functools import partial

import numpy as np
import pytest
from cases import ABOVE_0, HIGH, HIGHER, SHIFTING, A, B, by_name

from diffsort_core import NormalizedLogSumExp
from diffsort_core.backends import namespace


def of_sum(relaxation, pair):
    return namespace(pair).sum(relaxation(pair[0], pair[1]))


def test_derivatives_are_those_of_each_library(autodiff, above_0):
    a, b = HIGH, HIGHER
    if above_0.is_hard:  # at a hard tie a library takes the derivative of one side
        a, b = a[a != b], b[a != b]
    gradient = autodiff.jacobian(lambda pair: of_sum(above_0, pair), np.stack([a, b]))
    np.testing.assert_allclose(above_0.derivative(a, b), gradient, rtol=0, atol=1e-12)


def test_derivatives_are_finite_differences(above_0):
    a, b = HIGH[HIGH != HIGHER] + 0.01, HIGHER[HIGH != HIGHER] + 0.01
    step = 1e-5
    by_a = (above_0(a + step, b) - above_0(a - step, b)) / (2 * step)
    by_b = (above_0(a, b + step) - above_0(a, b - step)) / (2 * step)
    np.testing.assert_allclose(above_0.derivative(a, b), [by_a, by_b], rtol=0, atol=1e-7)


def test_derivatives_add_up_to_1_and_at_a_tie_are_halves(xp, relaxation):
    by_a, by_b = (
        xp.call(lambda a, b, side=side: relaxation.derivative(a, b)[side], A, B) for side in (0, 1)
    )
    np.testing.assert_allclose(by_a + by_b, 1, rtol=0, atol=1e-15)
    assert (by_a[A == B] == 0.5).all()


def test_under_normalize_the_derivatives_add_up_to_more_than_1():
    assert (np.sum(NormalizedLogSumExp().derivative(ABOVE_0, ABOVE_0[::-1]), axis=0) > 1).all()


@pytest.mark.filterwarnings(
    "ignore:overflow encountered:RuntimeWarning"
)  # autograd's own, on its way back
@pytest.mark.parametrize(("dtype", "alpha"), [(np.float32, 1e30), (np.float64, 1.0)])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_gradients_are_finite_far_beyond_where_exponentials_end(autodiff, kind, dtype, alpha):
    relaxation, most = kind(alpha), np.finfo(dtype).max / 64
    a, b = (side.ravel() for side in np.meshgrid([most, -most, 1, 0], [-most / 2, 1e3, -3, 0.5]))
    pair = np.array([a, b], dtype)
    gradient = autodiff.jacobian(partial(of_sum, relaxation), pair)
    np.testing.assert_allclose(
        gradient, relaxation.derivative(*pair), rtol=0, atol=100 * np.finfo(dtype).eps
    )
