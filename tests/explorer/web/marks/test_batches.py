"""The picture while it changes, in lines a pixel wide and in batches: every strand is there, and at
rest nothing is left of it."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ink_draws import FAINT, SOFT, WIDTH, hue_of, pictures, strands
from run_choices import drawn_from

from diffsort_core import bitonic
from explorer.scenes.hues import hues_of
from explorer.style import NEGATIVE, POSITIVE

HAIR = 0.5
CROWDS = (17, 24)
STEP = 1 / 10 + 1e-9
"""Half of what lies between two of six opacities."""
HUE = 1 / 22 + 1e-9
"""Half of what lies between two of twelve colours."""


def painted(deno, scene, choices, lit=None, hairs=(HAIR,), forced=False):
    values = scene.soft[0].tolist()
    return deno("painted", {**choices, "values": values}, WIDTH, lit, hairs, True, forced)


def hairlines(found, heights="y"):
    """(layer, from, to) -> its batch, of the straight lines from one column to the next."""
    x, y = found["places"]["x"], found["places"][heights]
    column, wire = {at: k for k, at in enumerate(x)}, {at: k for k, at in enumerate(y)}
    seen = {}
    for stroke in found["strokes"]:
        path = stroke["path"]
        if stroke["width"] != HAIR or len(path) % 2 or stroke["opacity"] in (1, 0.35, 0.35**2):
            continue
        for (x0, y0), (x1, y1) in zip(path[::2], path[1::2], strict=True):
            if y0 in wire and y1 in wire:
                assert column[x1] == column[x0] + 1
                place = column[x0], wire[y0], wire[y1]
                assert place not in seen
                seen[place] = stroke
    return seen


def share_of(scene, token):
    return hues_of(scene.soft[0])[token]


@pytest.mark.parametrize("lights", [False, True])
@settings(max_examples=5)
@given(given=pictures(wires=CROWDS))
def test_every_strand_is_in_one_batch_as_opaque_as_it_is_heavy(deno, given, lights):
    scene, choices = given
    lit = scene.network.n // 3 if lights else None
    found = painted(deno, scene, choices, lit)
    drawn, whole = hairlines(found), strands(found)
    for layer, there, to, share in scene.strands():
        if abs(share - FAINT) < 1e-9:
            drawn.pop((layer, there, to), None)
            continue
        on_way = (
            lit is not None and scene.tokens[layer, there] == lit == scene.tokens[layer + 1, to]
        )
        assert ((layer, there, to) in whole) == (on_way and share >= FAINT)
        stroke = drawn.pop((layer, there, to), None)
        assert (stroke is not None) == (share >= FAINT and not on_way)
        if stroke:
            faded = 1 if lit is None else 0.45
            assert stroke["opacity"] / faded == pytest.approx(0.3 + 0.6 * share, abs=0.6 * STEP)
            token = scene.tokens[layer, there]
            assert hue_of(stroke) == pytest.approx(share_of(scene, token), abs=HUE)
            assert stroke["dash"] == []
    assert not drawn


@settings(max_examples=6)
@given(pictures(wires=CROWDS) | pictures(wires=CROWDS, flowing=True))
def test_the_heavier_lie_on_top_and_few_strokes_are_made(deno, given):
    scene, choices = given
    found = painted(deno, scene, choices)
    batches = {id(stroke): stroke["opacity"] for stroke in hairlines(found).values()}
    order = [batches[id(each)] for each in found["strokes"] if id(each) in batches]
    assert all(lighter <= heavier for lighter, heavier in pairwise(order))
    assert len(order) <= 72


@settings(max_examples=6)
@given(pictures(wires=CROWDS, flowing=True))
def test_a_derivative_keeps_its_signs(deno, given):
    scene, choices = given
    drawn = hairlines(painted(deno, scene, choices))
    for layer, there, to, share in scene.strands():
        if abs(abs(share) - FAINT) < 1e-6:
            drawn.pop((layer, there, to), None)
            continue
        stroke = drawn.pop((layer, there, to), None)
        assert (stroke is not None) == (abs(share) >= FAINT)
        if stroke:
            assert stroke["colour"] == (POSITIVE if share > 0 else NEGATIVE)
            assert bool(stroke["dash"]) == (share < 0)
    assert not drawn


@settings(max_examples=6)
@given(pictures(wires=CROWDS))
def test_every_node_and_every_line_by_value_is_there_in_its_colour(deno, given):
    scene, choices = given
    found = painted(deno, scene, choices)
    x, y = found["places"]["x"], found["places"]["y"]
    nodes = {}
    for stroke in found["strokes"]:
        for step in stroke["path"]:
            if len(step) == 4:
                left, top, wide, high = step
                column = int(np.abs(np.array(x) - left - wide / 2).argmin())
                wire = int(np.abs(np.array(y) - top - high / 2).argmin())
                assert (column, wire) not in nodes
                nodes[column, wire] = hue_of(stroke)
    for (column, wire), token in np.ndenumerate(scene.tokens):
        assert nodes.pop((column, wire)) == pytest.approx(share_of(scene, token), abs=HUE)
    assert not nodes
    lines = [each for each in found["strokes"] if [at for at, *_ in each["path"]] == x]
    soft = [each for each in lines if each["opacity"] == 1]
    hard = [each for each in lines if each["opacity"] == 0.35]
    for drawn, values, tokens in [
        (soft, scene.soft, scene.tokens),
        (hard, scene.hard, scene.hard_tokens),
    ]:
        assert len(drawn) == scene.network.n
        for token, stroke in enumerate(drawn):
            heights = [
                values[column, [*on].index(token)] for column, on in enumerate(tokens.tolist())
            ]
            np.testing.assert_allclose([at for _, at in stroke["path"]], heights, atol=1e-9)
            assert hue_of(stroke) == pytest.approx(share_of(scene, token))


@settings(max_examples=6)
@given(pictures(SOFT, wires=CROWDS, below="hard network"), st.booleans(), st.booleans())
def test_at_rest_the_ink_is_as_if_there_had_been_no_fast_picture(deno, given, lights, forced):
    scene, choices = given
    lit = 5 if lights else None
    rest = painted(deno, scene, choices, lit, [None], forced)
    after = painted(deno, scene, choices, lit, [HAIR, HAIR, None], forced)
    assert after["strokes"] == rest["strokes"]
    assert not hairlines(rest)
    assert any(len(stroke["path"][-1]) == 6 for stroke in rest["strokes"])  # curves


@settings(max_examples=3)
@given(pictures(wires=(20, 20), below="hard network"))
def test_the_hard_network_below_is_in_batches_too(deno, given):
    scene, choices = given
    drawn = hairlines(painted(deno, scene, choices), "hardY")
    assert {*drawn} == {tuple(place) for *place, share in scene.strands(hard=True) if share}


def test_at_rest_64_wires_are_as_if_there_had_been_no_fast_picture(deno):
    values = [0.37 * (wire * 29 % 64) - 9 for wire in range(64)]
    choices = drawn_from(bitonic(64), "smoothmax", 0.4)
    rest, after = (
        deno("painted", {**choices, "values": values}, WIDTH, 7, hairs, True)
        for hairs in ([None], [1, HAIR, None])
    )
    assert after["strokes"] == rest["strokes"]
    assert len(strands(rest)) > 2000
