"""How the core grows with n, from 2^4 to 2^20: `python tests/benchmarks/growth.py`.

A row is measured in a process of its own, so that its peak memory is its own: seconds are the least
of a few runs; megabytes are what the process grew by.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from platform import platform, python_version
from time import perf_counter

import numpy as np

from diffsort_core import bitonic, diff_sort, families, smoothmax, sort_vjp

POWERS = range(4, 21, 2)
SECONDS_PER_CELL = 1.0
MOST_ROUNDS = 20


def least(function: Callable[[], object]) -> float:
    """The least seconds of a few runs."""
    end, times = perf_counter() + SECONDS_PER_CELL, []
    while not times or (perf_counter() < end and len(times) < MOST_ROUNDS):
        start = perf_counter()
        function()
        times.append(perf_counter() - start)
    return min(times)


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )


def built_anew(n: int) -> None:
    families._BUILT.clear()
    bitonic(n)


def row(n: int) -> str:
    rng = np.random.default_rng(0)
    x, w = rng.normal(scale=3, size=n), rng.normal(size=n)
    before = megabytes()
    build = least(lambda: built_anew(n))
    network = bitonic(n)
    sort = least(lambda: diff_sort(network, x, smoothmax))
    after_sort = megabytes()
    vjp = least(lambda: sort_vjp(network, x, w, smoothmax))
    after_vjp = megabytes()
    hard = least(lambda: np.sort(x))
    cells = [f"{1e3 * each:,.3f}" for each in (build, sort, vjp, hard)]
    cells += [f"{each - before:,.0f}" for each in (after_sort, after_vjp)]
    cells.append(f"{1e9 * sort / (n * np.log2(n) ** 2):.2f}")
    return f"| {n:,} | {' | '.join(cells)} |"


def main() -> None:
    if len(sys.argv) > 1:
        print(row(int(sys.argv[1])), flush=True)
        return
    print(f"bitonic(n), smoothmax, float64; Python {python_version()}, NumPy {np.__version__},")
    print(f"{platform()}\n")
    titles = "build (ms)", "sort (ms)", "vjp (ms)", "np.sort (ms)", "sort (MB)", "vjp (MB)"
    print(f"| n | {' | '.join(titles)} | sort / n log2(n)^2 (ns) |")
    print("|---:" * 8 + "|", flush=True)
    for power in POWERS:
        subprocess.run([sys.executable, __file__, str(2**power)], check=True)


if __name__ == "__main__":
    main()
