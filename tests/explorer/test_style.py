import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.style import INPUT_COLOURS, colour, labelled, number, ticks


@given(st.floats(-1e300, 1e300))
def test_a_number_is_shown_to_four_digits(value):
    assert float(number(value)) == pytest.approx(value, rel=5.001e-4, abs=1e-300)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_evenly_spaced_and_inside(low, span):
    high = low + span
    marks = ticks(low, high)
    slack = 1e-9 * max(abs(low), abs(high), span)
    assert 1 <= len(marks) <= 7
    assert all(low - slack <= mark <= high + slack for mark in marks)


def test_ticks_of_a_single_value_and_of_the_whole_range_of_floats():
    assert ticks(3, 3) == [3]
    assert 1 <= len(ticks(-1.7e308, 1.7e308)) <= 7
    assert ticks(0, 3e-323) == [0]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_no_two_ticks_have_the_same_label(low, span):
    labels = [label for _, label in labelled(ticks(low, low + span))]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("theme", INPUT_COLOURS)
def test_colours_run_from_the_first_stop_to_the_last(theme):
    assert colour(-1, theme) == colour(0, theme) == INPUT_COLOURS[theme][0]
    assert colour(2, theme) == colour(1, theme) == INPUT_COLOURS[theme][-1]
