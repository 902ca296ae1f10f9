"""Where the tiles of the gallery stand, in pixels: one column a method, as many beside each other
as find room."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

KINDS = ("sorted values", "soft permutation", "d sorted / d x")
"""What is shown of a method, from top to bottom."""
CHOSEN = "#c2188b"
"""The colour of what frames the chosen output."""
LEFT, RIGHT, HEAD, GAP, FOOT, NARROWEST, WIDEST = 58, 10, 26, 12, 60, 86, 190


@dataclass(frozen=True)
class Plan:
    """``per_line`` methods beside each other, their tiles ``size`` pixels wide and high; pixels
    count from the top left."""

    methods: int
    n: int
    per_line: int
    size: float

    @property
    def lines(self) -> int:
        """How many lines of methods there are."""
        return -(-self.methods // self.per_line)

    @property
    def height(self) -> float:
        """Of all tiles and their headings."""
        return self.lines * self._line

    def corner(self, method: int, kind: int) -> tuple[float, float]:
        """The left and the top of a tile."""
        line, column = divmod(method, self.per_line)
        return LEFT + column * (self.size + GAP), line * self._line + HEAD + kind * (
            self.size + GAP
        )

    def cell(self, method: int, kind: int) -> tuple[int, int]:
        """The row and the column of a matrix's first entry in :meth:`tiled`; kind 1 or 2."""
        line, column = divmod(method, self.per_line)
        return (2 * line + kind - 1) * (self.n + 1), column * (self.n + 1)

    def edges(self) -> tuple[np.ndarray, np.ndarray]:
        """The edges of the columns and of the rows of :meth:`tiled`."""
        steps = np.arange(self.n + 1) * (self.size / self.n)
        across = [self.corner(method, 0)[0] for method in range(self.per_line)]
        down = [
            self.corner(line * self.per_line, kind)[1]
            for line in range(self.lines)
            for kind in (1, 2)
        ]
        return np.add.outer(across, steps).ravel(), np.add.outer(down, steps).ravel()

    def tiled(self, matrices: list[list[np.ndarray | None]]) -> np.ndarray:
        """The matrices, (permutation, Jacobian) of each method, as one array of numbers, and None
        between them."""
        whole = np.full(
            (2 * self.lines * (self.n + 1) - 1, self.per_line * (self.n + 1) - 1),
            None,
            dtype=object,
        )
        for method, pair in enumerate(matrices):
            for kind, matrix in enumerate(pair, start=1):
                if matrix is not None:
                    row, column = self.cell(method, kind)
                    whole[row : row + self.n, column : column + self.n] = matrix
        return whole

    @property
    def _line(self) -> float:
        return HEAD + len(KINDS) * (self.size + GAP)


def gallery_plan(methods: int, n: int, width: int) -> Plan:
    """The plan of so many methods for n values, in so many pixels.

    >>> gallery_plan(8, 4, 1000).per_line, gallery_plan(8, 4, 400).per_line
    (8, 3)
    """
    inner = width - LEFT - RIGHT
    fit = max(1, min(methods, int((inner + GAP) // (NARROWEST + GAP))))
    per_line = -(-methods // -(-methods // fit))
    return Plan(methods, n, per_line, min(WIDEST, (inner - GAP * (per_line - 1)) / per_line))


def outlines(
    boxes: list[tuple[float, float, float, float]],
) -> tuple[list[float | None], list[float | None]]:
    """Boxes (left, top, width, height) as one broken line.

    >>> outlines([(0, 0, 2, 1)])
    ([0, 2, 2, 0, 0, None], [0, 0, 1, 1, 0, None])
    """
    x, y = [], []
    for left, top, width, height in boxes:
        x += [left, left + width, left + width, left, left, None]
        y += [top, top, top + height, top + height, top, None]
    return x, y
