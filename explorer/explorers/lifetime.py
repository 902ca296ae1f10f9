"""An orderly end: every widget of an explorer goes with it; running a cell again closes what the
cell made before; and what a callback made goes when its Output shows something else."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets
from IPython import get_ipython
from ipywidgets.widgets.widget import _instances as alive

VIEW = "application/vnd.jupyter.widget-view+json"


def held_by(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """All that a widget holds: children and what they hold, layouts, styles."""
    for child in getattr(widget, "children", ()):
        yield from held_by(child)
        yield child
    for name in ("layout", "style"):
        if isinstance(held := getattr(widget, name, None), ipywidgets.Widget):
            yield held


def belongs_where_it_was_made(made: ipywidgets.Widget) -> None:
    """Close the widget when its cell is run again, or when the Output that captures it has gone on
    to show something else.

    Where the front end does not say which cell it runs (nbclient, Voila: they run each once), cells
    close nothing; outside a notebook nothing is done.
    """
    shell = get_ipython()
    parent = shell.get_parent() if shell is not None and hasattr(shell, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId")
    siblings = None if cell is None else _made_by_this_run(cell, shell.execution_count)
    output = _capturing(parent.get("header", {}).get("msg_id"))
    if output is not None:
        if output not in _made_within:
            _made_within[output] = _MadeWithin(output)
        siblings = _made_within[output].add(made, siblings)
    if siblings is not None:
        siblings.append(weakref.ref(made))


Siblings = list["weakref.ref[ipywidgets.Widget]"]
_made_in: dict[str, tuple[int, Siblings]] = {}


def _made_by_this_run(cell: str, run: int) -> Siblings:
    """What the present run of a cell has made; what earlier runs made is closed."""
    last, known = _made_in.get(cell, (run, []))
    if last != run:
        for earlier in filter(None, (reference() for reference in known)):
            earlier.close()
        known = []
    _made_in[cell] = (run, known)
    return known


def _capturing(message: str | None) -> ipywidgets.Output | None:
    """The youngest Output that captures what this message causes, if there is one."""
    outputs = [widget for widget in alive.values() if isinstance(widget, ipywidgets.Output)]
    return next((each for each in reversed(outputs) if message and each.msg_id == message), None)


class _MadeWithin:
    """The widgets that were made while an Output captured, in order, each with whether the browser
    said that it is among what the Output shows.

    The browser says it late, and not after every message: a widget that it has not named is judged
    only once it names a younger one.
    """

    def __init__(self, output: ipywidgets.Output) -> None:
        self._made: list[tuple[ipywidgets.Widget, bool]] = []
        self._siblings: Siblings | None = None
        output.observe(self._judge, "outputs")

    def add(self, made: ipywidgets.Widget, siblings: Siblings | None) -> Siblings | None:
        """Note a widget; return those of the cell that used the Output first, which go together."""
        self._made.append((made, False))
        if self._siblings is None:
            self._siblings = siblings
        return self._siblings

    def _judge(self, change: Any) -> None:
        shown = set(_shown(change["new"]))
        self._made = [
            (widget, seen or widget.model_id in shown)
            for widget, seen in self._made
            if widget.comm is not None
        ]
        latest = max((k for k, (_, seen) in enumerate(self._made) if seen), default=-1)
        for widget, seen in self._made[: latest + 1]:
            if widget.model_id not in shown and (seen or not _is_in_a_box(widget)):
                widget.close()


_made_within: WeakKeyDictionary[ipywidgets.Output, _MadeWithin] = WeakKeyDictionary()


def _shown(outputs: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The ids of all widgets that outputs show, and of what these hold."""
    for output in outputs:
        widget = alive.get(output.get("data", {}).get(VIEW, {}).get("model_id"))
        if widget is not None:
            yield widget.model_id
            yield from (held.model_id for held in held_by(widget))


def _is_in_a_box(widget: ipywidgets.Widget) -> bool:
    boxes = list(alive.values())
    return any(child is widget for box in boxes for child in getattr(box, "children", ()))
