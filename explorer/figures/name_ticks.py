"""Names along the axes of a print: as much of each as has room. web/marks/lettering.js has the same
rules."""

from __future__ import annotations

from ..names import Labels, cut
from .printed import length

TICK = 8
"""Points of what is written along an axis."""
LEAST = 3
"""Of a name at least so many characters are left, or it is not written at all."""


def shortened(name: str, room: float, size: float = TICK) -> str:
    """A name in so many inches, cut where it is longer; nothing, where hardly any of it would be
    left.

    >>> shortened("Kangchenjunga", 0.5), shortened("Kangchenjunga", 0.1)
    ('Kangc…', '')
    """
    if length(name, size) <= room:
        return name
    found = (cut(name, most + 1) for most in range(len(name) - 1, LEAST - 1, -1))
    return next((words for words in found if length(words, size) <= room), "")


def named_ticks(
    names: Labels, room: float, first: int = 0, numbered: bool = False
) -> tuple[list[int], list[str]] | None:
    """The ticks of an axis whose places have names, in so many inches each; none at all where a
    name has no room, or could not be told from another: then numbers tell more. With ``numbered`` a
    name stands after the number of its place.

    >>> named_ticks(("Anna", "Bo"), 0.6, numbered=True)
    ([0, 1], ['0 Anna', '1 Bo'])
    """
    if names is None:
        return None
    places = list(range(first, first + len(names)))
    before = [f"{place} " if numbered else "" for place in places]
    cut_names = [
        shortened(name, room - length(start, TICK))
        for start, name in zip(before, names, strict=True)
    ]
    words = [start + name for start, name in zip(before, cut_names, strict=True)]
    if not all(cut_names) or (not numbered and len(set(words)) < len(set(names))):
        return None
    return places, words
