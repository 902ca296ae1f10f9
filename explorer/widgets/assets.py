"""The browser's half of a widget: one script and one style sheet a widget, after a few lines that all of them share."""

from __future__ import annotations

import re
from pathlib import Path

_HERE = Path(__file__).parent


def script(*names: str) -> str:
    """The JavaScript module of a widget, of one or more files of which the last exports it."""
    return _joined("common.js", *(f"{name}.js" for name in names))


def sheet(name: str) -> str:
    """The CSS of a widget."""
    return _joined("common.css", f"{name}.css")


def _joined(*names: str) -> str:
    """The files in a row, without indentation and comments (``// words``), which need not travel to the browser."""
    lines = (line for name in names for line in (_HERE / name).read_text("utf-8").splitlines())
    return "\n".join(filter(None, (re.sub(r"(^|\s)// .*", "", line).strip() for line in lines)))
