"""Where a derivative flows in a run: what of it each wire and each strand carries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffsort_core import Trace

from ..style import number


@dataclass(frozen=True)
class Flow:
    """Shares of one derivative. ``nodes``, shape (depth + 1, n): what each wire carries at each column; ``strands``, shape
    (size, 4): what goes from the wire of the minimum to itself and to the wire of the maximum, and from the latter to both.
    The shares of a column, and of the strands between two columns, add up to the derivative."""

    nodes: np.ndarray
    strands: np.ndarray
    words: str


def gradient_flow(run: Trace, output: int) -> Flow:
    """How one output of a run answers to what every wire holds: its derivative on its way back to the inputs.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> gradient_flow(trace(bitonic(2), [1.0, 2.0], SmoothMax(1.0)), 1).nodes.round(2).tolist()
    [[0.07, 0.93], [0.0, 1.0]]
    """
    back = run.cotangents(np.eye(run.network.n)[output])
    order = [wire for wire in np.argsort(-np.abs(back[0]), kind="stable") if abs(back[0, wire]) > 1e-12]
    shares = ", ".join(f"{number(back[0, wire])} to input {wire}" for wire in order[:3])
    rest = ""
    if run.network.n > len(order[:3]):
        rest = f", and no more to any of {len(order) - 3} others" if len(order) > 3 else ", and to no other"
    words = f"Gradient of output {output}, from right to left. It goes {shares}{rest}."
    return Flow(back, _strands(run, np.ones_like(back), back), words)


def path_flow(run: Trace, out: int, into: int) -> Flow:
    """The paths from input ``into`` to output ``out``: what each carries of jacobian[out, into].

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> path_flow(trace(bitonic(2), [1.0, 2.0], SmoothMax(1.0)), 1, 0).words
    'd sorted[1] / d x[0] = 0.07233, and the paths that it takes.'
    """
    eye = np.eye(run.network.n)
    onward, back = run.tangents(eye[into]), run.cotangents(eye[out])
    words = f"d sorted[{out}] / d x[{into}] = {number(back[0, into])}, and the paths that it takes."
    return Flow(onward * back, _strands(run, onward, back), words)


def _strands(run: Trace, onward: np.ndarray, back: np.ndarray) -> np.ndarray:
    layer, low, high = run.network.comparator_arrays
    by_a, by_b = run.exchanges.by_a, run.exchanges.by_b
    a, b = onward[layer, low], onward[layer, high]
    down, up = back[layer + 1, low], back[layer + 1, high]
    return np.stack([a * (1 - by_a) * down, a * by_a * up, b * (1 - by_b) * down, b * by_b * up], axis=1)
