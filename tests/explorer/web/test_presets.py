"""Both halves draw the same numbers from the same seed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.generator import Generator
from explorer.numbers import MAX_WIRES, PRESETS, drawn

SEEDS = st.integers(0, 2**32 - 1)
SPANS = st.integers(1, 500) | st.integers(2**31 - 5, 2**32)
"""Small ones, and such that every second word is drawn in vain."""


@given(SEEDS, st.integers(-1000, 1000), SPANS, st.integers(0, 300))
@example(2**32 - 1, 0, 2**31 + 1, 300)
def test_the_same_seed_draws_the_same_whole_numbers(deno, seed, low, span, count):
    asked = (low, low + span, count)
    assert deno("integers", seed, *asked) == Generator(seed).integers(*asked)


@given(SEEDS, st.integers(1, 300), st.data())
def test_the_same_seed_chooses_the_same(deno, seed, n, data):
    count = data.draw(st.integers(0, n))
    assert deno("choice", seed, n, count) == Generator(seed).choice(n, count)


@pytest.mark.parametrize("preset", PRESETS)
@given(n=st.integers(1, MAX_WIRES), seed=SEEDS)
@example(n=1, seed=0)
@example(n=2, seed=2**32 - 1)
@example(n=MAX_WIRES, seed=2**31)
def test_every_preset_draws_the_same_numbers(deno, preset, n, seed):
    assert tuple(deno("drawn", preset, n, seed)) == drawn(preset, n, seed)


def test_both_halves_offer_the_same_presets_in_the_same_order(deno):
    assert deno("presets") == list(PRESETS)
