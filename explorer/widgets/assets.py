"""The browser's half of a widget: one script and one style sheet a widget, after a few lines that all of them share."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def script(name: str) -> str:
    """The JavaScript module of a widget."""
    return (_HERE / "common.js").read_text("utf-8") + (_HERE / f"{name}.js").read_text("utf-8")


def sheet(name: str) -> str:
    """The CSS of a widget."""
    return (_HERE / "common.css").read_text("utf-8") + (_HERE / f"{name}.css").read_text("utf-8")
