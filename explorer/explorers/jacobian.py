"""The Jacobians of the soft sort and of the soft ranks, and the paths that a derivative takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import (
    ALPHA,
    NETWORK,
    OWN_PAIRS,
    RELAXATION,
    SIGMA,
    choice,
    chosen,
    grouped,
    numbers,
    only_with,
    whole,
)
from ..scenes.flow import path_flow
from ..scenes.jacobian import JacobianScene, jacobian_scene
from ..scenes.network import NetworkScene, network_scene
from ..state import ExplorerState
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

OUTPUTS = choice(
    "outputs",
    "outputs",
    "All places of the sort, or only its largest values",
    [("sort", "the whole sort"), ("top k", "top k")],
)
K = only_with(
    whole("k", "k", "How many of the largest values, where the outputs are the top k", 1, 256),
    outputs=["top k"],
)
_CELL = (
    "The derivative of the sort whose paths are shown in the network: point at a cell, or type;"
    " empty for none"
)
OUT = whole("out", "paths to output", _CELL, 0, 255, optional=True)
INTO = whole("into", "from input", _CELL, 0, 255, optional=True)
MOST_WIRES = 64
"""So many wires at most can the network show."""


class JacobianExplorer(LiveExplorer):
    """Soft ranks, and how every output answers to every input: d sort / d x and d rank / d x as
    maps with their sums. Point at a cell of the former, and the paths that it takes light up in the
    network below.

    ``values``: 1 to 256 finite numbers; ``alpha``, ``relaxation``, ``network``, ``state``,
    ``stage``: as for :class:`NetworkExplorer`; ``sigma``: width of the ranking kernel, in units of
    the values; ``outputs``: "sort" or "top k", with ``k``; ``out`` and ``into``: the derivative
    looked at. ``JacobianExplorer(state=network.state)`` follows another explorer.

    >>> JacobianExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    JacobianExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value.
    """

    name = "Jacobian"
    program_name = "jacobian"
    title = "How every output answers to every input"
    fields: ClassVar = grouped(
        hero=[ALPHA],
        numbers=[numbers(256)],
        more=[SIGMA, OUTPUTS, K, OUT, INTO, RELAXATION, NETWORK, OWN_PAIRS],
    )
    own: ClassVar = {
        "outputs": chosen(OUTPUTS, "sort"),
        "k": chosen(K, 3),
        "out": chosen(OUT, None),
        "into": chosen(INTO, None),
    }
    drawn_from: ClassVar = [*LiveExplorer.drawn_from, "sigma", "outputs", "k"]
    most_values = 256

    def _scene(self, state: ExplorerState) -> JacobianScene:
        top = min(state.k, len(state.values)) if state.outputs == "top k" else None
        return jacobian_scene(state.run(), state.sigma, state.strength, top, state.labels)

    def printed(self) -> Figure:
        from ..figures.jacobian_print import jacobian_print

        scene = self.scene()
        return jacobian_print(scene, self._cell(scene), self._paths(scene))

    def _cell(self, scene: JacobianScene) -> tuple[int, int] | None:
        """The chosen derivative, (out, in), if the scene shows such a one."""
        out, into = self.state.out, self.state.into
        known = out in scene.outputs and into is not None and into < len(scene.values)
        return (out, into) if known else None

    def _paths(self, scene: JacobianScene) -> NetworkScene | None:
        """The network with the paths of the chosen derivative, if there is one and it has room."""
        cell = self._cell(scene)
        if cell is None or len(scene.values) > MOST_WIRES:
            return None
        run = self.state.run()
        names = self.state.labels
        flow = path_flow(run, *cell, names)
        return network_scene(run, self.state.strength, flow, below="nothing", names=names)

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"
