"""Sums in the browser are Python's, bit for bit."""

from math import fsum

from hypothesis import example, given
from hypothesis import strategies as st

HALF = 2.0**-53
"""Half of the distance from 1 to the next float."""
FINITE = st.floats(-1e300, 1e300)
HALVES = st.builds(
    lambda sign, whole, power: sign * whole * 2.0**power,
    st.sampled_from([1, -1]),
    st.integers(1, 7),
    st.sampled_from([0, -52, -53, -54, -106, -107, -1074]),
)
"""Floats whose sums lie halfway between two floats, or hardly beside."""


@given(st.lists(FINITE, max_size=256) | st.lists(HALVES, max_size=8))
@example([0.1] * 10)
@example([1e300, 1.0, -1e300])
@example([1.0, HALF, 5e-324])
@example([1.0, HALF])
@example([-1.0, -HALF, -5e-324])
@example([1.0, HALF, -5e-324])
@example([-0.0])
def test_a_sum_is_the_same_float(deno, values):
    assert float(deno("fsum", values)).hex() == fsum(values).hex()


@given(st.lists(FINITE, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_what_is_added_changes_nothing(deno, values, shuffler):
    shuffled = values[:]
    shuffler.shuffle(shuffled)
    assert float(deno("fsum", shuffled)).hex() == float(deno("fsum", values)).hex()
