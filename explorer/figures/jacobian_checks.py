"""What was measured of a Jacobian, as a list in HTML: each with a sign and in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..scenes.jacobian import Check


def jacobian_checks(checks: Iterable[Check]) -> str:
    """A badge for each check: a tick where all is well, else a warning sign."""
    return (
        '<ul class="diffsort diffsort-checks"'
        f' aria-label="checks">{"".join(map(_badge, checks))}</ul>'
    )


def _badge(check: Check) -> str:
    sign, spoken = ("✓", "good") if check.good else ("⚠", "beware")
    kind = "good" if check.good else "bad"
    return (
        f'<li class="{kind}"><b role="img"'
        f' aria-label="{spoken}">{sign}</b>{escape(check.words)}</li>'
    )
