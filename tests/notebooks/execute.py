"""Execute the lessons in place, leaving nothing in them that differs from one machine or run to the
next, nor what a reader is to predict; and make their worked copies anew.

A cell tagged "library:jax" shows what JAX says, and keeps what it showed where JAX is missing."""

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from worked import compose, library_of, number, solutions, withhold, worked_of

from explorer.libraries import installed

REPOSITORY = Path(__file__).resolve().parents[2]
LEFT_BY_A_RUN = ("execution", "ExecuteTime", "collapsed", "scrolled", "trusted")
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def execute(lesson: Path) -> None:
    notebook, worked = nbformat.read(lesson, as_version=4), worked_of(lesson)
    before = nbformat.read(worked, as_version=4)
    copy = compose(notebook, solutions(before))
    run(copy, worked)
    run(notebook, lesson)
    for each in (copy, notebook):
        keep(each, before)
    withhold(notebook)
    nbformat.write(copy, worked)
    nbformat.write(notebook, lesson)


def run(notebook: nbformat.NotebookNode, path: Path) -> None:
    where = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=600,
        resources=where,
        store_widget_state=False,
        record_timing=False,
    )
    client.execute()
    strip(notebook)


def keep(executed: nbformat.NotebookNode, before: nbformat.NotebookNode) -> None:
    """Give the cells of a library that is missing here the outputs that they had."""
    had = {cell.source: cell.outputs for cell in before.cells if library_of(cell)}
    for cell in executed.cells:
        key = library_of(cell)
        if key and not installed(key):
            if not had.get(cell.source):
                raise LookupError(f"{key} is not installed, and this cell is new: {cell.source}")
            cell.outputs = had[cell.source]


def strip(notebook: nbformat.NotebookNode) -> None:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": kernel, "language_info": {"name": "python"}}
    )
    number(notebook)
    for cell in notebook.cells:
        for name in LEFT_BY_A_RUN:
            cell.metadata.pop(name, None)
        if "outputs" in cell:
            cell.outputs = [*joined(cell.outputs)]
        for output in cell.get("outputs", []):
            # Its model lived in a kernel that is gone: JupyterLab would show "model not found" in
            # place of the picture.
            if len(output.get("data", {})) > 1:
                output.data.pop(WIDGET_VIEW, None)


def joined(outputs: list[nbformat.NotebookNode]) -> Iterator[nbformat.NotebookNode]:
    """Outputs in which what was printed in a row is one: how a kernel cuts it up differs from run
    to run."""
    for name, row in groupby(outputs, lambda output: output.get("name")):
        first, *others = row
        if name is None:
            yield from (first, *others)
        else:
            yield nbformat.from_dict(
                {**first, "text": "".join(output.text for output in (first, *others))}
            )


def main(paths: list[Path]) -> None:
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")])
    )
    for path in paths:
        print(path)
        execute(path)


if __name__ == "__main__":
    main(
        [Path(name) for name in sys.argv[1:]] or sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
    )
