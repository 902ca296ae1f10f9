"""Labelled controls that follow an ExplorerState: each has a spoken name and a value in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

import traitlets

from diffsort_core import DiffsortError

from ..fields import Field
from ..numbers import OWN, magnitude
from ..pasted import as_text, read_numbers
from ..scenes.layout import softest_end
from ..softness import deviation
from ..state import ExplorerState
from .program import Part

LIVE = 64
"""So many values at most, and the picture follows a slider while it moves; with more, when it is
let go."""


class Controls(Part):
    """Fields bound to a state: what a person sets goes to the state, what the state becomes is
    shown.

    A value that the state refuses is answered in words; a refused text stays in its box to be
    mended. A text that could be read in several ways is answered by how it was read, until the next
    edit. ``sentence``: what the picture below shows, for those who do not see it; ``goal``: what is
    to be reached, if anything, and ``badge``, how far the choices have come. ``width``: the pixels
    that the browser gives to the cell, 0 before it was shown; with several views, to the narrowest.
    """

    label = traitlets.Unicode().tag(sync=True)
    fields = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    goal = traitlets.Unicode().tag(sync=True)
    badge = traitlets.Dict().tag(sync=True)
    width = traitlets.Int(0).tag(sync=True)

    beside: Controls | None = None
    """Other controls of the same explorer: only the latest edit in either is answered."""

    def __init__(
        self, state: ExplorerState, fields: Sequence[Field], label: str, part: str = "controls"
    ) -> None:
        super().__init__(part=part, fields=list(fields), label=label, values=_shown(state, fields))
        self._state = state
        self._stamps: dict[str, float] = {}
        self._answer: dict[str, str] = {}
        """What is shown beside the choices: the text refused and why, or how it was read."""
        self.observe(self._edited, "values")
        state.observe(self._follow)

    def close(self) -> None:
        if self.comm is not None:
            self._state.unobserve(self._follow)
        super().close()

    def refuse(self, error: DiffsortError) -> None:
        """Say why something that was done elsewhere, in the picture, was refused."""
        self._answer["message"] = f"{error}. The old value stays."
        self._follow()

    def _follow(self, change: Any = None) -> None:
        if change is not None and change["name"] == "values":
            self._answer = {}
        shown = {**_shown(self._state, self.fields), **self._answer, "edited": {**self._stamps}}
        if {"edited": {}, **self.values} != shown:
            self.values = shown

    def _edited(self, change: Any) -> None:
        values, stamps = change["new"], change["new"].get("edited", {})
        names = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        if not names:
            return
        self._forget(names)
        if self.beside is not None:
            self.beside._forget(names)
            self.beside._follow()
        for name in names:
            self._stamps[name] = stamps[name]
            try:
                remark = _apply(self._state, name, values)
            except DiffsortError as error:
                if name == "numbers":
                    self._answer = {"numbers": values["numbers"], "refused": name}
                self.refuse(error)
            else:
                if remark:
                    self._answer["remark"] = remark
        self._follow()

    def _forget(self, names: Sequence[str]) -> None:
        """What was answered before these were edited; a text that was refused is still to be
        mended."""
        if "refused" not in self._answer or "numbers" in names:
            self._answer = {}


def _shown(state: ExplorerState, fields: Sequence[Field]) -> dict[str, Any]:
    """The shared choices and those of the fields: others come and go with other explorers."""
    known = {*ExplorerState.class_trait_names(), *(field["name"] for field in fields)}
    shown = {
        name: value
        for name, value in state.choices().items()
        if name in known and not isinstance(value, tuple)
    }
    return {
        **shown,
        "alpha": "infinity" if state.alpha == inf else state.alpha_in_force,
        "wires": len(state.values),
        "numbers": as_text(state.values, state.labels),
        "zero_end": _zero_end(state),
        "magnitude": magnitude(state.values),
        "deviation": deviation(state.values),
        "live": len(state.values) <= LIVE,
    }


def _zero_end(state: ExplorerState) -> str:
    """What alpha = 0 is: nothing under log-sum-exp, or as much of a mean as the network gives."""
    return "" if state.relaxation == "softmax" else softest_end(state.wires)


def _apply(state: ExplorerState, name: str, values: dict[str, Any]) -> str:
    """Set one choice of several; how its text was read, where there is something to say."""
    if name == "numbers":
        read = read_numbers(values["numbers"])
        state.update(values=read.values, labels=read.labels)
        return read.remark
    if name in {"preset", "wires", "seed"} and values["preset"] != OWN:
        state.draw(values["preset"], values["wires"], values["seed"])
    elif name in state.trait_names():
        state.set_trait(name, values[name])
    return ""
