"""A layer by rule, run on slices of the array: no index array, for any n.

:class:`SliceLayer` reads and writes NumPy arrays in place; :class:`BlockLayer` makes new arrays,
as libraries that differentiate want them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any, NamedTuple

import numpy as np

from .backends import Namespace
from .blocks import Block, pieces_of
from .networks import Network

MOST_WOVEN = 8192  # wires, up to which index arrays are faster than slices
MOST_WOVEN_SORT = 512  # or, where slices are written over in place
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
        shape = self.shape + x.shape[1:]
        buffer: Any = x
        return np.ndarray(shape, x.dtype, buffer, self.start * row, strides + batch)


Sides = tuple[list[tuple[slice, np.ndarray]], list[tuple[slice, np.ndarray]]]
"""Both sides of a layer's pairs, in pieces: which pairs, and where in an array."""


class SliceLayer(NamedTuple):
    """A layer on slices: the sides that ``come`` to its comparators, and where minima and maxima
    ``go``, in pieces."""

    pairs: int
    come: tuple[tuple[View, ...], tuple[View, ...]]
    go: tuple[tuple[View, ...], tuple[View, ...]]

    @property
    def back(self) -> SliceLayer:
        return SliceLayer(self.pairs, self.go, self.come)

    def on(self, x: np.ndarray, strips: bool) -> BoundLayer | StripLayer:
        """The layer on this array."""
        come, go = (
            tuple([(view.part, view.of(x)) for view in side] for side in sides)
            for sides in (self.come, self.go)
        )
        return StripLayer(*(side[0][1] for side in come)) if strips else BoundLayer(
            self.pairs, come, go
        )


class BoundLayer(NamedTuple):
    """A :class:`SliceLayer` on one array. ``split`` copies its sides, and ``join`` writes over
    them."""

    pairs: int
    come: Sides
    go: Sides

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        a, b = (np.empty((self.pairs, *x.shape[1:]), x.dtype) for _ in range(2))
        for side, pieces in zip((a, b), self.come, strict=True):
            for part, there in pieces:
                side[part].reshape(there.shape)[...] = there
        return a, b

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        for side, pieces in zip((low, high), self.go, strict=True):
            for part, there in pieces:
                np.positive(side[part].reshape(there.shape), out=there, order="C")
        return x


class StripLayer(NamedTuple):
    """A layer of one piece on one array: its sides are there to be written over."""

    a: np.ndarray
    b: np.ndarray

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        return self.a, self.b

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        if low is not self.a or high is not self.b:
            low, high = (side.copy() if side.base is x else side for side in (low, high))
            np.positive(low, out=self.a, order="C")
            np.positive(high, out=self.b, order="C")
        return x


@dataclass(frozen=True)
class Slices:
    """Layers as slices, to be run on an array that they write over. ``enter`` and ``leave`` are the
    orders of the wires before and after them (None: their own); with ``strips`` each layer is one
    piece and may write over its sides."""

    layers: tuple[SliceLayer, ...]
    enter: np.ndarray | None = None
    leave: np.ndarray | None = None
    strips: bool = False

    def __len__(self) -> int:
        return len(self.layers)

    def run(self, xp: Namespace, step: Callable[[Any, Any], Any], x: Any) -> Any:
        """``step(x, layer)`` over the layers, one after the other; x stays as it is."""
        x = np.array(x, order="C") if self.enter is None else xp.rows(x, self.enter)
        bound: dict[int, BoundLayer | StripLayer] = {}
        for layer in self.layers:
            if id(layer) not in bound:
                bound[id(layer)] = layer.on(x, self.strips)
            step(x, bound[id(layer)])
        return x if self.leave is None else xp.rows(x, self.leave)

    @property
    def back(self) -> Slices:
        """What takes the results back to where they came from."""
        orders = (self.leave, None if self.enter is None else np.argsort(self.enter))
        return Slices(tuple(layer.back for layer in self.layers[::-1]), *orders)

    def segments(self, layers: int) -> list[Slices]:
        """The same in parts of so many layers."""
        parts = [self.layers[k : k + layers] for k in range(0, len(self), layers)]
        return [Slices(part, None if k else self.enter) for k, part in enumerate(parts)]


def slices_of(network: Network, sided: bool) -> Slices | None:
    """A network as slices; None where it is run better, or only, by index arrays: some layers are
    no single piece, or which side is which follows no rule."""
    turned = sided and not network.untangled
    if network.blocks is None or (sided and not network.is_regular):
        return None
    layers = _layers(network.blocks, network.n, turned)
    strips = not sided and all(len(layer.come[0]) == 1 for layer in layers)
    if network.n <= (MOST_WOVEN_SORT if strips else MOST_WOVEN):
        return None
    return Slices(layers, network.entry, strips=strips)


@lru_cache(maxsize=64)
def _layers(blocks: tuple[Block, ...], n: int, turned: bool) -> tuple[SliceLayer, ...]:
    known: dict[Block, SliceLayer] = {}
    for block in blocks:
        each = _seen(block, turned)
        known[each] = known.get(each) or _slice_layer(each, n)
    return tuple(known[_seen(block, turned)] for block in blocks)


def _seen(block: Block, turned: bool) -> Block:
    return block._replace(stage=0) if turned else block._replace(stage=0, turned=0)


def _slice_layer(block: Block, n: int) -> SliceLayer:
    uppers, lowers, pairs = [], [], 0
    comes: tuple[list[View], list[View]] = ([], [])
    for piece in pieces_of(block, n):
        part = slice(pairs, pairs + prod(piece.shape))
        pairs = part.stop
        order = _order(piece.shape)
        falling = (*piece.strides[:-1], -piece.strides[-1] if piece.mirrored else 1)
        shape = tuple(piece.shape[axis] for axis in order)
        upper = View(piece.upper, shape, tuple(piece.strides[axis] for axis in order), part)
        lower = View(piece.lower, shape, tuple(falling[axis] for axis in order), part)
        uppers.append(upper)
        lowers.append(lower)
        comes[piece.turned].append(upper)
        comes[not piece.turned].append(lower)
    return SliceLayer(pairs, (tuple(comes[0]), tuple(comes[1])), (tuple(uppers), tuple(lowers)))


def _order(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The axes of a piece as they are gone over: the longest one last, where runs are short."""
    axes = range(len(shape))
    if shape[-1] >= _SHORT:
        return tuple(axes)
    return tuple(sorted(axes, key=lambda axis: shape[axis]))


class BlockLayer(NamedTuple):
    """The layer of a :class:`~diffsort_core.blocks.Block` among n values, in new arrays, either
    side of a pair first. Where all is whole blocks the second half of a mirrored one stays in
    reverse: the layers up to the next mirrored one then treat it as if it were not."""

    n: int
    run: int
    stage: int
    shift: int
    mirrored: bool
    group: int

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        if self._is_whole:
            a, b = xp.halves(self._runs(xp, x))
            return a, xp.flip(b, axis=1) if self.mirrored else b
        raise NotImplementedError

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        if self._is_whole:
            return xp.reshape(xp.stack([low, high], axis=1), xp.sizes(x))
        raise NotImplementedError

    @property
    def _is_whole(self) -> bool:
        return not self.shift and self.n % (2 * self.run) == 0

    def _runs(self, xp: Namespace, x: Any) -> Any:
        _, *batch = xp.sizes(x)
        return xp.reshape(x, (self.n // (2 * self.run), 2, self.run, *batch))
