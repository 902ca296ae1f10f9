"""What was measured of a Jacobian, as a list in HTML: each with a sign and in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..scenes.jacobian import Check

_STYLE = """<style>
.diffsort-checks { display: flex; flex-wrap: wrap; gap: 4px 8px; list-style: none; margin: 0; padding: 2px; }
.diffsort-checks li { border: 1px solid var(--ds-line); border-radius: 12px; line-height: 1.35; padding: 2px 10px 2px 8px; }
.diffsort-checks b { padding-right: 4px; }
.diffsort-checks .bad { border-color: var(--ds-accent); border-width: 2px; }
.diffsort-checks .bad b { color: var(--ds-accent); }
</style>"""


def jacobian_checks(checks: Iterable[Check]) -> str:
    """A badge for each check: a tick where all is well, else a warning sign."""
    return f'{_STYLE}<ul class="diffsort diffsort-checks" aria-label="checks">{"".join(map(_badge, checks))}</ul>'


def _badge(check: Check) -> str:
    sign, spoken = ("✓", "good") if check.good else ("⚠", "beware")
    kind = "good" if check.good else "bad"
    return f'<li class="{kind}"><b role="img" aria-label="{spoken}">{sign}</b>{escape(check.words)}</li>'
