"""What the Jacobian explorer shows is its scene, on the scales of paper, and said in names and
numbers."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import shared, states
from twin_laws import near

from explorer.figures import jacobian_matrix as paper
from explorer.figures.jacobian_print import matrices_of
from explorer.scenes.hues import hues_of
from explorer.scenes.jacobian import jacobian_scene, rounding_of_ranks, sums_of
from explorer.state import ExplorerState
from explorer.style import bound, number

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
CHOSEN = states(
    st.floats(0.05, 20),
    sigma=st.floats(0.5, 20),
    outputs=st.sampled_from(["sort", "top k"]),
    k=st.integers(1, 30),
)
NONE = {"out": None, "into": None}


def example(**choices):
    return ExplorerState(**{"values": X, "alpha": 0.12, "sigma": 2.0, **choices})


def top_of(state):
    return min(state.k, len(state.values)) if state.outputs == "top k" else None


def python(state):
    return jacobian_scene(state.run(), state.sigma, state.strength, top_of(state))


def choices_of(state):
    return {**shared(state), "sigma": state.sigma, "top": top_of(state)}


def shown(deno, state, width=1366, points=(), **chosen):
    return deno("jacobianShown", choices_of(state), {**NONE, **chosen}, width, points)


def marks(panel, kind):
    return [mark for mark in panel["marks"] if mark["kind"] == kind]


@given(state=CHOSEN, width=st.sampled_from([400, 760, 1366]))
def test_each_matrix_is_the_scene_s_and_its_sums_are_on_the_same_scale(deno, state, width):
    scene, found = python(state), shown(deno, state, width)
    _, *panels = found["panels"]
    for panel, known in zip(panels, matrices_of(scene), strict=True):
        entries, outputs = known.entries, known.outputs.tolist()
        n, most = entries.shape[1], np.abs(entries).max()
        assert panel["title"] == known.title
        assert panel["y"]["title"] == known.output
        matrix, rows, columns = marks(panel, "map")
        assert matrix["columns"] == n
        size = 1e-6 * max(1, most)
        near(np.reshape(matrix["values"], entries.shape), entries, size)
        by_row, by_column = sums_of(entries)
        near(rows["values"], by_row, n * size)
        near(columns["values"], by_column, n * size)
        ends = {mark["shades"]["most"] for mark in (matrix, rows, columns)}
        assert ends == {panel["bar"]["most"]}
        largest = np.abs(matrix["values"]).max()
        assert ends == {bound(largest if largest > known.rounding else 0)}
        sums = np.abs([*rows["values"], *columns["values"]]).max()
        assert panel["bar"]["beyond"] == (sums > panel["bar"]["most"])
        assert (matrix["top"], rows["top"], rows["columns"]) == (outputs[0], outputs[0], 1)
        assert rows["left"] - rows["wide"] / 2 > n - 0.5
        assert columns["top"] - columns["high"] / 2 > outputs[-1] + 0.5
        assert rows["left"] + rows["wide"] / 2 <= panel["x"]["domain"][1] + 1e-9
        assert columns["top"] + columns["high"] / 2 <= panel["y"]["domain"][1] + 1e-9
        assert panel["y"]["downwards"]
        for axis, places in (("x", np.arange(n)), ("y", known.outputs)):
            ticks = [place for place, _ in panel[axis]["ticks"]]
            named = any(not words.isdecimal() for _, words in panel[axis]["ticks"])
            assert named <= (state.labels is not None)
            assert ticks == (places if named else paper.some(places)).tolist()


@given(values=st.lists(st.floats(-1.7e308, 1.7e308), min_size=1, max_size=9))
def test_what_is_rounding_of_a_rank_is_the_same(deno, values):
    assert deno("roundingOfRanks", values) == pytest.approx(
        rounding_of_ranks(np.array(values)), rel=1e-12
    )


def test_of_the_mean_no_rounding_is_coloured_nor_written(deno):
    ranks = shown(deno, example(alpha=0))["panels"][2]
    assert ranks["bar"]["most"] == 1
    written = [label["words"] for label in ranks["labels"]]
    assert {*written} == {"Σ", "0"}


@pytest.mark.parametrize("n", [1, 2, 8, 32, 64])
@pytest.mark.parametrize("width", [400, 760, 1366])
def test_strips_are_as_thick_in_any_picture_and_apart_from_the_matrix(deno, n, width):
    found = shown(deno, example(values=np.linspace(-9, 9, n).tolist()), width)
    for panel in found["panels"][1:]:
        box, (low, high) = panel["box"], panel["x"]["domain"]
        across = (box["right"] - box["left"]) / (high - low)
        first, last = panel["y"]["domain"]
        down = (box["bottom"] - box["top"]) / (last - first)
        _, rows, columns = marks(panel, "map")
        assert rows["wide"] * across == pytest.approx(14)
        assert columns["high"] * down == pytest.approx(14)
        assert (rows["left"] - rows["wide"] / 2 - n + 0.5) * across == pytest.approx(4)
        assert (columns["top"] - columns["high"] / 2 - n + 0.5) * down == pytest.approx(4)


@pytest.mark.parametrize(("n", "rows"), [(8, True), (64, False)])
def test_sums_are_written_where_they_have_room(deno, n, rows):
    state = example(values=np.linspace(-9, 9, n).tolist(), alpha=1e6)
    panel = shown(deno, state)["panels"][1]
    beside = [
        label["words"]
        for label in panel["labels"]
        if label["x"] > n - 0.5 and label["words"] != "Σ"
    ]
    below = [label["words"] for label in panel["labels"] if label["x"] <= n - 0.5]
    assert beside == (["1"] * n if rows else [])
    assert below == (["1"] * n if rows else [])


@given(st.floats(-1e6, 1e6))
def test_a_sum_is_written_as_on_paper(deno, total):
    assert deno("inThree", total) == paper.short(total)


def test_every_cell_and_sum_says_which_derivative_it_is_in_names_and_numbers(deno):
    state = example()
    scene, (_, by_sort, by_rank) = python(state), shown(deno, state)["panels"]
    cells, rows, columns = marks(by_sort, "map")
    entry = number(scene.sort_jacobian[3, 1])
    assert cells["told"][3 * 8 + 1] == f"d sorted[3] / d x[1] = {entry} (x[1] = -1)"
    assert cells["picks"][3 * 8 + 1] == {"out": 3, "into": 1}
    assert rows["told"][3] == "row 3: the derivatives of sorted[3] by all inputs add up to 1"
    assert columns["told"][1] == (
        "column 1: the derivatives of all outputs shown by x[1] = -1 add up to 1"
    )
    cells, rows, columns = marks(by_rank, "map")
    entry = number(scene.rank_jacobian[3, 1])
    assert cells["told"][3 * 8 + 1] == (
        f"d rank[3] / d x[1] = {entry} per unit (x[3] = 13.2, x[1] = -1)"
    )
    assert cells["told"][3 * 8 + 3].endswith(" per unit (x[3] = 13.2)")
    assert not cells.get("picks")
    assert rows["told"][3] == (
        "row 3: the derivatives of the rank of x[3] = 13.2 by all inputs add up to 0"
    )
    total = number(sums_of(scene.rank_jacobian)[1][6])
    assert columns["told"][6] == (
        f"column 6: the derivatives of all ranks by x[6] = 42 add up to {total}"
    )


def test_of_the_top_k_a_cell_is_told_and_chosen_by_its_place_in_the_sort(deno):
    state = example(outputs="top k", k=2, alpha=2.0)
    scene, panel = python(state), shown(deno, state)["panels"][1]
    cells, rows, columns = marks(panel, "map")
    assert cells["told"][6].startswith("d sorted[6] / d x[6] = ")
    assert cells["picks"][8 + 5] == {"out": 7, "into": 5}
    assert rows["told"][1].startswith("row 7: the derivatives of sorted[7]")
    gone = scene.vanished.tolist()
    crosses = [label for label in panel["labels"] if label["words"] == "×"]
    assert [cross["x"] for cross in crosses] == gone == [0, 1, 2]
    assert [cross["y"] for cross in crosses] == pytest.approx([columns["top"]] * 3)
    vanished = [words.endswith("none answers to it: it has vanished") for words in columns["told"]]
    assert [k for k, found in enumerate(vanished) if found] == gone


def test_a_cell_under_the_pointer_is_the_one_that_is_told_and_chosen(deno):
    state = example()
    panel = shown(deno, state)["panels"][1]
    box, (low, high), (first, last) = (
        panel["box"],
        panel["x"]["domain"],
        panel["y"]["domain"],
    )
    x = box["left"] + (1.3 - low) / (high - low) * (box["right"] - box["left"])
    y = box["top"] + (2.8 - first) / (last - first) * (box["bottom"] - box["top"])
    [pointed] = shown(deno, state, points=[{"x": x, "y": y}])["pointed"]
    assert pointed["choices"] == {"out": 3, "into": 1}
    assert pointed["words"].startswith("d sorted[3] / d x[1] = ")


@pytest.mark.parametrize("n", [8, 64])
def test_a_frame_is_around_the_chosen_cell_and_never_too_small_to_be_seen(deno, n):
    state = example(values=np.linspace(-9, 9, n).tolist())
    panel = shown(deno, state, out=3, into=1)["panels"][1]
    _, frame = marks(panel, "frames")
    [box] = frame["boxes"]
    assert ((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2) == (1, 3)
    (low, high), edges = panel["x"]["domain"], panel["box"]
    wide = (box["right"] - box["left"]) / (high - low) * (edges["right"] - edges["left"])
    assert wide >= 8 - 1e-6
    assert (box["right"] - box["left"] == 1) == (n == 8)
    assert len(marks(shown(deno, state)["panels"][1], "frames")) == 1
    assert len(marks(shown(deno, state, out=3, into=1)["panels"][2], "frames")) == 1


def test_each_input_has_its_rank_as_a_dot_in_a_ring_of_its_own_colour(deno):
    state = example()
    scene, ranks = python(state), shown(deno, state)["panels"][0]
    rings, dots = marks(ranks, "rings"), marks(ranks, "dots")
    assert all(ring["radius"] > dots[0]["radius"] for ring in rings)
    near([ring["y"][0] for ring in rings], scene.hard_ranks, 0)
    near([dot["y"][0] for dot in dots], scene.ranks, 1e-9)
    shares = hues_of(scene.values)
    for drawn in (rings, dots):
        assert [each["x"] for each in drawn] == [[k] for k in range(8)]
        near([each["colour"]["share"] for each in drawn], shares, 1e-12)
    soft = number(scene.ranks[3])
    assert rings[3]["told"] == dots[3]["told"] == [f"x[3] = 13.2: soft rank {soft}, hard rank 3"]
    assert {ring["name"] for ring in rings} == {dot["name"] for dot in dots}
    assert len({ring["name"] for ring in rings}) == 8


@pytest.mark.parametrize("width", [320, 400, 760, 1000, 1366, 1600])
@pytest.mark.parametrize("n", [1, 2, 8, 16, 64])
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, width, n):
    values = np.random.default_rng(n).normal(0, 9, n).round(2).tolist()
    found = shown(deno, example(values=values, alpha=0.3), width)
    assert found["width"] == width
    boxes = []
    for each in found["words"]:
        wide, high = 6 * len(each["words"]), 8
        if each.get("turned"):
            boxes.append((each["x"] - 8, each["x"], each["y"] - wide / 2, each["y"] + wide / 2))
        else:
            anchor = each.get("anchor", "start")
            left = each["x"] - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            boxes.append((left, left + wide, each["y"] - high, each["y"]))
        assert 0 <= boxes[-1][0] <= boxes[-1][1] <= width, each
    for k, (left, right, top, bottom) in enumerate(boxes):
        for j, other in enumerate(boxes[:k]):
            beside = right <= other[0] or other[1] <= left
            apart = beside or bottom <= other[2] or other[3] <= top
            assert apart, (found["words"][k]["words"], found["words"][j]["words"])


def test_the_axes_hold_still_while_alpha_changes(deno):
    seen = [shown(deno, example(alpha=alpha))["panels"] for alpha in (0, 0.1, 3, float("inf"))]
    for panels in zip(*seen, strict=True):
        for axis in "xy":
            assert len({tuple(panel[axis]["domain"]) for panel in panels}) == 1


@pytest.mark.parametrize(
    ("chosen", "top", "told"),
    [
        ((9, 0), None, "There is no output 9: they go from 0 to 7."),
        ((0, 8), None, "There is no input 8: they go from 0 to 7."),
        ((1, 0), 2, "Output 1 is not among the top 2."),
        ((1, None), None, "To see paths, choose an input, too."),
        ((None, 1), None, "To see paths, choose an output, too."),
        ((None, None), None, "Point at a cell of d sort / d x"),
        ((7, 0), 2, ""),
        ((0, 7), None, ""),
    ],
)
def test_a_derivative_without_paths_is_said_to_have_none(deno, chosen, top, told):
    out, into = chosen
    asked = {"out": out, "into": into}
    outputs = list(range(8 - (top or 8), 8))
    words = deno("noPaths", asked, 8, outputs, 64)
    assert words.startswith(told)
    state = example(outputs="top k", k=top) if top else example()
    found = deno("chosenCell", choices_of(state), asked)
    assert found["cell"] == found["paths"] == (None if told else [out, into])
    assert bool(words) == bool(told)


def test_beyond_64_wires_a_cell_is_framed_but_has_no_paths_and_this_is_said(deno):
    state = example(values=list(range(65)))
    found = deno("chosenCell", choices_of(state), {"out": 64, "into": 64})
    assert found == {"cell": [64, 64], "paths": None}
    words = deno("noPaths", {"out": 64, "into": 64}, 65, list(range(65)), 64)
    assert re.fullmatch(r"Paths are shown for up to 64 wires\.", words)
