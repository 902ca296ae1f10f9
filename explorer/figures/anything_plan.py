"""How things are laid out, and how far the axes about them go, in print and, in
explorer/web/explorers/anything_plan.js, on the screen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..scenes.anything import AnythingScene
from ..style import bound, number

MIX = "what each place is made of"
KEYS = "key: soft dots, hard rings"
ROWS = ("before", "after")
SIDE, PITCH, FLOW, HEAD, THICK = 72, 118, 84, 16, 0.45
"""Pixels: the side of a thing at most, and how far apart two are at most; from the things before to
those after; the words above the first of them; how thick all the ribbons of one thing are, of its
side."""
PHOTO = ("#111111", "#f5f5f5")
"""Black and white on every page: what is brighter looks brighter."""
LINE, LOW_LINE, FEW, CELL, APART = 22, 15, 8, 110, (64, 170)
"""Pixels: of a line of a table of few and of more rows; of a cell at most; between two tables."""
LINE_THICK = 0.6
"""How thick all the ribbons of a table's row are, in rows."""


def things_title(scene: AnythingScene) -> str:
    """What stands above the things."""
    if scene.kind == "table":
        return f"rows, sorted by column {scene.column}"
    return f"{scene.noun}s and their {scene.key_name}"


class Rows:
    """Where n things stand in two rows, in pixels of a panel so far ``across``: the ``side`` of
    each, the ``tops`` of both rows, how ``thick`` all the ribbons of one are, how far all goes
    ``down``.

    >>> rows = Rows(8, 800)
    >>> rows.side, rows.middle(0), rows.tops
    (72, 50.0, (16, 172))
    """

    def __init__(self, n: int, across: float) -> None:
        self.pitch = min(across / n, PITCH)
        self.side = min(8 / 9 * self.pitch, SIDE)
        self.thick = THICK * self.side
        self.tops = (HEAD, HEAD + self.side + FLOW)
        self.down = HEAD + 2 * self.side + FLOW + 1

    def middle(self, k: int) -> float:
        """Of the k-th thing."""
        return (k + 0.5) * self.pitch


class Tables(NamedTuple):
    """Where a table stands before and after a sort, in cells of a panel: where the ``second``
    begins, how far both go, how wide a ``cell`` is in pixels, and how ``tall`` both are."""

    second: float
    ends: float
    cell: float
    tall: int


def tables_of(rows: int, columns: int, across: float) -> Tables:
    """The same table twice, in a panel so many pixels across."""
    least, most = APART
    cell = min((across - least) / (2 * columns), CELL)
    apart = min(across - 2 * columns * cell, most) / cell
    tall = max(rows, 4) * (LOW_LINE if rows > FEW else LINE)
    return Tables(columns + apart, across / cell, cell, tall)


def plane_end(scene: AnythingScene) -> float:
    """Both sides of a plane: from minus to plus so much."""
    return bound(1.1 * float(np.abs(scene.before.view(float)).max()))


def keys_range(scene: AnythingScene) -> tuple[float, float]:
    """The heights of the keys, soft and hard."""
    keys = np.concatenate([scene.keys_after, scene.keys_hard])
    low, high = float(keys.min()), float(keys.max())
    room = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    return low - room, high + room


def shades(scene: AnythingScene, keys: np.ndarray) -> np.ndarray:
    """How keys are shaded: 0 at the lowest before the sort, 1 at the highest."""
    low, span = scene.keys_before.min(), np.ptp(scene.keys_before / 2) or 1.0
    return np.asarray((keys / 2 - low / 2) / span)


def caption(key: float) -> str:
    """A key below its picture: three digits, no more than three of them behind the point."""
    return number(float(f"{round(key, 3):.3g}"))


def counted(n: int, most: int = 8, first: int = 0) -> list[int]:
    """Marks at places or things: all, or some of many."""
    return [first + k for k in range(0, n, max(1, -(-n // most)))]
