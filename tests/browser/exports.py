"""An executed notebook with the explorers that the browser draws, and what a reader sees of a file
that is made of it, without a network."""

from contextlib import contextmanager
from functools import cache
from pathlib import Path

import nbformat
from nbclient import NotebookClient

import explorer
from explorer.widgets.program import Live

LIVE = sorted(
    name
    for name in explorer.__all__
    if isinstance(kind := getattr(explorer, name), type) and issubclass(kind, Live)
)
STORED = {"with the state of widgets": True, "without it": False}
SEEN = """() => [...document.images].filter((each) => each.checkVisibility()).map((image) => {
    const { width, height, left } = image.getBoundingClientRect();
    const inside = left >= 0 && width <= document.documentElement.clientWidth;
    return [image.alt, image.complete && image.naturalWidth > 0 && inside, width, height];
})"""


@cache
def executed(stored: bool) -> str:
    """The text of a notebook that a program executed: a cell for each explorer."""
    cells = ["from explorer import *", *(f"{name}()" for name in LIVE)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(
        notebook, kernel_name="python3", timeout=300, store_widget_state=stored
    ).execute()
    assert ("widgets" in notebook.metadata) == stored
    return nbformat.writes(notebook)


def notebook_of(stored: bool) -> nbformat.NotebookNode:
    return nbformat.reads(executed(stored), as_version=4)


def descriptions(stored: bool) -> list[str]:
    """The words of each explorer's picture, which a cell's output holds."""
    outputs = [cell.outputs[0] for cell in notebook_of(stored).cells[1:]]
    return [output.metadata["image/png"]["alt"] for output in outputs]


@contextmanager
def offline(chromium, folder: Path, html: str, **context):
    """A page of this text, opened from disk where there is no network."""
    path = folder / "exported.html"
    path.write_text(html, encoding="utf-8")
    with chromium.new_context(offline=True, **context) as opened:
        page = opened.new_page()
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        page.wait_for_timeout(1500)
        yield page


def pictures_are_seen(page, stored: bool, spoken: bool = True) -> None:
    """Each explorer's picture stands there, whole and large enough to be read, and ``spoken``: with
    its words, which not every template of nbconvert's takes along."""
    seen = page.evaluate(SEEN)
    assert len(seen) == len(LIVE)
    assert not spoken or [alt for alt, *_ in seen] == descriptions(stored)
    for alt, whole, width, height in seen:
        assert whole, alt
        assert width > 300, alt
        assert height > 150, alt
