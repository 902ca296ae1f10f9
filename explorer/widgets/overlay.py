"""Handles over a plotly figure: points that can be dragged, or moved with the keyboard, and the
figure's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import traitlets

from .program import Part


class Handle(NamedTuple):
    """A point that a person can move: where it is, in the units of the axes, and what it is called.

    ``along``: "x", "y" or "xy"; ``low`` and ``high``: how far it goes along each axis; ``step``:
    what an arrow key does (PageUp ten of them); ``axes``: the plotly axes, such as ("x2", "y2");
    ``words``: its value, as it is spoken.
    """

    name: str
    x: float
    y: float
    label: str
    words: str
    along: str = "x"
    low: tuple[float, float] = (0.0, 0.0)
    high: tuple[float, float] = (1.0, 1.0)
    step: float = 0.1
    axes: tuple[str, str] = ("x", "y")


class Overlay(Part):
    """Lies over the one plotly figure of its explorer. ``moved(name, x, y)`` is called with what a
    person did to a handle.

    ``description``: what the figure shows; it becomes the figure's spoken name.
    """

    handles = traitlets.List().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    edited = traitlets.Dict().tag(sync=True)

    def __init__(self, moved: Callable[[str, float, float], None] | None = None) -> None:
        super().__init__(part="overlay")
        self._moved = moved
        self.observe(self._edited, "edited")

    def show(self, description: str, handles: Sequence[Handle] = ()) -> None:
        """Where the handles are now: one message."""
        with self.hold_sync():
            self.description = description
            self.handles = [handle._asdict() for handle in handles]

    def put_back(self) -> None:
        """Bring the handles back to where they are, after a move that was refused."""
        self.edited = {}

    def _edited(self, change: Any) -> None:
        edit = change["new"]
        if self._moved and edit:
            self._moved(edit["name"], edit["x"], edit["y"])
