"""What the pictures of errors share, on the screen and in print: inks and the ends of axes."""

from __future__ import annotations

import numpy as np

from ..scenes.error import ErrorLine

ERROR, COMPARED = "@sign 1", "@text"
"""An error is a positive number; what it is compared with is in the page's own ink, and dotted or
dashed."""


def errors_range(scene: ErrorLine) -> tuple[float, float]:
    """How far the axis of the errors goes, in per cent."""
    known = 100 * np.array([*scene.low, *scene.high, scene.unshuffled])
    known = known[np.isfinite(known)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    pad = 0.08 * (high - low) or 0.5
    return low - pad, high + pad
