"""Soft ranks: values on a line under the ranking kernel, the order matrix, ranks against sigma."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import (
    ALPHA,
    NETWORK,
    OWN_PAIRS,
    PRESET,
    RELAXATION,
    SEED,
    SIGMA,
    chosen,
    grouped,
    numbers,
    toggle,
    whole,
    wires,
)
from ..numbers import MAX_WIRES
from ..scenes.ranking import RankingScene, ranking_scene
from ..state import ExplorerState
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOCUS = whole(
    "ranking_focus",
    "kernel around wire",
    "The wire whose value the kernel is drawn around; click or drag a value to choose it",
    0,
    63,
)
TRANSPOSE = toggle(
    "ranking_transpose",
    "argsort: where each place came from",
    "Transpose the order matrix: off, the soft rank of each wire",
)


class RankingExplorer(LiveExplorer):
    """Soft ranks from a Gaussian kernel between your values and the places of their soft sort.

    ``values``: 1 to 64 finite numbers, to be dragged along their line (beyond 24, the chosen one);
    ``sigma``: width of the kernel, in units of the values; ``ranking_focus``: the wire whose value
    the kernel is drawn around; ``ranking_transpose``: show where the value at each place came from
    (the soft argsort) instead of the rank of each wire; ``alpha``, ``relaxation``, ``network``,
    ``state``, ``stage``: as for :class:`NetworkExplorer`.

    >>> RankingExplorer([3, 1, 2], alpha=2.0, sigma=0.3)
    RankingExplorer(n=3, alpha=2.0, relaxation='smoothmax', sigma=0.3)

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's order_matrix and diff_argsort.
    """

    name = "ranking"
    program_name = "ranking"
    title = "Soft ranks under a kernel"
    fields: ClassVar = grouped(
        hero=[SIGMA, ALPHA],
        numbers=[PRESET, wires(64), SEED, numbers(64)],
        more=[FOCUS, TRANSPOSE, RELAXATION, NETWORK, OWN_PAIRS],
    )
    own: ClassVar = {
        "ranking_focus": chosen(FOCUS, 4, high=MAX_WIRES - 1),
        "ranking_transpose": chosen(TRANSPOSE, False),
    }
    drawn_from: ClassVar = [*LiveExplorer.drawn_from, "sigma", "ranking_focus", "ranking_transpose"]

    def _scene(self, state: ExplorerState) -> RankingScene:
        return ranking_scene(
            state.run(),
            state.sigma,
            state.ranking_focus,
            state.ranking_transpose,
            state.strength,
            state.labels,
        )

    def printed(self) -> Figure:
        from ..figures.ranking_print import ranking_print

        return ranking_print(self.scene())

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, sigma={self.state.sigma})"
