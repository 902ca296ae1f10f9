"""What the alpha explorer shows is its scene, on the axes of paper, and said in names and
numbers."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import ALPHAS, shared, states
from twin_laws import near

from explorer.choices import RELAXATIONS
from explorer.figures import alpha_plan as paper
from explorer.scenes.alpha import alpha_scene
from explorer.state import ExplorerState
from explorer.style import number

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
SIDES = st.floats(-5, 5).map(lambda side: round(side, 2))
CHOSEN = states(ALPHAS, a=SIDES, b=SIDES, same_slope=st.booleans())
WIDTHS = (400, 900, 1600)


def choices_of(state):
    return {**shared(state), "a": state.a, "b": state.b, "sameSlope": state.same_slope}


def example(**choices):
    return choices_of(ExplorerState(**{"values": X, "a": 1.0, "b": 0.0, "alpha": 0.12, **choices}))


def python(state):
    how = (state.a, state.b, state.strength, state.same_slope, state.labels)
    return alpha_scene(state.wires, state.values, state.rule, *how)


def marks(panel, kind, **known):
    found = [mark for mark in panel["marks"] if mark["kind"] == kind]
    return [mark for mark in found if known.items() <= mark.items()]


@given(state=CHOSEN)
def test_every_line_and_dot_is_the_scene_s(deno, state):
    scene, found = python(state), deno("alphaShown", choices_of(state))
    curves, outputs, *measures = found["panels"]
    size = 1e-11 * max(5, np.max(np.abs(state.values)), np.max(np.abs(scene.path.sorts.outputs)))
    fixed = marks(curves, "line", width=1.3)
    known = np.array([each.curve for each in scene.beside])
    near([line["y"] for line in fixed], known, size + 1e-12 * np.abs(known).max())
    assert len({str(line["dash"]) for line in fixed}) == len(fixed)
    [present] = marks(curves, "line", width=3.5)
    near(present["y"], scene.curve, size + 1e-12 * np.abs(scene.curve).max())
    near(present["x"], scene.maxima.a, 1e-12)
    [difference] = marks(curves, "dots")
    near(difference["y"], [scene.hard, scene.soft], size)
    assert difference["x"] == [state.a, state.a]
    lines = [line for line in marks(outputs, "line") if "name" in line]
    near([line["y"] for line in lines], scene.path.sorts.outputs.T, size)
    near(lines[0]["x"], scene.path.places, 1e-12)
    dots = marks(outputs, "dots")
    near([dot["y"][0] for dot in dots], scene.sorts.outputs, size)
    sorts, now = scene.path.sorts, scene.sorts
    known = [
        [(100 * sorts.error, 100 * now.error)],
        [(sorts.inversions, now.inversions)],
        [(sorts.largest, now.largest), (sorts.smallest, now.smallest)],
    ]
    for panel, expected in zip(measures, known, strict=True):
        if panel["title"] == "pairs out of order" and len(set(state.values)) < len(state.values):
            continue  # of ties, an ulp says which is out of order
        for line, dot, (path, present) in zip(
            marks(panel, "line"), marks(panel, "dots"), expected, strict=True
        ):
            size = 1e-9 * (1 + np.abs(path).max())
            near(line["y"], path, size)
            near(dot["y"], [present], size)
            assert line["x"] == lines[0]["x"]
            assert line.get("steps", False) == (panel["title"] == "pairs out of order")
    for panel in found["panels"][1:]:
        [rule] = marks(panel, "rule", colour="accent")
        assert rule["x"] == pytest.approx(scene.place, abs=1e-12)
        assert {x for dot in marks(panel, "dots") for x in dot["x"]} == {rule["x"]}
    assert marks(curves, "rule")[0]["x"] == state.b


@given(state=CHOSEN)
def test_the_axes_are_those_of_paper(deno, state):
    scene, found = python(state), deno("alphaAxes", choices_of(state))
    size = 1e-11 * max(5, *np.abs(paper.path_range(scene)))
    near(found["curves"], paper.curves_range(scene), size)
    near(found["across"], paper.curves_across(scene), 1e-12)
    near(found["path"], paper.path_range(scene), size)
    near(found["measures"][0], paper.measure_ranges(scene)[0], 1e-6)
    near(found["measures"][2], paper.measure_ranges(scene)[2], 1e-6)
    marks = paper.ticks_of(scene.path.axis)
    assert [words for _, words in found["alphas"]] == [*marks.values()]
    near([place for place, _ in found["alphas"]], [*marks], 1e-12)
    assert [words for _, words in found["values"]] == [*paper.value_ticks(scene).values()]
    titles = [paper.curves_title(scene), paper.PATH, *paper.MEASURES, paper.BY_ALPHA]
    assert found["words"] == titles


def test_every_line_and_dot_says_in_names_and_numbers_what_it_is(deno):
    state = ExplorerState(values=X, a=1.0, b=0.0, alpha=0.12)
    scene, found = python(state), deno("alphaShown", example())
    curves, outputs, error, pairs, derivatives = found["panels"]
    [present] = marks(curves, "line", width=3.5)
    middle = scene.maxima.a.tolist().index(2.0)
    assert present["told"][middle] == (
        f"soft maximum of (2, 0) at alpha = 0.12: {number(scene.curve[middle])}"
    )
    hard = marks(curves, "line", name="hard")[0]["told"]
    assert hard[middle] == "soft maximum of (2, 0) at alpha = infinity: 2"
    assert marks(curves, "dots")[0]["told"] == [
        "hard maximum of (1, 0): 1",
        f"soft maximum of (1, 0): {number(scene.soft)}",
    ]
    line = marks(outputs, "line", name="output 7")[0]["told"]
    assert line[-1] == "output 7 at alpha = infinity per unit: 42 (hard: 42)"
    assert line[0] == "output 7 at alpha = 0 per unit: 15.43 (hard: 42)"
    [dot] = marks(outputs, "dots", name="output 7")
    assert dot["told"] == [
        f"output 7 at alpha = 0.12 per unit: {number(scene.sorts.outputs[7])} (hard: 42)"
    ]
    now = scene.sorts
    told = [
        each["told"][0] for panel in (error, pairs, derivatives) for each in marks(panel, "dots")
    ]
    assert told == [
        f"alpha = 0.12 per unit: {words}"
        for words in (
            f"error: {number(100 * now.error)} % of the range",
            f"{now.inversions} of 28 pairs out of order",
            f"largest derivative: {number(now.largest)}",
            f"smallest derivative: {number(now.smallest)}",
        )
    ]
    assert marks(derivatives, "line")[1]["told"][-1] == (
        "alpha = infinity per unit: smallest derivative: 0"
    )


def test_relaxations_at_the_same_slope_say_which_they_are_and_at_which_alpha(deno):
    choices = example(same_slope=True, alpha=0.8)
    curves = deno("alphaShown", choices)["panels"][0]
    told = {line["name"]: line["told"] for line in marks(curves, "line", width=1.3)}
    others = {"softmax": 0.8, "Cauchy": 0.2 * np.pi, "reciprocal": 0.8, "optimal": 0.2}
    assert list(told) == [*others, "Gaussian", "hard"]
    for name, alpha in others.items():
        known = float(RELAXATIONS[name][1](alpha)(-5.0, 0.0))
        assert told[name][0] == (
            f"soft maximum of (-5, 0) under {name} at alpha = {number(alpha)}: {number(known)}"
        )
    assert told["hard"][0] == "soft maximum of (-5, 0) at alpha = infinity: 0"
    assert curves["title"] == paper.STEEP


@pytest.mark.parametrize(("relaxation", "sign"), [("smoothmax", -1), ("softmax", 1)])
def test_what_lies_below_the_hard_maximum_has_the_colour_of_what_is_negative(
    deno, relaxation, sign
):
    curves = deno("alphaShown", example(relaxation=relaxation))["panels"][0]
    [difference] = marks(curves, "dots")
    assert np.sign(difference["colour"]["sign"]) == sign


def test_the_largest_derivative_is_told_from_the_smallest_by_its_dash(deno):
    derivatives = deno("alphaShown", example())["panels"][4]
    largest, smallest = marks(derivatives, "line")
    assert "dash" not in largest or not largest["dash"]
    assert [(entry["words"], entry.get("dash")) for entry in derivatives["legend"]] == [
        ("largest", None),
        ("smallest", smallest["dash"]),
    ]


@given(state=CHOSEN)
def test_handles_stand_where_the_choices_are(deno, state):
    scene = python(state)
    found = {each["name"]: each for each in deno("alphaShown", choices_of(state))["handles"]}
    low, high = paper.curves_range(scene)
    a, b, alpha = found["a"], found["b"], found["alpha"]
    assert (a["x"], b["x"]) == (state.a, state.b)
    assert a["y"] == pytest.approx(min(max(scene.soft, low), high), abs=1e-9)
    assert alpha["x"] == pytest.approx(scene.place, abs=1e-12)
    assert low < b["y"] < scene.maxima.heights[0] or low == high
    assert alpha["words"] == f"alpha = {number(state.alpha)} per unit"
    assert a["words"].startswith(f"a = {number(state.a)}, soft maximum ")
    assert b["words"] == f"b = {number(state.b)}"
    assert [each["panel"] for each in (a, b, alpha)] == [0, 0, 1]
    assert (a["low"][0], a["high"][0]) == (-5, 5)


@pytest.mark.parametrize("values", [X, [1e5, 2e7, 3e3], [0.002, 0.001]])
@pytest.mark.parametrize("relaxation", ["smoothmax", "softmax"])
def test_keys_lead_alpha_to_its_stops_and_away_again(deno, values, relaxation):
    start = example(values=values, relaxation=relaxation, alpha=1e9)
    low, scale = python(ExplorerState(values=values, alpha=1)).path.axis.low, 10.0
    keys = ["End", "ArrowLeft", "ArrowRight", "Home", "ArrowRight", "ArrowLeft"]
    least = scale**low if relaxation == "softmax" else 0
    up = scale ** (low + 0.2) if relaxation == "softmax" else scale**low
    found = deno("alphaKeys", start, "alpha", keys)
    expected = [inf, scale ** (low + 6), inf, least, up, least]
    assert found[0] == found[2] == "infinity"
    assert [inf if each == "infinity" else each for each in found] == pytest.approx(
        expected, rel=1e-3
    )


def test_keys_move_a_and_b_by_tenths_and_no_farther_than_they_go(deno):
    keys = ["ArrowRight", "PageDown", "End", "ArrowRight", "Home", "ArrowDown", "ArrowUp"]
    assert deno("alphaKeys", example(), "a", keys) == [1.1, 0.1, 5, 5, -5, -5, -4.9]
    assert deno("alphaKeys", example(), "b", keys[:2]) == [0.1, -0.9]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"alpha": inf},
        {"relaxation": "softmax"},
        {"a": -5, "b": 5},
        {"same_slope": True},
        {"same_slope": True, "relaxation": "reciprocal", "b": 5},
        {"same_slope": True, "relaxation": "softmax", "alpha": inf},
    ],
)
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, width, choices):
    found = deno("alphaDrawn", example(**choices), width)
    assert found["width"] == width
    boxes = []
    for each in found["words"]:
        wide = (7.2 if each.get("look") in ("title", "strong") else 6) * len(each["words"])
        left = (
            each["x"] - {"start": 0, "middle": wide / 2, "end": wide}[each.get("anchor", "start")]
        )
        assert 0 <= left <= left + wide <= width
        if each["words"] not in ("a", "b"):  # which follow their handles
            boxes.append((left, left + wide, each["y"] - 8, each["y"], each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


def test_an_output_pointed_at_is_told_and_lit(deno):
    drawn = deno("alphaDrawn", example(), 900)
    box = drawn["boxes"][1]
    [dot] = [
        stroke
        for stroke in drawn["strokes"]
        if stroke["colour"] == "input 1" and stroke.get("outline")
    ]
    x, y, *_ = dot["path"][0]
    [pointed] = deno("alphaDrawn", example(), 900, [{"x": x + 2, "y": y - 1}])["pointed"]
    assert pointed["name"] == "output 7"
    assert pointed["words"].startswith("output 7 at alpha = 0.12 per unit: ")
    assert (pointed["x"], pointed["y"]) == pytest.approx((x, y))
    assert box["left"] < x < box["right"]
    lit = deno("alphaDrawn", example(), 900, [], "output 7")
    widths = [
        next(stroke["width"] for stroke in each["strokes"] if stroke["colour"] == "input 1")
        for each in (drawn, lit)
    ]
    assert widths[1] > widths[0]


@given(state=CHOSEN)
def test_curves_that_are_held_at_a_side_are_named_there_with_room_for_it(deno, state):
    scene = python(state)
    right, left = deno("alphaNamed", choices_of(state))
    ends = {side: scene.maxima.curves[:, -1 if side > 0 else 0] for side in (1, -1)}
    for side, named in ((1, right), (-1, left)):
        if named["side"] == side:
            assert named["curveLabels"] == named["own"]
        hard = next(each for each in named["curveLabels"] if each["words"] == "hard")
        assert hard["at"] == pytest.approx(ends[side][-1], abs=1e-9)
        low, high = named["across"]
        assert (high > 7) == (side > 0)
        assert (low < -7) == (side < 0)


@given(state=CHOSEN)
def test_pairs_are_counted_in_whole_numbers(deno, state):
    panels = deno("alphaShown", choices_of(state))["panels"]
    y = panels[3]["y"]
    marks = deno("scaled", "linear", y["domain"], [0, 1], [], y["intervals"])["ticks"]
    assert len(marks) > 2
    assert all(float(words).is_integer() for _, words in marks)
