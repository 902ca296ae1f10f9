"""What a relaxation is: a soft maximum and the compare-exchange of it; and those that mix.

Every relaxation is the hard maximum less a shift, and the hard minimum plus the same shift, so that
the sum is kept. The shift depends on the gap ``g = |a - b|`` alone. A relaxation that mixes gives
the lesser argument a weight w(t) in the soft maximum, where ``t = alpha g``; its shift is g w(t),
and its slope (the derivative of the soft maximum by the lesser argument) is w(t) + t w'(t), which
must not be negative for the relaxation to be monotone.

============ =========================== ======== ========================================
mixes        w(t)                        monotone |soft - hard maximum| is at most
============ =========================== ======== ========================================
SmoothMax    1 / (1 + exp(t))            no       0.2785 / alpha
Cauchy       1/2 - arctan(t) / pi        yes      1 / (pi alpha)
Reciprocal   1 / (2 + t)                 yes      1 / alpha
Optimal      1/2 - t, then 1 / (16 t)    yes      1 / (16 alpha)
Gaussian     Phi(-t)                     no       0.17 / alpha
============ =========================== ======== ========================================

Those that do not mix are in :mod:`diffsort_core.log_sum_exp`. Cauchy, Reciprocal and Optimal are of
Petersen et al., "Monotonic differentiable sorting networks", ICLR 2022; alpha is their steepness
beta.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from math import copysign, inf, isinf, pi, sqrt
from typing import Any, ClassVar, Self

from .arrays import asarray, largest
from .backends import Namespace, namespace
from .calls import silence
from .checks import real
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


HARD = SmoothMax(inf)
"""The hard compare-exchange: minimum and maximum."""
