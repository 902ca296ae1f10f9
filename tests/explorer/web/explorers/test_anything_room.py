"""Where SortAnything puts its things: square and in view at any width, no words on other words."""

import numpy as np
import pytest
from anything_shown import choices_of, marks, python
from hypothesis import given
from hypothesis import strategies as st
from twin_laws import near

from explorer.figures import anything_plan as paper

WIDTHS = [320, 400, 620, 760, 1120, 1300, 1600]
KINDS = [
    {},
    {"pieces": 16},
    {"pieces": 2, "material": "digits by a learned score"},
    {"pieces": 16, "material": "digits by a learned score"},
    {"material": "table"},
    {"material": "table", "pieces": 16},
    {"material": "table", "table": [[k * 1.37 * c for c in range(6)] for k in range(2, 18)]},
    {"material": "complex numbers by modulus"},
    {"material": "complex numbers by real part", "pieces": 16, "sample": 4},
]


@given(n=st.integers(2, 16), columns=st.integers(1, 6), across=st.floats(200, 1600))
def test_things_stand_where_they_stand_on_paper(deno, n, columns, across):
    rows, found = paper.Rows(n, across), deno("rowsAt", n, across)
    near(found["tops"], rows.tops, 1e-9)
    near(found["middles"], [rows.middle(k) for k in range(n)], 1e-9)
    near(
        [found[name] for name in ("side", "thick", "down")],
        [rows.side, rows.thick, rows.down],
        1e-9,
    )
    table = paper.tables_of(n, columns, across)
    there = deno("tablesAt", n, columns, across)
    near([there[name] for name in table._fields], [*table], 1e-9)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, kind, width):
    found = deno("anythingDrawn", choices_of(**kind), width)
    assert found["width"] == width
    boxes = []
    for each in found["words"]:
        bold = each.get("look") in ("title", "strong")
        long = (7 if bold else 6) * len(each["words"])
        if each.get("turned"):
            assert 0 <= each["y"] - long / 2 <= each["y"] + long / 2 <= found["height"]
            continue
        left = (
            each["x"] - {"start": 0, "middle": long / 2, "end": long}[each.get("anchor", "start")]
        )
        assert 0 <= left <= left + long <= width, each
        boxes.append((left, left + long, each["y"] - 8, each["y"], each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


@pytest.mark.parametrize("width", [*WIDTHS, 934, 1000])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_things_are_square_their_rows_touch_and_all_of_it_fits_a_screen(deno, kind, width):
    chosen = choices_of(**kind)
    scene, drawn = python(chosen), deno("anythingDrawn", chosen, width)
    [panel] = [
        panel
        for row in deno("anythingShown", chosen, width)
        for panel in row
        if panel["title"] == paper.things_title(scene)
    ]
    box = drawn["boxes"][0]
    across, down = box["right"] - box["left"], box["bottom"] - box["top"]
    if scene.kind != "table":
        wide, high = (np.ptp(panel[axis]["domain"]) for axis in "xy")
        assert across / wide == pytest.approx(down / high, rel=1e-9)
        ribbon = marks(panel, "ribbon")[0]
        assert 70 <= (ribbon["y"][1] - ribbon["y"][0]) * across / wide <= 90
    if width >= 934:
        assert drawn["height"] <= 540
    assert across > 200
