"""How much faster the closed-form Jacobians are than autograd through the seed's matrices: `python tests/benchmarks/core.py`.

Both are measured in turn in one process; times are medians.
"""

from collections.abc import Callable, Iterator
from itertools import product
from statistics import median
from time import perf_counter

import numpy as np
from autograd import jacobian

from diffsort_core import bitonic, bitonic_matrices, diff_argsort, diff_sort, rank_jacobian, smoothmax, softmax, sort_jacobian
from diffsort_core.relaxations import SoftMaximum

SIGMA = 0.3
AIMS = {64: "200"}
SECONDS_PER_ROW = 1.0
MOST_ROUNDS = 30


def seconds(function: Callable[[], object]) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def interleaved(slow: Callable[[], object], fast: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of each, one after the other until the time for one row is over."""
    slow(), fast()
    end, times = perf_counter() + SECONDS_PER_ROW, []
    while len(times) < 3 or (perf_counter() < end and len(times) < MOST_ROUNDS):
        times.append((seconds(slow), median(seconds(fast) for _ in range(5))))
    slow_times, fast_times = zip(*times, strict=True)
    return median(slow_times), median(fast_times)


def contestants(n: int, soft: SoftMaximum) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    x = np.random.default_rng(0).normal(scale=3, size=n)
    network, matrices = bitonic(n), bitonic_matrices(n)
    sort, rank = jacobian(diff_sort, 1), jacobian(diff_argsort, 1)
    yield "sort", lambda: sort(matrices, x, soft), lambda: sort_jacobian(network, x, soft)
    yield "rank", lambda: rank(matrices, x, SIGMA, soft), lambda: rank_jacobian(network, x, SIGMA, soft)


def main() -> None:
    print(" n  relaxation  Jacobian  autograd (ms)  closed (ms)  ratio   aim")
    for n, soft in product((16, 32, 64), (softmax, smoothmax)):
        for kind, slow, fast in contestants(n, soft):
            before, after = interleaved(slow, fast)
            row = f"{n:2}  {soft.__name__:10}  {kind:8}  {1e3 * before:13.2f}  {1e3 * after:11.3f}  {before / after:5.0f}"
            print(f"{row}  {AIMS.get(n, '-'):>4}")


if __name__ == "__main__":
    main()
