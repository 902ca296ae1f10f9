"""What alpha does: to the soft maximum of two numbers, and to a whole soft sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import (
    ALPHA,
    NETWORK,
    OWN_PAIRS,
    PRESET,
    RELAXATION,
    SAME_SLOPE,
    SEED,
    STEEP,
    chosen,
    grouped,
    linear,
    numbers,
    wires,
)
from ..scenes.alpha import SPAN, AlphaScene, alpha_scene
from ..state import ExplorerState
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

A, B = (
    linear(name, name, f"{name}, of the soft maximum of (a, b)", -SPAN, SPAN, 0.1) for name in "ab"
)
STEEPNESS = {
    **SAME_SLOPE,
    "tooltip": "Among the soft maxima show the other relaxations, each at the alpha at which its"
    " weights fall as fast at a tie, in place of other alphas",
}


class AlphaExplorer(LiveExplorer):
    """From the mean (alpha = 0) to the hard maximum (alpha = infinity): the soft maximum of (a, b),
    where both can be dragged, and every output of the soft sort with its error, the pairs out of
    order, and its largest and smallest derivative.

    ``values``, ``alpha``, ``relaxation``, ``network``, ``state``, ``stage``: as for
    :class:`NetworkExplorer`; ``a``, ``b``: two numbers from -5 to 5; ``same_slope``: show the soft
    maximum beside those of the other relaxations, as steep at a tie, and not beside those at other
    alphas. The line at the present alpha can be dragged, too: from 0.1 to 1e5 per spread
    of the values, with 0 and infinity as stops beyond.

    >>> AlphaExplorer([3, 1, 2], alpha=2.0, a=0.5)
    AlphaExplorer(n=3, alpha=2.0, relaxation='smoothmax', a=0.5, b=0.0)

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's pictures of its soft maxima.
    """

    name = "alpha"
    program_name = "alpha"
    title = "From the mean to the hard maximum"
    fields: ClassVar = grouped(
        hero=[ALPHA],
        numbers=[PRESET, wires(64), SEED, numbers(64)],
        more=[RELAXATION, STEEPNESS, NETWORK, OWN_PAIRS],
    )
    own: ClassVar = {"a": chosen(A, 1.0), "b": chosen(B, 0.0), "same_slope": STEEP}
    drawn_from: ClassVar = [*LiveExplorer.drawn_from, *own]

    def _scene(self, state: ExplorerState) -> AlphaScene:
        how = (state.a, state.b, state.strength, state.same_slope, state.labels)
        return alpha_scene(state.wires, state.values, state.rule, *how)

    def printed(self) -> Figure:
        from ..figures.alpha_print import alpha_print

        return alpha_print(self.scene())

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, a={self.state.a}, b={self.state.b})"
