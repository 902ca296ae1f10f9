"""What the sort-anything explorer sorts: tables, complex numbers, pictures of digits, and what each
is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from diffsort_core import DiffsortError

from ..digits import TAUGHT, digits, score

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


@lru_cache(32)
def material(
    name: str, pieces: int, sample: int, table: tuple[tuple[float, ...], ...] | None, column: int
) -> Material:
    """The material of a name: so many pieces, drawn with the random seed ``sample``, or the given
    table, by its column (from 1); the same object for the same choices.

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
        drawn = np.random.default_rng(sample).integers(-20, 100, (pieces, 2))
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
    parts = np.random.default_rng(sample).normal(0, 2, (2, pieces)).round(2)
    return Material("complex numbers", "number", parts[0] + 1j * parts[1], keys[by], by)


def _digits(by: str, pieces: int, sample: int, *_: Any) -> Material:
    shown, named, ordered = _taught()
    things = shown[np.random.default_rng(sample).choice(len(shown), pieces, replace=False)]
    if by == "brightness":
        return Material(
            "digits", "digit", things, lambda pictures: pictures.mean(axis=1), "brightness"
        )
    remark = (
        f"The score is the digit that a logistic regression expects; taught {TAUGHT} digits,"
        f" it names {100 * named:.1f} % of the {len(shown)} others, orders {100 * ordered:.1f} %"
        " of their unlike pairs."
    )
    return Material("digits", "digit", things, score(), "learned score", remark)


@cache
def _taught() -> tuple[np.ndarray, float, float]:
    """The digits that did not teach the score, shape (597, 64); how often the score names them
    rightly, and how often it orders two unlike ones rightly."""
    pictures, labels = (part[TAUGHT:] for part in digits())
    scores, unlike = score()(pictures), labels[:, None] > labels
    named = float((score().logits(pictures).argmax(axis=1) == labels).mean())
    return pictures, named, float((scores[:, None] > scores)[unlike].mean())
