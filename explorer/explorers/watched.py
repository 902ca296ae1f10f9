"""What the explorers share that watch work in Python: a figure of plotly's, and its saved
picture."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import ipywidgets

from ..figures.charted import Charted
from ..figures.panels import LEAST, WIDTH
from ..turns import in_turn, running_loop
from ..widgets.chart import Chart, Handle
from ..widgets.runner import Runner
from .panel import PanelExplorer

if TYPE_CHECKING:
    import plotly.graph_objects as go

REST = 1.0
"""Seconds without a change, after which the saved picture is drawn anew."""


class WatchedExplorer(PanelExplorer):
    """A subclass makes its runner (``_run_by``) and the figure of a scene (``_charted``) and, if
    points of it can be moved, says where they are (``_handles``) and what that means (``_moved``).

    The figure's data go to the browser. Its picture is drawn with it where a cell shows it, and
    again where a cell or a run has ended that changed it: so what is exported shows the end.
    """

    runner: Runner

    def _build(self) -> list[ipywidgets.Widget]:
        self._width, self._old = WIDTH, False
        self._rest: asyncio.TimerHandle | None = None
        self.chart = Chart(self._handled)
        self.controls.observe(self._reflow, "width")
        self.runner = self._run_by()
        self.runner.observe(self._ended, "running")
        return [self.runner, self.controls, self.chart]

    def _run_by(self) -> Runner:
        raise NotImplementedError

    def _charted(self, scene: Any, width: int) -> Charted:
        raise NotImplementedError

    def _handles(self, scene: Any) -> list[Handle]:
        return []

    def _moved(self, name: str, x: float, y: float) -> None:
        """A person moved a handle."""

    @property
    def figure(self) -> go.Figure:
        """The present picture as a figure of plotly's, for a page or a paper of one's own."""
        import plotly.graph_objects as go

        from ..figures.inks import on_paper

        return go.Figure(on_paper(self._charted(self.scene(), self._width).whole()))

    def close(self) -> None:
        _shown.discard(self)
        super().close()

    def _handled(self, name: str, x: float, y: float) -> None:
        with self._answering():
            self._moved(name, x, y)

    def _put_back(self) -> None:
        self.chart.put_back()

    def _show(self, scene: Any) -> None:
        self._put(scene, scene.description)
        self._old = True
        if self in _shown:
            self._rest_soon()

    def _put(self, scene: Any, description: str) -> None:
        charted = self._charted(scene, self._width)
        self.chart.show(self._handles(scene), description=description, **charted._asdict())
        self._put_last = scene

    def _reflow(self, change: Any) -> None:
        self._width = max(change["new"], LEAST)
        self.chart.frame = self._charted(self._put_last, self._width).frame

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle, about = super()._repr_mimebundle_(include, exclude)
        self._keep(bundle["image/png"], about["image/png"])
        if self.comm is not None:
            _follow_cells()
            _shown.add(self)
            self._at_rest()
        return bundle, about

    def _keep(self, picture: str, about: dict[str, Any]) -> None:
        """Have the browser keep a picture of what is drawn."""
        if self.comm is not None:
            size = {name: about[name] for name in ("width", "height")}
            self.chart.picture = {"png": picture, **size}
            self._old = False

    def _ended(self, change: Any) -> None:
        if not change["new"] and self in _shown:
            self.keep_up()

    def keep_up(self) -> None:
        """Draw the saved picture anew, where it is not of what is drawn any more and nothing is
        about to change it."""
        from ..figures.printed import as_page_png

        if self._old and not self.runner.running and self.comm is not None:
            picture, size = as_page_png(self.printed())
            self._keep(b64encode(picture).decode(), size)
            self._at_rest()

    def _rest_soon(self) -> None:
        """Keep up once a person has let go."""
        if loop := running_loop():  # outside Jupyter there is none, and nobody to wait for
            if self._rest is not None:
                self._rest.cancel()
            self._rest = loop.call_later(REST, in_turn(self.keep_up))

    def _at_rest(self) -> None:
        """The saved picture is of what is drawn, or would be if it were computed."""


_shown: WeakSet[WatchedExplorer] = WeakSet()
"""Those that a cell has shown: nobody sees the picture of another."""
_following: list[Any] = []


def _follow_cells() -> None:
    """After every cell, bring the saved pictures up to date."""
    with suppress(ImportError):
        from IPython import get_ipython

        shell = get_ipython()
        if shell is not None and shell not in _following:
            _following.append(shell)
            shell.events.register("post_run_cell", _cell_ended)


def _cell_ended(result: Any) -> None:
    for shown in list(_shown):
        shown.keep_up()
