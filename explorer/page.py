"""A page of one's own: one file that opens from disk, asks nothing of a network, and computes and
draws as a notebook's explorers do.

The page's security policy lets the browser run this one program and apply these styles, by their
hashes, and nothing else: neither what stands in the data nor what a link says can become either.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from json import dumps
from math import isfinite
from numbers import Real
from typing import Any

from diffsort_core import DiffsortError

from .linker import WEB

VERSION = 1
_SLOTS = ("title", "data", "program")
_ENDS = re.compile(r"</(?:script|style)|<!--|\r|\0", re.I)
"""What the HTML parser takes for the end of an element, for an escape, or changes: a program or a
sheet with this in it would be another one in the page."""
_UNSAFE = re.compile(r"[<>&'\x7f]")


def page_of(explorers: Sequence[Mapping[str, Any]], title: str, program: str, styles: str) -> str:
    """The text of a page that shows these explorers, each a setup and the choices it opens with.

    ``explorers``: mappings with ``setup`` and ``choices``, both JSON, alpha = infinity as the word;
    ``program``: the text of one module, which reads them; ``styles``: the text of one sheet. The
    same as ``pageOf`` of explorer/web/hosts/shell.js, byte for byte.

    >>> page = page_of([{"setup": {}, "choices": {"alpha": 1.0}}], "A < B", "draw();", "p {}")
    >>> "<title>A &lt; B</title>" in page, page.count("draw();")
    (True, 1)

    Raises DiffsortError where something is no JSON, and where the program or the styles could not
    stand in a page.
    """
    held = [{"setup": each["setup"], "choices": each["choices"]} for each in explorers]
    data = as_json({"version": VERSION, "title": title, "explorers": held})
    parts = {"title": _titled(title), "data": data, "program": program}
    pieces = re.split(f"{{({'|'.join(_SLOTS)})}}", shell(program, styles))
    return "".join(parts[piece] if i % 2 else piece for i, piece in enumerate(pieces))


def shell(program: str, styles: str) -> str:
    """The text of a page before its title, its data and its program are put in: what a browser
    needs beside the program to save a page."""
    for name, text in {"program": program, "styles": styles}.items():
        if found := _ENDS.search(text):
            raise DiffsortError(f"{name} must be free of {found[0]!r} to stand in a page")
    text = (WEB / "hosts" / "page.html").read_text("utf-8").rstrip("\n")
    for slot, filled in {"script": _hash(program), "style": _hash(styles)}.items():
        text = text.replace(f"{{{slot}}}", filled)
    before, after = text.split("{styles}")
    if found := re.search(f"{{({'|'.join(_SLOTS)})}}", styles):
        raise DiffsortError(f"styles must be free of {found[0]!r} to stand in a page")
    return before + styles + after


def as_json(value: Any) -> str:
    """value as JSON that may stand in a page: every character but the plainest is escaped, and a
    number is written as a browser writes it. A number for a name is refused: a browser puts such
    names first.

    >>> as_json({"words": "</script> & ü", "numbers": [5.0, 1e21, -0.0, 1e-7]})
    '{"words":"\\\\u003c/script\\\\u003e \\\\u0026 \\\\u00fc","numbers":[5,1e+21,-0,1e-7]}'
    """
    match value:
        case str():
            return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", dumps(value))
        case bool() | None:
            return dumps(value)
        case Real():
            return numeral(value)
        case list() | tuple():
            return f"[{','.join(map(as_json, value))}]"
        case Mapping():
            for name in value:
                if not isinstance(name, str) or name.isdecimal():
                    raise DiffsortError(f"a name in a page must be a word, got {name!r}")
            pairs = (f"{as_json(name)}:{as_json(each)}" for name, each in value.items())
            return f"{{{','.join(pairs)}}}"
    raise DiffsortError(f"a page can hold only what JSON has a word for, got {value!r}")


def numeral(value: Real) -> str:
    """A finite number as JavaScript writes the same float: in the fewest digits that are read back
    as it, without an exponent from 1e-6 to below 1e21.

    >>> [numeral(x) for x in (5.0, 9.5, -0.0, 123456789012345680000, 1.5e-7)]
    ['5', '9.5', '-0', '123456789012345680000', '1.5e-7']
    """
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise DiffsortError(f"a page can hold only finite numbers, got {value!r}")
    sign = "-" if str(number).startswith("-") else ""
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = int(exponent or 0) + len(whole) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if not digits:
        return f"{sign}0"
    if len(digits) <= point <= 21:
        return sign + digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    tail = f".{digits[1:]}" if digits[1:] else ""
    return f"{sign}{digits[0]}{tail}e{point - 1:+d}"


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _titled(title: str) -> str:
    """The title as HTML; of what has no ink, a space is left."""
    whole = title.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return escape(re.sub(r"[\0-\x1f\x7f-\x9f]", " ", whole), quote=False)
