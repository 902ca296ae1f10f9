"""How fast the core is against differentiable_sorting's forms, autograd and NumPy's hard sort:
`python tests/benchmarks/core.py`.

The two of a row are measured in turn in one process; times are medians, and what counts is their
ratio.
"""

from collections.abc import Callable, Iterator
from itertools import product
from statistics import median
from time import perf_counter
from typing import NamedTuple

import numpy as np
from autograd import jacobian

from diffsort_core import (
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    diff_sort,
    rank_jacobian,
    smoothmax,
    softmax,
    sort_jacobian,
)
from diffsort_core.ranking import soft_ranks

SIGMA = 0.3
SECONDS_PER_ROW = 1.5
MOST_ROUNDS = 60
SOFT_MAXIMA = (softmax, smoothmax)
Task = Callable[[], object]


class Row(NamedTuple):
    """Two things to time, and the aim for their ratio: ``slow`` over ``fast``."""

    name: str
    slow: Task
    fast: Task
    aim: str


def seconds(function: Task) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def interleaved(slow: Task, fast: Task) -> tuple[float, float]:
    """Median seconds of each, one after the other until the time for one row is over."""
    slow(), fast()
    end, times = perf_counter() + SECONDS_PER_ROW, []
    while len(times) < 3 or (perf_counter() < end and len(times) < MOST_ROUNDS):
        times.append((seconds(slow), median(seconds(fast) for _ in range(5))))
    slow_times, fast_times = zip(*times, strict=True)
    return median(slow_times), median(fast_times)


def vector(n: int) -> np.ndarray:
    return np.random.default_rng(0).normal(scale=3, size=n)


def sorts() -> Iterator[Row]:
    """The network against differentiable_sorting's matrices and indices, one vector."""
    for soft in SOFT_MAXIMA:
        large, network, matrices = vector(1024), bitonic(1024), bitonic_matrices(1024)
        small, small_network, indices = vector(64), bitonic(64), bitonic_indices(64)
        yield Row(
            f"sort, n = 1024, {soft.__name__}: matrices / network",
            lambda m=matrices, x=large, soft=soft: diff_sort(m, x, soft),
            lambda m=network, x=large, soft=soft: diff_sort(m, x, soft),
            ">= 100",
        )
        yield Row(
            f"sort, n = 64, {soft.__name__}: indices / network",
            lambda m=indices, x=small, soft=soft: diff_sort(m, x, soft),
            lambda m=small_network, x=small, soft=soft: diff_sort(m, x, soft),
            ">= 2",
        )


def batches() -> Iterator[Row]:
    """256 vectors of 1024 against NumPy's hard sort of them."""
    x = np.random.default_rng(0).normal(scale=3, size=(256, 1024))
    for soft in SOFT_MAXIMA:
        yield Row(
            f"sort, 256 x 1024, {soft.__name__}: network / np.sort",
            lambda soft=soft: diff_sort(bitonic(1024), x, soft),
            lambda: np.sort(x, axis=-1),
            "<= 45",
        )


def jacobians() -> Iterator[Row]:
    """The closed forms against autograd through differentiable_sorting's matrices."""
    aims = {("sort", 64): ">= 300", ("sort", 128): ">= 450", ("rank", 64): ">= 300"}
    for n, soft in product((16, 64, 128), SOFT_MAXIMA):
        network, matrices, x = bitonic(n), bitonic_matrices(n), vector(n)
        by_sort, by_rank = jacobian(diff_sort, 1), jacobian(soft_ranks, 1)
        yield Row(
            f"Jacobian of the sort, n = {n}, {soft.__name__}: autograd / closed form",
            lambda f=by_sort, m=matrices, x=x, soft=soft: f(m, x, soft),
            lambda m=network, x=x, soft=soft: sort_jacobian(m, x, soft),
            aims.get(("sort", n), ""),
        )
        yield Row(
            f"Jacobian of the ranks, n = {n}, {soft.__name__}: autograd / closed form",
            lambda f=by_rank, m=matrices, x=x, soft=soft: f(m, x, SIGMA, soft),
            lambda m=network, x=x, soft=soft: rank_jacobian(m, x, SIGMA, soft),
            aims.get(("rank", n), ""),
        )


def main() -> None:
    print(f"{'':68}    slow (ms)   fast (ms)   ratio   aim")
    for name, slow, fast, aim in (*sorts(), *batches(), *jacobians()):
        before, after = interleaved(slow, fast)
        print(
            f"{name:68} {1e3 * before:12.3f} {1e3 * after:11.3f} {before / after:7.1f}   {aim}",
            flush=True,
        )


if __name__ == "__main__":
    main()
