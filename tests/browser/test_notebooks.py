"""The course's notebooks in a real JupyterLab, from top to bottom."""

import shutil
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.rglob("*.ipynb")), ids=lambda path: str(path.relative_to(NOTEBOOKS)))
def test_a_notebook_runs_draws_and_asks_nothing_of_the_world(lab, path):
    shutil.copy(path, lab.server.root / "lesson.ipynb")
    text = path.read_text("utf-8")
    expected = [text.count(f'"{name}(n=') for name in ("NetworkExplorer", "JacobianExplorer")]
    lab.open("lesson.ipynb")
    lab.run_all()
    lab.page.set_viewport_size({"width": 1280, "height": 12_000})  # JupyterLab draws only what is in sight
    lab.page.wait_for_function(
        f"() => document.querySelectorAll('.diffsort-network canvas').length === {expected[0]} &&"
        f" document.querySelectorAll('.js-plotly-plot .main-svg:has(.heatmaplayer image)').length === {expected[1]}",
        timeout=60_000,
    )
    lab.page.wait_for_timeout(1000)
    assert sum(expected) > 0
    assert lab.problems == []
