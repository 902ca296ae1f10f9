"""A Jacobian in print: its cells, the sums of its rows and columns as strips on the same scale, and
as numbers where these have room. web/explorers/jacobian_matrix.js has the same rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from ..names import Labels
from ..scenes.jacobian import sums_of
from ..style import bound, number
from .name_ticks import named_ticks
from .printed import FAINT, INK, PIXELS, QUIET, SIGNED, Sheet, length
from .signs import CLEARLY, MINUS_FROM, borders

SIDE = 2.25
"""Inches: the width of a panel."""
GAP, STRIP = 4 / PIXELS, 14 / PIXELS
"""Inches: between a matrix and its sums, and how thick these are."""
TICKS, FOOT = 0.25, 0.7
"""Inches below a map: for the names of its columns, and, beside these and the sums, for all."""
NAMES, LEAST_NAMED = 0.72, 11 / PIXELS
"""Inches: of names beside a map, and of a row at least that one stands at."""
SMALL = 6.5
"""Points of the sums."""
LEAST = 9 / PIXELS
"""Inches: in smaller cells than this the sums are not written one by one."""


@dataclass(frozen=True)
class Matrix:
    """``entries``, [out, in], of so many ``outputs``; what is less than ``rounding`` is nothing;
    ``across`` and ``down``: what inputs and outputs are called, if anything, the outputs with their
    ``numbered`` places before it."""

    title: str
    output: str
    entries: np.ndarray
    outputs: np.ndarray
    rounding: float
    across: Labels = None
    down: Labels = None
    numbered: bool = False

    @property
    def side(self) -> float:
        """The inches of a column."""
        return (SIDE - GAP - STRIP) / self.entries.shape[1]

    @property
    def high(self) -> float:
        """The inches of a row."""
        return max(self.side, (0.5 - GAP - STRIP) / len(self.outputs))

    @property
    def tall(self) -> float:
        """The inches of the panel."""
        return self.high * len(self.outputs) + GAP + STRIP

    @property
    def most(self) -> float:
        """The end of the scale."""
        return scale_of(self.entries, self.rounding)

    @property
    def sums(self) -> tuple[list[str], list[str]]:
        """Those of the rows and of the columns, in words; what is only rounding is 0."""
        by_row, by_column = (
            [short(each) for each in np.where(np.abs(sums) > self.rounding, sums, 0.0)]
            for sums in sums_of(self.entries)
        )
        return by_row, by_column

    @property
    def upright(self) -> bool:
        """Whether the columns are narrower than their sums."""
        return self.side >= LEAST and self._longest > self.side - 0.05

    @property
    def drop(self) -> float:
        """The inches that the sums of the columns take below a map, or their ends in words."""
        return self._longest + 0.08 if self.upright else 0.16

    @property
    def _longest(self) -> float:
        """The inches of the longest sum of a column."""
        return max(length(each, SMALL) for each in self.sums[1])


def draw_matrix(paper: Sheet, left: float, top: float, matrix: Matrix) -> Axes:
    """All of it, with its colour bar below."""
    rows, columns = matrix.entries.shape
    first, side, high = matrix.outputs[0] - 0.5, matrix.side, matrix.high
    last, right = first + rows, columns - 0.5
    beside, below = right + GAP / side, last + GAP / high
    by_row, by_column = sums_of(matrix.entries)
    axes = paper.axes(left, top, SIDE, matrix.tall)
    parts = (
        (matrix.entries, (-0.5, right, last, first), side, high),
        (by_row[:, None], (beside, beside + STRIP / side, last, first), STRIP, high),
        (by_column[None, :], (-0.5, right, below + STRIP / high, below), side, STRIP),
    )
    for entries, extent, wide, tall in parts:
        scale = {"cmap": SIGNED, "vmin": -matrix.most, "vmax": matrix.most}
        image = axes.imshow(entries, extent=extent, aspect="auto", interpolation="nearest", **scale)
        draw_signs(axes, entries, extent, matrix.most, min(wide, tall))
        x, end, bottom, y = extent
        frame = {"facecolor": "none", "edgecolor": FAINT, "linewidth": 0.6, "label": "edge"}
        axes.add_patch(Rectangle((x, y), end - x, bottom - y, **frame))
    axes.set(xlim=(-0.5, beside + STRIP / side), ylim=(below + STRIP / high, first))
    axes.text(beside + STRIP / 2 / side, below + STRIP / 2 / high, "Σ", **_LETTER)
    output = matrix.output if length(matrix.output, 9) <= matrix.tall + 0.2 else "output"
    axes.set(title=matrix.title, ylabel=output, xlabel="input: wire")
    axes.set(xticks=some(np.arange(columns)), yticks=some(matrix.outputs))
    _name_ticks(axes, matrix)
    if side >= LEAST:
        _write_sums(axes, matrix)
        axes.xaxis.labelpad = 72 * matrix.drop
    else:
        axes.set_xlabel(f"input: wire\n{_ends(matrix.entries)}")
    beyond = max(np.max(np.abs(by_row)), np.max(np.abs(by_column))) > matrix.most
    end = number(matrix.most)
    paper.bar(
        image,
        left,
        top + matrix.tall + TICKS + matrix.drop + 0.3,
        SIDE,
        labels=[f"≤ -{end}", "0", f"≥ {end}"] if beyond else [f"-{end}", "0", end],
        across=True,
    )
    return axes


def _name_ticks(axes: Axes, matrix: Matrix) -> None:
    """Names in the place of numbers, where they have room."""
    if across := named_ticks(matrix.across, matrix.side - 0.04):
        axes.set_xticks(*across)
    first = int(matrix.outputs[0])
    if matrix.high >= LEAST_NAMED and (
        down := named_ticks(matrix.down, NAMES, first, matrix.numbered)
    ):
        axes.set_yticks(*down)


_LETTER = {"fontsize": 7, "color": QUIET, "ha": "center", "va": "center_baseline"}


def strip_below(matrix: Matrix) -> float:
    """Where the middle of the sums of the columns is, in the units of the panel."""
    return float(matrix.outputs[-1] + 0.5 + (GAP + STRIP / 2) / matrix.high)


def draw_signs(
    axes: Axes,
    entries: np.ndarray,
    extent: tuple[float, float, float, float],
    most: float,
    cell: float,
) -> None:
    """What is clearly negative is not told by colour alone: a minus where a cell of so many inches
    has room for it, else a line around."""
    left, right, bottom, top = extent
    rows, columns = entries.shape
    wide, high = (right - left) / columns, (bottom - top) / rows
    below = entries < -CLEARLY * most
    if cell >= MINUS_FROM / PIXELS:
        out, into = np.nonzero(below)
        look = {"linestyle": "", "marker": "_", "markersize": 72 * min(7 / PIXELS, 0.6 * cell)}
        x, y = left + (into + 0.5) * wide, top + (out + 0.5) * high
        axes.plot(x, y, color=INK, markeredgewidth=1, label="minus", **look)
        return
    lines = borders(below) * (wide, high) + np.array((left, top))
    if len(lines):
        thick = 72 * min(1.3 / PIXELS, 0.25 * cell)
        axes.add_collection(LineCollection(lines, colors=INK, linewidths=thick, label="minus"))


def scale_of(entries: np.ndarray, rounding: float) -> float:
    """The end of the scale of a matrix; of one that is but rounding, that of nothing."""
    most = float(np.max(np.abs(entries)))
    return bound(most if most > rounding else 0.0)


def _write_sums(axes: Axes, matrix: Matrix) -> None:
    """The sums of the rows at the right, and below, upright where the columns are narrower than
    they, those of the columns."""
    by_row, by_column = matrix.sums
    look = {"fontsize": SMALL, "color": QUIET}
    beside, below = axes.get_yaxis_transform(), axes.get_xaxis_transform()
    for place, words in zip(matrix.outputs, by_row, strict=True):
        axes.text(1.02, place, words, va="center", transform=beside, **look)
    look |= {"rotation": 90} if matrix.upright else {}
    for place, words in enumerate(by_column):
        y = -TICKS / matrix.tall
        axes.text(place, y, words, ha="center", va="top", transform=below, **look)


def _ends(entries: np.ndarray) -> str:
    """Between what numbers the sums lie, in words, where the cells are too small to write them."""
    by_row, by_column = (f"{short(min(sums))} to {short(max(sums))}" for sums in sums_of(entries))
    return f"sums of rows {by_row}, of columns {by_column}"


def short(value: float) -> str:
    """A sum in three significant digits."""
    return number(float(f"{value:.3g}"))


def some(places: np.ndarray) -> np.ndarray:
    """A few of the places, to be named on an axis.

    >>> some(np.arange(3, 23)).tolist()
    [3, 7, 11, 15, 19]
    """
    step = 1
    while step * 8 < places.size:
        step *= 2
    return places[::step]
