"""What the network explorer says is said in the browser as in Python, to the letter."""

from dataclasses import asdict, replace
from math import inf

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import HARD, NETWORKS, Layer, Network, SmoothMax, diff_sort, trace
from diffsort_core.families import ANY_N
from explorer.choices import RELAXATIONS
from explorer.scenes.flow import gradient_flow, path_flow
from explorer.scenes.layout import layout_of, softest_end
from explorer.scenes.network import MOST_ENUMERATED, network_scene
from explorer.state import ExplorerState
from explorer.wiring import with_doubt

VALUES = st.floats(-50, 50) | st.sampled_from([0.0, 1.0])
ALPHAS = st.sampled_from([0.0, 0.3, 1.0, 30.0, inf]) | st.floats(1e-3, 1e3)


@st.composite
def networks(draw, most=10):
    """One of ours, or any comparators on disjoint wires, layer by layer and stage by stage."""
    n = draw(st.integers(1, most))
    if draw(st.booleans()):
        return draw(st.sampled_from(list(ANY_N.values())))(n)
    layers, stage = [], 0
    for _ in range(draw(st.integers(0, 4))):
        wires = draw(st.permutations(range(n)))
        pairs = draw(st.integers(0, n // 2))
        stage += draw(st.integers(0, 1))
        layers.append(
            Layer(tuple(zip(wires[:pairs], wires[pairs : 2 * pairs], strict=True)), stage)
        )
    return Network(
        n,
        tuple(layers),
        draw(st.sampled_from(["custom", "My own", "ÉTÉ 2", "", "toString", "your own", *NETWORKS])),
    )


@st.composite
def runs(draw, most=10):
    network = draw(networks(most))
    x = draw(st.lists(VALUES, min_size=network.n, max_size=network.n))
    name = draw(st.sampled_from(list(RELAXATIONS)))
    alpha = draw(ALPHAS.filter(lambda alpha: alpha or name != "softmax"))
    return trace(network, x, RELAXATIONS[name][1](alpha))


def spoilt(run, draw):
    """The run with sums that are kept, hardly kept and not kept, of values of any size."""
    leaks = st.sampled_from([0.0, 1e-16, 1e-13, 1e-12, 1e-11, 1e-3, 0.5, -2.0])
    size = float(f"1e{draw(st.sampled_from([0, 0, 5, 300, -5, -300, -320]))}")
    first, *rest = (column * size for column in run.values)
    for column in rest:
        column[draw(st.integers(0, column.size - 1))] += draw(leaks) * np.abs(first).max()
    return replace(run, values=(first, *rest))


@given(runs(), st.data())
def test_every_column_has_the_same_sentence(deno, run, data):
    run = spoilt(run, data.draw)
    scene = network_scene(run, "in words")
    found = deno("sentences", scene.layout.actions, scene.soft.tolist(), scene.inversions)
    assert tuple(found) == scene.sentences


@pytest.mark.parametrize("leak", [np.nextafter(1e-12, 0), 1e-12, np.nextafter(1e-12, 1), 5e-324])
@pytest.mark.parametrize("size", [1.0, 2.0**-1000])
def test_a_sum_is_kept_up_to_the_same_leak(deno, leak, size):
    run = trace(NETWORKS["bitonic"](3), [1.0, -1.0, 0.0], HARD)
    first, *rest = (column * size for column in run.values)
    leaking = (np.where(column == 0, leak * size, column) for column in rest)
    scene = network_scene(replace(run, values=(first, *leaking)), "")
    found = deno("sentences", scene.layout.actions, scene.soft.tolist(), scene.inversions)
    assert tuple(found) == scene.sentences


@given(runs(), st.data())
def test_the_title_the_legend_and_the_description_are_the_same(deno, run, data):
    output = data.draw(st.none() | st.integers(0, run.network.n - 1))
    flow = None if output is None else gradient_flow(run, output)
    bits = data.draw(st.booleans())
    scene = network_scene(run, "in words", flow, bits=bits)
    assert deno("title", run.network.name, run.network.n, "in words") == scene.title
    assert deno("legend", scene.mixes, flow is not None) == scene.legend
    others = [flow.words if flow else "", scene.note]
    assert deno("description", scene.title, scene.sentences, *others) == scene.description


@given(st.sampled_from(list(RELAXATIONS)), ALPHAS.filter(bool))
def test_the_strength_is_written_alike(deno, relaxation, alpha):
    state = ExplorerState(values=[1, 2], relaxation=relaxation, alpha=alpha)
    assert deno("strength", relaxation, alpha) == state.strength


@given(runs(), st.integers(0, 9), st.integers(0, 9), st.booleans())
@example(trace(NETWORKS["bitonic"](4), [1.0, 2.0, 3.0, 10.0], SmoothMax(1e4)), 3, 0, False)
def test_a_flow_is_told_alike(deno, run, out, into, named):
    out, into = out % run.network.n, into % run.network.n
    names = [f"Peak {k}" for k in range(run.network.n)] if named else None
    flow, path = gradient_flow(run, out, names), path_flow(run, out, into, names)
    assert ("Peak" in flow.words) == named == ("d Peak" in path.words)
    assert deno("gradientWords", out, flow.nodes.tolist(), names) == told(flow)
    derivative = float(flow.nodes[0, into])
    assert deno("pathWords", out, into, derivative, path.nodes.tolist(), names) == told(path)


def told(flow):
    return {"words": flow.words, "sentences": list(flow.sentences)}


@given(runs(MOST_ENUMERATED + 4))
@example(trace(NETWORKS["bitonic"](MOST_ENUMERATED), [1.0] * MOST_ENUMERATED, HARD))
@example(trace(NETWORKS["bitonic"](MOST_ENUMERATED + 1), [1.0] * (MOST_ENUMERATED + 1), HARD))
def test_what_zeros_and_ones_prove_is_told_alike(deno, run):
    n, sorts = run.network.n, None
    if n <= MOST_ENUMERATED:
        bits = (np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(np.float32)
        sorts = bool((diff_sort(run.network, bits, HARD) == np.sort(bits, axis=1)).all())
    scene = network_scene(run, "", bits=True)
    blends = not np.array_equal(scene.soft[-1], scene.hard[-1])
    assert with_doubt(deno("note", n, sorts, blends), run.network) == scene.note


@given(networks(20))
def test_layers_and_stages_are_told_alike(deno, network):
    layout = layout_of(network)
    assert [deno("action", layer.comparators) for layer in network.layers] == list(layout.actions)
    depths = [len(stage) for stage in network.stages]
    stages = [asdict(stage) for stage in layout.stages]
    assert deno("stages", network.name, network.n, depths) == stages


@given(networks(20))
def test_the_softest_end_is_named_alike(deno, network):
    weights = diff_sort(network, np.eye(network.n), SmoothMax(0.0))
    assert deno("softestEnd", weights.tolist()) == softest_end(network)
