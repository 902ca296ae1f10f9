"""The ink that moves: each token is on its strand, as large as what the strand carries, in the
colour of the input that it left with."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ink_draws import FAINT, SOFT, WIDTH, hue_of, pictures

NEAR = pytest.approx
BELOW = st.sampled_from(["values", "hard network", "nothing"])


@st.composite
def moments(draw, flowing=False):
    """A picture, and where its playhead is: at a column, or between two."""
    scene, choices = draw(pictures(SOFT, flowing, below=draw(BELOW)))
    depth = scene.network.depth
    position = draw(st.integers(0, depth) | st.floats(0, depth))
    return scene, choices, position


def moved(deno, scene, choices, *positions, width=WIDTH):
    return deno("moved", {**choices, "values": scene.soft[0].tolist()}, width, positions)


def arcs(strokes, ring):
    """(x, y, radius, colour) of the tokens that are rings, or of those that are not."""
    return [
        (*step[:3], stroke["colour"])
        for stroke in strokes
        if (stroke["colour"] == "accent") == ring
        for step in stroke["path"]
        if len(step) == 5
    ]


def eased(t, start, end):
    done = min(max((t - start) / (end - start), 0), 1)
    return 3 * done**2 - 2 * done**3


def layer_of(scene, position):
    """The layer under way, how far its values have moved, and how far its pairs stand out."""
    layer = min(int(position), scene.network.depth - 1)
    t = position - layer
    return layer, eased(t, 0.5, 0.95), eased(t, 0, 0.2) * (1 - eased(t, 0.85, 1))


def along(start, end, t):
    """A point of the curve between two ends, by its four control points."""
    middle = (start[0] + end[0]) / 2
    points = np.array([start, (middle, start[1]), (middle, end[1]), end])
    return np.array([(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3]) @ points


def expected(scene, found, position, hard):
    """The tokens of one kind, by the definition: (x, y, radius, input)."""
    layer, t, lift = layer_of(scene, position)
    busy = {wire for pair in scene.network.layers[layer].comparators for wire in pair}
    x, y = found["places"]["x"], found["places"]["hardY" if hard and found["hardBelow"] else "y"]
    size = found["radius"] + (3 if hard and not found["hardBelow"] else 0)
    inputs = scene.hard_tokens if hard else scene.tokens
    row = found["places"]["y"][1] - found["places"]["y"][0]
    larger = lift * (min(max(row * 0.38, found["radius"]), 16) - found["radius"])
    for place, there, to, share in scene.strands(hard=hard):
        if place == layer and share >= FAINT:
            point = along((x[layer], y[there]), (x[layer + 1], y[to]), t)
            grown = share + (1 - share) * max(1 - 8 * min(t, 1 - t), 0)
            yield *point, (size + larger * (there in busy)) * grown**0.5, inputs[layer, there]


@given(moments())
def test_a_token_is_where_its_strand_is_and_as_large_as_its_weight(deno, given):
    scene, choices, position = given
    found = moved(deno, scene, choices, position)
    strokes = found["frames"][0]["strokes"]
    marks = scene.network.n if choices["below"] == "values" else 0
    for hard in (False, True):
        drawn = arcs(strokes, ring=hard)
        tokens = drawn[: len(drawn) - marks]
        wanted = [*expected(scene, found, position, hard)]
        assert len(tokens) == len(wanted)
        np.testing.assert_allclose(
            sorted(token[:3] for token in tokens), sorted(each[:3] for each in wanted), atol=1e-6
        )
        if not hard:
            colours = sorted((*at, hue_of({"colour": colour})) for *at, colour in tokens)
            np.testing.assert_allclose(colours, sorted(wanted), atol=1e-6)


@given(moments())
def test_a_mark_is_on_its_inputs_line_at_the_playhead(deno, given):
    scene, choices, position = given
    found = moved(deno, scene, choices, position)
    strokes, x = found["frames"][0]["strokes"], found["places"]["x"]
    if choices["below"] != "values":
        return
    layer, t, _ = layer_of(scene, position)
    ahead = along((x[layer], 0), (x[layer + 1], 0), t)[0]
    part = (ahead - x[layer]) / (x[layer + 1] - x[layer])
    for ring, values, tokens in [
        (False, scene.soft, scene.tokens),
        (True, scene.hard, scene.hard_tokens),
    ]:
        marks = arcs(strokes, ring)[-scene.network.n :]
        for token, (there, height, radius, colour) in enumerate(marks):
            before, after = (
                values[column, [*tokens[column]].index(token)] for column in (layer, layer + 1)
            )
            assert (there, height) == NEAR((ahead, before + part * (after - before)), abs=1e-6)
            assert radius == NEAR(0.7 * found["radius"] + 2.5 * ring)
            if not ring:
                assert hue_of({"colour": colour}) == token


@given(moments() | moments(flowing=True))
def test_the_playhead_is_where_the_run_is_and_all_that_moves_is_near_it(deno, given):
    scene, choices, position = given
    depth = scene.network.depth
    found = moved(deno, scene, choices, position, *range(depth + 1))
    x, (top, bottom) = found["places"]["x"], found["wires"]
    layer, moved_by, _ = layer_of(scene, position)
    t = moved_by if choices["flow"] is None else position - layer
    ahead = along((x[layer], 0), (x[layer + 1], 0), t)[0]
    strokes = found["frames"][0]["strokes"]
    (head,) = [each for each in strokes if each["colour"] == "accent" and each["dash"]]
    assert [there for there, _ in head["path"]] == NEAR([ahead] * len(head["path"]))
    assert head["path"][0][1] == top
    assert head["path"][1][1] == bottom
    assert len(head["path"]) == (2 if choices["below"] == "nothing" else 4)
    assert len({frame["band"][1] for frame in found["frames"]}) == 1
    for frame in found["frames"]:
        left, wide = frame["band"]
        assert 0 <= left <= left + wide <= WIDTH
        assert left == int(left)
        for stroke in frame["strokes"]:
            for step in stroke["path"]:
                curtain = len(step) == 4
                around = step[2] + 1 if len(step) == 5 else 0.5
                before, after = (0, step[2]) if curtain else (around, around)
                assert left <= step[0] - before
                assert step[0] + after <= left + wide


@given(moments(flowing=True))
def test_a_curtain_hangs_before_what_a_derivative_has_not_reached(deno, given):
    scene, choices, position = given
    found = moved(deno, scene, choices, position)
    *curtains, head = found["frames"][0]["strokes"]
    (top, bottom), ahead = found["wires"], head["path"][0][0]
    assert len(curtains) == (position > 0)
    for curtain in curtains:
        left, above, wide, high = curtain["path"][0]
        assert (curtain["colour"], curtain["opacity"]) == ("page", 0.75)
        assert (left, above, above + high) == (found["places"]["x"][0] - 12, top, bottom)
        assert left + wide == NEAR(ahead)


@given(moments())
def test_as_tokens_reach_a_column_the_upper_one_is_of_the_input_that_is_there_from_then_on(
    deno, given
):
    scene, choices, position = given
    column = max(round(position), 1)
    found = moved(deno, scene, choices, column - 1e-9)
    marks = scene.network.n if choices["below"] == "values" else 0
    drawn = arcs(found["frames"][0]["strokes"], ring=False)
    top = {y: hue_of({"colour": colour}) for _, y, _, colour in drawn[: len(drawn) - marks]}
    heights = np.array(found["places"]["y"])
    seen = {int(np.abs(heights - y).argmin()): token for y, token in top.items()}
    assert seen == dict(enumerate(scene.tokens[column]))
