"""The fold with every step kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from autoray import to_numpy

from .arrays import asvector
from .backends import concrete, library
from .calls import array_function
from .encodings import IndexLayer, require_network
from .errors import DiffsortError
from .folding import prepare, sort_step
from .networks import Network
from .relaxations import Relaxation
from .resolving import Family, for_x
from .soft_maxima import SoftMaximum, derivative, softmax


class Exchanges(NamedTuple):
    """What every comparator of a network did: arrays of shape (size,), in the order of the layers
    and their comparators.

    ``a`` and ``b`` came in on the wires that receive the minimum and the maximum, ``low`` and
    ``high`` went out on them. ``by_a`` and ``by_b`` are the derivatives of ``high`` by a and by b
    (those of ``low`` are 1 less these). ``weight`` is the share of a in ``high``: 0 keeps both
    values on their wires, 1 exchanges them; None where the relaxation does not mix.
    """

    a: np.ndarray
    b: np.ndarray
    low: np.ndarray
    high: np.ndarray
    by_a: np.ndarray
    by_b: np.ndarray
    weight: np.ndarray | None


@dataclass(frozen=True, eq=False)
class Trace:
    """One run: ``values[k]``, shape (n,), is what every wire held after k layers, so ``values[0]``
    is the input.

    ``softmax`` is what each comparator applied; a scale-free alpha stands there in units of 1 / x.
    Two runs are equal where all of these are; arrays can be written to, so that a run has no hash.
    """

    network: Network
    softmax: SoftMaximum
    values: tuple[Any, ...]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trace):
            return NotImplemented
        return (self.network, self.softmax) == (other.network, other.softmax) and all(
            library(one) == library(two)
            and np.array_equal(to_numpy(concrete(one)), to_numpy(concrete(two)))
            for one, two in zip(self.values, other.values, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def tangents(self, v: Any) -> np.ndarray:
        """How what every wire holds moves when the input moves by v: shape (depth + 1, n), from v
        itself to the Jacobian of the sort times v. (For NumPy values; a scale-free alpha counts as
        fixed.)

        >>> from diffsort_core import bitonic, smoothmax
        >>> trace(bitonic(2), [1.0, 2.0], smoothmax).tangents([1.0, 0.0]).round(2).tolist()
        [[1.0, 0.0], [0.93, 0.07]]

        Raises DiffsortError when v is no vector of n finite numbers.
        """
        rows = [self._along_wires(v, "v")]
        for low, high, by_a, by_b in self._derivatives():
            a, b = rows[-1][low], rows[-1][high]
            moved = rows[-1].copy()
            moved[high] = by_a * a + by_b * b
            moved[low] = a + b - moved[high]
            rows.append(moved)
        return np.stack(rows)

    def cotangents(self, w: Any) -> np.ndarray:
        """How sum(w * sorted) answers to what every wire holds: shape (depth + 1, n), from its
        gradient by the input to w. (For NumPy values; a scale-free alpha counts as fixed.)

        >>> from diffsort_core import bitonic, smoothmax
        >>> trace(bitonic(2), [1.0, 2.0], smoothmax).cotangents([0.0, 1.0]).round(2).tolist()
        [[0.07, 0.93], [0.0, 1.0]]

        Raises DiffsortError when w is no vector of n finite numbers.
        """
        rows = [self._along_wires(w, "w")]
        for low, high, by_a, by_b in reversed(self._derivatives()):
            down, up = rows[-1][low], rows[-1][high]
            pulled = rows[-1].copy()
            pulled[low] = down + by_a * (up - down)
            pulled[high] = down + by_b * (up - down)
            rows.append(pulled)
        return np.stack(rows[::-1])

    def _derivatives(self) -> list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
        """For each layer: the wires of its comparators, and the derivatives of their maxima."""
        ends = np.cumsum([low.size for low, *_ in self.network.gathers])[:-1]
        by_a, by_b = (np.split(each, ends) for each in (self.exchanges.by_a, self.exchanges.by_b))
        sides = zip(self.network.gathers, by_a, by_b, strict=True) if self.network.layers else ()
        return [(low, high, a, b) for (low, high, *_), a, b in sides]

    def _along_wires(self, v: Any, name: str) -> np.ndarray:
        v = asvector(v, name)
        if v.shape[0] != self.network.n:
            raise DiffsortError(f"{name} must have n = {self.network.n} values, got {v.shape[0]}")
        return np.asarray(v, np.float64)

    @cached_property
    def exchanges(self) -> Exchanges:
        """What every comparator did, for NumPy values."""
        values, (layer, low, high) = np.stack(self.values), self.network.comparator_arrays
        a, b = values[layer, low], values[layer, high]
        rule = self.softmax
        weight = rule.weight(a, b) if isinstance(rule, Relaxation) and rule.mixes else None
        return Exchanges(
            a, b, values[layer + 1, low], values[layer + 1, high], *derivative(rule, a, b), weight
        )


@for_x
@partial(array_function, lazy=False)
def trace(network: Network | Family, x: Any, softmax: SoftMaximum = softmax) -> Trace:
    """Run :func:`diff_sort` on a vector and keep what every wire held before the first layer and
    after each one.

    >>> from diffsort_core import bitonic, smoothmax
    >>> run = trace(bitonic(4), [3, 1, 4, 2], smoothmax)
    >>> len(run.values), run.values[-1].round(2).tolist()
    (4, [1.7, 2.16, 2.84, 3.3])
    >>> run.exchanges.weight[:2].round(2).tolist()
    [0.88, 0.12]

    Raises DiffsortError as :func:`diff_sort` does, when x is no vector, and for
    differentiable_sorting's forms, which do not say which wires they compare.
    """
    x = asvector(x)
    if isinstance(x, np.ndarray):
        x = x.copy()
    network = require_network(network)
    task = prepare(network, x, softmax)
    layers = [IndexLayer(*arrays) for arrays in network.gathers]
    values = accumulate(layers, sort_step(task), initial=task.x)
    return Trace(network, task.rule_of_x, (x, *map(task.restore, list(values)[1:])))
