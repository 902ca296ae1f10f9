"""The Jacobians of the soft sort and of the soft ranks, live."""

from __future__ import annotations

from typing import Any, ClassVar

import ipywidgets
import plotly.graph_objects as go

from ..figures.jacobian import jacobian_figure, jacobian_layout, refresh_jacobian
from ..figures.jacobian_svg import jacobian_svg
from ..scenes.jacobian import JacobianScene, jacobian_scene
from ..widgets.controls import ALPHA, NUMBERS, RELAXATION, SIGMA, Controls
from .base import Explorer


class JacobianExplorer(Explorer):
    """Soft ranks, and how every output answers to every input: d sort / d x and d rank / d x as heat maps.

    ``values``, ``alpha``, ``relaxation``, ``state``: as for :class:`NetworkExplorer`; ``sigma``: width of the ranking kernel,
    in units of the values. ``JacobianExplorer(state=network.state)`` follows another explorer.

    >>> JacobianExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    JacobianExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value.
    """

    drawn_from: ClassVar[list[str]] = [*Explorer.drawn_from, "sigma"]

    def _build(self) -> list[ipywidgets.Widget]:
        self.controls = Controls(self.state, [ALPHA, SIGMA, RELAXATION, NUMBERS], "Jacobian")
        self.figure = go.FigureWidget(jacobian_figure(self.scene()))
        self.figure._config = {"displayModeBar": False}
        self.figure.add_class("diffsort-figure")
        self.controls.observe(self._reflow, "width")
        return [self.controls, self.figure]

    def scene(self) -> JacobianScene:
        """What is shown, as data."""
        return jacobian_scene(self.state.run(), self.state.sigma, self.strength)

    def svg(self) -> str:
        return jacobian_svg(self.scene())

    def _render(self, change: Any = None) -> None:
        scene = self.scene()
        refresh_jacobian(self.figure, scene)
        self.controls.sentence = scene.description

    def _reflow(self, change: Any) -> None:
        self.figure.update_layout(jacobian_layout(change["new"]))

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"
