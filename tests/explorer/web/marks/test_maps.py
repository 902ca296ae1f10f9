"""A matrix as coloured cells: which colour a number has, its sign, what is pointed at, and the bar
that says what the colours stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.style import NEGATIVE, POSITIVE, bound, number

VALUES = [1.0, -0.5, 0.0, -2.0, 0.01, -0.01]
SHADES = {"most": 1.0}


def rgb(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def shown(deno, rows, columns, values, shades=SHADES, width=600, points=(), **more):
    """A map whose first cell is at (0, 0), rows downwards."""
    mark = {"kind": "map", "name": "m", "values": values, "columns": columns, "shades": shades}
    panel = {
        "title": "a map",
        "x": {"domain": [-0.5, columns - 0.5]},
        "y": {"domain": [-0.5, rows - 0.5], "downwards": True},
        "marks": [mark],
        "aspect": rows / columns,
        **more,
    }
    return deno("drawnPicture", width, [[panel]], points)


def image(found):
    [drawn] = [stroke for stroke in found["strokes"] if stroke["within"] and "pixels" in stroke]
    return drawn


def lines(found, colour):
    return [
        stroke for stroke in found["strokes"] if stroke["within"] and stroke.get("colour") == colour
    ]


def test_a_map_is_one_image_over_its_panel_a_pixel_a_cell(deno):
    found = shown(deno, 2, 3, VALUES)
    drawn, box = image(found), found["boxes"][0]
    assert drawn["columns"] == 3
    assert len(drawn["pixels"]) == 4 * 6
    place = [box["left"], box["top"], box["right"] - box["left"], box["bottom"] - box["top"]]
    assert drawn["path"][0] == pytest.approx(place)


def test_the_colour_is_of_the_sign_as_opaque_as_the_number_is_large(deno):
    pixels = image(shown(deno, 2, 3, VALUES))["pixels"]
    for k, value in enumerate(VALUES):
        *colour, opacity = pixels[4 * k : 4 * k + 4]
        assert opacity == round(255 * min(abs(value), 1))
        if value:
            assert colour == rgb(POSITIVE if value > 0 else NEGATIVE)


def test_a_named_colour_stands_for_all_of_a_map_and_has_no_signs(deno):
    found = shown(deno, 2, 3, VALUES, {"most": 2.0, "colour": {"sign": 1}})
    pixels = image(found)["pixels"]
    assert pixels[:4] == [*rgb(POSITIVE), 128]
    assert lines(found, "text") == []


def test_clearly_negative_cells_have_a_minus_where_there_is_room(deno):
    found = shown(deno, 2, 3, VALUES)
    [minus] = lines(found, "text")
    box = found["boxes"][0]
    wide = (box["right"] - box["left"]) / 3
    assert minus["parts"] == 2  # -0.5 and -2, not -0.01
    middles = [
        (a[0] + b[0]) / 2 for a, b in zip(minus["path"][::2], minus["path"][1::2], strict=True)
    ]
    assert middles == pytest.approx([box["left"] + 1.5 * wide, box["left"] + 0.5 * wide])
    assert all(a[1] == b[1] for a, b in zip(minus["path"][::2], minus["path"][1::2], strict=True))


def test_small_cells_have_a_border_around_those_that_are_negative(deno):
    n = 100
    values = [0.5] * n * n
    for row in (40, 41):
        for column in (10, 11, 12):
            values[row * n + column] = -0.5
    found = shown(deno, n, n, values)
    [border] = lines(found, "text")
    box = found["boxes"][0]
    side = (box["right"] - box["left"]) / n
    assert border["parts"] == 2 * (3 + 2)  # the edges of a block of 3 by 2
    across = [(x - box["left"]) / side for x, _ in border["path"]]
    down = [(y - box["top"]) / side for _, y in border["path"]]
    assert [min(across), max(across)] == pytest.approx([10, 13])
    assert [min(down), max(down)] == pytest.approx([40, 42])
    assert lines(found, "page") == []


def test_borders_do_not_join_the_ends_of_neighbouring_rows(deno):
    n = 100
    values = [0.5] * n * n
    values[n - 1] = -0.5
    [border] = lines(shown(deno, n, n, values), "text")
    assert border["parts"] == 2


def test_a_line_parts_cells_that_are_large(deno):
    [parts] = lines(shown(deno, 2, 3, VALUES), "page")
    assert parts["parts"] == 2 + 1


@pytest.mark.parametrize(("row", "column"), [(0, 0), (1, 2), (0, 2)])
def test_the_cell_that_is_pointed_at_is_told_at_its_middle(deno, row, column):
    box = shown(deno, 2, 3, VALUES)["boxes"][0]
    side = (box["right"] - box["left"]) / 3
    middle = box["left"] + (column + 0.5) * side, box["top"] + (row + 0.5) * side
    point = {"x": middle[0] + 0.4 * side, "y": middle[1] - 0.4 * side}
    [pointed] = shown(deno, 2, 3, VALUES, points=[point])["pointed"]
    assert pointed["words"] == f"m {3 * row + column}"
    assert [pointed["x"], pointed["y"]] == pytest.approx(list(middle))


def test_a_bar_says_what_the_colours_stand_for(deno):
    found = shown(deno, 2, 3, VALUES, bar={"most": 1.2, "beyond": True})
    box = found["boxes"][0]
    beside = [word for word in found["words"] if word["x"] > box["right"]]
    assert [word["words"] for word in beside] == ["≤ -1.2", "0", "≥ 1.2"]
    assert [word["y"] - 4 for word in beside] == pytest.approx(
        [box["bottom"], (box["top"] + box["bottom"]) / 2, box["top"]]
    )
    [bar] = [stroke for stroke in found["strokes"] if stroke.get("columns") == 1]
    assert bar["pixels"][:4] == [*rgb(POSITIVE), 255]
    assert bar["pixels"][-4:] == [*rgb(NEGATIVE), 255]
    assert found["width"] >= max(word["x"] + 7 * len(word["words"]) for word in beside)


def test_a_bar_of_one_colour_begins_at_0(deno):
    found = shown(deno, 2, 3, VALUES, bar={"most": 2.0, "colour": "text"})
    beside = [word for word in found["words"] if word["x"] > found["boxes"][0]["right"]]
    assert [word["words"] for word in beside] == ["0", "2"]


def test_frames_are_where_they_are_said_to_be(deno):
    boxes = [{"left": -0.5, "right": 2.5, "top": 0.5, "bottom": 1.5}]
    mark = {"kind": "frames", "boxes": boxes, "colour": "accent"}
    axes = {"x": {"domain": [-0.5, 2.5]}, "y": {"domain": [-0.5, 1.5], "downwards": True}}
    found = deno("drawnPicture", 600, [[{"title": "t", "marks": [mark], **axes}]])
    [frame] = lines(found, "accent")
    box = found["boxes"][0]
    middle = (box["top"] + box["bottom"]) / 2
    wide, high = box["right"] - box["left"], box["bottom"] - middle
    assert frame["path"] == [pytest.approx([box["left"], middle, wide, high])]


def test_an_upright_axis_has_its_title_turned_at_its_left(deno):
    found = shown(
        deno, 2, 3, VALUES, y={"domain": [-0.5, 1.5], "downwards": True, "title": "an output"}
    )
    [title] = [word for word in found["words"] if word.get("turned")]
    box = found["boxes"][0]
    assert title["words"] == "an output"
    assert 8 <= title["x"] < box["left"] - 20
    assert title["y"] == pytest.approx((box["top"] + box["bottom"]) / 2)


@given(st.floats(0, 1e300, allow_subnormal=False))
def test_the_end_of_a_scale_is_round_and_close_in_both_halves(deno, most):
    end = bound(most)
    assert deno("bound", most) == end
    if most:
        assert most * (1 - 1e-9) <= end <= 1.34 * most
    assert len(number(end).split("e")[0].replace(".", "").strip("0")) <= 2


def test_cells_may_be_of_another_size_than_a_unit(deno):
    mark = {"kind": "map", "name": "m", "values": [1.0, -1.0], "columns": 1, "shades": SHADES}
    mark |= {"left": 3.0, "top": 1.0, "wide": 0.5, "high": 2.0}
    axes = {"x": {"domain": [0, 4]}, "y": {"domain": [0, 4], "downwards": True}}
    panel = {"title": "t", "marks": [mark], **axes}
    found = deno("drawnPicture", 600, [[panel]])
    box = found["boxes"][0]
    wide, high = (box["right"] - box["left"]) / 4, (box["bottom"] - box["top"]) / 4
    corner = [box["left"] + 2.75 * wide, box["top"], 0.5 * wide, 4 * high]
    assert image(found)["path"][0] == pytest.approx(corner)
    point = {"x": box["left"] + 3.2 * wide, "y": box["top"] + 2.1 * high}
    [pointed] = deno("drawnPicture", 600, [[panel]], [point])["pointed"]
    assert pointed["words"] == "m 1"


def test_the_line_around_negative_cells_hides_none(deno):
    n = 200
    values = [0.5] * n * n
    values[50 * n + 50] = -0.5
    found = shown(deno, n, n, values)
    [border] = lines(found, "text")
    box = found["boxes"][0]
    assert border["width"] == pytest.approx((box["right"] - box["left"]) / n / 4)
