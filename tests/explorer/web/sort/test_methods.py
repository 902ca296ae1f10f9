"""The gallery's methods in the browser are those of explorer/scenes/gallery_methods.py."""

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from twin_bounds import EPS, growth, matrix
from twin_draws import families, finite, moderate, spaced, tied, vectors
from twin_laws import near, refused_by_both

from diffsort_core import NETWORKS
from explorer.choices import RELAXATIONS
from explorer.scenes.gallery_methods import COMPARED, METHODS, longest_step

alphas = st.floats(0, 30) | st.sampled_from([0.0, inf])
soft_alphas = st.floats(0.05, 30) | st.just(inf)
NAMES = {kind: name for name, (_, kind) in RELAXATIONS.items()}
each_method = pytest.mark.parametrize("name", METHODS)


def test_the_methods_and_what_is_known_of_them_are_the_same(deno):
    found = deno("methods")
    assert list(found) == list(METHODS)
    assert found == {
        name: {
            "network": facts.network,
            "monotone": facts.monotone,
            "ordered": facts.ordered,
            "keepsSum": facts.keeps_sum,
            "comparator": NAMES.get(facts.comparator),
        }
        for name, facts in METHODS.items()
    }


def test_the_same_are_laid_side_by_side(deno):
    found = deno("compared")
    assert list(found) == list(COMPARED)
    assert found == {name: list(methods) for name, methods in COMPARED.items()}


@each_method
@given(family=families, x=vectors(moderate, tied) | spaced, alpha=alphas)
def test_a_method_makes_the_same_of_values(deno, name, family, x, alpha):
    """Sorted values: 1e-12 of the largest, in a network and by a matrix (a hard sort and a
    projection bit for bit). Shares: 1e-12. Derivatives: 1e-12 for each of n terms, and the
    condition of a slope, alpha times the range in units of rounding, times their own growth."""
    if name == "softmax" and alpha < 0.05:
        alpha = 0.05
    network = NETWORKS[family](len(x))
    known, found = (
        METHODS[name].run(np.array(x), network, alpha),
        deno("byMethod", name, family, x, alpha),
    )
    size = max(np.max(np.abs(x)), np.max(np.abs(known.sorted)))
    exactly = name in ("hard sort", "isotonic")
    near(found["sorted"], known.sorted, 0 if exactly else 1e-12 * size)
    assert (found["permutation"] is None) == (known.permutation is None)
    condition = 64 * EPS * (alpha if alpha < inf else 0) * np.ptp(x)
    if known.permutation is not None:
        near(matrix(found["permutation"], known.permutation), known.permutation, 1e-12 + condition)
    within = (1e-12 * len(x) + condition) * growth(known.jacobian)
    near(matrix(found["jacobian"], known.jacobian), known.jacobian, within)


@each_method
@given(x=vectors(finite, tied, most=16))
def test_at_infinity_every_method_is_a_hard_sort(deno, name, x):
    """But for values within the rounding of n max|x|, which NeuralSort blends, as it does those
    that are all below 1e-300, where its tau can be no smaller; and the isotonic sort of equal
    values, which has no gap: 1e-12 of the largest."""
    assume(name != "NeuralSort" or not 0 < np.max(np.abs(x)) < 1e-300)
    found = deno("byMethod", name, "bitonic", x, inf)
    near(found["sorted"], np.sort(x), 1e-12 * np.max(np.abs(x)))


@given(x=vectors(moderate, tied, finite), alpha=alphas)
def test_the_longest_step_is_the_same(deno, x, alpha):
    with np.errstate(over="ignore"):
        assert deno("longestStep", x, alpha) == longest_step(np.array(x), alpha)


def test_log_sum_exp_refuses_the_mean(deno):
    x = [2.0, 1.0]
    refused_by_both(
        lambda: METHODS["softmax"].run(np.array(x), NETWORKS["bitonic"](2), 0.0),
        lambda: deno("byMethod", "softmax", "bitonic", x, 0),
        r"alpha must not be 0 for softmax \(log-sum-exp\), which diverges there, got 0",
    )
