"""A layer by rule in new arrays, as libraries that differentiate want them: no index array, for any
n."""

from __future__ import annotations

from typing import Any, NamedTuple

from .backends import Namespace


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
