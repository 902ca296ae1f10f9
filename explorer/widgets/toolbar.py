"""Reset, share and save: what every explorer offers below its picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import traitlets

from .assets import script, sheet

Answer = tuple[dict[str, Any], list[bytes]]
"""What goes back to the browser: ``text`` (a state to share), ``message`` (to be read), or ``name`` and ``type`` of a file,
whose bytes are the one buffer."""


class Toolbar(anywidget.AnyWidget):
    """Buttons whose work is done in Python: ``ask(request)`` answers what the browser asks, a dictionary with ``do``.

    Nothing travels until a button is pressed. ``formats``: the kinds of picture that can be saved.
    """

    _esm = script("toolbar")
    _css = sheet("toolbar")

    label = traitlets.Unicode().tag(sync=True)
    formats = traitlets.List().tag(sync=True)

    def __init__(self, label: str, formats: Sequence[str], ask: Callable[[dict[str, Any]], Answer], **traits: Any) -> None:
        super().__init__(label=label, formats=list(formats), **traits)
        self._ask = ask
        self.on_msg(self._asked)

    def _asked(self, widget: Any, request: dict[str, Any], buffers: list[bytes]) -> None:
        answer, files = self._ask(request)
        self.send(answer, files)
