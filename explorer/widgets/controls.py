"""Labelled controls that follow an ExplorerState: each has a spoken name and a value in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log10
from typing import Any

import anywidget
import traitlets

from diffsort_core import DiffsortError

from ..numbers import MAX_WIRES, OWN, PRESETS, parse_numbers
from ..state import RELAXATIONS, ExplorerState
from .assets import script, sheet

# A logarithmic field runs from low to high times the values' spread (as a power of ten) to its power.
ALPHA = {
    "name": "alpha",
    "kind": "logarithmic",
    "label": "alpha",
    "unit": "per unit",
    "tooltip": "Inverse temperature: left end the mean, right end the hard maximum. Arrow keys, Home and End work.",
    "low": 1e-1,
    "high": 1e5,
    "power": -1,
    "per_decade": 20,
    "ends": True,
}
SIGMA = {
    "name": "sigma",
    "kind": "logarithmic",
    "label": "sigma",
    "unit": "units of value",
    "tooltip": "Width of the ranking kernel: the smaller, the harder the ranks",
    "low": 1e-4,
    "high": 1,
    "power": 1,
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

    A value that the state refuses is answered in words; a refused text stays in its box to be mended. ``sentence``:
    what the picture below shows, for those who do not see it. ``width``: the pixels that the browser gives to the cell, 0
    before it was shown.
    """

    _esm = script("controls")
    _css = sheet("controls")

    label = traitlets.Unicode().tag(sync=True)
    fields = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int(0).tag(sync=True)

    def __init__(self, state: ExplorerState, fields: Sequence[dict[str, Any]], label: str) -> None:
        super().__init__(fields=list(fields), label=label, values=_shown(state))
        self._state = state
        self._stamps: dict[str, float] = {}
        self._refused: dict[str, str] = {}
        self.observe(self._edited, "values")
        state.observe(self._follow)

    def close(self) -> None:
        if self.comm is not None:
            self._state.unobserve(self._follow)
        super().close()

    def _follow(self, change: Any = None) -> None:
        if change is not None and change["name"] == "values":
            self._refused = {}
        shown = {**_shown(self._state), **self._refused}
        if {name: value for name, value in self.values.items() if name != "edited"} != shown:
            self.values = shown

    def _edited(self, change: Any) -> None:
        values, stamps = change["new"], change["new"].get("edited", {})
        names = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        if not names:
            return
        self._stamps.update(stamps)
        if "refused" not in self._refused:
            self._refused = {}
        for name in names:
            if name == "numbers":
                self._refused = {}
            try:
                _apply(self._state, name, values)
            except DiffsortError as error:
                if name == "numbers":
                    self._refused = {"numbers": values["numbers"], "refused": name}
                self._refused["message"] = f"{error}. The old value stays."
        self._follow()


def _shown(state: ExplorerState) -> dict[str, Any]:
    return {
        "alpha": "infinity" if state.alpha == inf else state.alpha,
        "sigma": state.sigma,
        "relaxation": state.relaxation,
        "preset": state.preset,
        "wires": len(state.values),
        "seed": state.seed,
        "numbers": ", ".join(repr(value).removesuffix(".0") for value in state.values),
        "zero_end": _zero_end(state),
        "magnitude": _magnitude(state.values),
        "disabled": _DISABLED.get(state.preset, []),
    }


def _magnitude(values: Sequence[float]) -> int:
    """The spread of the values, or where they are all the same their size, as a power of ten."""
    spread = max(values) / 2 - min(values) / 2 or max(map(abs, values)) / 2
    return min(max(round(log10(spread) + log10(2)), -100), 100) if spread else 0


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
