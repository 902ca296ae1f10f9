"""The lessons in a real JupyterLab, from top to bottom. (Their worked copies show the same.)"""

import json
import re
import shutil
from pathlib import Path

import pytest
from lab import write_notebook

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
DRAWN = "canvas, .scatterlayer .trace path, .scatterlayer .trace text, .heatmaplayer image"

EXPLORER = re.compile(r"(\w+Explorer|RelaxationGallery)\(")


def explorers(path):
    """How many explorers a lesson shows, as its worked copy says: each says what it is beside its
    picture."""
    cells = json.loads((path.parent / "solutions" / path.name).read_text("utf-8"))["cells"]
    return sum(
        bool(EXPLORER.match("".join(output.get("data", {}).get("text/plain", ""))))
        for cell in cells
        if "solution" not in cell["metadata"].get("tags", [])
        for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_runs_draws_and_asks_nothing_of_the_world(lab, path):
    shutil.copy(path, lab.server.root / "lesson.ipynb")
    lab.open("lesson.ipynb")
    lab.run_all()
    lab.page.set_viewport_size(
        {"width": 1280, "height": 20_000}
    )  # JupyterLab draws only what is in sight
    lab.page.wait_for_function(
        "([expected, drawn]) => { const all = [...document.querySelectorAll('.diffsort-explorer')];"
        " return all.length === expected && all.every((one) => one.querySelector(drawn)); }",
        arg=[explorers(path), DRAWN],
        timeout=90_000,
    )
    lab.page.wait_for_timeout(500)
    assert lab.problems == []


def test_the_front_end_hears_the_kernel_and_says_so(lab):
    write_notebook(
        lab.server.root / "front.ipynb",
        "from explorer.widgets.front_end import FrontEnd\nFrontEnd()",
    )
    lab.open("front.ipynb")
    lab.run_all()
    lab.page.wait_for_selector("text=This page shows widgets, and the kernel answers")
    assert lab.problems == []
