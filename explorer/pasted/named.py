"""Numbers with a name each: ``Everest: 8848; K2: 8611``, as a person types them, as JSON or Python
writes a dict of them, and as the explorers write them to be pasted back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..names import Labels, named

_GAP = "[ \\t\\n\xa0]*"
_QUOTED = r'"(?:[^"\\\n]|\\[^\n])*"' + r"|'(?:[^'\\\n]|\\[^\n])*'"
_PLAIN = '[^ \\t\\n\xa0\ufeff0-9"\'`;,:{}()\\[\\]+.\\\\-][^";,:{}\\[\\]\\n]*'
_NAME = re.compile(
    rf"(?:^|[;,\n]){_GAP}(?:(?P<quoted>{_QUOTED}){_GAP}:|(?P<plain>{_PLAIN}):(?=[ \t\n\xa0]))"
)
_WRITTEN_PLAINLY = re.compile(_PLAIN)
_AROUND = " \t\n\xa0\ufeff"
_BRACKETS = ("{}", "[]", "()")


class Pairs(NamedTuple):
    """Names, and the text of their numbers, a line each."""

    names: tuple[str, ...]
    numbers: str


def pairs_in(text: str) -> Pairs | None:
    """The names of a text and its numbers, where all that stands there are pairs of a name, a colon
    and something; None where it is something else.

    >>> pairs_in("{'Everest': 8848, 'K2': 8611}")
    Pairs(names=('Everest', 'K2'), numbers='8848\\n8611')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip(_AROUND)
    while text[:1] + text[-1:] in _BRACKETS:
        text = text[1:-1].strip(_AROUND)
    found = list(_NAME.finditer(text))
    if not found or found[0].start():
        return None
    ends = [*(each.start() for each in found[1:]), len(text)]
    told = [
        text[each.end() : end].strip(f"{_AROUND};,") for each, end in zip(found, ends, strict=True)
    ]
    names = [named(_unquoted(each["quoted"]) or each["plain"] or "") for each in found]
    return Pairs(tuple(names), "\n".join(told)) if all(names) and all(told) else None


def _unquoted(quoted: str | None) -> str:
    return re.sub(r"\\([^\n])", r"\1", quoted[1:-1]) if quoted else ""


def as_text(values: Sequence[float], labels: Labels) -> str:
    """Values and their names, as they can be pasted back.

    >>> as_text([8848, 9.5], ("Everest", "7 summits"))
    'Everest: 8848; "7 summits": 9.5'
    >>> as_text([8848, 9.5], None)
    '8848, 9.5'
    """
    numbers = [repr(float(value)).removesuffix(".0") for value in values]
    if labels is None:
        return ", ".join(numbers)
    return "; ".join(
        f"{_quoted(name)}: {number}" for name, number in zip(labels, numbers, strict=True)
    )


def _quoted(name: str) -> str:
    if _WRITTEN_PLAINLY.fullmatch(name):
        return name
    return '"' + re.sub(r'["\\]', r"\\\g<0>", name) + '"'
