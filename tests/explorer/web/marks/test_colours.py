"""The colours of inputs: one each, from dark to light in the order of the numbers, clear of the
page in both themes, and apart for colour-blind readers too."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.inks import colours, input_colours
from explorer.scenes.hues import hues_of, shares_among
from explorer.style import colour

PAGES = [("light", "#ffffff"), ("dark", "#111111"), ("dark", "#1e1e1e")]
SIZES = [2, 3, 8, 13, 16, 33, 64]
EYES = {
    "all": np.eye(3),
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                 [-0.01182, 0.04294, 0.968881]],
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
}  # fmt: skip
"""How light that is red, green and blue is seen (Machado and others, 2009)."""


def parts(hexes):
    return np.array([[int(each[k : k + 2], 16) for k in (1, 3, 5)] for each in hexes])


def light_of(hexes):
    share = parts(hexes) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def luminance(hexes):
    return light_of(hexes) @ (0.2126, 0.7152, 0.0722)


def oklab(light):
    cones = light @ np.transpose(
        [[0.41222147, 0.53633254, 0.05144599], [0.2119035, 0.68069955, 0.10739696],
         [0.08830246, 0.28171884, 0.6299787]]
    )  # fmt: skip
    return np.cbrt(cones) @ np.transpose(
        [[0.21045426, 0.79361778, -0.00407205], [1.9779985, -2.42859221, 0.45059371],
         [0.02590404, 0.78277177, -0.80867577]]
    )  # fmt: skip


@pytest.mark.parametrize(("theme", "page"), PAGES)
@pytest.mark.parametrize("n", [1, *SIZES])
def test_every_colour_is_clear_of_its_page(theme, page, n):
    seen = luminance([colour(share, theme) for share in shares_among(n)])
    [behind] = luminance([page])
    low, high = np.minimum(seen, behind), np.maximum(seen, behind)
    assert ((high + 0.05) / (low + 0.05)).min() >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("n", SIZES)
def test_the_greater_is_the_lighter_and_no_two_look_alike(theme, n):
    shown = [colour(share, theme) for share in shares_among(n)]
    assert len({*shown}) == n
    assert all(dark < light for dark, light in pairwise(luminance(shown)))
    for name, eye in EYES.items():
        steps = np.linalg.norm(np.diff(oklab(light_of(shown) @ np.transpose(eye)), axis=0), axis=1)
        assert steps.min() > 0.2 / (n - 1), name  # the scale is 0.37 long in lightness alone


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("n", [1, *SIZES])
def test_the_screen_and_paper_have_the_same_colours(deno, theme, n):
    shown = [colour(share, theme) for share in shares_among(n)]
    screen = [deno("colour", share, theme) for share in deno("sharesAmong", n)]
    assert screen == [f"rgb({','.join(map(str, each))})" for each in parts(shown).tolist()]
    if theme == "light":
        assert colours(n) == shown


@given(st.lists(st.integers(-3, 3) | st.floats(-1e9, 1e9), min_size=1, max_size=20))
def test_an_inputs_colour_is_its_rank_and_of_equal_ones_the_earlier_is_the_darker(deno, values):
    found, n = deno("hues", values), len(values)
    assert found["byWire"] == hues_of(values)
    assert sorted(found["byWire"]) == found["byPlace"] == shares_among(n)
    ordered = sorted(range(n), key=lambda wire: (values[wire], wire))
    assert [found["byWire"][wire] for wire in ordered] == shares_among(n)
    assert input_colours(values) == [colour(share) for share in found["byWire"]]


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=9, unique=True), st.data())
def test_colours_are_held_while_one_number_moves_until_it_is_let_go(deno, values, data):
    wire = data.draw(st.integers(0, len(values) - 1))
    moved = [data.draw(st.floats(-20, 20)) if k == wire else v for k, v in enumerate(values)]
    other = [value + 1 for value in reversed(values)]
    found = deno("handHeld", values, [values, moved, other, [*values, 1.5]])
    assert found["held"][:2] == [hues_of(values)] * 2
    if sum(a != b for a, b in zip(values, other, strict=True)) > 1:
        assert found["held"][2] == hues_of(other)
    assert found["held"][3] == hues_of([*values, 1.5])
    assert found["after"] == [hues_of(each) for each in (values, moved, other, [*values, 1.5])]
    assert found["heard"] == 1
