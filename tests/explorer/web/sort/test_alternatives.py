"""The browser's sorts without a network are those of diffsort_core."""

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import isotonic_regression
from twin_bounds import matrix
from twin_draws import finite, moderate, spaced, tied, vectors
from twin_laws import bits, near, refused_alike, same

import diffsort_core as core
from diffsort_core.alternatives import isotonic_blocks

taus = st.sampled_from([5e-324, 1e-310, 1e-12, 1.0, 1e12, 1.7e308]) | st.floats(0.01, 100)
powers = st.just(1.0) | st.floats(0.25, 4)
any_vector, usual = vectors(moderate, tied, finite), vectors(moderate, tied) | spaced
MATRICES = {
    "neuralSort": (core.neural_sort, core.neural_sort_jacobian),
    "softSort": (core.soft_sort, core.soft_sort_jacobian),
}
each_matrix = pytest.mark.parametrize("name", MATRICES)


@given(n=st.integers(1, 400), seed=st.integers(0, 99), zeros=st.booleans())
def test_numbers_are_added_in_numpys_order(deno, n, seed, zeros):
    values = np.random.default_rng(seed).normal(size=n) * (-0.0 if zeros else 1.0)
    assert bits(deno("added", values.tolist())) == bits([np.sum(values), np.mean(values)])


@each_matrix
@given(x=any_vector, tau=taus)
def test_relaxed_permutations_are_the_same(deno, name, x, tau):
    """NeuralSort's scores are the same bit for bit; SoftSort's exponents have a logarithm of up to
    750 in them, whose last digit may differ: 1e-12 of a share, whatever the numbers. What they make
    of x: 1e-12 of the largest, for each of n terms."""
    known = MATRICES[name][0](x, tau)
    found = matrix(deno(name, x, tau), known)
    near(found, known, 1e-14 if name == "neuralSort" else 1e-12)
    x = np.array(x) / (np.max(np.abs(x)) or 1.0)
    near(found @ x, known @ x, 1e-12)


@given(x=usual, tau=taus, power=powers)
def test_soft_sort_takes_a_power(deno, x, tau, power):
    """A power multiplies the rounding of the logarithm: 4e-12."""
    known = core.soft_sort(x, tau, power)
    near(matrix(deno("softSort", x, tau, power), known), known, 4e-12)


def pulls(name, x, tau):
    """The largest number that is added up to a derivative: a weight times a distance in units of
    tau, or what n of them round to."""
    weights = MATRICES[name][0](x, tau)
    with np.errstate(over="ignore"):
        gaps = np.abs(np.divide(x, 2)[None] - np.divide(x, 2)[:, None]) / tau * 2
    return max(1.0, np.max(weights * (weights @ np.minimum(gaps, 1e4))))


@each_matrix
@given(x=any_vector, tau=taus)
def test_their_jacobians_are_the_same(deno, name, x, tau):
    """1e-12 of the largest pull, for each of the n that a derivative adds up."""
    with np.errstate(over="ignore"):  # of gaps beyond the floats, of which the sign is asked
        known = MATRICES[name][1](x, tau)
    found = matrix(deno(f"{name}Jacobian", x, tau), known)
    near(found, known, 1e-12 * len(x) * pulls(name, x, tau))


@given(v=any_vector)
def test_the_nearest_ascending_vector_is_scipys_to_the_last_bit(deno, v):
    v = np.divide(v, 128)  # so that no sum overflows
    known, found = isotonic_regression(v), deno("regression", v.tolist())
    same(found["fitted"], known.x)
    assert found["blocks"] == known.blocks.tolist()


@given(x=any_vector, epsilon=taus)
def test_isotonic_sorts_and_ranks_are_the_same_bit_for_bit(deno, x, epsilon):
    """Both halves pool in the same order. The derivatives of the sort are means of at most n
    shares: 1e-15 for each."""
    found = deno("projected", x, epsilon)
    same(found["sorted"], core.isotonic_sort(x, epsilon))
    assert found["blocks"] == isotonic_blocks(np.array(x), epsilon).tolist()
    same(found["ranks"], core.isotonic_rank(x, epsilon))
    known = core.isotonic_sort_jacobian(x, epsilon)
    near(matrix(found["jacobian"], known), known, 1e-15 * len(x))


@given(x=usual, epsilon=st.floats(0.1, 20), seed=st.integers(0, 99))
def test_the_derivatives_of_isotonic_ranks_are_their_differences(deno, x, epsilon, seed):
    """Isotonic ranks are linear between kinks: where steps this way and that are alike, the
    difference is the derivative, but for the rounding of ranks over the step."""
    direction, step = np.random.default_rng(seed).normal(size=len(x)), 1e-6
    up, down = (core.isotonic_rank(np.add(x, sign * step * direction), epsilon) for sign in (1, -1))
    now = core.isotonic_rank(x, epsilon)
    assume(np.allclose(up - now, now - down, atol=1e-10))
    found = np.reshape(deno("projected", x, epsilon)["rankJacobian"], (len(x), -1))
    near(found @ direction, (up - down) / (2 * step), 1e-7 * max(1, len(x) / epsilon))
    near([found.sum(axis=0), found.sum(axis=1)], np.zeros((2, len(x))), 1e-12 / epsilon)


@each_matrix
@pytest.mark.parametrize("tau", [0, -1.5, inf, "soft"])
def test_a_tau_that_is_not_positive_is_refused_in_the_same_words(deno, name, tau):
    x = [3.0, 1.0, 2.0]
    refused_alike(lambda: MATRICES[name][0](x, tau), lambda: deno(name, x, tau))
    refused_alike(lambda: MATRICES[name][1](x, tau), lambda: deno(f"{name}Jacobian", x, tau))


@pytest.mark.parametrize("power", [0, -2.5, inf])
def test_a_power_that_is_not_positive_is_refused_in_the_same_words(deno, power):
    x = [3.0, 1.0]
    refused_alike(lambda: core.soft_sort(x, 1.0, power), lambda: deno("softSort", x, 1.0, power))


PROJECTIONS = {"isotonicSort": core.isotonic_sort, "isotonicRank": core.isotonic_rank}


@pytest.mark.parametrize("name", PROJECTIONS)
@pytest.mark.parametrize(("x", "epsilon"), [([3.0], 0), ([3.0], -inf), ([3.0], "soft"), ([], 1.0)])
def test_what_cannot_be_projected_is_refused_in_the_same_words(deno, name, x, epsilon):
    refused_alike(
        lambda: PROJECTIONS[name](x, epsilon), lambda: deno("projection", name, x, epsilon)
    )
