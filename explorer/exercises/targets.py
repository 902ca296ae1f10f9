"""The places in a picture that the goals of the exercises speak of: what is asked, not the way to
it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..goals import Target
from ..scenes.anything import AnythingScene, anything_scene
from ..scenes.materials import material
from ..state import ExplorerState
from ..style import number
from ..wiring import wired

NOW = "now"
"""Along an axis: where the present choice stands."""


def bands(panel: str, middles: Sequence[float], within: float, noun: str) -> list[Target]:
    """A band around each of some heights, where the present choice stands.

    >>> bands("outputs", [4.0], 0.5, "output")[0]["words"]
    'output 0 between 3.5 and 4.5'
    """
    return [
        {
            "panel": panel,
            "x": NOW,
            "y": [float(middle - within), float(middle + within)],
            "words": f"{noun} {place} between {number(middle - within)} and"
            f" {number(middle + within)}",
        }
        for place, middle in enumerate(middles)
    ]


def outputs_within(distance: float) -> Callable[[ExplorerState], list[Target]]:
    """Every output of the soft sort, as near to that of the hard sort."""
    return lambda state: bands("outputs", sorted(state.values), distance, "output")


def last_layer(state: ExplorerState) -> list[Target]:
    """The comparators of the last layer of the network."""
    depth = state.wires.depth
    words = f"layer {depth}, the last, which is to exchange something"
    return [{"panel": "layers", "x": [depth - 1, depth], "y": None, "words": words}]


def things_of(state: ExplorerState) -> AnythingScene:
    """The things that a state names, as they are sorted softly."""
    things = material(state.material, state.pieces, state.sample, state.table, state.column)
    network = wired(state.network, len(things.things), "things")
    how = (state.comparator, state.alpha, state.descending, state.column)
    return anything_scene(things, network, *how)


def most_blended(low: float, high: float) -> Callable[[ExplorerState], list[Target]]:
    """The cell with the largest share of the place that is blended the most."""

    def targets(state: ExplorerState) -> list[Target]:
        mix = things_of(state).mix
        place = int(np.argmin(mix.max(axis=1)))
        told = f"place {place}, the most blended: its largest share between {low} and {high}"
        return [{"panel": "mix", **cell(int(np.argmax(mix[place])), place), "words": told}]

    return targets


def column(panel: str, place: int, n: int, words: str) -> list[Target]:
    """A column of a matrix of n rows."""
    across = cell(place, 0)["x"]
    return [{"panel": panel, "x": across, "y": [-0.5, n - 0.5], "words": words}]


def cell(x: int, y: int) -> Target:
    """Where a cell of a map is on its axes."""
    return {"x": [x - 0.5, x + 0.5], "y": [y - 0.5, y + 0.5]}
