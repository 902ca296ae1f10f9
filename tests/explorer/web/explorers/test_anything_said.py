"""SortAnything says in names and numbers what each thing is, and lights what is pointed at."""

import re

import numpy as np
import pytest
from anything_shown import choices_of, marks, panels, python
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures import anything_plan as paper
from explorer.style import number


@given(st.floats(-100, 100) | st.sampled_from([0.3125, 0.03125, 0.0005, 9.9996, 0.0]))
def test_captions_are_those_of_paper(deno, key):
    assert deno("caption", key) == paper.caption(key)


def test_everything_says_in_names_and_numbers_what_it_is(deno):
    scene, found = python(choices_of()), panels(deno, choices_of())
    [mix] = marks(found[paper.MIX], "map")
    share = re.match(r"place 2: ([\d.]+) % of it is picture 5 \(a 3\)$", mix["told"][2 * 8 + 5])
    assert float(share[1]) == pytest.approx(100 * scene.mix[2, 5], rel=5e-3)
    soft = marks(found[paper.KEYS], "dots")[3]["told"]
    assert soft == [f"place 3, soft: brightness {number(scene.keys_after[3])}"]
    hard = marks(found[paper.KEYS], "rings")[3]["told"]
    assert hard == [f"place 3, hard: brightness {number(scene.keys_hard[3])}"]
    pictures = marks(found[paper.things_title(scene)], "map")
    ink = number(scene.before[1][10])
    assert pictures[1]["told"][10] == (
        f"picture 1 (a 0): brightness {number(scene.keys_before[1])};"
        f" pixel in row 1, column 2: {ink}"
    )
    largest = int(np.argmax(scene.mix[2]))
    assert pictures[8 + 2]["told"][0].startswith(
        f"place 2: brightness {number(scene.keys_after[2])}; "
    )
    assert f" % picture {largest} (a " in pictures[8 + 2]["told"][0].split(";")[1].split(",")[0]


def test_cells_and_points_say_what_they_are(deno):
    chosen = choices_of(material="table", column=2, alpha=100.0)
    scene, found = python(chosen), panels(deno, chosen)
    before, after = marks(found[paper.things_title(scene)], "map")
    assert before["told"][3] == "row 1, column 2: 30"
    told = after["told"][0]
    assert told.startswith(f"place 0, column 1: {number(scene.after[0, 0])}; ")
    assert told.endswith("% row 6") or "% row 6, " in told
    chosen = choices_of(material="complex numbers by modulus")
    scene, found = python(chosen), panels(deno, chosen)
    dots = marks(found[paper.things_title(scene)], "dots")

    def words(x):
        return f"{number(x.real)} {'-' if x.imag < 0 else '+'} {number(abs(x.imag))}i"

    first = scene.before[0]
    assert dots[0]["told"] == [f"number 0: modulus {number(abs(first))}; {words(first)}"]
    [told] = dots[8 + 1]["told"]
    assert told.startswith(f"place 1: modulus {number(abs(scene.after[1]))}; ")
    assert told.endswith(f"; {words(scene.after[1])}")


def test_what_a_place_is_made_of_is_told_by_its_largest_parts_and_adds_up(deno):
    assert deno("partsOf", [0.1, 0.5, 0.0, 0.4]) == "50 % thing 1, 40 % thing 3, 10 % thing 0"
    assert deno("partsOf", [0.25] * 4) == "25 % thing 0, 25 % thing 1, 25 % thing 2, 25 % others"
    assert deno("partsOf", [0.999, 0.001]) == "99.9 % thing 0"


def test_a_place_pointed_at_is_told_and_lit_in_every_panel(deno):
    chosen = choices_of(material="complex numbers by modulus")
    drawn = deno("anythingDrawn", chosen, 1366)
    box = drawn["boxes"][2]
    scene = python(chosen)
    low, high = paper.keys_range(scene)
    x = box["left"] + (box["right"] - box["left"]) * (2.5 / 8)
    y = box["bottom"] - (box["bottom"] - box["top"]) * (scene.keys_after[2] - low) / (high - low)
    [pointed] = deno("anythingDrawn", chosen, 1366, [{"x": x, "y": y}])["pointed"]
    assert pointed["name"] == "place 2"
    assert pointed["words"].startswith("place 2, soft: modulus ")
    lit = deno("anythingDrawn", chosen, 1366, [], "place 2")
    colour = f"input {2 / 7}"
    radii = [
        sum(
            part[2]
            for stroke in each["strokes"]
            for part in stroke["path"]
            if stroke.get("colour") == colour and len(part) == 5
        )
        for each in (drawn, lit)
    ]
    assert radii[1] == radii[0] + 2 * 3  # before, soft, and its key: dots grow
    widths = [
        sum(stroke["width"] for stroke in each["strokes"] if stroke.get("colour") == colour)
        for each in (drawn, lit)
    ]
    assert widths[1] > widths[0]  # rings, and the line between them, grow thicker


@given(st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1e100, -1e-300]), st.floats(0, 100))
def test_a_number_in_a_cell_is_as_exact_as_its_room_allows_and_never_wrong(deno, cell, room):
    words = deno("cellWords", cell, room)
    if words:
        assert 7 * len(words) <= room
        assert float(words) == pytest.approx(cell, rel=0.051, abs=0.0051)
    else:
        assert room < 7 * 7
