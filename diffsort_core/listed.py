"""Comparators as text, such as ``0:1,2:3``: the format of simulators and of lists of networks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .errors import DiffsortError

_BLANK = " \t\n\r\f\v"
_BETWEEN = re.compile(f"[{_BLANK},]+")
_COMPARATOR = re.compile(r"[0-9]{1,7}:[0-9]{1,7}")


def pairs_of_text(text: str, name: str = "text") -> list[tuple[int, int]]:
    """The comparators of a text, (low, high), between commas, blanks or lines; ``name``: what a
    refusal calls it."""
    if not isinstance(text, str):
        raise DiffsortError(f"{name} must list comparators, such as '0:1,2:3', got {text!r}")
    pairs = []
    for part in _BETWEEN.split(text.strip(_BLANK).rstrip(",")) if text.strip(_BLANK) else ():
        if not _COMPARATOR.fullmatch(part):
            raise DiffsortError(f"{name} must list comparators, such as '0:1,2:3', got {part!r}")
        low, high = map(int, part.split(":"))
        if low == high:
            raise DiffsortError(f"{name} must compare two wires each time, got {part!r}")
        pairs.append((low, high))
    return pairs


def layers_of_pairs(pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pairs in as few layers as their order allows: each as early as both of its wires are
    free."""
    layers: list[list[tuple[int, int]]] = []
    free: dict[int, int] = {}
    for low, high in pairs:
        first = max(free.get(low, 0), free.get(high, 0))
        if first == len(layers):
            layers.append([])
        layers[first].append((low, high))
        free[low] = free[high] = first + 1
    return layers
