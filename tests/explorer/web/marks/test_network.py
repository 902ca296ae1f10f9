"""The ink of the network's picture: each stroke is what Python's scene of the same choices says."""

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ink_draws import FAINT, SOFT, WIDTH, hue_of, pictures, strands
from run_choices import drawn_from

from diffsort_core import NETWORKS, trace
from explorer.choices import RELAXATIONS
from explorer.scenes.network import network_scene
from explorer.style import NEGATIVE, POSITIVE


def painted(deno, scene, choices, lit=None):
    values = scene.soft[0].tolist()
    return deno("painted", {**choices, "values": values}, WIDTH, lit)


@given(pictures())
def test_a_strand_is_as_thick_as_what_it_carries_and_has_the_colour_of_the_input_it_leaves_with(
    deno, given
):
    scene, choices = given
    found = painted(deno, scene, choices)
    drawn = strands(found)
    for layer, there, to, share in scene.strands():
        if abs(share - FAINT) < 1e-9:
            continue
        stroke = drawn.pop((layer, there, to), None)
        assert (stroke is not None) == (share >= FAINT)
        if stroke:
            assert stroke["width"] == pytest.approx(1 + (found["thick"] - 1) * share, abs=1e-6)
            assert hue_of(stroke) == scene.tokens[layer, there]
            assert stroke["dash"] == []
    assert not drawn


@given(pictures(flowing=True))
def test_a_derivative_is_as_thick_as_its_share_blue_or_dashed_orange(deno, given):
    scene, choices = given
    found = painted(deno, scene, choices)
    drawn = strands(found)
    for layer, there, to, share in scene.strands():
        if abs(abs(share) - FAINT) < 1e-6:
            continue
        stroke = drawn.pop((layer, there, to), None)
        assert (stroke is not None) == (abs(share) >= FAINT)
        if stroke:
            size = min(abs(share), 1)
            assert stroke["width"] == pytest.approx(1 + (found["thick"] - 1) * size, abs=1e-4)
            assert stroke["colour"] == (POSITIVE if share > 0 else NEGATIVE)
            assert bool(stroke["dash"]) == (share < 0)
    assert not drawn


@given(pictures())
def test_every_node_stands_on_its_wire_in_the_colour_of_the_input_that_is_there(deno, given):
    scene, choices = given
    found = painted(deno, scene, choices)
    places = found["places"]
    nodes = {}
    for stroke in found["strokes"]:
        if len(stroke["path"]) == 1:
            [[x, y, radius, *_]] = stroke["path"]
            nodes[places["x"].index(x), places["y"].index(y)] = hue_of(stroke)
            assert radius == pytest.approx(0.6 * found["radius"])
    for (column, wire), token in np.ndenumerate(scene.tokens):
        assert nodes.pop((column, wire)) == token
    assert not nodes


def lines(found, dashed):
    """The lines by value, in the order of the inputs: those that pass every column."""
    columns = found["places"]["x"]
    return [
        stroke
        for stroke in found["strokes"]
        if [point[0] for point in stroke["path"]] == columns
        and stroke["colour"].startswith("input ")
        and bool(stroke["dash"]) == dashed
    ]


@given(pictures())
def test_a_line_by_value_follows_its_own_input_soft_and_hard(deno, given):
    scene, choices = given
    assume(scene.network.depth > 1)
    found = painted(deno, scene, choices)
    runs = [(False, scene.soft, scene.tokens), (True, scene.hard, scene.hard_tokens)]
    for dashed, values, tokens in runs:
        drawn = lines(found, dashed)
        assert len(drawn) == scene.network.n
        for token, stroke in enumerate(drawn):
            heights = [
                values[column, [*on].index(token)] for column, on in enumerate(tokens.tolist())
            ]
            np.testing.assert_allclose([y for _, y in stroke["path"]], heights, atol=1e-9)
            assert hue_of(stroke) == token


@given(pictures(), st.data())
def test_what_is_lit_is_underlaid_on_its_way_and_all_else_fades(deno, given, data):
    scene, choices = given
    lit = data.draw(st.integers(0, scene.network.n - 1))
    plain, found = (painted(deno, scene, choices, lit=each) for each in (None, lit))
    before, under = strands(plain), strands(found, under=True)
    assert not strands(plain, under=True)
    for place, stroke in strands(found).items():
        layer, there, to = place
        on_way = scene.tokens[layer, there] == lit == scene.tokens[layer + 1, to]
        assert (place in under) == on_way
        share = 1 if on_way else 0.45 * before[place]["opacity"]
        assert stroke["opacity"] == pytest.approx(share)


@given(pictures() | pictures(flowing=True), st.data())
def test_a_comparator_that_is_looked_at_is_lit_and_all_else_fades(deno, given, data):
    scene, choices = given
    looked = data.draw(st.integers(0, scene.network.size - 1))
    asked = {**choices, "values": scene.soft[0].tolist()}
    before = strands(deno("painted", asked, WIDTH))
    found = deno("painted", asked, WIDTH, None, [None], False, False, looked)
    under = strands(found, under=True)
    layer, low, high = scene.network.comparator_arrays[:, looked].tolist()
    pair = {(layer, a, b) for a in (low, high) for b in (low, high)}
    assert {*under} == pair & {*before}
    for place, stroke in strands(found).items():
        whole = before[place]["opacity"] if scene.flow else 1
        share = whole if place in pair else 0.45 * before[place]["opacity"]
        assert stroke["opacity"] == pytest.approx(share)


def test_the_hard_network_below_is_the_hard_one(deno):
    run = trace(NETWORKS["bitonic"](4), [3.0, 1.0, 2.0, 0.0], RELAXATIONS["smoothmax"][1](0.5))
    scene = network_scene(run, "")
    choices = drawn_from(run.network, "smoothmax", 0.5, below="hard network")
    found = painted(deno, scene, choices)
    lowest = found["places"]["hardY"]
    found["strokes"] = [each for each in found["strokes"] if each["path"][0][1] in lowest]
    expected = {tuple(place) for *place, share in scene.strands(hard=True) if share}
    assert {*strands(found, "hardY")} == expected


@given(pictures(SOFT | st.just(inf)))
def test_the_card_of_a_comparator_says_what_it_did(deno, given):
    scene, choices = given
    said = deno("cards", {**choices, "values": scene.soft[0].tolist()})
    layer, low, high = scene.network.comparator_arrays.tolist()
    for k, (place, least, most) in enumerate(zip(layer, low, high, strict=True)):
        name, came, went, share, derivatives = said[k]
        assert name == f"Comparator on wires {least} and {most}, layer {place + 1}"
        assert numbers(came) == near(scene.soft[place, [least, most]])
        assert numbers(went)[::2] == near(scene.soft[place + 1, [least, most]])
        assert numbers(went)[1::2] == [least, most]
        if scene.mixes:
            assert sum(numbers(share)) == 100
            assert numbers(share)[1] == pytest.approx(100 * scene.swap[k], abs=0.51)
        assert numbers(derivatives) == near([scene.by_a[k], scene.by_b[k]])


def near(values):
    return pytest.approx([*values], rel=6e-4, abs=1e-9)


def numbers(words):
    found = []
    for word in words.replace("(", " ").replace(")", " ").replace(",", " ").split():
        try:
            found.append(float(word))
        except ValueError:
            continue
    return found
