"""The ranking kernel: how much each value belongs to each place of a soft sort, and what is made of
it without the matrix, where NumPy computes.

A Gaussian is as good as 0 some widths away, so that of the order matrix only a band has entries
that count, once values and places are in order. It is worked through in blocks: some values in
order, and the places within their reach. (A soft sort may be in no order: its places are put in
order first, and keep their numbers.) Where the kernel is wide a block is a few rows, which takes
time, but no more memory than the values. Other libraries, some of which differentiate what is
computed here or compile it, have the whole matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import log
from typing import Any, NamedTuple

import numpy as np

from .arrays import largest
from .backends import Namespace, namespace

_ENTRIES = 2**14  # of the order matrix at a time, so that they stay in the processor's cache
_VALUES = 64  # of a block at least, where they are few: a call takes as long as some thousand sums


class Block(NamedTuple):
    """Some values (..., r) and places (..., w): the entries (..., r, w) of the order matrix, a
    quarter of each difference of a value and a place (which cannot overflow), and the numbers of
    the places."""

    xp: Namespace
    order: Any
    quarter: Any
    places: Any

    def ranks(self) -> Any:
        return self.xp.sum(self.order * self.places[..., None, :], axis=-1)

    def slopes(self, sigma: float) -> Any:
        """The derivative of each value's rank by each place."""
        away = 4 * self.places[..., None, :] - 4 * self.ranks()[..., None]
        inverse = _in_widths(self.xp, _in_widths(self.xp, self.quarter, sigma), sigma)
        return self.order * away * inverse


Formula = Callable[..., tuple[Sequence[Any], Sequence[Any]]]
"""(block, vectors beside the values..., vectors beside the places...) -> what each value gets, and
what each place gets of these values."""


def whole_block(xp: Namespace, values: Any, sortd: Any, sigma: float) -> Block:
    """All values and all places."""
    return _block(xp, values, sortd, sigma, xp.constant(np.arange(sortd.shape[-1]), sortd))


def over_blocks(
    values: Any,
    sortd: Any,
    sigma: float,
    formula: Formula,
    on_values: Sequence[Any] = (),
    on_places: Sequence[Any] = (),
) -> tuple[list[Any], list[Any]]:
    """What ``formula`` gives each value, and, added up over all values, each place."""
    xp = namespace(values)
    if type(values) is np.ndarray is type(sortd) and values.size * sortd.shape[-1] > _ENTRIES:
        return _by_numpy(xp, values, sortd, sigma, formula, on_values, on_places)
    of_values, of_places = formula(whole_block(xp, values, sortd, sigma), *on_values, *on_places)
    return list(of_values), list(of_places)


def _by_numpy(
    xp: Namespace,
    values: np.ndarray,
    sortd: np.ndarray,
    sigma: float,
    formula: Formula,
    on_values: Sequence[Any],
    on_places: Sequence[Any],
) -> tuple[list[Any], list[Any]]:
    batch, n, m = (
        np.broadcast_shapes(values.shape[:-1], sortd.shape[:-1]),
        values.shape[-1],
        sortd.shape[-1],
    )
    x, *beside = (np.broadcast_to(v, (*batch, n)).reshape(-1, n) for v in (values, *on_values))
    s, *below = (np.broadcast_to(v, (*batch, m)).reshape(-1, m) for v in (sortd, *on_places))
    places, in_order = np.broadcast_to(np.arange(m, dtype=s.dtype), s.shape), n * m > _ENTRIES
    if in_order:
        wires, numbers = x.argsort(axis=-1), s.argsort(axis=-1, kind="stable")
        x, *beside = (np.take_along_axis(each, wires, -1) for each in (x, *beside))
        s, places, *below = (np.take_along_axis(each, numbers, -1) for each in (s, places, *below))
    of_values: list[np.ndarray] = []
    of_places: list[np.ndarray] = []
    for vectors, rows, columns in _cuts(x, s, sigma):
        block = _block(xp, x[vectors, rows], s[vectors, columns], sigma, places[vectors, columns])
        got = formula(
            block,
            *(each[vectors, rows] for each in beside),
            *(each[vectors, columns] for each in below),
        )
        of_values = of_values or [np.empty(x.shape, each.dtype) for each in got[0]]
        of_places = of_places or [np.zeros(s.shape, each.dtype) for each in got[1]]
        for whole, part in zip(of_values, got[0], strict=True):
            whole[vectors, rows] = part
        for whole, part in zip(of_places, got[1], strict=True):
            whole[vectors, columns] += part
    if in_order:
        of_values = [_put_back(each, wires) for each in of_values]
        of_places = [_put_back(each, numbers) for each in of_places]
    return (
        [each.reshape(*batch, n) for each in of_values],
        [each.reshape(*batch, m) for each in of_places],
    )


def _cuts(x: np.ndarray, s: np.ndarray, sigma: float) -> Iterator[tuple[slice, slice, slice]]:
    """(vectors, values, places) of each block: whole vectors while they are small, and otherwise
    runs of values in order, with the places within their reach. Never none, for an empty batch has
    a formula's results, too."""
    size = x.shape[-1] * s.shape[-1]
    if size <= _ENTRIES or not x.shape[0]:
        count = max(1, _ENTRIES // size)
        for start in range(0, max(1, x.shape[0]), count):
            yield slice(start, start + count), slice(None), slice(None)
        return
    for vector in range(x.shape[0]):
        for rows, columns in _runs(*_reach(x[vector], s[vector], sigma)):
            yield slice(vector, vector + 1), rows, columns


def _reach(x: np.ndarray, s: np.ndarray, sigma: float) -> tuple[np.ndarray, np.ndarray]:
    """For each of the values in order the first of the places in order that counts, and the first
    after them that does not: what lies outside adds up to less than a rounding error of the whole.

    d and m being the distances of a place and of the nearest one, an entry is exp(-(d^2 - m^2) / 2
    sigma^2).
    """
    x, s = x * 0.25, s * 0.25
    after = np.searchsorted(s, x)
    nearest = np.minimum(
        np.abs(s[np.minimum(after, s.size - 1)] - x), np.abs(x - s[np.maximum(after - 1, 0)])
    )
    rounding = float(np.finfo(x.dtype).eps)
    widths = (2 * (log(s.size) - log(rounding))) ** 0.5
    reach = np.hypot(nearest, min(_width(x, sigma) / 4 * widths, largest(x))) * (1 + 4 * rounding)
    first = np.searchsorted(s, np.nextafter(x - reach, -np.inf), "left")
    last = np.searchsorted(s, np.nextafter(x + reach, np.inf), "right")
    # Both grow with x, but for rounding.
    return np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(last)


def _runs(first: np.ndarray, last: np.ndarray) -> Iterator[tuple[slice, slice]]:
    """Values in order cut into runs, each with the places that any of them reaches, and few places
    that some of them do not."""
    start = 0
    while start < first.size:
        width = int(last[start] - first[start])
        count = min(max(width // 2, _VALUES), max(_ENTRIES // width, 1))
        stop = min(start + count, first.size)
        while stop - start > 1 and (stop - start) * (last[stop - 1] - first[start]) > 2 * _ENTRIES:
            stop = (start + stop + 1) // 2
        yield slice(start, stop), slice(int(first[start]), int(last[stop - 1]))
        start = stop


def _put_back(x: np.ndarray, places: np.ndarray) -> np.ndarray:
    back = np.empty_like(x)
    np.put_along_axis(back, places, x, -1)
    return back


def _block(xp: Namespace, values: Any, sortd: Any, sigma: float, places: Any) -> Block:
    quarter = values[..., :, None] * 0.25 - sortd[..., None, :] * 0.25
    nearest = xp.stop_gradient(xp.min(xp.abs(quarter), axis=-1)[..., None])
    # d^2 - m^2 = (d - m) (d + m), with m the distance of the nearest place, so that one exponent in
    # each row is 0.
    kernel = xp.exp(
        _in_widths(xp, quarter - nearest, sigma) * _in_widths(xp, quarter + nearest, sigma) * -8
    )
    return Block(xp, kernel / xp.sum(kernel, axis=-1)[..., None], quarter, places)


def _in_widths(xp: Namespace, x: Any, sigma: float) -> Any:
    """x / sigma, cut off where its square would leave x's dtype."""
    most, sigma = largest(x), _width(x, sigma)
    bound = min(most**0.5 / 4 * sigma, most)
    if xp.library == "numpy":
        return (
            np.minimum(np.maximum(x, -bound), bound) / sigma
        )  # which few numbers take half as long
    return xp.clip(x, -bound, bound) / sigma


def _width(x: Any, sigma: float) -> float:
    """sigma, or the nearest number by which all of x's dtype can be divided."""
    return min(max(sigma, 1 / largest(x)), largest(x))
