"""How far rounding may carry a number of the twin from one of diffsort_core."""

import sys

import numpy as np

EPS = sys.float_info.epsilon


def growth(jacobian):
    """How much a rounding error may grow on its way: not at all if no derivative is negative."""
    return max(1.0, np.abs(jacobian).max())


def ranks_grow(x, sigma):
    """How much a place's rounding, in parts of the largest value, moves the exponents of its row:
    by the value's distance from it, in widths, over the width."""
    size = np.max(np.abs(x))
    return size / sigma * max(1.0, np.ptp(x) / sigma)


def matrix(found, known):
    """What came row by row, in the shape of what is known."""
    return np.reshape(found, np.shape(known))
