"""What a person waits for, measured in a real JupyterLab in Chromium: `python tests/benchmarks/explorer.py`."""

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))
from lab import Lab, jupyter_lab, open_browser, open_lab, write_notebook

KEYS = 60
EMPTY = """
import anywidget, traitlets

class Empty(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      el.innerHTML = '<input type="range" max="500" aria-label="alpha" data-lm-suppress-shortcuts="1"><p class="empty">0</p>';
      const [input, shown] = el.children;
      input.addEventListener("input", () => { model.set("asked", Number(input.value)); model.save_changes(); });
      model.on("change:answered", () => { shown.textContent = shown.dataset.drawn = model.get("answered"); });
    } };
    '''
    asked = traitlets.Int(250).tag(sync=True)
    answered = traitlets.Int(250).tag(sync=True)

empty = Empty()
empty.observe(lambda change: setattr(empty, "answered", change["new"]), "asked")
empty
"""
NETWORK = "from explorer import NetworkExplorer\ne = NetworkExplorer(preset='random', values=range(16), alpha=0.1)\ne"
JACOBIAN = "from explorer import JacobianExplorer\ne = JacobianExplorer(values=range(16), alpha=0.1)\ne"


def key_to_paint(lab: Lab, selector: str, event: str | None) -> list[float]:
    """Milliseconds from single key presses on the alpha slider to paint, with the page at rest before each."""
    lab.page.get_by_role("slider", name="alpha").focus()
    times = []
    for k in range(KEYS):
        lab.page.wait_for_timeout(150)
        times.append(lab.key_to_paint("ArrowRight" if k % 40 < 20 else "ArrowLeft", selector, event=event))
    return times[5:]


def measure(lab: Lab, name: str, selector: str, event: str | None, aim: str) -> None:
    lab.open(f"{name}.ipynb")
    with lab.frames() as first:
        lab.run_all()
        lab.page.wait_for_selector(selector)
        lab.page.wait_for_timeout(1500)
    times = key_to_paint(lab, selector, event)
    with lab.frames() as step:
        lab.page.keyboard.press("ArrowRight")
        lab.page.wait_for_timeout(500)
    sent = step.of("comm_msg", "sent")
    print(f"{name} widget" if name == "empty" else f"{name}, n = 16")
    print(f"  key to paint     median {median(times):6.1f} ms   p95 {quantiles(times, n=20)[-1]:6.1f} ms   (aim: {aim})")
    print(f"  one step         {step.size / 1000:8.1f} kB, {len(sent)} messages sent, {len(step) - len(sent)} received")
    print(f"  first render     {first.size / 1000:8.1f} kB")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, jupyter_lab(Path(folder)) as server, open_browser() as browser:
        write_notebook(Path(folder) / "empty.ipynb", EMPTY)
        write_notebook(Path(folder) / "network.ipynb", NETWORK)
        write_notebook(Path(folder) / "jacobian.ipynb", JACOBIAN)
        with open_lab(browser, server) as lab:
            measure(lab, "empty", ".empty", None, "none: what any answer from a kernel costs on this machine")
        with open_lab(browser, server) as lab:
            measure(lab, "network", ".diffsort-network", None, "35 / 60")
        with open_lab(browser, server) as lab:
            measure(lab, "jacobian", ".js-plotly-plot", "plotly_afterplot", "80 / 120")


if __name__ == "__main__":
    main()
