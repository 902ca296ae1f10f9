"""Layers by rule, run on slices of one array that they write over: no index array, for any n. And
the index arrays that a small network is run by, cut from such slices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import prod
from typing import Any, NamedTuple

import numpy as np

from .backends import Namespace
from .blocks import Block, Piece, pieces_of

MOST_PAIRS = 2**13  # of a part: what is made of them stays in the processor's cache
_SHORT = 16  # a run of fewer values costs more than it moves


class View(NamedTuple):
    """One side of some pairs: where they stand, by ``shape`` and ``strides`` in places, and
    ``part``, where they stand among all pairs of their layer."""

    start: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]
    part: slice

    def of(self, x: np.ndarray) -> np.ndarray:
        """The side itself, shape (..., batch), to be read or written over; x is contiguous."""
        row, batch = x.strides[0], x.strides[1:]
        strides = tuple([row * stride for stride in self.strides])
        buffer: Any = x
        return np.ndarray(
            self.shape + x.shape[1:], x.dtype, buffer, self.start * row, strides + batch
        )


Sides = tuple[tuple[View, ...], tuple[View, ...]]


class SliceLayer(NamedTuple):
    """A layer on slices, or a part of one that fits the processor's cache: the sides that ``come``
    to its comparators, and where their minima and maxima ``go``. ``split`` copies, ``join`` writes
    over x."""

    pairs: int
    come: Sides
    go: Sides

    def split(self, xp: Namespace | None, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        a, b = (np.empty((self.pairs, *x.shape[1:]), x.dtype) for _ in range(2))
        for side, views in zip((a, b), self.come, strict=True):
            for view in views:
                there = view.of(x)
                side[view.part].reshape(there.shape)[...] = there
        return a, b

    def join(self, xp: Namespace | None, low: Any, high: Any, x: np.ndarray) -> np.ndarray:
        for side, views in zip((low, high), self.go, strict=True):
            for view in views:
                there = view.of(x)
                np.positive(side[view.part].reshape(there.shape), out=there, order="C")
        return x

    def places(self, n: int) -> np.ndarray:
        """The n places in the order of a gather: one side, the other, and what is idle."""
        places = np.arange(n)
        a, b = self.split(None, places)
        if 2 * self.pairs == n:
            return np.concatenate([a, b])
        idle = np.ones(n, bool)
        idle[a] = idle[b] = False
        return np.concatenate([a, b, np.flatnonzero(idle)])

    @property
    def back(self) -> SliceLayer:
        """What takes minima and maxima back to where they came from."""
        return SliceLayer(self.pairs, self.go, self.come)


@dataclass(frozen=True)
class Slices:
    """Layers as slices, each in parts. ``enter`` and ``leave`` are the orders of the wires before
    and after them (None: their own)."""

    layers: tuple[tuple[SliceLayer, ...], ...]
    enter: np.ndarray | None = None
    leave: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.layers)

    def run(self, xp: Namespace, step: Callable[[Any, Any], Any], x: Any) -> Any:
        """``step(x, layer)`` over the layers, one after the other, on a copy of x."""
        x = np.array(x, order="C") if self.enter is None else xp.rows(x, self.enter)
        for part in chain.from_iterable(self.layers):
            x = step(x, part)
        return x if self.leave is None else xp.rows(x, self.leave)

    @property
    def back(self) -> Slices:
        """What undoes the layers, the last one first."""
        leave = None if self.enter is None else np.argsort(self.enter)
        layers = [tuple([part.back for part in layer[::-1]]) for layer in self.layers[::-1]]
        return Slices(tuple(layers), self.leave, leave)

    def segments(self, layers: int) -> list[Slices]:
        """The same in parts of so many layers."""
        parts = [self.layers[k : k + layers] for k in range(0, len(self), layers)]
        return [Slices(part, None if k else self.enter) for k, part in enumerate(parts)]

    def woven(self, n: int) -> tuple[tuple[int, np.ndarray], ...]:
        """The same as gathers alone, a part at a time: see ``Network.woven``."""
        here = np.arange(n)
        at = here if self.enter is None else self.enter  # what each place is found at
        weave, pairs = [], 0
        for layer in chain.from_iterable(self.layers):
            places, idle = layer.places(n), n - 2 * layer.pairs
            weave.append((pairs, at[places]))
            at, pairs = np.empty(n, np.intp), layer.pairs
            layer.join(None, here[:pairs], here[pairs : 2 * pairs], at)
            if idle:
                at[places[-idle:]] = here[-idle:]
        return (*weave, (pairs, at if self.leave is None else at[self.leave]))


@lru_cache(maxsize=8)
def slice_layers(
    blocks: tuple[Block, ...], n: int, turned: bool
) -> tuple[tuple[SliceLayer, ...], ...]:
    """The layers of a network by rule as slices; no pair counts as turned unless ``turned``."""
    known: dict[Block, tuple[SliceLayer, ...]] = {}
    seen = [each._replace(stage=0, turned=each.turned * turned) for each in blocks]
    for block in seen:
        if block not in known:
            pieces = list(pieces_of(block, n))
            if sum(prod(piece.shape) for piece in pieces) > MOST_PAIRS:
                small = chain.from_iterable(piece.within(MOST_PAIRS) for piece in pieces)
                known[block] = tuple(_slice_layer([piece]) for piece in small)
            else:
                known[block] = (_slice_layer(pieces),)
    return tuple(known[block] for block in seen)


def _slice_layer(pieces: list[Piece]) -> SliceLayer:
    come: tuple[list[View], list[View]] = ([], [])
    go: tuple[list[View], list[View]] = ([], [])
    pairs = 0
    for piece in pieces:
        part = slice(pairs, pairs + prod(piece.shape))
        pairs = part.stop
        falling = (*piece.strides[:-1], -piece.strides[-1] if piece.mirrored else 1)
        for side, start, strides in (
            (0, piece.upper, piece.strides),
            (1, piece.lower, falling),
        ):
            view = View(start, *_long_last(piece.shape, strides), part)
            go[side].append(view)
            come[side ^ piece.turned].append(view)
    return SliceLayer(pairs, (tuple(come[0]), tuple(come[1])), (tuple(go[0]), tuple(go[1])))


def _long_last(
    shape: tuple[int, ...], strides: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The axes in the order in which they are gone over: where runs are short, the longest last."""
    axes = list(range(len(shape)))
    if shape[-1] < _SHORT:
        axes.sort(key=lambda axis: shape[axis])
    return tuple(shape[axis] for axis in axes), tuple(strides[axis] for axis in axes)
