"""Soft maxima, and the compare-exchange that each of them defines.

Every relaxation here depends on the gap between its two arguments alone: the soft maximum is the hard one less a shift, the
soft minimum is the hard one plus the same shift, so that the sum is kept. With ``g = |a - b|`` and
``w = 1 / (1 + exp(alpha g))``:

============== ============================================================= ===========================
relaxation     shift(g)                                                      slope = d shift / d g
============== ============================================================= ===========================
softmax        -log1p(exp(-alpha g)) / alpha                                 w
smoothmax      g w                                                           w - alpha g w (1 - w)
softmax_smooth smooth g / 2 - log1p(exp(-(1 - smooth) g)) + log1p(smooth)    smooth / 2 + (1 - smooth) w
============== ============================================================= ===========================

The slope is the derivative of the soft maximum by the *smaller* argument; by the larger one it is ``1 - slope``. Written in
half gaps (``a / 2 - b / 2``) nothing overflows for any finite a and b. ``softmax`` is log-sum-exp throughout, as in the seed,
never the classifier's softmax.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, isinf, log1p
from typing import Any, ClassVar

import numpy as np

from .backends import asarray, largest, namespace, real
from .errors import DiffsortError

SoftMaximum = Callable[[Any, Any], Any]

_VANISHED = 800.0  # exp(-800) is 0 in every float type


@dataclass(frozen=True)
class Relaxation:
    """A soft maximum with its strength fixed: call it with (a, b), or ask it for the whole compare-exchange.

    ``alpha`` is the inverse temperature in units of 1 / x: infinity is the hard maximum, a negative alpha swaps minimum and
    maximum (and so reverses a sort). ``mixes`` says whether the results are weighted means of the arguments.
    Raises DiffsortError when alpha is no number.
    """

    alpha: float = 1.0
    mixes: ClassVar[bool] = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "alpha", real(self.alpha, "alpha"))

    def __call__(self, a: Any, b: Any) -> Any:
        return self.exchange(a, b)[1]

    def exchange(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The soft (minimum, maximum) of two arrays of one shape."""
        xp = namespace(a)
        low, high = xp.minimum(a, b), xp.maximum(a, b)
        if not self._is_hard(a):
            shift = self._shift(xp, xp.abs(a * 0.5 - b * 0.5))
            low, high = low + shift, high - shift
        return (low, high) if self.alpha >= 0 else (high, low)

    def weight(self, a: Any, b: Any) -> Any:
        """The share of a in the soft maximum, for a relaxation that mixes: maximum = weight a + (1 - weight) b."""
        if not self.mixes:
            raise DiffsortError(f"softmax must be a relaxation that mixes, got {self!r}, which has no mixing weights")
        return self._by_argument(a, b, self._lesser_weight)

    def derivative(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The derivatives of the soft maximum by a and by b; they add up to 1. At a hard tie each is 1/2."""
        by_a = self._by_argument(a, b, self._slope)
        return by_a, 1 - by_a

    def _by_argument(self, a: Any, b: Any, of_lesser: Callable[[Any, Any], Any]) -> Any:
        xp = namespace(a)
        half_gap = xp.abs(a * 0.5 - b * 0.5)
        lesser = half_gap * 0 if self._is_hard(a) else of_lesser(xp, half_gap)
        if self.alpha < 0:
            lesser = 1 - lesser
        return xp.where(a == b, 0.5, xp.where(a < b, lesser, 1 - lesser))

    def _is_hard(self, like: Any) -> bool:
        return isinf(self.alpha) or abs(self.alpha) > largest(like)

    def _exponent(self, xp: Any, half_gap: Any) -> Any:
        """alpha times the gap, cut off where its exponential has vanished, so that it cannot overflow."""
        most = largest(half_gap)
        alpha = min(abs(self.alpha), most)
        bound = min(_VANISHED / 2 / alpha, most) if alpha else most
        return 2 * (alpha * xp.minimum(half_gap, bound))

    def _lesser_weight(self, xp: Any, half_gap: Any) -> Any:
        e = xp.exp(-self._exponent(xp, half_gap))
        return e / (1 + e)

    def _shift(self, xp: Any, half_gap: Any) -> Any:
        raise NotImplementedError

    def _slope(self, xp: Any, half_gap: Any) -> Any:
        raise NotImplementedError


@dataclass(frozen=True)
class SmoothMax(Relaxation):
    """The relaxation behind :func:`smoothmax`. It mixes, but its derivative by the smaller argument turns negative."""

    def exchange(self, a: Any, b: Any) -> tuple[Any, Any]:
        if self.alpha == 0:
            mean = a * 0.5 + b * 0.5
            return mean, mean
        return super().exchange(a, b)

    def _shift(self, xp: Any, half_gap: Any) -> Any:
        return half_gap * (2 * self._lesser_weight(xp, half_gap))

    def _slope(self, xp: Any, half_gap: Any) -> Any:
        w = self._lesser_weight(xp, half_gap)
        return w - self._exponent(xp, half_gap) * w * (1 - w)


@dataclass(frozen=True)
class LogSumExp(Relaxation):
    """The relaxation behind :func:`softmax`. Its derivatives are never negative, but it exceeds the larger argument: it does
    not mix, and values may come out in no order. Raises DiffsortError when alpha is 0, where it diverges."""

    mixes: ClassVar[bool] = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if abs(self.alpha) < 1e-300:
            raise DiffsortError(f"alpha must not be 0 for softmax (log-sum-exp), which diverges there, got {self.alpha:g}")

    def _shift(self, xp: Any, half_gap: Any) -> Any:
        return -xp.log1p(xp.exp(-self._exponent(xp, half_gap))) / abs(self.alpha)

    def _slope(self, xp: Any, half_gap: Any) -> Any:
        return self._lesser_weight(xp, half_gap)


@dataclass(frozen=True)
class SoftmaxSmooth(LogSumExp):
    """The relaxation behind :func:`softmax_smooth`. Raises DiffsortError when smooth is outside [0, 1]."""

    smooth: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "smooth", real(self.smooth, "smooth"))
        if not 0 <= self.smooth <= 1:
            raise DiffsortError(f"smooth must lie in [0, 1], got {self.smooth}")

    def exchange(self, a: Any, b: Any) -> tuple[Any, Any]:
        if self.smooth == 1:
            return SmoothMax(0.0).exchange(a, b)
        return super().exchange(a, b)

    def _shift(self, xp: Any, half_gap: Any) -> Any:
        kept = super()._shift(xp, (1 - self.smooth) * half_gap)  # 0 in the limit of an infinite alpha
        return self.smooth * half_gap + kept + log1p(self.smooth) / abs(self.alpha)

    def _is_hard(self, like: Any) -> bool:
        return self.smooth == 0 and super()._is_hard(like)

    def _slope(self, xp: Any, half_gap: Any) -> Any:
        kept = super()._slope(xp, (1 - self.smooth) * half_gap)
        return self.smooth / 2 + (1 - self.smooth) * kept


def softmax(a: Any, b: Any, alpha: float = 1.0) -> Any:
    """Log-sum-exp, log(exp(alpha a) + exp(alpha b)) / alpha: the seed's soft maximum, not the classifier's softmax.

    a, b: numbers or arrays of one shape; alpha in units of 1 / a. The result has their shape and is at least max(a, b).

    >>> round(float(softmax(1.0, 2.0)), 6)
    2.313262

    Raises DiffsortError when alpha is 0 or NaN or an argument is not finite. Source: the seed.
    """
    return _of_two(LogSumExp(alpha), a, b)


def smoothmax(a: Any, b: Any, alpha: float = 1.0) -> Any:
    """The mean of a and b weighted by exp(alpha a) and exp(alpha b): mean at alpha = 0, hard maximum at infinity.

    a, b: numbers or arrays of one shape; alpha in units of 1 / a. The result has their shape and is at most max(a, b).

    >>> [round(float(smoothmax(1.0, 2.0, alpha)), 6) for alpha in (0, 1, float("inf"))]
    [1.5, 1.731059, 2.0]

    Raises DiffsortError when alpha is NaN or an argument is not finite. Source: the seed; the same as the logistic relaxation
    of Petersen et al., "Differentiable sorting networks for scalable sorting and ranking supervision", ICML 2021.
    """
    return _of_two(SmoothMax(alpha), a, b)


def softmax_smooth(a: Any, b: Any, smooth: float = 0.0) -> Any:
    """Log-sum-exp of a and b after each was moved toward the other: softmax at smooth = 0, the mean at smooth = 1.

    a, b: numbers or arrays of one shape; smooth has no unit. The result has their shape.

    >>> round(float(softmax_smooth(1.0, 2.0)), 6), float(softmax_smooth(1.0, 2.0, smooth=1))
    (2.313262, 1.5)

    Raises DiffsortError when smooth is outside [0, 1] or an argument is not finite. Source: the seed.
    """
    return _of_two(SoftmaxSmooth(smooth=smooth), a, b)


_RELAXATIONS: dict[Any, type[Relaxation]] = {softmax: LogSumExp, smoothmax: SmoothMax, softmax_smooth: SoftmaxSmooth}


def as_relaxation(softmax: SoftMaximum) -> Relaxation | None:
    """The relaxation that a soft maximum stands for, or None for a callable of the user's own.

    Known are a :class:`Relaxation`, the three functions above, and ``functools.partial`` of one with keywords.

    >>> as_relaxation(partial(smoothmax, alpha=3.0))
    SmoothMax(alpha=3.0)
    """
    if isinstance(softmax, Relaxation):
        return softmax
    function, keywords = softmax, dict[str, Any]()
    if isinstance(softmax, partial) and not softmax.args:
        function, keywords = softmax.func, softmax.keywords
    try:
        return _RELAXATIONS[function](**keywords)
    except (KeyError, TypeError):
        return None


def exchange(softmax: SoftMaximum, a: Any, b: Any) -> tuple[Any, Any]:
    """The compare-exchange of any soft maximum ``(a, b) -> max``: (minimum, maximum) with the sum a + b kept."""
    relaxation = as_relaxation(softmax)
    if relaxation is not None:
        return relaxation.exchange(a, b)
    xp, high = namespace(a), softmax(a, b)
    return xp.minimum(a, b) + (xp.maximum(a, b) - high), high


def derivative(softmax: SoftMaximum, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives of a soft maximum by a and by b: in closed form where known, otherwise by autograd."""
    relaxation = as_relaxation(softmax)
    if relaxation is not None:
        return relaxation.derivative(a, b)
    from autograd import elementwise_grad

    return elementwise_grad(softmax, 0)(a, b), elementwise_grad(softmax, 1)(a, b)


def _of_two(relaxation: Relaxation, a: Any, b: Any) -> Any:
    return relaxation(asarray(a, "a"), asarray(b, "b"))


HARD = SmoothMax(inf)
"""The hard compare-exchange: minimum and maximum."""
