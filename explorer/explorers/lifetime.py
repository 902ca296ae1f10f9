"""An orderly end: every widget of an explorer goes with it, and running a cell again closes what
the cell made before."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import Protocol

import ipywidgets
from IPython import get_ipython


class Closable(Protocol):
    """What a cell makes and a later run of it closes."""

    def close(self) -> None:
        """Leave no widget behind."""


def family(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """A widget and all that it holds: children, layouts, styles."""
    for child in getattr(widget, "children", ()):
        yield from family(child)
    for name in ("layout", "style"):
        if isinstance(held := getattr(widget, name, None), ipywidgets.Widget):
            yield held
    yield widget


_made_in: dict[str, tuple[int, list[weakref.ref[Closable]]]] = {}


def close_earlier_runs_of_this_cell(made: Closable) -> None:
    """Close what earlier runs of the notebook cell made. Where the front end does not say which
    cell it runs (nbclient, Voila: they run each once) and outside a notebook, do nothing."""
    shell = get_ipython()
    parent = shell.get_parent() if shell is not None and hasattr(shell, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId")
    if cell is None:
        return
    run, known = _made_in.get(cell, (shell.execution_count, []))
    if run != shell.execution_count:
        for earlier in filter(None, (reference() for reference in known)):
            earlier.close()
        known = []
    _made_in[cell] = (shell.execution_count, [*known, weakref.ref(made)])
