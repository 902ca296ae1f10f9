"""nbconvert to LaTeX: each explorer's picture is a PNG, which needs no other program to be taken
in."""

import sys
from pathlib import Path

import pytest
from nbconvert import LatexExporter

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
from exports import LIVE, STORED, notebook_of


@pytest.mark.parametrize("stored", STORED.values(), ids=STORED)
def test_each_picture_is_taken_in_as_png(monkeypatch, stored):
    monkeypatch.setenv("PATH", "")  # no Inkscape, no pandoc
    notebook = notebook_of(stored)
    text, resources = LatexExporter().from_notebook_node(notebook)
    files = resources["outputs"]
    assert [Path(name).suffix for name in files] == [".png"] * len(LIVE)
    assert all(data.startswith(b"\x89PNG") for data in files.values())
    assert text.count(r"\adjustimage") == len(LIVE)
    assert all(f"{{{name}}}" in text for name in files)
