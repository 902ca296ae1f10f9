"""A network among other pictures of an explorer that the kernel composes: its choices travel to the
browser, which computes the run and draws it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

import traitlets

from diffsort_core import NETWORKS, Network

from .program import Part


def travelling(network: Network) -> str | dict[str, Any]:
    """A network as it travels: a family's by its name, any other whole.

    >>> from diffsort_core import bitonic
    >>> travelling(bitonic(4))
    'bitonic'
    """
    family = NETWORKS.get(network.name)
    if family and family(network.n) == network:
        return network.name
    layers = [{"comparators": each.comparators, "stage": each.stage} for each in network.layers]
    return {"name": network.name, "layers": layers}


def drawn_from(
    network: Network,
    relaxation: str,
    alpha: float,
    flow: Sequence[int] | None = None,
    below: str = "values",
    bits: bool = False,
) -> dict[str, Any]:
    """What a network's picture is drawn from, besides the values, as it travels: ``flow`` is an
    output, or an output and an input, whose derivative is followed.

    >>> from diffsort_core import bitonic
    >>> drawn_from(bitonic(4), "smoothmax", float("inf"))["alpha"]
    'infinity'
    """
    return {
        "network": travelling(network),
        "relaxation": relaxation,
        "alpha": "infinity" if alpha == inf else alpha,
        "flow": list(flow) if flow else None,
        "below": below,
        "bits": bits,
    }


class NetworkView(Part):
    """Draws the run of ``values`` by ``choices`` (:func:`drawn_from`), and lets a person drag the
    inputs: ``values`` is what they made of them; ``picked`` is the output that they pointed out,
    with a stamp.
    """

    choices = traitlets.Dict().tag(sync=True)
    values = traitlets.List().tag(sync=True)
    picked = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(part="networkView", **traits)

    def put_back(self, values: Sequence[float]) -> None:
        """Draw these values again, after a drag that was refused."""
        self.values = list(values)

    def show(self, choices: dict[str, Any], values: Sequence[float]) -> None:
        """Draw other choices: one message."""
        with self.hold_sync():
            self.choices, self.values = choices, list(values)
