"""Choices as a text: what is saved and shared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import inf
from typing import Any

from diffsort_core import DiffsortError

from .choices import one_of

UNIT, PER_UNIT = "alpha_unit", "per unit"
"""A text says what its alpha counts per: one unit of what is sorted. No other unit was ever
written, so a text that says nothing is read as one that does."""


def written(choices: Mapping[str, Any]) -> str:
    """Choices as a line of JSON; infinity is written as the word.

    >>> written({"alpha": 2.5})
    '{"alpha": 2.5, "alpha_unit": "per unit"}'
    """
    told = {name: "infinity" if value == inf else value for name, value in choices.items()}
    return json.dumps({**told, UNIT: PER_UNIT})


def choices_in(text: str) -> dict[str, Any]:
    """The choices that a text of JSON names, as yet unchecked; DiffsortError where it is no such
    text, or says another unit."""
    try:
        choices = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DiffsortError(f"text must be the JSON of a state, got {text[:60]!r}") from error
    if not isinstance(choices, dict):
        raise DiffsortError(f"text must be the JSON of a state, got {text[:60]!r}")
    one_of([PER_UNIT])(choices.pop(UNIT, PER_UNIT), UNIT)
    return choices
