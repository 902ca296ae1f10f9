"""The Jacobians of the soft sort and of the soft ranks, live."""

from __future__ import annotations

from typing import Any, ClassVar

import plotly.graph_objects as go
from matplotlib.figure import Figure

from ..figures.jacobian import jacobian_figure, jacobian_layout, refresh_jacobian
from ..figures.jacobian_print import jacobian_print
from ..scenes.jacobian import JacobianScene, jacobian_scene
from ..widgets.fields import ALPHA, NETWORK, RELAXATION, SIGMA, numbers
from .base import Explorer, FigureExplorer


class JacobianExplorer(FigureExplorer):
    """Soft ranks, and how every output answers to every input: d sort / d x and d rank / d x as heat maps.

    ``values``, ``alpha``, ``relaxation``, ``state``: as for :class:`NetworkExplorer`; ``sigma``: width of the ranking kernel,
    in units of the values. ``JacobianExplorer(state=network.state)`` follows another explorer.

    >>> JacobianExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    JacobianExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value.
    """

    name = "Jacobian"
    fields: ClassVar = [ALPHA, SIGMA, RELAXATION, NETWORK, numbers(256)]
    drawn_from: ClassVar = [*Explorer.drawn_from, "sigma"]
    most_values = 256

    def scene(self) -> JacobianScene:
        """What is shown, as data."""
        return jacobian_scene(self.state.run(), self.state.sigma, self.strength)

    def printed(self) -> Figure:
        return jacobian_print(self.scene())

    def _figure(self) -> go.Figure:
        return jacobian_figure()

    def _refresh(self, scene: JacobianScene) -> None:
        refresh_jacobian(self.figure, scene)

    def _layout(self, width: int) -> dict[str, Any]:
        return jacobian_layout(width)

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"
