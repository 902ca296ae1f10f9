"""Soft maxima, and the compare-exchange that each of them defines.

Every relaxation here is the hard maximum less a shift, and the hard minimum plus the same shift, so
that the sum is kept. The shift depends on the gap ``g = |a - b|`` alone. A relaxation that mixes
gives the lesser argument a weight w(t) in the soft maximum, where ``t = alpha g``; its shift is g
w(t), and its slope (the derivative of the soft maximum by the lesser argument) is w(t) + t w'(t),
which must not be negative for the relaxation to be monotone.

================ =========================== ===== ========
======================================================= relaxation       w(t), or the shift
mixes monotone |soft - hard maximum| is at most ================ =========================== =====
======== ======================================================= SmoothMax        1 / (1 + exp(t))
yes   no       0.2785 / alpha Cauchy           1/2 - arctan(t) / pi        yes   yes      1 / (pi
alpha) Reciprocal       1 / (2 + t)                 yes   yes      1 / alpha Optimal          1/2 -
t, then 1 / (16 t)    yes   yes      1 / (16 alpha) Gaussian         Phi(-t)                     yes
no       0.17 / alpha LogSumExp        -log1p(exp(-t)) / alpha     no    yes      log(2) / alpha
SoftmaxSmooth    between it and the mean     no    yes      no bound ================
=========================== ===== ======== =======================================================

``softmax`` is log-sum-exp throughout, as in differentiable_sorting, never the classifier's softmax.
Cauchy, Reciprocal and Optimal are of Petersen et al., "Monotonic differentiable sorting networks",
ICLR 2022; alpha is their steepness beta.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from math import copysign, inf, isinf, log, log1p, pi, sqrt
from typing import Any, ClassVar, Self

from .arrays import asarray, holds, largest
from .backends import Namespace, namespace
from .calls import silence
from .checks import real, within
from .errors import DiffsortError

_FAR = 1e18  # beyond this alpha g every slope is 0, and its square is still a float32


@dataclass(frozen=True, repr=False)
class Relaxation:
    """A soft maximum with its strength fixed: call it with (a, b), or ask it for the whole
    compare-exchange.

    ``alpha`` is the inverse temperature in units of 1 / x: infinity is the hard maximum, 0 the mean
    (where it mixes), and a negative alpha swaps minimum and maximum (and so reverses a sort). With
    ``scale_free`` alpha counts per standard deviation of the vector that is sorted, and so does the
    sigma of soft ranks: sorting then commutes with x -> a x + b, a > 0.

    ``mixes`` says whether the results are weighted means of the arguments, ``monotone`` whether no
    derivative is negative, ``bound`` how far alpha times the soft maximum can be from alpha times
    the hard one, ``tie_slope`` how fast w(t) falls at a tie, -w'(0), which without weights is none.
    Raises DiffsortError when alpha is no number.
    """

    alpha: float = 1.0
    scale_free: bool = field(default=False, kw_only=True)
    mixes: ClassVar[bool] = True
    monotone: ClassVar[bool] = True
    analytic: ClassVar[bool] = False  # the formula holds for complex numbers, too
    bound: ClassVar[float]
    tie_slope: ClassVar[float | None] = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "alpha", real(self.alpha, "alpha"))

    def __call__(self, a: Any, b: Any) -> Any:
        return self.exchange(a, b)[1]

    def __repr__(self) -> str:
        told = [
            each.name
            for each in fields(self)
            if each.name == "alpha" or getattr(self, each.name) != each.default
        ]
        listed = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
        return f"{type(self).__name__}({listed})"

    def exchange(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The soft (minimum, maximum) of two numbers, or two arrays of one shape, however large
        they are."""
        a, b = asarray(a, "a", self.analytic), asarray(b, "b", self.analytic)
        (rule, unit), nothing = self.without_overflow(a), (a - a) + (b - b)
        xp = namespace(nothing)
        if rule.is_hard:
            return rule.compare_exchange(xp, a, b)
        with silence([xp.library]):
            low, high = rule.compare_exchange(xp, a / unit + nothing, b / unit + nothing)
        return low * unit, high * unit

    def compare_exchange(self, xp: Namespace, a: Any, b: Any) -> tuple[Any, Any]:
        """:meth:`exchange` where |a - b| is known not to overflow, and where a and b may be written
        over: the inner step of every sort."""
        if self.mixes and self.alpha == 0:
            return (a + b) * 0.5, (a + b) * 0.5
        low, high = xp.ordered(a, b)
        if self.alpha < 0:
            return self._soften(xp, low, high, b, a)[::-1] if self.alpha > -inf else (high, low)
        return self._soften(xp, low, high, a, b) if self.alpha < inf else (low, high)

    def fitted(self, like: Any, unit: float) -> Self:
        """The same relaxation for values of the dtype of ``like`` that are measured in multiples of
        ``unit``."""
        alpha = self.alpha * unit
        if abs(alpha) > largest(like):
            alpha = copysign(inf, alpha)
        return (
            self
            if alpha == self.alpha and not self.scale_free
            else replace(self, alpha=alpha, scale_free=False)
        )

    def as_steep_as(self, other: Relaxation) -> Self:
        """The same relaxation with the alpha at which its weights fall as fast at a tie, per unit
        of the gap, as those of ``other``.

        >>> Optimal().as_steep_as(SmoothMax(2.0))
        Optimal(alpha=0.5)

        Raises DiffsortError where one of the two has no weights.
        """
        alpha = other.alpha * other._known_slope / self._known_slope
        return replace(self, alpha=alpha, scale_free=other.scale_free)

    @property
    def _known_slope(self) -> float:
        if self.tie_slope is None:
            raise DiffsortError(
                f"relaxation must be one that mixes, got {self!r}, which has no slope at a tie"
            )
        return self.tie_slope

    def check(self, x: Any, name: str) -> None:
        """Raise DiffsortError where the relaxation cannot take x."""

    def without_overflow(self, like: Any) -> tuple[Self, float]:
        """The same relaxation, and the unit in which no gap overflows where that would matter."""
        unit = 2.0 if self.mixes else 1.0
        rule = self.fitted(like, unit)
        return rule, 1.0 if rule.is_hard else unit

    @property
    def is_hard(self) -> bool:
        """Whether the soft maximum is the hard one."""
        return isinf(self.alpha)

    def weight(self, a: Any, b: Any) -> Any:
        """The share of a in the soft maximum, for a relaxation that mixes: maximum = weight a + (1
        - weight) b."""
        if not self.mixes:
            raise DiffsortError(
                f"softmax must be a relaxation that mixes, got {self!r}, which has no mixing"
                " weights"
            )
        return self._by_argument(a, b, self._weight)

    def derivative(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The derivatives of the soft maximum by a and by b; they add up to 1. At a hard tie each
        is 1/2."""
        by_a = self._by_argument(a, b, self._slope)
        return by_a, 1 - by_a

    def _by_argument(self, a: Any, b: Any, of_lesser: Callable[[Namespace, Any], Any]) -> Any:
        xp = namespace(a)
        half_gap = xp.abs(a * 0.5 - b * 0.5)
        alpha = min(abs(self.alpha), largest(a))
        near = min(_FAR / 2 / alpha, largest(a)) if alpha else largest(a)
        hard = self.fitted(a, 1.0).is_hard
        with silence([xp.library]):
            lesser = (
                xp.zeros_like(a)
                if hard
                else of_lesser(xp, 2 * (alpha * xp.clip(half_gap, 0.0, near)))
            )
        if self.alpha < 0:
            lesser = 1 - lesser
        return xp.where(a == b, 0.5 * xp.ones_like(lesser), xp.where(a < b, lesser, 1 - lesser))

    def _soften(self, xp: Namespace, low: Any, high: Any, a: Any, b: Any) -> tuple[Any, Any]:
        """The hard minimum and maximum, each moved toward the other by the shift (in NumPy written
        over a and b, in turn)."""
        gap = high - low
        return xp.moved(low, self._shift(xp, gap), high, a, b)

    def _shift(self, xp: Namespace, gap: Any) -> Any:
        return gap * self._weight(xp, gap * abs(self.alpha))

    def _weight(self, xp: Namespace, t: Any) -> Any:
        raise NotImplementedError

    def _slope(self, xp: Namespace, t: Any) -> Any:
        raise NotImplementedError


@dataclass(frozen=True, repr=False)
class SmoothMax(Relaxation):
    """The relaxation behind :func:`smoothmax`. It mixes, but its derivative by the lesser argument
    turns negative."""

    monotone: ClassVar[bool] = False
    analytic: ClassVar[bool] = True
    bound: ClassVar[float] = 0.2784645427610738  # Lambert's W(1 / e)
    tie_slope: ClassVar[float] = 1 / 4

    def _weight(self, xp: Namespace, t: Any) -> Any:
        return xp.falling(t)

    def _shift(self, xp: Namespace, gap: Any) -> Any:
        return xp.falling(gap, abs(self.alpha), share_of=gap)

    def _slope(self, xp: Namespace, t: Any) -> Any:
        w = xp.falling(t)
        return w - t * w * (1 - w)


@dataclass(frozen=True, repr=False)
class Cauchy(Relaxation):
    """The weights are those of Cauchy's distribution. It mixes, and no derivative is negative.
    Petersen et al. 2022."""

    bound: ClassVar[float] = 1 / pi
    tie_slope: ClassVar[float] = 1 / pi

    def _weight(self, xp: Namespace, t: Any) -> Any:
        return xp.arctan2(xp.ones_like(t), t) / pi

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return self._weight(xp, t) - t / (pi * (1 + t * t))


@dataclass(frozen=True, repr=False)
class Reciprocal(Relaxation):
    """The weight falls as 1 / (2 + t). It mixes, and no derivative is negative. Petersen et al.
    2022."""

    bound: ClassVar[float] = 1.0
    tie_slope: ClassVar[float] = 1 / 4

    def _weight(self, xp: Namespace, t: Any) -> Any:
        return 1 / (2 + t)

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return 2 / (2 + t) ** 2


@dataclass(frozen=True, repr=False)
class Optimal(Relaxation):
    """The monotone relaxation with the least error at its steepness: 1/2 - t up to t = 1/4, then 1
    / (16 t). It mixes, and no derivative is negative; beyond t = 1/4 the derivative by the lesser
    argument is 0. Petersen et al. 2022."""

    bound: ClassVar[float] = 1 / 16
    tie_slope: ClassVar[float] = 1.0

    def _weight(self, xp: Namespace, t: Any) -> Any:
        near = t < 0.25
        return xp.where(near, 0.5 - t, 1 / (16 * xp.where(near, xp.ones_like(t), t)))

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return xp.where(t < 0.25, 0.5 - 2 * t, xp.zeros_like(t))


@dataclass(frozen=True, repr=False)
class Gaussian(Relaxation):
    """The weights are those of the normal distribution. It mixes, but has derivatives of the wrong
    sign."""

    monotone: ClassVar[bool] = False
    bound: ClassVar[float] = 0.16997120747990369  # the maximum of t Phi(-t)
    tie_slope: ClassVar[float] = 1 / sqrt(2 * pi)

    def _weight(self, xp: Namespace, t: Any) -> Any:
        return xp.erfc(t / sqrt(2)) / 2

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return self._weight(xp, t) - t * xp.exp(t * t * -0.5) / sqrt(2 * pi)


@dataclass(frozen=True, repr=False)
class LogSumExp(Relaxation):
    """The relaxation behind :func:`softmax`. Its derivatives are never negative, but it exceeds the
    larger argument: it does not mix, and values may come out in no order. Raises DiffsortError when
    alpha is 0, where it diverges."""

    mixes: ClassVar[bool] = False
    analytic: ClassVar[bool] = True
    bound: ClassVar[float] = log(2)

    def __post_init__(self) -> None:
        super().__post_init__()
        if abs(self.alpha) < 1e-300:
            raise DiffsortError(
                "alpha must not be 0 for softmax (log-sum-exp), which diverges there, got"
                f" {self.alpha:g}"
            )

    def _soften(self, xp: Namespace, low: Any, high: Any, a: Any, b: Any) -> tuple[Any, Any]:
        alpha, gap = abs(self.alpha), low - high
        beyond = xp.log1p(xp.exp(gap if alpha == 1 else gap * alpha))
        return xp.moved(high, beyond if alpha == 1 else beyond / alpha, low, b, a)[::-1]

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return xp.falling(t)


@dataclass(frozen=True, repr=False)
class NormalizedLogSumExp(LogSumExp):
    """:func:`softmax` with ``normalize``: log(exp(alpha a) + exp(alpha b) - normalize) / alpha,
    alpha a and alpha b above 0.

    With normalize = 1 it is 0 at (0, 0) and no more than a + b. Raises DiffsortError when normalize
    is outside [0, 1].
    """

    normalize: float = 1.0

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "normalize", within(self.normalize, "normalize", 0, 1))

    def check(self, x: Any, name: str) -> None:
        if not holds(lambda xp, x: x >= 0 if self.alpha > 0 else x <= 0, x):
            raise DiffsortError(
                f"{name} times alpha must not be negative where normalize is not 0, got {x}"
            )

    def derivative(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The derivatives by a and by b, whose sum exceeds 1."""
        xp, (by_a, by_b) = namespace(a), super().derivative(a, b)
        if self.fitted(a, 1.0).is_hard:
            return by_a, by_b
        gap, high = xp.abs(a - b), xp.where(a < b, b, a)
        grown = (1 + xp.exp(gap * -abs(self.alpha))) / (1 + self._beyond_one(xp, gap, high))
        return by_a * grown, by_b * grown

    def _soften(self, xp: Namespace, low: Any, high: Any, a: Any, b: Any) -> tuple[Any, Any]:
        beyond = xp.log1p(self._beyond_one(xp, high - low, high)) / abs(self.alpha)
        return low - beyond, high + beyond

    def _beyond_one(self, xp: Namespace, gap: Any, high: Any) -> Any:
        nearest = high if self.alpha > 0 else gap - high  # to the exponent's largest term
        return xp.exp(gap * -abs(self.alpha)) - self.normalize * xp.exp(nearest * -abs(self.alpha))


@dataclass(frozen=True, repr=False)
class SoftmaxSmooth(LogSumExp):
    """The relaxation behind :func:`softmax_smooth`: with g' = (1 - smooth) g its shift is
    smooth g / 2 - log1p(exp(-alpha g')) / alpha + log1p(smooth) / alpha.

    Raises DiffsortError when smooth is outside [0, 1].
    """

    smooth: float = 0.0
    analytic: ClassVar[bool] = False
    bound: ClassVar[float] = inf

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "smooth", within(self.smooth, "smooth", 0, 1))

    def compare_exchange(self, xp: Namespace, a: Any, b: Any) -> tuple[Any, Any]:
        closer = self.smooth / 2
        if self.smooth == 1:
            return a * 0.5 + b * 0.5, a * 0.5 + b * 0.5
        low, high = super().compare_exchange(
            xp, (1 - closer) * a + closer * b, (1 - closer) * b + closer * a
        )
        return low + log1p(self.smooth) / self.alpha, high - log1p(self.smooth) / self.alpha

    @property
    def is_hard(self) -> bool:
        return self.smooth == 0 and super().is_hard

    def _slope(self, xp: Namespace, t: Any) -> Any:
        return self.smooth / 2 + (1 - self.smooth) * super()._slope(xp, (1 - self.smooth) * t)


HARD = SmoothMax(inf)
"""The hard compare-exchange: minimum and maximum."""
