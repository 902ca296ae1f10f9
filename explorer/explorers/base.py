"""What every explorer is: a state, a view, a picture for where there is no kernel, and an orderly end."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Protocol

import ipywidgets
import plotly.graph_objects as go
from IPython import get_ipython
from matplotlib.figure import Figure

from diffsort_core import DiffsortError

from ..figures.panels import LEAST, WIDTH
from ..figures.printed import as_png, as_svg
from ..state import ExplorerState
from ..style import number
from ..widgets.controls import Controls
from ..widgets.overlay import Handle, Overlay
from ..widgets.plot import Plot
from ..widgets.toolbar import Answer, Toolbar

TYPES = {"svg": "image/svg+xml", "png": "image/png", "gif": "image/gif"}


class Scene(Protocol):
    """What an explorer shows, as data."""

    @property
    def description(self) -> str:
        """The picture in a sentence or two."""


class Explorer:
    """Base of the explorers: a subclass says what it shows (``scene``), builds the widgets for it (``_build``), puts a scene
    into them (``_show``) and prints it (``printed``).

    ``state``: the choices, shared with other explorers if it was given. Displaying an explorer shows its view; where there is
    no kernel, a picture of the same scene. Running a cell again closes the explorers that the cell made before.
    """

    name: ClassVar[str] = "explorer"
    """What it is called in a person's ear and in the names of files."""
    fields: ClassVar[list[dict[str, Any]]] = []
    """The controls, in order."""
    drawn_from: ClassVar[list[str]] = ["values", "alpha", "relaxation", "network"]
    """The choices that the picture depends on."""
    most_values: ClassVar[int] = 64
    formats: ClassVar[list[str]] = ["svg", "png"]

    def __init__(self, values: Any = None, *, state: ExplorerState | None = None, **choices: Any) -> None:
        if values is not None:
            choices["values"] = values
        if state is None:
            state = ExplorerState(**choices)
        else:
            state.update(**choices)
        self.state = state
        self._first = state.choices()
        self._drawn: list[Any] = []
        self.controls = Controls(state, self.fields, self.name)
        self.toolbar = Toolbar(self.name, self.formats, self._answer, layout=self.controls.layout)
        self.view = ipywidgets.VBox(
            [self.controls, *self._build(), self.toolbar], layout=ipywidgets.Layout(width="100%", overflow="hidden")
        )
        self.view.add_class("diffsort-explorer")
        try:
            self._draw()
        except Exception:
            self.close()
            raise
        state.observe(self._render, self.drawn_from)
        _close_earlier_runs_of_this_cell(self)

    def close(self) -> None:
        """Stop following the state and close every widget of this explorer; the state stays as it is."""
        with suppress(ValueError):  # it follows no longer, or not yet
            self.state.unobserve(self._render, self.drawn_from)
        for widget in list(_family(self.view)):
            widget.close()

    def scene(self) -> Scene:
        """What is shown, as data."""
        raise NotImplementedError

    def printed(self) -> Figure:
        """The present picture as a matplotlib figure, for print."""
        raise NotImplementedError

    def svg(self) -> str:
        """The present picture as SVG text."""
        return as_svg(self.printed(), self.scene().description)

    def png(self) -> bytes:
        """The present picture as the bytes of a PNG file, 200 dots an inch."""
        return as_png(self.printed(), self.scene().description)

    def reset(self) -> None:
        """Back to the choices that the explorer began with."""
        self.state.update(**self._first)

    def save(self, path: str | Path) -> None:
        """Write the picture (.svg, .png, and .gif where there is one) or the choices (.json) to a file, by the path's ending.

        Raises DiffsortError when the ending is another one.
        """
        ending = Path(path).suffix.removeprefix(".").lower()
        if ending not in ("json", *self.formats):
            endings = ", ".join(f".{kind}" for kind in ("json", *self.formats))
            raise DiffsortError(f"path must end with one of {endings}, got {str(path)!r}")
        Path(path).write_bytes(self.state.to_json().encode() if ending == "json" else self._picture(ending))

    def load(self, path: str | Path) -> None:
        """Take the choices of a .json file. Raises DiffsortError, and changes nothing, when it holds something else."""
        self._take(Path(path).read_text("utf-8", errors="replace"))

    @property
    def strength(self) -> str:
        """The relaxation and its alpha, in words."""
        return f"{self.state.relaxation}, alpha = {number(self.state.alpha)} per unit"

    def _build(self) -> list[ipywidgets.Widget]:
        raise NotImplementedError

    def _show(self, scene: Any) -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        self._fit(self.state.values)
        self._drawn = self._choices()
        scene = self.scene()
        self._show(scene)
        self.controls.sentence = self._sentence(scene)

    def _sentence(self, scene: Any) -> str:
        """What stands above the picture: all of its description, but for what the picture says itself."""
        return scene.description

    def _choices(self) -> list[Any]:
        return [getattr(self.state, name) for name in self.drawn_from]

    def _render(self, change: Any = None) -> None:
        if change is not None and self._drawn == self._choices():
            return  # several choices changed at once, and the first to be told drew them all
        try:
            self._draw()
        except DiffsortError as error:
            self.controls.sentence = f"Not drawn: {error}. The picture is that of the choices before."

    def _picture(self, kind: str) -> bytes:
        made = getattr(self, kind)()
        return made.encode() if isinstance(made, str) else made

    def _take(self, text: str) -> None:
        choices = ExplorerState.from_json(text).choices()
        self._fit(choices["values"])
        self.state.update(**choices)

    def _fit(self, values: tuple[float, ...]) -> None:
        if len(values) > self.most_values:
            raise DiffsortError(f"values must hold at most {self.most_values} numbers here, got {len(values)}")

    def _answer(self, request: dict[str, Any]) -> Answer:
        """What the toolbar's buttons ask for."""
        try:
            match request["do"]:
                case "reset":
                    self.reset()
                    return {"message": "as it began"}, []
                case "share":
                    return {"text": self.state.to_json()}, []
                case "load":
                    self._take(request["text"])
                    return {"message": "taken"}, []
                case _:
                    kind = request["format"]
                    file = {"name": f"{self.name}.{kind}", "type": TYPES[kind], "message": f"saved as {self.name}.{kind}"}
                    return file, [self._picture(kind)]
        except DiffsortError as error:
            return {"message": f"{error}. Nothing was changed.", "refused": True}, []

    def __repr__(self) -> str:
        state = self.state
        return f"{type(self).__name__}(n={len(state.values)}, alpha={state.alpha}, relaxation={state.relaxation!r})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": repr(self), "image/svg+xml": self.svg()}
        if self.view.model_id is not None:
            view = {"version_major": 2, "version_minor": 0, "model_id": self.view.model_id}
            bundle["application/vnd.jupyter.widget-view+json"] = view
        return bundle


class FigureExplorer(Explorer):
    """An explorer of one plotly figure: a subclass makes it (``_figure``), puts a scene into it (``_refresh``), says where its
    panels stand (``_layout``) and, if points of it can be moved, where they are (``_handles``) and what that means
    (``_moved``)."""

    def _build(self) -> list[ipywidgets.Widget]:
        self._width = WIDTH
        self.figure = Plot(self._figure())
        self.overlay = Overlay(self._moved)
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

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
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
