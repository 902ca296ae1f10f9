"""Which explorer has which choices of its own: each declares them beside itself, and a state takes
them on when they are needed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache

from .choices import Chosen

_DECLARED: dict[str, Chosen] = {}


def declare(own: Mapping[str, Chosen]) -> None:
    """Let it be known that an explorer has these choices of its own, by name."""
    _DECLARED.update(own)


def declared(name: str) -> Chosen | None:
    """The choice of that name that some explorer has of its own, or None. Explorers that are not
    imported are asked last: they bring plotly along."""
    if name not in _DECLARED:
        _import_all_explorers()
    return _DECLARED.get(name)


@cache
def _import_all_explorers() -> None:
    package = sys.modules[__package__]  # which knows where they are: nothing is imported from there
    for name in package.__all__:
        getattr(package, name)
