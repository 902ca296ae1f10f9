"""A page of one's own: one file that opens from disk, asks nothing of a network, and computes and
draws as a notebook's explorers do.

It carries the program compressed, and a small one that inflates and runs it. The page's security
policy lets the browser run these two and apply these styles, by their hashes, and nothing else:
neither what stands in the data nor what a link says can become either.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from typing import Any
from zlib import compress

from diffsort_core import DiffsortError

from .linker import WEB, linked
from .page_json import as_json

VERSION = 1
PLACE = "<section></section>\n"
"""Of an explorer, in a page."""
_SLOTS = ("title", "body", "data", "packed")
_ENDS = re.compile(rf"</(?:script|style)|<!--|\r|\0|{{(?:{'|'.join(_SLOTS)})}}", re.I)
"""What the HTML parser takes for the end of an element, for an escape, or changes, and what is
replaced: a sheet with this in it would be another one in the page."""


def page_of(
    explorers: Sequence[Mapping[str, Any]],
    title: str,
    program: str,
    styles: str,
    body: str | None = None,
) -> str:
    """The text of a page that shows these explorers, each a setup and the choices it opens with.

    ``explorers``: mappings with ``setup`` and ``choices``, both JSON, alpha = infinity as the word;
    those of the same ``state``, a number, share their choices. ``program``: the text of one module,
    which reads them; ``styles``: the text of one sheet; ``body``: the HTML that stands in the page,
    with a ``PLACE`` for each explorer (and if None, these places alone). The same as ``pageOf`` of
    explorer/web/hosts/shell.js, byte for byte.

    >>> page = page_of([{"setup": {}, "choices": {"alpha": 1.0}}], "A < B", "draw();", "p {}")
    >>> "<title>A &lt; B</title>" in page, page.count(deflated("draw();"))
    (True, 1)

    Raises DiffsortError where something is no JSON, and where the styles could not stand in a page.
    """
    held = [
        {"setup": each["setup"], "choices": each["choices"], "state": each.get("state", index)}
        for index, each in enumerate(explorers)
    ]
    parts = {
        "title": _titled(title),
        "body": PLACE * len(held) if body is None else body,
        "data": as_json({"version": VERSION, "title": title, "explorers": held}),
        "packed": deflated(program),
    }
    pieces = re.split(f"{{({'|'.join(_SLOTS)})}}", shell(program, styles))
    return "".join(parts[piece] if i % 2 else piece for i, piece in enumerate(pieces))


@cache
def shell(program: str, styles: str) -> str:
    """The text of a page before its title, its body, its data and its program are put in: what a
    browser needs beside the compressed program to save a page."""
    loader = linked("hosts/page_loader.js")
    for name, text in {"loader": loader, "styles": styles}.items():
        if found := _ENDS.search(text):
            raise DiffsortError(f"{name} must be free of {found[0]!r} to stand in a page")
    filled = {
        "script": _hash(program),
        "load": _hash(loader),
        "style": _hash(styles),
        "styles": styles,
        "loader": loader,
    }
    text = (WEB / "hosts" / "page.html").read_text("utf-8").rstrip("\n")
    pieces = re.split(f"{{({'|'.join(filled)})}}", text)
    return "".join(filled[piece] if i % 2 else piece for i, piece in enumerate(pieces))


@cache
def deflated(text: str) -> str:
    """A text compressed, in base64: as a page and a kernel's program carry it, and always the
    same."""
    return b64encode(compress(text.encode(), 9)).decode()


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _titled(title: str) -> str:
    """The title as HTML; of what has no ink, a space is left."""
    return escape(re.sub(r"[\0-\x1f\x7f-\x9f]", " ", well_formed(title)), quote=False)


def well_formed(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
