"""What is drawn on the tiles of the gallery, as places in pixels: results as dots, minus signs, the
frames of the chosen output."""

from __future__ import annotations

import numpy as np

from ..scenes.gallery import GalleryScene
from .gallery_plan import KINDS, Plan

SIGNS = 400
"""So many minus signs at most, on the most negative entries."""
SMALL = 0.02  # too pale for a sign


def tiles_of(scene: GalleryScene) -> list[tuple[int, int]]:
    """The tiles, as a method and a kind."""
    return [(method, kind) for method in range(len(scene.methods)) for kind in range(len(KINDS))]


def heights(scene: GalleryScene, plan: Plan, values: np.ndarray) -> np.ndarray:
    """Values as pixels below the top of a tile; what lies beyond the axis is at its edge."""
    share = (np.clip(values, scene.low, scene.high) - scene.low) / (scene.high - scene.low)
    return plan.size * (1 - share)


def dots(
    scene: GalleryScene, plan: Plan, rows: list[np.ndarray | None]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of results as points, x and y, and on which side each lies beyond the value axis: 1
    above, -1 below, 0 within."""
    steps = (np.arange(plan.n) + 0.5) * (plan.size / plan.n)
    x, y, beyond = [], [], []
    for method, row in enumerate(rows):
        if row is not None:
            left, top = plan.corner(method, 0)
            x.append(left + steps)
            y.append(top + heights(scene, plan, row))
            beyond.append((row > scene.high) * 1 - (row < scene.low))
    return np.concatenate(x), np.concatenate(y), np.concatenate(beyond)


def sizes(plan: Plan) -> tuple[float, float]:
    """The diameters of rings and dots."""
    cell = plan.size / plan.n
    return min(11.0, max(5.0, 0.9 * cell)), min(6.0, max(3.0, 0.5 * cell))


def minus_signs(scene: GalleryScene, plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """A dash across the middle of each entry that is clearly negative, all as one broken line."""
    cell, places = plan.size / plan.n, [np.empty((3, 0))]
    for method, each in enumerate(scene.methods):
        if each.negative:
            left, top = plan.corner(method, 2)
            out, into = np.nonzero(each.result.jacobian < -SMALL)
            places.append(
                np.array(
                    [
                        each.result.jacobian[out, into],
                        left + (into + 0.5) * cell,
                        top + (out + 0.5) * cell,
                    ]
                )
            )
    values, x, y = np.concatenate(places, axis=1)
    kept, half = np.argsort(values)[:SIGNS], min(3.5, 0.3 * cell)
    gaps = np.full(kept.size, np.nan)
    return np.stack([x[kept] - half, x[kept] + half, gaps], -1).ravel(), np.stack(
        [y[kept], y[kept], gaps], -1
    ).ravel()


def chosen_boxes(scene: GalleryScene, plan: Plan) -> list[tuple[float, float, float, float]]:
    """The chosen output in every tile: a column of the results, a row of the matrices."""
    cell, boxes = plan.size / plan.n, []
    for method, kind in tiles_of(scene):
        left, top = plan.corner(method, kind)
        if kind == 0:
            boxes.append((left + scene.chosen * cell, top, cell, plan.size))
        elif kind == 2 or not scene.methods[method].no_permutation:
            boxes.append((left, top + scene.chosen * cell, plan.size, cell))
    return boxes
