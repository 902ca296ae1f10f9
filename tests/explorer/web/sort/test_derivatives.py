"""What the browser carries through a run is what diffsort_core carries through it."""

import sys
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_draws import families, finite, mixing, moderate, names, rules, spaced, tied, vectors
from twin_laws import near, told

from diffsort_core import NETWORKS, soft_permutation, sort_jacobian, trace
from explorer.choices import RELAXATIONS

EPS = sys.float_info.epsilon
slopes = st.floats(-50, 50) | st.sampled_from([1e4, -1e6, 1e9])
distinct_or_tied = vectors(moderate, tied) | spaced


@cache
def directions(n):
    return np.random.default_rng([11, n]).normal(size=(2, n))


def growth(jacobian):
    """How much a rounding error may grow on its way: not at all if no derivative is negative."""
    return max(1.0, np.abs(jacobian).max())


@given(family=families, rule=rules(), x=distinct_or_tied)
def test_what_is_carried_through_the_same_exchanges_is_the_same(deno, family, rule, x):
    network, (v, w) = NETWORKS[family](len(x)), directions(len(x))
    run = trace(network, x, rule[1])
    jacobian = np.transpose([run.tangents(unit)[-1] for unit in np.eye(len(x))])
    within = 1e-12 * growth(jacobian)
    found = deno("carried", family, len(x), told(run), v.tolist(), w.tolist())
    near(found["tangents"], run.tangents(v), within)
    near(found["cotangents"], run.cotangents(w), within)
    near(np.reshape(found["jacobian"], jacobian.shape), jacobian, within)


@given(family=families, rule=rules(mixing), x=distinct_or_tied)
def test_the_soft_permutation_of_the_same_exchanges_is_the_same(deno, family, rule, x):
    network = NETWORKS[family](len(x))
    run = trace(network, x, rule[1])
    found = deno("carried", family, len(x), told(run), x, x)["softPermutation"]
    near(np.reshape(found, (len(x), -1)), soft_permutation(network, x, rule[1]), 1e-12)


@given(family=families, rule=rules(names, slopes), x=distinct_or_tied)
def test_the_whole_jacobian_is_the_same_but_for_rounding(deno, family, rule, x):
    jacobian_agrees(deno, family, *rule, x)


@pytest.mark.parametrize("name", ["Gaussian", "smoothmax"])
@pytest.mark.parametrize("alpha", [0.6, 1.24, 1.58, 1.644])
def test_derivatives_of_the_wrong_sign_that_grow_are_the_same_but_for_rounding(deno, name, alpha):
    x = [float(wire // 2) for wire in range(64)]
    rule = RELAXATIONS[name][1](alpha)
    jacobian_agrees(deno, "odd-even transposition", [name, alpha], rule, x)


def jacobian_agrees(deno, family, named, rule, x):
    known = sort_jacobian(NETWORKS[family](len(x)), x, rule)
    found = np.reshape(deno("jacobianOf", family, x, named), known.shape)
    condition = 1e-12 + 64 * EPS * abs(rule.alpha) * np.ptp(x)
    near(found, known, condition * growth(known))


@given(family=families, rule=rules(mixing), x=vectors(finite))
def test_a_jacobian_of_any_numbers_is_finite_and_its_sums_are_1(deno, family, rule, x):
    jacobian = np.reshape(deno("jacobianOf", family, x, rule[0]), (len(x), -1))
    near(jacobian.sum(axis=0), np.ones(len(x)), 1e-9)
    near(jacobian.sum(axis=1), np.ones(len(x)), 1e-9)


@pytest.mark.parametrize(("v", "words"), [([1.0], "v must have n = 3 values, got 1")])
def test_a_direction_that_does_not_fit_is_refused(deno, v, words):
    run = trace(NETWORKS["bitonic"](3), [3, 1, 2])
    with pytest.raises(Exception, match=words):
        run.tangents(v)
    with pytest.raises(Exception, match=words):
        deno("carried", "bitonic", 3, told(run), v, v)


def test_what_does_not_mix_has_no_soft_permutation(deno):
    with pytest.raises(Exception, match="softmax must be a relaxation that mixes"):
        deno("softPermutationWithoutWeights", "bitonic", 3)
