"""What is said of a run, and of the network's softest end, is said in the browser to the letter."""

from math import inf

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from own_networks import chosen_on
from run_choices import drawn_from

from diffsort_core import HARD, NETWORKS, Layer, Network, diff_sort
from diffsort_core.families import ANY_N
from explorer import NetworkExplorer
from explorer.choices import RELAXATIONS
from explorer.numbers import BITS
from explorer.scenes.layout import softest_end
from explorer.scenes.network import MOST_ENUMERATED
from explorer.state import ExplorerState

VALUES = st.integers(0, 1) | st.integers(-20, 20)


@pytest.mark.parametrize("family", ANY_N)
def test_the_softest_end_of_every_network_is_the_same(deno, family):
    ns = range(1, 65)
    assert [deno("softestEndOf", family, n) for n in ns] == [
        softest_end(NETWORKS[family](n)) for n in ns
    ]


def own(network):
    return drawn_from(network, "smoothmax", 1.0)["network"]


def sorts_all(network):
    bits = (np.arange(2**network.n)[:, None] >> np.arange(network.n) & 1).astype(np.float32)
    return bool((np.diff(diff_sort(network, bits, HARD), axis=1) >= 0).all())


@st.composite
def networks(draw):
    """One of ours, whole or with comparators left out or turned round."""
    n = draw(st.integers(1, 10))
    family = draw(st.sampled_from(list(ANY_N.values())))(n)
    turned = draw(st.integers(0, max(2 * family.size, 1)))
    k, layers = 0, []
    for layer in family.layers:
        kept = []
        for low, high in layer.comparators:
            kept += [(high, low)] if k == turned else [] if 2 * k == turned else [(low, high)]
            k += 1
        layers.append(Layer(tuple(kept), layer.stage))
    return Network(n, tuple(layers), "custom")


@given(networks())
def test_all_zeros_and_ones_are_tried_in_the_browser_too(deno, network):
    assert deno("sortsAll", own(network), network.n) == sorts_all(network)


@pytest.mark.parametrize("n", [1, 2, 5, 6, 11, 15, MOST_ENUMERATED])
@pytest.mark.parametrize("family", ANY_N)
def test_one_comparator_less_is_found_out_on_any_number_of_wires(deno, family, n):
    network = NETWORKS[family](n)
    assert deno("sortsAll", family, n) is True
    for k in {0, len(network.layers) - 1} if network.layers else ():
        layers = list(network.layers)
        layers[k] = Layer(layers[k].comparators[1:], layers[k].stage)
        lacking = Network(n, tuple(layers), "custom")
        assert deno("sortsAll", own(lacking), n) == sorts_all(lacking)


def test_more_wires_than_are_tried_prove_nothing(deno):
    assert deno("sortsAll", "bitonic", MOST_ENUMERATED + 1) is None


@st.composite
def states(draw):
    n = draw(st.integers(1, 9) | st.sampled_from([MOST_ENUMERATED, MOST_ENUMERATED + 1, 64]))
    bits = draw(st.booleans())
    values = draw(st.lists(st.integers(0, 1) if bits else VALUES, min_size=n, max_size=n))
    return ExplorerState(
        values=values,
        preset=BITS if bits else "example",
        network=draw(chosen_on(n)),
        relaxation=draw(st.sampled_from(list(RELAXATIONS))),
        alpha=draw(st.sampled_from([inf, inf, 0.3, 1.0])),
        flow=draw(st.none() | st.integers(0, n + 2)),
    )


@given(states())
@example(ExplorerState(values=[1, 0], preset=BITS, alpha=inf, flow=2))
@example(ExplorerState(values=[1, 0], preset=BITS, alpha=1, flow=1))
@example(ExplorerState(values=[0] * MOST_ENUMERATED, preset=BITS, alpha=1))
@example(ExplorerState(values=[1, 1], preset=BITS, alpha=1))
@example(ExplorerState(values=[1, 0, 0], preset=BITS, alpha=1, network="0:1,1:2"))
@example(ExplorerState(values=range(25), alpha=inf, network="0:24"))
def test_the_note_the_description_and_the_sentence_above_are_the_same(deno, state):
    shown = NetworkExplorer(state=state)
    scene = shown.scene()
    flow = None if scene.flow is None else [state.flow]
    how = state.relaxation, state.alpha_in_force, flow, scene.below, scene.bits
    asked = drawn_from(scene.network, *how)
    asked |= {"values": list(state.values), "network": state.network}
    found = deno("told", asked, state.flow)
    assert found["note"] == scene.note
    last = len(state.values) - 1
    missing = f"There is no output {state.flow}: the last is {last}."
    there = state.flow is None or state.flow <= last
    assert found["above"] == " ".join(filter(None, ["" if there else missing, scene.note]))
    if (
        state.alpha_in_force == inf or scene.flow is None
    ):  # or rounding decides which of equal shares is told
        assert found["description"] == scene.description
    shown.close()
