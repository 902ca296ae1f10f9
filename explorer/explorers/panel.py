"""An explorer whose picture the kernel makes: a box with the hero control, a picture, the folded
controls and a toolbar."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ipywidgets

from diffsort_core import DiffsortError

from ..turns import in_turn, running_loop
from ..widgets.controls import Controls
from ..widgets.toolbar import Answer, Toolbar
from .base import LAYOUT, Explorer

JUDGED = 0.3
"""Seconds after the last change: a judge that learns anew, say, would hold up a drag."""


class PanelExplorer(Explorer, ipywidgets.VBox):
    """A subclass builds the widgets of its picture (``_build``) and puts a scene into them
    (``_show``)."""

    def _open(self) -> None:
        heroes = [field for field in self.fields if field["group"] == "hero"]
        folded = [field for field in self.fields if field["group"] != "hero"]
        self.controls = Controls(self.state, heroes, self.name)
        self.controls.goal = "" if self.goal is None else self.goal.asked
        self._judging: asyncio.TimerHandle | None = None
        self.folds = Controls(self.state, folded, self.name, part="folds")
        self.controls.beside, self.folds.beside = self.folds, self.controls
        self.toolbar = Toolbar(
            self.name, self.stem, self.formats, self._answer, layout=self.controls.layout
        )
        ipywidgets.VBox.__init__(
            self,
            [*self._build(), self.folds, self.toolbar],
            layout=ipywidgets.Layout(**LAYOUT),
            _dom_classes=["diffsort-explorer"],
        )

    def _build(self) -> list[ipywidgets.Widget]:
        """Widgets in order, ``controls`` among them: the hero control stands above the picture."""
        raise NotImplementedError

    def _draw(self) -> None:
        super()._draw()
        self.controls.sentence = self._sentence(self._shown)
        if self.goal is not None:
            self._judge_soon()

    def _judge_soon(self) -> None:
        """Judge the choices once a person has let go; at once where nobody can, and the first."""
        if self._judging is not None:
            self._judging.cancel()
        loop = running_loop() if self.controls.badge else None
        if loop is None:
            self._see_goal()
        else:
            self._judging = loop.call_later(JUDGED, in_turn(self._see_goal))

    def _see_goal(self) -> None:
        if self.goal is not None and self.comm is not None:
            self.controls.badge = self.goal.badge(self.state)

    def _sentence(self, scene: Any) -> str:
        """What stands above the picture: all of its description, but for what the picture says
        itself."""
        return scene.description

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Around what a person does in the picture: where the state refuses it, the picture is put
        back, and the controls say why."""
        try:
            yield
        except DiffsortError as error:
            self._put_back()
            self.controls.refuse(error)

    def _put_back(self) -> None:
        """Show again what is drawn, where the browser is ahead of it."""

    def _answer(self, request: dict[str, Any]) -> Answer:
        """What the toolbar's buttons ask for."""
        match request["do"]:
            case "reset":
                self.reset()
                return {"message": "Reset to the first choices"}, []
            case "share":
                return {"text": self.state.to_json()}, []
            case "load":
                self._take(request["text"])
                return {"message": "Choices loaded"}, []
            case _:
                return self._file(request["format"])
