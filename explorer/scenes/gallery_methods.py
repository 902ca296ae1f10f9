"""Eight ways to sort, each with what is always true of it, and how it is run at one alpha."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from diffsort_core import (
    Cauchy,
    LogSumExp,
    Network,
    Optimal,
    Relaxation,
    SmoothMax,
    diff_sort,
    isotonic_sort,
    isotonic_sort_jacobian,
    neural_sort,
    neural_sort_jacobian,
    soft_permutation,
    soft_sort,
    soft_sort_jacobian,
    sort_jacobian,
)

from ..style import number

_LARGEST = float(np.finfo(float).max)
_SMALLEST = float(np.finfo(float).smallest_subnormal)


class Result(NamedTuple):
    """What a method made of a vector: what alpha is to it, in words, and in few; the sorted values;
    P[out, in], if it has one; the Jacobian [out, in]."""

    strength: str
    brief: str
    sorted: np.ndarray
    permutation: np.ndarray | None
    jacobian: np.ndarray

    @property
    def matrices(self) -> tuple[np.ndarray | None, np.ndarray]:
        """P, if it has one, and the Jacobian."""
        return self.permutation, self.jacobian


Run = Callable[[np.ndarray, Network, float], Result]


class Facts(NamedTuple):
    """What is always true of a method, which is run as ``run(x, network, alpha)``.

    ``network``: whether it needs one; ``monotone``: no derivative is ever negative; ``ordered``:
    results always ascend; ``keeps_sum``: they add up to what x adds up to; ``mixing`` and ``use``:
    whether results are weighted means, and when to use it, in words; ``cost``: of a sort, where it
    has no network; ``comparator``: what it is to two values, where it has weights.
    """

    run: Run
    network: bool
    monotone: bool
    ordered: bool
    keeps_sum: bool
    mixing: str
    use: str
    cost: str = ""
    comparator: type[Relaxation] | None = None


def _hard(x: np.ndarray, network: Network, alpha: float) -> Result:
    order = np.argsort(x, kind="stable")
    permutation = np.eye(len(x))[order]
    return Result("it has none", "", x[order], permutation, permutation)


def _relaxed(family: type[Relaxation]) -> Run:
    def run(x: np.ndarray, network: Network, alpha: float) -> Result:
        rule = family(alpha)
        permutation = soft_permutation(network, x, rule) if rule.mixes else None
        result = diff_sort(network, x, rule) if permutation is None else permutation @ x
        return Result(
            f"alpha = {number(alpha)} per unit",
            f"alpha = {number(alpha)}",
            result,
            permutation,
            sort_jacobian(network, x, rule),
        )

    return run


def _by_matrix(matrix: Callable[..., np.ndarray], jacobian: Callable[..., np.ndarray]) -> Run:
    def run(x: np.ndarray, network: Network, alpha: float) -> Result:
        tau = 1 / alpha if alpha else np.inf
        permutation = matrix(x, _within_floats(tau))
        return Result(
            f"tau = 1 / alpha = {number(tau)}, in units of value",
            f"tau = {number(tau)}",
            permutation @ x,
            permutation,
            jacobian(x, _within_floats(tau)),
        )

    return run


def _isotonic(x: np.ndarray, network: Network, alpha: float) -> Result:
    step = longest_step(x, alpha)
    epsilon = _within_floats(1 / step if step else np.inf)
    strength = (
        f"1 / epsilon = alpha × (mean gap)² = {number(step)}, in units of value: the longest step"
    )
    return Result(
        strength,
        f"steps ≤ {number(step)}",
        isotonic_sort(x, epsilon),
        None,
        isotonic_sort_jacobian(x, epsilon),
    )


def longest_step(x: np.ndarray, alpha: float) -> float:
    """1 / epsilon for an alpha: alpha times the square of the mean gap between neighbours in the
    hard sort, in units of x. The isotonic sort is the nearest vector to the hard sort of which no
    step is longer; its derivatives hold epsilon.

    >>> longest_step(np.array([4.0, 0.0, 1.0]), 0.5)
    2.0
    """
    gap = float(np.max(x) / 2 - np.min(x) / 2) / max(len(x) - 1, 1) * 2
    return alpha * gap * gap if gap else 0.0


def _within_floats(value: float) -> float:
    return min(max(value, _SMALLEST), _LARGEST)


METHODS: dict[str, Facts] = {
    "hard sort": Facts(
        run=_hard,
        network=False,
        monotone=True,
        ordered=True,
        keeps_sum=True,
        mixing="no: each place takes one value",
        use=(
            "the sorted values are all you need: each passes its gradient to one input, and the"
            " order gets none"
        ),
        cost="O(n log n) comparisons",
    ),
    "softmax": Facts(
        run=_relaxed(LogSumExp),
        network=True,
        monotone=True,
        ordered=False,
        keeps_sum=True,
        mixing="no: log-sum-exp leaves the range",
        use="no derivative may have the wrong sign, and values may leave their range",
    ),
    "smoothmax": Facts(
        run=_relaxed(SmoothMax),
        network=True,
        monotone=False,
        ordered=False,
        keeps_sum=True,
        mixing="yes: P is doubly stochastic",
        use=(
            "the error must vanish fast as gaps grow, and a derivative of the wrong sign does no"
            " harm"
        ),
        comparator=SmoothMax,
    ),
    "Cauchy": Facts(
        run=_relaxed(Cauchy),
        network=True,
        monotone=True,
        ordered=False,
        keeps_sum=True,
        mixing="yes: P is doubly stochastic",
        use=(
            "you train through the sort: signs are right, and gradients fade slowly, as a power of"
            " the gap"
        ),
        comparator=Cauchy,
    ),
    "optimal": Facts(
        run=_relaxed(Optimal),
        network=True,
        monotone=True,
        ordered=False,
        keeps_sum=True,
        mixing="yes: P is doubly stochastic",
        use=(
            "signs must be right at little error; gaps above 1 / (4 alpha) pass a gradient to one"
            " of the two only"
        ),
        comparator=Optimal,
    ),
    "NeuralSort": Facts(
        run=_by_matrix(neural_sort, neural_sort_jacobian),
        network=False,
        monotone=False,
        ordered=True,
        keeps_sum=False,
        mixing="yes: rows of P add up to 1, columns may not",
        use="P itself is what you train on, and a place should weigh all pairs of values",
        cost="O(n²): a matrix",
        comparator=SmoothMax,
    ),
    "SoftSort": Facts(
        run=_by_matrix(soft_sort, soft_sort_jacobian),
        network=False,
        monotone=False,
        ordered=True,
        keeps_sum=False,
        mixing="yes: rows of P add up to 1, columns may not",
        use=(
            "P itself is what you train on, by the simplest formula: one hard sort, one softmax"
            " a row"
        ),
        cost="O(n²): a matrix",
        comparator=SmoothMax,
    ),
    "isotonic": Facts(
        run=_isotonic,
        network=False,
        monotone=True,
        ordered=True,
        keeps_sum=True,
        mixing="no: a projection, which gives no P",
        use=(
            "n is large: order and sum are kept, and where no gap is long it is the hard sort"
            " itself"
        ),
        cost="O(n log n): a sort and one pass",
    ),
}
"""Name -> facts, in the order of the gallery."""

_NETWORKS = tuple(name for name, facts in METHODS.items() if facts.network)
COMPARED: dict[str, tuple[str, ...]] = {
    "all": tuple(METHODS),
    "in a network": ("hard sort", *_NETWORKS),
    "without a network": tuple(name for name in METHODS if name not in _NETWORKS),
    **{name: ("hard sort", name) for name in METHODS if name != "hard sort"},
}
"""What can be laid side by side: a choice -> the methods that it shows."""
