"""One act at a time.

JupyterLab (from 4.4 on, with ipykernel 7) has what a person does answered in a thread of its own,
a subshell of the kernel, while cells and longer work go on in the main thread. So whatever changes
an explorer takes its turn first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, ParamSpec, TypeVar

_TURN = RLock()
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def in_turn(act: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """``act``, which waits until no other thread is at one that is decorated so.

    >>> in_turn(len)([1, 2])
    2
    """

    @wraps(act)
    def waiting(*arguments: _Given.args, **named: _Given.kwargs) -> _Result:
        with _TURN:
            return act(*arguments, **named)

    return waiting


def running_loop() -> asyncio.AbstractEventLoop | None:
    """The event loop of the kernel; None outside Jupyter, where nobody can be waited for."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class InTurn:
    """To be named before ``Widget`` among the bases of a widget: it hears the browser in turn."""

    @in_turn
    def _handle_msg(self, message: Any) -> None:
        super()._handle_msg(message)  # type: ignore[misc]
