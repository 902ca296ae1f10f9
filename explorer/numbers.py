"""Where a person's numbers come from: presets, pasted text, columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log10
from typing import Any

import numpy as np

from diffsort_core.arrays import asvector
from diffsort_core.errors import DiffsortError

from .generator import Generator

MAX_WIRES = 256
DRAWABLE = 1e300
OWN = "own numbers"
BITS = "zeros and ones"


def _example(n: int, seed: int) -> list[float]:
    return [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]


def _random(n: int, seed: int) -> list[float]:
    return [value / 10 for value in Generator(seed).integers(0, 400, n)]


def _reversed(n: int, seed: int) -> list[float]:
    return [float(value) for value in range(n, 0, -1)]


def _nearly_sorted(n: int, seed: int) -> list[float]:
    values = [float(value) for value in range(1, n + 1)]
    for left in Generator(seed).choice(n - 1, max(1, n // 6)) if n > 1 else []:
        values[left], values[left + 1] = values[left + 1], values[left]
    return values


def _ties(n: int, seed: int) -> list[float]:
    return [float(value) for value in Generator(seed).integers(1, 4, n)]


def _bits(n: int, seed: int) -> list[float]:
    return [float(value) for value in Generator(seed).integers(0, 2, n)]


PRESETS: dict[str, Callable[[int, int], list[float]]] = {
    "example": _example,
    "random": _random,
    "reversed": _reversed,
    "nearly sorted": _nearly_sorted,
    "ties": _ties,
    BITS: _bits,
}
"""Name -> f(n, seed); the browser's half draws the same (explorer/web/sort/presets.js). The example
is differentiable_sorting's vector of 8 numbers, whatever n."""


def drawn(preset: str, n: int, seed: int) -> tuple[float, ...]:
    """The numbers of a preset."""
    return tuple(PRESETS[preset](n, seed))


def belongs(values: tuple[float, ...], preset: str, seed: int) -> bool:
    """Whether the numbers are those of the preset; any zeros and ones are "zeros and ones", which a
    person may flip."""
    return (
        preset == OWN
        or (preset == BITS and set(values) <= {0.0, 1.0})
        or values == drawn(preset, len(values), seed)
    )


def as_values(x: Any, name: str = "values") -> tuple[float, ...]:
    """A list, an array, a column of a table: anything that ``numpy.asarray`` makes 1 to 256 finite
    numbers of, and whole numbers of any size, as which JSON writes large floats.

    >>> as_values(range(3))
    (0.0, 1.0, 2.0)

    Raises DiffsortError that names the rule and the value.
    """
    if isinstance(x, list | tuple):
        x = [float(each) if type(each) is int and _is_wide(each) else each for each in x]
    elif type(x) is int and _is_wide(x):
        x = float(x)
    vector = asvector(np.asarray(x) if hasattr(x, "__array__") else x, name)
    if vector.shape[0] > MAX_WIRES:
        raise DiffsortError(f"{name} must hold at most {MAX_WIRES} numbers, got {vector.shape[0]}")
    return tuple(float(value) for value in vector)


def _is_wide(whole: int) -> bool:
    """Whether a number has no place among NumPy's whole numbers, but has one among floats."""
    return 63 < whole.bit_length() < 1024


def drawable(values: Sequence[float]) -> None:
    """Raise DiffsortError where values, and room about them, find no place on an axis of
    float64."""
    if max(map(abs, values)) > DRAWABLE:
        raise DiffsortError(
            f"values must be within ±{DRAWABLE:g} to be drawn here, got {list(values)}"
        )


def magnitude(values: Sequence[float]) -> int:
    """The spread of the values, or where they are all the same their size, as a power of ten from
    -100 to 100: what the scales of alpha and sigma follow.

    >>> magnitude([0, 42]), magnitude([3e5]), magnitude([0])
    (2, 5, 0)
    """
    half = max(values) / 2 - min(values) / 2 or max(map(abs, values)) / 2
    return min(max(round(log10(half) + log10(2)), -100), 100) if half else 0
