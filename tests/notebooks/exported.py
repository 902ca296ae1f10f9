"""A notebook with every explorer, executed with the state of its widgets in it, as exporters have
it."""

from typing import Any

import nbformat
from nbclient import NotebookClient

import explorer

NAMES = [name for name in explorer.__all__ if name != "ExplorerState"]
STATE = "application/vnd.jupyter.widget-state+json"
CHANGES = [
    "dict(alpha=3, values=[3, 1, 2, 7, 5])",
    "dict(flow=2, out=1, into=2, gallery_methods='SoftSort', task='line', measure='shuffles')",
    "dict(flow=None, out=None, into=None, gallery_methods='all', task='ordering')",
]
"""What is chosen one after the other: what is sent for one means nothing for the next."""


def executed() -> nbformat.NotebookNode:
    """The notebook: explorers are shown, and then changed as ``CHANGES`` says."""
    cells = ["from explorer import *\nmade = []"]
    cells += [f"made.append({name}(alpha=0.5))\nmade[-1]" for name in NAMES]
    cells += [f"for one in made:\n    one.state.update(**{change})" for change in CHANGES]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, kernel_name="python3", timeout=300, store_widget_state=True).execute()
    return notebook


def lost_buffers(states: dict[str, Any]) -> list[tuple[str, list[str | int]]]:
    """The buffers of saved widgets that have no place: a page that puts them in finds nothing on
    their way."""
    return [
        (state["model_name"], buffer["path"])
        for state in states.values()
        for buffer in state.get("buffers", [])
        if not _has_place(state["state"], buffer["path"])
    ]


def _has_place(part: Any, path: list[str | int]) -> bool:
    *way, last = path
    for step in way:
        inside = isinstance(part, dict) and step in part
        if not inside and not (isinstance(part, list) and step < len(part)):
            return False
        part = part[step]
    return isinstance(part, dict) or (isinstance(part, list) and last < len(part))
