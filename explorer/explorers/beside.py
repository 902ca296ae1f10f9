"""Networks one above the other, with the same numbers on their way through each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets

from diffsort_core import DiffsortError, Network, trace

from ..scenes.network import network_scene
from ..state import ExplorerState
from ..widgets.program import Live
from ..wiring import family_of
from .base import LAYOUT
from .lifetime import belongs_where_it_was_made, held_by
from .live import travels

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 9.2
"""Inches of the picture on paper."""


class Beside(Live):
    """Soft sorts of the same values by several networks, one above the other: drag an input in one,
    and it moves in all.

    ``networks``: any, also such as sort nothing; ``values``: as many numbers as these have wires;
    ``alpha``: of smoothmax (None: as suits the values); ``words``: a sentence above the pictures.
    Where there is no kernel, a picture of the same is shown.

    >>> from diffsort_core import bitonic, odd_even_merge
    >>> Beside([bitonic(4), odd_even_merge(4)], [3, 1, 4, 2], alpha=2.0)
    Beside(bitonic, odd-even merge)
    """

    def __init__(
        self, networks: Sequence[Network], values: Any, alpha: float | None = None, words: str = ""
    ) -> None:
        self.networks, self.words = tuple(networks), words
        self.state = ExplorerState(values=values, alpha=alpha)
        self._draw()
        first = travels(self.state.choices())
        setup = {
            "explorer": "beside",
            "name": "Beside",
            "label": "networks",
            "networks": [travelling(network) for network in self.networks],
            "words": words,
            "own": {},
            "most": len(self.state.values),
            "first": first,
        }
        super().__init__(setup, first, layout=ipywidgets.Layout(**LAYOUT))
        belongs_where_it_was_made(self)

    def close(self) -> None:
        """Close what belongs to it, too."""
        if self.comm is None:
            return  # closed already
        for widget in list(held_by(self)):
            widget.close()
        super().close()
        self.__dict__.pop("_repr_mimebundle_", None)  # ipywidgets hides it: a picture is left

    def printed(self) -> Figure:
        """The same on paper."""
        from ..figures.network_ink import draw_hard_outputs, draw_network, place_of
        from ..figures.printed import LINE, MARGIN, sheet

        places, top, title = [place_of(scene, WIDTH) for scene in self.scenes], 0.0, LINE + 0.1
        height = sum(title + place.tall for place in places)
        with sheet(self.words, WIDTH, height) as paper:
            for place in places:
                paper.write(MARGIN, top, place.scene.title, fontweight="bold")
                draw_hard_outputs(draw_network(paper, place, top + title), place)
                top += title + place.tall
        return paper.figure

    def _edited(self, acts: list[dict[str, Any]]) -> None:
        message, before = "", self.state.choices()
        for changes in acts:
            try:
                self.state.update(**changes)
                self._draw()
            except DiffsortError as error:
                self.state.update(**before)
                message = f"{error}. The old value stays."
        self.show(travels(self.state.choices()), message)

    def _draw(self) -> None:
        state = self.state
        runs = [trace(network, state.values, state.rule) for network in self.networks]
        self.scenes = [network_scene(run, state.strength, below="nothing") for run in runs]

    def __repr__(self) -> str:
        return f"Beside({', '.join(network.name for network in self.networks)})"

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        from .bundle import bundle_of

        return bundle_of(self, self.printed(), " ".join(each.description for each in self.scenes))


def travelling(network: Network) -> str | dict[str, Any]:
    """A network as it travels: a family's by its name, any other whole.

    >>> from diffsort_core import bitonic
    >>> travelling(bitonic(4))
    'bitonic'
    """
    if family := family_of(network):
        return family
    layers = [{"comparators": each.comparators, "stage": each.stage} for each in network.layers]
    return {"name": network.name, "layers": layers}
