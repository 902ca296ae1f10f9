"""The link between the tiles of a gallery: what the pointer is on in one is framed in all, without
a message to Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets

from .program import Part


class Tiles(Part):
    """Lies over the one plotly figure of its explorer. ``chosen(output)`` is called with the output
    that was clicked on.

    ``plan``: the names of the methods, the corners of their tiles, the size of a tile and its n,
    the methods per line, and the sorted values of each, or None.
    """

    plan = traitlets.Dict().tag(sync=True)
    picked = traitlets.Dict().tag(sync=True)

    def __init__(self, chosen: Callable[[int], None]) -> None:
        super().__init__(part="tiles")
        self._chosen = chosen
        self.observe(self._pick, "picked")

    def _pick(self, change: Any) -> None:
        if change["new"]:
            self._chosen(change["new"]["output"])
