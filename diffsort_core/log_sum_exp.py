"""The relaxations that do not mix: log-sum-exp, and what differentiable_sorting makes of it.

With ``g = |a - b|`` their shift, as a relaxation has it (:mod:`diffsort_core.relaxations`), is:

============= ============================= ======== =====================================
relaxation    shift                         monotone |soft - hard maximum| is at most
============= ============================= ======== =====================================
LogSumExp     -log1p(exp(-alpha g)) / alpha yes      log(2) / alpha
SoftmaxSmooth between it and the mean       yes      no bound
============= ============================= ======== =====================================

``softmax`` is log-sum-exp throughout, as in differentiable_sorting, never the classifier's softmax.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, log, log1p
from typing import Any, ClassVar

from .arrays import holds
from .backends import Namespace, namespace
from .checks import within
from .errors import DiffsortError
from .relaxations import Relaxation


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
