import re
from itertools import pairwise

import pytest
from cases import each_family
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import DiffsortError, Network

wires = st.integers(0, 12)
pairs = st.lists(st.tuples(wires, wires).filter(lambda pair: pair[0] != pair[1]), max_size=30)


def text_of(pairs, between=","):
    return between.join(f"{low}:{high}" for low, high in pairs)


def wire_by_wire(pairs, n):
    """What each wire meets, in order: two lists of comparators with the same are the same
    network."""
    return [[pair for pair in pairs if wire in pair] for wire in range(n)]


@given(pairs, st.sampled_from([",", " ", "\n", ", ", ",\n"]))
def test_a_network_from_text_compares_what_the_text_does(pairs, between):
    network = Network.from_text(text_of(pairs, between))
    assert network.n == max((wire for pair in pairs for wire in pair), default=0) + 1
    listed = [pair for layer in network.layers for pair in layer.comparators]
    assert wire_by_wire(listed, network.n) == wire_by_wire(pairs, network.n)


@given(pairs)
def test_every_comparator_has_a_reason_not_to_stand_in_the_layer_before(pairs):
    layers = Network.from_text(text_of(pairs)).layers
    for before, layer in pairwise(layers):
        busy = {wire for pair in before.comparators for wire in pair}
        assert all(busy & set(pair) for pair in layer.comparators)


@given(pairs)
def test_a_network_is_read_back_from_its_own_text(pairs):
    network = Network.from_text(text_of(pairs), n=13, name="mine")
    assert Network.from_text(network.to_text(), n=13, name="mine") == network


@each_family
def test_a_family_travels_as_text(family):
    for n in (1, 2, 6, 16):
        network = Network.from_text(family(n).to_text(), n)
        listed = [pair for layer in family(n).layers for pair in layer.comparators]
        again = [pair for layer in network.layers for pair in layer.comparators]
        assert wire_by_wire(again, n) == wire_by_wire(listed, n)
        assert network.depth <= family(n).depth


@pytest.mark.parametrize(
    "part", ["0;1", "1", "0:", "-1:2", "0:1:2", "a:b", "0:1.0", "(0,1)", "0 : 1"]
)
def test_malformed_text_is_refused_with_what_is_malformed(part):
    with pytest.raises(
        DiffsortError, match=r"^text must list comparators, such as '0:1,2:3', got '.+'$"
    ):
        Network.from_text(f"0:1,{part},2:3")


def test_a_wire_is_not_compared_with_itself():
    with pytest.raises(DiffsortError, match=r"^text must compare two wires each time, got '2:2'$"):
        Network.from_text("0:1,2:2")


def test_a_wire_that_is_not_there_is_refused():
    with pytest.raises(
        DiffsortError, match=re.escape("comparators must name wires below n = 3, got (1, 3)")
    ):
        Network.from_text("0:1,1:3", n=3)


@pytest.mark.parametrize("text", [None, 3, b"0:1", [(0, 1)]], ids=repr)
def test_only_text_is_read(text):
    with pytest.raises(DiffsortError, match=r"^text must list comparators, .*, got "):
        Network.from_text(text)
