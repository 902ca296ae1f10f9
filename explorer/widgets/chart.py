"""A figure that plotly draws in the browser, sent as data; plotly's script travels once a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from gzip import compress
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import traitlets

from .program import Part


class Handle(NamedTuple):
    """A point of the first panel that a person can move: where it is, in the units of the axes, and
    what it is called.

    ``along``: "x", "y" or "xy"; ``low`` and ``high``: how far it goes along each axis; ``step``:
    what an arrow key does; ``words``: its value, as it is spoken.
    """

    name: str
    x: float
    y: float
    label: str
    words: str
    along: str = "xy"
    low: tuple[float, float] = (0.0, 0.0)
    high: tuple[float, float] = (1.0, 1.0)
    step: float = 0.1


class Chart(Part):
    """``frame``: the layout, and how each trace looks, in order; ``values``: what each trace holds,
    by its ``uid``: while work goes on only these travel. Colours are named by what they stand for
    (:mod:`explorer.figures.inks`), and the page's theme has a colour for each. ``tables``: the
    same numbers in words; ``description``: the figure's spoken name.

    ``picture``: a PNG and its size, shown until plotly's script is there, and where it never comes,
    as in an exported page. The script is sent as an answer, which no notebook saves: as a trait its
    1.5 MB would be in every one that is executed with the state of its widgets. Nor is anything
    sent as a buffer, for which exporters have no place once the next update has come.
    """

    version = traitlets.Unicode().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    handles = traitlets.List().tag(sync=True)
    tables = traitlets.List().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    picture = traitlets.Dict().tag(sync=True)
    edited = traitlets.Dict().tag(sync=True)

    def __init__(self, moved: Callable[[str, float, float], None]) -> None:
        super().__init__(part="chart", version=version("plotly"))
        self._moved = moved
        self.observe(self._edited, "edited")
        self.on_msg(self._asked)

    def show(self, handles: Sequence[Handle] = (), **traits: Any) -> None:
        """Draw what is given: one message."""
        with self.hold_sync():
            self.handles = [handle._asdict() for handle in handles]
            for name, value in traits.items():
                setattr(self, name, value)

    def put_back(self) -> None:
        """Bring the handles back to where they are, after a move that was refused."""
        self.edited = {}

    def _edited(self, change: Any) -> None:
        edit = change["new"]
        if edit:
            self._moved(edit["name"], edit["x"], edit["y"])

    def _asked(self, widget: Any, request: dict[str, Any], buffers: list[bytes]) -> None:
        """Answer whether anything hears, or with plotly's script: that it comes is said first,
        since on a slow line it takes a while."""
        if request["do"] == "script":
            script = packed_script()
            self.send({"coming": len(script)})
            self.send({"script": self.version}, [script])
        else:
            self.send({"heard": True})


@cache
def packed_script() -> bytes:
    """The script that the installed plotly brings, compressed. plotly itself is not imported."""
    spec = find_spec("plotly")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("plotly")
    path = Path(spec.origin).parent / "package_data" / "plotly.min.js"
    return compress(path.read_bytes(), mtime=0)
