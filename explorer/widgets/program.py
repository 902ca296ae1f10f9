"""The program of the browser, sent once to each kernel's page: other widgets are stubs of it."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from gzip import compress
from typing import Any

import anywidget
import traitlets

from ..linker import linked, styles
from ..page import shell
from ..turns import InTurn

SHEETS = (
    "common",
    "controls",
    "network",
    "picture",
    "toolbar",
    "runner",
    "chart",
    "overlay",
    "table",
    "badges",
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


_LOADER = """const inflated = (packed) => {
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

export default {
  async initialize({ model }) {
    const parts = await inflated(model.get("packed"));
    const url = URL.createObjectURL(new Blob([parts.program], { type: "text/javascript" }));
    const { show, part } = await import(url);
    URL.revokeObjectURL(url);
    return { show: show.bind(null, parts), part: part.bind(null, parts) };
  },
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
def packed() -> str:
    """All of the browser's half, compressed: ``program``, ``styles``, and ``shell``, the page that
    a person can save, without its program and its choices."""
    parts = {
        "program": program_text(),
        "styles": styles(*SHEETS),
        "shell": shell(program_text(), page_styles()),
    }
    return b64encode(compress(json.dumps(parts).encode(), mtime=0)).decode()


class Program(anywidget.AnyWidget):
    """Carries the program and its styles."""

    _esm = _LOADER

    packed = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(packed=packed())


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
