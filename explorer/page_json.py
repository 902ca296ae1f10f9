"""Data as JSON that may stand in a page, to the letter as a browser writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import dumps
from math import isfinite
from numbers import Real
from typing import Any

from diffsort_core import DiffsortError

_UNSAFE = re.compile(r"[<>&'\x7f]")


def as_json(value: Any) -> str:
    """value as JSON that may stand in a page: every character but the plainest is escaped, and a
    number is written as a browser writes it. A number for a name is refused: a browser puts such
    names first.

    >>> as_json({"words": "</script> & ü", "numbers": [5.0, 1e21, -0.0, 1e-7]})
    '{"words":"\\\\u003c/script\\\\u003e \\\\u0026 \\\\u00fc","numbers":[5,1e+21,-0,1e-7]}'
    """
    match value:
        case str():
            return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", dumps(value))
        case bool() | None:
            return dumps(value)
        case Real():
            return numeral(value)
        case list() | tuple():
            return f"[{','.join(map(as_json, value))}]"
        case Mapping():
            for name in value:
                if not isinstance(name, str) or name.isdecimal():
                    raise DiffsortError(f"a name in a page must be a word, got {name!r}")
            pairs = (f"{as_json(name)}:{as_json(each)}" for name, each in value.items())
            return f"{{{','.join(pairs)}}}"
    raise DiffsortError(f"a page can hold only what JSON has a word for, got {value!r}")


def numeral(value: Real) -> str:
    """A finite number as JavaScript writes the same float: in the fewest digits that are read back
    as it, without an exponent from 1e-6 to below 1e21.

    >>> [numeral(x) for x in (5.0, 9.5, -0.0, 123456789012345680000, 1.5e-7)]
    ['5', '9.5', '-0', '123456789012345680000', '1.5e-7']
    """
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise DiffsortError(f"a page can hold only finite numbers, got {value!r}")
    sign = "-" if str(number).startswith("-") else ""
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = int(exponent or 0) + len(whole) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if not digits:
        return f"{sign}0"
    if len(digits) <= point <= 21:
        return sign + digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    tail = f".{digits[1:]}" if digits[1:] else ""
    return f"{sign}{digits[0]}{tail}e{point - 1:+d}"
