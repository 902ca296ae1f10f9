"""What the ranking explorer shows is its scene, on the axes of paper, and said in names and
numbers."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ranking_examples import CHOSEN, TIES, X, choices_of, example, first, marks, python, state_of
from twin_laws import near

from explorer.figures import ranking_plan as paper
from explorer.style import number

WIDTHS = (240, 400, 620, 760, 1366)


@given(state=CHOSEN)
def test_every_line_dot_and_cell_is_the_scene_s(deno, state):
    scene, found = python(state), deno("rankingShown", choices_of(state))
    line, order, curves = found["panels"]
    size = 1e-12 * max(1, np.max(np.abs(scene.values)), np.max(np.abs(scene.places)))
    narrow = min(state.sigma, scene.sigmas[0])
    within = 1e-12 * len(scene.values) ** 2 * max(1, (size / 1e-12 / narrow) ** 2)
    [band] = marks(line, "band")
    near([min(band["x"]), max(band["x"])], scene.line, size)
    assert 0 <= min(band["y"]) <= max(band["y"]) <= 1
    joins, stems = marks(line, "line", width=1.2), marks(line, "line", width=2.5)
    near([join["x"][0] for join in joins], np.sort(scene.values), 0)
    near([join["x"][1] for join in joins], scene.places, size)
    near([stem["y"][1] for stem in stems], scene.heights, within)
    places, values = marks(line, "dots", radius=4.5), marks(line, "dots")[len(scene.values) :]
    near(first(places, "x"), scene.places, size)
    near(first(values, "x"), np.sort(scene.values), 0)
    [cells] = marks(order, "map")
    near(np.reshape(cells["values"], scene.order.shape), scene.order, within)
    assert cells["columns"] == len(scene.values)
    near(first(marks(order, "dots"), "x"), scene.means, within)
    near(first(marks(order, "rings"), "x"), scene.hard_means, 1e-12)
    assert first(marks(order, "rings"), "y") == [*range(len(scene.values))]
    drawn = [mark for mark in marks(curves, "line") if "name" in mark]
    by_name = {mark["name"]: mark["y"] for mark in drawn}
    rows = scene.sorted_wires if scene.transposed else range(len(scene.values))
    for row, wire in enumerate(rows):
        near(by_name[f"wire {wire}"], scene.curves[:, row], within)
    near(drawn[0]["x"], np.log10(scene.sigmas), 1e-12)
    near(first(marks(curves, "dots"), "y"), scene.means, within)
    near(first(marks(curves, "rings"), "y"), scene.hard_means, 1e-12)
    [cursor] = marks(curves, "rule")
    near(cursor["x"], scene.cursor, 1e-12)
    assert set(first(marks(curves, "dots"), "x")) == {cursor["x"]}


@given(state=CHOSEN)
def test_the_axes_are_those_of_paper(deno, state):
    scene, found = python(state), deno("rankingAxes", choices_of(state))
    near(found["means"], paper.means_range(scene), 1e-6 * len(scene.values))
    near(found["sigmas"], paper.sigma_range(scene), 1e-12)
    assert found["shares"] == pytest.approx(paper.shares_end(scene), rel=0.26)  # or the next step


@pytest.mark.parametrize("n", [1, 2, 3, 8, 13, 64])
def test_wires_are_counted_as_on_paper(deno, n):
    expected = [[mark, str(mark)] for mark in paper.whole_ticks(n)]
    assert deno("wholeTicks", n) == expected


@given(low=st.floats(-110, 100), long=st.floats(0.1, 14))
def test_decades_and_rows_are_those_of_paper(deno, low, long):
    found = deno("decades", [low, low + long])
    assert found == [[power, words] for power, words in paper.decades(low, low + long)]


@given(
    spans=st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 4)).map(lambda span: (span[0], sum(span))),
        min_size=1,
        max_size=12,
    )
)
def test_rows_are_those_of_paper_and_none_meet_in_one(deno, spans):
    rows = deno("rowsOf", spans)
    assert rows == paper.rows_of(spans)
    for k, (left, right) in enumerate(spans):
        for other in range(k):
            apart = right < spans[other][0] or spans[other][1] < left
            assert apart or rows[k] != rows[other]
    assert set(rows) == set(range(max(rows) + 1))


@pytest.mark.parametrize("transposed", [False, True])
def test_titles_are_those_of_paper(deno, transposed):
    expected = {**paper.words_of(transposed)._asdict(), "sigma": paper.BY_SIGMA}
    assert deno("rankingWords", transposed) == expected
    assert deno("lineTitle", 3) == paper.line_title(3)


@pytest.mark.parametrize("values", [X, TIES, [3.0], list(range(64))])
@pytest.mark.parametrize("transposed", [False, True])
def test_a_value_its_place_its_row_and_its_curve_have_one_colour_which_no_other_has(
    deno, values, transposed
):
    found = deno("rankingShown", example(values=values, ranking_transpose=transposed))
    coloured = {}
    for panel in found["panels"]:
        for mark in panel["marks"]:
            if "name" in mark and mark["kind"] != "rings":
                coloured.setdefault(mark["name"], set()).add(mark["colour"]["share"])
    n = len(values)
    assert set(coloured) == {f"wire {wire}" for wire in range(n)}
    assert all(len(shares) == 1 for shares in coloured.values())
    shares = [coloured[f"wire {wire}"].pop() for wire in np.argsort(values, kind="stable")]
    near(shares, np.linspace(0, 1, n) if n > 1 else [0.5], 1e-15)
    for handle in found["handles"]:
        if handle["name"].isdigit():
            place = np.argsort(values, kind="stable").tolist().index(int(handle["name"]))
            assert handle["colour"]["share"] == shares[place]


def test_everything_says_in_names_and_numbers_what_it_is(deno):
    scene, found = python(state_of()), deno("rankingShown", example())
    line, order, curves = found["panels"]
    at = [number(place) for place in scene.places]
    [band] = marks(line, "band")
    top = int(np.argmax(band["y"]))
    assert band["told"][top] == "kernel around wire 4 (x = 16.2), sigma = 2: 1 high at 16.2"
    assert marks(line, "line", width=1.2, name="wire 6")[0]["told"][0] == (
        f"wire 6 (x = 42): in the soft sort, place 7 (at {at[7]})"
    )
    share, height = number(scene.order[4, 5]), number(scene.heights[5])
    told = (
        f"place 5 (at {at[5]}): the kernel around wire 4 (x = 16.2) is {height} high there,"
        f" a share of {share}"
    )
    assert marks(line, "line", width=2.5, name="wire 7")[0]["told"][0] == told
    assert marks(line, "dots", radius=4.5, name="wire 7")[0]["told"] == [told]
    assert marks(line, "dots", name="wire 7")[1]["told"] == ["wire 7 (x = 18)"]
    [cells] = marks(order, "map")
    assert cells["told"][4 * 8 + 5] == (
        f"wire 4 (x = 16.2) and place 5 (at {at[5]}): a share of {share}"
    )
    soft = f"wire 4 (x = 16.2): soft rank {number(scene.means[4])}, hard rank 4"
    for mark in ("dots", "rings"):
        assert marks(order, mark, name="wire 4")[0]["told"] == [soft]
    assert marks(curves, "dots", name="wire 4")[0]["told"] == [f"sigma = 2, {soft}"]
    assert marks(curves, "line", name="wire 4")[0]["told"][0] == (
        f"sigma = 0.01, wire 4 (x = 16.2): soft rank {number(scene.curves[0, 4])}, hard rank 4"
    )


def test_the_argsort_is_said_of_places(deno):
    state = state_of(ranking_transpose=True)
    scene, (line, order, curves) = python(state), deno("rankingShown", choices_of(state))["panels"]
    at = number(scene.places[5])
    soft = f"place 5 (at {at}): soft argsort {number(scene.means[5])}, hard argsort 7"
    assert marks(order, "dots", name="wire 7")[0]["told"] == [soft]
    assert marks(curves, "dots", name="wire 7")[0]["told"] == [f"sigma = 2, {soft}"]
    [cells] = marks(order, "map")
    share = number(scene.order[5, 4])
    assert cells["told"][5 * 8 + 4] == (
        f"wire 4 (x = 16.2) and place 5 (at {at}): a share of {share}"
    )
    told = marks(line, "dots", radius=4.5, name="wire 7")[0]["told"][0]
    assert told.endswith(f"is {number(scene.heights[5])} high there, a share of {share}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"alpha": inf},
        {"values": TIES, "sigma": 0.5},
        {"relaxation": "softmax", "alpha": 0.05},
        {"ranking_transpose": True},
        {"values": [3.0]},
        {"values": [1e5, 2.5e-4, -123456.7]},
        {"values": [*range(64)]},
        {"sigma": 1e-9},
        {"values": [1, 1.01, 1.02, 1.03, 1.04, 9]},
    ],
)
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, width, choices):
    found = deno("rankingDrawn", example(**choices), width)
    assert found["width"] == width
    boxes = []
    for each in found["words"]:
        if each.get("turned"):
            continue
        letter = {"title": 7.2, "strong": 6.6}.get(each.get("look"), 6)
        wide = letter * len(each["words"])
        left = (
            each["x"] - {"start": 0, "middle": wide / 2, "end": wide}[each.get("anchor", "start")]
        )
        if width >= 400:
            assert -1 <= left <= left + wide <= width + 1, each
        boxes.append((left, left + wide, each["y"] - 8, each["y"], each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


def test_a_cell_pointed_at_is_told_and_lights_its_row_s_curve(deno):
    drawn = deno("rankingDrawn", example(), 900)
    box = drawn["boxes"][1]
    wide, high = (box["right"] - box["left"]) / 8, (box["bottom"] - box["top"]) / 8
    point = {"x": box["left"] + 7.5 * wide, "y": box["top"] + 4.5 * high}
    [pointed] = deno("rankingDrawn", example(), 900, [point])["pointed"]
    assert pointed["words"].startswith("wire 4 (x = 16.2) and place 7 (at 4")
    assert (pointed["name"], pointed["choices"]) == ("wire 4", {"ranking_focus": 4})
    lit = deno("rankingDrawn", example(), 900, [], "wire 4")
    widths = [
        max(stroke["width"] for stroke in each["strokes"] if len(stroke["path"]) > 40)
        for each in (drawn, lit)
    ]
    assert widths[1] > widths[0]
