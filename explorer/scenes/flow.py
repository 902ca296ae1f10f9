"""Where a derivative flows in a run: what of it each wire and each strand carries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffsort_core import Trace

from ..names import Labels, name_of
from ..style import number


@dataclass(frozen=True)
class Flow:
    """Shares of one derivative. ``nodes``, shape (depth + 1, n): what each wire carries at each
    column; ``strands``, shape (size, 4): what goes from the wire of the minimum to itself and to
    the wire of the maximum, and from the latter to both. The shares of a column, and of the strands
    between two columns, add up to the derivative. ``words``: what it comes to; ``sentences``: for
    each column on which wires it is there."""

    nodes: np.ndarray
    strands: np.ndarray
    words: str
    sentences: tuple[str, ...]


def gradient_flow(run: Trace, output: int, names: Labels = None) -> Flow:
    """How one output of a run answers to what every wire holds: its derivative on its way back to
    the inputs, which may have names.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> flow = gradient_flow(trace(bitonic(2), [1.0, 2.0], SmoothMax(1.0)), 1)
    >>> flow.nodes.round(2).tolist()
    [[0.07, 0.93], [0.0, 1.0]]
    >>> flow.sentences[1]
    'Gradient of output 1, after layer 1 of 1: 1 on wire 1, and on no other.'
    """
    back = run.cotangents(np.eye(run.network.n)[output])
    gradient = f"Gradient of output {output}"
    words = f"{gradient}, from right to left. It goes {_shared(back[0], 'to', 'input', names)}."
    return Flow(back, _strands(run, np.ones_like(back), back), words, _sentences(gradient, back))


def path_flow(run: Trace, out: int, into: int, names: Labels = None) -> Flow:
    """The paths from input ``into`` to output ``out``: what each carries of jacobian[out, into].

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> path_flow(trace(bitonic(2), [1.0, 2.0], SmoothMax(1.0)), 1, 0).words
    'd sorted[1] / d x[0] = 0.07233, and the paths that it takes.'
    """
    eye = np.eye(run.network.n)
    onward, back = run.tangents(eye[into]), run.cotangents(eye[out])
    named = name_of(names, into, f"x[{into}]")
    derivative = f"d sorted[{out}] / d {named} = {number(back[0, into])}"
    nodes = onward * back
    return Flow(
        nodes,
        _strands(run, onward, back),
        f"{derivative}, and the paths that it takes.",
        _sentences(derivative, nodes),
    )


def _strands(run: Trace, onward: np.ndarray, back: np.ndarray) -> np.ndarray:
    layer, low, high = run.network.comparator_arrays
    by_a, by_b = run.exchanges.by_a, run.exchanges.by_b
    a, b = onward[layer, low], onward[layer, high]
    down, up = back[layer + 1, low], back[layer + 1, high]
    return np.stack(
        [a * (1 - by_a) * down, a * by_a * up, b * (1 - by_b) * down, b * by_b * up], axis=1
    )


def _sentences(what: str, nodes: np.ndarray) -> tuple[str, ...]:
    places = [
        "at the input",
        *(f"after layer {k} of {len(nodes) - 1}" for k in range(1, len(nodes))),
    ]
    return tuple(
        f"{what}, {place}: {_shared(shares, 'on', 'wire')}."
        for place, shares in zip(places, nodes, strict=True)
    )


def _shared(shares: np.ndarray, on: str, noun: str, names: Labels = None) -> str:
    """The three largest shares and where they are, and of how many others none is larger."""
    sizes = np.abs(shares)
    order = [
        place for place in np.argsort(-sizes, kind="stable") if sizes[place] > 1e-12 * sizes.max()
    ]
    if not order:
        return f"nothing {on} any {noun}"
    words = ", ".join(
        f"{number(shares[place])} {on} {name_of(names, place, f'{noun} {place}')}"
        for place in order[:3]
    )
    others = len(order) - 3
    if others > 0:
        return (
            f"{words}, and no more {on} {'one other' if others == 1 else f'any of {others} others'}"
        )
    return f"{words}, and {on} no other" if len(order) < len(shares) else words
