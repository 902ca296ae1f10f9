"""How things are laid out and shaded, on the screen and in print."""

from __future__ import annotations

import numpy as np

ACROSS, TILE, CAPTION = 8, 9, 4
"""Digits in a row, and the pixels of one with its gap; below it there is room for a caption."""
INK = [[0, "#111111"], [1, "#f5f5f5"]]
"""White on black on every page."""
PAPER = [[0, "#ffffff"], [1, "#9cc3ee"]]
"""Light enough for dark numbers."""


def canvas(n: int) -> tuple[int, int]:
    """The pixels across and down that n digits take."""
    return TILE * min(n, ACROSS) - 1, (TILE + CAPTION) * -(-n // ACROSS) - 1


def tiles(pictures: np.ndarray) -> np.ndarray:
    """Pictures, shape (n, 64), as one canvas, row by row, with nothing between them."""
    across, down = canvas(len(pictures))
    whole = np.full((down + 1, across + 1), np.nan)
    for k, picture in enumerate(pictures):
        top, left = (TILE + CAPTION) * (k // ACROSS), TILE * (k % ACROSS)
        whole[top : top + 8, left : left + 8] = picture.reshape(8, 8)
    return whole[:down, :across]
