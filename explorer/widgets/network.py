"""The animated network: a whole run is sent once, and playing it sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anywidget
import numpy as np
import traitlets

from ..linker import linked, styles
from ..scenes.flow import Flow
from ..scenes.network import NetworkScene
from ..style import NEGATIVE, POSITIVE, VALUE_COLOURS
from ..turns import InTurn

TOKENS = "Filled tokens: soft sort; rings: hard sort."


class NetworkView(InTurn, anywidget.AnyWidget):
    """Draws a scene and lets a person drag its inputs: ``values`` is what they made of them;
    ``picked`` is the output that they pointed out, with a stamp.
    """

    _esm = linked("explorers/network.js")
    _css = styles("network")

    network = traitlets.Dict().tag(sync=True)
    run = traitlets.Dict().tag(sync=True)
    values = traitlets.List().tag(sync=True)
    picked = traitlets.Dict().tag(sync=True)

    def put_back(self, values: Sequence[float]) -> None:
        """Draw the run again with the values that it is of, after a drag that was refused."""
        with self.hold_sync():
            self.values = list(values)
            self.run = {**self.run, "again": self.run.get("again", 0) + 1}

    def show(self, scene: NetworkScene, values: Sequence[float]) -> None:
        """Draw a scene: one message; the parts that do not depend on the values go along only when
        the network is another."""
        with self.hold_sync():
            drawing = {"key": repr(scene.network), "below": scene.below}
            if {name: self.network.get(name) for name in drawing} != drawing:
                self.network = {**drawing, **_network(scene)}
            self.values = list(values)
            self.run = _run(scene)


def _network(scene: NetworkScene) -> dict[str, Any]:
    layer, low, high = scene.network.comparator_arrays.tolist()
    layout = scene.layout
    return {
        "n": scene.network.n,
        "depth": scene.network.depth,
        "columns": layout.columns,
        "offsets": layout.offsets,
        "stages": [vars(stage) for stage in layout.stages],
        "layer": layer,
        "low": low,
        "high": high,
        "palettes": VALUE_COLOURS,
        "signs": [NEGATIVE, POSITIVE],
    }


def _flow(flow: Flow | None) -> dict[str, Any]:
    """The flow's words and numbers, beside those of the run: a place that is sometimes None may
    hold no buffer, which a saved page would look for there."""
    if flow is None:
        return {"flow": None, "nodes": b"", "strands": b""}
    nodes, strands = flow.nodes.astype("<f4"), flow.strands.astype("<f4")
    return {"flow": flow.sentences, "nodes": nodes.tobytes(), "strands": strands.tobytes()}


def _run(scene: NetworkScene) -> dict[str, Any]:
    return {
        "title": scene.title,
        "inversions": scene.inversions,
        "total": scene.total,
        "bits": scene.bits,
        **_flow(scene.flow),
        "sentences": scene.sentences,
        "legend": scene.legend if scene.flow else f"{scene.legend} {TOKENS}",
        "mixes": scene.mixes,
        "mean": scene.mean,
        "domain": scene.domain,
        "ticks": scene.ticks,
        "soft": scene.soft.astype("<f8").tobytes(),
        "hard": scene.hard.astype("<f8").tobytes(),
        "swap": scene.swap.astype("<f4").tobytes(),
        "hard_swap": scene.hard_swap.astype("<f4").tobytes(),
        "by_a": scene.by_a.astype("<f4").tobytes(),
        "by_b": scene.by_b.astype("<f4").tobytes(),
        "tokens": scene.tokens.astype(np.uint8).tobytes(),
        "hard_tokens": scene.hard_tokens.astype(np.uint8).tobytes(),
    }
