"""What a person waits for before a browser has anything to do, imports and first explorers, and how
long Python takes over a choice: `make bench-explorer`."""

import subprocess
import sys
from statistics import median
from time import perf_counter

import numpy as np

import explorer as package

FRAMES = 60
RUNS = 5
BASE = "import numpy, ipywidgets, anywidget"
SHOWN = "e = {0}(); e._repr_mimebundle_()"


def fresh(program: str, prepared: str = "pass") -> float:
    """Seconds that the program takes in a new Python that has run ``prepared``: median of five."""
    timed = (
        f"from time import perf_counter\n{prepared}\nstart = perf_counter()\n{program}\n"
        "print(perf_counter() - start)"
    )
    command = [sys.executable, "-c", timed]
    runs = [subprocess.run(command, capture_output=True, check=True) for _ in range(RUNS + 1)]
    return median(float(run.stdout) for run in runs[1:])


def first_sight() -> None:
    """What a person waits for first: the import, then the first explorer with its picture."""
    base, core = fresh(BASE), fresh("import diffsort_core")
    print(f"{BASE}: {base:.2f} s; import diffsort_core: {core:.2f} s")
    for name in [name for name in package.__all__ if name != "ExplorerState"]:
        load = f"from explorer import {name}"
        loading, showing = fresh(load), fresh(SHOWN.format(name), load)
        again = fresh(SHOWN.format(name), f"{load}\n{SHOWN.format(name)}")
        print(
            f"{name:20} import {loading:.2f} s = {loading / base:.1f} of those (aim for the"
            f" network: 1.0 s), first shown {showing:.2f} s = {showing / base:.1f} (aim: 1.5 s),"
            f" shown again {again:.2f} s (aim: 0.25 s)",
            flush=True,
        )


def handlers() -> None:
    """Milliseconds of Python from a change of alpha to the figure updated, without a browser."""
    for name in package.__all__:
        if name in ("ExplorerState", "SortAnythingExplorer"):  # the latter has no alpha per unit
            continue
        line = f"{name:20}"
        for n, aim in ((16, 5), (64, 16)):
            if n > getattr(package, name).most_values:
                continue
            shown, times = (
                getattr(package, name)(np.random.default_rng(0).normal(size=n), alpha=1.0),
                [],
            )
            for k in range(FRAMES):
                start = perf_counter()
                shown.state.alpha = 1 + k / 100 + 0.01
                times.append(1e3 * (perf_counter() - start))
            shown.close()
            line += f"   n = {n}: {median(times):6.1f} ms (aim: {aim})"
        print(line, flush=True)


def main() -> None:
    first_sight()
    handlers()


if __name__ == "__main__":
    main()
