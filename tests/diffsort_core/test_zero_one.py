from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import HARD, DiffsortError, Layer, Network, bitonic, diff_sort, smallest, sorts
from diffsort_core.zero_one import MOST_TRIED


@st.composite
def networks(draw):
    """Some sort, most do not: parts of a bitonic network, one pair of it perhaps turned."""
    n = draw(st.integers(1, 9))
    pairs = [pair for layer in bitonic(n).layers for pair in layer.comparators]
    kept = [pair for pair in pairs if draw(st.integers(0, 9))]
    turned = draw(st.integers(0, 3 * len(kept)))
    return Network(
        n, tuple(Layer((pair[::-1] if k == turned else pair,)) for k, pair in enumerate(kept))
    )


@given(networks())
def test_the_verdict_is_that_of_all_zeros_and_ones(network):
    inputs = np.array(list(product([0.0, 1.0], repeat=network.n)))
    results = diff_sort(network, inputs, HARD)
    wrong = {tuple(map(int, x)) for x in inputs[(np.diff(results) < 0).any(axis=1)]}
    verdict = sorts(network)
    assert bool(verdict) == verdict.sorts == (not wrong)
    assert verdict.witness in (wrong or {None})


@pytest.mark.parametrize("n", [6, 7, 8])
def test_every_comparator_of_a_network_is_missed(n):
    """On each side of 64 inputs, and with the very inputs that come out in no order."""
    inputs = np.array(list(product([0.0, 1.0], repeat=n)))
    layers = [list(layer.comparators) for layer in smallest(n).layers]
    for k, layer in enumerate(layers):
        for pair in layer:
            parts = [*layers[:k], [each for each in layer if each != pair], *layers[k + 1 :]]
            network = Network(n, tuple(Layer(tuple(part)) for part in parts))
            results = diff_sort(network, inputs, HARD)
            wrong = {tuple(map(int, x)) for x in inputs[(np.diff(results) < 0).any(axis=1)]}
            assert sorts(network).witness in wrong


@pytest.mark.parametrize("n", [17, MOST_TRIED])
def test_a_single_input_among_millions_is_found(n):
    """Without its last comparator of the middle wires a network fails on few inputs."""
    network = bitonic(n)
    assert sorts(network)
    *layers, last = network.layers
    lacking = Network(n, (*layers, Layer(last.comparators[:-1])))
    witness = sorts(lacking).witness
    assert (np.diff(diff_sort(lacking, np.array(witness, float), HARD)) < 0).any()


def test_too_many_wires_are_refused_in_words():
    with pytest.raises(
        DiffsortError, match=rf"network must have at most {MOST_TRIED} wires .*, got 25$"
    ):
        sorts(bitonic(25))


@pytest.mark.parametrize("network", [None, "0:1", [(0, 1)]], ids=repr)
def test_what_is_no_network_is_refused(network):
    with pytest.raises(DiffsortError, match=r"^network must be a Network, .*, got \w+$"):
        sorts(network)
