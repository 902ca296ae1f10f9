"""A bar for work that a cell waits for: how much of it is done, seen and spoken."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets


class ProgressBar(ipywidgets.HTML):
    """A bar with a name. Call it with the share that is done, 0 to 1, and words on how it goes, if
    any.

    >>> bar = ProgressBar("Training")
    >>> bar(0.5)
    >>> bar
    ProgressBar('Training')
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self._shown = name, -1
        self(0.0)

    def __call__(self, share: float, words: str = "") -> None:
        percent = int(100 * share)
        if percent == self._shown and not words:
            return  # a person sees no less, and the browser hears a hundred messages at most
        self._shown, name = percent, escape(self.name, quote=True)
        bar = f'<progress max="100" value="{percent}" aria-label="{name}">{percent} %</progress>'
        self.value = f"<span>{name}</span> {bar} <span>{percent} % {escape(words)}</span>"

    def part(self, place: int, of: int) -> Callable[[float], None]:
        """The bar for one of several parts of the work, counted from 0: to be called with the share
        of that part."""
        return lambda share: self((place + share) / of)

    def __repr__(self) -> str:
        return f"ProgressBar({self.name!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return {**(super()._repr_mimebundle_(**kwargs) or {}), "text/plain": repr(self)}
