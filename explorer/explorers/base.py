"""What every explorer is: a state, a view, a picture for where there is no kernel, and an orderly end."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, ClassVar

import ipywidgets
from IPython import get_ipython

from ..state import ExplorerState
from ..style import number


class Explorer:
    """Base of the explorers. A subclass builds ``view`` from ``state`` in ``_build`` and draws in ``_render``.

    ``state``: the choices, shared with other explorers if it was given. Displaying an explorer shows its view; where there is
    no kernel, a picture of the same scene. Running a cell again closes the explorers that the cell made before.
    """

    drawn_from: ClassVar[list[str]] = ["values", "alpha", "relaxation"]
    """The choices that the view depends on."""

    def __init__(self, values: Any = None, *, state: ExplorerState | None = None, **choices: Any) -> None:
        if values is not None:
            choices["values"] = values
        if state is None:
            state = ExplorerState(**choices)
        else:
            state.update(**choices)
        self.state = state
        self.view = ipywidgets.VBox(self._build(), layout=ipywidgets.Layout(width="100%", overflow="hidden"))
        try:
            self._render()
        except Exception:
            self.close()
            raise
        self.state.observe(self._render, self.drawn_from)
        _close_earlier_runs_of_this_cell(self)

    def close(self) -> None:
        """Stop following the state and close every widget of this explorer; the state stays as it is."""
        with suppress(ValueError):  # it follows no longer, or not yet
            self.state.unobserve(self._render, self.drawn_from)
        for widget in list(_family(self.view)):
            widget.close()

    def svg(self) -> str:
        """The present picture as SVG text."""
        raise NotImplementedError

    @property
    def strength(self) -> str:
        """The relaxation and its alpha, in words."""
        return f"{self.state.relaxation}, alpha = {number(self.state.alpha)} per unit"

    def _build(self) -> list[ipywidgets.Widget]:
        raise NotImplementedError

    def _render(self, change: Any = None) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        state = self.state
        return f"{type(self).__name__}(n={len(state.values)}, alpha={state.alpha}, relaxation={state.relaxation!r})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": repr(self), "image/svg+xml": self.svg()}
        if self.view.model_id is not None:
            view = {"version_major": 2, "version_minor": 0, "model_id": self.view.model_id}
            bundle["application/vnd.jupyter.widget-view+json"] = view
        return bundle


def _family(widget: ipywidgets.Widget) -> Iterable[ipywidgets.Widget]:
    """A widget and all that it holds: children, layouts, styles."""
    for child in getattr(widget, "children", ()):
        yield from _family(child)
    for name in ("layout", "style"):
        if isinstance(held := getattr(widget, name, None), ipywidgets.Widget):
            yield held
    yield widget


_made_in: dict[str, tuple[int, list[weakref.ref[Explorer]]]] = {}


def _close_earlier_runs_of_this_cell(explorer: Explorer) -> None:
    """Close what an earlier run of the notebook cell made; outside a notebook do nothing."""
    shell = get_ipython()
    parent = shell.get_parent() if shell is not None and hasattr(shell, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId") or parent.get("content", {}).get("code")
    if cell is None:
        return
    run, made = _made_in.get(cell, (shell.execution_count, []))
    if run != shell.execution_count:
        for earlier in filter(None, (reference() for reference in made)):
            earlier.close()
        made = []
    _made_in[cell] = (shell.execution_count, [*made, weakref.ref(explorer)])
