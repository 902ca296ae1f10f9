"""What the signs within pasted numbers mean: whether a comma is a decimal sign, groups thousands
or separates two numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from diffsort_core.errors import DiffsortError

DECIMAL, THOUSANDS, SEPARATES = "decimal", "thousands", "separates"
HARD_SPACE = "\N{NO-BREAK SPACE}"
UNIT = "[A-Za-z%‰°µμΩ€$£¥][A-Za-z%‰°µμΩ€$£¥/²³]*"
NUMBER = re.compile(
    rf"(?P<sign>[+-]?)(?P<currency>[€$£¥]?)"
    rf"(?P<core>[.,]?\d[\d.,'’{HARD_SPACE}]*(?:[eE][+-]?\d+)?)(?P<unit>(?:{UNIT})?)",
    re.ASCII,
)
"""A word that may be a number: its currency sign or unit may stand in the same word."""
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d*)?")
_COMMA_DECIMAL = re.compile(
    rf"(\d+|\d{{1,3}}(?:([.'’{HARD_SPACE}])\d{{3}})(?:\2\d{{3}})*),\d+([eE][+-]?\d+)?"
)
_DOT_THOUSANDS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")


class Signs(NamedTuple):
    """What a comma and a dot are in one text: DECIMAL, THOUSANDS or SEPARATES."""

    comma: str
    dot: str


def core_of(word: str) -> str:
    """The digits and signs of a word that is a number; the word itself where it is none."""
    found = NUMBER.fullmatch(word)
    return found["core"] if found else word


def signs_of(words: Sequence[str], apart: str, separated: bool) -> Signs:
    """What commas and dots mean in the words of a text.

    ``apart``: what else than a comma keeps the numbers apart: "lines" (or tabs, or ``;``),
    "spaces" (or quotes, or units) or nothing; ``separated``: commas with a space or a line break
    behind them separate numbers. Lines make a comma decimal; where nothing else stands, it
    separates.

    >>> signs_of(["12,5", "13"], "lines", separated=False).comma
    'decimal'

    Raises DiffsortError where one word needs a decimal comma and another commas as thousands.
    """
    cores = [core_of(word) for word in words]
    comma = _comma([core for core in cores if "," in core], apart, separated)
    dotted = [core for core in cores if "." in core and "," not in core]
    grouped = bool(dotted) and all(_DOT_THOUSANDS.fullmatch(core) for core in dotted)
    certain = comma == DECIMAL or any(core.count(".") > 1 for core in dotted)
    return Signs(comma, THOUSANDS if grouped and certain else DECIMAL)


def _comma(cores: Sequence[str], apart: str, separated: bool) -> str:
    grouped = [core for core in cores if _COMMA_THOUSANDS.fullmatch(core)]
    decimal = [core for core in cores if _COMMA_DECIMAL.fullmatch(core)]
    if not cores or set(cores) - {*grouped, *decimal}:
        return SEPARATES
    if separated or not apart:
        return THOUSANDS if separated and len(grouped) == len(cores) else SEPARATES
    if len(grouped) == len(cores) and (apart == "spaces" or len(decimal) < len(cores)):
        return THOUSANDS
    if len(decimal) == len(cores):
        return DECIMAL
    word = next(core for core in decimal if core not in grouped)
    other = next(core for core in grouped if core not in decimal)
    raise DiffsortError(f"values must use the comma in one way; got {word!r} beside {other!r}")


def looks_like_one(core: str) -> bool:
    """Whether a number with a comma in it could be meant as one number."""
    return bool(_COMMA_THOUSANDS.fullmatch(core) or _COMMA_DECIMAL.fullmatch(core))


def plain(core: str, signs: Signs) -> tuple[str, list[str]]:
    """A number as digits with a dot, and what its other signs were taken for, in words; an empty
    text where it is no number.

    >>> plain("1.234,56", Signs(DECIMAL, DECIMAL))
    ('1234.56', ['dots as thousands', 'commas as decimal signs'])
    """
    comma_is_decimal = signs.comma == DECIMAL and "," in core
    groups = {HARD_SPACE: "spaces", "'": "apostrophes", "’": "apostrophes"}
    if comma_is_decimal or signs.dot == THOUSANDS:
        groups["."] = "dots"
    elif signs.comma == THOUSANDS:
        groups[","] = "commas"
    marks = "".join(groups)
    fraction = r"(?:,\d*)?" if comma_is_decimal else "" if "." in groups else r"(?:\.\d*)?"
    whole = rf"(?:\d+|\d{{1,3}}([{marks}])\d{{3}}(?:\1\d{{3}})*)?"
    number = rf"(?=[.,]?\d){whole}{fraction}(?:[eE][+-]?\d+)?"
    if not re.fullmatch(number, core):
        return "", []
    ways = [f"{name} as thousands" for mark, name in groups.items() if mark in core]
    digits = re.sub(f"[{marks}]", "", core).replace(",", ".")
    return digits, [*ways, *(["commas as decimal signs"] if comma_is_decimal else [])]
