"""Which array library a value belongs to, and the few operations that differ between libraries.

Only NumPy and autoray are imported here; another library is used because an array of it arrived.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from autoray import get_dtype_name, get_namespace, infer_backend

from .errors import DiffsortError

ARRAY_LIBRARIES = frozenset({"numpy", "autograd", "jax", "torch", "tensorflow", "cupy", "dask"})


def namespace(x: Any) -> Any:
    """The functions of x's own library under NumPy's names."""
    return get_namespace(x)


def asarray(x: Any, name: str = "x") -> Any:
    """x as a floating-point array of its own library; lists, columns, whole numbers and bools become NumPy float64.

    Raises DiffsortError when x holds anything but finite real numbers.
    """
    if infer_backend(x) not in ARRAY_LIBRARIES:
        x = _from_python(x, name)
    values = concrete(x)
    if not isinstance(values, np.ndarray | np.generic):
        return x
    if values.dtype.kind not in "fbiu":
        raise DiffsortError(f"{name} must hold real numbers, got {_shown(values)} of dtype {values.dtype}")
    if not np.isfinite(values).all():
        wrong = np.asarray(values)[~np.isfinite(values)]
        raise DiffsortError(f"{name} must hold finite numbers, got {wrong.flat[0]} in {_shown(values)}")
    return x if values.dtype.kind == "f" else x * 1.0


def asvector(x: Any, name: str = "x") -> Any:
    """:func:`asarray`, and one-dimensional with at least one value, or DiffsortError."""
    x = asarray(x, name)
    if len(x.shape) != 1:
        raise DiffsortError(f"{name} must be one-dimensional, got shape {tuple(x.shape)}")
    if x.shape[0] == 0:
        raise DiffsortError(f"{name} must hold at least one value, got none")
    return x


def constant(values: np.ndarray, like: Any) -> Any:
    """A NumPy array as a constant of the library, and of the dtype, of ``like``."""
    return get_namespace(like).asarray(np.asarray(values, get_dtype_name(like)))


def concatenate(parts: Sequence[Any]) -> Any:
    """``numpy.concatenate`` along the first axis in the library of the parts."""
    return get_namespace(parts[0]).concatenate(parts)


def concrete(x: Any) -> Any:
    """The value inside autograd's tracing boxes, or x itself."""
    while infer_backend(x) == "autograd" and hasattr(x, "_value"):
        x = x._value
    return x


def largest(x: Any) -> float:
    """The largest finite number of x's dtype."""
    return _largest(x.dtype)


@lru_cache(maxsize=32)
def _largest(dtype: Any) -> float:
    name = getattr(dtype, "name", str(dtype).removeprefix("torch."))
    return float(np.finfo(name).max)


def _from_python(x: Any, name: str) -> np.ndarray:
    try:
        return np.asarray(x)
    except (ValueError, TypeError) as error:
        raise DiffsortError(f"{name} must be a list or array of real numbers, got {x!r}") from error


def real(value: Any, name: str, rule: str = "a number") -> float:
    """value as a float, infinity allowed, or a DiffsortError that says what name must be."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = float("nan")
    if number != number:
        raise DiffsortError(f"{name} must be {rule}, got {value!r}")
    return number


def positive(value: Any, name: str) -> float:
    """value as a float above 0 and below infinity, or DiffsortError."""
    number = real(value, name, "a positive number")
    if not 0 < number < float("inf"):
        raise DiffsortError(f"{name} must be a positive number, got {value}")
    return number


def _shown(x: Any) -> str:
    return np.array2string(np.asarray(x), threshold=8, edgeitems=3, separator=", ")
