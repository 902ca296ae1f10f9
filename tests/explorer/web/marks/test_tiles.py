"""Small multiples: where their tiles stand, and what is pointed at in one and lit in all."""

from itertools import combinations

import pytest

WIDTHS = pytest.mark.parametrize("width", [200, 320, 400, 620, 1000, 1600])
BAR = {"most": 1}


def tile(*marks, **more):
    axes = {
        "x": {"domain": [0, 10], "ticks": [[5, "five"]], "title": "across"},
        "y": {"domain": [0, 10], "ticks": [[2, "two"]], "title": "up"},
    }
    return {"title": "", "boxed": True, **axes, "marks": marks, **more}


def dots(**more):
    return {"kind": "dots", "x": [2, 8], "y": [3, 7], "colour": "text", **more}


@WIDTHS
@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_tiles_are_squares_that_stay_inside_and_do_not_overlap(deno, width, count):
    found = deno("tilesDrawn", width, [[tile(), tile(), tile(bar=BAR)]] * count)
    for box in found["boxes"]:
        wide, tall = box["right"] - box["left"], box["bottom"] - box["top"]
        assert wide == pytest.approx(tall)
        assert 70 <= wide <= 190
        assert 0 < box["left"] < box["right"] < found["width"]
        assert 0 < box["top"] < box["bottom"] < found["height"]
    for one, other in combinations(found["boxes"], 2):
        across = one["right"] < other["left"] or other["right"] < one["left"]
        assert across or one["bottom"] < other["top"] or other["bottom"] < one["top"]
    assert found["width"] == max(width, 240)


@WIDTHS
def test_lines_are_even_and_each_has_one_set_of_ticks_and_one_bar(deno, width):
    found = deno("tilesDrawn", width, [[tile(), tile(bar=BAR)]] * 8)
    lines = {}
    for box, bar in zip(found["boxes"][1::2], found["bars"][1::2], strict=True):
        lines.setdefault(box["top"], []).append(bar)
    counts = [len(line) for line in lines.values()]
    assert max(counts) == counts[0]
    assert len(lines) == -(-8 // counts[0])
    assert all(sum(line) == line[-1] == 1 for line in lines.values())
    words = [each["words"] for each in found["words"]]
    for each in ("two", "five", "up"):
        assert words.count(each) == 2 * len(lines)
    assert words.count("across") == 16


def test_a_tile_has_a_line_all_around_it(deno):
    found = deno("tilesDrawn", 400, [[tile()]])
    [box] = found["boxes"]
    corners = {(x, y) for stroke in found["strokes"] for x, y, *_ in stroke["path"]}
    assert {(box[x], box[y]) for x in ("left", "right") for y in ("top", "bottom")} <= corners


def test_what_is_pointed_at_in_one_is_marked_in_all_of_its_group(deno):
    told = [dots(byX=True, name=str(k)) for k in range(3)]
    columns = [[tile(told[0], group="a"), tile(told[1], group="b")], [tile(told[2], group="a")] * 2]
    first, other, *_ = deno("galleryPointed", 500, columns, 0.2, 0.9)
    assert len(first["spots"]) == 3
    assert {spot["y"] for spot in first["spots"]} == {first["y"], *[s["y"] for s in other["spots"]]}
    assert len({(spot["x"], spot["y"]) for spot in first["spots"]}) == 3


def test_with_by_x_all_above_and_below_a_dot_is_at_it(deno):
    for by_x in (True, False):
        [found] = deno("galleryPointed", 300, [[tile(dots(byX=by_x))]], 0.15, 0.02)
        assert (found is not None) == by_x
    [found] = deno("galleryPointed", 300, [[tile(dots(byX=True))]], 0.6, 0.9)
    assert found["words"] == "1"


def test_what_has_something_beyond_it_is_a_triangle_that_points_there(deno):
    found = deno("tilesDrawn", 300, [[tile(dots(beyond=[1, -1], radius=4))]])
    up, down = [stroke["path"] for stroke in found["strokes"] if stroke["colour"] == "text"][-2:]
    assert [len(path) for path in (up, down)] == [4, 4]
    assert up[0][1] < up[1][1] == up[2][1]
    assert down[0][1] > down[1][1] == down[2][1]


@pytest.mark.parametrize(("root", "opacity"), [(False, 64), (True, 128)])
def test_with_root_a_small_number_is_seen(deno, root, opacity):
    shades = {"most": 1, "root": root}
    cells = {"kind": "map", "values": [0.25, -1, 0, 4], "columns": 2, "shades": shades}
    found = deno("tilesDrawn", 300, [[tile(cells)]])
    [image] = [stroke for stroke in found["strokes"] if "pixels" in stroke]
    assert image["pixels"][3::4] == [opacity, 255, 0, 255]
    assert image["pixels"][:3] == [0x2F, 0x7E, 0xD8]
    assert image["pixels"][4:7] == [0xD9, 0x66, 0x0F]
