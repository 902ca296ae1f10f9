"""How things are laid out, and how far the axes about them go, in print and, in
explorer/web/explorers/anything_plan.js, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..scenes.anything import AnythingScene
from ..style import bound, number

MIX = "what each place is made of"
KEYS = "key: soft dots, hard rings"
PLANES = ("before", "after: soft dots, hard rings")
STRIPS = ("before", "soft", "hard")
TILE, LINE = 9, 12
"""Pixels of a picture and its gap, across, and down to the next one, where a caption has room."""
_STRIP = 2
"""Such pixels between strips of more than one line."""


def table_titles(scene: AnythingScene) -> tuple[str, str, str]:
    return "before", f"softly sorted by column {scene.column}", "sorted"


def digits_title(scene: AnythingScene) -> str:
    return f"digits and their {scene.key_name}"


class Strips:
    """Where the strips of n pictures stand, ``across`` in a line, in pixels of these: how far they
    go ``wide`` and ``down``.

    >>> strips = Strips(16, 8)
    >>> strips.at(1, 9), strips.wide, strips.down
    ((9, 38), 71, 77)
    """

    def __init__(self, n: int, across: int) -> None:
        self._across, self._lines = across, -(-n // across)
        self._high = self._lines * LINE + (_STRIP if self._lines > 1 else 0)
        self.wide, self.down = TILE * across - 1, len(STRIPS) * self._high - 1

    def at(self, strip: int, k: int) -> tuple[int, int]:
        """The left and the top of a picture."""
        line, place = divmod(k, self._across)
        return TILE * place, strip * self._high + LINE * line

    def middle(self, strip: int) -> float:
        return strip * self._high + (self._lines * LINE - 4) / 2 - 0.5


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


def groups_of(points: Sequence[complex], pixel: float) -> list[tuple[float, float, str]]:
    """Points by their numbers: those whose words would meet, at so many units a ``pixel``, are one
    group, with the place above all of them; explorer/web/scenes/groups.js has the same.

    >>> groups_of([0, 5, 0.1 + 0.2j], 0.02)
    [(0.05, 0.2, '0, 2'), (5.0, 0.0, '1')]
    """
    groups: list[list[int]] = []
    for k, point in enumerate(points):
        near = (
            group
            for group in groups
            if abs((apart := point - points[group[0]]).imag) < 14 * pixel
            and abs(apart.real) < (12 + 12 * len(group)) * pixel
        )
        group = next(near, None)
        if group is None:
            groups.append([k])
        else:
            group.append(k)
    return [
        (
            float(sum(points[k].real for k in group) / len(group)),
            float(max(points[k].imag for k in group)),
            ", ".join(map(str, group)),
        )
        for group in groups
    ]
