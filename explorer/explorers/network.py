"""The network, animated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import (
    ALPHA,
    NETWORK,
    OWN_PAIRS,
    PRESET,
    RELAXATION,
    SEED,
    choice,
    chosen,
    grouped,
    numbers,
    whole,
    wires,
)
from ..numbers import BITS, MAX_WIRES
from ..scenes.flow import gradient_flow
from ..scenes.network import NetworkScene, network_scene
from ..state import ExplorerState
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FLOW = whole(
    "flow",
    "gradient of output",
    "Follow the gradient of this output back to the inputs; empty for none",
    0,
    63,
    optional=True,
)
BELOW = choice(
    "below",
    "below",
    "What stands below the soft network",
    [("values", "the same run, by value"), ("hard network", "the hard network")],
)


class NetworkExplorer(LiveExplorer):
    """Your numbers on their way through a sorting network, soft and hard side by side, and
    gradients on their way back.

    ``values``: 1 to 64 finite numbers: a list, an array, a column (by default
    differentiable_sorting's eight); ``alpha``: inverse temperature, per unit of the values
    (if not given, the one that suits them: ``state.alpha_in_force``); ``relaxation``: a key of
    ``explorer.choices.RELAXATIONS``; ``network``: a key of ``diffsort_core.NETWORKS``, or one
    of your own on as many wires as there are values: a ``Network``, or its comparators as text;
    ``flow``: an output, whose gradient is then followed back (None for no such thing); ``below``:
    "values" (the same run by value) or "hard network"; ``state``: another explorer's state, to
    share its choices; ``stage``: begin on the stage, for a lecture: as large as the window, until
    Escape. Play, drag the inputs, point at a comparator, click an output.

    >>> NetworkExplorer([3, 1, 2], alpha=2.0)
    NetworkExplorer(n=3, alpha=2.0, relaxation='smoothmax')
    >>> NetworkExplorer([3, 1, 2], network="0:1,1:2").scene().note
    'This network does not sort: under the hard maximum it makes 1 0 1 of 1 1 0.'

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's networks and relaxations.
    """

    name = "network"
    program_name = "network"
    title = "A soft sorting network"
    formats: ClassVar = ["svg", "png", "gif"]
    fields: ClassVar = grouped(
        hero=[ALPHA],
        numbers=[PRESET, wires(64), SEED, numbers(64)],
        more=[RELAXATION, NETWORK, OWN_PAIRS, FLOW, BELOW],
    )
    own: ClassVar = {
        "below": chosen(BELOW, "values"),
        "flow": chosen(FLOW, None, high=MAX_WIRES - 1),
    }
    drawn_from: ClassVar = [*LiveExplorer.drawn_from, "below", "flow", "preset"]

    def _scene(self, state: ExplorerState) -> NetworkScene:
        run, output = state.run(), state.flow
        there = output is not None and output < run.network.n
        flow = gradient_flow(run, output, state.labels) if there else None
        bits = state.preset == BITS
        return network_scene(run, state.strength, flow, state.below, bits, state.labels)

    def printed(self) -> Figure:
        from ..figures.network_print import network_print

        return network_print(self.scene())

    def gif(self) -> bytes:
        """The run, animated, as the bytes of a GIF file: five frames a layer."""
        from ..figures.network_print import network_gif

        return network_gif(self.scene())
