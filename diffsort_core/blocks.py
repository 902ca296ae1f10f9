"""Layers by rule: which places are compared, said by a few numbers instead of by a list of pairs.

A place is where a value stands when every comparator leaves the minimum on its upper side; a wire
may wander from place to place. Places beyond n are imagined to hold values above all others: they
never move, and what would meet them is left alone, so that any n is the next power of two without
its tail.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import NamedTuple


class Block(NamedTuple):
    """One layer: runs of ``run`` places, in turn even and odd ones.

    With ``shift`` = 0 each even run meets the odd run after it (in reverse, if ``mirrored``), with
    shift = s each odd run the even run 2 s - 1 further on, within each ``group`` of places (0: all
    of them). ``turned``: the pairs whose place shares an odd number of these bits have the wire
    that receives their minimum on the lower side before they meet. ``stage`` numbers the merge.
    """

    run: int
    stage: int = 0
    shift: int = 0
    mirrored: bool = False
    group: int = 0
    turned: int = 0

    @property
    def distance(self) -> int:
        """From a place to the one it meets, where that is the same for all."""
        return self.run * (2 * self.shift - 1 if self.shift else 1)


class Piece(NamedTuple):
    """Some of a layer's pairs, as two arrays with the same strides (in places): the upper sides
    start at ``upper``, the lower ones at ``lower``, which run backwards if ``mirrored``."""

    upper: int
    lower: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]
    mirrored: bool
    turned: bool

    def within(self, most: int) -> Iterator[Piece]:
        """The same in parts of at most so many pairs: halved along its longest side, and again."""
        if prod(self.shape) <= most:
            yield self
            return
        axis = max(range(len(self.shape)), key=self.shape.__getitem__)
        half = self.shape[axis] // 2
        sides = [list(self.shape), list(self.shape)]
        sides[0][axis], sides[1][axis] = half, self.shape[axis] - half
        step = half * self.strides[axis]
        back = self.mirrored and axis == len(self.shape) - 1
        second = self._replace(
            upper=self.upper + step, lower=self.lower + (-step if back else step)
        )
        for piece, shape in zip((self, second), sides, strict=True):
            yield from piece._replace(shape=tuple(shape)).within(most)


def size_of(block: Block, n: int) -> int:
    """The number of a layer's pairs."""
    return sum(prod(piece.shape) for piece in pieces_of(block, n))


def pieces_of(block: Block, n: int) -> Iterator[Piece]:
    """The layer's pairs as a few pieces: whole groups, and what is left of the tail."""
    run, width = block.run, 2 * block.run
    if block.shift:
        group = block.group or n
        groups, rest = divmod(n, group)
        spans = [(0, groups, group), (groups * group, 1, rest)]
        for start, repeats, wide in spans:
            whole = max(wide // width - block.shift, 0)
            upper = start + run
            if whole and repeats:
                yield Piece(
                    upper,
                    upper + block.distance,
                    (repeats, whole, run),
                    (group, width, 1),
                    mirrored=False,
                    turned=False,
                )
            upper += whole * width
            part = min(start + wide - upper - block.distance, run)
            if part > 0 and repeats:
                yield Piece(
                    upper,
                    upper + block.distance,
                    (repeats, part),
                    (group, 1),
                    mirrored=False,
                    turned=False,
                )
        return
    to = width - 1 if block.mirrored else run
    for start, shape, strides, turned in _whole_blocks(block, n // width):
        if min(shape):
            yield Piece(start, start + to, (*shape, run), (*strides, 1), block.mirrored, turned)
    last, left = n - n % width, n % width - run
    if left > 0:
        turned = bool(last & block.turned and (last & block.turned).bit_count() % 2)
        upper = last + run - left if block.mirrored else last
        lower = n - 1 if block.mirrored else last + run
        yield Piece(upper, lower, (left,), (1,), block.mirrored, turned)


def _whole_blocks(
    block: Block, blocks: int
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...], bool]]:
    """The first so many blocks of two runs each, as (start, shape, strides, turned)."""
    width = 2 * block.run
    if not block.turned:
        yield 0, (blocks,), (width,), False
        return
    unit = block.turned & -block.turned  # of places that are turned alike
    of_unit = unit // width
    if block.turned == unit:
        period, halves = 2 * unit, ((0, 1, 0, False), (unit, 1, 0, True))
    else:  # four units: as they are, turned, turned, as they are
        period, halves = 4 * unit, ((0, 2, 3 * unit, False), (unit, 2, unit, True))
    periods = blocks * width // period
    for start, units, apart, turned in halves:
        yield start, (periods, units, of_unit), (period, apart, width), turned
    for start in range(periods * period, blocks * width, unit):
        turned = (start & block.turned).bit_count() % 2 == 1
        yield start, (min(of_unit, blocks - start // width),), (width,), turned
