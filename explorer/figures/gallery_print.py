"""The gallery of relaxations in print."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..scenes.gallery import GalleryScene, Method
from ..style import POSITIVE, percent
from .gallery import CHOSEN
from .gallery_plan import KINDS
from .printed import SIGNED, sheet

MOST_BESIDE = 4
GREY = "#5a5a5a"


def gallery_print(scene: GalleryScene) -> Figure:
    """The scene on paper: a column a method, four beside each other, with its measures below."""
    lines = -(-len(scene.methods) // MOST_BESIDE)
    beside = -(-len(scene.methods) // lines)
    with sheet(1.2 + 2.2 * beside, 0.9 + 7.2 * lines) as figure:
        grid = figure.subplots(3 * lines, beside, squeeze=False)
        for place, axes in enumerate(
            grid.T.reshape(beside, lines, 3).swapaxes(0, 1).reshape(-1, 3)
        ):
            if place >= len(scene.methods):
                for each in axes:
                    each.set_axis_off()
                continue
            _method(axes, scene, scene.methods[place])
            if place % beside == 0:
                for each, kind in zip(axes, KINDS, strict=True):
                    each.set_ylabel(
                        kind if kind == KINDS[0] else f"{kind}\noutput: place in the sort"
                    )
        figure.colorbar(
            grid[1, 0].images[0],
            ax=grid,
            orientation="horizontal",
            shrink=0.4,
            aspect=40,
            label="share in the result, or derivative",
            extend="both",
        )
        figure.suptitle(
            scene.description, fontsize=9, x=0.01, ha="left", color="#3c3c3c", wrap=True
        )
        return figure


def _method(axes: np.ndarray, scene: GalleryScene, method: Method) -> None:
    """The three pictures of a method, one below the other."""
    places = np.arange(len(scene.hard))
    results, permutation, jacobian = axes
    results.plot(
        places, scene.hard, "o", markersize=7, markerfacecolor="none", markeredgecolor=GREY
    )
    results.axvline(scene.chosen, color=CHOSEN, linewidth=0.8)
    results.set(title=method.name, ylim=(scene.low, scene.high), box_aspect=1)
    if method.result:
        soft = np.clip(method.result.sorted, scene.low, scene.high)
        results.plot(places, soft, "o", markersize=4, color=POSITIVE, clip_on=False)
    _matrix(permutation, scene, method.result and method.result.permutation, method.no_permutation)
    _matrix(jacobian, scene, method.result and method.result.jacobian, "none")
    jacobian.set_xlabel("\n".join(["input: wire", *_measures(method)]))


def _matrix(axes: Axes, scene: GalleryScene, matrix: np.ndarray | None, why: str) -> None:
    """A matrix [out, in] on the scale that all share, with the chosen output framed; or why there
    is none."""
    axes.set(box_aspect=1)
    if matrix is None:
        axes.text(0.5, 0.5, why.replace(": ", ":\n"), ha="center", va="center")
        axes.set(xticks=[], yticks=[])
        return
    axes.imshow(matrix, SIGNED, vmin=-1, vmax=1, interpolation="nearest")
    axes.axhspan(
        scene.chosen - 0.5, scene.chosen + 0.5, fill=False, edgecolor=CHOSEN, linewidth=0.8
    )


def _measures(method: Method) -> list[str]:
    if method.result is None:
        return ["no result"]
    negative = percent(method.negative / method.result.jacobian.size)
    return [
        f"error {percent(method.error)} of the range",
        f"negative derivatives {negative}",
        f"pairs out of order {method.inversions}",
        method.cost,
    ]
