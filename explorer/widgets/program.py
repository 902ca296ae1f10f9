"""The program of the browser, sent once to each kernel's page: other widgets are stubs of it."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ..linker import linked, styles
from ..turns import InTurn

SHEETS = (
    "common",
    "controls",
    "network",
    "toolbar",
    "runner",
    "overlay",
    "tiles",
    "table",
    "badges",
)

PAGE = (*SHEETS, "page")

_STUB = """export default () => {
  const shared = {}; // by the views of one model
  return {
    async render(context) {
      const { exports } = await context.host.getWidget(context.model.get("program"));
      return exports.%s(context, shared);
    },
  };
};
"""


class Program(anywidget.AnyWidget):
    """Carries the text of the program and of its styles; ``shell``: the page that a person can
    save, without its program and its choices."""

    _esm = linked("hosts/program.js")

    styles = traitlets.Unicode().tag(sync=True)
    shell = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        from ..page import shell

        super().__init__(styles=styles(*SHEETS), shell=shell(str(self._esm), styles(*PAGE)))


_program: Program | None = None


def the_program() -> Program:
    """The program of this kernel, made when it is first asked for, or after it was closed."""
    global _program
    if _program is None or _program.comm is None:
        _program = Program()
    return _program


class Stub(InTurn, anywidget.AnyWidget):
    """A widget that is drawn by the program; a subclass says by which of its functions
    (``_esm``)."""

    program = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(program=the_program(), **traits)


class Part(Stub):
    """A part of an explorer whose picture the kernel makes; ``part``: its name in the program."""

    _esm = _STUB % "part"

    part = traitlets.Unicode().tag(sync=True)


class Live(Stub):
    """What is computed and drawn in the browser by choices, which travel both ways.

    ``setup``: what describes it (explorers/explorers.js names the parts); ``choices``: as they
    travel, with ``edited``, the stamp of the latest edit of each choice that was heard, and with
    ``message``, why an edit was refused. A subclass hears edits by ``_edited(changes)``, in the
    order in which they were made, and shows what became of them by ``show``.
    """

    _esm = _STUB % "show"

    setup = traitlets.Dict().tag(sync=True)
    choices = traitlets.Dict().tag(sync=True)

    def __init__(self, setup: dict[str, Any], choices: dict[str, Any], **traits: Any) -> None:
        super().__init__(setup=setup, choices=choices, **traits)
        self._stamps: dict[str, float] = {}
        self.observe(self._heard, "choices")

    def show(self, choices: dict[str, Any], message: str = "") -> None:
        """Send choices to the browser, which draws them."""
        said = {"message": message} if message else {}
        self.choices = {**choices, "edited": dict(self._stamps), **said}

    def _heard(self, change: Any) -> None:
        came = change["new"]
        stamps = came.get("edited", {})
        new = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        if not new:
            return
        self._stamps.update({name: stamps[name] for name in new})
        acts: dict[float, dict[str, Any]] = {}
        for name in sorted(new, key=stamps.__getitem__):
            acts.setdefault(stamps[name], {})[name] = came[name]
        self._edited(list(acts.values()))

    def _edited(self, acts: list[dict[str, Any]]) -> None:
        """Take the changes of each act, and :meth:`show` what became of them."""
        raise NotImplementedError
