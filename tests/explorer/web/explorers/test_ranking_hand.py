"""What a hand does in the ranking explorer: points, clicks, drags, presses keys."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from ranking_examples import CHOSEN, choices_of, example, marks, python, state_of
from twin_laws import near

from explorer.style import number


@given(state=CHOSEN)
def test_a_click_on_anything_of_a_value_chooses_it_and_lights_all_of_it(deno, state):
    found = deno("rankingShown", choices_of(state))
    n = len(state.values)
    for panel in found["panels"]:
        for mark in panel["marks"]:
            if "name" in mark:
                assert mark["picked"][0] == {"ranking_focus": int(mark["name"].split()[1])}
    [cells] = marks(found["panels"][1], "map")
    wires = np.argsort(state.values, kind="stable") if state.ranking_transpose else range(n)
    for k, (picked, lit) in enumerate(zip(cells["picked"], cells["lit"], strict=True)):
        row, column = divmod(k, n)
        assert picked == {"ranking_focus": column if state.ranking_transpose else row}
        assert lit == f"wire {wires[row]}"
    for handle in found["handles"]:
        if handle["name"].isdigit():
            assert handle["pick"] == {"ranking_focus": int(handle["name"])}


@given(state=CHOSEN)
def test_what_is_chosen_is_framed_and_thick(deno, state):
    scene, (_, order, curves) = python(state), deno("rankingShown", choices_of(state))["panels"]
    n = len(scene.values)
    [frame] = marks(order, "frames")
    [box] = frame["boxes"]
    low, high = ("left", "right") if scene.transposed else ("top", "bottom")
    at = scene.focus if scene.transposed else scene.chosen
    assert (box[low], box[high]) == (at - 0.5, at + 0.5)
    others = {side: box[side] for side in box if side not in (low, high)}
    assert sorted(others.values()) == [-0.5, n - 0.5]
    thick = [mark for mark in marks(curves, "line") if mark.get("width") == 4]
    assert [mark["name"] for mark in thick] == [f"wire {scene.focus}"]
    assert [mark for mark in marks(curves, "line") if "name" in mark][-1] == thick[0]


@given(state=CHOSEN)
def test_handles_stand_where_the_choices_are(deno, state):
    scene, found = python(state), deno("rankingShown", choices_of(state))
    handles = {each["name"]: each for each in found["handles"]}
    line, _, curves = found["panels"]
    for wire, value in enumerate(state.values):
        handle = handles[str(wire)]
        [dot] = marks(line, "dots", name=f"wire {wire}")[1:]
        assert (handle["x"], handle["y"]) == (value, dot["y"][0])
        assert (handle["panel"], handle["words"]) == (0, number(value))
        near([handle["low"][0], handle["high"][0]], scene.line, 1e-10 * np.abs(scene.line).max())
    centre = scene.values[scene.focus]
    room = max(scene.line[1] - centre, centre - scene.line[0])
    assert ("width" in handles) == (state.sigma * (1 - 1e-3) <= room)
    if "width" in handles:
        off = abs(handles["width"]["x"] - centre)
        assert off == pytest.approx(min(state.sigma, room), abs=1e-9)
        assert handles["width"]["y"] == exp(-0.5)
    cursor = handles["cursor"]
    assert cursor["panel"] == 2
    assert cursor["x"] == pytest.approx(scene.cursor, abs=1e-12)
    assert scene.means_from_to[1] < cursor["y"] < curves["y"]["domain"][1]
    assert cursor["words"] == f"sigma = {number(state.sigma)} units of value"


def test_of_many_values_the_chosen_one_is_dragged(deno):
    found = deno("rankingShown", example(values=[*range(25)], ranking_focus=7))
    assert [each["name"] for each in found["handles"]] == ["7", "width", "cursor"]
    found = deno("rankingShown", example(values=[*range(24)], ranking_focus=7))
    assert len(found["handles"]) == 26
    assert [label["words"] for label in found["panels"][0]["labels"]][:1] == ["x[7] = 7"]


def test_a_dragged_value_is_kept_in_as_many_digits_as_its_place_can_be_read_in(deno):
    moved = deno("rankingMoved", example(values=[5, -1, 9.5, 13.2]), "2", 3.1415)
    assert moved == {"values": [5, -1, 3.1, 13.2], "ranking_focus": 2}
    small = deno("rankingMoved", example(values=[2e-99, 1e-99]), "0", 1.23456e-99)
    assert small["values"] == [1.23e-99, 1e-99]
    for x, kept in ((0, 0), (1e-9, 0), (-0.26, -0.3), (12345.678, 12345.7)):
        values = deno("rankingMoved", example(values=[5, -1, 9.5, 13.2]), "2", x)["values"]
        assert values[2] == kept


def test_sigma_is_dragged_on_the_kernel_and_among_the_curves(deno):
    start = example(values=[5, -1, 9.5, 13.2], sigma=0.5, ranking_focus=0)
    assert deno("rankingMoved", start, "width", 7.0) == {"sigma": 2}
    assert deno("rankingMoved", start, "width", 2.12345) == {"sigma": 2.877}
    assert 0 < deno("rankingMoved", start, "width", 5.0)["sigma"] < 0.01
    assert deno("rankingMoved", start, "cursor", -1) == {"sigma": 0.1}


def test_keys_move_values_and_sigma_to_the_ends_of_their_axes(deno):
    keys = ["ArrowRight", "ArrowLeft", "ArrowLeft", "Home", "ArrowRight"]
    found = deno("rankingKeys", example(ranking_focus=2), "0", keys)
    assert [each["values"][0] for each in found] == [5.5, 5, 4.5, -5, -4.5]
    assert all(each["focus"] == 0 for each in found)
    found = deno("rankingKeys", example(), "cursor", ["Home", "ArrowRight", "End", "ArrowLeft"])
    sigmas = [each["sigma"] for each in found]
    assert sigmas == pytest.approx([0.01, 10**-1.95, 100, 10**1.95], rel=1e-3)
    found = deno("rankingKeys", example(sigma=1), "width", ["ArrowRight", "ArrowLeft", "End"])
    assert found[0]["sigma"] == pytest.approx(1.1)
    assert found[1]["sigma"] == pytest.approx(0.99)
    line = python(state_of()).line
    assert found[2]["sigma"] == pytest.approx(line[1] - 16.2)


def test_axes_and_rows_hold_still_under_a_hand(deno):
    before = example()
    moved = example(values=[5, -1, 9.5, 13.2, 42, 20.5, 42, 18], sigma=1e-4)
    still, now = deno("rankingHeld", before, before), deno("rankingHeld", moved, before)
    assert (now["axes"], now["high"]) == (still["axes"], still["high"])
    assert deno("rankingHeld", moved, moved)["axes"] != still["axes"]
    heights = {each["name"]: each["y"] for each in still["handles"]}
    assert all(heights[each["name"]] == each["y"] for each in now["handles"])
    wide = example(values=[5, -1, 9.5, 13.2, 16.2, 20.5, 120, 18])
    held = deno("rankingHeld", wide, before)
    (low, high), (grid, _) = held["axes"][0], held["kernel"]
    near([grid[0], grid[-1]], [low, high], 1e-9)
