"""The browser's erfc has nearly all the digits that a float can have."""

import math
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from twin_laws import near

WITHIN = 1e-15


def agrees(deno, x):
    for found, known in zip(deno("erfcOf", x), map(math.erfc, x), strict=True):
        near(found, known, max(WITHIN * known, sys.float_info.min * WITHIN))


def test_erfc_is_right_to_its_last_digits_far_into_its_tail(deno):
    agrees(deno, [*np.linspace(0, 28, 20_001).tolist(), 1e-300, 1e-17, 40.0, 1e300, math.inf])


@given(x=st.lists(st.floats(0, 30), max_size=50))
def test_erfc_is_right_for_any_number(deno, x):
    agrees(deno, x)
