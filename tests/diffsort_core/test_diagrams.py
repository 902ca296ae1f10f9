from textwrap import dedent

import pytest

from diffsort_core import (
    DiffsortError,
    Layer,
    Network,
    bitonic,
    network_diagram,
    pretty_bitonic_network,
)

ORIGINAL = dedent("""\
    0  1  2  3  4  5  6  7
    ╭──╯  │  │  │  │  │  │
    │  │  ╰──╮  │  │  │  │
    │  │  │  │  ╭──╯  │  │
    │  │  │  │  │  │  ╰──╮
    ╭─────╯  │  │  │  │  │
    │  ╭─────╯  │  │  │  │
    │  │  │  │  ╰─────╮  │
    │  │  │  │  │  ╰─────╮
    ╭──╯  │  │  │  │  │  │
    │  │  ╭──╯  │  │  │  │
    │  │  │  │  ╰──╮  │  │
    │  │  │  │  │  │  ╰──╮
    ╭───────────╯  │  │  │
    │  ╭───────────╯  │  │
    │  │  ╭───────────╯  │
    │  │  │  ╭───────────╯
    ╭─────╯  │  │  │  │  │
    │  ╭─────╯  │  │  │  │
    │  │  │  │  ╭─────╯  │
    │  │  │  │  │  ╭─────╯
    ╭──╯  │  │  │  │  │  │
    │  │  ╭──╯  │  │  │  │
    │  │  │  │  ╭──╯  │  │
    │  │  │  │  │  │  ╭──╯
""")


def test_eight_wires_are_drawn_as_in_the_original_package(capsys):
    with_its_trailing_spaces = ORIGINAL.replace("\n", " \n")
    assert network_diagram(bitonic(8)) + "\n" == with_its_trailing_spaces
    pretty_bitonic_network(8)
    assert capsys.readouterr().out == with_its_trailing_spaces


def comparator_drawn(line):
    left, right = (position // 3 for position, mark in enumerate(line) if mark in "╭╮╰╯")
    return (left, right) if "╭" in line and "╯" in line else (right, left)


@pytest.mark.parametrize(
    "network",
    [*map(bitonic, (1, 2, 5, 13, 16)), Network(3, (Layer(((2, 0),)), Layer(((0, 1),))))],
    ids=repr,
)
def test_the_comparators_can_be_read_back_from_the_diagram(network):
    header, *lines = network_diagram(network).splitlines()
    assert header.split() == [str(wire) for wire in range(network.n)]
    assert [comparator_drawn(line) for line in lines] == [
        pair for layer in network.layers for pair in layer.comparators
    ]
    assert {len(line) for line in [header, *lines]} == {3 * network.n - 1}


def test_no_diagram_of_no_wires():
    with pytest.raises(DiffsortError, match="n must be a whole number of at least 1, got 0"):
        pretty_bitonic_network(0)
