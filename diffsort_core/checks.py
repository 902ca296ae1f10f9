"""What an argument must be: each check returns the argument as a plain number, or raises a
DiffsortError that names it, the rule and the value."""

from __future__ import annotations

from operator import index
from typing import Any

from .errors import DiffsortError


def whole(value: Any, name: str, most: int | None = None, least: int = 1) -> int:
    """value as a whole number of at least ``least``, and of at most ``most``."""
    try:
        number = index(value)
    except TypeError:
        number = least - 1
    if number < least or (most is not None and number > most):
        rule = f"of at least {least}" if most is None else f"from {least} to {most}"
        raise DiffsortError(f"{name} must be a whole number {rule}, got {value!r}")
    return number


def real(value: Any, name: str, rule: str = "a number") -> float:
    """value as a float, infinity allowed, or a DiffsortError that says what name must be."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = float("nan")
    if number != number:
        raise DiffsortError(f"{name} must be {rule}, got {value!r}")
    return number


def positive(value: Any, name: str) -> float:
    """value as a float above 0 and below infinity, or DiffsortError."""
    number = real(value, name, "a positive number")
    if not 0 < number < float("inf"):
        raise DiffsortError(f"{name} must be a positive number, got {value}")
    return number


def within(value: Any, name: str, least: float, most: float) -> float:
    """value as a float in [least, most], or DiffsortError."""
    rule = f"a number in [{least:g}, {most:g}]"
    number = real(value, name, rule)
    if not least <= number <= most:
        raise DiffsortError(f"{name} must be {rule}, got {value}")
    return number
