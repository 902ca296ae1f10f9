"""What a person waits for in an explorer that the browser draws, beside an empty widget in the same
page and run: `make bench-explorer`."""

import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from statistics import median, quantiles

import explorer as package
from explorer.explorers.live import LiveExplorer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))
from lab import Lab, jupyter_lab, open_browser, open_lab, write_notebook

LIVE = [name for name in package.__all__ if issubclass(getattr(package, name), LiveExplorer)]
ROOTS = {"NetworkExplorer": ".diffsort-network"}
"""Explorer -> what tells, by data-drawn, how many pictures it has drawn, if not ``PICTURE``."""
PICTURE = ".diffsort-picture"
SIZES = {16: 5, 64: 12}
"""n -> milliseconds above the empty widget's median that are aimed at."""
KEYS, DRAGGED = 60, 120
PLAYING = "document.querySelector('.diffsort-network').dataset.playing === '{}'"
EMPTY = """
import anywidget

class Empty(anywidget.AnyWidget):
    _esm = '''
    export default { render({ el }) {
      el.innerHTML = `<input type="range" max="500" value="250" aria-label="nothing"
        data-lm-suppress-shortcuts="1"><p class="empty" data-drawn="0">0</p>`;
      const [input, shown] = el.children;
      input.addEventListener("input", () => shown.textContent = ++shown.dataset.drawn);
    } };
    '''

Empty()
"""
SHOW = """from explorer import {0}
{2} = {0}(values=[k * 7 % {1} for k in range({1})], alpha=0.1)
{2}"""
THINGS = """from explorer import SortAnythingExplorer
{2} = SortAnythingExplorer(pieces={1})
{2}"""
STEPS = """([slider, root, steps]) => new Promise(resolve => {
    const input = document.querySelector(slider), shown = document.querySelector(root);
    const least = Math.round(input.max * 0.3), start = performance.now();
    let step = 0, pictures = 0, before = shown.dataset.drawn;
    const tick = () => {
        if (step) pictures += shown.dataset.drawn !== before;
        before = shown.dataset.drawn;
        if (step === steps) return resolve([pictures, performance.now() - start]);
        input.value = least + (++step % 40);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
})"""
"""One input of the slider a frame; how many of them were followed by another picture, and how long
it took."""


def times(lab: Lab, selectors: dict[str, str]) -> dict[str, list[float]]:
    """Milliseconds from a key on a slider to the paint, for each of several sliders in turn."""
    taken: dict[str, list[float]] = {name: [] for name in selectors}
    for k in range(KEYS):
        for name, selector in selectors.items():
            lab.page.get_by_role("slider", name=name, exact=True).first.focus()
            lab.page.wait_for_timeout(150)
            key = "ArrowRight" if k % 40 < 20 else "ArrowLeft"
            taken[name].append(lab.key_to_paint(key, selector))
    return {name: each[5:] for name, each in taken.items()}


def busy(lab: Lab, slider: str, root: str) -> tuple[float, int, float]:
    """Milliseconds of the page's main thread for each of a drag's inputs, the raster of canvases
    included; how many of them had a picture; how many pictures a second."""
    session = lab.page.context.new_cdp_session(lab.page)
    session.send("Performance.enable")

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1e3 * next(each["value"] for each in metrics if each["name"] == "TaskDuration")

    before = worked()
    pictures, taken = lab.page.evaluate(STEPS, [slider, root, DRAGGED])
    return (worked() - before) / DRAGGED, pictures, 1e3 * DRAGGED / taken


def measure(lab: Lab, name: str, n: int) -> None:
    root, aim = ROOTS.get(name, PICTURE), SIZES[n]
    lab.open(f"{name}-{n}.ipynb")
    lab.run_cell(0)
    for which, cell in (("first", 1), ("second", 2)):
        with lab.frames() as frames:
            lab.run_cell(cell)
            lab.page.wait_for_timeout(2500)
        print(f"{name}, n = {n}: {which} render {frames.size / 1000:.0f} kB")
    for words, kernel in (("", nullcontext()), ("while the kernel sleeps: ", lab.asleep())):
        with kernel:
            taken = times(lab, {"nothing": ".empty", "alpha": root})
            empty, ours = ((median(each), quantiles(each, n=20)[-1]) for each in taken.values())
            print(
                f"  {words}key to paint {ours[0]:.1f} / p95 {ours[1]:.1f} ms, an empty widget"
                f" {empty[0]:.1f} / {empty[1]:.1f} (aim: {aim} more; p95 at most 16.7 more)"
            )
            idle, _, _ = busy(lab, "input[aria-label=nothing]", ".empty")
            worked, pictures, rate = busy(lab, "input[aria-label=alpha]", root)
            print(
                f"  {words}a drag of {DRAGGED} inputs, one a frame: {pictures} pictures,"
                f" {rate:.0f} a second (aim: 55), {worked:.1f} ms of the main thread each, an"
                f" empty widget {idle:.1f}",
                flush=True,
            )
    lab.wait_until_idle()
    lab.page.wait_for_timeout(500)
    shown = lab.page.get_by_role("slider", name="alpha", exact=True).first
    told = shown.get_attribute("aria-valuetext").split(", ")[-1].split(" per ")[0]
    heard = lab.ask("e._strength()")
    print(f"  afterwards the slider says {told}, Python {float(heard):.4g}")


def playback(lab: Lab) -> None:
    lab.page.get_by_label("Speed").first.select_option("4")
    rates = []
    for _ in range(4):
        with (
            lab.frames() as frames,
            lab.animation(PLAYING.format("true"), PLAYING.format("false")) as run,
        ):
            lab.page.get_by_role("button", name="Play").first.click()
        rates.append(run.frames_per_second)
    print(
        f"  playback       {median(rates):8.1f} frames/s (aim: 55), {len(frames)} websocket frames",
        flush=True,
    )


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        jupyter_lab(Path(folder)) as server,
        open_browser() as browser,
    ):
        for name in sys.argv[1:] or LIVE:
            things = name == "SortAnythingExplorer"
            for n in [16] if things else SIZES:
                show = THINGS if things else SHOW
                cells = [show.format(name, n, called) for called in ("e", "f")]
                write_notebook(Path(folder) / f"{name}-{n}.ipynb", EMPTY, *cells)
                with open_lab(browser, server, viewport={"width": 1280, "height": 1600}) as lab:
                    measure(lab, name, n)
                    if name == "NetworkExplorer":
                        playback(lab)


if __name__ == "__main__":
    main()
