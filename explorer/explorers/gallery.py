"""Several differentiable sorts of one vector, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import (
    ALPHA,
    NETWORK,
    OWN_PAIRS,
    SAME_SLOPE,
    STEEP,
    choice,
    chosen,
    grouped,
    numbers,
    whole,
)
from ..numbers import MAX_WIRES
from ..scenes.gallery import GalleryScene, gallery_scene
from ..scenes.gallery_methods import COMPARED
from ..state import ExplorerState
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_VALUES = 64
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
STEEPNESS = {
    **SAME_SLOPE,
    "tooltip": "alpha is that of smoothmax; every other method that has weights stands at the alpha"
    " at which they fall as fast at a tie",
}


class RelaxationGallery(LiveExplorer):
    """The same vector through hard sort, softmax, smoothmax, Cauchy, optimal, NeuralSort, SoftSort
    and the isotonic sort: the results, soft permutations and Jacobians, and a table of what is true
    of each.

    ``values``: up to 64, ``alpha``, ``network``, ``state``, ``stage``: as for
    :class:`NetworkExplorer`; ``gallery_methods``: "all", "in a network", "without a network", or
    one method, to be laid beside the hard sort; ``gallery_output``: the place in the sort that is
    framed. One alpha, per unit of the values, for all: tau of NeuralSort and SoftSort is 1 / alpha,
    and 1 / epsilon of the isotonic sort is alpha times the square of the mean gap between sorted
    neighbours. With ``same_slope`` alpha is that of smoothmax, and weights of the others fall as
    fast at a tie.

    >>> RelaxationGallery([3, 1, 2], alpha=2.0, gallery_methods="SoftSort")
    RelaxationGallery(n=3, alpha=2.0, gallery_methods='SoftSort')

    Raises DiffsortError, naming the argument, the rule and the value. Sources:
    differentiable_sorting; Petersen et al., ICLR 2022 (Cauchy, optimal); Grover et al., ICLR 2019
    (NeuralSort); Prillo & Eisenschlos, ICML 2020 (SoftSort); Blondel et al., ICML 2020 (isotonic).
    """

    name = "gallery"
    program_name = "gallery"
    title = "Soft sorts side by side"
    fields: ClassVar = grouped(
        hero=[ALPHA],
        numbers=[numbers(MOST_VALUES)],
        more=[METHODS, STEEPNESS, OUTPUT, NETWORK, OWN_PAIRS],
    )
    own: ClassVar = {
        "gallery_methods": chosen(METHODS, "all"),
        "gallery_output": chosen(OUTPUT, 0, high=MAX_WIRES - 1),
        "same_slope": STEEP,
    }
    drawn_from: ClassVar = ["values", "alpha", "network", "labels", *own]
    most_values = MOST_VALUES

    def _scene(self, state: ExplorerState) -> GalleryScene:
        how = (state.gallery_methods, state.gallery_output, state.same_slope, state.labels)
        return gallery_scene(state.wires, state.values, state.alpha_in_force, *how)

    def printed(self) -> Figure:
        from ..figures.gallery_print import gallery_print

        return gallery_print(self.scene())

    def __repr__(self) -> str:
        state = self.state
        return (
            f"RelaxationGallery(n={len(state.values)}, alpha={self._strength()},"
            f" gallery_methods={state.gallery_methods!r})"
        )
