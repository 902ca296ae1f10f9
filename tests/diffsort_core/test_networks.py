import re
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from diffsort_core import DiffsortError, Layer, Network, bitonic


@pytest.mark.parametrize("n", range(1, 17))
def test_bitonic_sorts_every_vector_of_zeros_and_ones(n):
    wires = (np.arange(2**n) >> np.arange(n)[:, None] & 1).astype(bool)
    ones_at_the_bottom = np.arange(n)[:, None] >= n - wires.sum(axis=0)
    for layer in bitonic(n).layers:
        for low, high in layer.comparators:
            wires[low], wires[high] = wires[low] & wires[high], wires[low] | wires[high]
    assert (wires == ones_at_the_bottom).all()


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 13, 16, 31, 33, 64, 100])
def test_bitonic_has_k_stages_of_1_to_k_layers(n):
    k = int(np.ceil(np.log2(n)))
    network = bitonic(n)
    assert network.depth == k * (k + 1) // 2
    assert [len(stage) for stage in network.stages] == list(range(1, k + 1))
    assert sum(network.stages, ()) == network.layers


@pytest.mark.parametrize("k", range(8))
def test_bitonic_on_a_power_of_two_compares_every_wire_in_every_layer(k):
    network = bitonic(2**k)
    assert network.size == 2**k * k * (k + 1) // 4
    assert all(len(layer.comparators) == 2**k // 2 for layer in network.layers)


@pytest.mark.parametrize("n", [3, 5, 6, 7, 11, 24])
def test_dropping_wires_drops_comparators(n):
    assert bitonic(n - 1).size < bitonic(n).size < bitonic(n + 1).size


@pytest.mark.parametrize("network", [bitonic(1), bitonic(6), bitonic(8), Network(4, (Layer(((3, 1),)), Layer(())))], ids=repr)
def test_arrays_of_a_network_say_what_its_comparators_say(network):
    for layer, (low, high, idle, order) in zip(network.layers, network.gathers, strict=True):
        assert tuple(zip(low, high, strict=True)) == layer.comparators
        assert np.concatenate([low, high, idle])[order].tolist() == list(range(network.n))
    comparators = [(depth, *pair) for depth, layer in enumerate(network.layers) for pair in layer.comparators]
    assert list(zip(*network.comparator_arrays, strict=True)) == comparators
    assert network.size == len(comparators)


@pytest.mark.parametrize("comparators", [((0, 1), (1, 2)), ((0, 0),), ((0, 1), (2, 3), (4, 0))])
def test_a_layer_refuses_a_shared_wire(comparators):
    with pytest.raises(DiffsortError, match=rf"comparators .* must not share a wire, got {re.escape(str(comparators))}"):
        Layer(comparators)


def test_a_layer_refuses_a_negative_wire():
    with pytest.raises(DiffsortError, match=r"comparators must name wires from 0 up, got \(\(0, -1\),\)"):
        Layer(((0, -1),))


@pytest.mark.parametrize("pair", [(1, 3), (3, 1), (2, 9)])
def test_a_network_refuses_a_wire_that_is_not_there(pair):
    with pytest.raises(DiffsortError, match=rf"comparators must name wires below n = 3, got {re.escape(str(pair))}"):
        Network(3, (Layer(((0, 1),)), Layer((pair,))))


@pytest.mark.parametrize("build", [bitonic, lambda n: Network(n, ())], ids=["bitonic", "Network"])
@pytest.mark.parametrize("n", [0, -1, 2.5, "8", None, [8]], ids=repr)
def test_n_is_a_whole_number_of_at_least_1(build, n):
    with pytest.raises(DiffsortError, match=rf"^n must be a whole number of at least 1, got {re.escape(repr(n))}$"):
        build(n)


def test_whether_a_float_n_is_refused_does_not_depend_on_earlier_calls():
    assert bitonic(np.int64(8)) == bitonic(n=8) == bitonic(8)
    with pytest.raises(DiffsortError, match=r"n must be a whole number .* got 8\.0"):
        bitonic(8.0)
    with pytest.raises(DiffsortError, match=r"n must be a whole number .* got 8\.0"):
        bitonic(n=8.0)


def test_networks_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        bitonic(4).n = 5
