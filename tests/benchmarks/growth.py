"""How the core grows with n, from 2^4 to 2^20, beside what others compute: a table, and a plot in
growth.svg beside this file: `python tests/benchmarks/growth.py`.

A row is measured in a process of its own, so that its peak memory is its own: seconds are the least
of a few runs; megabytes are what the process grew by.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from platform import platform, python_version
from time import perf_counter

import numpy as np

from diffsort_core import (
    SmoothMax,
    bitonic,
    diff_argsort,
    diff_sort,
    families,
    isotonic_sort,
    smoothmax,
    sort_vjp,
)

POWERS = range(4, 21, 2)
SECONDS_PER_CELL = 1.0
MOST_ROUNDS = 20
PLOT = Path(__file__).with_suffix(".svg")
TIMED = {
    "build": "build",
    "sort": "soft sort",
    "vjp": "its vjp",
    "ranks": "soft ranks",
    "isotonic": "isotonic sort (ours)",
    "lapsum": "LapSum ranks (NumPy)",
    "hard": "np.sort",
}
"""What is timed -> its name in the table."""


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


def lapsum_ranks(x: np.ndarray, width: float) -> np.ndarray:
    """How many values lie below each, every one blurred to a Laplace distribution of this width
    (Struski et al. 2025, LapSum): after a sort, two sums of exponentials that each value passes on
    to the next, here by doubling steps.

    >>> lapsum_ranks(np.array([3.0, 1.0, 2.0]), 1e-3).round(6).tolist()
    [2.5, 0.5, 1.5]
    """
    order = np.argsort(x)
    fading = np.exp(-np.diff(x[order], prepend=-np.inf) / width)  # from the value before
    below = _passed_on(fading)
    above = _passed_on(np.append(fading[1:], 0)[::-1])[::-1] - 1
    ranks = np.empty(x.size)
    ranks[order] = np.arange(1, x.size + 1) - below / 2 + above / 2
    return ranks


def _passed_on(fading: np.ndarray) -> np.ndarray:
    """s[i] = 1 + fading[i] s[i - 1]."""
    kept, total, step = fading.copy(), np.ones(fading.size), 1
    while step < fading.size:
        total[step:] += kept[step:] * total[:-step]
        kept[step:] *= kept[:-step]
        kept[:step] = 0
        step *= 2
    return total


def row(n: int) -> dict[str, float]:
    """The seconds of each thing, and megabytes."""
    rng = np.random.default_rng(0)
    x, w = rng.normal(scale=3, size=n), rng.normal(size=n)
    gap = float(np.median(np.diff(np.sort(x))))
    before = megabytes()
    build = least(lambda: built_anew(n))
    network = bitonic(n)
    sort = least(lambda: diff_sort(network, x, smoothmax))
    after_sort = megabytes()
    vjp = least(lambda: sort_vjp(network, x, w, smoothmax))
    after_vjp = megabytes()
    isotonic_sort(x[:2])  # which imports what it needs
    return {
        "build": build,
        "sort": sort,
        "vjp": vjp,
        "ranks": least(lambda: diff_argsort(network, x, 3 * gap, SmoothMax(3 / gap))),
        "isotonic": least(lambda: isotonic_sort(x)),
        "lapsum": least(lambda: lapsum_ranks(x, gap)),
        "hard": least(lambda: np.sort(x)),
        "sort (MB)": after_sort - before,
        "vjp (MB)": after_vjp - before,
    }


def table(rows: dict[int, dict[str, float]]) -> str:
    names = [*TIMED, "sort (MB)", "vjp (MB)"]
    titles = [f"{TIMED[name]} (ms)" if name in TIMED else name for name in names]
    lines = [
        f"| n | {' | '.join(titles)} | sort / n log2(n)^2 (ns) |",
        "|---:" * (len(names) + 2) + "|",
    ]
    for n, found in rows.items():
        cells = [
            f"{1e3 * found[name]:,.3f}" if name in TIMED else f"{found[name]:,.0f}"
            for name in names
        ]
        cells.append(f"{1e9 * found['sort'] / (n * np.log2(n) ** 2):.2f}")
        lines.append(f"| {n:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


def plot(rows: dict[int, dict[str, float]]) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.add_subplot(xlabel="n", ylabel="seconds", xscale="log", yscale="log")
    sizes = np.array(list(rows))
    for name, words in TIMED.items():
        axes.plot(sizes, [found[name] for found in rows.values()], marker="o", label=words)
    law = sizes * np.log2(sizes) ** 2
    axes.plot(sizes, law * rows[sizes[-1]]["sort"] / law[-1], ":k", label="n log2(n)^2")
    axes.legend()
    figure.savefig(PLOT)


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(row(int(sys.argv[1]))), flush=True)
        return
    print("bitonic(n), smoothmax, float64; soft ranks at a sigma of three median gaps; Python")
    print(f"{python_version()}, NumPy {np.__version__}, {platform()}\n")
    rows = {}
    for n in (2**power for power in POWERS):
        command = [sys.executable, __file__, str(n)]
        rows[n] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    print(table(rows))
    plot(rows)
    print(f"\nThe plot: {PLOT.name}, beside this file")


if __name__ == "__main__":
    main()
