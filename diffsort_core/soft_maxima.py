"""differentiable_sorting's soft maxima as functions, and what any soft maximum ``(a, b) -> max``
means to a comparator."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from .arrays import asarray, is_finite
from .backends import Namespace, dtype_name, library, namespace
from .errors import DiffsortError
from .log_sum_exp import LogSumExp, NormalizedLogSumExp, SoftmaxSmooth
from .relaxations import HARD, Relaxation, SmoothMax

SoftMaximum = Callable[[Any, Any], Any]


def softmax(a: Any, b: Any, alpha: float = 1.0, normalize: float = 0.0) -> Any:
    """Log-sum-exp, log(exp(alpha a) + exp(alpha b) - normalize) / alpha: differentiable_sorting's
    soft maximum, not the classifier's softmax.

    a, b: numbers or arrays of one shape, complex ones too; alpha in units of 1 / a. The result has
    their shape and, without ``normalize``, is at least max(a, b). For values above 0, ``normalize``
    = 1 takes the surplus away: softmax(0, 0) is then 0.

    >>> round(float(softmax(1.0, 2.0)), 6), round(float(softmax(1.0, 2.0, normalize=1)), 6)
    (2.313262, 2.20908)

    Raises DiffsortError when alpha is 0 or NaN, normalize is outside [0, 1], an argument is not
    finite, or normalize is not 0 and alpha times an argument is negative. Source:
    differentiable_sorting.
    """
    return _of_two(_log_sum_exp(alpha, normalize), a, b)


def smoothmax(a: Any, b: Any, alpha: float = 1.0) -> Any:
    """The mean of a and b weighted by exp(alpha a) and exp(alpha b): mean at alpha = 0, hard
    maximum at infinity.

    a, b: numbers or arrays of one shape, complex ones too (where the formula has poles, at alpha (a
    - b) = i pi and its odd multiples); alpha in units of 1 / a. The result has their shape and, for
    real numbers, is at most max(a, b).

    >>> [round(float(smoothmax(1.0, 2.0, alpha)), 6) for alpha in (0, 1, float("inf"))]
    [1.5, 1.731059, 2.0]

    Raises DiffsortError when alpha is NaN or an argument is not finite. Source:
    differentiable_sorting; the same as the logistic relaxation of Petersen et al., "Differentiable
    sorting networks for scalable sorting and ranking supervision", ICML 2021.
    """
    return _of_two(SmoothMax(alpha), a, b)


def softmax_smooth(a: Any, b: Any, smooth: float = 0.0) -> Any:
    """Log-sum-exp of a and b after each was moved toward the other: softmax at smooth = 0, the mean
    at smooth = 1.

    a, b: numbers or arrays of one shape; smooth has no unit. The result has their shape.

    >>> round(float(softmax_smooth(1.0, 2.0)), 6), float(softmax_smooth(1.0, 2.0, smooth=1))
    (2.313262, 1.5)

    Raises DiffsortError when smooth is outside [0, 1] or an argument is not finite. Source:
    differentiable_sorting.
    """
    return _of_two(SoftmaxSmooth(smooth=smooth), a, b)


def _log_sum_exp(alpha: float = 1.0, normalize: float = 0.0) -> LogSumExp:
    return NormalizedLogSumExp(alpha, normalize) if normalize else LogSumExp(alpha)


_RELAXATIONS: dict[Any, Callable[..., Relaxation]] = {
    softmax: _log_sum_exp,
    smoothmax: SmoothMax,
    softmax_smooth: SoftmaxSmooth,
}
_DEFAULTS: dict[Any, Relaxation] = {
    function: relaxation() for function, relaxation in _RELAXATIONS.items()
}
_DEFAULTS[np.maximum] = HARD


def as_relaxation(softmax: SoftMaximum) -> Relaxation | None:
    """The relaxation that a soft maximum stands for, or None for a callable of the user's own.

    Known are a :class:`Relaxation`, the three functions above, ``functools.partial`` of one with
    keywords, ``numpy.maximum``.

    >>> as_relaxation(partial(smoothmax, alpha=3.0))
    SmoothMax(alpha=3.0)
    """
    if isinstance(softmax, Relaxation):
        return softmax
    try:
        if isinstance(softmax, partial) and not softmax.args:
            return _RELAXATIONS[softmax.func](**softmax.keywords)
        return _DEFAULTS[softmax]
    except (KeyError, TypeError):
        return None


def exchange_by(softmax: SoftMaximum, xp: Namespace, a: Any, b: Any) -> tuple[Any, Any]:
    """The compare-exchange of a plain callable ``(a, b) -> max``: (minimum, maximum) with the sum a
    + b kept."""
    (low, high), soft = xp.ordered(a, b), _asked(softmax, a, b)
    return low + (high - soft), soft


def derivative(softmax: SoftMaximum, a: Any, b: Any) -> tuple[Any, Any]:
    """The derivatives of a soft maximum by a and by b: in closed form where known, otherwise by
    autograd (NumPy arrays)."""
    if isinstance(softmax, Relaxation):
        return softmax.derivative(a, b)
    if namespace(a).library != "numpy":
        raise DiffsortError(
            "softmax must be a relaxation that gives its derivative, or x a NumPy array, got"
            f" {softmax!r}"
        )
    from autograd import elementwise_grad

    try:
        return elementwise_grad(softmax, 0)(a, b), elementwise_grad(softmax, 1)(a, b)
    except Exception as error:
        raise DiffsortError(
            "softmax must be made of functions that autograd differentiates (autograd.numpy), got"
            f" {softmax!r}, which raised {error!r}"
        ) from error


def _asked(softmax: SoftMaximum, a: Any, b: Any) -> Any:
    """softmax(a, b), or DiffsortError where that is no array like a and b."""
    rule = (
        f"softmax must give the soft maxima of two arrays of shape {tuple(a.shape)}, entry by entry"
    )
    try:
        soft = softmax(a, b)
    except Exception as error:
        raise DiffsortError(f"{rule}, got {softmax!r}, which raised {error!r}") from error
    if not (hasattr(soft, "shape") and hasattr(soft, "dtype")):
        raise DiffsortError(f"{rule}, got {softmax!r}, which gives {soft!r}")
    if tuple(soft.shape) != tuple(a.shape):
        raise DiffsortError(f"{rule}, got {softmax!r}, which gives shape {tuple(soft.shape)}")
    return soft


def _of_two(relaxation: Relaxation, a: Any, b: Any) -> Any:
    a, b = asarray(a, "a", relaxation.analytic), asarray(b, "b", relaxation.analytic)
    if library(a) != library(b):  # one of them is NumPy's
        a, b = (
            x if library(x) != "numpy" else namespace(other).constant(x, other)
            for x, other in ((a, b), (b, a))
        )
    relaxation.check(a, "a")
    relaxation.check(b, "b")
    soft = relaxation(a, b)
    if not (relaxation.mixes or is_finite(soft)):
        raise DiffsortError(
            f"alpha must be so large that the result stays within {dtype_name(soft)}, got"
            f" {relaxation!r}, under which it leaves it"
        )
    return soft
