"""What is drawn on the tiles of the gallery on paper, as places in pixels: results as dots, signs,
the frames of the chosen output. web/explorers/gallery.js has the same rules."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..scenes.gallery import GalleryScene
from .gallery_plan import KINDS, Plan
from .signs import CLEARLY, MINUS_FROM, borders

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def tiles_of(scene: GalleryScene) -> list[tuple[int, int]]:
    """The tiles, as a method and a kind."""
    return [(method, kind) for method in range(len(scene.methods)) for kind in range(len(KINDS))]


def empty(scene: GalleryScene, method: int, kind: int) -> str:
    """Why a tile is empty; nothing where it is not."""
    found = scene.methods[method]
    return found.no_permutation if kind == 1 or found.result is None else ""


def heights(scene: GalleryScene, plan: Plan, values: np.ndarray) -> np.ndarray:
    """Values as pixels below the top of a tile; what lies beyond the axis is at its edge."""
    share = (np.clip(values, scene.low, scene.high) - scene.low) / (scene.high - scene.low)
    return plan.size * (1 - share)


def dots(scene: GalleryScene, plan: Plan, hard: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The results of the methods that have some as points, or those of the hard sort in their
    place: x and y, and on which side each lies beyond the value axis: 1 above, -1 below, 0
    within."""
    steps = (np.arange(plan.n) + 0.5) * (plan.size / plan.n)
    x, y, beyond = [], [], []
    for k, method in enumerate(scene.methods):
        if method.result is not None:
            row = scene.hard if hard else method.result.sorted
            left, top = plan.corner(k, 0)
            x.append(left + steps)
            y.append(top + heights(scene, plan, row))
            beyond.append((row > scene.high) * 1 - (row < scene.low))
    return np.concatenate(x), np.concatenate(y), np.concatenate(beyond)


def sizes(plan: Plan) -> tuple[float, float]:
    """The diameters of rings and dots."""
    cell = plan.size / plan.n
    return min(11.0, max(5.0, 0.9 * cell)), min(6.0, max(3.0, 0.5 * cell))


def signs(scene: GalleryScene, plan: Plan) -> np.ndarray:
    """What tells clearly negative entries, by more than their colour, as lines (m, 2, 2): a dash on
    each, or where cells are small a border between them and others."""
    cell = plan.size / plan.n
    found = [np.empty((0, 2, 2))]
    for k, method in enumerate(scene.methods):
        if method.negative:
            below = method.result.jacobian < -CLEARLY
            lines = _dashes(below, cell) if cell >= MINUS_FROM else borders(below)
            found.append(np.array(plan.corner(k, 2)) + cell * lines)
    return np.concatenate(found)


def _dashes(below: np.ndarray, cell: float) -> np.ndarray:
    half = np.array((min(3.5 / cell, 0.3), 0))
    middles = np.argwhere(below)[:, ::-1] + 0.5
    return np.stack([middles - half, middles + half], axis=1)


def chosen_boxes(scene: GalleryScene, plan: Plan) -> Iterator[Box]:
    """The chosen output in every tile that is not empty: a column of the results, a row of the
    matrices."""
    cell = plan.size / plan.n
    for method, kind in tiles_of(scene):
        left, top = plan.corner(method, kind)
        if kind == 0:
            yield left + scene.chosen * cell, top, cell, plan.size
        elif not empty(scene, method, kind):
            yield left, top + scene.chosen * cell, plan.size, cell
