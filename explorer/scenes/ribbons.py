"""How a soft sort spreads things over places: a ribbon for each share of a thing in a place, side
by side where they leave the thing and where they reach the place."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

LEAST = 0.002
"""Of a thing: what is less is too thin to be seen."""


class Ribbon(NamedTuple):
    """How much of a thing is in a place, and where its left edge leaves the one and reaches the
    other: all in parts of one thing's width, which the ribbons of a thing fill, and those of a
    place."""

    thing: int
    place: int
    share: float
    start: float
    end: float


def ribbons_of(mix: np.ndarray) -> list[Ribbon]:
    """The ribbons that can be seen, the thickest last, of the shares ``mix``, [place, thing], whose
    rows and columns add up to 1. Those of a thing leave it in the order of their places, those of a
    place reach it in the order of their things, so that none cross at their ends.

    >>> ribbons_of(np.array([[0.25, 0.75], [0.75, 0.25]]))[-1]
    Ribbon(thing=0, place=1, share=0.75, start=0.25, end=0.0)
    """
    starts, ends = np.cumsum(mix, axis=0) - mix, np.cumsum(mix, axis=1) - mix
    found = [
        Ribbon(thing, place, *(float(each[place, thing]) for each in (mix, starts, ends)))
        for place, thing in np.ndindex(mix.shape)
        if mix[place, thing] >= LEAST
    ]
    return sorted(found, key=lambda ribbon: ribbon.share)
