"""What the Jacobian explorer shows of one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from diffsort_core import (
    Cauchy,
    Optimal,
    Reciprocal,
    Relaxation,
    Trace,
    diff_sort,
    hard_ranks,
    rank_jacobian,
    sort_jacobian,
)
from diffsort_core.ranking import soft_ranks

from ..names import Labels, name_of
from ..style import number
from ..wiring import with_doubt

MONOTONE = {"Cauchy": Cauchy, "reciprocal": Reciprocal, "optimal": Optimal}
"""Relaxations that mix and under which no derivative is negative."""

AGREES = 1e-3
"""Finite differences that are closer than this confirm a derivative."""
VANISHED = 1e-6
"""An input by which no output changes faster than this has vanished."""


class Check(NamedTuple):
    """Whether all is as a person who trains through the sort would wish, and what was found, in
    words."""

    good: bool
    words: str


@dataclass(frozen=True)
class JacobianScene:
    """Soft and hard ranks, shape (n,); the Jacobian of the soft sort, shape (m, n), [out, in],
    whose outputs are the places ``outputs`` of the sort, shape (m,); that of the soft ranks, shape
    (n, n). ``difference``: how far the former is from finite differences, at most; ``vanished``:
    the inputs that no output answers to; ``checks``: what was measured of the former."""

    values: np.ndarray
    ranks: np.ndarray
    hard_ranks: np.ndarray
    outputs: np.ndarray
    sort_jacobian: np.ndarray
    rank_jacobian: np.ndarray
    difference: float
    vanished: np.ndarray
    checks: tuple[Check, ...]
    largest: str
    description: str
    names: Labels = None


def jacobian_scene(
    run: Trace, sigma: float, strength: str, top: int | None = None, names: Labels = None
) -> JacobianScene:
    """The scene of a traced run under a ranking kernel of width sigma; ``strength`` names the
    relaxation and its alpha. With ``top`` only so many largest values of the sort are its outputs.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> run = trace(bitonic(2), [2, 1], SmoothMax(1.0))
    >>> jacobian_scene(run, 0.5, "smoothmax, alpha = 1").hard_ranks.tolist()
    [1.0, 0.0]
    """
    values = np.asarray(run.values[0])
    outputs = np.arange(len(values))[-(top or len(values)) :]
    by_sort = sort_jacobian(run.network, values, run.softmax)[outputs]
    ranks = soft_ranks(run.network, values, sigma, run.softmax)
    by_rank = rank_jacobian(run.network, values, sigma, run.softmax)
    difference = float(np.max(np.abs(by_sort - _finite_differences(run)[outputs])))
    vanished = np.flatnonzero(np.max(np.abs(by_sort), axis=0) < VANISHED)
    checks = (
        _agreement(difference),
        _signs(by_sort, run.softmax),
        _vanished(vanished, len(values)),
    )
    words = " ".join(f"{check.words[0].upper()}{check.words[1:]}." for check in checks)
    return JacobianScene(
        values=values,
        ranks=ranks,
        hard_ranks=hard_ranks(values),
        outputs=outputs,
        sort_jacobian=by_sort,
        rank_jacobian=by_rank,
        difference=difference,
        vanished=vanished,
        checks=checks,
        largest=(largest := _largest(by_rank, names)),
        description=with_doubt(f"{strength}. {words} {largest}", run.network),
        names=names,
    )


def sums_of(jacobian: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sums of the rows and of the columns; what is only rounding is 0."""
    rounding = 1e-7 * np.max(np.abs(jacobian))
    by_row, by_column = (
        np.where(np.abs(sums) < rounding, 0.0, sums)
        for sums in (jacobian.sum(axis=1), jacobian.sum(axis=0))
    )
    return by_row, by_column


def rounding_of_ranks(values: np.ndarray) -> float:
    """What is less than this is no derivative of a rank: rounding of one of so many ranks over the
    range of the values.

    >>> rounding_of_ranks(np.array([0.0, 4.0]))
    5e-13
    """
    half = values.max() / 2 - values.min() / 2  # the range itself may overflow
    return float(5e-13 * len(values) / (half or 0.5))


def _finite_differences(run: Trace) -> np.ndarray:
    """Central differences of the sort: [out, in]."""
    values, rule = np.asarray(run.values[0]), run.softmax
    size = np.max(np.abs(values)) or 1.0
    rule = rule.fitted(values, size)  # for values in multiples of their size
    reach = 1.0 if rule.is_hard or not rule.alpha else 1 / abs(rule.alpha)
    step = 6e-6 * min(np.ptp(values / size) or 1.0, reach)
    moves = np.concatenate([np.eye(len(values)), -np.eye(len(values))]) * step
    up, down = np.split(diff_sort(run.network, values / size + moves, rule), 2)
    return np.asarray((up - down).T / (2 * step))


def _agreement(difference: float) -> Check:
    derivatives = "the derivatives of the sort"
    if difference < AGREES:
        return Check(
            True,
            f"{derivatives} agree with finite differences to {number(float(f'{difference:.0e}'))}",
        )
    off = f"off from finite differences by up to {number(difference)}"
    return Check(False, f"{derivatives} are {off}: a tie or a kink is near")


def _signs(by_sort: np.ndarray, rule: Relaxation) -> Check:
    if negative := int(np.sum(by_sort < -1e-9)):
        told = (
            f"{negative} of {by_sort.size} derivatives of the sort are negative: a larger input, a"
            " smaller output"
        )
        return Check(False, f"{told} (under {', '.join(MONOTONE)} none can be)")
    where = (
        "and under this relaxation none can be"
        if rule.monotone
        else "here; under this relaxation they can be"
    )
    return Check(True, f"no derivative of the sort is negative{',' * rule.monotone} {where}")


def _vanished(vanished: np.ndarray, n: int) -> Check:
    if not vanished.size:
        return Check(True, "every input moves some output")
    have, them = ("has", "it") if vanished.size == 1 else ("have", "them")
    return Check(
        False,
        f"{vanished.size} of {n} inputs {have} vanished: no output shown answers to {them} (× below"
        " the map)",
    )


def _largest(by_rank: np.ndarray, names: Labels) -> str:
    most = int(np.argmax(np.abs(by_rank)))
    out, into = divmod(most, by_rank.shape[1])
    of, by = (name_of(names, wire, f"input {wire}") for wire in (out, into))
    return (
        f"The largest derivative of a rank: that of {of} with respect to {by},"
        f" {number(by_rank[out, into])} per unit."
    )
