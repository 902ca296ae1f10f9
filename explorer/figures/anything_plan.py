"""How things are laid out, and how far the axes about them go, in print and, in
explorer/web/explorers/anything_plan.js, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from ..scenes.anything import AnythingScene
from ..style import bound, number

MIX = "what each place is made of"
KEYS = "key: soft dots, hard rings"
PLANES = ("before", "after: soft dots, hard rings")
STRIPS = ("before", "soft", "hard")
TILE, LINE = 9, 12
"""Pixels of a picture and its gap, across, and down to the next one, where a caption has room."""
PHOTO = ("#111111", "#f5f5f5")
"""Black and white on every page: what is brighter looks brighter."""
_STRIP = 2
"""Such pixels between strips of more than one line."""
_LETTER, _ABOVE = 7, 14
"""Pixels of the words above points."""


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


class Group(NamedTuple):
    """Points that share a word, and where it stands: above all of them."""

    members: tuple[int, ...]
    x: float
    y: float

    @property
    def words(self) -> str:
        return ", ".join(map(str, self.members))


def groups_of(points: Sequence[complex], pixel: float) -> list[Group]:
    """Points by their numbers: a word above each, or above several whose words would meet, at so
    many units a ``pixel``; explorer/web/scenes/groups.js has the same.

    >>> [group.words for group in groups_of([0, 5, 0.1 + 0.2j], 0.02)]
    ['0, 2', '1']
    """

    def group(members: Sequence[int]) -> Group:
        x = sum(points[k].real for k in members) / len(members)
        return Group(tuple(members), float(x), float(max(points[k].imag for k in members)))

    def meet(one: Group, other: Group) -> bool:
        long = _LETTER * (len(one.words) + len(other.words)) / 2
        return abs(one.x - other.x) < long * pixel and abs(one.y - other.y) < _ABOVE * pixel

    groups = [group([k]) for k in range(len(points))]
    while pair := next((pair for pair in combinations(groups, 2) if meet(*pair)), None):
        one, other = pair
        merged = group(sorted(one.members + other.members))
        groups = [merged if each is one else each for each in groups if each is not other]
    return groups
