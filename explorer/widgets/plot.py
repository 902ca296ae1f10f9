"""plotly's figure widget, whose 5 MB of JavaScript travel once, however many figures a notebook
shows."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, ClassVar
from weakref import WeakValueDictionary

import plotly
import plotly.graph_objects as go
import traitlets
from ipywidgets import Widget, widget_serialization

from ..linker import linked
from ..turns import InTurn
from .deferred import deferred

with deferred("nbformat"):
    from plotly.basewidget import BaseFigureWidget


class _Library(Widget):
    """plotly's own script, for all figures of one kernel; it has no picture."""

    source = traitlets.Unicode().tag(sync=True)
    version = traitlets.Unicode(plotly.__version__).tag(sync=True)


class Plot(InTurn, go.FigureWidget):
    """A FigureWidget that asks a widget which all of them share for plotly's script; the last one
    to close takes it along."""

    _esm = linked("hosts/plot.js")
    _library = traitlets.Any().tag(sync=True, **widget_serialization)
    _open: ClassVar[WeakValueDictionary[int, Plot]] = WeakValueDictionary()

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        self._config = {"displayModeBar": False}
        self.add_class("diffsort-figure")
        Plot._open[id(self)] = self

    @traitlets.default("_library")
    def _shared(self) -> _Library:
        known = next((plot._library for plot in Plot._open.values()), None)
        return known or _Library(source=str(BaseFigureWidget._esm))

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """The state to send, its arrays as lists. As buffers they would outlive their message in a
        notebook that is executed with the state of its widgets, and a page made of that shows no
        widget at all when it finds a buffer without a place."""
        return _in_lists(super().get_state(key, drop_defaults))

    def show_whole(self) -> None:
        """Send all of the figure: the browser's own account of it, without a view, has lost what
        updates left alone."""
        self._widget_data = deepcopy(self._data)
        self._widget_layout = deepcopy(self._layout_obj._props)

    def close(self) -> None:
        if Plot._open.pop(id(self), None) is not None and not Plot._open:
            self._library.close()
        super().close()


def _in_lists(value: Any) -> Any:
    """What plotly sends as a buffer, or holds any, as a list; numbers that are not finite, for
    which JSON has no word, as None."""
    if isinstance(value, list):
        return [_in_lists(part) for part in value]
    if not isinstance(value, dict):
        return value
    if isinstance(buffer := value.get("buffer"), memoryview):
        return [number if abs(number) < float("inf") else None for number in buffer.tolist()]
    return {name: _in_lists(part) for name, part in value.items()}
