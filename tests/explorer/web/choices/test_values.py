"""What the browser's controls need to know of the values is what Python says of them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.numbers import as_values, magnitude

FINITE = st.floats(allow_nan=False, allow_infinity=False)
WHOLE = st.floats(-300, 300).map(lambda power: 10.0**power)


@given(
    st.lists(FINITE | WHOLE, min_size=1, max_size=6)
    | st.builds(lambda value, n: [value] * n, FINITE | WHOLE, st.integers(1, 3))
)
@example([0.0])
@example([0.0, 42.0])
@example([3e5])
@example([-1.7e308, 1.7e308])
@example([5e-324])
@example([0.0, 1.0])
@example([-7.0, -7.0])
@example([0.0, 10.0**0.5])
@example([0.0, 10.0**1.5])
@example([0.0, 10.0**2.5])
@example([0.0, 10.0**-1.5])
@example([0.0, 10.0**-0.5])
def test_the_magnitude_of_the_values_is_the_same(deno, values):
    assert deno("magnitude", values) == magnitude(values)


@pytest.mark.parametrize("value", [1e19, 1e20, -1e20, 2.0**63, 1e300])
def test_a_large_float_that_json_writes_without_a_point_is_taken(value):
    assert as_values([int(value), 1]) == (value, 1.0)
