"""A person's choices, validated: the only thing that explorers write."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import inf
from numbers import Integral
from typing import Any

from traitlets import Any as AnyTrait
from traitlets import HasTraits, observe, validate

from diffsort_core import DiffsortError, LogSumExp, Relaxation, SmoothMax, Trace, bitonic, trace
from diffsort_core.checks import positive, real

from .numbers import MAX_WIRES, OWN, PRESETS, as_values

RELAXATIONS: dict[str, tuple[str, Callable[[float], Relaxation]]] = {
    "smoothmax": ("smoothmax: a weighted mean", SmoothMax),
    "softmax": ("softmax: log-sum-exp", LogSumExp),
}
"""Name -> (what a person reads, relaxation of a given alpha)."""


class ExplorerState(HasTraits):
    """The choices that one or more explorers share. Every trait refuses a bad value in words and keeps the old one.

    values: 1 to 32 finite numbers; alpha: inverse temperature, per unit of the values, 0 (mean) to infinity (hard maximum);
    sigma: width of the ranking kernel, in units of the values; relaxation: a key of ``RELAXATIONS``; preset: where the
    numbers come from, with seed for those that are drawn at random.

    >>> state = ExplorerState(values=[3, 1, 2], alpha=2)
    >>> state.run().values[-1].round(2).tolist()
    [1.15, 2.01, 2.84]
    >>> ExplorerState.from_json(state.to_json()).values
    (3.0, 1.0, 2.0)

    Raises DiffsortError for a bad value, naming the trait, the rule and the value.
    """

    values = AnyTrait()
    alpha = AnyTrait(1.0)
    sigma = AnyTrait(0.5)
    relaxation = AnyTrait("smoothmax")
    preset = AnyTrait("example")
    seed = AnyTrait(0)

    def __init__(self, **choices: Any) -> None:
        if unknown := set(choices) - set(self.trait_names()):
            raise DiffsortError(f"choices must be among {sorted(self.trait_names())}, got {sorted(unknown)}")
        preset, seed = choices.setdefault("preset", "example"), _seed(choices.setdefault("seed", 0))
        known = _one_of("preset", preset, {**PRESETS, OWN: None})
        if "values" in choices:
            choices["values"] = as_values(choices["values"])
            if known != OWN and choices["values"] != tuple(PRESETS[known](len(choices["values"]), seed)):
                choices["preset"] = OWN
        else:
            choices["values"] = PRESETS[_one_of("preset", preset, PRESETS)](8, seed)
        super().__init__(**choices)

    def run(self) -> Trace:
        """The soft sort of the values as things stand: derived, never stored."""
        return trace(bitonic(len(self.values)), self.values, RELAXATIONS[self.relaxation][1](self.alpha))

    def update(self, **choices: Any) -> None:
        """Set several choices at once: all of them, or none and a DiffsortError."""
        wanted = ExplorerState(**{**self.choices(), **choices})
        with self.hold_trait_notifications():
            for name, value in wanted.choices().items():
                self.set_trait(name, value)

    def draw(self, preset: str, wires: int, seed: int) -> None:
        """Take the numbers of a preset: so many wires, drawn with this seed."""
        _one_of("preset", preset, PRESETS)
        if not isinstance(wires, Integral) or not 1 <= wires <= MAX_WIRES:
            raise DiffsortError(f"wires must be a whole number from 1 to {MAX_WIRES}, got {wires}")
        with self.hold_trait_notifications():
            self.seed, self.preset, self.values = seed, preset, PRESETS[preset](wires, _seed(seed))

    def choices(self) -> dict[str, Any]:
        """All choices by name."""
        return {name: getattr(self, name) for name in sorted(self.trait_names())}

    def to_json(self) -> str:
        """All choices as a line of JSON; alpha = infinity is written as the word."""
        return json.dumps({name: "infinity" if value == inf else value for name, value in self.choices().items()})

    @classmethod
    def from_json(cls, text: str) -> ExplorerState:
        """The state that :meth:`to_json` wrote, or DiffsortError."""
        try:
            choices = json.loads(text)
        except ValueError as error:
            raise DiffsortError(f"text must be the JSON of a state, got {text[:60]!r}") from error
        if not isinstance(choices, dict):
            raise DiffsortError(f"text must be the JSON of a state, got {text[:60]!r}")
        return cls(**choices)

    @validate("values")
    def _values(self, proposal: Any) -> tuple[float, ...]:
        return as_values(proposal["value"])

    @observe("values")
    def _forget_preset(self, change: Any) -> None:
        if self.preset != OWN and self.values != tuple(PRESETS[self.preset](len(self.values), self.seed)):
            self.preset = OWN

    @observe("preset", "seed")
    def _draw_again(self, change: Any) -> None:
        if self.preset != OWN:
            self.values = PRESETS[self.preset](len(self.values), self.seed)

    @validate("alpha")
    def _alpha(self, proposal: Any) -> float:
        alpha = real(proposal["value"], "alpha")
        if alpha < 0:
            raise DiffsortError(f"alpha must be at least 0, got {alpha}")
        RELAXATIONS[self.relaxation][1](alpha)  # which refuses an alpha that it has no meaning for
        return alpha

    @validate("sigma")
    def _sigma(self, proposal: Any) -> float:
        return positive(proposal["value"], "sigma")

    @validate("relaxation")
    def _relaxation(self, proposal: Any) -> str:
        name = _one_of("relaxation", proposal["value"], RELAXATIONS)
        RELAXATIONS[name][1](self.alpha)
        return name

    @validate("preset")
    def _preset(self, proposal: Any) -> str:
        return _one_of("preset", proposal["value"], {**PRESETS, OWN: None})

    @validate("seed")
    def _valid_seed(self, proposal: Any) -> int:
        return _seed(proposal["value"])


def _one_of(name: str, value: Any, known: dict[str, Any]) -> str:
    if not isinstance(value, str) or value not in known:
        raise DiffsortError(f"{name} must be one of {', '.join(known)}, got {value!r}")
    return value


def _seed(value: Any) -> int:
    if not isinstance(value, Integral) or not 0 <= value < 2**32:
        raise DiffsortError(f"seed must be a whole number from 0 to 4294967295, got {value!r}")
    return int(value)
