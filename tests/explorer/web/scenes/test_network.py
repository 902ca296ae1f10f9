"""What the network explorer draws in the browser is the scene that Python has of the same
choices."""

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from run_choices import drawn_from

from diffsort_core import Layer, Network, trace
from diffsort_core.families import ANY_N
from explorer.choices import RELAXATIONS
from explorer.scenes.flow import gradient_flow, path_flow
from explorer.scenes.network import network_scene
from explorer.state import ExplorerState
from explorer.style import INPUT_COLOURS, NEGATIVE, POSITIVE, colour

TOKENS = "Filled tokens: soft sort; rings: hard sort."
VALUES = st.floats(-50, 50) | st.integers(-3, 3).map(float)
BELOW = st.sampled_from(["values", "hard network", "nothing"])


@st.composite
def runs(draw, alphas, most=64):
    """A family or layers of one's own, with values, a relaxation and its alpha."""
    n = draw(st.integers(1, 12) | st.integers(1, most))
    network = draw(st.sampled_from(list(ANY_N.values())))(n)
    if draw(st.booleans()):
        kept = tuple(layer for layer in network.layers if draw(st.booleans()))
        network = Network(n, (*kept, Layer((), 9)), "my own")
    name, alpha = draw(st.sampled_from(list(RELAXATIONS))), draw(alphas)
    values = draw(st.lists(VALUES, min_size=n, max_size=n))
    return trace(network, values, RELAXATIONS[name][1](alpha)), name, alpha


def asked(deno, run, name, alpha, flow=None, below="values", bits=False):
    """The browser's scene of the run, and Python's."""
    flowing = None if not flow else (gradient_flow if len(flow) == 1 else path_flow)(run, *flow)
    strength = ExplorerState(relaxation=name, alpha=alpha).strength
    choices = drawn_from(run.network, name, alpha, flow, below, bits)
    return (
        deno("scene", {**choices, "values": run.values[0].tolist()}),
        network_scene(run, strength, flowing, below, bits),
    )


@given(runs(st.just(inf)), BELOW, st.booleans())
def test_a_hard_run_is_the_same_to_the_last_letter(deno, given, below, bits):
    run, name, alpha = given
    found, scene = asked(deno, run, name, alpha, below=below, bits=bits)
    for mine in ("soft", "hard", "tokens"):
        assert found[mine] == getattr(scene, mine).ravel().tolist()
    assert found["hardTokens"] == scene.hard_tokens.ravel().tolist()
    assert found["hardSwap"] == scene.hard_swap.tolist()
    assert tuple(found["sentences"]) == scene.sentences
    assert (found["title"], found["total"]) == (scene.title, scene.total)
    assert found["inversions"] == list(scene.inversions)
    assert tuple(found["domain"]) == scene.domain
    assert [tuple(tick) for tick in found["ticks"]] == scene.ticks
    assert (found["legend"], found["bits"]) == (f"{scene.legend} {TOKENS}", bits)


@given(runs(st.floats(0.01, 30)), st.data())
def test_a_soft_run_is_the_same_but_for_rounding(deno, given, data):
    run, name, alpha = given
    found, scene = asked(deno, run, name, alpha)
    size = 1e-12 * (50 + 40 / alpha)
    near = {"swap": scene.swap, "byA": scene.by_a, "byB": scene.by_b}
    for mine, numbers in near.items():
        np.testing.assert_allclose(found[mine], numbers, atol=1e-9)
    np.testing.assert_allclose(found["soft"], scene.soft.ravel(), atol=size)
    np.testing.assert_allclose(found["mean"], scene.mean, atol=1e-12)
    assert (found["mixes"], found["title"]) == (scene.mixes, scene.title)
    if np.abs(scene.swap - 0.5).min(initial=1) > 1e-9:
        assert found["tokens"] == scene.tokens.ravel().tolist()


@given(runs(st.floats(0.05, 3), most=16), st.data())
def test_what_flows_is_shown_in_parts_of_the_largest(deno, given, data):
    run, name, alpha = given
    wires = st.integers(0, run.network.n - 1)
    flow = data.draw(st.lists(wires, min_size=1, max_size=2))
    found, scene = asked(deno, run, name, alpha, flow)
    largest = np.abs(scene.flow.nodes).max()
    assume(largest > 1e-9)  # in parts of less, rounding is large
    for mine in ("nodes", "strands"):
        there = getattr(scene.flow, mine).ravel() / largest
        np.testing.assert_allclose(found["flow"][mine], there, atol=1e-5)
    assert len(found["flow"]["sentences"]) == run.network.depth + 1
    assert found["legend"] == scene.legend


@given(runs(st.just(1.0)))
def test_the_parts_stand_where_they_stand_in_print(deno, given):
    run, name, alpha = given
    found, scene = asked(deno, run, name, alpha)
    drawn, layout = found["drawn"], scene.layout
    np.testing.assert_allclose(drawn["columns"], layout.columns, atol=6e-5)
    offsets = [each["offset"] for each in drawn["comparators"]]
    np.testing.assert_allclose(offsets, layout.offsets, atol=6e-4)
    layer, low, high = run.network.comparator_arrays.tolist()
    places = [
        (each["k"], each["layer"], each["low"], each["high"]) for each in drawn["comparators"]
    ]
    assert places == [*zip(range(run.network.size), layer, low, high, strict=True)]
    assert tuple(drawn["actions"]) == layout.actions
    assert drawn["stages"] == [vars(stage) for stage in layout.stages]


@given(runs(st.just(1.0)))
def test_every_layer_leads_from_every_wire_to_where_its_value_can_go(deno, given):
    run, name, alpha = given
    found, _ = asked(deno, run, name, alpha)
    for k, (low, high, idle, _) in enumerate(run.network.gathers):
        strands = {(each["from"], each["to"]) for each in found["drawn"]["strands"][k]}
        pairs = [*zip(low.tolist(), high.tolist(), strict=True)]
        wires = [(wire, wire) for wire in idle.tolist()]
        assert strands == {*wires, *((a, b) for pair in pairs for a in pair for b in pair)}


def test_the_colours_are_those_of_the_print(deno):
    found = deno("palettes")
    assert {name: tuple(stops) for name, stops in found["inputs"].items()} == INPUT_COLOURS
    assert found["signs"] == [NEGATIVE, POSITIVE]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("share", [-1, 0, 0.2, 0.5, 0.77, 1, 2])
def test_a_share_has_the_same_colour(deno, share, theme):
    there = colour(share, theme)
    parts = [int(there[place : place + 2], 16) for place in (1, 3, 5)]
    mine = [int(part) for part in deno("colour", share, theme)[4:-1].split(",")]
    assert max(abs(a - b) for a, b in zip(mine, parts, strict=True)) <= 1  # halves round elsewhere
