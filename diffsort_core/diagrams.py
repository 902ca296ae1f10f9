"""A network as text."""

from __future__ import annotations

from .families import bitonic
from .networks import Network


def network_diagram(network: Network) -> str:
    """One line for each comparator, in order: wires run down the page, rounded corners join the two
    wires compared.

    A corner that opens downwards marks the wire that receives the minimum.

    >>> print(network_diagram(bitonic(2)))
    0  1
    ╭──╯
    """
    header = " ".join(f"{wire % 100:<2}" for wire in range(network.n))
    comparators = (pair for layer in network.layers for pair in layer.comparators)
    return "\n".join([header, *(_line(network.n, low, high) for low, high in comparators)])


def pretty_bitonic_network(n: int) -> None:
    """Print the bitonic network on n wires as text, in differentiable_sorting's drawing;
    :func:`network_diagram` returns it.

    >>> pretty_bitonic_network(4)
    0  1  2  3
    ╭──╯  │  │
    │  │  ╰──╮
    ╭─────╯  │
    │  ╭─────╯
    ╭──╯  │  │
    │  │  ╭──╯

    Raises DiffsortError when n is not a whole number of at least 1. Source: differentiable_sorting.
    """
    print(network_diagram(bitonic(n)))


def _line(n: int, low: int, high: int) -> str:
    left, right = sorted((low, high))
    corners = "╭╯" if low < high else "╰╮"
    before, after = ["│"] * left, ["│"] * (n - 1 - right)
    bridge = corners[0] + "─" * (3 * (right - left) - 1) + corners[1]
    return "  ".join([*before, bridge, *after]) + " "
