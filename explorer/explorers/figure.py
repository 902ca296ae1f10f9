"""What the explorers of one plotly figure share."""

from __future__ import annotations

from typing import Any

import ipywidgets
import plotly.graph_objects as go

from ..figures.panels import LEAST, WIDTH
from ..widgets.overlay import Handle, Overlay
from ..widgets.plot import Plot
from .panel import PanelExplorer


class FigureExplorer(PanelExplorer):
    """An explorer of one plotly figure: a subclass makes it (``_figure``), puts a scene into it
    (``_refresh``), says where its panels stand (``_layout``) and, if points of it can be moved,
    where they are (``_handles``) and what that means (``_moved``)."""

    def _build(self) -> list[ipywidgets.Widget]:
        self._width = WIDTH
        self.figure = Plot(self._figure())
        self.overlay = Overlay(self._handled)
        self.controls.observe(self._reflow, "width")
        return [self.figure, self.overlay]

    def _figure(self) -> go.Figure:
        raise NotImplementedError

    def _refresh(self, scene: Any) -> None:
        raise NotImplementedError

    def _layout(self, width: int) -> dict[str, Any]:
        raise NotImplementedError

    def _handles(self, scene: Any) -> list[Handle]:
        return []

    def _moved(self, name: str, x: float, y: float) -> None:
        """A person moved a handle."""

    def _handled(self, name: str, x: float, y: float) -> None:
        with self._answering():
            self._moved(name, x, y)

    def _put_back(self) -> None:
        self.overlay.put_back()

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        self.figure.show_whole()
        return super()._repr_mimebundle_(include, exclude)

    def _show(self, scene: Any) -> None:
        self._refresh(scene)
        self.overlay.show(scene.description, self._handles(scene))

    def _reflow(self, change: Any) -> None:
        self._width = max(change["new"], LEAST)
        self._lay_out()

    def _lay_out(self) -> None:
        """The panels where they belong in a cell of the present width."""
        self.figure.update_layout(self._layout(self._width))
