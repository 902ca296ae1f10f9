"""Numbers are written in the browser as Python writes them, to the letter."""

from decimal import Decimal
from math import inf

from hypothesis import example, given
from hypothesis import strategies as st

from explorer.style import labelled, number, percent, ticks

FINITE = st.floats(allow_nan=False, allow_infinity=False)
TIES = st.builds(
    lambda whole, halvings, sign: sign * whole / 2**halvings,
    st.integers(0, 2**24),
    st.integers(0, 12),
    st.sampled_from([1, -1]),
)
"""Floats of few binary digits, many of which lie halfway between two numbers of four digits."""
POWERS = st.builds(
    lambda power, below: (1 - below * 2**-53) * float(f"1e{power}"),
    st.integers(-307, 307),
    st.integers(-4, 4),
)
"""Powers of ten and their neighbours: where the number of digits changes."""
READ = st.one_of(TIES, POWERS, FINITE, st.floats(1e-4, 1e6), st.floats(-2, 2))


@given(READ | st.sampled_from([inf, -inf]))
@example(1234.5)
@example(1235.5)
@example(12.125)
@example(99999.5)
@example(100000.0)
@example(0.001)
@example(5e-324)
def test_a_number_is_written_alike(deno, value):
    assert deno("number", value) == number(value)


@given(READ, st.integers(0, 330))
@example(0.5, 0)
@example(-0.0, 2)
@example(-0.125, 2)
def test_any_number_of_places_is_written_alike(deno, value, places):
    assert deno("fixed", value, places) == f"{value:.{places}f}"


@given(st.one_of(POWERS, FINITE.map(abs)))
@example(1e23)
def test_the_first_digit_stands_at_the_same_place(deno, size):
    assert deno("firstPlace", size) == Decimal(size).adjusted()


@given(READ | TIES.map(lambda value: value / 100) | st.sampled_from([inf, -inf]))
@example(0.12345)
@example(1e-14)
@example(0.78125)
@example(1.7e308)
def test_a_share_is_written_alike(deno, share):
    assert deno("percent", share) == percent(share)


@given(READ, READ, st.integers(1, 9))
@example(0.0, 3e-323, 6)
@example(-1.7e308, 1.7e308, 6)
@example(-0.3, 0.0, 6)
@example(0.0, 6e23, 6)
def test_ticks_stand_at_the_same_numbers(deno, one, other, intervals):
    low, high = sorted([one, other])
    assert repr([float(mark) for mark in deno("ticks", low, high, intervals)]) == repr(
        ticks(low, high, intervals)
    )


@given(POWERS)
@example(1e-70)
def test_ticks_up_to_a_power_of_ten_stand_at_the_same_numbers(deno, high):
    """Where the first digit of the span, or ten times its place, is a matter of rounding."""
    assert [float(mark) for mark in deno("ticks", 0.0, 4 * high, 4)] == ticks(0.0, 4 * high, 4)


@given(READ, st.floats(1e-9, 10), st.integers(-300, 20))
@example(1e-200, 1e-4, -200)
@example(-1e25, 2e-7, 25)
def test_labels_are_written_alike(deno, low, span, power):
    """Of marks that lie so near each other, too, that four digits do not tell them apart."""
    marks = ticks(low, low + span * float(f"1e{power}"))
    found = [(float(mark), words) for mark, words in deno("labelled", marks)]
    assert found == labelled(marks)
