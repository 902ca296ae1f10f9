"""A person's choices, validated: the only thing that explorers write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Bunch, validate

from diffsort_core import DiffsortError, Network, Relaxation, Trace, trace
from diffsort_core.checks import positive

from .choices import RELAXATIONS, Chosen, at_least_0, nothing_or, one_of, whole_between
from .declared import as_now, declared
from .holding import HoldsOwnChoices
from .names import as_labels, one_each, with_names
from .numbers import MAX_WIRES, OWN, PRESETS, as_values, belongs, drawn
from .softness import suited_alpha
from .style import number
from .turns import in_turn
from .wiring import as_network, fits, wired
from .written import choices_in, written

_preset = one_of([*PRESETS, OWN])
_seed = whole_between(0, 2**32 - 1)


class ExplorerState(HoldsOwnChoices):
    """The choices that one or more explorers share. Every one refuses a bad value in words and
    keeps the old one. What an explorer that follows the state cannot draw is refused, too, and
    then all choices stay as they were.

    values: 1 to 256 finite numbers; alpha: inverse temperature, per unit of what is sorted, which
    is the values, or the keys in :class:`SortAnythingExplorer`; 0 (mean) to infinity (hard
    maximum), or None for the one that suits them (:attr:`alpha_in_force` is what is drawn); sigma:
    width of the ranking kernel, in units of the values; relaxation: a key of
    ``explorer.choices.RELAXATIONS``; network: a key of ``diffsort_core.NETWORKS``, or one of one's
    own on as many wires as there are values (a ``Network``, or its comparators as text, 0:1,2:3,
    which is how it is kept); preset: where the numbers come from, with seed for those that are
    drawn at random; labels: None, or a name for each value, which a dict of numbers by name and the
    index of a pandas Series bring along. What leaves a network without as many values as it sorts
    (the smallest ones known: up to 16) is refused. As many other values keep the names, as a hand
    that drags one does; another count, a preset or a seed drops them. What is an explorer's own
    (``explorer.NetworkExplorer.own``) the state takes on with the explorer, or once it is set.

    >>> state = ExplorerState(values=[3, 1, 2], alpha=2)
    >>> state.run().values[-1].round(2).tolist()
    [1.15, 2.01, 2.84]
    >>> ExplorerState.from_json(state.to_json()).values
    (3.0, 1.0, 2.0)
    >>> ExplorerState(values={"Everest": 8848, "K2": 8611}).labels
    ('Everest', 'K2')

    Raises DiffsortError for a bad value, naming the choice, the rule and the value.
    """

    values = Chosen((), as_values)
    alpha = Chosen(None, nothing_or(at_least_0))
    sigma = Chosen(0.5, positive)
    relaxation = Chosen("smoothmax", one_of(RELAXATIONS))
    network = Chosen("bitonic", as_network)
    preset = Chosen("example", _preset)
    seed = Chosen(0, _seed)
    labels = Chosen(None, as_labels)

    def __init__(self, **choices: Any) -> None:
        self._taken: dict[str, Any] = {}
        choices = with_names(choices)
        self._hold(choices)
        if unknown := set(choices) - set(self.trait_names()):
            raise DiffsortError(
                f"choices must be among {sorted(self.trait_names())}, got {sorted(unknown)}"
            )
        preset, seed = choices.setdefault("preset", "example"), choices.setdefault("seed", 0)
        known = _preset(preset, "preset")
        if "values" in choices:
            choices["values"] = as_values(choices["values"])
            if not belongs(choices["values"], known, _seed(seed, "seed")):
                choices["preset"] = OWN
        else:
            choices["values"] = drawn(one_of(PRESETS)(preset, "preset"), 8, _seed(seed, "seed"))
        self._suited = (
            True  # choices that suit each other are being set: no numbers are drawn for one of them
        )
        self._judges: list[Callable[[], None]] = []
        super().__init__(**choices)
        one_each(self.labels, len(self.values))
        fits(self.network, len(self.values))
        self._taken = self.choices()
        self._suited = False

    def __setattr__(self, name: str, value: Any) -> None:
        found = with_names({name: value})
        if len(found) > 1:
            self.update(**found)
        else:
            super().__setattr__(name, value)

    @property
    def alpha_in_force(self) -> float:
        """The alpha that is drawn, per unit of the values: the one that was chosen, or the one that
        suits the values (:func:`explorer.softness.suited_alpha`). Derived, never stored.

        >>> ExplorerState(values=[0, 1]).alpha_in_force
        10.0
        """
        return suited_alpha(self.values) if self.alpha is None else self.alpha

    @property
    def rule(self) -> Relaxation:
        """The relaxation at the present alpha."""
        return RELAXATIONS[self.relaxation][1](self.alpha_in_force)

    @property
    def wires(self) -> Network:
        """The network for the present values."""
        return wired(self.network, len(self.values))

    @property
    def strength(self) -> str:
        """The relaxation and its alpha, in words."""
        return f"{self.relaxation}, alpha = {number(self.alpha_in_force)} per unit"

    def run(self) -> Trace:
        """The soft sort of the values as things stand: derived, never stored."""
        return trace(self.wires, self.values, self.rule)

    def update(self, **choices: Any) -> None:
        """Set several choices at once: all of them, or none and a DiffsortError. A preset or a seed
        without values draws as many numbers as there are."""
        replaced = self.replace(**choices).choices()
        with self._holding(replaced):
            self._set(replaced)

    def take(self, text: str) -> None:
        """Update the choices that a text of JSON names, or DiffsortError. What is some explorer's
        own is left out, unless the state holds it."""
        choices = as_now(choices_in(text), self.choices(), new=False)
        self.update(
            **{
                name: choice
                for name, choice in choices.items()
                if self.has_trait(name) or not declared(name)
            }
        )

    def replace(self, **choices: Any) -> ExplorerState:
        """A new state with these choices in the place of one's own; numbers that a preset or a seed
        draws as in :meth:`update`. No explorer follows it.

        >>> ExplorerState(values=[3, 1, 2]).replace(alpha=0).run().values[-1].tolist()
        [2.0, 2.0, 2.0]
        """
        choices = with_names(choices)
        if "values" in choices and self._are_others(choices):
            choices.setdefault("labels", None)
        if {"preset", "seed"} & set(choices) and "values" not in choices:
            preset, seed = (choices.get(name, getattr(self, name)) for name in ("preset", "seed"))
            if _preset(preset, "preset") != OWN:
                choices["values"] = drawn(preset, len(self.values), _seed(seed, "seed"))
                choices.setdefault("labels", None)
        return type(self)(**{**self.choices(), **choices})

    def _are_others(self, choices: dict[str, Any]) -> bool:
        """Whether values are not the present ones with some changed: their count is another, or it
        is said where they come from."""
        if {"preset", "seed"} & set(choices):
            return True
        try:
            return len(as_values(choices["values"])) != len(self.values)
        except DiffsortError:
            return False  # and they will be refused

    def draw(self, preset: str, wires: int, seed: int) -> None:
        """Take the numbers of a preset: so many wires, drawn with this seed."""
        values = drawn(
            one_of(PRESETS)(preset, "preset"),
            whole_between(1, MAX_WIRES)(wires, "wires"),
            _seed(seed, "seed"),
        )
        self._set({"seed": seed, "preset": preset, "values": values, "labels": None})

    def ask_first(self, judge: Callable[[], None]) -> None:
        """Call ``judge()`` before new choices are taken, when the state has them already. Where it
        raises, all choices are put back, and no observer hears of them."""
        self._judges.append(judge)

    def ask_no_more(self, judge: Callable[[], None]) -> None:
        """The opposite of :meth:`ask_first`."""
        self._judges.remove(judge)

    def choices(self) -> dict[str, Any]:
        """All choices by name."""
        return {name: getattr(self, name) for name in sorted(self.trait_names())}

    def to_json(self) -> str:
        """All choices as a line of JSON, which says alpha's unit."""
        return written(self.choices())

    @classmethod
    def from_json(cls, text: str) -> ExplorerState:
        """The state that :meth:`to_json` wrote, or DiffsortError. Choices that the text does not
        name are as in a new state."""
        shared = {name: getattr(cls, name).start for name in cls.class_trait_names()}
        return cls(**as_now(choices_in(text), shared, new=True))

    def __reduce__(self) -> Any:
        return _remade, (self._shared or type(self), self.choices())

    @in_turn
    def _set(self, suited: dict[str, Any]) -> None:
        self._suited = True
        try:
            with self.hold_trait_notifications():
                for name, value in suited.items():
                    self.set_trait(name, value)
        finally:
            self._suited = False

    def notify_change(self, change: Any) -> None:
        """Tell the observers, once everyone who is asked agrees; several choices that were set
        together are judged together, with the first of them."""
        changes = [change, *self._brought_along(change["name"])]
        if self._taken and self.choices() != self._taken:
            try:
                self._judge()
            except BaseException:
                self._trait_values.update(self._taken)
                self._let_go()
                raise
            self._taken = self.choices()
        for each in changes:
            super().notify_change(each)

    def _judge(self) -> None:
        self.rule  # noqa: B018  # refuses what hold_trait_notifications lets pass
        one_each(self.labels, len(self.values))
        fits(self.network, len(self.values))
        for judge in list(self._judges):
            judge()

    def _brought_along(self, name: str) -> list[Bunch]:
        """The changes that one choice brings along: numbers that no longer are the preset's are
        one's own; another preset or seed draws others; names are no other numbers'."""
        brought = []
        if name in ("preset", "seed") and not self._suited and self.preset != OWN:
            values = drawn(self.preset, len(self.values), self.seed)
            brought += [self._bring("values", values), self._bring("labels", None)]
        if name == "values" and not belongs(self.values, self.preset, self.seed):
            brought.append(self._bring("preset", OWN))
        unlike = self.labels is not None and len(self.labels) != len(self.values)
        if name == "values" and not self._suited and unlike:
            brought.append(self._bring("labels", None))
        return brought

    def _bring(self, name: str, value: Any) -> Bunch:
        old, self._trait_values[name] = getattr(self, name), value
        return Bunch(name=name, old=old, new=value, owner=self, type="change")

    @validate("alpha", "relaxation")
    def _one_suits_the_other(self, proposal: Any) -> Any:
        chosen = {
            "alpha": self.alpha,
            "relaxation": self.relaxation,
            proposal["trait"].name: proposal["value"],
        }
        if chosen["alpha"] is not None:  # what suits values suits every relaxation
            RELAXATIONS[chosen["relaxation"]][1](
                chosen["alpha"]
            )  # which refuses an alpha that it has no meaning for
        return proposal["value"]


def _remade(kind: type[ExplorerState], choices: dict[str, Any]) -> ExplorerState:
    """The copy, or what was pickled, of a state: with its choices, and nobody who follows it."""
    return kind(**choices)
