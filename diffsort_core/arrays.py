"""Arrays as they are given: taken or refused, and looked into where their values can be read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from operator import index
from typing import Any

import numpy as np
from autoray import to_numpy

from .backends import Namespace, concrete, dtype_name, is_compiling, library, namespace
from .errors import DiffsortError

_LARGEST = {
    name: float(np.finfo(name).max)
    for name in ("float16", "float32", "float64", "complex64", "complex128")
}
_LARGEST["bfloat16"] = _LARGEST["float32"]


def asarray(x: Any, name: str = "x", allow_complex: bool = False) -> Any:
    """x as a floating-point array of its own library; lists, columns, whole numbers and bools are
    computed in float64.

    Raises DiffsortError when x holds anything but finite real numbers (or complex ones, where they
    are allowed). Where a tracer hides the values (``jit``, ``vmap``, ``tf.function``,
    ``torch.compile``) they are not checked.
    """
    if library(x) == "numpy" and not isinstance(x, np.ndarray | np.generic):
        x = _from_python(x, name)
    if isinstance(x, np.matrix):
        raise DiffsortError(
            f"{name} must be an array whose * is entry by entry, got a numpy.matrix: pass"
            f" numpy.asarray({name})"
        )
    if isinstance(x, np.ma.MaskedArray) and x.mask.any():
        raise DiffsortError(f"{name} must hold no masked values, got {x}")
    kind = dtype_name(x)
    if kind.startswith(("int", "uint", "bool")):
        return (
            x * 1.0 if library(x) == "autograd" else namespace(x).astype(x, "float64")
        )  # or its gradient becomes whole
    if kind not in _LARGEST or ("complex" in kind and not allow_complex):
        too_wide = kind not in _LARGEST and kind.startswith(("float", "complex"))
        rule = "numbers of a dtype up to float64" if too_wide else "real numbers"
        raise DiffsortError(f"{name} must hold {rule}, got {_shown(x)} of dtype {x.dtype}")
    if not is_finite(x):
        values = to_numpy(concrete(x))
        raise DiffsortError(
            f"{name} must hold finite numbers, got {values[~np.isfinite(values)].flat[0]} in"
            f" {_shown(x)}"
        )
    return x


def asvector(x: Any, name: str = "x") -> Any:
    """:func:`asarray`, and one-dimensional with at least one value, or DiffsortError."""
    x = asarray(x, name)
    if len(x.shape) != 1:
        raise DiffsortError(f"{name} must be one-dimensional, got shape {tuple(x.shape)}")
    if x.shape[0] == 0:
        raise DiffsortError(f"{name} must hold at least one value, got none")
    return x


def is_finite(x: Any) -> bool:
    """Whether all of x is finite, as far as can be seen: a tracer's values count as finite."""
    if "complex" in dtype_name(x):
        xp = namespace(x)
        return is_finite(xp.real(x)) and is_finite(xp.imag(x))
    return holds(lambda xp, x: xp.isfinite(x), x)


def holds(rule: Callable[[Namespace, Any], Any], x: Any) -> bool:
    """Whether ``rule(xp, x)`` is true of all of x, as far as can be seen: a tracer's values
    pass."""
    if is_compiling():
        return True
    values = concrete(x)
    xp = namespace(values)
    try:
        return bool(xp.all(rule(xp, values)))
    except (
        TypeError,
        RuntimeError,
    ):  # how JAX and TensorFlow, and how torch.func.vmap, say that there is no value yet
        return True


def seen(x: Any) -> np.ndarray | None:
    """x's values as a NumPy array, or None where a tracer hides them."""
    if isinstance(x, np.ndarray):
        return x
    if is_compiling():
        return None
    try:
        if getattr(x, "dtype", None) is not None and dtype_name(x) == "bfloat16":
            x = namespace(x).astype(x, "float32")  # NumPy has no such dtype
        return np.asarray(to_numpy(concrete(x)))
    except (TypeError, RuntimeError, AttributeError):  # in the words of each library
        return None


def axis_first(x: Any, axis: int) -> Any:
    """x with an axis before the others, lazily where x is."""
    if library(x) == "dask":
        return import_module("dask.array").moveaxis(x, axis, 0)
    return namespace(x).moveaxis(x, axis, 0)


def largest(x: Any) -> float:
    """The largest finite number of x's dtype."""
    return _LARGEST[dtype_name(x)]


def whole_axis(x: Any, axis: int, name: str = "x") -> int:
    """axis counted from the front, or DiffsortError where x has no such axis."""
    try:
        place = index(axis)
    except TypeError:
        place = len(x.shape)
    if not -len(x.shape) <= place < len(x.shape):
        raise DiffsortError(
            f"axis must be one of the {len(x.shape)} axes of {name}, of shape {tuple(x.shape)}, got"
            f" {axis!r}"
        )
    return place % len(x.shape)


def _from_python(x: Any, name: str) -> np.ndarray:
    try:
        return np.asarray(x)
    except (ValueError, TypeError) as error:
        raise DiffsortError(f"{name} must be a list or array of real numbers, got {x!r}") from error


def _shown(x: Any) -> str:
    return np.array2string(to_numpy(concrete(x)), threshold=8, edgeitems=3, separator=", ")
