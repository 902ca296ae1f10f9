"""What is exported from an executed notebook: the saved widgets, and the page made of them."""

import json
import re

import exported
import pytest
from nbconvert import HTMLExporter


@pytest.fixture(scope="module")
def notebook():
    return exported.executed()


def test_every_buffer_of_a_saved_widget_has_its_place(notebook):
    states = notebook.metadata.widgets[exported.STATE]["state"]
    assert sum(len(state.get("buffers", [])) for state in states.values()) > 8
    assert exported.lost_buffers(states) == []


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
    assert exported.lost_buffers(states) == []
