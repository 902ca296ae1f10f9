"""How a state takes on the choices that are explorers' own, and lets go of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Self

from traitlets import HasTraits

from .choices import Chosen
from .declared import declared
from .turns import in_turn


class HoldsOwnChoices(HasTraits):
    """What :class:`explorer.state.ExplorerState` does about choices that not all explorers share:
    it holds those of the explorers that were given it, and those that somebody has set.

    ``_taken`` are all choices, by name, as its observers know them.
    """

    _shared: type[HoldsOwnChoices] | None = None
    """The kind of state that holds no explorer's own choices, where this is not the one."""
    _own: tuple[tuple[str, Chosen], ...] = ()
    """What it holds beside the shared choices."""

    @classmethod
    def holding(cls, names: Iterable[str]) -> type[Self]:
        """The kind of state that holds these choices of explorers' own, too."""
        known = sorted(name for name in names if not hasattr(cls, name) and declared(name))
        own = [(name, declared(name)) for name in known]
        return _extended(cls._shared or cls, (*cls._own, *own)) if own else cls

    @contextmanager
    def lent_to(self, names: Iterable[str]) -> Iterator[None]:
        """Take on these choices of an explorer's own, each as it is in a new explorer. Where what
        is done within fails, all choices are put back, and those are let go of."""
        new = self._hold(names)
        self._taken = {**self._taken, **new}
        choices = self.choices()
        try:
            yield
        except BaseException:
            self._set(choices)
            self._taken = {name: own for name, own in self._taken.items() if name not in new}
            self._let_go()
            raise

    @contextmanager
    def _holding(self, names: Iterable[str]) -> Iterator[None]:
        """Take on these choices, to set them."""
        new = self._hold(names)
        try:
            yield
        except BaseException:
            self._let_go()
            raise
        unset = {name: start for name, start in new.items() if getattr(self, name) == start}
        self._taken = {**unset, **self._taken}  # of which nobody will hear

    @in_turn
    def _hold(self, names: Iterable[str]) -> dict[str, Any]:
        """Take on choices of explorers' own; those that are new, as they are in a new explorer."""
        held, self.__class__ = len(self._own), type(self).holding(names)
        new = {name: own.start for name, own in self._own[held:]}
        self._trait_values.update(new)
        return new

    @in_turn
    def _let_go(self) -> None:
        """Hold no more such choices than were taken."""
        for name, _ in self._own:
            if name not in self._taken:
                self._trait_values.pop(name, None)
        self.__class__ = (self._shared or type(self)).holding(self._taken)

    def __getattr__(self, name: str) -> Any:
        """A choice of some explorer's own that the state does not hold is as in a new explorer."""
        own = None if name.startswith("_") else declared(name)
        if own is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return own.start

    @in_turn
    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_") or hasattr(type(self), name):
            super().__setattr__(name, value)
            return
        with self._holding([name]):
            super().__setattr__(name, value)


@cache
def _extended(
    shared: type[HoldsOwnChoices], own: tuple[tuple[str, Chosen], ...]
) -> type[HoldsOwnChoices]:
    """The kind of state that holds the explorers' own choices beside those that all share: as
    ``HasTraits.add_traits`` makes it, but one class for all states that hold the same."""
    traits = {name: Chosen(each.start, each.rule) for name, each in own}
    names = {"__module__": shared.__module__, "__qualname__": shared.__qualname__}
    return type(shared)(
        shared.__name__, (shared,), {**names, "_shared": shared, "_own": own, **traits}
    )
