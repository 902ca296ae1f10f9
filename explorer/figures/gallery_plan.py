"""Where the tiles of the gallery stand on paper, in page's pixels: one column a method, as many
beside each other as find room."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("sorted values", "soft permutation", "d sorted / d x")
"""What is shown of a method, from top to bottom: web/explorers/gallery.js has the same."""
LEFT, RIGHT, HEAD, GAP, FOOT, NARROWEST, WIDEST = 58, 10, 38, 12, 26, 86, 190


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

    @property
    def _line(self) -> float:
        return HEAD + len(KINDS) * (self.size + GAP) + FOOT


def gallery_plan(methods: int, n: int, width: int) -> Plan:
    """The plan of so many methods for n values, in so many pixels.

    >>> gallery_plan(8, 4, 1000).per_line, gallery_plan(8, 4, 400).per_line
    (8, 3)
    """
    inner = width - LEFT - RIGHT
    fit = max(1, min(methods, int((inner + GAP) // (NARROWEST + GAP))))
    per_line = -(-methods // -(-methods // fit))
    return Plan(methods, n, per_line, min(WIDEST, (inner - GAP * (per_line - 1)) / per_line))
