"""What the Jacobian explorer shows of one run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffsort_core import (
    Cauchy,
    Optimal,
    Reciprocal,
    Relaxation,
    Trace,
    diff_argsort,
    diff_sort,
    rank_jacobian,
    sort_jacobian,
    vanishing,
)

from ..style import number

MONOTONE = {"Cauchy": Cauchy, "reciprocal": Reciprocal, "optimal": Optimal}
"""Relaxations that mix and under which no derivative is negative."""


@dataclass(frozen=True)
class JacobianScene:
    """Soft and hard ranks, shape (n,); the Jacobian of the soft sort, shape (m, n), [out, in], whose outputs are the places
    ``outputs`` of the sort, shape (m,); that of the soft ranks, shape (n, n). ``difference``: how far the former is from finite
    differences, at most."""

    values: np.ndarray
    ranks: np.ndarray
    hard_ranks: np.ndarray
    outputs: np.ndarray
    sort_jacobian: np.ndarray
    rank_jacobian: np.ndarray
    difference: float
    description: str


def jacobian_scene(run: Trace, sigma: float, strength: str, top: int | None = None) -> JacobianScene:
    """The scene of a traced run under a ranking kernel of width sigma; ``strength`` names the relaxation and its alpha. With
    ``top`` only so many largest values of the sort are its outputs.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> jacobian_scene(trace(bitonic(2), [2, 1], SmoothMax(1.0)), 0.5, "smoothmax, alpha = 1").hard_ranks.tolist()
    [1.0, 0.0]
    """
    values = np.asarray(run.values[0])
    outputs = np.arange(len(values))[-(top or len(values)) :]
    by_sort = sort_jacobian(run.network, values, run.softmax)[outputs]
    ranks = diff_argsort(run.network, values, sigma, run.softmax)
    by_rank = rank_jacobian(run.network, values, sigma, run.softmax)
    difference = float(np.max(np.abs(by_sort - _finite_differences(run)[outputs])))
    words = " ".join((f"{strength}.", _signs(by_sort, run.softmax), _sizes(by_sort, by_rank), _check(difference)))
    return JacobianScene(values, ranks, _hard_ranks(values), outputs, by_sort, by_rank, difference, words)


def sums_of(jacobian: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sums of the rows and of the columns; what is only rounding is 0."""
    rounding = 1e-9 * np.max(np.abs(jacobian))
    by_row, by_column = (np.where(np.abs(sums) < rounding, 0.0, sums) for sums in (jacobian.sum(axis=1), jacobian.sum(axis=0)))
    return by_row, by_column


def _hard_ranks(values: np.ndarray) -> np.ndarray:
    """The place of each value in the hard sort; tied values share the mean of their places."""
    ordered = np.sort(values)
    return (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") - 1) / 2


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


def _signs(by_sort: np.ndarray, rule: Relaxation) -> str:
    negative = int(np.sum(by_sort < -1e-9))
    if rule.monotone:
        return "No derivative of the sort is negative, and under this relaxation none can be."
    if negative:
        share = f"{negative} of {by_sort.size} derivatives of the sort are negative"
        return f"{share}: a larger input, a smaller output. Under {', '.join(MONOTONE)} none can be."
    return "No derivative of the sort is negative here; under this relaxation they can be."


def _sizes(by_sort: np.ndarray, by_rank: np.ndarray) -> str:
    vanished = round(vanishing(by_sort) * by_sort.shape[1])
    gone = f"{vanished} of {by_sort.shape[1]} inputs have vanished: no output shown answers to them. " if vanished else ""
    out, into = np.unravel_index(np.argmax(np.abs(by_rank)), by_rank.shape)
    return (
        f"{gone}The largest derivative of a rank: rank of input {out} by input {into}, {number(by_rank[out, into])} per unit."
    )


def _check(difference: float) -> str:
    if difference < 1e-3:
        return f"Finite differences agree to {difference:.0e}."
    return f"Finite differences are off by up to {number(difference)}: a tie or a kink is near."
