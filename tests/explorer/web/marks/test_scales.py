"""Where values stand, and which values stand there."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.style import labelled, number, ticks

NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
RANGES = st.tuples(st.integers(0, 500), st.integers(501, 1500)).flatmap(
    lambda pair: st.sampled_from([pair, pair[::-1]])
)


@given(low=NUMBERS, span=st.floats(1e-3, 1e6), ends=RANGES, shares=st.lists(st.floats(-1, 2)))
def test_a_linear_scale_goes_evenly_from_end_to_end_and_back(deno, low, span, ends, shares):
    high = low + span
    values = [low, high, *(low + share * span for share in shares)]
    found = deno("scaled", "linear", [low, high], ends, values)
    assert found["places"][:2] == list(ends)
    for share, place in zip(shares, found["places"][2:], strict=True):
        rounding = 1e-8 + 1e-12 * abs(low) / span * 1000
        assert place == pytest.approx(ends[0] + share * (ends[1] - ends[0]), abs=rounding)
    assert found["back"] == pytest.approx(values, abs=1e-9 * (abs(low) + span))


def test_a_linear_scale_of_the_widest_range_does_not_overflow(deno):
    found = deno("scaled", "linear", [-1.5e308, 1.5e308], [0, 100], [-1.5e308, 0, 1.5e308])
    assert found["places"] == [0, 50, 100]
    assert found["back"] == [-1.5e308, 0, 1.5e308]


@given(
    low=st.integers(-20, 20),
    decades=st.integers(1, 12),
    ends=RANGES,
    shares=st.lists(st.floats(0, 1)),
)
def test_a_logarithmic_scale_is_a_linear_one_of_exponents(deno, low, decades, ends, shares):
    values = [10.0 ** (low + share * decades) for share in shares]
    found = deno("scaled", "logarithmic", [10.0**low, 10.0 ** (low + decades)], ends, values)
    expected = [ends[0] + share * (ends[1] - ends[0]) for share in shares]
    assert found["places"] == pytest.approx(expected, abs=1e-6)
    assert found["back"] == pytest.approx(values, rel=1e-9)


@given(low=NUMBERS, span=st.floats(1e-3, 1e6), intervals=st.integers(2, 8))
def test_the_ticks_of_a_linear_scale_are_those_of_paper(deno, low, span, intervals):
    found = deno("scaled", "linear", [low, low + span], [0, 1], [], intervals)
    assert [tuple(tick) for tick in found["ticks"]] == labelled(ticks(low, low + span, intervals))


@given(low=st.integers(-20, 20), decades=st.integers(1, 30), intervals=st.integers(2, 8))
def test_the_ticks_of_a_logarithmic_scale_are_decades(deno, low, decades, intervals):
    ends = [10.0**low, 10.0 ** (low + decades)]
    marks = deno("scaled", "logarithmic", ends, [0, 1], [], intervals)["ticks"]
    assert 1 <= len(marks) <= intervals + 1
    assert [words for _, words in marks] == [number(value) for value, _ in marks]
    powers = [math.log10(value) for value, _ in marks]
    assert powers == pytest.approx([round(power) for power in powers], abs=1e-9)
    assert len({round(b - a) for a, b in pairwise(powers)}) <= 1
