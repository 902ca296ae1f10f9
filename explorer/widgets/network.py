"""The animated network. Choices travel to the browser, which computes the run and draws it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

import anywidget
import traitlets

from diffsort_core import NETWORKS, Network

from ..linker import linked, styles
from ..turns import InTurn
from .controls import Controls

MAKE_VALUES = ("numbers", "dragged", "preset", "wires", "seed")
"""The edits of the controls that make other values: the browser takes the values from here once it
reads in ``edited``, among the choices, that none of its own is on its way."""


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
    own = {"name": network.name, "layers": [vars(layer) for layer in network.layers]}
    family = NETWORKS.get(network.name)
    return {
        "network": network.name if family and family(network.n) == network else own,
        "relaxation": relaxation,
        "alpha": "infinity" if alpha == inf else alpha,
        "flow": list(flow) if flow else None,
        "below": below,
        "bits": bits,
    }


class NetworkView(InTurn, anywidget.AnyWidget):
    """Draws the run of ``values`` by ``choices`` (:func:`drawn_from`), and lets a person drag the
    inputs: ``values`` is what they made of them; ``picked`` is the output that they pointed out,
    with a stamp.

    ``controls``: the model of the controls whose edits are drawn at once, before and without an
    answer of the kernel; empty where there are none.
    """

    _esm = linked("explorers/network.js")
    _css = styles("common", "network")  # it also stands where there are no controls

    choices = traitlets.Dict().tag(sync=True)
    values = traitlets.List().tag(sync=True)
    picked = traitlets.Dict().tag(sync=True)
    controls = traitlets.Unicode().tag(sync=True)

    def __init__(self, controls: Controls | None = None, **traits: Any) -> None:
        super().__init__(controls=f"IPY_MODEL_{controls.model_id}" if controls else "", **traits)

    def put_back(self, values: Sequence[float]) -> None:
        """Draw these values again, after a drag that was refused."""
        self.values = list(values)

    def show(self, choices: dict[str, Any], values: Sequence[float]) -> None:
        """Draw other choices: one message."""
        with self.hold_sync():
            self.choices, self.values = choices, list(values)
