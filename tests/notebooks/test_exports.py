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
