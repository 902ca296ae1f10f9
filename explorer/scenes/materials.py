"""What the sort-anything explorer sorts: tables, complex numbers, pictures of digits, and what each
is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import Any

import numpy as np

from diffsort_core import DiffsortError

from ..digits import measured, score, shown
from ..generator import Generator

MATERIALS = (
    "table",
    "complex numbers by modulus",
    "complex numbers by real part",
    "complex numbers by imaginary part",
    "digits by brightness",
    "digits by a learned score",
)
TABLE = ((1, 5), (30, 30), (6, 9), (80, -2), (12, -7), (55, 18), (3, 41), (24, 0))
"""differentiable_sorting's four rows, and four more."""


@dataclass(frozen=True, eq=False)
class Material:
    """n things in a row: ``things``, shape (n, ...), a ``key`` that maps things to numbers, what
    the key is called and what is to be known of it."""

    kind: str
    noun: str
    things: np.ndarray
    key: Callable[[np.ndarray], np.ndarray]
    key_name: str
    remark: str = ""

    @property
    def keys(self) -> tuple[float, ...]:
        """What the things are sorted by."""
        return tuple(self.key(self.things).tolist())


@lru_cache(32)
def material(
    name: str, pieces: int, sample: int, table: tuple[tuple[float, ...], ...] | None, column: int
) -> Material:
    """The material of a name: so many pieces, drawn with the random seed ``sample`` (of which more
    pieces are the same ones, and others), or the given table, by its column (from 1); the same
    object for the same choices.

    >>> material("table", 3, 0, None, 2).things.tolist()
    [[1.0, 5.0], [30.0, 30.0], [6.0, 9.0]]

    Raises DiffsortError when the table has no such column.
    """
    kind, _, by = name.partition(" by ")
    return {"table": _table, "complex numbers": _complex_numbers, "digits": _digits}[kind](
        by, pieces, sample, table, column
    )


def _table(by: str, pieces: int, sample: int, table: Any, column: int) -> Material:
    if table is None:
        drawn = np.reshape(Generator(sample).integers(-20, 100, 2 * pieces), (pieces, 2))
        rows = np.concatenate([TABLE, drawn])[:pieces] if sample == 0 else drawn
    else:
        rows = np.asarray(table)
    rows = rows.astype(float)
    if column > rows.shape[1]:
        raise DiffsortError(
            f"column must be a column of the table, 1 to {rows.shape[1]}, got {column}"
        )
    return Material("table", "row", rows, lambda rows: rows[:, column - 1], f"column {column}")


def _complex_numbers(by: str, pieces: int, sample: int, *_: Any) -> Material:
    keys = {"modulus": np.abs, "real part": np.real, "imaginary part": np.imag}
    drawn = Generator(sample).normals(2 * pieces)
    parts = np.array([floor(200 * part + 0.5) / 100 for part in drawn])  # in two places
    return Material("complex numbers", "number", parts[::2] + 1j * parts[1::2], keys[by], by)


def _digits(by: str, pieces: int, sample: int, *_: Any) -> Material:
    things = shown().pictures[Generator(sample).choice(len(shown().labels), pieces)]
    if by == "brightness":
        return Material(
            "digits", "picture", things, lambda pictures: pictures.mean(axis=1), "brightness"
        )
    known = measured()
    remark = f"The score names {known.named} % of unseen digits."
    return Material("digits", "picture", things, score(), "learned score", remark)
