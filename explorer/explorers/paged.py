"""Several explorers and what is said of them, on one page of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from diffsort_core import DiffsortError

from ..page_text import PLACE, page_of
from ..prose import prose_of
from ..widgets.program import page_styles, program_text
from .base import Explorer

MOST = 99
"""Explorers, which a link tells apart by two digits."""
_TITLE = "Differentiable sorting"
"""Of a page with several explorers."""


def page(explorers: Any, path: str | Path, title: str | None = None) -> None:
    """Write a page with these explorers, as they stand: one file of HTML that needs neither a
    kernel nor a network, and is as alive as a notebook.

    ``explorers``: a list in the order of reading, of explorers and, between them, of texts in
    Markdown. Explorers of one state stay together in the page: what is changed in one is seen in
    the others. ``path`` must end with .html; a file that is there is replaced. ``title``: the
    page's name and first heading; the Markdown's headings stand below it.

    >>> from tempfile import TemporaryDirectory
    >>> from explorer import AlphaExplorer, NetworkExplorer, page
    >>> network = NetworkExplorer([5, -1, 9.5, 13.2], alpha=0.5)
    >>> alpha = AlphaExplorer(state=network.state)
    >>> with TemporaryDirectory() as folder:
    ...     page(
    ...         ["# Sort softly\\n\\nDrag *anything*.", network, "And its alpha:", alpha],
    ...         f"{folder}/lecture.html",
    ...         title="Lecture 1",
    ...     )

    In a text, HTML is shown as it was typed, links lead to the web, to a file beside the page or
    (``[hard](#v1&explorer=network&alpha=infinity)``, an address of the page) to choices, and a
    picture must stand in the text itself (``data:image/png;base64,...``).

    Raises DiffsortError, and writes nothing, for what cannot stand on a page: ErrorExplorer and
    LearningExplorer, whose pictures need Python, among them.
    """
    if Path(path).suffix.lower() != ".html":
        raise DiffsortError(f"path must end with .html, got {str(path)!r}")
    text = page_text(explorers, title)
    Path(path).write_bytes(text.encode())


def page_text(explorers: Any, title: str | None = None) -> str:
    """The text of the file that :func:`page` writes."""
    if not isinstance(explorers, list | tuple):
        raise DiffsortError(
            f"explorers must be a list of explorers and of texts in Markdown, got {explorers!r}"
        )
    for index, each in enumerate(explorers):
        _check(each, f"explorers[{index}]")
    shown = [each for each in explorers if not isinstance(each, str)]
    if not 1 <= len(shown) <= MOST:
        raise DiffsortError(f"explorers must hold 1 to {MOST} explorers, got {len(shown)}")
    if title is None:
        title = shown[0].title if len(shown) == 1 else _TITLE
    if not isinstance(title, str):
        raise DiffsortError(f"title must be a text, got {title!r}")
    states = list({id(each.state): None for each in shown})
    held = [{**each.shown(), "state": states.index(id(each.state))} for each in shown]
    body = "".join(
        prose_of(each, f"explorers[{index}]") if isinstance(each, str) else PLACE
        for index, each in enumerate(explorers)
    )
    return page_of(held, title, program_text(), page_styles(), body)


def _check(each: Any, name: str) -> None:
    if isinstance(each, str) or hasattr(each, "shown"):
        return
    if isinstance(each, Explorer):
        raise DiffsortError(
            f"{name} must be drawn by the browser, and the picture of {type(each).__name__}"
            f" needs Python, got {each!r}"
        )
    raise DiffsortError(f"{name} must be an explorer or a text in Markdown, got {each!r}")
