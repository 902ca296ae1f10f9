"""Colours, fonts and number formats: once, for Python and (sent along with a scene) for the
browser."""

from __future__ import annotations

from decimal import Decimal
from math import floor, isinf

FONT = "system-ui, 'DejaVu Sans', sans-serif"

INPUT_COLOURS = {
    "light": (
        "#371659",
        "#2e2876",
        "#0c3b8e",
        "#075284",
        "#116675",
        "#10786a",
        "#1e895c",
        "#599346",
        "#8c9927",
    ),
    "dark": (
        "#934dc5",
        "#6375e7",
        "#1c98e1",
        "#1ab0ce",
        "#21c5bc",
        "#5fd5a0",
        "#98e082",
        "#d6e552",
        "#fee6a6",
    ),
}
"""From the least to the greatest input, evenly from dark to light, through hues that colour-blind
readers tell apart; each is clear of the page: at least 3 to 1, also of a dark grey one."""

NEGATIVE, POSITIVE = "#d9660f", "#2f7ed8"
"""The two ends of the diverging scale (vermilion and blue: told apart by colour-blind readers)."""

_STEPS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def number(value: float) -> str:
    """value in four significant digits, without an exponent where it can be read.

    >>> [number(v) for v in (5.0, -0.955279, 1234567.0, 0.00001234, float("inf"))]
    ['5', '-0.9553', '1.235e6', '1.234e-5', 'infinity']
    """
    if isinf(value):
        return "infinity" if value > 0 else "-infinity"
    size = abs(value)
    if value and not 1e-3 <= size < 1e5:
        digits, exponent = f"{value:.3e}".split("e")
        return f"{_trimmed(digits)}e{int(exponent)}"
    return _trimmed(f"{value:.{max(0, 3 - _first_place(size)) if value else 0}f}")


def percent(share: float) -> str:
    """A share in per cent, in three significant digits; what is smaller than rounding is 0.

    >>> percent(0.12345), percent(1e-17)
    ('12.3 %', '0 %')
    """
    return f"{number(float(f'{100 * share:.3g}')) if share > 1e-14 else '0'} %"


def _first_place(size: float) -> int:
    """The power of ten of the first digit: exactly, where a logarithm rounds as its library
    does."""
    return Decimal(float(size)).adjusted()


def _trimmed(digits: str) -> str:
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits


def ticks(low: float, high: float, intervals: int = 6) -> list[float]:
    """Round numbers from low to high, with at most so many intervals between them.

    >>> ticks(-1, 42)
    [0.0, 10.0, 20.0, 30.0, 40.0]
    """
    span = high / intervals - low / intervals
    size = float(f"1e{_first_place(span)}") if span > 0 else 0.0
    if not size:
        return [low]
    step = next(size * factor for factor in (1, 2, 5, 10, 20) if size * factor >= span)
    first, last = -floor(-low / step), floor(high / step)
    return [step * k for k in range(first, last + 1)]


def labelled(marks: list[float]) -> list[tuple[float, str]]:
    """Ticks with their labels, in as many digits as it takes to tell them apart.

    >>> labelled([1000.1, 1000.2])
    [(1000.1, '1000.1'), (1000.2, '1000.2')]
    """
    words = [number(mark) for mark in marks]
    if len(set(words)) < len(words):
        places = max(0, -_first_place(marks[1] - marks[0]))
        words = [f"{mark:.{places}f}" for mark in marks]
    return list(zip(marks, words, strict=True))


def bound(most: float) -> float:
    """The end of a scale on which ``most`` still finds place: a round number, so that it stays
    while numbers change a little; 1 where there is nothing to scale.

    >>> bound(1.17), bound(0.42), bound(0.0)
    (1.2, 0.5, 1.0)
    """
    if not most > 0:
        return 1.0
    ends = (float(f"{step}e{_first_place(most)}") for step in _STEPS)
    return next((end for end in ends if end >= most * (1 - 1e-9)), most)


def colour(share: float, theme: str = "light") -> str:
    """The colour of the input that is at ``share`` (0 to 1) of the way from the least to the
    greatest (scenes/hues.py), as #rrggbb.

    >>> colour(0), colour(1, "dark")
    ('#371659', '#fee6a6')
    """
    stops = INPUT_COLOURS[theme]
    place = min(max(share, 0.0), 1.0) * (len(stops) - 1)
    left = min(int(place), len(stops) - 2)
    return mixed(stops[left], stops[left + 1], place - left)


def mixed(a: str, b: str, share: float) -> str:
    """The colour ``share`` of the way from #rrggbb a to #rrggbb b.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = [(int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{floor(x + (y - x) * share + 0.5):02x}" for x, y in pairs)
