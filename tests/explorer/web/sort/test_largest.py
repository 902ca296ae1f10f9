"""The browser's largest values, their derivatives and what finite differences say of a sort."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_bounds import EPS, growth, matrix
from twin_draws import exact, families, finite, moderate, rules, spaced, tied, vectors
from twin_laws import near, refused_alike, same

from diffsort_core import NETWORKS, SmoothMax, diff_topk, sort_jacobian, trace
from explorer.scenes.jacobian import _finite_differences

slopes = st.floats(0.05, 30)


@given(family=families, rule=exact, x=vectors(moderate, tied, finite), place=st.integers(0, 63))
def test_the_largest_values_of_an_exact_sort_are_the_same(deno, family, rule, x, place):
    """Bit for bit, and so are the derivatives but for the rounding of what they are mixed from:
    1e-12 of the largest."""
    (named, rule), k = rule, place % len(x) + 1
    network = NETWORKS[family](len(x))
    found = deno("largest", family, x, k, named)
    same(found["topk"], diff_topk(network, x, k, rule))
    known = sort_jacobian(network, x, rule)[::-1][:k]
    near(matrix(found["jacobian"], known), known, 1e-12 * growth(known))


@given(
    family=families,
    rule=rules(strengths=slopes),
    x=vectors(moderate, tied) | spaced,
    place=st.integers(0, 63),
)
def test_the_largest_values_are_the_same_but_for_rounding(deno, family, rule, x, place):
    """1e-12 of the largest value; derivatives times the condition of the slopes, alpha times the
    range in units of rounding, and the growth of the whole Jacobian."""
    (named, rule), k = rule, place % len(x) + 1
    network = NETWORKS[family](len(x))
    found, known = deno("largest", family, x, k, named), diff_topk(network, x, k, rule)
    near(found["topk"], known, 1e-12 * max(np.max(np.abs(x)), np.max(np.abs(known))))
    whole = sort_jacobian(network, x, rule)
    condition = 1e-12 + 64 * EPS * rule.alpha * np.ptp(x)
    near(matrix(found["jacobian"], whole[:k]), whole[::-1][:k], condition * growth(whole))


@given(family=families, rule=rules(strengths=slopes) | exact, x=vectors(moderate, tied, most=16))
def test_finite_differences_are_the_same_but_for_the_rounding_they_have(deno, family, rule, x):
    """Both subtract two sorts that are a step apart: 1e-15 of a value of size 1, over the step,
    which is 6e-6 of the range or of 1 / alpha."""
    named, rule = rule
    known = _finite_differences(trace(NETWORKS[family](len(x)), x, rule))
    size = np.max(np.abs(x)) or 1.0
    fitted = abs(rule.alpha) * float(size)
    reach = 1 / fitted if 0 < fitted < np.inf else 1.0
    step = 6e-6 * min(np.ptp(np.divide(x, size)) or 1.0, reach)
    found = deno("differences", family, x, named)
    near(matrix(found, known), known, 2e-14 / step)


@pytest.mark.parametrize("k", [0, 4, 2.5, -1, "two"])
def test_a_number_of_places_that_there_is_not_is_refused_in_the_same_words(deno, k):
    x = [3.0, 1.0, 2.0]
    refused_alike(
        lambda: diff_topk(NETWORKS["bitonic"](3), x, k, SmoothMax(1.0)),
        lambda: deno("largest", "bitonic", x, k, ["smoothmax", 1.0]),
    )
