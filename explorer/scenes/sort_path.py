"""Every output of a soft sort from the mean (alpha = 0) to the hard sort (alpha = infinity), and
how good it is on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, log10

import numpy as np

from diffsort_core import Network, Relaxation, diff_sort, inversions, relative_rms, sort_jacobian

from ..numbers import magnitude

DECADES = 6
GAP = 0.39
"""Decades from the ends of the scale to the stops of 0 and infinity beyond them."""


@dataclass(frozen=True)
class AlphaAxis:
    """Places for alphas: log10(alpha) from ``low``, six decades on, and a stop at each side: 0 and
    infinity. An alpha beyond the scale stands at its end. ``diverges``: alpha = 0 has no meaning
    (log-sum-exp).

    >>> axis = AlphaAxis(-1, False)
    >>> hard, mean = axis.place(inf), axis.place(0.0)
    >>> axis.place(10.0), axis.alpha_at(hard), axis.alpha_at(mean), axis.alpha_at(0.3)
    (1.0, inf, 0.0, 1.995)
    """

    low: int
    diverges: bool

    @property
    def high(self) -> int:
        return self.low + DECADES

    @property
    def ends(self) -> tuple[float, float]:
        """The places of 0 and of infinity."""
        return self.low - GAP, self.high + GAP

    def place(self, alpha: float) -> float:
        """Where alpha stands."""
        if alpha in (0, inf):
            return self.ends[alpha > 0]
        return min(max(log10(alpha), self.low), self.high)

    def alpha_at(self, place: float) -> float:
        """The alpha of a place, in four digits: 0 and infinity from half-way to their stops on."""
        if place > self.high + GAP / 2:
            return inf
        if place < self.low - GAP / 2 and not self.diverges:
            return 0.0
        return float(f"{10 ** min(max(place, self.low), self.high):.4g}")


@dataclass(frozen=True)
class Sorts:
    """Soft sorts of the same values: ``outputs``, shape (..., n); ``error``, relative RMS as a
    share of the values' range (of 1, where they are equal); ``inversions``, pairs out of order;
    ``largest`` and ``smallest`` entry of the Jacobian."""

    outputs: np.ndarray
    error: np.ndarray
    inversions: np.ndarray
    largest: np.ndarray
    smallest: np.ndarray


@dataclass(frozen=True)
class SortPath:
    """The soft sorts at ``alphas``, shape (k,): 0 (unless the relaxation diverges there), the
    scale, and infinity."""

    axis: AlphaAxis
    alphas: np.ndarray
    places: np.ndarray
    sorts: Sorts


@lru_cache(maxsize=8)
def sort_path(network: Network, values: tuple[float, ...], rule: Relaxation) -> SortPath:
    """The path of the values under a relaxation, whose own alpha does not matter (with 1 in its
    place the path is kept).

    Every relaxation depends on alpha times the gaps alone: one batch of the values times each
    alpha, sorted under alpha = 1, is all but its two ends.
    """
    x, centre, half = _centred(values)
    axis = AlphaAxis(-1 - magnitude(values), not rule.mixes)
    places = np.linspace(axis.low, axis.high, DECADES * (20 if len(values) <= 16 else 10) + 1)
    strengths = half * (2 * 10.0 ** places[:, None])  # where 2 * half may be no float64
    soft, jacobians = _sorted(network, strengths * x, replace(rule, alpha=1.0))
    parts = [(soft / strengths, jacobians), _sorted(network, x[None], replace(rule, alpha=inf))]
    if not axis.diverges:
        parts.insert(0, _sorted(network, x[None], replace(rule, alpha=0.0)))
    alphas = np.array([0.0, *10.0**places, inf][axis.diverges :])
    places = np.array([axis.ends[0], *places, axis.ends[1]][axis.diverges :])
    return SortPath(
        axis,
        alphas,
        places,
        _measured(x, centre, half, *map(np.concatenate, zip(*parts, strict=True))),
    )


def sort_at(network: Network, values: tuple[float, ...], rule: Relaxation) -> Sorts:
    """The soft sort at the alpha of ``rule``."""
    x, centre, half = _centred(values)
    return _measured(
        x, centre, half, *_sorted(network, x, replace(rule, alpha=rule.alpha * half * 2))
    )


def _sorted(network: Network, x: np.ndarray, rule: Relaxation) -> tuple[np.ndarray, np.ndarray]:
    return diff_sort(network, x, rule), sort_jacobian(network, x, rule)


def _measured(
    x: np.ndarray, centre: float, half: float, soft: np.ndarray, jacobians: np.ndarray
) -> Sorts:
    """The measures of soft sorts of x, which are returned in the units of the values."""
    hard = np.sort(x)
    rows = soft.reshape(-1, soft.shape[-1])
    disorder = inversions(soft, margin=1e-9)  # rounding aside
    with np.errstate(over="ignore"):
        error = np.array([relative_rms(row, hard) for row in rows]).reshape(soft.shape[:-1])
        outputs = centre + soft * half * 2
    measures = (
        outputs,
        error,
        disorder,
        np.max(jacobians, axis=(-2, -1)),
        np.min(jacobians, axis=(-2, -1)),
    )
    for array in measures:
        np.asarray(array).setflags(write=False)  # a kept path stays as it is
    return Sorts(*measures)


def _centred(values: tuple[float, ...]) -> tuple[np.ndarray, float, float]:
    """The values from -1/2 to 1/2, their centre and half of their range (of 1, where they are
    equal), without an overflow."""
    low, high = min(values) / 2, max(values) / 2
    centre, half = low + high, high - low or 0.5
    return (np.array(values) / 2 - centre / 2) / half, centre, half
