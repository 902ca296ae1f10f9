"""Several differentiable sorts of one vector, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import ipywidgets
import plotly.graph_objects as go

from ..fields import ALPHA, NETWORK, choice, chosen, numbers, whole
from ..figures.gallery import gallery_figure, gallery_tiles, refresh_gallery
from ..figures.gallery_table import gallery_table
from ..numbers import MAX_WIRES
from ..scenes.gallery import GalleryScene, gallery_scene
from ..scenes.gallery_methods import COMPARED
from ..state import ExplorerState
from ..widgets.tiles import Tiles
from .figure import FigureExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_VALUES = 32
METHODS = choice(
    "gallery_methods",
    "compare",
    "Which ways to sort are laid side by side",
    [
        (name, name if len(shown) > 2 else f"hard sort and {name}")
        for name, shown in COMPARED.items()
    ],
)
OUTPUT = whole(
    "gallery_output",
    "output (place in the sort)",
    "The output that is framed in every picture, 0 for the smallest; a click into a picture chooses"
    " it, too",
    0,
    MOST_VALUES - 1,
)


class RelaxationGallery(FigureExplorer):
    """The same vector through hard sort, softmax, smoothmax, Cauchy, optimal, NeuralSort, SoftSort
    and the isotonic sort: the results, soft permutations and Jacobians, and a table of what is true
    of each.

    ``values``: up to 32, ``alpha``, ``network``, ``state``: as for :class:`NetworkExplorer`;
    ``gallery_methods``: "all", "in a network", "without a network", or one method, to be laid
    beside the hard sort; ``gallery_output``: the place in the sort that is framed. One alpha, per
    unit of the values, for all: tau of NeuralSort and SoftSort is 1 / alpha, and 1 / epsilon of the
    isotonic sort is alpha times the square of the mean gap between sorted neighbours.

    >>> RelaxationGallery([3, 1, 2], alpha=2.0, gallery_methods="SoftSort")
    RelaxationGallery(n=3, alpha=2.0, gallery_methods='SoftSort')

    Raises DiffsortError, naming the argument, the rule and the value. Sources:
    differentiable_sorting; Petersen et al., ICLR 2022 (Cauchy, optimal); Grover et al., ICLR 2019
    (NeuralSort); Prillo & Eisenschlos, ICML 2020 (SoftSort); Blondel et al., ICML 2020 (isotonic).
    """

    name = "gallery"
    fields: ClassVar = [ALPHA, METHODS, OUTPUT, NETWORK, numbers(MOST_VALUES)]
    own: ClassVar = {
        "gallery_methods": chosen(METHODS, "all"),
        "gallery_output": chosen(OUTPUT, 0, high=MAX_WIRES - 1),
    }
    drawn_from: ClassVar = ["values", "alpha", "network", "gallery_methods", "gallery_output"]
    most_values = MOST_VALUES

    def _scene(self, state: ExplorerState) -> GalleryScene:
        return gallery_scene(
            state.wires, state.values, state.alpha, state.gallery_methods, state.gallery_output
        )

    def printed(self) -> Figure:
        from ..figures.gallery_print import gallery_print

        return gallery_print(self.scene())

    def _build(self) -> list[ipywidgets.Widget]:
        self.table = ipywidgets.HTML(layout=ipywidgets.Layout(width="100%", margin="0"))
        self.tiles = Tiles(self._chosen)
        return [*super()._build(), self.tiles, self.table]

    def _figure(self) -> go.Figure:
        return gallery_figure()

    def _show(self, scene: GalleryScene) -> None:
        super()._show(scene)
        self.tiles.plan = gallery_tiles(scene, self._width)
        self.table.value = gallery_table(scene)

    def _refresh(self, scene: GalleryScene) -> None:
        refresh_gallery(self.figure, scene, self._width)

    def _chosen(self, output: int) -> None:
        with self._answering():
            self.state.gallery_output = output

    def _lay_out(self) -> None:
        self._show(self.scene())

    def __repr__(self) -> str:
        state = self.state
        return (
            f"RelaxationGallery(n={len(state.values)}, alpha={state.alpha},"
            f" gallery_methods={state.gallery_methods!r})"
        )
