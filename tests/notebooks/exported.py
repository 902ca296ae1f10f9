"""A notebook with every explorer, executed with the views and the state of its widgets in it, as a
person saves it in JupyterLab."""

import nbformat
from nbclient import NotebookClient

import explorer

NAMES = [name for name in explorer.__all__ if name != "ExplorerState"]
STATE = "application/vnd.jupyter.widget-state+json"
SHOWN = "import os\nos.environ['SERVER_SOFTWARE'] = 'voila/'"
"""By which a kernel takes what executes its notebook for one that shows widgets to a person."""
CHANGES = [
    "dict(alpha=3, values=[3, 1, 2, 7, 5])",
    "dict(flow=2, out=1, into=2, gallery_methods='SoftSort', task='line', measure='shuffles')",
    "dict(flow=None, out=None, into=None, gallery_methods='all', task='ordering')",
]
"""What is chosen one after the other: what is sent for one means nothing for the next."""


def executed() -> nbformat.NotebookNode:
    """The notebook: explorers are shown, and then changed as ``CHANGES`` says."""
    cells = [f"{SHOWN}\nfrom explorer import *\nmade = []"]
    cells += [f"made.append({name}(alpha=0.5))\nmade[-1]" for name in NAMES]
    cells += [f"for one in made:\n    one.state.update(**{change})" for change in CHANGES]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, kernel_name="python3", timeout=300, store_widget_state=True).execute()
    return notebook
