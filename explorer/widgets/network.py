"""The animated network: a whole run is sent once, and playing it sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import Any

import anywidget
import numpy as np
import traitlets

from ..scenes.network import NetworkScene
from ..style import VALUE_COLOURS, number
from .assets import script, sheet


class NetworkView(anywidget.AnyWidget):
    """Draws a scene and lets a person drag its inputs: ``values`` is what they made of them."""

    _esm = script("network_data", "network_ink", "network_player", "network")
    _css = sheet("network")

    network = traitlets.Dict().tag(sync=True)
    run = traitlets.Dict().tag(sync=True)
    values = traitlets.List().tag(sync=True)

    def show(self, scene: NetworkScene, values: Sequence[float]) -> None:
        """Draw a scene: one message; the parts that do not depend on the values go along only when the network is another."""
        with self.hold_sync():
            if self.network.get("key") != repr(scene.network):
                self.network = _network(scene)
            self.values = list(values)
            self.run = _run(scene)


def _network(scene: NetworkScene) -> dict[str, Any]:
    layer, low, high = scene.network.comparator_arrays.tolist()
    layout = scene.layout
    return {
        "key": repr(scene.network),
        "n": scene.network.n,
        "depth": scene.network.depth,
        "columns": layout.columns,
        "lanes": layout.lanes,
        "stages": [vars(stage) for stage in layout.stages],
        "layer": layer,
        "low": low,
        "high": high,
        "palettes": VALUE_COLOURS,
    }


def _run(scene: NetworkScene) -> dict[str, Any]:
    low, high = scene.domain
    unit = _unit(max(abs(low), abs(high)))
    return {
        "title": scene.title,
        "sentences": scene.sentences,
        "strands": scene.strands,
        "mixes": scene.mixes,
        "mean": scene.mean,
        "domain": [low, high],
        "ticks": [[tick, number(tick)] for tick in scene.ticks],
        "unit": unit,
        "soft": _float32(scene.soft / unit),
        "hard": _float32(scene.hard / unit),
        "swap": _float32(scene.swap),
        "hard_swap": _float32(scene.hard_swap),
        "by_a": _float32(scene.by_a),
        "by_b": _float32(scene.by_b),
        "tokens": scene.tokens.astype(np.uint8).tobytes(),
        "hard_tokens": scene.hard_tokens.astype(np.uint8).tobytes(),
    }


def _unit(largest: float) -> float:
    """1, or a power of ten by which values that float32 cannot hold are divided on their way."""
    return 1.0 if not largest or 1e-30 < largest < 1e30 else 10.0 ** floor(log10(largest))


def _float32(values: np.ndarray) -> bytes:
    return np.ascontiguousarray(values, dtype="<f4").tobytes()
