"""Numbers pasted as text: a list, a column, a copied table; read, or refused with the reason and
the word. Nothing is evaluated. The rules are a table of cases: tests/explorer/pasted/cases.json.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import isinf
from typing import NamedTuple, NoReturn

from diffsort_core.errors import DiffsortError

from ..names import Labels, named
from ..numbers import as_values
from .named import pairs_in
from .notation import (
    HARD_SPACE,
    NUMBER,
    SEPARATES,
    UNIT,
    Signs,
    core_of,
    looks_like_one,
    plain,
    signs_of,
)
from .words import Word, normal, short, spaces_between, words_of

_MISSING = {"nan", "inf", "infinity", "na", "n/a", "#n/a", "none", "null"}
_MULTIPLIERS = {"k", "M", "bn", "mn", "thousand", "million", "billion", "Mio", "Mrd"}
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(T.*)?|\d{1,2}:\d{2}.*")
_IN_BRACKETS = re.compile(r"\(([\d.,]*\d)\)")


class Reading(NamedTuple):
    """Numbers; in a sentence or more how they were read: empty where there was but one way; and
    their names, where each has one."""

    values: tuple[float, ...]
    remark: str
    labels: Labels = None


def read_numbers(text: str) -> Reading:
    """Read pasted numbers. Where a tab, a line break or ``;`` separates, a comma is a decimal sign;
    otherwise commas and spaces separate. Brackets are ignored. Words beside the numbers are their
    names, where each line has one number.

    >>> read_numbers("[5, -1; 9.5 1e3]")
    Reading(values=(5.0, -1.0, 9.5, 1000.0), remark='', labels=None)
    >>> read_numbers("12,5; 13,1")
    Reading(values=(12.5, 13.1), remark='Read 12,5 as 12.5: commas as decimal signs.', labels=None)
    >>> read_numbers("Everest: 8848; K2: 8611").labels
    ('Everest', 'K2')
    >>> read_numbers("5, six")
    Traceback (most recent call last):
        ...
    diffsort_core.errors.DiffsortError: values must be numbers such as 5, -1, 9.5; got 'six'

    Raises DiffsortError that says why and names the word.
    """
    if pairs := pairs_in(text):
        read = _read(pairs.numbers)
        if read.labels is None and len(read.values) == len(pairs.names):
            return read._replace(labels=pairs.names)
    return _read(text)


def _read(text: str) -> Reading:
    text = normal(text)
    words = list(words_of(text))
    signs = _signs(words)
    told: list[str] = []
    words = _split_at_commas(words, signs, told)
    for word in words:
        _refuse_alone(word.text)
    words = _without_header(words, told)
    words = _without_unit(words, told)
    labels = _names(words, told)
    numbers = [word for word in words if word.is_number]
    values = as_values([_value(number, signs, told) for number in numbers])
    told += [*spaces_between(text), *_brackets(text), *_columns(text, words)]
    return Reading(values, " ".join(told), labels)


def _signs(words: Sequence[Word]) -> dict[bool, Signs]:
    """What commas and dots mean in words that are quoted (True), and in those that are not."""
    separated = any(
        "," in after.between and before.is_number and after.is_number
        for before, after in pairwise(words)
    )
    lines = any(set("\n\t;") & set(word.between) for word in words[1:])
    lone = len(words) == 1 and core_of(words[0].text) == words[0].text.lstrip("+-")
    apart = "lines" if lines else "" if lone and HARD_SPACE not in words[0].text else "spaces"
    loose = [word.text for word in words if not word.quoted]
    quoted = [word.text for word in words if word.quoted and word.is_number]
    return {
        False: signs_of(loose, apart, separated),
        True: signs_of(quoted, "lines" if lines and not separated else "spaces", False),
    }


def _split_at_commas(
    words: Sequence[Word], signs: dict[bool, Signs], told: list[str]
) -> list[Word]:
    split: list[Word] = []
    for word in words:
        if word.quoted or signs[False].comma != SEPARATES or "," not in word.text:
            split.append(word)
            continue
        first, *rest = [part for part in word.text.split(",") if part]
        if looks_like_one(core_of(word.text)) and not told:
            told.append(f"Read {word.text} as {len(rest) + 1} numbers: commas separate them.")
        split += [word._replace(text=first), *(Word(part, word.line, ",", False) for part in rest)]
    return split


def _refuse_alone(word: str) -> None:
    """Refuse a word that is no number, no unit and no name, wherever it stands."""
    if word.lower().lstrip("+-") in _MISSING:
        raise DiffsortError(f"values must be finite; got {short(word)}")
    if _DATE.fullmatch(word):
        raise DiffsortError(f"values must be numbers, not dates or times; got {short(word)}")
    found = NUMBER.fullmatch(word)
    if not found and re.match(r"[+-]?[.,]?\d", word):
        _refuse(word)
    if found and found["unit"] in ("e", "E", "j", "J", "L"):  # of a number in some language
        _refuse(word)


def _without_header(words: list[Word], told: list[str]) -> list[Word]:
    """Without a first line of words over other lines."""
    first = [word for word in words if word.line == words[0].line]
    if len(first) == len(words) or any(word.is_number for word in first):
        return words
    told.append(f"Left out the first line: {' '.join(word.text for word in first)[:40]}.")
    return words[len(first) :]


def _without_unit(words: Sequence[Word], told: list[str]) -> list[Word]:
    """Without the one unit that stands at every number, or at the last alone."""
    kept: list[Word] = []
    units: list[str] = []
    for word in words:
        found = NUMBER.fullmatch(word.text)
        if found:
            units.append(found["unit"] or found["currency"])
        elif kept and kept[-1].is_number and re.fullmatch(f" *{UNIT}", word.between + word.text):
            units.append(units.pop() or word.text)
            continue
        kept.append(word)
    known = [unit for unit in dict.fromkeys(units) if unit]
    if len(known) > 1:
        raise DiffsortError(f"values must all have one unit; got {known[1]!r} beside {known[0]!r}")
    if not known:
        return kept
    if known[0] in _MULTIPLIERS:
        raise DiffsortError(f"values must be written out in digits; got {known[0]!r}")
    if "" in units[units.index(known[0]) :] or ("" in units and units.count(known[0]) > 1):
        raise DiffsortError(f"values must all have one unit, or none; got {known[0]!r}")
    percent = known[0] == "%"
    told.append("Left out the percent sign." if percent else f"Left out the unit: {known[0]}.")
    return kept


def _names(words: Sequence[Word], told: list[str]) -> Labels:
    """Words are the names of the numbers, or left out, where all lines of a table have them in the
    same places, or refused."""
    others = [word for word in words if not word.is_number]
    if not others:
        return None
    alone = words[-1].line == 0
    lines = _parts(words) if alone else _lines(words)
    shapes = ["".join("n" if word.is_number else "w" for word in line) for line in lines]
    shapes = [re.sub("w+", "w", shape) for shape in shapes]
    for line, shape in zip(lines, shapes, strict=True):
        if shape != shapes[0] or "n" not in shape:
            _refuse(next((word for word in line if not word.is_number), others[0]).text)
    if alone and (shapes[0] != "wn" or any(set(word.between) - set(" \t;,") for word in words[1:])):
        _refuse(others[0].text)
    found = [" ".join(word.text for word in line if not word.is_number) for line in lines]
    names = tuple(named(name.rstrip(":")) for name in found)
    if shapes[0] in ("wn", "nw") and all(names):
        told.append(f"Read the words beside the numbers as names, such as {names[0]}.")
        return names
    told.append(
        f"Left out the words beside the numbers, such as {others[0].text[:40].rstrip(':')}."
    )
    return None


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """The words of one line, between its commas and semicolons."""
    parts: list[list[Word]] = []
    for word in words:
        if not parts or set(",;") & set(word.between):
            parts.append([])
        parts[-1].append(word)
    return parts


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return list(lines.values())


def _value(word: Word, signs: dict[bool, Signs], told: list[str]) -> float:
    found = NUMBER.fullmatch(word.text)
    digits, ways = plain(found["core"], signs[word.quoted]) if found else ("", [])
    if not found or not digits:
        _refuse(word.text)
    value = float(found["sign"] + digits)
    if isinf(value):
        raise DiffsortError(f"values must be finite; got {short(word.text)}")
    if ways and not any(all(way in remark for way in ways) for remark in told):
        raw = (found["sign"] + found["core"]).replace(HARD_SPACE, " ")
        told.append(f"Read {raw} as {repr(value).removesuffix('.0')}: {', '.join(ways)}.")
    return value


def _brackets(text: str) -> list[str]:
    """A remark on words such as (5), which could have been meant as -5."""
    found = _IN_BRACKETS.search(text)
    if not found or re.sub(r"[\s\[\](){}]", "", text) == found[1]:
        return []
    return [f"Read {found[0]} as {found[1]}: brackets are left out."]


def _columns(text: str, words: Sequence[Word]) -> list[str]:
    """A remark on a table of several columns of numbers."""
    lines = [[word for word in line if word.is_number] for line in _lines(words)]
    [columns, *others] = {len(line) for line in lines}
    table = re.search("[\t;]", text) or not all(word.is_number for word in words)
    if others or columns < 2 or len(lines) < 2 or not table:
        return []
    return [f"Read {columns} columns, row by row."]


def _refuse(word: str) -> NoReturn:
    raise DiffsortError(f"values must be numbers such as 5, -1, 9.5; got {short(word)}")
