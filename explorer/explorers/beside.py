"""Networks one above the other, with the same numbers on their way through each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from diffsort_core import NETWORKS, DiffsortError, Network, SmoothMax, trace

from ..scenes.network import NetworkScene, network_scene
from ..style import number
from ..widgets.network import NetworkView, drawn_from
from .lifetime import belongs_where_it_was_made, held_by

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 9.2
"""Inches of the picture on paper."""


class Beside(ipywidgets.VBox):
    """Soft sorts of the same values by several networks, one above the other: drag an input in one,
    and it moves in all.

    ``networks``: any, also such as sort nothing; ``values``: as many numbers as these have wires;
    ``alpha``: of smoothmax; ``words``: a sentence above the pictures. Where there is no kernel, a
    picture of the same is shown.

    >>> from diffsort_core import bitonic, odd_even_merge
    >>> Beside([bitonic(4), odd_even_merge(4)], [3, 1, 4, 2], alpha=2.0)
    Beside(bitonic, odd-even merge)
    """

    def __init__(
        self, networks: Sequence[Network], values: Any, alpha: float = 1.0, words: str = ""
    ) -> None:
        self.networks, self.alpha, self.words = tuple(networks), alpha, words
        self.views = [NetworkView(layout=ipywidgets.Layout(width="100%")) for _ in self.networks]
        super().__init__(
            [ipywidgets.HTML(escape(words)), *self.views],
            layout=ipywidgets.Layout(width="100%", overflow="auto"),
        )
        self._draw([float(value) for value in values])
        for view in self.views:
            view.observe(self._dragged, "values")
        belongs_where_it_was_made(self)

    def close(self) -> None:
        """Close the pictures, too."""
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

    def _dragged(self, change: Any) -> None:
        if list(change["new"]) == self.values:
            return
        try:
            self._draw(change["new"])
        except DiffsortError:
            for view in self.views:
                view.put_back(self.values)

    def _draw(self, values: Sequence[float]) -> None:
        rule, strength = SmoothMax(self.alpha), f"smoothmax, alpha = {number(self.alpha)} per unit"
        runs = [trace(network, values, rule) for network in self.networks]
        self.scenes = [
            _without_stages(network_scene(run, strength, below="nothing")) for run in runs
        ]
        self.values = list(values)
        for view, network in zip(self.views, self.networks, strict=True):
            how = "smoothmax", self.alpha, None, "nothing"
            view.show(drawn_from(network, *how), values)

    def __repr__(self) -> str:
        return f"Beside({', '.join(network.name for network in self.networks)})"

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        from .bundle import bundle_of

        return bundle_of(self, self.printed(), " ".join(each.description for each in self.scenes))


def _without_stages(scene: NetworkScene) -> NetworkScene:
    """The scene of a network of one's own without brackets: nobody said what its layers are for."""
    if scene.network.name in NETWORKS:
        return scene
    return replace(scene, layout=replace(scene.layout, stages=()))
