"""Every picture is seen at once on a laptop's screen, with its panels beside each other."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import explorer as package
from explorer.explorers.live import LiveExplorer

LAPTOP, SCREEN = 540, 600
"""Pixels that a picture is high at most in a cell of 934 pixels, and in any wider one."""
PADDING = 8
CLASSES = [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
SHOWN = {each.program_name: each for each in CLASSES if issubclass(each, LiveExplorer)}
SHOWN.pop("anything")  # pictures of pictures keep their shape: they have laws of their own
NAMES = pytest.mark.parametrize("name", SHOWN)
COUNTS = (1, 2, 3, 8, 16, 64, 256)
WIDTHS = (300, 400, 620, 700, 899, 900, 934, 1100, 1200, 1240, 1366, 1600, 2000)


def values_of(n, spread=9.0):
    return np.random.default_rng(n).normal(0, spread, n).round(2).tolist()


def fits(deno, name, n, width, **choices):
    known = {"values": values_of(n), "alpha": 0.3, "relaxation": "smoothmax"}
    known |= {"network": "bitonic", "a": 1.0, "b": 0.0, "sameSlope": False, "sigma": 2.0}
    known |= {"focus": 0, "transposed": False, "top": None, "below": "values"}
    known |= {"compared": "all", "output": 0}
    return deno("pictureFits", name, {**known, **choices}, width)


def most(width):
    return float("inf") if width < 900 else LAPTOP if width <= 934 else SCREEN


def apart(one, other):
    beside = one["right"] < other["left"] or other["right"] < one["left"]
    return beside or one["bottom"] < other["top"] or other["bottom"] < one["top"]


def counts(name):
    return [n for n in COUNTS if n <= SHOWN[name].most_values]


@NAMES
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_is_no_higher_than_a_screen_and_its_panels_lie_in_it_and_apart(deno, name, width):
    for n in counts(name):
        found = fits(deno, name, n, width)
        assert found["height"] + PADDING <= most(width), n
        for box in found["boxes"]:
            assert 0 <= box["left"] < box["right"] <= found["width"]
            assert 0 <= box["top"] < box["bottom"] <= found["height"]
        assert all(apart(*two) for two in combinations(found["boxes"], 2))


@NAMES
def test_panels_stand_beside_each_other_on_a_laptop_and_below_on_a_phone(deno, name):
    for n in counts(name):
        wide, narrow = (fits(deno, name, n, width)["boxes"] for width in (934, 400))
        if name == "network":  # its views have their layers in common
            assert {box["left"] for box in wide} == {wide[0]["left"]}
            continue
        assert beside(wide)
        if name != "gallery":
            assert not beside(narrow)


def beside(boxes):
    return any(
        one["right"] < other["left"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
        for one, other in combinations(boxes, 2)
    )


@NAMES
@pytest.mark.parametrize("width", [934, 1366, 2000])
def test_a_wide_picture_leaves_its_panels_large_enough_to_be_read(deno, name, width):
    for n in counts(name):
        for box in fits(deno, name, n, width)["boxes"]:
            assert box["right"] - box["left"] >= 75, n
            if name != "network" or n > 1:
                assert box["bottom"] - box["top"] >= 75, n


@given(
    n=st.integers(1, 64),
    width=st.integers(620, 2200),
    below=st.sampled_from(["values", "hard network", "nothing"]),
)
def test_the_more_wires_a_network_has_the_closer_and_thinner_they_are(deno, n, width, below):
    found, more = (fits(deno, "network", k, width, below=below) for k in (n, n + 1))
    assert found["height"] <= found["most"] - 97  # with its title, a sentence and buttons
    wires = found["wires"]
    assert all(low < high for low, high in pairwise(wires))
    assert found["boxes"][0]["top"] < wires[0] <= wires[-1] < found["boxes"][0]["bottom"]
    assert more["row"] <= found["row"] <= 40
    assert more["thick"] <= found["thick"]
    assert found["thick"] <= max(found["row"] / 2, 1.5)
    assert 2 * found["radius"] <= max(found["row"], 3)
    assert found["every"] * found["row"] >= 13  # a line of writing


def test_every_wire_of_sixteen_is_labelled_on_a_laptop(deno):
    assert [fits(deno, "network", n, 934)["every"] for n in (8, 16, 64)] == [1, 1, 4]


@pytest.mark.parametrize("width", [300, 400, 700, 934, 1366, 1600])
@pytest.mark.parametrize("n", [1, 2, 8, 16, 64, "equal"])
def test_values_stand_below_their_line_within_the_panel_and_far_enough_to_be_taken(deno, width, n):
    values, many = ([2.0] * 24, True) if n == "equal" else (values_of(n), n > 8)
    choices = {"values": values, "alpha": 0.3, "relaxation": "smoothmax", "sigma": 2.0}
    choices |= {"network": "bitonic", "focus": 0, "transposed": False}
    found = deno("rankingRows", choices, width)
    assert found["kernel"] >= 70
    rows = sorted({round(y, 3) for y in found["heights"]})
    assert found["line"] < rows[0]
    assert rows[-1] + 8 <= found["box"]["bottom"]
    if not many and width >= 900:
        assert all(high - low >= 24 for low, high in pairwise(rows))


@pytest.mark.parametrize("width", [934, 1366, 1600])
@pytest.mark.parametrize("n", [8, 16, 64])
def test_the_cells_of_both_jacobians_are_all_but_square(deno, width, n):
    ranks, *maps = fits(deno, "jacobian", n, width)["boxes"]
    assert ranks["right"] - ranks["left"] >= 145
    for box in maps:
        shape = (box["right"] - box["left"]) / (box["bottom"] - box["top"])
        assert 0.9 <= shape <= 1.35
