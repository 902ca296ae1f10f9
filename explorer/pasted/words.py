"""Pasted text as words: one kind of minus and space, and what stands between the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diffsort_core.errors import DiffsortError

from .notation import HARD_SPACE, NUMBER, UNIT

_IN_A_WORD = r"[^ \n\t;,\[\](){}]+"
_TOKEN = re.compile(
    r"""(?P<quoted>"[^"\n]*"|'[^'\n]*')|(?P<between>[\n\t; \[\](){}]"""
    r"""|,(?!\d)|(?<=[ ,\])}"']),(?=\d))"""
    rf"""|(?P<word>,?{_IN_A_WORD}(?:,(?!["']){_IN_A_WORD})*)"""
)
_HARD = f"{HARD_SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_HARD_GROUPS = re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:[{_HARD}]\d{{3}})+(?![\d{_HARD}])")
_BEFORE = r'(?:(?<=[\n\t;"\[({])|(?<=, )|^) *[+-]?[€$£¥]?'
_AFTER = r' *(?:$|[\n\t;,"\])}]'
_SPACED = re.compile(rf"{_BEFORE}([1-9]\d{{0,2}}(?: \d{{3}})+)(?=,\d+{_AFTER}|{UNIT}))")
_SPACED_WHOLE = re.compile(rf"{_BEFORE}([1-9]\d{{0,2}}(?: \d{{3}}){{1,3}}(?:\.\d+)?)(?={_AFTER}))")


class Word(NamedTuple):
    """A word, its line, what stands between it and the word before, and whether it was quoted."""

    text: str
    line: int
    between: str
    quoted: bool

    @property
    def is_number(self) -> bool:
        return bool(NUMBER.fullmatch(self.text))


def normal(text: str) -> str:
    """The text with one kind of line break, minus and space, without the call around an array."""
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    text = re.sub(r"(?<![\w.])[\N{MINUS SIGN}\N{EN DASH}](?=[\d.,€$£¥])", "-", text)
    text = re.sub(r"([€$£¥]) (?=\d)", r"\1", text)
    text = re.sub(r"\bnp\.(?:float|int)\d+\(([^()]*)\)", r"\1", text)
    text = re.sub(r"^(?:np\.|torch\.)?(?:array|tensor|Array)\(\s*(?=[\[(])", "(", text)
    text = re.sub(r",\s*(?:dtype|device)=[^,()]*(?=[,)])", "", text)
    text = _HARD_GROUPS.sub(lambda found: re.sub(f"[{_HARD}]", "\0", found[0]), text)
    text = re.sub(f"[{_HARD}]", " ", text).replace("\0", HARD_SPACE)
    if _SPACED.search(text):
        text = _SPACED_WHOLE.sub(_joined, _SPACED.sub(_joined, text))
    return text


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(found[1], found[1].replace(" ", HARD_SPACE))


def words_of(text: str) -> Iterator[Word]:
    line, between = 0, ""
    for token in _TOKEN.finditer(text):
        word = token[0].strip("\"'").strip() if token.lastgroup == "quoted" else token[0]
        if token.lastgroup == "between":
            line += word == "\n"
            between += word
        elif word:
            if word.startswith(",") and len(word) > 1:
                raise DiffsortError(f"values must have a digit before a comma; got {short(word)}")
            yield Word(word, line, between, token.lastgroup == "quoted")
            between = ""


def spaces_between(text: str) -> list[str]:
    """A remark on words such as 1 234, which could have been meant as one number."""
    found = _SPACED_WHOLE.search(text)
    if not found:
        return []
    return [f"Read {found[1]} as {found[1].count(' ') + 1} numbers: spaces separate them."]


def short(word: str) -> str:
    """A word as a message quotes it."""
    return repr(word[:40].replace(HARD_SPACE, " "))
