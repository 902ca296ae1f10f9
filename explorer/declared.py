"""Which explorer has which choices of its own: each declares them beside itself, and a state takes
them on when they are needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from .choices import Chosen

Earlier = tuple[Sequence[str], Callable[..., dict[str, Any]]]
"""Names of choices, and earlier(value, **those choices) -> the choices that the value is now."""
_DECLARED: dict[str, Chosen] = {}
_EARLIER: dict[str, Earlier] = {}


def declare(own: Mapping[str, Chosen], earlier: Mapping[str, Earlier]) -> None:
    """Let it be known that an explorer has these choices of its own, by name; and had others, in
    an earlier version, that are ``earlier`` now."""
    _DECLARED.update(own)
    _EARLIER.update(earlier)


def declared(name: str) -> Chosen | None:
    """The choice of that name that some explorer has of its own, or None. Explorers that are not
    imported are asked last: they bring plotly along."""
    if name not in _DECLARED:
        _import_all_explorers()
    return _DECLARED.get(name)


def as_now(choices: Mapping[str, Any], held: Mapping[str, Any], new: bool) -> dict[str, Any]:
    """The choices that a text names, with what an earlier version called otherwise as it is now.

    ``held``: the choices that they will stand beside. In a ``new`` state all others are as in a
    new explorer; a state that lacks what they depend on leaves them out.
    """
    now = dict(choices)
    for name in choices:
        if name in held or declared(name) or name not in _EARLIER:
            continue
        value, (beside, earlier) = now.pop(name), _EARLIER[name]
        owns = {each: own for each in beside if (own := declared(each))}
        known = {**{each: own.start for each, own in owns.items() if new}, **held}
        if known.keys() >= owns.keys():
            others = {
                each: own.rule(now.get(each, known[each]), each) for each, own in owns.items()
            }
            now.update(earlier(value, **others))
    return now


@cache
def _import_all_explorers() -> None:
    package = sys.modules[__package__]  # which knows where they are: nothing is imported from there
    for name in package.__all__:
        getattr(package, name)
