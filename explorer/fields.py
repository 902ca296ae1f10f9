"""The controls that explorers are put together from, as data: a name in the state, a kind, a label,
a tooltip, a range; and in an explorer the group that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from diffsort_core import NETWORKS

from .choices import (
    RELAXATIONS,
    Chosen,
    Field,
    Rule,
    between,
    nothing_or,
    one_of,
    table_of,
    whole_between,
    yes_or_no,
)
from .numbers import OWN, PRESETS


def chosen(field: Field, start: Any, **bounds: float) -> Chosen:
    """The choice that a field sets, which starts as ``start``. ``bounds``: its ``low`` and
    ``high``, where more can be chosen in Python than the control offers.

    >>> chosen(whole("draws", "random draws", "How many", 1, 9), 4).rule(9, "draws")
    9
    """
    known = {**field, **bounds}
    return Chosen(start, rule_of(known), known)


def rule_of(field: Field) -> Rule:
    """What a field's choice may be."""
    match field["kind"]:
        case "choice":
            return one_of(value for value, _ in field["options"])
        case "toggle":
            return yes_or_no
        case "whole":
            return whole_between(field["low"], field["high"])
        case "optional":
            return nothing_or(whole_between(field["low"], field["high"]))
        case "table":
            each = between(field["low"], field["high"])
            return nothing_or(table_of(field["rows"], field["columns"], each))
        case _:
            return between(field["low"], field["high"])


def choice(name: str, label: str, tooltip: str, options: Iterable[tuple[str, str]]) -> Field:
    """One of several: options are pairs of a value and what a person reads."""
    return {
        "name": name,
        "kind": "choice",
        "label": label,
        "tooltip": tooltip,
        "options": [list(pair) for pair in options],
    }


def whole(
    name: str, label: str, tooltip: str, low: int, high: int, optional: bool = False
) -> Field:
    """A whole number; an ``optional`` one may be left empty, which is None."""
    kind = "optional" if optional else "whole"
    return {
        "name": name,
        "kind": kind,
        "label": label,
        "tooltip": tooltip,
        "low": low,
        "high": high,
    }


def linear(
    name: str, label: str, tooltip: str, low: float, high: float, step: float, unit: str = ""
) -> Field:
    """A slider from low to high."""
    scale = {"low": low, "high": high, "step": step, "unit": unit}
    return {"name": name, "kind": "linear", "label": label, "tooltip": tooltip, **scale}


def table(name: str, label: str, tooltip: str, rows: int, columns: int, most: float) -> Field:
    """2 to so many rows of 1 to so many numbers from -most to most, as text; nothing at all is
    None."""
    size = {"rows": rows, "columns": columns, "low": -most, "high": most}
    return {"name": name, "kind": "table", "label": label, "tooltip": tooltip, **size}


def toggle(name: str, label: str, tooltip: str) -> Field:
    """Yes or no."""
    return {"name": name, "kind": "toggle", "label": label, "tooltip": tooltip}


def only_with(field: Field, **others: Iterable[Any]) -> Field:
    """The field, for those values of other choices that it means something for; with any else it is
    hidden."""
    return {
        **field,
        "applies": {
            **field.get("applies", {}),
            **{name: list(known) for name, known in others.items()},
        },
    }


def grouped(hero: Sequence[Field], numbers: Sequence[Field], more: Sequence[Field]) -> list[Field]:
    """The fields of an explorer, in order, each with its ``group``.

    ``hero``: what is touched first, which stands above the picture and stays with it; ``numbers``:
    what is sorted; ``more``: how, and all else. The latter two fold away below the picture.

    >>> [field["group"] for field in grouped([ALPHA], [PRESET], [NETWORK])]
    ['hero', 'numbers', 'more']
    """
    groups = {"hero": hero, "numbers": numbers, "more": more}
    return [{**field, "group": group} for group, fields in groups.items() for field in fields]


# A logarithmic field runs from low to high times the values' spread (as a power of ten) to its
# power. One that says what its choice counts per (``beside``) counts per standard deviation of the
# values itself, so that the same place is as soft whatever their unit.
ALPHA = {
    "name": "alpha",
    "kind": "logarithmic",
    "label": "alpha",
    "unit": "per standard deviation",
    "beside": "per unit of your values",
    "tooltip": (
        "Inverse temperature: left end the softest, right end the hard maximum. Arrow keys, Home"
        " and End work."
    ),
    "low": 1e-1,
    "high": 1e4,
    "power": 0,
    "per_decade": 20,
    "ends": True,
}
SIGMA = {
    "name": "sigma",
    "kind": "logarithmic",
    "label": "sigma",
    "unit": "units of value",
    "tooltip": "Width of the ranking kernel: the smaller, the harder the ranks",
    "low": 1e-4,
    "high": 1,
    "power": 1,
    "per_decade": 20,
}
RELAXATION = choice(
    "relaxation",
    "relaxation",
    "The smooth stand-in for minimum and maximum",
    [(name, words) for name, (words, _) in RELAXATIONS.items()],
)
NETWORK = {
    **choice(
        "network",
        "network",
        "Which wires are compared, and when",
        [(name, name) for name in NETWORKS],
    ),
    "kind": "network",
    "own": True,
}
"""A family, or with ``own`` what a person makes of one: its comparators are :data:`OWN_PAIRS`."""
FAMILY = {**NETWORK, "own": False}
OWN_PAIRS = only_with(
    {
        "name": "comparators",
        "kind": "numbers",
        "label": "your network (0:1,2:3, ...; Enter)",
        "tooltip": "Pairs of wires, from 0, apart by commas, spaces or lines: the first of each"
        " receives the minimum",
    },
    own_network=[True],
)
PRESET = choice(
    "preset",
    "numbers",
    "Where the numbers come from; drag or type, and they are your own",
    [(name, name) for name in (*PRESETS, OWN)],
)
SEED = only_with(
    whole("seed", "random seed", "The same seed draws the same numbers again", 0, 2**32 - 1),
    preset=[name for name in PRESETS if name not in ("example", "reversed")],
)
SAME_SLOPE = toggle(
    "same_slope",
    "same slope",
    "Lay relaxations side by side where their weights fall as fast at a tie, not at one alpha",
)
"""Of two explorers, which each say in their tooltip what stands side by side."""
STEEP = chosen(SAME_SLOPE, False)


def wires(most: int) -> Field:
    """How many numbers to draw."""
    field = whole("wires", "wires", f"How many numbers to draw, 1 to {most}", 1, most)
    return only_with(field, preset=[name for name in PRESETS if name != "example"])


def numbers(most: int) -> Field:
    """The numbers themselves, as text."""
    label = f"your numbers (1 to {most}; paste, then Enter)"
    return {
        "name": "numbers",
        "kind": "numbers",
        "label": label,
        "tooltip": "Numbers separated by commas, spaces or lines",
    }
