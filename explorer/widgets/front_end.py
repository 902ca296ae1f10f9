"""Does the page show widgets, and does it hear the kernel?"""

from __future__ import annotations

import anywidget

from ..linker import linked, styles
from ..turns import InTurn

SILENT = (
    "This page does not show widgets, or the cell has not been run here: you see saved pictures"
    " only.\nIn JupyterLab, Notebook 7 or Voila, run the cell. If the line stays, reload the page,"
    " and start JupyterLab\nfrom the environment that this package is installed in."
)


class FrontEnd(InTurn, anywidget.AnyWidget):
    """Says in words whether the page shows widgets and the kernel answers; where neither is so, its
    text says what to do.

    >>> print(repr(FrontEnd()).splitlines()[0])
    This page does not show widgets, or the cell has not been run here: you see saved pictures only.
    """

    _esm = linked("hosts/front_end.js")
    _css = styles("common")

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(lambda widget, request, buffers: self.send({}))

    def __repr__(self) -> str:
        return SILENT
