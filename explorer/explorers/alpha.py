"""What alpha does: to the soft maximum of two numbers, and to a whole soft sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import plotly.graph_objects as go

from ..choices import Chosen, between
from ..fields import ALPHA, NETWORK, PRESET, RELAXATION, SEED, numbers, wires
from ..figures.alpha import alpha_figure, alpha_layout, refresh_alpha
from ..figures.alpha_plan import curves_range, path_range
from ..scenes.alpha import LINE, SPAN, AlphaScene, alpha_scene
from ..scenes.sort_path import STEP
from ..state import ExplorerState
from ..style import number
from ..widgets.overlay import Handle
from .base import Explorer
from .figure import FigureExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class AlphaExplorer(FigureExplorer):
    """From the mean (alpha = 0) to the hard maximum (alpha = infinity): the soft maximum of (a, b),
    where both can be dragged, and every output of the soft sort with its error, the pairs out of
    order, and its largest and smallest derivative.

    ``values``, ``alpha``, ``relaxation``, ``network``, ``state``: as for :class:`NetworkExplorer`;
    ``a``, ``b``: two numbers from -5 to 5. The line at the present alpha can be dragged, too; alpha
    goes from 0.1 to 1e5 per spread of the values, with 0 and infinity as stops beyond.

    >>> AlphaExplorer([3, 1, 2], alpha=2.0, a=0.5)
    AlphaExplorer(n=3, alpha=2.0, relaxation='smoothmax', a=0.5, b=0.0)

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's pictures of its soft maxima.
    """

    name = "alpha"
    fields: ClassVar = [ALPHA, RELAXATION, NETWORK, PRESET, wires(64), SEED, numbers(64)]
    own: ClassVar = {"a": Chosen(1.0, between(-5, 5)), "b": Chosen(0.0, between(-5, 5))}
    drawn_from: ClassVar = [*Explorer.drawn_from, "a", "b"]

    def _scene(self, state: ExplorerState) -> AlphaScene:
        return alpha_scene(state.wires, state.values, state.rule, state.a, state.b, state.strength)

    def printed(self) -> Figure:
        from ..figures.alpha_print import alpha_print

        return alpha_print(self.scene())

    def _figure(self) -> go.Figure:
        return alpha_figure()

    def _refresh(self, scene: AlphaScene) -> None:
        refresh_alpha(self.figure, scene, self._shown)

    def _layout(self, width: int) -> dict[str, Any]:
        return alpha_layout(width)

    def _handles(self, scene: AlphaScene) -> list[Handle]:
        low, high = curves_range(scene)
        bottom = low + LINE * (high - low) / 2
        first, last = (
            scene.path.axis.low if scene.path.axis.diverges else scene.path.axis.ends[0],
            scene.path.axis.ends[1],
        )
        floor, ceiling = path_range(scene)
        top = ceiling - LINE * (ceiling - floor)
        soft = f"a = {number(scene.a)}, soft maximum {number(scene.soft)}"
        ab = {"low": (-SPAN, low), "high": (SPAN, high), "step": 0.1}
        along = {"low": (first, top), "high": (last, top), "step": STEP, "axes": ("x2", "y2")}
        return [
            Handle(
                "a",
                scene.a,
                min(max(scene.soft, low), high),
                "a, of the soft maximum of (a, b)",
                soft,
                **ab,
            ),
            Handle(
                "b",
                scene.maxima.b,
                bottom,
                "b, of the soft maximum of (a, b)",
                f"b = {number(scene.maxima.b)}",
                **ab,
            ),
            Handle(
                "alpha",
                scene.place,
                top,
                "alpha",
                f"alpha = {number(scene.alpha)} per unit",
                **along,
            ),
        ]

    def _moved(self, name: str, x: float, y: float) -> None:
        if name == "alpha":
            self.state.alpha = self.scene().path.axis.alpha_at(x)
        elif name in ("a", "b"):
            self.state.set_trait(name, round(x, 2))

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, a={self.state.a}, b={self.state.b})"
