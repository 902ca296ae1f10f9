import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.generator import Generator

SEEDS = st.integers(0, 2**32 - 1)


@given(SEEDS, st.integers(-(2**31), 2**31), st.integers(1, 2**32), st.integers(0, 50))
def test_every_number_lies_where_it_was_asked_for(seed, low, span, count):
    drawn = Generator(seed).integers(low, low + span, count)
    assert len(drawn) == count
    assert all(low <= number < low + span for number in drawn)


@given(SEEDS, st.integers(1, 300), st.data())
def test_nothing_is_chosen_twice(seed, n, data):
    count = data.draw(st.integers(0, n))
    chosen = Generator(seed).choice(n, count)
    assert len(set(chosen)) == len(chosen) == count
    assert set(chosen) <= set(range(n))


@given(SEEDS)
def test_no_number_is_drawn_twice_from_all_words(seed):
    """The mixing loses no word: 1000 draws from all 2^32 differ, as do those of the next seed."""
    words = [Generator(each % 2**32).integers(0, 2**32, 1000) for each in (seed, seed + 1)]
    assert len(set(words[0]) | set(words[1])) == 2000


def chi_squared(counts):
    """How far counts that should be even are from it, in standard deviations."""
    even = sum(counts) / len(counts)
    free = len(counts) - 1
    return (sum((count - even) ** 2 / even for count in counts) - free) / (2 * free) ** 0.5


@pytest.mark.parametrize("seed", [0, 1, 2**32 - 1])
@pytest.mark.parametrize("span", [2, 3, 10, 400])
def test_the_numbers_of_one_seed_come_evenly(seed, span):
    drawn = Generator(seed).integers(0, span, 40_000)
    assert abs(chi_squared([drawn.count(each) for each in range(span)])) < 5


@pytest.mark.parametrize("span", [2, 3, 10])
def test_the_first_numbers_of_neighbouring_seeds_come_evenly(span):
    drawn = [tuple(Generator(seed).integers(0, span, 2)) for seed in range(20_000)]
    pairs = [(a, b) for a in range(span) for b in range(span)]
    assert abs(chi_squared([drawn.count(pair) for pair in pairs])) < 5


def test_a_span_that_does_not_divide_all_words_favours_none_of_them():
    """Were the words beyond the last whole span taken, too, the lowest third would come twice as
    often as the others."""
    span = 3 * 2**30
    drawn = Generator(0).integers(0, span, 9000)
    thirds = [sum(number * 3 // span == third for number in drawn) for third in range(3)]
    assert abs(chi_squared(thirds)) < 5


def test_every_order_is_chosen_as_often():
    orders = [tuple(Generator(seed).choice(4, 4)) for seed in range(24_000)]
    counts = [orders.count(order) for order in set(orders)]
    assert len(counts) == 24
    assert abs(chi_squared(counts)) < 5


def test_normal_deviates_are_nearly_normal_and_each_is_its_own():
    drawn = sorted(Generator(7).normals(20_000))
    mean = sum(drawn) / len(drawn)
    deviation = (sum((each - mean) ** 2 for each in drawn) / len(drawn)) ** 0.5
    assert abs(mean) < 0.03
    assert abs(deviation - 1) < 0.02
    assert len(set(drawn)) == len(drawn)
    assert -6 <= drawn[0] <= drawn[-1] <= 6
    for share, at in ((0.0228, -2), (0.1587, -1), (0.8413, 1), (0.9772, 2)):
        assert abs(sum(each < at for each in drawn) / len(drawn) - share) < 0.01
