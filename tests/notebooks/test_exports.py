"""What is exported from an executed notebook: the saved widgets, and the page made of them."""

import json
import re

import exported
import pytest
from nbconvert import HTMLExporter


@pytest.fixture(scope="module")
def notebook():
    return exported.executed()


def test_no_saved_widget_has_a_buffer_that_a_page_could_not_place(notebook):
    states = notebook.metadata.widgets[exported.STATE]["state"]
    assert len(states) > len(exported.NAMES)
    assert not [state["model_name"] for state in states.values() if state.get("buffers")]


def test_a_page_holds_every_explorer_and_its_widgets(notebook):
    page, _ = HTMLExporter().from_notebook_node(notebook)
    holding = re.compile(
        r'<script type="application/vnd\.jupyter\.widget-(\w+)\+json">(.*?)</script>', re.S
    )
    held = [(kind, json.loads(text)) for kind, text in holding.findall(page)]
    [states] = [found["state"] for kind, found in held if kind == "state"]
    views = [found["model_id"] for kind, found in held if kind == "view"]
    assert len(views) == len(exported.NAMES)
    assert set(views) <= set(states)


def test_what_watches_python_is_kept_as_its_last_picture_without_plotlys_script(notebook):
    states = notebook.metadata.widgets[exported.STATE]["state"].values()
    charts = [each["state"] for each in states if each["state"].get("part") == "chart"]
    watched = [name for name in exported.NAMES if name in ("ErrorExplorer", "LearningExplorer")]
    assert len(charts) == len(watched) == 2
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    first = {output.data.get("image/png", "").strip() for output in outputs if "data" in output}
    for chart in charts:
        assert len(json.dumps(chart)) < 150_000
        assert chart["picture"]["png"].startswith("iVBORw0KGgo")
        assert chart["picture"]["png"] not in first  # it was changed after it was shown
        assert "alpha = 3" in chart["description"] or "Step 0 of" in chart["description"]
        assert chart["frame"]["traces"]
        assert chart["tables"]
