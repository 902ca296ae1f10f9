"""What a person waits for, measured in a real JupyterLab in Chromium: `make bench-explorer`."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import numpy as np

import explorer as package

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))
from lab import Lab, jupyter_lab, open_browser, open_lab, write_notebook

KEYS = 60
EMPTY = """
import anywidget, traitlets

class Empty(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      el.innerHTML = `<input type="range" max="500" aria-label="alpha"
        data-lm-suppress-shortcuts="1"><p class="empty">0</p>`;
      const [input, shown] = el.children;
      input.addEventListener("input", () => {
        model.set("asked", Number(input.value));
        model.save_changes();
      });
      model.on("change:answered", () => {
        shown.textContent = shown.dataset.drawn = model.get("answered");
      });
    } };
    '''
    asked = traitlets.Int(250).tag(sync=True)
    answered = traitlets.Int(250).tag(sync=True)

empty = Empty()
empty.observe(lambda change: setattr(empty, "answered", change["new"]), "asked")
empty
"""
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


def cell(name: str) -> str:
    return (
        f"from explorer import {name}\ne = {name}(values=[k * 7 % 16 for k in range(16)],"
        " alpha=0.1)\ne"
    )


def key_to_paint(lab: Lab, selector: str, event: str | None) -> list[float]:
    """Milliseconds from single key presses on the alpha slider to paint, with the page at rest
    before each."""
    lab.page.get_by_role("slider", name="alpha").first.focus()
    times = []
    for k in range(KEYS):
        lab.page.wait_for_timeout(150)
        times.append(
            lab.key_to_paint("ArrowRight" if k % 40 < 20 else "ArrowLeft", selector, event=event)
        )
    return times[5:]


def measure(lab: Lab, name: str, selector: str, event: str | None, aim: str) -> None:
    lab.open(f"{name}.ipynb")
    with lab.frames() as first:
        lab.run_all()
        lab.page.wait_for_selector(selector)
        lab.page.wait_for_timeout(2500)
    times = key_to_paint(lab, selector, event)
    if event:
        lab.page.evaluate(
            f"() => {{ document.querySelector('{selector}').on('{event}', () =>"
            " window.redraws++); }"
        )
    with lab.frames() as step:
        lab.page.evaluate("window.redraws = 0")
        lab.page.keyboard.press("ArrowRight")
        lab.page.wait_for_timeout(700)
    sent = step.of("comm_msg", "sent")
    redraws = f", {lab.page.evaluate('window.redraws')} redraw" if event else ""
    print(f"{name}, n = 16" if name != "empty" else "an empty widget")
    print(
        f"  key to paint   median {median(times):6.1f} ms   p95 {quantiles(times, n=20)[-1]:6.1f}"
        f" ms   (aim: {aim})"
    )
    print(
        f"  one step       {step.size / 1000:8.1f} kB, {len(sent)} sent, {len(step) - len(sent)}"
        f" received{redraws}"
    )
    print(f"  first render   {first.size / 1000:8.1f} kB", flush=True)


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
    plotted = ["JacobianExplorer", "RankingExplorer"]
    with (
        tempfile.TemporaryDirectory() as folder,
        jupyter_lab(Path(folder)) as server,
        open_browser() as browser,
    ):
        write_notebook(Path(folder) / "empty.ipynb", EMPTY)
        for name in plotted:
            write_notebook(Path(folder) / f"{name}.ipynb", cell(name))
        with open_lab(browser, server) as lab:
            measure(
                lab,
                "empty",
                ".empty",
                None,
                "none: what any answer from a kernel costs on this machine",
            )
        for name in plotted:
            with open_lab(browser, server) as lab:
                measure(lab, name, ".js-plotly-plot", "plotly_afterplot", "80 / 120")


if __name__ == "__main__":
    main()
