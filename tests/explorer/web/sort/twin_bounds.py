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


def answer(sort, rows, known):
    """How far a sort of rows moves when each of their numbers does by 1e-12 of itself, at most of
    three such moves: its own condition, measured, where keys bend and rounding grows with them."""
    moves = np.random.default_rng(12).normal(size=(3, *np.shape(rows))) * 1e-12
    return 3 * max(np.max(np.abs(sort(rows * (1 + move)) - known)) for move in moves)


def matrix(found, known):
    """What came row by row, in the shape of what is known."""
    return np.reshape(found, np.shape(known))
