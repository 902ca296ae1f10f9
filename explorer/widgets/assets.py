"""The browser's half of a widget: one script and one style sheet a widget, after a few lines that
all of them share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent


def script(*names: str) -> str:
    """The JavaScript module of a widget, of one or more files of which the last exports it, without
    the spaces and ends of lines that mean nothing."""
    packed = "\n".join(map(_packed, _lines("common.js", *(f"{name}.js" for name in names))))
    return re.sub(r"(?<=[{(,;[])\n|\n(?=[.)}\]])", "", packed)


def sheet(*names: str) -> str:
    """The CSS of a widget, of one or more files, without spaces that mean nothing."""
    return re.sub(
        r"(?<=[:;,]) | (?=[{}])|(?<=[{}]) ",
        "",
        "\n".join(_lines(*(f"{name}.css" for name in names))),
    )


def _lines(*names: str) -> Iterator[str]:
    """The files in a row, without indentation and comments (``// words``), which need not travel to
    the browser."""
    lines = (line for name in names for line in (_HERE / name).read_text("utf-8").splitlines())
    return filter(None, (re.sub(r"(^|\s)// .*", "", line).strip() for line in lines))


_TEXT = r""""[^"]*"|'[^']*'|`[^`]*`|/(?! )(?:[^/\\]|\\.)+/"""
_SIGN = r"=>|[!=]==|[<>]=?|&&|\|\||\?\?|[-+](?:=|(?=\s[^-+]))|[={}(),;?:*/]"


def _packed(line: str) -> str:
    """A line without spaces around signs, but for those in texts and patterns."""
    return re.sub(rf"({_TEXT})|\s*({_SIGN})\s*", r"\1\2", line)
