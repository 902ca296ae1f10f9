"""A layer by rule in new arrays, as libraries that differentiate want them: no index array, for any
n."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from .backends import Namespace
from .blocks import Block


class Span(NamedTuple):
    """Equal groups of a layer's places, from ``start`` on: ``groups`` of ``wide`` places, which are
    ``blocks`` of two runs each and a ``rest`` that is less."""

    start: int
    groups: int
    wide: int
    block: Block

    @property
    def blocks(self) -> int:
        return self.wide // (2 * self.block.run)

    @property
    def rest(self) -> int:
        return self.wide % (2 * self.block.run)

    @property
    def met(self) -> tuple[int, int]:
        """In each group: how many whole runs meet another, and how many places of a cut one."""
        run, shift = self.block.run, self.block.shift
        if not shift:
            return self.blocks, max(self.rest - run, 0)
        return max(self.blocks - shift, 0), min(self.rest, run) * (self.blocks >= shift)

    @property
    def counts(self) -> list[int]:
        whole, cut = self.met
        return [self.groups * whole * self.block.run, self.groups * cut]

    def sides(self, xp: Namespace, x: Any) -> list[tuple[Any, Any]]:
        """The upper and the lower sides of the whole runs, and of the cut ones."""
        (even, odd, rest), (whole, cut) = self._runs(xp, x), self.met
        run, shift, mirrored = self.block.run, self.block.shift, self.block.mirrored
        if shift:
            ends = odd[:, whole : whole + 1, :cut], rest[:, :cut]
            return [(odd[:, :whole], even[:, shift:]), ends]
        if mirrored:
            ends = rest[:, run - cut : run], xp.flip(rest[:, run:], axis=1)
            return [(even, xp.flip(odd, axis=2)), ends]
        return [(even, odd), (rest[:, :cut], rest[:, run : run + cut])]

    def put(self, xp: Namespace, low: Sequence[Any], high: Sequence[Any], x: Any) -> Any:
        """The span with its minima and maxima in the places of the upper and the lower sides."""
        (even, odd, rest), (whole, cut) = self._runs(xp, x), self.met
        run, shift, (_, *batch) = self.block.run, self.block.shift, xp.sizes(x)
        up, down = (xp.reshape(side[0], (self.groups, whole, run, *batch)) for side in (low, high))
        up_end, down_end = (xp.reshape(side[1], (self.groups, cut, *batch)) for side in (low, high))
        if shift:
            if cut:
                last = xp.concatenate([up_end, odd[:, whole, cut:]], axis=1)
                up, whole = xp.concatenate([up, last[:, None]], axis=1), whole + 1
            odd = xp.concatenate([up, odd[:, whole:]], axis=1)
            even = xp.concatenate([even[:, :shift], down], axis=1)
            rest = xp.concatenate([down_end, rest[:, cut:]], axis=1)
        else:
            even, odd = up, down
            idle = rest[:, : run - cut] if self.block.mirrored else rest[:, cut:run]
            ends = [idle, up_end] if self.block.mirrored else [up_end, idle]
            rest = xp.concatenate([*ends, down_end], axis=1) if cut else rest
        body = xp.reshape(
            xp.stack([even, odd], axis=2), (self.groups, self.wide - self.rest, *batch)
        )
        whole_span = xp.concatenate([body, rest], axis=1)
        return xp.reshape(whole_span, (self.groups * self.wide, *batch))

    def _runs(self, xp: Namespace, x: Any) -> tuple[Any, Any, Any]:
        """The even runs and the odd ones, shape (groups, blocks, run, batch), and the rest."""
        _, *batch = xp.sizes(x)
        stop = self.start + self.groups * self.wide
        span = xp.reshape(x[self.start : stop], (self.groups, self.wide, *batch))
        cut = self.wide - self.rest
        body = xp.reshape(span[:, :cut], (self.groups, self.blocks, 2, self.block.run, *batch))
        return body[:, :, 0], body[:, :, 1], span[:, cut:]


class BlockLayer(NamedTuple):
    """The layer of a :class:`~diffsort_core.blocks.Block` among n values, the upper side of each
    pair first.

    The second half of a mirrored block stays in reverse: the layers up to the next mirrored one
    compare the same pairs of it either way.
    """

    n: int
    block: Block

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        if self._is_whole:
            a, b = xp.halves(self._halved(xp, x))
            return a, xp.flip(b, axis=1) if self.block.mirrored else b
        (_, *batch), parts = xp.sizes(x), []
        for span in self._spans:
            for sides, count in zip(span.sides(xp, x), span.counts, strict=True):
                if count:
                    parts.append([xp.reshape(side, (count, *batch)) for side in sides])
        if not parts:
            return x[:0], x[:0]
        a, b = (xp.concatenate(list(side)) for side in zip(*parts, strict=True))
        return a, b

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        if self._is_whole:
            return xp.reshape(xp.stack([low, high], axis=1), xp.sizes(x))
        ends = accumulate((count for span in self._spans for count in span.counts), initial=0)
        parts = iter([slice(*each) for each in pairwise(ends)])
        spans = []
        for span in self._spans:
            whole, cut = next(parts), next(parts)
            spans.append(span.put(xp, (low[whole], low[cut]), (high[whole], high[cut]), x))
        return xp.concatenate(spans)

    @property
    def _is_whole(self) -> bool:
        return not self.block.shift and self.n % (2 * self.block.run) == 0

    @property
    def _spans(self) -> list[Span]:
        wide = self.block.group or self.n
        groups, rest = divmod(self.n, wide)
        spans = [Span(0, groups, wide, self.block), Span(groups * wide, 1, rest, self.block)]
        return [span for span in spans if span.groups * span.wide]

    def _halved(self, xp: Namespace, x: Any) -> Any:
        _, *batch = xp.sizes(x)
        run = self.block.run
        return xp.reshape(x, (self.n // (2 * run), 2, run, *batch))
