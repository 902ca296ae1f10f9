"""Which input has which colour, in print: a swatch for each beside its number, from the least to
the greatest; of many, how the colours go from the one to the other. web/ui/key.js has the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import Rectangle

from ..names import Labels, cut
from ..scenes.hues import INKS
from ..style import number
from .inks import colours, input_colours
from .printed import LINE, MARGIN, PIXELS, QUIET, Sheet, length

MOST = 12
"""So many inputs at most have an entry each; of more, the least and the greatest."""
STEPS = 9
"""Of a strip of colours."""
SIZE, SWATCH, SPACE = 8, 10 / PIXELS, 5 / PIXELS
"""Points of its words; inches of a swatch, and beside one."""
LETTERS = 24
"""Of a name at most."""
ABOVE = 0.1
"""Inches."""


def key_entries(values: Sequence[float] | np.ndarray, names: Labels) -> list[tuple[str, int]]:
    """What is said of each input, or of the least and the greatest of many, and its wire, in the
    order of the colours.

    >>> key_entries([2.0, 1.0], ("Anna", "Bo"))
    [('Bo 1', 1), ('Anna 2', 0)]
    """
    wires = np.argsort(values, kind="stable").tolist()
    some = wires if len(wires) <= MOST else [wires[0], wires[-1]]
    return [
        (
            f"{cut(names[wire], LETTERS)} {number(values[wire])}"
            if names
            else number(values[wire]),
            wire,
        )
        for wire in some
    ]


class Key:
    """The key of some inputs on a sheet so many inches wide: ``tall`` inches, with what is said of
    the colours above it."""

    def __init__(self, values: Sequence[float] | np.ndarray, names: Labels, width: float) -> None:
        by_wire = input_colours(values)
        entries = [([by_wire[wire]], words) for words, wire in key_entries(values, names)]
        if len(values) > MOST:
            entries.insert(1, (colours(STEPS), ""))
        self._rows: list[list[tuple[float, list[str], str]]] = [[]]
        x = MARGIN
        for inks, words in entries:
            wide = len(inks) * SWATCH + SPACE + length(words, SIZE) + 2 * SPACE
            if x + wide > width - MARGIN and self._rows[-1]:
                self._rows.append([])
                x = MARGIN
            self._rows[-1].append((x, inks, words))
            x += wide

    @property
    def tall(self) -> float:
        """Inches."""
        return ABOVE + LINE * (1 + len(self._rows)) + ABOVE

    def draw(self, paper: Sheet, top: float) -> None:
        """So many inches below the words at the head of the sheet."""
        paper.write(MARGIN, top + ABOVE, INKS, SIZE, color=QUIET)
        whole = paper.head + paper.height
        wide, high = SWATCH / paper.width, SWATCH / whole
        for row, entries in enumerate(self._rows, start=1):
            y = top + ABOVE + LINE * row
            for left, inks, words in entries:
                low = 1 - (paper.head + y + SWATCH) / whole
                for k, ink in enumerate(inks):
                    corner = (left / paper.width + k * wide, low)
                    look = {"facecolor": ink, "linewidth": 0, "label": "key"}
                    paper.figure.add_artist(Rectangle(corner, wide, high, **look))
                paper.write(left + SWATCH * len(inks) + SPACE, y, words, SIZE, color=QUIET)
