"""Names of the values: what may be one, which data bring their own, how one is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from diffsort_core.errors import DiffsortError

LONGEST = 40
"""Characters of a name; where it is drawn there may be room for fewer (:func:`cut`)."""
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, breaks of lines, what turns the direction of the words around it, and halves
of characters."""
Labels = tuple[str, ...] | None


def as_labels(value: Any, name: str = "labels") -> Labels:
    """None, or a name for each value.

    >>> as_labels(["Everest", " K2 "])
    ('Everest', 'K2')

    Raises DiffsortError that names the rule and the value.
    """
    if value is None:
        return None
    value = value.tolist() if hasattr(value, "tolist") else value
    if not isinstance(value, list | tuple):
        raise DiffsortError(f"{name} must be None or a list of names, got {value!r}")
    return tuple(_name(each, name) for each in value)


def _name(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise DiffsortError(f"{name} must hold texts, got {value!r}")
    value = str(value)
    if _UNSEEN.search(value):
        raise DiffsortError(f"{name} must hold names without control characters, got {value!r}")
    if not value.strip():
        raise DiffsortError(f"{name} must hold names that are not empty, got {value!r}")
    if len(value.strip()) > LONGEST:
        raise DiffsortError(
            f"{name} must hold names of at most {LONGEST} characters, got {value!r}"
        )
    return value.strip()


def one_each(labels: Labels, count: int) -> None:
    """Raise DiffsortError where there are names, but not one for each of so many values."""
    if labels is not None and len(labels) != count:
        raise DiffsortError(f"labels must be as many as the values, {count}, got {len(labels)}")


def with_names(choices: dict[str, Any]) -> dict[str, Any]:
    """The choices with the names that their values bring along, unless others are chosen: those of
    a dict of numbers by name, or the index of a pandas Series that is not the default one.

    >>> with_names({"values": {"Everest": 8848, "K2": 8611}})
    {'labels': ['Everest', 'K2'], 'values': [8848, 8611]}
    """
    values = choices.get("values")
    if isinstance(values, dict):
        return {"labels": [*values], **choices, "values": [*values.values()]}
    found = _index_of(values)
    return choices if found is None else {"labels": found, **choices}


def _index_of(values: Any) -> list[str] | None:
    """The index of a Series as names; None where there is none, or where it names nothing."""
    index = getattr(values, "index", None)
    if getattr(values, "ndim", 0) != 1 or not hasattr(index, "tolist"):
        return None
    if type(index).__name__ == "RangeIndex" and (index.start, index.step) == (0, 1):
        return None
    found = [named(_text(each)) for each in index.tolist()]
    return found if all(found) else None


def _text(entry: Any) -> str:
    """An entry of an index; a day without its time."""
    if isinstance(entry, tuple):
        return ", ".join(map(_text, entry))
    return str(entry).removesuffix(" 00:00:00")


def named(text: str) -> str:
    """A name that may be one, of any text that came along: empty where nothing of it is seen.

    >>> named("Mont\\nBlanc"), len(named("a" * 99))
    ('Mont Blanc', 40)
    """
    return cut(_UNSEEN.sub(" ", text).strip(), LONGEST)


def cut(name: str, most: int) -> str:
    """A name in at most so many characters.

    >>> cut("Kangchenjunga", 8)
    'Kangche…'
    """
    return name if len(name) <= most else f"{name[: most - 1].strip()}…"


def name_of(labels: Sequence[str] | None, wire: int, otherwise: str) -> str:
    """What the value of a wire is called; ``otherwise``, where it has no name.

    >>> name_of(("Everest", "K2"), 1, "wire 1"), name_of(None, 1, "wire 1")
    ('K2', 'wire 1')
    """
    return otherwise if labels is None else labels[wire]
