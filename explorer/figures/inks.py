"""Colours of a figure by what they stand for: a page has one for each, and so has paper.

``@text``, ``@quiet``, ``@line``, ``@page``: the page's own; ``@share 0.5``: that of the input that
is there on the way from the least (0) to the greatest (1); ``@sign 1`` and ``@sign -1``: of a
positive and of a negative number; and how opaque, after a slash. hosts/chart_inks.js has the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..scenes.hues import hues_of, shares_among
from ..style import NEGATIVE, POSITIVE, colour

PAPER = {"text": "#1a1a1a", "quiet": "#5a5a5a", "line": "#bdbdbd", "page": "#ffffff"}


def share_ink(share: float) -> str:
    """The name of the colour of an input.

    >>> share_ink(1 / 3)
    '@share 0.333333'
    """
    return f"@share {share:.6g}"


def colours(n: int) -> list[str]:
    """The colours of n inputs on paper, from the least to the greatest: those of the places that
    the hard sort brings them to."""
    return [colour(share) for share in shares_among(n)]


def input_colours(values: Sequence[float] | np.ndarray) -> list[str]:
    """The colour of each input on paper, wire by wire."""
    return [colour(share) for share in hues_of(values)]


def sign_ink(value: float, opacity: float = 1.0) -> str:
    """The name of the colour of a number's sign.

    >>> sign_ink(-2.5, 0.3), sign_ink(0)
    ('@sign -1/0.3', '@sign 1')
    """
    name = "@sign -1" if value < 0 else "@sign 1"
    return name if opacity == 1 else f"{name}/{opacity:g}"


def on_paper(value: Any) -> Any:
    """A part of a figure with the colours that paper has.

    >>> on_paper({"line": {"color": "@text"}, "fill": ["@sign -1/0.3"]})
    {'line': {'color': '#1a1a1a'}, 'fill': ['rgba(217,102,15,0.3)']}
    """
    if isinstance(value, dict):
        return {name: on_paper(part) for name, part in value.items()}
    if isinstance(value, list):
        return [on_paper(part) for part in value]
    if isinstance(value, str) and value.startswith("@"):
        return _ink(value[1:])
    return value


def _ink(name: str) -> str:
    name, _, opacity = name.partition("/")
    kind, _, number = name.partition(" ")
    if kind == "share":
        ink = colour(float(number))
    elif kind == "sign":
        ink = NEGATIVE if float(number) < 0 else POSITIVE
    else:
        ink = PAPER[kind]
    return faded(ink, float(opacity)) if opacity else ink


def faded(ink: str, opacity: float) -> str:
    """#rrggbb with an opacity, as plotly takes it."""
    red, green, blue = (int(ink[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
