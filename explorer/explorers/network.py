"""The network, animated."""

from __future__ import annotations

from typing import Any, ClassVar

import ipywidgets

from ..figures.network_svg import network_svg
from ..scenes.network import NetworkScene, network_scene
from ..widgets.fields import ALPHA, NETWORK, PRESET, RELAXATION, SEED, numbers, wires
from ..widgets.network import NetworkView
from .base import Explorer


class NetworkExplorer(Explorer):
    """Your numbers on their way through a sorting network, soft and hard side by side.

    ``values``: 1 to 64 finite numbers: a list, an array, a column (by default the seed's eight); ``alpha``: inverse
    temperature, per unit of the values; ``relaxation``: a key of ``explorer.choices.RELAXATIONS``; ``network``: a key of
    ``diffsort_core.NETWORKS``; ``state``: another explorer's state, to share its choices. Play, drag the inputs, point at a
    comparator.

    >>> NetworkExplorer([3, 1, 2], alpha=2.0)
    NetworkExplorer(n=3, alpha=2.0, relaxation='smoothmax')

    Raises DiffsortError, naming the argument, the rule and the value. Source: the seed's networks and relaxations.
    """

    name = "network"
    fields: ClassVar = [ALPHA, RELAXATION, NETWORK, PRESET, wires(64), SEED, numbers(64)]

    def _build(self) -> list[ipywidgets.Widget]:
        self.network = NetworkView()
        self.network.observe(self._dragged, "values")
        return [self.network]

    def scene(self) -> NetworkScene:
        return network_scene(self.state.run(), self.strength)

    def svg(self) -> str:
        return network_svg(self.scene())

    def _show(self, scene: NetworkScene) -> None:
        self.network.show(scene, self.state.values)

    def _dragged(self, change: Any) -> None:
        self.state.values = change["new"]
