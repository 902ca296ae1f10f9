"""What the gallery shows is its scene, under the rules of paper, and said in names and numbers."""

import re
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import ALPHAS, said_alike, shared, states
from twin_laws import near

from diffsort_core import bitonic
from explorer.figures.gallery_plan import KINDS
from explorer.scenes.gallery import gallery_scene
from explorer.scenes.gallery_methods import COMPARED, METHODS
from explorer.state import ExplorerState
from explorer.style import number

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
CHOSEN = states(
    ALPHAS,
    gallery_methods=st.sampled_from(list(COMPARED)),
    gallery_output=st.integers(0, 30),
    same_slope=st.booleans(),
    most=9,
)


def choices_of(state):
    how = {"compared": state.gallery_methods, "output": state.gallery_output}
    return {**shared(state), **how, "sameSlope": state.same_slope}


def example(**choices):
    return ExplorerState(**{"values": X, "alpha": 0.1, "gallery_output": 2, **choices})


def python(state):
    how = (state.alpha, state.gallery_methods, state.gallery_output, state.same_slope, state.labels)
    return gallery_scene(state.wires, state.values, *how)


def marks(panel, kind, **known):
    found = [mark for mark in panel["marks"] if mark["kind"] == kind]
    return [mark for mark in found if known.items() <= mark.items()]


@given(state=CHOSEN)
def test_every_tile_is_the_scene_s(deno, state):
    scene, columns = python(state), deno("galleryShown", choices_of(state))
    size, n = max(1.0, *np.abs(scene.values)), len(scene.values)
    for method, tiles in zip(scene.methods, columns, strict=True):
        assert [tile["group"] for tile in tiles] == list(KINDS)
        assert tiles[0]["labels"][0]["words"] == method.name
        if method.result is None:
            assert not any(marks(tile, "map") for tile in tiles)
            continue
        said_alike(tiles[0]["labels"][1]["words"], method.result.brief)
        [rings] = marks(tiles[0], "rings")
        near(rings["y"], scene.hard, 0)
        [dots] = marks(tiles[0], "dots", byX=True)
        soft = method.result.sorted
        within = 1e-11 * max(size, *np.abs(soft))
        near(dots["y"], np.clip(soft, scene.low, scene.high), within)
        if not np.any(np.abs(soft - scene.low) < within) | np.any(
            np.abs(soft - scene.high) < within
        ):
            assert dots["beyond"] == ((soft > scene.high) * 1 - (soft < scene.low)).tolist()
        low, high = tiles[0]["y"]["domain"]
        assert low < scene.low < scene.high < high
        for tile, matrix in zip(tiles[1:], method.result.matrices, strict=True):
            found = marks(tile, "map")
            assert len(found) == (matrix is not None)
            if matrix is not None:
                near(
                    np.reshape(found[0]["values"], (n, n)),
                    matrix,
                    1e-9 * (1 + np.abs(matrix).max()),
                )


def test_results_beyond_the_axis_stand_at_its_edge_and_point_beyond(deno):
    state = example(alpha=0.02, gallery_methods="softmax")
    scene, columns = python(state), deno("galleryShown", choices_of(state))
    soft = scene.methods[1].result.sorted
    [dots] = marks(columns[1][0], "dots", byX=True)
    near(dots["y"], np.clip(soft, scene.low, scene.high), 1e-9)
    beyond = (soft > scene.high) * 1 - (soft < scene.low)
    assert {*beyond} == {-1, 0, 1}
    assert dots["beyond"] == beyond.tolist()


@given(state=CHOSEN)
def test_the_chosen_output_is_framed_in_every_tile_that_holds_something(deno, state):
    scene, columns = python(state), deno("galleryShown", choices_of(state))
    n = len(scene.values)
    for column in columns:
        for kind, tile in enumerate(column):
            frames = marks(tile, "frames")
            assert len(frames) == (kind == 0 or bool(marks(tile, "map")))
            for box in (box for frame in frames for box in frame["boxes"]):
                along, across = (box["top"], box["bottom"]), (box["left"], box["right"])
                row = [scene.chosen - 0.5, scene.chosen + 0.5]
                assert [*(across if kind == 0 else along)] == row
                if kind:
                    assert [*across] == [-0.5, n - 0.5]
                assert frames[0]["colour"] == "accent"


def test_all_matrices_have_one_scale_which_the_bar_has_too(deno):
    columns = deno("galleryShown", choices_of(example()))
    maps = [mark for column in columns for tile in column for mark in marks(tile, "map")]
    scales = [mark["shades"] for mark in maps] + [
        {name: tile["bar"][name] for name in ("most", "root")}
        for column in columns
        for tile in column
        if "bar" in tile
    ]
    assert len(scales) == 14 + 8
    assert all(scale == {"most": 1, "root": True} for scale in scales)
    assert all(column[2]["bar"]["beyond"] for column in columns)


def test_a_cell_and_a_result_say_what_they_are_in_names_and_numbers(deno):
    scene, columns = python(example()), deno("galleryShown", choices_of(example()))
    k = [method.name for method in scene.methods].index("NeuralSort")
    results = [method.result for method in scene.methods]

    def others(value):
        return [
            f"{method.name}: {value(method.result)}"
            for method in scene.methods
            if method.name != "NeuralSort"
        ]

    told = [mark["told"] for tile in columns[k] for mark in tile["marks"] if mark["told"]]
    head, *rest = told[0][2].split("\n")
    assert head == f"NeuralSort: output 2 is {number(results[k].sorted[2])} (hard: 9.5)"
    assert rest == others(lambda result: number(result.sorted[2]))
    head, what, *rest = told[1][2 * 8 + 6].split("\n")
    assert head == f"NeuralSort: P[2, 6] = {number(results[k].permutation[2, 6])}"
    assert what == "the share of input 6 (42) in output 2"
    assert rest == others(
        lambda result: "none" if result.permutation is None else number(result.permutation[2, 6])
    )
    head, what, *rest = told[2][3 * 8 + 1].split("\n")
    assert head == f"NeuralSort: d sorted[3] / d x[1] = {number(results[k].jacobian[3, 1])}"
    assert what == "how fast output 3 moves with input 1 (-1)"
    assert rest == others(lambda result: number(result.jacobian[3, 1]))


@given(state=CHOSEN)
def test_a_click_on_anything_chooses_its_output(deno, state):
    n = len(state.values)
    for column in deno("galleryShown", choices_of(state)):
        for kind, tile in enumerate(column):
            for mark in tile["marks"]:
                if mark["picks"]:
                    outputs = [pick["gallery_output"] for pick in mark["picks"]]
                    assert outputs == np.repeat(range(n), n if kind else 1).tolist()
                assert bool(mark["picks"]) == bool(mark["told"])


def test_a_tile_that_is_empty_says_why(deno):
    for state, count in ((example(), 2), (example(alpha=0, gallery_methods="all"), 4)):
        columns = deno("galleryShown", choices_of(state))
        words = [
            " ".join(label["words"].strip() for label in tile["labels"])
            for column in columns
            for tile in column
        ]
        empty = [each for each in words if re.search("none|no result", each)]
        assert len(empty) == count
        assert empty.count("none: it does not mix") == (2 if count == 2 else 1)


@pytest.mark.parametrize("width", [240, 320, 400, 620, 760, 900, 1366])
@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"alpha": 0.0, "same_slope": True},
        {"alpha": inf},
        {"values": [3.0]},
        {"values": [1e-7, 1e5], "gallery_methods": "isotonic"},
        {"values": list(range(64)), "alpha": 0.0123456, "same_slope": True},
    ],
)
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, width, choices):
    found = deno("galleryDrawn", choices_of(example(**choices)), width)
    boxes = []
    for each in found["words"]:
        wide = (6.8 if each.get("look") in ("title", "strong") else 5.6) * len(each["words"])
        tall = 9
        left = (
            each["x"] - {"start": 0, "middle": wide / 2, "end": wide}[each.get("anchor", "start")]
        )
        box = (left, left + wide, each["y"] - tall, each["y"])
        if each.get("turned"):
            middle = each["y"]
            box = (each["x"] - tall, each["x"], middle - wide / 2, middle + wide / 2)
        assert box[0] >= -1
        assert box[1] <= found["width"] + 1
        assert box[2] >= 0
        assert box[3] <= found["height"]
        boxes.append((*box, each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


@given(state=CHOSEN)
def test_the_table_has_a_row_a_method_with_its_own_numbers(deno, state):
    scene, found = python(state), deno("galleryTable", choices_of(state))
    assert found["heads"][0] == "method"
    for method, row in zip(scene.methods, found["rows"], strict=True):
        assert len(row) == len(found["heads"])
        name, strength, _, mixing, signs, order, error, cost, use = row
        assert (name, mixing, cost, use) == (
            method.name,
            method.facts.mixing,
            method.cost,
            method.facts.use,
        )
        if method.result is None:
            assert strength.startswith("no result: alpha must not be 0")
            assert (signs, order, error) == ("-", "-", "-")
            continue
        said_alike(strength, method.result.strength)
        assert f"output {scene.output_words} feels " in signs
        assert ("never negative" in signs) == method.facts.monotone
        assert ("always ascends" in order) == method.facts.ordered
        assert ("sum kept" in error) == method.facts.keeps_sum
    assert f"Output {scene.output_words} feels" in found["caption"]
    assert f"output {scene.output_words};" in found["key"]


def test_what_is_measured_stands_in_the_table(deno):
    state = example(alpha=0.3)
    scene, rows = python(state), deno("galleryTable", choices_of(state))["rows"]
    for method, row in zip(scene.methods, rows, strict=True):
        inputs = "input" if method.felt == 1 else "inputs"
        assert f"feels {method.felt} {inputs}" in row[4]
        if not method.facts.ordered:
            assert f"{method.inversions} pair" in row[5]
        if not method.facts.keeps_sum:
            assert f"sum off by {number(float(f'{method.surplus:.3g}'))} now" in row[6]


@pytest.mark.parametrize("same_slope", [False, True])
@pytest.mark.parametrize("name", METHODS)
def test_the_slope_and_the_error_at_slope_1_are_those_of_the_weights_of_two_values(
    deno, name, same_slope
):
    def weight(gap):
        matrix = METHODS[name].run(np.array([0.0, gap]), bitonic(2), 1.0).permutation
        return None if matrix is None else matrix[1, 0]

    rows = deno("galleryTable", choices_of(example(alpha=0.2, same_slope=same_slope)))["rows"]
    [row] = [row for row in rows if row[0] == name]
    told = re.fullmatch(
        r"([\d.]+) per unit now, ([\d.]+) at alpha = 1; at slope 1 off by at most ([\d.]+)", row[2]
    )
    if told is None:
        assert name == "hard sort" or weight(1.0) is None
        return
    slope = (1 / 2 - weight(1e-4)) / 1e-4
    worst = max(gap * weight(gap) for gap in np.geomspace(0.1, 1e4, 2000))
    now, at_one, off = map(float, told.groups())
    assert at_one == pytest.approx(slope, rel=2e-4)
    assert now == pytest.approx(0.05 if same_slope else 0.2 * slope, rel=1e-3)
    assert off == pytest.approx(worst * slope, rel=2e-3)


def test_kinds_are_called_as_on_paper(deno):
    assert deno("galleryKinds") == list(KINDS)
