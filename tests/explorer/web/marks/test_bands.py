"""Bands under a curve, and rings around points: what is filled, what is pointed at, and what lights
others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

X, Y = [0, 2, 5, 9, 10], [10, 40, 90, 30, 0]
PANEL = {"title": "a title", "x": {"domain": [0, 10]}, "y": {"domain": [0, 100]}}
BAND = {"kind": "band", "name": "bell", "x": X, "y": Y, "colour": {"share": 0.5}}
RINGS = {"kind": "rings", "name": "hard", "x": [2, 5], "y": [40, 90], "colour": "quiet"}


def shown(deno, *marks, points=(), lit=None):
    return deno("drawnPicture", 900, [[{**PANEL, "marks": marks}]], points, lit)


def marked(found):
    return [stroke for stroke in found["strokes"] if stroke["within"]]


def place(found, x, y):
    [box] = found["boxes"]
    across = box["left"] + (box["right"] - box["left"]) * x / 10
    return [across, box["bottom"] - (box["bottom"] - box["top"]) * y / 100]


def test_a_band_is_filled_from_its_ground_to_its_heights_and_has_an_edge(deno):
    found = shown(deno, BAND)
    filled, edge = marked(found)
    heights = [place(found, x, y) for x, y in zip(X, Y, strict=True)]
    ground = [place(found, 10, 0), place(found, 0, 0)]
    assert filled["path"] == [pytest.approx(each) for each in [*heights, *ground]]
    assert edge["path"] == [pytest.approx(each) for each in heights]
    assert filled["colour"] == edge["colour"] == "input 0.5"
    assert 0.1 < filled["opacity"] < 0.4 < edge["opacity"]


def test_a_band_may_stand_on_another_ground_and_an_empty_one_is_not_drawn(deno):
    found = shown(deno, {**BAND, "low": 20})
    assert marked(found)[0]["path"][-1] == pytest.approx(place(found, 0, 20))
    assert marked(shown(deno, {**BAND, "x": [], "y": []})) == []


@given(k=st.integers(0, 4), down=st.floats(-30, 30))
def test_the_edge_of_a_band_is_pointed_at_and_what_is_on_it_can_be_too(deno, k, down):
    found = shown(deno, BAND)
    x, y = place(found, X[k], Y[k])
    inside = found["boxes"][0]["top"] <= y + down <= found["boxes"][0]["bottom"]
    [pointed] = shown(deno, BAND, points=[{"x": x, "y": y + down}])["pointed"]
    if inside and abs(down) < 1:
        assert pointed["words"] == f"bell {k}"
    dot = {"kind": "dots", "name": "dot", "x": [5], "y": [45], "colour": "text"}
    x, y = place(found, 5, 45)
    [pointed] = shown(deno, dot, BAND, points=[{"x": x + 5, "y": y}])["pointed"]
    assert pointed["words"] == "dot 0"


def test_a_ring_is_open_and_seen_on_a_cell_of_its_own_colour(deno):
    found = shown(deno, RINGS)
    rim, ring = marked(found)
    assert (rim["colour"], ring["colour"]) == ("page", "quiet")
    assert rim["width"] > ring["width"] > 0
    arcs = [each for each in ring["path"] if len(each) == 5]
    assert [arc[:2] for arc in arcs] == [
        pytest.approx(place(found, x, y)) for x, y in ((2, 40), (5, 90))
    ]
    assert ring["parts"] == 2  # no line leads from one to the next
    assert all("outline" not in each for each in marked(found))
    lit = marked(shown(deno, RINGS, lit="hard"))[1]
    assert lit["width"] > ring["width"]


@pytest.mark.parametrize(("off", "at"), [(0, True), (6, True), (18, True), (19.5, False)])
def test_what_is_in_a_ring_is_at_it(deno, off, at):
    x, y = place(shown(deno, RINGS), 2, 40)
    [pointed] = shown(deno, RINGS, points=[{"x": x - off, "y": y}])["pointed"]
    assert (pointed and pointed["words"]) == ("hard 0" if at else None)


def test_a_point_of_a_mark_can_light_what_has_another_name(deno):
    drawn = deno("litBy", [3, 1, 2])
    assert drawn == ["row 0", "row 1", "row 2"]
