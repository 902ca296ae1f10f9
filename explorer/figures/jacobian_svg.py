"""The Jacobian explorer's picture as SVG, for where there is no kernel."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..scenes.jacobian import JacobianScene
from ..style import NEGATIVE, POSITIVE, mixed, number
from .svg import picture, tag, text

SIDE, TOP, GAP, LEFT = 220.0, 60.0, 70.0, 44.0
QUIET = "#5a5a5a"


def jacobian_svg(scene: JacobianScene) -> str:
    """The scene as SVG text: soft and hard ranks, and the two Jacobians as heat maps, [out, in], blue up and orange down."""
    width = LEFT + 3 * SIDE + 2 * GAP + 20
    maps = zip((scene.sort_jacobian, scene.rank_jacobian), ("d sort / d x", "d rank / d x, per unit"), strict=True)
    panels = [
        part for k, (jacobian, title) in enumerate(maps, 1) for part in _heat_map(jacobian, title, LEFT + k * (SIDE + GAP))
    ]
    heading = text(scene.description, 16, 22, fill=QUIET)
    return picture(width, TOP + SIDE + 44, scene.description, heading, *_ranks(scene), *panels)


def _ranks(scene: JacobianScene) -> Iterator[str]:
    n = scene.values.size
    yield text("soft ranks (dots), hard ranks (rings)", LEFT, TOP - 10, font_weight=600)
    yield tag("path", d=f"M{LEFT} {TOP}v{SIDE}h{SIDE}", fill="none", stroke="#bdbdbd")
    top = max(n - 1, 1)
    for wire, (soft, hard) in enumerate(zip(scene.ranks, scene.hard_ranks, strict=True)):
        x = LEFT + (wire + 0.5) * SIDE / n
        yield tag("circle", cx=x, cy=_height(hard, top), r=6, fill="none", stroke=QUIET, stroke_width=1.5)
        yield tag("circle", cx=x, cy=_height(soft, top), r=3.5, fill=POSITIVE)
    for rank in sorted({0, top // 2, top}):
        yield text(str(rank), LEFT - 8, _height(rank, top) + 4, font_size=10, fill=QUIET, text_anchor="end")
    yield from _wire_labels(n, LEFT)


def _height(rank: float, top: int) -> float:
    return float(TOP + SIDE - 10 - (SIDE - 20) * rank / top)


def _heat_map(jacobian: np.ndarray, title: str, left: float) -> Iterator[str]:
    n = len(jacobian)
    cell = SIDE / n
    largest = float(np.max(np.abs(jacobian))) or 1.0
    yield text(title, left, TOP - 10, font_weight=600)
    yield tag("rect", x=left, y=TOP, width=SIDE, height=SIDE, fill="#ffffff", stroke="#bdbdbd")
    for (out, into), value in np.ndenumerate(jacobian):
        share = abs(value) / largest
        if share > 0.01:
            fill = mixed("#ffffff", POSITIVE if value > 0 else NEGATIVE, share)
            yield tag("rect", x=float(left + into * cell), y=float(TOP + out * cell), width=cell, height=cell, fill=fill)
    yield text(f"largest {number(largest)}", left + SIDE, TOP + SIDE + 34, font_size=10, fill=QUIET, text_anchor="end")
    for out in sorted({0, n - 1}):
        yield text(str(out), left - 6, float(TOP + (out + 0.5) * cell + 4), font_size=10, fill=QUIET, text_anchor="end")
    yield from _wire_labels(n, left)


def _wire_labels(n: int, left: float) -> Iterator[str]:
    for wire in sorted({0, n - 1}):
        x = float(left + (wire + 0.5) * SIDE / n)
        yield text(str(wire), x, TOP + SIDE + 14, font_size=10, fill=QUIET, text_anchor="middle")
    yield text("input: wire", left + SIDE / 2, TOP + SIDE + 34, font_size=10, fill=QUIET, text_anchor="middle")
