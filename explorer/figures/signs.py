"""What tells on paper that an entry of a map is clearly negative, by more than its colour: a minus,
or where cells are too small for it a line around. web/marks/map.js has the same rules."""

from __future__ import annotations

import numpy as np

MINUS_FROM = 10
"""Page's pixels that a cell must have for a minus."""
CLEARLY = 0.02
"""Of the end of a scale: what is less is too pale to have a sign."""


def borders(below: np.ndarray) -> np.ndarray:
    """The lines (m, 2, 2), in cells from the map's corner as (x, y), between entries that are
    ``below`` and neighbours that are not.

    >>> borders(np.array([[True, False]])).tolist()
    [[[1.0, 0.0], [1.0, 1.0]]]
    """
    right, down = np.array((1, 0)), np.array((0, 1))
    beside = np.argwhere(below[:, 1:] != below[:, :-1])[:, ::-1] + right
    under = np.argwhere(below[1:] != below[:-1])[:, ::-1] + down
    starts, ends = (
        np.concatenate(each) for each in ((beside, under), (beside + down, under + right))
    )
    return np.stack([starts, ends], axis=1).astype(float)
