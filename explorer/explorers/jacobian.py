"""The Jacobians of the soft sort and of the soft ranks, live, and the paths that a derivative
takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets
import plotly.graph_objects as go

from ..fields import (
    ALPHA,
    NETWORK,
    RELAXATION,
    SIGMA,
    choice,
    chosen,
    numbers,
    only_with,
    whole,
)
from ..figures.jacobian import jacobian_figure, jacobian_layout, point_out, refresh_jacobian
from ..figures.jacobian_checks import jacobian_checks
from ..scenes.flow import path_flow
from ..scenes.jacobian import JacobianScene, jacobian_scene
from ..scenes.network import NetworkScene, network_scene
from ..state import ExplorerState
from ..widgets.network import NetworkView, drawn_from
from .base import Explorer
from .figure import FigureExplorer

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


class JacobianExplorer(FigureExplorer):
    """Soft ranks, and how every output answers to every input: d sort / d x and d rank / d x as
    heat maps with their sums. Point at a cell of the former, and the paths that it takes light up
    in the network below.

    ``values``: 1 to 256 finite numbers; ``alpha``, ``relaxation``, ``network``, ``state``: as for
    :class:`NetworkExplorer`; ``sigma``: width of the ranking kernel, in units of the values;
    ``outputs``: "sort" or "top k", with ``k``; ``out`` and ``into``: the derivative looked at.
    ``JacobianExplorer(state=network.state)`` follows another explorer.

    >>> JacobianExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    JacobianExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value.
    """

    name = "Jacobian"
    fields: ClassVar = [ALPHA, SIGMA, RELAXATION, NETWORK, OUTPUTS, K, OUT, INTO, numbers(256)]
    own: ClassVar = {
        "outputs": chosen(OUTPUTS, "sort"),
        "k": chosen(K, 3),
        "out": chosen(OUT, None),
        "into": chosen(INTO, None),
    }
    drawn_from: ClassVar = [*Explorer.drawn_from, "sigma", "outputs", "k", "out", "into"]
    most_values = 256

    def _build(self) -> list[ipywidgets.Widget]:
        figure, overlay = super()._build()
        self.figure.data[2].on_hover(self._hovered)
        self.network = NetworkView(layout=self.controls.layout)
        self.network.observe(self._dragged, "values")
        self.network.observe(self._pointed_out, "picked")
        self.paths = ipywidgets.VBox([self.network])
        self.checks = ipywidgets.HTML(layout=ipywidgets.Layout(width="100%", margin="0"))
        return [self.checks, figure, overlay, self.paths]

    def _scene(self, state: ExplorerState) -> JacobianScene:
        top = min(state.k, len(state.values)) if state.outputs == "top k" else None
        return jacobian_scene(state.run(), state.sigma, state.strength, top)

    def printed(self) -> Figure:
        from ..figures.jacobian_print import jacobian_print

        scene = self.scene()
        return jacobian_print(scene, self._cell(scene), self._paths(scene))

    def _figure(self) -> go.Figure:
        return jacobian_figure()

    def _refresh(self, scene: JacobianScene) -> None:
        refresh_jacobian(self.figure, scene)

    def _layout(self, width: int) -> dict[str, Any]:
        return jacobian_layout(width)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._refresh(self.scene())  # so many sums fit beside the maps as these are large

    def _judge(self) -> None:
        if self._drawn[:-2] != self._choices()[:-2]:
            super()._judge()

    def _render(self, change: Any = None) -> None:
        if change is None or self._drawn[:-2] != self._choices()[:-2]:
            super()._render(change)
        elif self._drawn != self._choices():  # only out or into, the last of drawn_from
            self._drawn = self._choices()
            self._show_paths(self._shown)
            self.controls.sentence = self._sentence(self._shown)

    def _show(self, scene: JacobianScene) -> None:
        super()._show(scene)
        self.checks.value = jacobian_checks(scene.checks)
        self._show_paths(scene)

    def _sentence(self, scene: JacobianScene) -> str:
        return f"{self.state.strength}. {scene.largest} {self._no_paths(scene)}".strip()

    def _no_paths(self, scene: JacobianScene) -> str:
        """Why no paths are shown, where a derivative was asked for; nothing where they are, or none
        was."""
        out, into, n = self.state.out, self.state.into, len(scene.values)
        if out is None and into is None:
            return ""
        if out is not None and out >= n:
            return f"There is no output {out}: they go from 0 to {n - 1}."
        if into is not None and into >= n:
            return f"There is no input {into}: they go from 0 to {n - 1}."
        if out is not None and out not in scene.outputs:
            return f"Output {out} is not among the top {len(scene.outputs)}."
        if out is None or into is None:
            return f"To see paths, choose an {'output' if out is None else 'input'}, too."
        return f"Paths are shown for up to {MOST_WIRES} wires." if n > MOST_WIRES else ""

    def _show_paths(self, scene: JacobianScene) -> None:
        """The chosen derivative, if there is such a one: its cell, and the network with its
        paths."""
        point_out(self.figure, self._cell(scene))
        state, cell = self.state, self._paths_of(scene)
        if cell:
            how = state.relaxation, state.alpha, cell, "nothing"
            self.network.show(drawn_from(state.wires, *how), state.values)
        self.paths.layout.display = None if cell else "none"

    def _cell(self, scene: JacobianScene) -> tuple[int, int] | None:
        """The chosen derivative, (out, in), if the scene shows such a one."""
        out, into = self.state.out, self.state.into
        known = out in scene.outputs and into is not None and into < len(scene.values)
        return (out, into) if known else None

    def _paths_of(self, scene: JacobianScene) -> tuple[int, int] | None:
        """The chosen derivative, if there is room for the network with its paths."""
        return self._cell(scene) if len(scene.values) <= MOST_WIRES else None

    def _paths(self, scene: JacobianScene) -> NetworkScene | None:
        """The network with the paths of the chosen derivative, if there is one and it has room."""
        cell = self._paths_of(scene)
        if cell is None:
            return None
        run = self.state.run()
        return network_scene(run, self.state.strength, path_flow(run, *cell), below="nothing")

    def _hovered(self, trace: Any, points: Any, selector: Any) -> None:
        with self._answering(), self.state.hold_trait_notifications():
            self.state.out, self.state.into = int(points.ys[0]), int(points.xs[0])

    def _pointed_out(self, change: Any) -> None:
        with self._answering():
            self.state.out = change["new"]["output"]

    def _dragged(self, change: Any) -> None:
        with self._answering():
            self.state.values = change["new"]

    def _put_back(self) -> None:
        super()._put_back()
        self.network.put_back(self.state.values)

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"
