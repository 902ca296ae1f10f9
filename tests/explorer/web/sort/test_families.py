"""The browser's networks are those of diffsort_core, comparator for comparator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_laws import refused_alike

from diffsort_core import NETWORKS, DiffsortError, Layer, Network
from diffsort_core.families import MOST_WIRES

each_family = pytest.mark.parametrize("family", NETWORKS)


def agree(found, network):
    assert found["layers"] == [
        {"comparators": [list(pair) for pair in layer.comparators], "stage": layer.stage}
        for layer in network.layers
    ]
    sizes = {name: getattr(network, name) for name in ("name", "n", "depth", "size")}
    assert {name: found[name] for name in sizes} == sizes
    layer, low, high = network.comparator_arrays.tolist()
    assert (found["low"], found["high"]) == (low, high)
    assert found["starts"] == [sum(at < k for at in layer) for k in range(network.depth + 1)]


def test_the_families_are_the_same(deno):
    assert deno("families") == list(NETWORKS)


@each_family
def test_every_comparator_is_the_same(deno, family):
    for n in [*range(1, MOST_WIRES.get(family, 70) + 1), 127, 128, 129]:
        if n <= MOST_WIRES.get(family, n):
            agree(deno("network", family, n), NETWORKS[family](n))
        else:
            refused_alike(lambda n=n: NETWORKS[family](n), lambda n=n: deno("network", family, n))


@each_family
@pytest.mark.parametrize("n", [0, -1, 1.5, "3", None])
def test_a_refused_n_is_refused_in_the_same_words(deno, family, n):
    refused_alike(lambda: NETWORKS[family](n), lambda: deno("network", family, n))


wires = st.integers(-1, 6)
layers = st.lists(st.lists(st.tuples(wires, wires), max_size=3), max_size=4)


@given(n=st.integers(0, 8), layers=layers)
def test_a_persons_own_network_is_the_same_or_refused_in_the_same_words(deno, n, layers):
    def built():
        return Network(n, tuple(Layer(tuple(layer)) for layer in layers))

    try:
        network = built()
    except DiffsortError:
        refused_alike(built, lambda: deno("custom", n, layers))
    else:
        agree(deno("custom", n, layers), network)


@pytest.mark.parametrize("layer", [((0, 1), (2,)), ((0, 1.5),), (0, 1), ((0, "1"),)])
def test_what_is_no_pair_of_wires_is_refused_in_the_same_words(deno, layer):
    refused_alike(lambda: Layer(layer), lambda: deno("custom", 3, [layer]))


comparators = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1])
)


@given(comparators, st.sampled_from([",", " ", "\n", ", "]))
def test_text_is_read_alike(deno, listed, between):
    text = between.join(f"{low}:{high}" for low, high in listed)
    layers = [
        [list(pair) for pair in layer.comparators] for layer in Network.from_text(text).layers
    ]
    assert deno("layersOf", text) == layers


@pytest.mark.parametrize("text", ["0;1", "0:1,1", "0:", "-1:2", "0:1:2", "a:b", "0:1,2:2", "(0,1)"])
def test_malformed_text_is_refused_in_the_same_words(deno, text):
    refused_alike(lambda: Network.from_text(text), lambda: deno("layersOf", text))
