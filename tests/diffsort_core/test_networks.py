import pickle
import re
import tracemalloc
from dataclasses import FrozenInstanceError, replace
from itertools import product

import numpy as np
import pytest
from cases import as_listed

from diffsort_core import (
    NETWORKS,
    DiffsortError,
    Layer,
    Network,
    bitonic,
    bitonic_network,
    diff_sort,
    families,
    mirrored_bitonic,
    odd_even_merge,
    odd_even_transposition,
    pairwise,
    smallest,
    smoothmax,
    sorts,
    standard_form,
)
from diffsort_core.families import ANY_N

SIZES = [1, 2, 3, 5, 8, 13, 16, 31, 33, 64, 100]
HALF_IDLE = Network(4, (Layer(((3, 1),)), Layer(())))


@pytest.fixture(params=NETWORKS.values(), ids=NETWORKS)
def family(request):
    return request.param


@pytest.fixture(params=ANY_N.values(), ids=ANY_N)
def any_n(request):
    return request.param


def alternating(wires):
    """Batcher's bitonic network as differentiable_sorting lists it, layer by layer."""
    for stage in range(wires.bit_length() - 1):
        for distance in (1 << place for place in range(stage, -1, -1)):
            uppers = (wire for wire in range(wires) if not wire & distance)
            yield [
                (wire | distance, wire) if wire >> stage + 1 & 1 else (wire, wire | distance)
                for wire in uppers
            ]


def merging(wires):
    """Batcher's odd-even merge sort, Knuth's algorithm 5.2.2M."""
    for stage in range(wires.bit_length() - 1):
        half = 1 << stage
        yield [(wire, wire + half) for wire in range(wires) if not wire & half]
        for distance in (1 << place for place in range(stage - 1, -1, -1)):
            pairs = ((wire, wire + distance) for wire in range(wires - distance))
            yield [
                (low, high)
                for low, high in pairs
                if low & distance and low // (2 * half) == high // (2 * half)
            ]


def parberry(wires):
    """The pairwise network: runs of sorted pairs, then what merges them, as Parberry loops."""
    runs = [1 << place for place in range(wires.bit_length() - 1)]
    for run in runs:
        yield [(wire, wire + run) for wire in range(wires) if not wire & run]
    for count, run in enumerate(runs[-2::-1], 1):
        for distance in ((1 << place) - 1 for place in range(count, 0, -1)):
            highs = range((distance + 1) * run, wires)
            yield [(high - distance * run, high) for high in highs if not high & run]


def without_tail(layers, n, wires):
    """Layers on the first n of these wires. The others hold values above all others: a comparator
    with one of them only moves what it meets. A wire is called after the place where it ends."""
    wire_at, kept = [wire if wire < n else None for wire in range(wires)], []
    for layer in layers:
        kept.append([])
        for low, high in layer:
            if wire_at[low] is None:
                wire_at[low], wire_at[high] = wire_at[high], None
            elif wire_at[high] is not None:
                kept[-1].append((wire_at[low], wire_at[high]))
    place = {wire: place for place, wire in enumerate(wire_at[:n])}
    return [tuple((place[low], place[high]) for low, high in layer) for layer in kept]


def comparators_of(network):
    return [
        (depth, *pair) for depth, layer in enumerate(network.layers) for pair in layer.comparators
    ]


@pytest.mark.parametrize("n", range(1, 17))
def test_every_vector_of_zeros_and_ones_is_sorted(family, n):
    wires = (np.arange(2**n) >> np.arange(n)[:, None] & 1).astype(bool)
    ones_at_the_bottom = np.arange(n)[:, None] >= n - wires.sum(axis=0)
    for layer in family(n).layers:
        for low, high in layer.comparators:
            wires[low], wires[high] = wires[low] & wires[high], wires[low] | wires[high]
    assert (wires == ones_at_the_bottom).all()


@pytest.mark.parametrize("n", [24, 31, 33, 64, 100])
def test_wider_networks_sort_permutations(any_n, n):
    wires = np.random.default_rng(n).permuted(np.tile(np.arange(n), (200, 1)), axis=1).T
    for low, high, _, _ in any_n(n).gathers:
        wires[low], wires[high] = (
            np.minimum(wires[low], wires[high]),
            np.maximum(wires[low], wires[high]),
        )
    assert (wires == np.arange(n)[:, None]).all()


@pytest.mark.parametrize(
    ("build", "rule"), [(bitonic, alternating), (odd_even_merge, merging), (pairwise, parberry)]
)
@pytest.mark.parametrize("n", [*range(1, 70), 107, 128, 129])
def test_every_comparator_is_that_of_the_literature_less_the_tail(build, rule, n):
    wires = 1 << (n - 1).bit_length()
    listed = without_tail(rule(wires), n, wires)
    assert [layer.comparators for layer in build(n).layers] == listed


@pytest.mark.parametrize("n", [*range(1, 40), 107])
def test_the_standard_form_untangles_the_wires_in_order(any_n, n):
    place, layers = list(range(n)), []
    for layer in any_n(n).layers:
        layers.append([])
        for low, high in layer.comparators:
            place[low], place[high] = sorted((place[low], place[high]))
            layers[-1].append((place[low], place[high]))
    for network in (standard_form(any_n(n)), standard_form(as_listed(any_n(n)))):
        assert [list(layer.comparators) for layer in network.layers] == layers


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("build", [bitonic, odd_even_merge])
def test_batchers_networks_have_k_stages_of_1_to_k_layers(build, n):
    k = int(np.ceil(np.log2(n)))
    network = build(n)
    assert network.depth == k * (k + 1) // 2
    assert [len(stage) for stage in network.stages] == list(range(1, k + 1))
    assert sum(network.stages, ()) == network.layers


@pytest.mark.parametrize("n", SIZES)
def test_the_standard_form_points_down_and_does_the_same_to_the_values(any_n, n):
    network, x = standard_form(any_n(n)), np.random.default_rng(n).normal(size=n)
    assert all(low < high for _, low, high in comparators_of(network))
    assert (network.n, network.depth, network.size) == (n, any_n(n).depth, any_n(n).size)
    np.testing.assert_array_equal(
        diff_sort(network, x, smoothmax), diff_sort(any_n(n), x, smoothmax)
    )


def test_the_mirrored_bitonic_network_begins_each_stage_with_mirrored_wires():
    for number, stage in enumerate(mirrored_bitonic(16).stages):
        assert all(
            low + high == (low >> number + 1 << number + 1) * 2 + 2 ** (number + 1) - 1
            for low, high in stage[0].comparators
        )


@pytest.mark.parametrize("k", range(8))
def test_merging_networks_on_a_power_of_two_have_the_sizes_of_the_literature(k):
    assert pairwise(2**k).size == odd_even_merge(2**k).size
    assert pairwise(2**k).depth == bitonic(2**k).depth
    assert bitonic(2**k).size == 2**k * k * (k + 1) // 4
    assert odd_even_merge(2**k).size == (k * k - k + 4) * 2**k // 4 - 1
    assert all(len(layer.comparators) == 2**k // 2 for layer in bitonic(2**k).layers)


@pytest.mark.parametrize(
    ("n", "size"),
    list(enumerate([0, 1, 3, 5, 9, 12, 16, 19, 25, 29, 35, 39, 45, 51, 56, 60], 1)),
)
def test_the_smallest_networks_known_sort_with_as_few_comparators_as_the_literature_says(n, size):
    network = smallest(n)
    assert sorts(network)
    assert network.size == size <= odd_even_merge(n).size
    assert all(low < high for _, low, high in comparators_of(network))


@pytest.mark.parametrize("n", [17, 64])
def test_no_smallest_network_is_known_here_of_more_wires(n):
    with pytest.raises(DiffsortError, match=rf"^n must be a whole number from 1 to 16, got {n}$"):
        smallest(n)


@pytest.mark.parametrize("n", SIZES)
def test_odd_even_transposition_compares_neighbours_in_n_layers(n):
    network = odd_even_transposition(n)
    assert (network.depth, network.size) == (n if n > 1 else 0, n * (n - 1) // 2)
    assert all(high == low + 1 for _, low, high in comparators_of(network))
    assert len(network.stages) == (n > 1)


@pytest.mark.parametrize("n", [3, 5, 6, 7, 11, 24])
def test_dropping_wires_drops_comparators(any_n, n):
    assert any_n(n - 1).size < any_n(n).size < any_n(n + 1).size


@pytest.mark.parametrize("n", SIZES)
def test_odd_even_merge_never_has_more_comparators_than_bitonic_and_only_ascends(n):
    assert odd_even_merge(n).size <= bitonic(n).size
    assert all(low < high for _, low, high in comparators_of(odd_even_merge(n)))


def test_families_are_known_by_the_names_that_their_networks_bear():
    for name, build in NETWORKS.items():
        assert build.__name__ == name.replace(" ", "_").replace("-", "_")
        assert (
            repr(build(6))
            == f"Network(name={name!r}, n=6, depth={build(6).depth}, size={build(6).size})"
        )


@pytest.mark.parametrize("n", SIZES)
def test_the_original_lists_of_comparators_are_those_of_the_network(n):
    assert bitonic_network(n) == [list(layer.comparators) for layer in bitonic(n).layers]


@pytest.mark.parametrize("n", [1, 2, 6, 8])
def test_arrays_of_a_network_say_what_its_comparators_say(family, n):
    for network in (family(n), HALF_IDLE):
        for layer, (low, high, idle, order) in zip(network.layers, network.gathers, strict=True):
            assert tuple(zip(low, high, strict=True)) == layer.comparators
            assert np.concatenate([low, high, idle])[order].tolist() == list(range(network.n))
        assert network.comparator_arrays.shape == (3, network.size)
        assert list(zip(*network.comparator_arrays, strict=True)) == comparators_of(network)


def test_networks_are_equal_when_wires_layers_and_name_are():
    parts = [
        (3, 4),
        ((), (Layer(((0, 1),)),), (Layer(((1, 0),)),), (Layer(((0, 1),), stage=1),)),
        ("a", "b"),
    ]
    networks = [Network(*each) for each in product(*parts)]
    assert len(set(networks)) == len(networks)
    for network in networks:
        again = Network(network.n, network.layers, network.name)
        assert again == network
        assert hash(again) == hash(network)


def test_a_family_is_equal_to_the_list_of_its_comparators_and_survives_pickling(family):
    for n in (1, 2, 6, 11, 16):
        network, listed = family(n), as_listed(family(n))
        assert network == listed == pickle.loads(pickle.dumps(network))
        assert pickle.loads(pickle.dumps(network.layers)) == network.layers
        assert hash(network) == hash(listed)
        assert (network.size, network.depth) == (listed.size, listed.depth)
        assert network != standard_form(replace(network, name="other"))
        assert replace(network, name="other").layers == network.layers
    assert bitonic(8) != standard_form(bitonic(8))
    assert bitonic(8) != replace(mirrored_bitonic(8), name="bitonic")


def test_nothing_is_listed_before_it_is_asked_for(any_n):
    families._BUILT.clear()
    tracemalloc.start()
    network = any_n(2**17 if any_n is not odd_even_transposition else 2**9)
    kilobytes = tracemalloc.get_traced_memory()[1] / 1000
    tracemalloc.stop()
    assert network.depth
    assert kilobytes < 100
    last = network.layers[-1]
    assert "comparators" not in vars(last)


@pytest.mark.parametrize("comparators", [((0, 1), (1, 2)), ((0, 0),), ((0, 1), (2, 3), (4, 0))])
def test_a_layer_refuses_a_shared_wire(comparators):
    with pytest.raises(
        DiffsortError,
        match=rf"comparators .* must not share a wire, got {re.escape(str(comparators))}",
    ):
        Layer(comparators)


def test_a_layer_refuses_a_negative_wire():
    with pytest.raises(
        DiffsortError, match=r"comparators must name wires from 0 up, got \(\(0, -1\),\)"
    ):
        Layer(((0, -1),))


@pytest.mark.parametrize(
    "comparators", [((0, 1, 2),), ((0,),), (("a", "b"),), ((0.5, 1),), (0, 1), None], ids=repr
)
def test_a_layer_refuses_what_is_no_pair_of_wires(comparators):
    with pytest.raises(
        DiffsortError, match=rf"^comparators must .*, got {re.escape(repr(comparators))}"
    ):
        Layer(comparators)


@pytest.mark.parametrize("pair", [(1, 3), (3, 1), (2, 9)])
def test_a_network_refuses_a_wire_that_is_not_there(pair):
    with pytest.raises(
        DiffsortError, match=rf"comparators must name wires below n = 3, got {re.escape(str(pair))}"
    ):
        Network(3, (Layer(((0, 1),)), Layer((pair,))))


@pytest.mark.parametrize("layers", [None, (((0, 1),),), 3], ids=repr)
def test_a_network_refuses_what_are_no_layers(layers):
    with pytest.raises(DiffsortError, match=rf"^layers must .*, got {re.escape(repr(layers))}"):
        Network(2, layers)


@pytest.mark.parametrize("build", [*NETWORKS.values(), bitonic_network, lambda n: Network(n, ())])
@pytest.mark.parametrize("n", [0, -1, 2.5, "8", None, [8]], ids=repr)
def test_n_is_a_whole_number_of_at_least_1(build, n):
    with pytest.raises(
        DiffsortError, match=rf"^n must be a whole number of at least 1, got {re.escape(repr(n))}$"
    ):
        build(n)


def test_whether_a_float_n_is_refused_does_not_depend_on_earlier_calls(family):
    assert family(np.int64(8)) == family(n=8) == family(8)
    for call in (lambda: family(8.0), lambda: family(n=8.0)):
        with pytest.raises(DiffsortError, match=r"n must be a whole number .* got 8\.0"):
            call()


def test_networks_and_layers_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        bitonic(4).n = 5
    with pytest.raises(FrozenInstanceError):
        bitonic(4).layers[0].stage = 5
