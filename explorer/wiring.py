"""Which network sorts: a family's name, or comparators of one's own as text. It imports nothing but
the core, so that scenes may know it, too."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from diffsort_core import HARD, NETWORKS, DiffsortError, Network, diff_sort, sorts
from diffsort_core.families import MOST_WIRES
from diffsort_core.listed import pairs_of_text
from diffsort_core.zero_one import MOST_TRIED

OWN_NETWORK = "your own"
"""What a network is called that is no family's."""


def as_network(value: Any, name: str = "network") -> str:
    """A network as a choice: a family's name; of any other, and of a text such as 0:1,2:3, its
    comparators, layer after layer, each as early as both of its wires are free.

    >>> from diffsort_core import bitonic
    >>> as_network(bitonic(4)), as_network("0:1 2:3 00:2")
    ('bitonic', '0:1,2:3,0:2')

    Raises DiffsortError that names the rule and the value.
    """
    if isinstance(value, Network):
        return family_of(value) or _listed(value, name)
    if isinstance(value, str) and value in NETWORKS:
        return value
    if isinstance(value, str) and ":" in value:
        pairs_of_text(value, name)
        return _own(value).to_text()
    raise DiffsortError(
        f"{name} must be one of {', '.join(NETWORKS)}, or comparators such as '0:1,2:3',"
        f" got {value!r}"
    )


def family_of(network: Network) -> str | None:
    """The family that a network is of, if it is one's.

    >>> from diffsort_core import bitonic
    >>> family_of(bitonic(4)), family_of(Network.from_text("0:1"))
    ('bitonic', None)
    """
    name, n = network.name, network.n
    known = name in NETWORKS and n <= MOST_WIRES.get(name, n)
    return name if known and NETWORKS[name](n) == network else None


def fits(network: str, count: int, things: str = "values") -> None:
    """Raise DiffsortError where so many things cannot be sorted by this network."""
    if network not in NETWORKS:
        if (n := _own(network).n) != count:
            raise DiffsortError(
                f"network must have as many wires as there are {things}, {count}, got {n}"
            )
    elif count > MOST_WIRES.get(network, count):
        raise DiffsortError(
            f"network {network} must have at most {MOST_WIRES[network]} {things}, got {count}"
        )


def wired(network: str, count: int, things: str = "values") -> Network:
    """The network of that choice for so many things.

    >>> wired("bitonic", 4).size, wired("0:1,1:2", 3)
    (6, Network(name='your own', n=3, depth=2, size=2))

    Raises DiffsortError where it does not fit them.
    """
    fits(network, count, things)
    return NETWORKS[network](count) if network in NETWORKS else _own(network)


def network_name(network: str) -> str:
    """What the network of a choice is called."""
    return network if network in NETWORKS else OWN_NETWORK


@lru_cache(maxsize=64)
def doubt(network: Network) -> str:
    """What is to be said of a network of one's own that does not sort everything, or is too wide to
    find out; nothing of any other.

    >>> doubt(wired("0:1,1:2", 3))
    'This network does not sort: under the hard maximum it makes 1 0 1 of 1 1 0.'
    """
    if network.name != OWN_NETWORK:
        return ""
    if network.n > MOST_TRIED:
        return (
            f"Whether this network sorts is not known: only up to {MOST_TRIED} wires are all zeros"
            " and ones tried."
        )
    witness = sorts(network).witness
    if witness is None:
        return ""
    made = diff_sort(network, [float(bit) for bit in witness], HARD)
    return (
        f"This network does not sort: under the hard maximum it makes {_bits(made)} of"
        f" {_bits(witness)}."
    )


def with_doubt(words: str, network: Network) -> str:
    """Words of a soft sort, and what is to be said of its network."""
    return " ".join(filter(None, [words, doubt(network)]))


def _bits(bits: Any) -> str:
    return " ".join(str(int(bit)) for bit in bits)


@lru_cache(maxsize=64)
def _own(text: str) -> Network:
    return Network.from_text(text, name=OWN_NETWORK)


def _listed(network: Network, name: str) -> str:
    """The comparators of a network as text, whose last wire says how many there are."""
    text = network.to_text()
    if not text or _own(text).n != network.n:
        raise DiffsortError(
            f"{name} must compare its last wire, {network.n - 1}, with another, got {network!r}"
        )
    return _own(text).to_text()
