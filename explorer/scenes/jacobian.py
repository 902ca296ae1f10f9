"""What the Jacobian explorer shows of one run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffsort_core import Trace, diff_argsort, rank_jacobian, sort_jacobian


@dataclass(frozen=True)
class JacobianScene:
    """Soft and hard ranks, shape (n,), and the Jacobians of the soft sort and the soft ranks, shape (n, n), [out, in]."""

    values: np.ndarray
    ranks: np.ndarray
    hard_ranks: np.ndarray
    sort_jacobian: np.ndarray
    rank_jacobian: np.ndarray
    description: str


def jacobian_scene(run: Trace, sigma: float, strength: str) -> JacobianScene:
    """The scene of a traced run under a ranking kernel of width sigma; ``strength`` names the relaxation and its alpha.

    >>> from diffsort_core import SmoothMax, bitonic, trace
    >>> jacobian_scene(trace(bitonic(2), [2, 1], SmoothMax(1.0)), 0.5, "smoothmax, alpha = 1").hard_ranks.tolist()
    [1.0, 0.0]
    """
    values = np.asarray(run.values[0])
    by_sort = sort_jacobian(run.network, values, run.softmax)
    ranks = diff_argsort(run.network, values, sigma, run.softmax)
    by_rank = rank_jacobian(run.network, values, sigma, run.softmax)
    return JacobianScene(values, ranks, _hard_ranks(values), by_sort, by_rank, _description(by_sort, by_rank, strength))


def _hard_ranks(values: np.ndarray) -> np.ndarray:
    """The place of each value in the hard sort; tied values share the mean of their places."""
    ordered = np.sort(values)
    return (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") - 1) / 2


def _description(by_sort: np.ndarray, by_rank: np.ndarray, strength: str) -> str:
    negative = int(np.sum(by_sort < -1e-9))
    signs = (
        f"{negative} of {by_sort.size} derivatives of the sort are negative"
        if negative
        else "No derivative of the sort is negative"
    )
    strongest = np.unravel_index(np.argmax(np.abs(by_rank)), by_rank.shape)
    return f"{strength}. {signs}. The largest derivative of a rank: rank of input {strongest[0]} by input {strongest[1]}."
