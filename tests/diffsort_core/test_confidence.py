"""Ranks that are sure and wrong are warned of, and no others; what is suggested then is so for
neither."""

import warnings
from math import inf
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    NETWORKS,
    Cauchy,
    DiffsortError,
    DiffsortWarning,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_indices,
    diff_argsort,
    diff_argsort_indexed,
    diff_sort,
    hard_ranks,
    kernel,
    order_matrix,
    smoothmax,
    softmax,
    suggest,
)
from diffsort_core.families import MOST_WIRES
from diffsort_core.ranking import soft_ranks

SCORES = [0.7255, 0.6218, 0.2692, 0.0983]
RULES = [
    LogSumExp(),
    LogSumExp(-2.0),
    SmoothMax(4.0),
    SmoothMax(-4.0),
    SmoothMax(3.0, scale_free=True),
    Cauchy(2.0),
    HARD,
    SmoothMax(-inf),
]
SMALL = arrays(
    float, st.integers(1, 12), elements=st.floats(-3, 3) | st.sampled_from([0.0, 1.0, 1.5])
)


def warned(*arguments, **options):
    """The words of each warning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        diff_argsort(*arguments, **options)
    return [str(each.message) for each in caught if each.category is DiffsortWarning]


def sure_and_wrong(x, sigma, rule, descending=False):
    """How many values have more than 0.9 in a place that they would not have in a hard sort, by
    the whole matrix."""
    unit = (x.std() or 1.0) if rule.scale_free else 1.0
    order = order_matrix(x / unit, diff_sort(bitonic(len(x)), x, rule) / unit, sigma)
    if descending:
        order = order[:, ::-1]
    sign = -1 if rule.alpha < 0 else 1
    hard = np.sort(sign * x)[:: -1 if descending else 1]
    own = hard == sign * x[:, None]
    return int(((order > 0.9) & ~own).any(axis=1).sum())


@pytest.mark.parametrize("rule", RULES, ids=repr)
@pytest.mark.parametrize("descending", [False, True])
@given(x=SMALL, sigma=st.sampled_from([1e-3, 0.03, 0.1, 0.4, 2.0]))
def test_a_warning_comes_where_a_sure_rank_is_wrong_and_only_there(rule, descending, x, sigma):
    expected = sure_and_wrong(x, sigma, rule, descending)
    for transpose in (False, True):
        told = warned(bitonic, x, sigma, rule, transpose, descending=descending)
        assert len(told) == (expected > 0)


@pytest.mark.parametrize("n", [20, 60])
def test_it_is_so_in_blocks_too(monkeypatch, n):
    monkeypatch.setattr(kernel, "_ENTRIES", 50)
    monkeypatch.setattr(kernel, "_VALUES", 4)
    found = set()
    for seed, (rule, sigma) in enumerate((r, s) for r in RULES for s in (1e-3, 0.02, 0.2, 3.0)):
        x = np.random.default_rng(seed).normal(size=n).round(2)
        expected = sure_and_wrong(x, sigma, rule)
        assert len(warned(bitonic, x, sigma, rule)) == (expected > 0)
        found.add(expected > 0)
    assert found == {False, True}


def test_the_row_of_scores_that_misled_is_warned_of():
    (words,) = warned(bitonic, SCORES)
    assert words.startswith("diff_argsort is sure of wrong places: ")
    for advice in ("suggest(x)", "SmoothMax(alpha)", "scale_free=True", "HARD", "sigma"):
        assert advice in words


def test_a_loop_is_told_once(recwarn):
    warnings.resetwarnings()
    warnings.simplefilter("default")
    for scale in (1.0, 0.9, 0.8):
        diff_argsort(bitonic, scale * np.array(SCORES))
    assert [each.category for each in recwarn] == [DiffsortWarning]


def test_one_call_warns_once_at_the_line_that_made_it(form):
    batch = np.tile(SCORES, (5, 1))
    for call in (
        lambda: diff_argsort(bitonic(4), batch),  # here
        lambda: diff_argsort(form(4), SCORES),  # here
        lambda: diff_argsort("bitonic", batch.T, axis=0),  # here
        lambda: diff_argsort_indexed(bitonic_indices(4), SCORES),  # here
    ):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            call()
        (only,) = caught
        assert only.filename == __file__
        assert Path(__file__).read_text().splitlines()[only.lineno - 1].endswith("# here")


def test_every_library_whose_values_can_be_read_warns(xp):
    with pytest.warns(DiffsortWarning, match="^diff_argsort is sure of wrong places"):
        xp.call(lambda x: diff_argsort("bitonic", x), np.array(SCORES))


def test_what_is_hard_straight_through_or_shown_is_not_warned_of():
    x = np.array(SCORES)
    assert warned(bitonic, x, straight_through=True) == []
    assert warned(bitonic, x, 0.1, HARD) == []
    assert warned(bitonic, x, 10.0) == []
    soft_ranks(bitonic, x, 0.1, softmax)  # or it would raise


def test_the_original_examples_are_not_warned_of(x, r):
    assert warned(bitonic(8), r) == warned(bitonic(8), r, 0.25) == []
    assert warned(bitonic(8), r, 0.25, smoothmax) == []


# --- what is suggested ---


@settings(max_examples=50)
@given(
    x=arrays(float, st.integers(2, 40), elements=st.floats(-1e3, 1e3), unique=True),
    apart=st.sampled_from([0.8, 0.9, 0.99]),
)
def test_neighbours_at_the_median_gap_are_told_apart_to_the_degree_that_is_stated(x, apart):
    alpha, sigma = suggest(x, apart)
    gap = np.median(np.diff(np.sort(x)))
    np.testing.assert_allclose(SmoothMax(alpha).weight(gap, 0.0), apart, rtol=1e-6)
    order = order_matrix([0.0, gap], [0.0, gap], sigma)
    np.testing.assert_allclose(order, [[apart, 1 - apart], [1 - apart, apart]], rtol=1e-6)


@pytest.mark.parametrize("family", NETWORKS)
@pytest.mark.parametrize("draw", ["normal", "uniform", "lognormal", "standard_cauchy"])
def test_what_is_suggested_is_not_warned_of(family, draw):
    for seed, n in enumerate([2, 3, 8, 33, 100]):
        if n > MOST_WIRES.get(family, n):
            continue
        x = getattr(np.random.default_rng(seed), draw)(size=n)
        alpha, sigma = suggest(x)
        assert warned(family, x, sigma, SmoothMax(alpha)) == []
        ranks = soft_ranks(family, x, sigma, SmoothMax(alpha))
        assert np.abs(ranks - hard_ranks(x)).mean() < 1


@given(x=SMALL.filter(lambda x: np.ptp(x) > 0))
def test_a_suggestion_follows_the_unit_of_x_and_no_order_of_it(x):
    gaps = np.diff(np.sort(x))
    assume(gaps[gaps > 0].min() > 1e-300)  # or alpha would leave the floats
    alpha, sigma = suggest(x * 4)
    np.testing.assert_allclose([alpha * 4, sigma / 4], suggest(x[::-1]), rtol=1e-12)


def test_the_gaps_of_all_vectors_count_and_equal_values_have_none(xp):
    batch = np.array([[3.0, 1, 1, 4], [0, 6, 6, 6]])  # gaps 2, 1 and 6
    expected = suggest([0.0, 2.0])
    assert suggest(batch) == suggest(batch.T, axis=0) == suggest(xp.array(batch)) == expected


@pytest.mark.parametrize("x", [[1.7e308, -1.7e308], [0.0, 5e-324], np.array([1, 2], "e")], ids=repr)
def test_a_suggestion_is_finite(x):
    alpha, sigma = suggest(x)
    assert 0 < alpha < inf
    assert 0 < sigma < inf


@pytest.mark.parametrize(
    ("x", "apart", "told"),
    [
        ([1.0, 1.0], 0.9, r"x must hold two different values, got \[1., 1.\]"),
        ([], 0.9, "x must hold two different values"),
        ([1.0, np.nan], 0.9, "x must hold finite numbers"),
        ([1.0, 2.0], 0.5, "apart must be between 0.5 and 1, got 0.5"),
        ([1.0, 2.0], 1, "apart must be between 0.5 and 1, got 1"),
        ([1.0, 2.0], 1.5, r"apart must be a number in \[0.5, 1\], got 1.5"),
    ],
)
def test_what_suggests_nothing_is_refused(x, apart, told):
    with pytest.raises(DiffsortError, match=f"^{told}"):
        suggest(x, apart)
