"""An explorer that the browser computes and draws: one widget, through which choices travel."""

from __future__ import annotations

from contextlib import suppress
from math import inf
from typing import Any, ClassVar

import ipywidgets

from diffsort_core import DiffsortError

from ..choices import yes_or_no
from ..state import ExplorerState
from ..widgets.program import Live
from ..widgets.toolbar import answer_to
from .base import LAYOUT, Explorer
from .paged import page_text


class LiveExplorer(Explorer, Live):
    """A subclass names its function in the program (``program_name``), and says which choices are
    its own (``own``).

    ``stage``: whether it is shown on the stage at first, as large as the window: no choice of what
    is sorted, and none of the state's."""

    program_name: ClassVar[str]
    drawn_from: ClassVar[list[str]] = [*Explorer.drawn_from, "labels"]
    title: ClassVar[str]
    """Of a page with this explorer."""
    _hearing = False
    """Whether edits of the browser are being taken."""
    _judged: Any = None
    """What the badge is of: choices, and the latest edit that was heard."""

    def __init__(
        self,
        values: Any = None,
        *,
        state: ExplorerState | None = None,
        stage: bool = False,
        **choices: Any,
    ) -> None:
        self._staged = yes_or_no(stage, "stage")
        super().__init__(values, state=state, **choices)

    def _begin(self) -> None:
        super()._begin()
        self.state.observe(self._tell, self._names)
        self._see_goal()

    def close(self) -> None:
        if self.comm is not None:
            with suppress(ValueError):  # it does not follow yet
                self.state.unobserve(self._tell, self._names)
        super().close()

    @property
    def _names(self) -> list[str]:
        """The choices that travel: also such as this picture does not depend on."""
        return sorted([*ExplorerState.class_trait_names(), *self.own])

    def _open(self) -> None:
        Live.__init__(
            self,
            setup=self._setup(),
            choices=self._travelling(self.state),
            layout=ipywidgets.Layout(**LAYOUT),
        )
        self.on_msg(lambda widget, request, buffers: answer_to(request, self._answer, self.send))

    def _setup(self) -> dict[str, Any]:
        """What describes this explorer to the browser."""
        goal = {} if self.goal is None else {"goal": self.goal.asked}
        return {
            **goal,
            "explorer": self.program_name,
            "name": type(self).__name__,
            "label": self.name,
            "title": self.title,
            "stem": self.stem,
            "fields": self.fields,
            "own": {name: choice.field for name, choice in self.own.items()},
            "most": self.most_values,
            "formats": self.formats,
            "first": self._travelling(self.state),
            "plain": self._travelling(ExplorerState()),
            **({"stage": True} if self._staged else {}),
        }

    def _travelling(self, state: ExplorerState) -> dict[str, Any]:
        """The choices of a state as JSON knows them."""
        return travels({name: getattr(state, name) for name in self._names})

    def page(self) -> str:
        """A page with this explorer as it stands: one file of HTML that needs neither a kernel nor
        a network, and is as alive as here. With others: :func:`explorer.page`."""
        return page_text([self])

    def shown(self) -> dict[str, Any]:
        """What a page holds of this explorer."""
        return {"setup": self.setup, "choices": self._travelling(self.state)}

    def _show(self, scene: Any) -> None:
        """The browser computes its own from the choices."""

    def _tell(self, change: Any = None) -> None:
        self.show(self._travelling(self.state))
        if not self._hearing:
            self._see_goal()

    def _edited(self, acts: list[dict[str, Any]]) -> None:
        message, self._hearing = "", True
        for changes in acts:
            try:
                self.state.update(**changes)
            except DiffsortError as error:
                message = f"{error}. The old value stays."
        self._hearing = False
        self.show(self._travelling(self.state), message)
        self._see_goal()

    def _see_goal(self) -> None:
        """Judge the choices, once however many of them changed together, and send the badge."""
        if self.goal is None:
            return
        judged = self._travelling(self.state), self.heard
        if judged != self._judged:
            self._judged = judged
            self.badge = {**self.goal.badge(self.state), "heard": self.heard}

    def _answer(self, request: dict[str, Any]) -> Any:
        return self._file(request["format"])


def travels(choice: Any) -> Any:
    """A choice, or several by name, as JSON has words for it."""
    if isinstance(choice, dict):
        return {name: travels(each) for name, each in choice.items()}
    if isinstance(choice, tuple):
        return [travels(each) for each in choice]
    return "infinity" if choice == inf else choice
