"""The browser mixes rows by a key, or by what is said of two, as diffsort_core does."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_bounds import EPS, answer
from twin_draws import families, finite, moderate, tied
from twin_laws import near, refused_alike, same

from diffsort_core import NETWORKS, comparison_sort, vector_sort

KEYS = {
    "first": lambda rows: rows[:, 0],
    "modulus": lambda rows: np.hypot(rows[:, 0], rows[:, 1]),
    "mean": lambda rows: rows.mean(axis=1),
}
COMPARED = {"difference": lambda a, b: a - b, "clamped": lambda a, b: np.tanh(a - b)}
alphas = st.floats(0, 30)


@st.composite
def tables(draw, values=moderate | tied):
    n, width = draw(st.integers(1, 32)), draw(st.integers(2, 6))
    rows = draw(st.lists(values, min_size=n * width, max_size=n * width))
    return np.reshape(rows, (n, width))


def bound(table, alpha, network):
    """1e-12 of the largest entry, and what a key's rounding does to a weight, a quarter of alpha
    times it, once a layer: columns that the key does not see may be far apart where keys meet."""
    size = np.max(np.abs(table))
    return size * (1e-12 + 8 * EPS * alpha * size * (1 + network.depth))


@pytest.mark.parametrize("key", KEYS)
@given(family=families, table=tables(), alpha=alphas, descending=st.booleans())
def test_rows_are_mixed_by_a_key_alike(deno, key, family, table, alpha, descending):
    """See :func:`bound`, and twin_bounds.answer for keys that bend, as a modulus does."""
    network = NETWORKS[family](len(table))
    sort = lambda rows: vector_sort(network, rows, KEYS[key], alpha, descending=descending)  # noqa: E731
    known = sort(table)
    found = deno("byKey", family, len(table), table.ravel().tolist(), key, alpha, descending)
    within = bound(table, alpha, network) + answer(sort, table, known)
    near(np.reshape(found, known.shape), known, within)


@given(
    family=families,
    table=tables(finite | tied),
    alpha=st.sampled_from([inf, -inf, 0.0]),
    descending=st.booleans(),
)
def test_rows_are_sorted_hard_or_blended_bit_for_bit(deno, family, table, alpha, descending):
    network = NETWORKS[family](len(table))
    known = vector_sort(network, table, KEYS["first"], alpha, descending=descending)
    found = deno("byKey", family, len(table), table.ravel().tolist(), "first", alpha, descending)
    same(found, known.ravel())


@pytest.mark.parametrize("said", COMPARED)
@given(
    family=families,
    table=tables(),
    alpha=alphas,
    scale=st.sampled_from([0.5, 2.0, -0.5]),
    descending=st.booleans(),
)
def test_rows_are_mixed_by_a_comparison_alike(deno, said, family, table, alpha, scale, descending):
    """See :func:`bound`; a comparison counts 2 alpha scale."""
    network = NETWORKS[family](len(table))
    compare = lambda a, b: COMPARED[said](a[:, 0], b[:, 0])  # noqa: E731
    known = comparison_sort(network, table, compare, alpha, scale, descending=descending)
    how = [alpha, scale, descending]
    found = deno("byComparison", family, len(table), table.ravel().tolist(), said, how)
    near(np.reshape(found, known.shape), known, bound(table, 4 * alpha * abs(scale), network))


@pytest.mark.parametrize("alpha", [float("nan"), None, "steep"])
def test_an_alpha_that_is_no_number_is_refused_in_the_same_words(deno, alpha):
    network, table = NETWORKS["bitonic"](2), np.eye(2)
    refused_alike(
        lambda: vector_sort(network, table, KEYS["first"], alpha),
        lambda: deno("byKey", "bitonic", 2, [1, 0, 0, 1], "first", alpha, True),
    )
