"""On a stage pictures fill the room that is left, what has no room is left out, and each key does
what a lecturer expects of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_fits import SHOWN, values_of

SCREENS = [(1366, 768), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160), (1280, 720)]
KNOWN = {"alpha": 0.3, "relaxation": "smoothmax", "network": "bitonic", "a": 1.0, "b": 0.0}
KNOWN |= {"sameSlope": False, "sigma": 2.0, "focus": 0, "transposed": False, "top": None}
KNOWN |= {"below": "values", "compared": "all", "output": 0}
KNOWN |= {"material": "digits by a learned score", "comparator": "key"}
KNOWN |= {"column": 1, "descending": False, "pieces": 8, "sample": 848, "table": None}
AROUND = (24, 170)
"""Pixels of a stage that are no picture's, at least: across, and what stands above and below."""
ARROWS = {"ArrowLeft": "back", "ArrowRight": "forward", "Home": "start", "End": "end"}
ARROWS |= {"PageUp": "back", "PageDown": "forward"}
KEYS = {" ": "play", "+": "up", "=": "up", "-": "down", "n": "fresh", "f": "leave"}
KEYS |= {"Escape": "leave", **ARROWS}
MODIFIERS = ("ctrlKey", "metaKey", "altKey")


def on_stage(deno, name, width, tall, n=8, **choices):
    return deno("pictureOnStage", name, {**KNOWN, "values": values_of(n), **choices}, width, tall)


def room(deno, screen):
    zoom = deno("zoomFor", *screen)
    return [pixels / zoom - around for pixels, around in zip(screen, AROUND, strict=True)]


@pytest.mark.parametrize("name", [*SHOWN, "anything"])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("n", [2, 8, 16])
def test_a_picture_has_the_room_that_there_is_and_fills_half_of_it(deno, name, screen, n):
    width, tall = room(deno, screen)
    found = on_stage(deno, name, width, tall, n)
    assert found["width"] == pytest.approx(width)
    assert found["height"] <= tall + 1
    assert found["height"] >= tall / (2 if n >= 8 else 3.5)
    for box in found["boxes"]:
        assert box["bottom"] - box["top"] >= 50
        assert box["right"] - box["left"] >= 50


@given(st.integers(320, 5000), st.integers(240, 3000))
def test_words_have_twenty_pixels_wherever_panels_stand_beside_each_other(deno, width, height):
    zoom = deno("zoomFor", width, height)
    assert zoom >= 1
    assert width < 1034 or 12 * zoom >= 20
    assert width <= 620 or width / zoom >= 620 - 1e-9  # no panels below each other
    assert deno("zoomFor", width + 1, height + 1) >= zoom


def test_wires_have_room_for_their_words_before_what_stands_below_them(deno):
    low = on_stage(deno, "network", 796, 310)
    high = on_stage(deno, "network", 1128, 500)
    assert (low["below"], high["below"]) == ("nothing", "values")
    assert min(low["row"], high["row"]) >= 18


@pytest.mark.parametrize(("width", "tall"), [(796, 280), (936, 394), (936, 500), (1400, 380)])
def test_what_is_dragged_of_soft_ranks_is_where_it_is_drawn(deno, width, tall):
    handles = dict(deno("rankingHandlesOnStage", {**KNOWN, "values": values_of(4)}, width, tall))
    assert handles["cursor"] == "soft ranks against sigma"
    assert handles["width"] == handles["0"] == "values and the kernel around x[0]"


@pytest.mark.parametrize("key", KEYS)
def test_a_key_does_one_thing_but_where_it_has_another_use(deno, key):
    press = lambda *kinds, **held: deno("keyOnStage", {"key": key, **held}, list(kinds))  # noqa: E731
    act = KEYS[key]
    assert press() == press("[tabindex]") == act
    assert all(press(**{modifier: True}) is None for modifier in MODIFIERS)
    assert press(shiftKey=True) == ("up" if key == "+" else None)
    for kind in ("input[type=range]", "[role=slider]", ".comparator"):
        assert press(kind) == (None if key in ARROWS else act)
    assert press("button") == (None if key == " " else act)
    for kind in ("select", "textarea", "[contenteditable]"):
        assert press(kind) is None


def test_other_keys_do_nothing(deno):
    for key in ("a", "N", "Tab", "Enter", "ArrowUp", "constructor", "Shift"):
        assert deno("keyOnStage", {"key": key}, []) is None
