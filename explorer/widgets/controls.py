"""Labelled controls that follow an ExplorerState: each has a spoken name and a value in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

import anywidget
import traitlets

from diffsort_core import DiffsortError

from ..numbers import MAX_WIRES, OWN, PRESETS, parse_numbers
from ..state import RELAXATIONS, ExplorerState
from .assets import script, sheet

ALPHA = {
    "name": "alpha",
    "kind": "logarithmic",
    "label": "alpha",
    "unit": "per unit",
    "tooltip": "Inverse temperature: left end the mean, right end the hard maximum. Arrow keys, Home and End work.",
    "low": 1e-3,
    "high": 1e3,
    "per_decade": 20,
    "ends": True,
}
SIGMA = {
    "name": "sigma",
    "kind": "logarithmic",
    "label": "sigma",
    "unit": "units of value",
    "tooltip": "Width of the ranking kernel: the smaller, the harder the ranks",
    "low": 1e-2,
    "high": 1e2,
    "per_decade": 20,
}
RELAXATION = {
    "name": "relaxation",
    "kind": "choice",
    "label": "relaxation",
    "tooltip": "The smooth stand-in for minimum and maximum",
    "options": [[name, words] for name, (words, _) in RELAXATIONS.items()],
}
PRESET = {
    "name": "preset",
    "kind": "choice",
    "label": "numbers",
    "tooltip": "Where the numbers come from; drag or type, and they are your own",
    "options": [[name, name] for name in (*PRESETS, OWN)],
}
WIRES = {
    "name": "wires",
    "kind": "whole",
    "label": "wires",
    "tooltip": f"How many numbers to draw, 1 to {MAX_WIRES}",
    "low": 1,
    "high": MAX_WIRES,
}
SEED = {
    "name": "seed",
    "kind": "whole",
    "label": "random seed",
    "tooltip": "The same seed draws the same numbers again",
    "low": 0,
    "high": 2**32 - 1,
}
NUMBERS = {
    "name": "numbers",
    "kind": "numbers",
    "label": f"your numbers (1 to {MAX_WIRES}; paste, then Enter)",
    "tooltip": "Numbers separated by commas, spaces or lines",
}

_DISABLED = {"example": ["wires", "seed"], "reversed": ["seed"], OWN: ["wires", "seed"]}


class Controls(anywidget.AnyWidget):
    """A row of fields bound to a state: what a person sets goes to the state, what the state becomes is shown.

    A value that the state refuses is answered in words; a refused text stays in its box to be mended. ``width``: the
    pixels that the browser gives to the cell, 0 before it was shown.
    """

    _esm = script("controls")
    _css = sheet("controls")

    label = traitlets.Unicode().tag(sync=True)
    fields = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    width = traitlets.Int(0).tag(sync=True)

    def __init__(self, state: ExplorerState, fields: Sequence[dict[str, Any]], label: str) -> None:
        super().__init__(fields=list(fields), label=label, values=_shown(state))
        self._state = state
        self._stamps: dict[str, float] = {}
        self.observe(self._edited, "values")
        state.observe(self._follow)

    def close(self) -> None:
        if self.comm is not None:
            self._state.unobserve(self._follow)
        super().close()

    def _follow(self, change: Any = None) -> None:
        shown = _shown(self._state)
        if {name: value for name, value in self.values.items() if name != "edited"} != shown:
            self.values = shown

    def _edited(self, change: Any) -> None:
        values, stamps = change["new"], change["new"].get("edited", {})
        names = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        self._stamps.update(stamps)
        try:
            for name in names:
                _apply(self._state, name, values)
        except DiffsortError as error:
            kept = {"numbers": values["numbers"], "refused": name} if name == "numbers" else {}
            self.values = {**_shown(self._state), **kept, "message": f"{error}. Nothing was changed."}
        else:
            if names:
                self._follow()


def _shown(state: ExplorerState) -> dict[str, Any]:
    return {
        "alpha": "infinity" if state.alpha == inf else state.alpha,
        "sigma": state.sigma,
        "relaxation": state.relaxation,
        "preset": state.preset,
        "wires": len(state.values),
        "seed": state.seed,
        "numbers": ", ".join(f"{value:.12g}" for value in state.values),
        "zero_end": _zero_end(state),
        "disabled": _DISABLED.get(state.preset, []),
    }


def _zero_end(state: ExplorerState) -> str:
    """What alpha = 0 is: nothing under log-sum-exp; the mean, but only nearly where halvings cannot make 1 / n."""
    if state.relaxation == "softmax":
        return ""
    n = len(state.values)
    return "near the mean" if n & (n - 1) else "mean"


def _apply(state: ExplorerState, name: str, values: dict[str, Any]) -> None:
    if name == "numbers":
        state.values = parse_numbers(values["numbers"])
    elif name in {"preset", "wires", "seed"} and values["preset"] != OWN:
        state.draw(values["preset"], values["wires"], values["seed"])
    elif name in state.trait_names():
        state.set_trait(name, values[name])
