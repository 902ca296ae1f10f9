"""What the input is called that the hard sort brings to a place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..names import Labels


def place_names(values: Sequence[float] | np.ndarray, names: Labels) -> Labels:
    """Place by place; nothing where inputs have no names.

    >>> place_names([3.0, 1.0], ("Anna", "Bo"))
    ('Bo', 'Anna')
    """
    if names is None:
        return None
    return tuple(names[wire] for wire in np.argsort(values, kind="stable"))
