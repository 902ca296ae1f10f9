"""Where alpha counts per standard deviation, the browser sorts, ranks and differentiates as
diffsort_core does."""

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from twin_bounds import EPS, growth, matrix, ranks_grow
from twin_draws import equal, families, finite, moderate, names, rules, tied, vectors
from twin_laws import bits, near

from diffsort_core import (
    NETWORKS,
    DiffsortError,
    diff_argsort,
    diff_sort,
    rank_jacobian,
    sort_jacobian,
    trace,
)
from explorer.choices import RELAXATIONS

pytestmark = pytest.mark.filterwarnings("ignore::diffsort_core.DiffsortWarning")
"""The two halves are the same where ranks are sure and wrong, too."""
slopes = st.floats(0.05, 30)
usual = vectors(moderate, tied) | equal
sigmas = st.floats(0.05, 5)


def freed(named):
    name, alpha = named
    return [name, alpha, True], RELAXATIONS[name][1](alpha, scale_free=True)


def standard(x):
    """The vector in its standard deviations, and the largest of it in parts of the range: how much
    of the values' own digits is left."""
    x = np.divide(x, np.max(np.abs(x)) or 1.0)
    deviation = np.std(x) or 1.0
    return x / deviation, max(1.0, 1 / deviation)


@given(family=families, rule=rules(strengths=slopes), x=vectors(moderate, tied, finite))
def test_the_sort_and_every_column_are_the_same(deno, family, rule, x):
    """1e-12 of the largest value: the mean and the deviation are added up as NumPy does."""
    named, rule = freed(rule[0])
    network = NETWORKS[family](len(x))
    try:
        run = trace(network, x, rule)
    except DiffsortError:  # log-sum-exp leaves the floats, or its alpha is 0 in units of 1 / x
        assert not rule.mixes
        assert np.max(np.abs(x)) > 1e298
        return
    found = deno("sortsOf", family, x, named)
    size = np.max(np.abs(run.values)) or 1.0
    near(found["sorted"], diff_sort(network, x, rule), 1e-12 * size)
    near(found["values"], run.values, 1e-12 * size)
    assert found["alpha"] == run.softmax.alpha
    assert bits(found["values"][0]) == bits(x)


@given(family=families, name=names, x=vectors(moderate, tied, finite))
def test_a_hard_sort_keeps_every_digit(deno, family, name, x):
    known = diff_sort(NETWORKS[family](len(x)), x, RELAXATIONS[name][1](inf, scale_free=True))
    assert bits(deno("sortsOf", family, x, [name, inf, True])["sorted"]) == bits(known)


@given(family=families, rule=rules(strengths=slopes), x=usual)
def test_the_whole_jacobian_is_the_same(deno, family, rule, x):
    """1e-12, the condition of the slopes at the digits that are left, and what the deviation's own
    derivative adds (n products of standardized values), times the growth of the sort."""
    named, rule = freed(rule[0])
    known = sort_jacobian(NETWORKS[family](len(x)), x, rule)
    at, left = standard(x)
    condition = 1e-12 * len(x) + 64 * EPS * rule.alpha * np.ptp(at) * left
    near(
        matrix(deno("sortsOf", family, x, named)["jacobian"], known),
        known,
        condition * growth(known),
    )


@given(family=families, rule=rules(strengths=slopes), x=usual, sigma=sigmas)
def test_ranks_and_their_derivatives_are_the_same(deno, family, rule, x, sigma):
    """As without a scale, in standard deviations and at the digits that are left; derivatives per
    unit of x."""
    named, rule = freed(rule[0])
    network, n = NETWORKS[family](len(x)), len(x)
    largest = np.max(np.abs(x))  # per unit of which a rank may leave the floats
    assume(not 0 < largest < 1e-200 and largest < 1e200)
    at, left = standard(x)
    assume(left < 1e6)
    rounding = 1e-12 + 64 * EPS * left * (ranks_grow(at - np.mean(at), sigma) + rule.alpha)
    known = diff_argsort(network, x, sigma, rule)
    near(deno("ranksOf", family, x, sigma, named), known, n * rounding)
    known = rank_jacobian(network, x, sigma, rule)
    grown = growth(sort_jacobian(network, x, rule))
    size = n / sigma * max(1, np.ptp(at) / sigma) * grown / (np.std(x) or np.max(np.abs(x)) or 1.0)
    found = deno("ranksAnswer", family, x, sigma, named)["jacobian"]
    near(matrix(found, known), known, n * size * rounding * max(1, np.ptp(at)))
