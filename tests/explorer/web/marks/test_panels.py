"""Marks on axes, by the ink and the words that they leave in a panel."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

X, Y = {"domain": [0, 10]}, {"domain": [0, 100]}
LINE = {"kind": "line", "name": "a", "x": [0, 5, 10], "y": [0, 50, 100], "colour": "text"}
DOTS = {"kind": "dots", "name": "b", "x": [2, 8], "y": [80, 20], "colour": {"share": 0.5}}


def panel(*marks, **more):
    return {"title": "a title", "x": X, "y": Y, "marks": marks, **more}


@pytest.fixture
def drawn(deno):
    def draw(*marks, width=900, points=(), lit=None, forced=False, **more):
        rows = [[panel(*marks, **more)]]
        return deno("drawnPicture", width, rows, points, lit, forced)

    return draw


def marked(found):
    """The strokes of marks: what is held within the panel's box."""
    return [stroke for stroke in found["strokes"] if stroke["within"]]


def at(found, x, y):
    box = found["boxes"][0]
    across = box["left"] + (box["right"] - box["left"]) * x / 10
    return {"x": across, "y": box["bottom"] - (box["bottom"] - box["top"]) * y / 100}


def place(found, x, y):
    return pytest.approx([*at(found, x, y).values()])


def test_a_line_goes_through_its_points_in_its_colour_and_dash(drawn):
    found = drawn({**LINE, "width": 3, "dash": [4, 2], "opacity": 0.5})
    [line] = marked(found)
    assert [line[part] for part in ("colour", "width", "dash", "opacity")] == [
        "text",
        3,
        [4, 2],
        0.5,
    ]
    assert line["path"] == [place(found, x, 10 * x) for x in (0, 5, 10)]


def test_a_line_has_a_gap_where_one_of_its_numbers_is_none(drawn, deno):
    gap = float("nan")
    found = drawn({**LINE, "x": [0, 2, gap, 6, 8], "y": [0, 20, 0, 60, 80]})
    [line] = marked(found)
    assert line["path"] == [place(found, x, 10 * x) for x in (0, 2, 6, 8)]
    assert line["parts"] == 2
    halfway = [at(found, 4, 40), at(found, 7, 70)]
    pointed = drawn({**LINE, "x": [0, 2, gap, 6, 8], "y": [0, 20, 0, 60, 80]}, points=halfway)[
        "pointed"
    ]
    assert pointed[0] is None
    assert pointed[1]["words"] in ("a 3", "a 4")


def test_steps_are_level_about_their_points(drawn):
    found = drawn({**LINE, "steps": True})
    [line] = marked(found)
    expected = [(0, 0), (2.5, 0), (2.5, 50), (7.5, 50), (7.5, 100), (10, 100)]
    assert line["path"] == [place(found, x, y) for x, y in expected]


def test_dots_are_filled_in_their_colour_with_a_rim_of_the_page(drawn):
    found = drawn(DOTS)
    dots = marked(found)
    assert [(dot["colour"], dot["outline"]) for dot in dots] == [("input 0.5", "page")] * 2
    assert [dot["path"][0][:2] for dot in dots] == [place(found, 2, 80), place(found, 8, 20)]


@pytest.mark.parametrize(
    ("rule", "ends"), [({"x": 3}, [(3, 0), (3, 100)]), ({"y": 0}, [(0, 0), (10, 0)])]
)
def test_a_rule_crosses_all_of_its_panel(drawn, rule, ends):
    found = drawn({"kind": "rule", "colour": "line", **rule})
    [line] = marked(found)
    assert sorted(line["path"]) == sorted([*at(found, x, y).values()] for x, y in ends)


@pytest.mark.parametrize(("sign", "colour"), [(-1, "#d9660f"), (2, "#2f7ed8")])
def test_a_sign_has_the_colour_of_signs(drawn, sign, colour):
    assert marked(drawn({**LINE, "colour": {"sign": sign}}))[0]["colour"] == colour


def test_where_all_have_one_colour_dashes_tell_shares_apart(drawn):
    lines = [{**LINE, "colour": {"share": share}} for share in (0, 0.3, 0.6, 1)]
    strokes = marked(drawn(*lines, forced=True))
    assert {stroke["colour"] for stroke in strokes} == {"text"}
    assert len({tuple(stroke["dash"]) for stroke in strokes}) == 4


def test_no_ink_of_a_mark_leaves_its_panel(drawn):
    found = drawn({**LINE, "y": [-500, 50, 600]}, DOTS, {"kind": "rule", "x": 12, "colour": "line"})
    box = found["boxes"][0]
    within = [box["left"], box["top"], box["right"] - box["left"], box["bottom"] - box["top"]]
    assert [stroke["within"] for stroke in found["strokes"][2:]] == [within] * 4


def test_what_is_lit_is_wider_and_on_top(drawn):
    other = {**LINE, "name": "other", "colour": "quiet"}
    plain = marked(drawn(LINE, other))
    lit = marked(drawn(LINE, other, lit="a"))
    assert [stroke["colour"] for stroke in plain] == ["text", "quiet"]
    assert [stroke["colour"] for stroke in lit] == ["quiet", "text"]
    assert lit[1]["width"] > plain[0]["width"]
    assert lit[0]["width"] == plain[1]["width"]


@given(x=st.floats(0, 10), up=st.floats(-30, 30))
def test_a_line_is_pointed_at_from_near_and_its_nearer_point_is_told(deno, x, up):
    rows = [[panel({**LINE, "y": [50, 50, 50]})]]
    found = deno("drawnPicture", 900, rows)
    point = at(found, x, 50)
    point["y"] += up
    [pointed] = deno("drawnPicture", 900, rows, [point])["pointed"]
    assert (pointed is None) == (abs(up) > 12)
    if pointed and min(abs(x - 2.5), abs(x - 7.5)) > 0.01:
        nearest = min(range(3), key=lambda k: abs(x - 5 * k))
        assert pointed["words"] == f"a {nearest}"
        assert [pointed["x"], pointed["y"]] == place(found, 5 * nearest, 50)
        assert pointed["name"] == "a"


def test_of_two_marks_the_nearer_is_told_and_of_two_as_near_the_one_on_top(drawn):
    dots = {**DOTS, "x": [5, 8], "y": [52, 20]}
    points = [at(drawn(), *spot) for spot in ((5, 50), (5, 52), (8, 21), (3, 30))]
    told = [found["words"] for found in drawn(LINE, dots, points=points)["pointed"]]
    assert told == ["a 1", "b 0", "b 1", "a 1"]
    twice = drawn(LINE, {**LINE, "name": "top"}, points=points[:1])["pointed"]
    assert twice[0]["words"] == "top 1"


def test_outside_of_the_axes_nothing_is_pointed_at(drawn):
    corner = at(drawn(), 0, 0)
    points = [{"x": corner["x"] - 3, "y": corner["y"]}, {"x": corner["x"], "y": corner["y"] + 3}]
    assert drawn(LINE, points=points)["pointed"] == [None, None]


def test_axes_are_marked_and_named_at_their_ticks(drawn):
    ticks = [[2, "two"], [9, "nine"], [11, "beyond"]]
    found = drawn(x={**X, "ticks": ticks, "title": "across"})
    words = {each["words"]: each for each in found["words"]}
    assert {"a title", "across", "two", "nine", "0", "100"} <= {*words}
    assert "beyond" not in words
    assert words["nine"]["x"] == pytest.approx(at(found, 9, 0)["x"])
    assert words["nine"]["y"] > found["boxes"][0]["bottom"]
    assert words["100"]["y"] == pytest.approx(at(found, 0, 100)["y"] + 4)
    assert words["100"]["anchor"] == "end"
    axes = found["strokes"][1]["path"]
    assert [at(found, 9, 0)["x"], found["boxes"][0]["bottom"] + 4] in axes


def test_a_grid_is_where_one_is_wanted(drawn):
    assert found_grid(drawn()) == []
    grid = found_grid(found := drawn(y={**Y, "grid": True, "ticks": [[40, "40"]]}))
    assert grid == [place(found, 0, 40), place(found, 10, 40)]


def found_grid(found):
    return found["strokes"][0]["path"]


@pytest.mark.parametrize("width", [240, 400, 900])
def test_a_legend_shows_each_line_beside_its_words_and_clear_of_the_title(drawn, width):
    entries = [{"words": "largest", "colour": "text"}, {"words": "smallest", "colour": "accent"}]
    found = drawn(LINE, width=width, legend=entries)
    box = found["boxes"][0]
    samples = [each for each in found["strokes"] if not each["within"]][2:]
    assert [sample["colour"] for sample in samples] == ["text", "accent"]
    words = [each for each in found["words"] if each["words"] in ("largest", "smallest")]
    title = next(each for each in found["words"] if each["words"] == "a title")
    for sample, label in zip(samples, words, strict=True):
        (x0, y0), (x1, y1) = sample["path"]
        assert y0 == y1 < box["top"]
        assert x0 < x1 < label["x"]
        assert label["y"] == y0 + 4
        assert x0 > title["x"] + 6.6 * len("a title") or y0 > title["y"] + 3
    assert samples[1]["path"][0][0] > words[0]["x"] + 6 * len("largest")


PANELS = st.builds(
    lambda share, aspect, legend: panel(
        LINE,
        share=share,
        aspect=aspect,
        x={**X, "title": "x"},
        **({"legend": [{"words": "a line", "colour": "text"}]} if legend else {}),
    ),
    st.floats(0.5, 2),
    st.floats(0.4, 1),
    st.booleans(),
)


@given(
    width=st.integers(240, 2000),
    rows=st.lists(st.lists(PANELS, min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_panels_and_their_words_stand_within_the_picture_and_apart(deno, width, rows):
    found = deno("drawnPicture", width, rows)
    assert found["width"] == width
    boxes = found["boxes"]
    for box in boxes:
        assert 20 <= box["left"] < box["right"] <= width
        assert 15 <= box["top"] < box["bottom"] <= found["height"] - 30
    for one, other in combinations(boxes, 2):
        beside = one["right"] < other["left"] - 20 or other["right"] < one["left"] - 20
        assert beside or one["bottom"] < other["top"] - 40 or other["bottom"] < one["top"] - 40
    for each in found["words"]:
        assert 0 <= each["x"] <= width
        assert 8 <= each["y"] <= found["height"]
    if width < 620:
        assert len({box["left"] for box in boxes}) == 1


def test_an_axis_within_its_panel_has_its_words_there_and_its_name_at_their_left(drawn):
    found = drawn(x={**X, "ticks": [[9, "nine"]], "title": "across", "at": 60})
    foot, words = at(found, 9, 60)["y"], {each["words"]: each for each in found["words"]}
    box = found["boxes"][0]
    assert words["nine"]["y"] == words["across"]["y"] == pytest.approx(foot + 17)
    assert words["across"]["x"] < box["left"]
    assert words["across"]["anchor"] == "end"
    axes = found["strokes"][1]["path"]
    assert [at(found, 9, 60)["x"], pytest.approx(foot + 4)] in axes
    assert [box["right"], box["bottom"]] not in axes
    assert found["height"] < drawn(x=X)["height"] - 30


@given(
    width=st.integers(620, 2000), most=st.integers(300, 600), one=PANELS, two=PANELS, three=PANELS
)
def test_a_stack_is_as_high_as_its_row_and_a_picture_no_higher_than_it_may_be(
    deno, width, most, one, two, three
):
    found = deno("drawnPicture", width, [[one, [two, three]]], [], None, False, most)
    left, above, below = found["boxes"]
    assert found["height"] <= most
    assert left["bottom"] == pytest.approx(below["bottom"])
    assert (above["left"], above["right"]) == (below["left"], below["right"])
    assert left["right"] < above["left"]
    assert above["bottom"] + 40 < below["top"]
    assert min(box["bottom"] - box["top"] for box in found["boxes"]) > 10


def test_there_is_room_for_long_words_beside_an_axis(drawn):
    long = drawn(y={"domain": [0, 1], "ticks": [[0.5, "-1.234e-300"]]})
    short = drawn(y={"domain": [0, 1], "ticks": [[0.5, "1"]]})
    assert long["boxes"][0]["left"] > 7 + 6 * len("-1.234e-300")
    assert short["boxes"][0]["left"] < 40


def test_a_scene_is_made_once_while_its_choices_are_the_same_and_no_refused_one_is_kept(deno):
    found = deno("madeOf", [{"a": 1}, {"a": 1}, {"a": 2}, "refused", {"a": 2}, {"a": 1}])
    assert [each and each[1] for each in found] == [1, 1, 2, None, 2, 3]
