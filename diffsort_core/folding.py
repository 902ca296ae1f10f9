"""The fold, once: a compare-exchange, and whatever is carried along with it, over the layers of a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from math import isinf
from typing import Any

import numpy as np

from .backends import Namespace, asarray, dtype_name, is_finite, largest, namespace, whole_axis
from .encodings import WovenIndexLayer, WovenLayer, layers_of
from .errors import DiffsortError
from .networks import Network
from .relaxations import LogSumExp, NormalizedLogSumExp, Relaxation
from .soft_maxima import SoftMaximum, as_relaxation, exchange


@dataclass(frozen=True)
class Task:
    """One sort, ready to be folded: x with its wires first and in units in which no gap overflows, the rule of a comparator in
    these units, and the layers. ``spread`` is (centre, unit, peak) where alpha is scale-free: x was (x unit + centre) peak."""

    xp: Namespace
    layers: list[Any]
    rule: SoftMaximum
    x: Any
    axis: int
    dtype: str
    unit: float = 1.0
    spread: tuple[Any, Any, Any] | None = None

    def restore(self, values: Any) -> Any:
        """What came out on the wires, in x's own units, dtype and axes; DiffsortError where it is not finite."""
        if self.spread:
            centre, unit, peak = self.spread
            values = (values * unit + centre) * peak
        elif self.unit != 1:
            values = values * self.unit
        values = self.on_axis(values)
        if self._may_leave and not is_finite(values):
            raise DiffsortError(f"softmax must keep the values within {self.dtype}, got {self.rule!r}, under which they leave it")
        return values

    @property
    def rule_of_x(self) -> SoftMaximum:
        """The rule in x's own units (for one vector, where alpha is scale-free)."""
        if not isinstance(self.rule, Relaxation):
            return self.rule
        unit = float(self.spread[1] * self.spread[2]) if self.spread else self.unit
        return self.rule.fitted(self.x, 1 / unit)

    def on_axis(self, values: Any) -> Any:
        """Values with the wires first, with the wires on x's own axis and in its dtype."""
        return self.cast(self.xp.moveaxis(values, 0, self.axis) if self.axis else values)

    def wires_last(self, values: Any) -> Any:
        """Values with the wires first, with the wires last."""
        return self.xp.moveaxis(values, 0, -1) if len(values.shape) > 1 else values

    def cast(self, values: Any) -> Any:
        return values if dtype_name(values) == self.dtype else self.xp.astype(values, self.dtype)

    def inward(self, v: Any) -> Any:
        """How the task's x moves, times its unit, when x itself moves by v, shape (n, ...): v but for a scale-free alpha."""
        if not self.spread:
            return v
        x = as_wide(self.x, v)
        return v - self.xp.mean(v, axis=0) - x * self.xp.mean(x * v, axis=0)

    def drift(self, values: Any, v: Any, against: Any) -> Any:
        """What a scale-free alpha adds to that: the mean of v, and ``values`` times the mean of v against ``against``."""
        if not self.spread:
            return 0.0
        values, against = as_wide(values, v), as_wide(against, v)
        return self.xp.mean(v, axis=0) + values * self.xp.mean(against * v, axis=0)

    def identity(self) -> Any:
        """The identity of every vector of the batch: shape (n, ..., n)."""
        n, batch = self.x.shape[0], len(self.x.shape) - 1
        return self.xp.constant(np.eye(n).reshape(n, *[1] * batch, n), self.x) + self.xp.zeros_like(self.x)[..., None]

    @property
    def _may_leave(self) -> bool:
        rule, most = self.rule, largest(self.x)
        if not isinstance(rule, LogSumExp) or isinf(rule.alpha):
            return self.dtype.startswith("complex") or self.spread is not None
        growth = len(self.layers) * self.unit / abs(rule.alpha)
        return isinstance(rule, NormalizedLogSumExp) or self.dtype == "float16" or growth > 1e-16 * most


def prepare(
    network: Network | Sequence[Any], x: Any, softmax: SoftMaximum, axis: int = -1, blocks: bool = True
) -> Task:
    """x and the network made ready, or DiffsortError where they do not fit each other."""
    rule = as_relaxation(softmax)
    x = asarray(x, allow_complex=rule is None or rule.analytic)
    xp, dtype = namespace(x), dtype_name(x)
    n, layers = layers_of(network, xp, blocks)
    axis = _wire_axis(x, axis, n)
    if dtype in ("float16", "bfloat16"):
        x = xp.astype(x, "float32")
    if axis:
        x = xp.moveaxis(x, axis, 0)
    task = Task(xp, layers, rule or softmax, x, axis, dtype)
    if rule is None:
        return task
    if rule.scale_free:
        return replace(task, rule=rule.fitted(x, 1.0), **_standardized(xp, x))
    unit = 1.0 if rule.fitted(x, 1.0).is_hard else 2.0
    return replace(task, rule=rule.fitted(x, unit), x=x / unit if unit != 1 else x, unit=unit)


def fold(task: Task, step: Callable[[Any, Any], Any], *arrays: Any) -> Any:
    """``step(arrays, layer)`` over the layers, one after the other; the arrays have the wires first."""
    layers = task.layers
    if layers and isinstance(layers[0], WovenLayer | WovenIndexLayer):  # this one only puts them in order
        first, *layers = layers
        arrays = tuple(first.join(task.xp, *first.split(task.xp, each), each) for each in arrays)
    return reduce(step, layers, arrays)


def exchange_layer(softmax: SoftMaximum, xp: Namespace, x: Any, layer: Any) -> Any:
    """One step of a sort: all compare-exchanges of one layer on x."""
    return layer.join(xp, *exchange(softmax, xp, *layer.split(xp, x)), x)


def carry(task: Task, rows: Any, shares: Callable[[Any, Any, Any], tuple[Any, Any]]) -> tuple[Any, Any]:
    """Sort x with ``rows``, shape (n, ...), carried along: in each comparator they are mixed linearly, by the two shares (of
    a's row and of b's) in the maximum's, as ``shares(rule, a, b)`` gives them. Returns both."""
    xp = task.xp

    def step(state: tuple[Any, Any], layer: Any) -> tuple[Any, Any]:
        (a, b), (a_rows, b_rows) = layer.split(xp, state[0]), layer.split(xp, state[1])
        by_a, by_b = (as_wide(share, a_rows) for share in shares(task.rule, a, b))
        up = by_a * a_rows + by_b * b_rows
        values = layer.join(xp, *exchange(task.rule, xp, a, b), state[0])
        return values, layer.join(xp, a_rows + b_rows - up, up, state[1])

    return fold(task, step, task.x, rows)


def weights(rule: Relaxation, a: Any, b: Any) -> tuple[Any, Any]:
    """The shares of a and of b in the soft maximum: what a soft permutation carries."""
    return (weight := rule.weight(a, b)), 1 - weight


def as_wide(share: Any, rows: Any) -> Any:
    """One number for each row, with as many axes as the rows have."""
    return share[(..., *[None] * (len(rows.shape) - len(share.shape)))]


def _wire_axis(x: Any, axis: int, n: int) -> int:
    place = whole_axis(x, axis)
    if tuple(x.shape) == (n, 1) and axis == -1:
        place = 0  # a column, as in the seed
    if x.shape[place] == 0:
        raise DiffsortError("x must hold at least one value, got none")
    if x.shape[place] != n:
        along = f" along axis {axis}" if len(x.shape) > 1 else ""
        raise DiffsortError(f"x must have n = {n} values{along}, one for each wire, got {x.shape[place]}")
    return place


def _standardized(xp: Namespace, x: Any) -> dict[str, Any]:
    """x less its mean, over its standard deviation, and how to go back; equal values become 0."""
    peak = xp.stop_gradient(xp.max(xp.abs(x), axis=0))
    peak = xp.where(peak > 0, peak, xp.ones_like(peak))
    centre = xp.mean(x / peak, axis=0)
    off = x / peak - centre
    variance = xp.mean(off * off, axis=0)
    unit = xp.sqrt(xp.where(variance > 0, variance, xp.ones_like(variance)))
    return {"x": off / unit, "spread": (centre, unit, peak)}
