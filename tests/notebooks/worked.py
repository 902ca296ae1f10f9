"""What a lesson leaves to the reader, and the worked copy in ``solutions/`` that leaves nothing.

A lesson is committed without the outputs that a reader is asked to predict; its worked copy is the
lesson with all of them, and with each exercise cell replaced by the cells tagged "solution" that
stand in its place there."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import nbformat
from nbformat import NotebookNode

PREDICT = "**Predict**"
WITHHELD = "nbval-ignore-output"  # nbval runs the cell and compares nothing
LIBRARY = "library:"
TO_THIS = re.compile(r"\[(?:[Tt]he worked copy of this lesson|The exercises, solved)\]\(solutions/")
TITLE = re.compile(r"\A# (.*)\n")


def tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def library_of(cell: NotebookNode) -> str:
    """The optional library that a cell is about: "jax" for the tag "library:jax", or nothing."""
    keys = [tag.removeprefix(LIBRARY) for tag in tags(cell) if tag.startswith(LIBRARY)]
    return keys[0] if keys else ""


def predicted(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The code cells between the text that asks for a prediction and the next text."""
    found, asked = [], False
    for cell in cells:
        if cell.cell_type == "markdown":
            asked = PREDICT in cell.source
        elif asked:
            found.append(cell)
    return found


def withhold(lesson: NotebookNode) -> None:
    """Take the outputs of what is to be predicted out of an executed lesson."""
    for cell in predicted(lesson.cells):
        cell.outputs = []
        cell.metadata["tags"] = sorted({*tags(cell), WITHHELD})


def solutions(worked: NotebookNode) -> list[list[NotebookNode]]:
    """The cells tagged "solution" of a worked copy, exercise by exercise."""
    runs = groupby(worked.cells, lambda cell: "solution" in tags(cell))
    return [list(run) for solved, run in runs if solved]


def compose(lesson: NotebookNode, solved: list[list[NotebookNode]]) -> NotebookNode:
    """The worked copy of a lesson, not yet executed; ``solved``: the cells that solve each of its
    exercises."""
    cells, left = [], iter(solved)
    for cell in lesson.cells:
        if "exercise" in tags(cell):
            cells += next(left)
        else:
            cells.append(_as_read_here(cell))
    if (more := next(left, None)) is not None:
        raise ValueError(f"there is a solution to no exercise: {more[0].source[:80]!r}")
    copy = nbformat.from_dict({**lesson, "cells": cells})
    number(copy)
    return copy


def number(notebook: NotebookNode) -> None:
    """Name the cells by their place."""
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place:02d}"


def _as_read_here(cell: NotebookNode) -> NotebookNode:
    copy = nbformat.from_dict(cell)
    if cell.cell_type == "markdown":
        if "**Where next**" in copy.source:
            copy.source = TO_THIS.sub("[The lesson](../", copy.source)
        copy.source = copy.source.replace("](solutions/", "](../")
        copy.source = TITLE.sub(r"# \1: worked\n", copy.source, count=1)
    else:
        kept = [tag for tag in tags(copy) if tag != WITHHELD]
        copy.metadata = {"tags": kept} if kept else {}
    return copy


def worked_of(lesson: Path) -> Path:
    return lesson.parent / "solutions" / lesson.name
