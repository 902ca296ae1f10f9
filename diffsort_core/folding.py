"""The fold, once: a compare-exchange, and whatever is carried along with it, over the layers of a
network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import accumulate, pairwise
from math import isinf, isqrt
from typing import Any

import numpy as np

from .arrays import asarray, is_finite, largest, whole_axis
from .backends import Namespace, dtype_name, namespace
from .encodings import WovenIndexLayer, WovenLayer, layers_of, woven
from .errors import DiffsortError
from .log_sum_exp import LogSumExp, NormalizedLogSumExp
from .networks import Network
from .relaxations import Relaxation
from .slicing import Slices
from .soft_maxima import SoftMaximum, as_relaxation, exchange_by

Shares = Callable[[Any, Any, Any], tuple[Any, Any]]
MOST_KEPT = 2**23  # values of all layers together, beyond which they are computed twice


@dataclass(frozen=True)
class Task:
    """One sort, ready to be folded: x with its wires first and in units in which no gap overflows,
    the rule of a comparator in these units, and the layers. ``spread`` is (centre, deviation, peak,
    unit) where alpha is scale-free: x was (x deviation + centre) peak, and unit is the deviation,
    but 1 where that is 0."""

    xp: Namespace
    layers: list[Any] | Slices
    rule: SoftMaximum
    x: Any
    axis: int
    dtype: str
    unit: float = 1.0
    spread: tuple[Any, Any, Any, Any] | None = None

    def restore(self, values: Any) -> Any:
        """What came out on the wires, in x's own units, dtype and axes; DiffsortError where it is
        not finite."""
        if self.spread:
            centre, deviation, peak, _ = self.spread
            values = (values * deviation + centre) * peak
        elif self.unit != 1:
            values = values * self.unit
        values = self.on_axis(values)
        if self._may_leave and not is_finite(values):
            raise DiffsortError(
                f"softmax must keep the values within {self.dtype}, got {self.rule!r}, under which"
                " they leave it"
            )
        return values

    @property
    def rule_of_x(self) -> SoftMaximum:
        """The rule in x's own units (for one vector, where alpha is scale-free)."""
        if not isinstance(self.rule, Relaxation):
            return self.rule
        return self.rule.fitted(self.x, 1 / (float(self.own_unit) or 1.0))

    @property
    def own_unit(self) -> Any:
        """The unit in which the task's x is measured: a number, or one for each vector."""
        return self.spread[3] * self.spread[2] if self.spread else self.unit

    def on_axis(self, values: Any) -> Any:
        """Values with the wires first, with the wires on x's own axis and in its dtype."""
        return self.cast(self.xp.moveaxis(values, 0, self.axis) if self.axis else values)

    def wires_last(self, values: Any) -> Any:
        """Values with the wires first, with the wires last."""
        return self.xp.moveaxis(values, 0, -1) if len(values.shape) > 1 else values

    def cast(self, values: Any) -> Any:
        return values if dtype_name(values) == self.dtype else self.xp.astype(values, self.dtype)

    def inward(self, v: Any) -> Any:
        """How the task's x moves, times its unit, when x itself moves by v, shape (n, ...): v but
        for a scale-free alpha."""
        if not self.spread:
            return v
        x = as_wide(self.x, v)
        return v - self.xp.mean(v, axis=0) - x * self.xp.mean(x * v, axis=0)

    def outward(self, moved: Any, values: Any, v: Any, against: Any) -> Any:
        """``moved``, and what a scale-free alpha adds: the mean of v, and ``values`` times the mean
        of ``against`` times v."""
        if not self.spread:
            return moved
        values, against, spreads = (
            as_wide(values, v),
            as_wide(against, v),
            as_wide(self.spread[1] / self.spread[3], v[0]),
        )
        return (
            moved * spreads
            + self.xp.mean(v, axis=0)
            + spreads * values * self.xp.mean(against * v, axis=0)
        )

    def identity(self) -> Any:
        """The identity of every vector of the batch: shape (n, ..., n)."""
        n, batch = self.x.shape[0], len(self.x.shape) - 1
        return (
            self.xp.constant(np.eye(n).reshape(n, *[1] * batch, n), self.x)
            + self.xp.zeros_like(self.x)[..., None]
        )

    @property
    def _may_leave(self) -> bool:
        rule, most = self.rule, largest(self.x)
        if self.spread or self.dtype.startswith("complex") or not isinstance(rule, Relaxation):
            return True
        if not isinstance(rule, LogSumExp) or isinf(rule.alpha):
            return False
        growth = len(self.layers) * self.unit / abs(rule.alpha)
        return (
            isinstance(rule, NormalizedLogSumExp)
            or self.dtype == "float16"
            or growth > 1e-16 * most
        )


def prepare(
    network: Network | Sequence[Any],
    x: Any,
    softmax: SoftMaximum,
    axis: int = -1,
    sided: bool = False,
    ranks: bool = False,
) -> Task:
    """x and the network made ready, or DiffsortError where they do not fit each other. Where alpha
    is scale-free and infinite, x stays as it is, and so every digit of it, but for ``ranks``, whose
    sigma is scale-free, too. Of what is ``sided`` the two sides of a pair are not alike."""
    rule = as_relaxation(softmax)
    if not callable(softmax):
        raise DiffsortError(f"softmax must be a soft maximum (a, b) -> max, got {softmax!r}")
    x = asarray(x, allow_complex=not ranks and (rule is None or rule.analytic))
    xp, dtype = namespace(x), dtype_name(x)
    n, layers = layers_of(network, xp, sided or (rule is None and xp.in_place))
    axis = _wire_axis(x, axis, n)
    if dtype in ("float16", "bfloat16"):
        x = xp.astype(x, "float32")
    if axis:
        x = xp.moveaxis(x, axis, 0)
    if rule is None:
        return Task(xp, layers, softmax, x, axis, dtype)
    rule.check(x, "x")
    if rule.scale_free and (ranks or not rule.fitted(x, 1.0).is_hard):
        x, spread = _standardized(xp, x)
        return Task(xp, layers, rule.fitted(x, 1.0), x, axis, dtype, spread=spread)
    rule, unit = rule.without_overflow(x)
    return Task(xp, layers, rule, x if unit == 1 else x / unit, axis, dtype, unit)


def fold(task: Task, step: Callable[[Any, Any], Any], x: Any) -> Any:
    """``step(x, layer)`` over the layers, one after the other; x has the wires first."""
    layers = task.layers
    if isinstance(layers, Slices):
        return layers.run(task.xp, step, x)
    if layers and isinstance(
        layers[0], WovenLayer | WovenIndexLayer
    ):  # this one only puts the values in order
        first, *layers = layers
        x = first.join(task.xp, *first.split(task.xp, x), x)
    return reduce(step, layers, x) if layers else x * 1  # a result is never x itself


def sort_step(task: Task) -> Callable[[Any, Any], Any]:
    """The step of a sort: all compare-exchanges of one layer on x."""
    xp, rule = task.xp, task.rule
    exchange = rule.compare_exchange if isinstance(rule, Relaxation) else partial(exchange_by, rule)

    def step(x: Any, layer: Any) -> Any:
        low, high = exchange(xp, *layer.split(xp, x))
        return layer.join(xp, low, high, x)

    return step


@dataclass(frozen=True)
class Mixing:
    """What the comparators of one sort do to a small change, or to the shares, of their two sides,
    layer by layer: maximum = by_a a + by_b b, minimum = a + b - maximum."""

    task: Task
    by_a: list[Any]
    excess: list[Any] | None  # by_a + by_b - 1, where that is not 0

    def carry(self, rows: Any) -> Any:
        """rows, shape (n, ...), mixed as the values were: the product of all layers' matrices with
        them."""
        xp, layers = self.task.xp, iter(range(len(self.by_a)))

        def step(rows: Any, layer: Any) -> Any:
            a, b = layer.split(xp, rows)
            place = next(layers)
            moved = as_wide(self.by_a[place], a) * (a - b)
            if self.excess is not None:
                moved = moved + as_wide(self.excess[place], b) * b
            up, down = xp.moved(b, moved, a, b, a)
            return layer.join(xp, down, up, rows)

        return fold(self.task, step, rows)

    def pull_back(self, network: Network, cotangent: Any) -> Any:
        """The transposed product: cotangents of the outputs, shape (n, ...), carried back through
        the reversed network."""
        xp, places = self.task.xp, iter(reversed(range(len(self.by_a))))

        def step(rows: Any, layer: Any) -> Any:
            low, high = layer.split(xp, rows)
            place, change = next(places), high - low
            moved = self.by_a[place] * change
            extra = 0 if self.excess is None else self.excess[place] * change
            return layer.join(xp, low + moved, high - moved + extra, rows)

        layers = self.task.layers
        back = layers.back if isinstance(layers, Slices) else woven(network.woven(back=True))
        return fold(replace(self.task, layers=back), step, cotangent)


@dataclass(frozen=True)
class Replayed:
    """A :class:`Mixing` too large to be kept: of every few layers only the values that came in, by
    which the rest is computed anew (square-root checkpoints)."""

    segments: list[Task]
    shares: Shares

    def carry(self, rows: Any) -> Any:
        """:meth:`Mixing.carry`."""
        for segment in self.segments:
            rows = _mixing(segment, self.shares)[1].carry(rows)
        return rows

    def pull_back(self, network: Network, cotangent: Any) -> Any:
        """:meth:`Mixing.pull_back`."""
        for segment in reversed(self.segments):
            cotangent = _mixing(segment, self.shares)[1].pull_back(network, cotangent)
        return cotangent


def mixed(task: Task, shares: Shares) -> tuple[Any, Mixing | Replayed]:
    """The sorted x, and what ``shares(rule, a, b)`` says of all comparators: (by_a, by_b). For a
    task that is sided."""
    layers, x = task.layers, task.x
    if not isinstance(layers, Slices) or len(layers) * x.size <= MOST_KEPT:
        return _mixing(task, shares)
    segments = []
    for part in layers.segments(max(isqrt(len(layers)) // 2, 1)):
        segments.append(replace(task, layers=part, x=x))
        x = fold(segments[-1], sort_step(task), x)
    return x, Replayed(segments, shares)


def _mixing(task: Task, shares: Shares) -> tuple[Any, Mixing]:
    xp, sort = task.xp, sort_step(task)
    sides: list[tuple[Any, Any]] = []

    def step(x: Any, layer: Any) -> Any:
        written_over = xp.in_place and isinstance(layer, WovenIndexLayer)
        sides.append(layer.split(xp, x.copy() if written_over else x))
        return sort(x, layer)

    result = fold(task, step, task.x)
    if not sides:
        return result, Mixing(task, [], None)
    by_a, by_b = shares(task.rule, *(xp.concatenate(side) for side in zip(*sides, strict=True)))
    ends = accumulate((a.shape[0] for a, _ in sides), initial=0)
    parts = [slice(*ends) for ends in pairwise(ends)]
    unequal = not isinstance(task.rule, Relaxation) or isinstance(task.rule, NormalizedLogSumExp)
    excess = [(by_a + by_b - 1)[part] for part in parts] if unequal else None
    return result, Mixing(task, [by_a[part] for part in parts], excess)


def weights(rule: Relaxation, a: Any, b: Any) -> tuple[Any, Any]:
    """The shares of a and of b in the soft maximum: what a soft permutation carries."""
    weight = rule.weight(a, b)
    return weight, 1 - weight


def as_wide(share: Any, rows: Any) -> Any:
    """Numbers for the leading axes of ``rows``, with as many axes as these."""
    return share[(..., *[None] * (len(rows.shape) - len(share.shape)))]


def _wire_axis(x: Any, axis: int, n: int) -> int:
    if not len(x.shape):
        raise DiffsortError(f"x must have an axis to sort along, got {x}")
    place = whole_axis(x, axis)
    if tuple(x.shape) == (n, 1) and axis == -1:
        place = 0  # a column, as in differentiable_sorting
    if x.shape[place] == 0:
        raise DiffsortError("x must hold at least one value, got none")
    if x.shape[place] != n:
        along = f" along axis {axis}" if len(x.shape) > 1 else ""
        raise DiffsortError(
            f"x must have n = {n} values{along}, one for each wire, got {x.shape[place]}"
        )
    return place


def _standardized(xp: Namespace, x: Any) -> tuple[Any, tuple[Any, Any, Any, Any]]:
    """x less its mean, over its standard deviation, and how to go back; equal values become 0."""
    peak = xp.stop_gradient(xp.max(xp.abs(x), axis=0))
    peak = xp.where(peak > 0, peak, xp.ones_like(peak))
    shrunk = xp.where(
        peak > 1, xp.ones_like(peak) / 16, xp.ones_like(peak)
    )  # JAX divides by way of 1 / peak, maybe subnormal
    part = (x * shrunk) / (peak * shrunk)
    centre = xp.mean(part, axis=0)
    off = part - centre
    variance = xp.mean(off * off, axis=0)
    unit = xp.sqrt(xp.where(variance > 0, variance, xp.ones_like(variance)))
    return off / unit, (centre, xp.where(variance > 0, unit, xp.zeros_like(unit)), peak, unit)
