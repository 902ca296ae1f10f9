"""What a choice may be: rules that give a value as it is kept, or a DiffsortError that names it,
the rule and the value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from numbers import Integral
from typing import Any

import numpy as np
from traitlets import TraitType

from diffsort_core import DiffsortError
from diffsort_core.checks import real, within

from .relaxations import RELAXATIONS as RELAXATIONS

Rule = Callable[[Any, str], Any]
"""rule(value, name) -> the value as it is kept."""
Field = dict[str, Any]
"""A control as data (:mod:`explorer.fields`)."""


class Chosen(TraitType):
    """A trait that starts as ``start`` and takes what its rule takes; a refused value leaves the
    old one. ``field``: the same rule as data, which the browser knows, too."""

    def __init__(self, start: Any, rule: Rule, field: Field | None = None) -> None:
        super().__init__(start)
        self.start, self.rule, self.field = start, rule, field

    def validate(self, obj: Any, value: Any) -> Any:
        return self.rule(value, self.name)


def one_of(known: Iterable[str]) -> Rule:
    names = tuple(known)

    def rule(value: Any, name: str) -> str:
        if not isinstance(value, str) or value not in names:
            raise DiffsortError(f"{name} must be one of {', '.join(names)}, got {value!r}")
        return value

    return rule


def whole_between(least: int, most: int) -> Rule:
    def rule(value: Any, name: str) -> int:
        if not isinstance(value, Integral) or isinstance(value, bool) or not least <= value <= most:
            raise DiffsortError(
                f"{name} must be a whole number from {least} to {most}, got {value!r}"
            )
        return int(value)

    return rule


def between(least: float, most: float) -> Rule:
    return lambda value, name: within(value, name, least, most)


def at_least_0(value: Any, name: str) -> float:
    number = real(value, name)
    if number < 0:
        raise DiffsortError(f"{name} must be at least 0, got {number}")
    return number


def yes_or_no(value: Any, name: str) -> bool:
    if not isinstance(value, bool):
        raise DiffsortError(f"{name} must be True or False, got {value!r}")
    return value


def nothing_or(rule: Rule) -> Rule:
    return lambda value, name: None if value is None else rule(value, name)


def list_of(rule: Rule, length: int) -> Rule:
    """A tuple of so many values, each of which takes the rule."""

    def each(value: Any, name: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) != length:
            raise DiffsortError(f"{name} must hold {length} values, got {value!r}")
        return tuple(rule(part, name) for part in value)

    return each


def pairs(least: int, most: int, rule: Rule) -> Rule:
    """A tuple of so many pairs, whose two values each take the rule."""

    def points(value: Any, name: str) -> tuple[tuple[Any, Any], ...]:
        value = value.tolist() if hasattr(value, "tolist") else value
        if not isinstance(value, list | tuple) or not least <= len(value) <= most:
            raise DiffsortError(f"{name} must hold {least} to {most} pairs, got {value!r}")
        each = list_of(rule, 2)
        return tuple(each(pair, name) for pair in value)

    return points


def table_of(most_rows: int, most_columns: int, rule: Rule) -> Rule:
    """A tuple of 2 or more rows, all of one length, of numbers that each take the rule."""

    def rows(value: Any, name: str) -> tuple[tuple[Any, ...], ...]:
        value = np.asarray(value).tolist() if hasattr(value, "__array__") else value
        told = f"{name} must hold 2 to {most_rows} rows of 1 to {most_columns} numbers"
        if not isinstance(value, list | tuple) or not 2 <= len(value) <= most_rows:
            raise DiffsortError(f"{told}, got {value!r}")
        if not isinstance(value[0], list | tuple) or not 1 <= len(value[0]) <= most_columns:
            raise DiffsortError(f"{told}, got {value!r}")
        each = list_of(rule, len(value[0]))
        return tuple(each(row, name) for row in value)

    return rows
