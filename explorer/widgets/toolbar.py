"""Reset, share and save: what every explorer offers below its picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import traitlets

from diffsort_core import DiffsortError

from .program import Part

Answer = tuple[dict[str, Any], list[bytes]]
"""What goes back to the browser: ``text`` (a state to share), ``message`` (to be read), or ``name``
and ``type`` of a file, whose bytes are the one buffer. Before a picture is made, the browser is
told so, and how long it may ``wait``. What asks only whether anything answers is told ``heard``."""


LONGEST = 60_000
"""So many milliseconds at most the browser waits for a picture that is being made."""


class Toolbar(Part):
    """Buttons whose work is done in Python: ``ask(request)`` answers what the browser asks, a
    dictionary with ``do``.

    Nothing travels until a button is pressed. ``stem``: what files are called, before the dot;
    ``formats``: the kinds of picture that can be saved. Each view of a toolbar has an id, which
    comes with its requests and goes back with the answers.
    """

    label = traitlets.Unicode().tag(sync=True)
    stem = traitlets.Unicode().tag(sync=True)
    formats = traitlets.List().tag(sync=True)

    def __init__(
        self,
        label: str,
        stem: str,
        formats: Sequence[str],
        ask: Callable[[dict[str, Any]], Answer],
        **traits: Any,
    ) -> None:
        super().__init__(part="toolbar", label=label, stem=stem, formats=list(formats), **traits)
        self._ask = ask
        self.on_msg(self._asked)

    def _asked(self, widget: Any, request: dict[str, Any], buffers: list[bytes]) -> None:
        answer_to(request, self._ask, self.send)


def answer_to(
    request: dict[str, Any],
    ask: Callable[[dict[str, Any]], Answer],
    send: Callable[[dict[str, Any], list[bytes]], None],
) -> None:
    """Send the browser what ``ask`` answers to its request, or in words why it was refused."""
    view = {"view": request["view"]}
    if request["do"] == "heard":
        send({"heard": True, **view}, [])
        return
    if request["do"] == "picture":
        send({"message": "making the picture …", "wait": LONGEST, **view}, [])
    try:
        answer, files = ask(request)
    except DiffsortError as error:
        send({"message": f"{error}. Nothing was changed.", "refused": True, **view}, [])
    except Exception as error:
        said = f"That failed: {type(error).__name__}: {error}"
        send({"message": said, "refused": True, **view}, [])
        raise
    else:
        send({**answer, **view}, files)
