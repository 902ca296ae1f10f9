"""The browser's soft ranks, their order matrix and their derivatives are those of diffsort_core."""

from math import inf

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian
from hypothesis import given
from hypothesis import strategies as st
from twin_bounds import EPS, growth, matrix, ranks_grow
from twin_draws import exact, families, finite, moderate, rules, spaced, strengths, tied, vectors
from twin_laws import near, refused_alike

from diffsort_core import (
    NETWORKS,
    SmoothMax,
    dargsort,
    diff_argsort,
    diff_sort,
    order_matrix,
    rank_jacobian,
    sort_jacobian,
)

pytestmark = pytest.mark.filterwarnings("ignore::diffsort_core.DiffsortWarning")
"""The two halves are the same where ranks are sure and wrong, too."""
any_sigma = st.sampled_from([5e-324, 1e-310, 1e-9, 0.1, 1.0, 1e9, 1.7e308]) | st.floats(1e-3, 1e3)
sigmas = st.floats(0.05, 20)
slopes = st.floats(0.05, 30)
any_vector, usual = vectors(moderate, tied, finite), vectors(moderate, tied) | spaced


@given(original=any_vector, sortd=any_vector, sigma=any_sigma)
def test_the_order_matrix_is_the_same(deno, original, sortd, sigma):
    """Both halves have the same exponents, bit for bit, so that only exp and one division round
    differently: 1e-14 of a share, whatever the numbers."""
    known = order_matrix(original, sortd, sigma)
    near(matrix(deno("orderMatrix", original, sortd, sigma), known), known, 1e-14)


@given(original=any_vector, sortd=any_vector, sigma=any_sigma, transpose=st.booleans())
def test_soft_ranks_among_any_places_are_the_same(deno, original, sortd, sigma, transpose):
    """1e-14 of a share, times the sum of all places."""
    if transpose:
        sortd = (sortd * len(original))[: len(original)]
    known = dargsort(original, sortd, sigma, transpose)
    within = 1e-14 * max(len(original), len(sortd)) ** 2
    near(deno("dargsort", original, sortd, sigma, transpose), known, within)


@given(
    family=families, rule=exact, x=any_vector, sigma=any_sigma, how=st.tuples(*[st.booleans()] * 2)
)
def test_soft_ranks_of_a_sort_without_exp_are_the_same(deno, family, rule, x, sigma, how):
    """The places are the same bit for bit: the bound is that of ranks among given places."""
    (named, rule), (transpose, descending) = rule, how
    known = diff_argsort(NETWORKS[family](len(x)), x, sigma, rule, transpose, descending=descending)
    options = {"transpose": transpose, "descending": descending}
    near(deno("ranksOf", family, x, sigma, named, options), known, 1e-14 * len(x) ** 2)


@given(
    family=families, rule=rules(strengths=slopes), x=usual, sigma=sigmas, transpose=st.booleans()
)
def test_soft_ranks_are_the_same_but_for_rounding(deno, family, rule, x, sigma, transpose):
    """1e-12 of n, and what a place's own rounding does to its ranks."""
    known = diff_argsort(NETWORKS[family](len(x)), x, sigma, rule[1], transpose)
    within = len(x) * (1e-12 + 64 * EPS * ranks_grow(x, sigma))
    found = deno("ranksOf", family, x, sigma, rule[0], {"transpose": transpose})
    near(found, known, within)


@given(n=st.integers(1, 64), value=finite, sigma=any_sigma)
def test_equal_values_share_their_rank(deno, n, value, sigma):
    ranks = deno("ranksOf", "bitonic", [value] * n, sigma, ["smoothmax", inf])
    assert len(set(ranks)) == 1
    near(ranks, [(n - 1) / 2] * n, 1e-13 * n)


def jacobian_bound(family, rule, x, sigma):
    """A derivative of a rank is at most n / (2 sigma), and more where a value is further from all
    places than sigma; it is n products of such with derivatives of the sort. 1e-12 of these, the
    condition of the sort's slopes and that of the ranks beside it."""
    by_sort = sort_jacobian(NETWORKS[family](len(x)), x, rule)
    size = len(x) / sigma * max(1, np.ptp(x) / sigma) * growth(by_sort)
    alpha = abs(rule.alpha) if abs(rule.alpha) < 1e18 else 0
    return size * (1e-12 + 64 * EPS * (alpha * np.ptp(x) + ranks_grow(x, sigma)))


@given(family=families, rule=rules(strengths=slopes) | exact, x=usual, sigma=sigmas)
def test_the_derivatives_of_ranks_by_values_are_the_same(deno, family, rule, x, sigma):
    """See :func:`jacobian_bound`."""
    named, rule = rule
    known = rank_jacobian(NETWORKS[family](len(x)), x, sigma, rule)
    found = deno("ranksAnswer", family, x, sigma, named)["jacobian"]
    near(matrix(found, known), known, jacobian_bound(family, rule, x, sigma))


@given(family=families, rule=rules(strengths=slopes), x=vectors(moderate, most=16), sigma=sigmas)
def test_the_derivatives_of_the_soft_argsort_are_those_of_autograd(deno, family, rule, x, sigma):
    """:func:`jacobian_bound`, times n: a place adds up what n values give it."""
    named, rule = rule
    network = NETWORKS[family](len(x))
    known = autograd_jacobian(lambda x: diff_argsort(network, x, sigma, rule, True))(np.array(x))
    found = deno("ranksAnswer", family, x, sigma, named, {"transpose": True})["jacobian"]
    near(matrix(found, known), known, len(x) * jacobian_bound(family, rule, x, sigma))


@given(
    family=families,
    rule=rules(strengths=slopes) | exact,
    x=usual,
    sigma=sigmas,
    transpose=st.booleans(),
)
def test_the_derivatives_of_ranks_by_sigma_are_those_of_an_imaginary_step(
    deno, family, rule, x, sigma, transpose
):
    """The kernel, written anew for a complex sigma: a step of 1e-30 i has no rounding of its own.
    A derivative is at most some n / sigma, and (range / sigma)^2 times that for far values."""
    named, rule = rule
    x = np.array(x)
    places = diff_sort(NETWORKS[family](len(x)), x, rule)
    away = np.square(x[:, None] - places)
    away -= away.min(axis=1, keepdims=True)
    kernel = np.exp(-away / (2 * (sigma + 1e-30j) ** 2))
    order = kernel / kernel.sum(axis=1, keepdims=True)
    known = ((order.T if transpose else order) @ np.arange(len(x))).imag / 1e-30
    found = deno("ranksAnswer", family, x.tolist(), sigma, named, {"transpose": transpose})
    far = max(1.0, np.ptp(x) / sigma)
    within = len(x) ** 2 / sigma * far**2 * (1e-12 + 64 * EPS * ranks_grow(x, sigma))
    near(found["bySigma"], known, within)


@given(family=families, rule=exact, x=any_vector, sigma=any_sigma)
def test_derivatives_of_any_ranks_are_numbers_where_they_are_in_the_core(
    deno, family, rule, x, sigma
):
    """At the ends of the floats a derivative may leave them in both halves; none is NaN here where
    it is a number there, and the derivative by sigma is never NaN."""
    named, rule = rule
    known = rank_jacobian(NETWORKS[family](len(x)), x, sigma, rule)
    found = deno("ranksAnswer", family, x, sigma, named)
    mine = matrix(found["jacobian"], known).astype(float)
    assert not np.any(np.isnan(mine) & ~np.isnan(known))
    assert np.isfinite(mine).tolist() == np.isfinite(known).tolist()
    assert not np.any(np.isnan(np.array(found["bySigma"], float)))


@given(family=families, rule=rules(strengths=strengths), x=any_vector, sigma=any_sigma)
def test_ranks_of_any_numbers_are_those_of_the_core(deno, family, rule, x, sigma):
    """Where both are defined they are within the vector's places; that is all that a kernel far
    narrower than the rounding of its places promises."""
    named, rule = rule
    if not rule.mixes:
        return
    ranks = deno("ranksOf", family, x, sigma, named)
    assert min(ranks) >= 0
    assert max(ranks) <= len(x) - 1 + 1e-12


X = [3.0, 1.0, 2.0]


@pytest.mark.parametrize("sigma", [0, -1.5, inf, -inf, "wide", None])
def test_a_width_that_is_not_positive_is_refused_in_the_same_words(deno, sigma):
    network, rule = NETWORKS["bitonic"](3), SmoothMax(1.0)
    for python, browser in [
        (lambda: order_matrix(X, X, sigma), lambda: deno("orderMatrix", X, X, sigma)),
        (
            lambda: diff_argsort(network, X, sigma, rule),
            lambda: deno("ranksOf", "bitonic", X, sigma, ["smoothmax", 1.0]),
        ),
        (
            lambda: rank_jacobian(network, X, sigma, rule),
            lambda: deno("ranksAnswer", "bitonic", X, sigma, ["smoothmax", 1.0]),
        ),
    ]:
        if sigma is None:  # which JavaScript may leave out
            continue
        refused_alike(python, browser)


@pytest.mark.parametrize(("original", "sortd"), [([], X), (X, [])])
def test_nothing_to_rank_is_refused_in_the_same_words(deno, original, sortd):
    refused_alike(
        lambda: order_matrix(original, sortd, 1.0),
        lambda: deno("orderMatrix", original, sortd, 1.0),
    )
