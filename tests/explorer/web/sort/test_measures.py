"""The browser's measures of a sort are those of diffsort_core."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from twin_draws import finite, moderate, tied, vectors
from twin_laws import near

from diffsort_core import hard_ranks, inversions, relative_rms, vanishing, wrong_signed
from explorer.scenes.jacobian import VANISHED, sums_of

margins = st.sampled_from([0.0, 1.0, 0.5, 1e-12]) | st.floats(0, 5)
entries = st.floats(-1, 1) | st.sampled_from([0.0, -1e-9, -2e-9, 1e-6, 9e-7, -1e-6])


@given(values=vectors(moderate, tied, finite), margin=margins)
def test_inversions_are_the_same(deno, values, margin):
    assert deno("inversions", values, margin) == inversions(values, margin)


@given(values=vectors(tied, finite))
def test_without_a_margin_every_inversion_counts(deno, values):
    assert deno("inversions", values) == inversions(values)


@given(values=vectors(tied, finite))
def test_hard_ranks_are_the_same(deno, values):
    assert deno("hardRanks", values) == hard_ranks(values).tolist()


@given(soft=vectors(moderate, tied), span=st.none() | st.floats(0.1, 10))
def test_the_relative_error_is_the_same(deno, soft, span):
    hard = np.sort(soft)[::-1].tolist()
    given = [] if span is None else [span]
    known = relative_rms(soft, hard, span)
    near(deno("relativeRms", soft, hard, *given), known, 1e-13 * (1 + known))


@given(n=st.integers(1, 12), data=st.data())
def test_the_health_of_a_jacobian_is_the_same(deno, n, data):
    jacobian = np.reshape(data.draw(st.lists(entries, min_size=n * n, max_size=n * n)), (n, n))
    found = deno("health", jacobian.ravel().tolist(), n)
    near(found["wrongSigned"], wrong_signed(jacobian), 1e-15)
    near(found["vanishing"], vanishing(jacobian), 1e-15)
    assert found["negatives"] == np.sum(jacobian < -1e-9)
    assert found["vanished"] == np.flatnonzero(np.abs(jacobian).max(axis=0) < VANISHED).tolist()


@given(
    rows=st.integers(1, 12),
    n=st.integers(1, 12),
    unit=st.sampled_from([1.0, 1e9, 1e-9]),
    data=st.data(),
)
def test_the_sums_of_a_jacobian_are_the_same(deno, rows, n, unit, data):
    """1e-14 of an entry for each of 12; what is only rounding is 0 in both halves."""
    size = rows * n
    drawn = data.draw(st.lists(entries, min_size=size, max_size=size))
    jacobian = np.reshape(drawn, (rows, n)) * unit
    found, (by_row, by_column) = deno("health", jacobian.ravel().tolist(), n), sums_of(jacobian)
    for name, known in [("byRow", by_row), ("byColumn", by_column)]:
        near(found[name], known, 2e-13 * unit)
