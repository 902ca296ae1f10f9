"""Work that takes a while: its buttons, its progress bar, and how it leaves the kernel free to
answer meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import perf_counter

import traitlets

from ..turns import in_turn, running_loop
from .program import Part

SLICE = 0.05
"""Seconds of work between two looks at what a person asks for."""


class Runner(Part):
    """Runs ``steps()``, an iterator of shares done (0 to 1), on the kernel's event loop, a slice at
    a time.

    ``show`` is called after every slice and at the end. Buttons: start (again), pause, one step,
    stop; whoever sees nothing happen asks whether anything hears. ``finish()`` does the rest at
    once, for a cell that needs the result. ``cancel``: what its button does, in words. ``pace``:
    seconds between two steps, where each is to be seen. ``open_by``: called once, when a front end
    says that it is seen for the first time and nothing was begun before; with whether all of that
    is to be there at once, for those who want no motion.
    """

    label = traitlets.Unicode().tag(sync=True)
    noun = traitlets.Unicode("Start").tag(sync=True)
    cancel = traitlets.Unicode().tag(sync=True)
    stepwise = traitlets.Bool(False).tag(sync=True)
    progress = traitlets.Float(0.0).tag(sync=True)
    words = traitlets.Unicode().tag(sync=True)
    running = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        label: str,
        steps: Callable[[], Iterator[float]],
        show: Callable[[], None],
        cancel: str,
        noun: str = "Start",
        stepwise: bool = False,
        pace: float | None = None,
        open_by: Callable[[bool], None] | None = None,
    ) -> None:
        super().__init__(part="runner", label=label, cancel=cancel, noun=noun, stepwise=stepwise)
        self._steps, self._show, self._pace = steps, show, pace
        self._open_by = open_by
        self._few: int | None = None
        self._left: Iterator[float] | None = None
        self._task: asyncio.Task[None] | None = None
        self._actions = {
            "start": self.start,
            "pause": self.pause,
            "step": self.step,
            "stop": self.stop,
            "heard": lambda: self.send({"heard": True}),
            "open": self.begin_itself,
            "open at once": lambda: self.begin_itself(at_once=True),
        }
        self.on_msg(lambda widget, request, buffers: self._actions[request["do"]]())

    @property
    def begun(self) -> bool:
        """Whether there is work begun and not done."""
        return self._left is not None

    @property
    def opening(self) -> bool:
        """Whether a few steps are being taken by themselves."""
        return self._few is not None

    @in_turn
    def begin_itself(self, at_once: bool = False) -> None:
        """Begin by itself, unless it did before, or a person did; then say that it was heard."""
        open_by, self._open_by = self._open_by, None
        if open_by is not None and not self.begun and self.progress == 0:
            open_by(at_once)
        self.send({"heard": True})

    @in_turn
    def begin_with(self, few: int, at_once: bool = False) -> None:
        """The first few steps, a pace apart, or without an event loop at once; and then pause."""
        self._few = few
        if not at_once and running_loop() is not None:
            self.start()
            return
        self._begin()
        while self._few and self._advance(0):
            self._few -= 1
        self._few = None
        self._show()

    @in_turn
    def start(self) -> None:
        """Go on, or begin; without an event loop (outside Jupyter) do it all."""
        if self._left is None:
            self._begin()
        loop = running_loop()
        if loop is None:
            self.finish()
        elif self._task is None:
            self.running = True
            self._task = loop.create_task(self._work())

    @in_turn
    def pause(self) -> None:
        """Stop for now: ``start`` goes on."""
        self._few, self._task = None, None  # the task ends where it would go on
        self.running = False

    @in_turn
    def stop(self) -> None:
        """Stop, and forget what was not done: ``start`` begins again."""
        self.pause()
        self._left, self.progress = None, 0.0

    @in_turn
    def step(self) -> None:
        """One step."""
        self.pause()
        if self._left is None:
            self._begin()
        self._advance(0)
        self._show()

    @in_turn
    def finish(self) -> None:
        """All that is left, at once."""
        self.pause()
        if self._left is None:
            self._begin()
        while self._advance(1.0):
            pass
        self._show()

    def close(self) -> None:
        """Stop for good, without a turn: the garbage collector closes what is forgotten in any
        thread, and whoever waits for that thread may be having the turn."""
        self._task, self._left, self.running = None, None, False
        super().close()

    def _begin(self) -> None:
        self._left, self.progress = iter(self._steps()), 0.0

    async def _work(self) -> None:
        mine = asyncio.current_task()
        try:
            while self._go_on(mine):
                await asyncio.sleep(self._pace or 0.01)  # the kernel answers what came in meanwhile
        finally:
            if self._task is mine:
                self.pause()

    @in_turn
    def _go_on(self, task: asyncio.Task[None] | None) -> bool:
        """A slice of the work, unless it was paused and perhaps started again; whether there is
        more."""
        if self._task is not task:
            return False
        more = self._advance(SLICE if self._pace is None else 0.0)
        if self._few is not None:
            self._few -= 1
            more = more and self._few > 0
        if not more:
            self.pause()
        self._show()
        return more

    def _advance(self, seconds: float) -> bool:
        """Steps for so long, at least one; whether there are more."""
        end = perf_counter() + seconds
        for share in self._left or ():
            if perf_counter() >= end:
                self.progress = share
                return True
        self._left, self.progress = None, 1.0
        return False
