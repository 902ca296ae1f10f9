"""The program of the browser, sent once to each kernel's page: other widgets are stubs of it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import anywidget
import traitlets

from ..linker import linked, styles
from ..page_text import deflated, shell
from ..turns import InTurn

SHEETS = (
    "common",
    "controls",
    "network",
    "picture",
    "toolbar",
    "runner",
    "chart",
    "table",
    "badges",
    "stage",
)

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


@cache
def program_text() -> str:
    """The module that draws explorers, in a notebook and in a page of one's own."""
    return linked("hosts/program.js")


@cache
def page_styles() -> str:
    """The sheet of a page of one's own."""
    return styles(*SHEETS, "page")


@cache
def _rest() -> str:
    """What goes with the program, compressed: ``styles``, and ``shell``, the page that a person can
    save, without its program and its choices."""
    parts = {"styles": styles(*SHEETS), "shell": shell(program_text(), page_styles())}
    return deflated(json.dumps(parts))


class Program(anywidget.AnyWidget):
    """Carries the program, and what goes with it.

    ``packed``: the program, compressed as a page of one's own carries it, since a browser cannot
    compress to the same letters; ``rest``: the styles and the page around it.
    """

    _esm = linked("hosts/program_loader.js")

    packed = traitlets.Unicode().tag(sync=True)
    rest = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(packed=deflated(program_text()), rest=_rest())


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
