"""Drives a JupyterLab page as a person would, and keeps account of what it says, asks for and
sends.

with jupyter_lab(folder) as server, open_browser() as browser, open_lab(browser, server) as lab:
    lab.open("a.ipynb")
    lab.run_all()
    with lab.frames() as frames:
        lab.page.get_by_role("button", name="Play").click()
    assert not frames and not lab.problems
"""

import json
import os
import signal
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lab_messages import Frame, Frames, Wire
from lab_server import TOKEN, Server, find_chromium, jupyter_lab, write_notebook
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    WebSocket,
    sync_playwright,
)
from remembered import open_folds
from spoken import controls

__all__ = [
    "TOKEN",
    "Frame",
    "Frames",
    "Lab",
    "Server",
    "find_chromium",
    "jupyter_lab",
    "new_context",
    "open_browser",
    "open_lab",
    "write_notebook",
]

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LAUNCH = ["--no-sandbox", "--disable-quic", *QUIET]
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
PANEL = "window.jupyterapp.shell.currentWidget"


@dataclass
class Animation:
    """Filled in when its `with` block ends; times in seconds. `changes` counts the frames that
    differed."""

    frames: int = 0
    changes: int = 0
    seconds: float = 0.0
    longest: float = 0.0

    @property
    def frames_per_second(self) -> float:
        return self.frames / self.seconds

    @property
    def changes_per_second(self) -> float:
        return self.changes / self.seconds


class Lab:
    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.console_errors: list[str] = []
        self.page_errors: list[str] = []
        self.foreign_requests: list[str] = []
        self._wire = Wire()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        page.context.on("request", lambda request: self._check_host(request.url))
        page.on("websocket", self._listen)

    @property
    def problems(self) -> list[str]:
        """Everything that a page at peace has none of."""
        self.page.evaluate("0")
        return self.console_errors + self.page_errors + self.foreign_requests

    def open(self, path: str, app: str = "lab") -> None:
        """Open a notebook, by its path from the server's root, its kernel ready: in a workspace of
        its own of JupyterLab ("lab"), or in Jupyter Notebook 7 ("notebooks")."""
        place = f"lab/workspaces/{uuid.uuid4().hex}/tree" if app == "lab" else app
        self.page.goto(f"{self.server.url}/{place}/{path}?token={TOKEN}")
        self.page.wait_for_function(
            f"path => window.jupyterapp && {PANEL}?.context?.path === path", arg=path
        )
        ready = (
            f"Promise.all([window.jupyterapp.restored, {PANEL}.context.ready,"
            f" {PANEL}.sessionContext.ready])"
        )
        self.page.evaluate(f"() => labProbes.within(60000, 'open', {ready}).then(() => null)")
        self.wait_until_idle()

    def command(self, name: str, timeout: float = 120, **arguments: Any) -> None:
        """Run a command of JupyterLab and wait until it has ended."""
        call = "labProbes.within(ms, name, window.jupyterapp.commands.execute(name, arguments))"
        self.page.evaluate(
            f"([ms, name, arguments]) => {call}.then(() => null)", [1000 * timeout, name, arguments]
        )

    def wait_until_idle(self) -> None:
        self.page.wait_for_function(
            f"() => {PANEL}.sessionContext.session?.kernel?.status === 'idle'"
        )

    def run_all(self, timeout: float = 120) -> None:
        """Run every cell, wait until the last has ended, and fail with the traceback of a cell that
        failed."""
        self.command("notebook:run-all-cells", timeout)
        self._fail_on_errors()

    def run_cell(self, index: int, timeout: float = 120) -> None:
        self.page.evaluate(
            f"index => {{ {PANEL}.content.deselectAll(); {PANEL}.content.activeCellIndex ="
            " index; }",
            index,
        )
        self.command("notebook:run-cell", timeout)
        self._fail_on_errors()

    def ask(self, expression: str) -> str:
        """The repr, in the kernel, of a Python expression over the notebook's names."""
        answer = self.page.evaluate(
            f"""async expression => {{
                const user_expressions = {{answer: expression}};
                const request = {{code: '', silent: true, user_expressions}};
                const {{done}} = {PANEL}.sessionContext.session.kernel.requestExecute(request);
                const reply = await labProbes.within(60000, expression, done);
                return reply.content.user_expressions.answer;
            }}""",
            expression,
        )
        assert answer["status"] == "ok", answer
        return answer["data"]["text/plain"]

    def theme(self, name: str) -> None:
        """Switch to the "light" or the "dark" theme."""
        self.command("apputils:change-theme", theme=THEMES[name])
        light = json.dumps(str(name == "light").lower())
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === {light}")
        # JupyterLab takes its splash away twice, and fails, where the next theme comes before it is
        # gone.
        self.page.wait_for_function("() => !document.getElementById('jupyterlab-splash')")

    def width(self, pixels: int, of: str | None = None) -> None:
        """Make the window, or with `of` the first element that matches it, this wide."""
        height = self.page.viewport_size["height"]
        window = pixels
        for _ in range(4 if of else 1):
            self.page.set_viewport_size({"width": round(window), "height": height})
            self.page.wait_for_timeout(200)
            if of:
                measured = self.page.locator(of).first.bounding_box()["width"]
                window += pixels - measured
        assert of is None or abs(measured - pixels) <= 1, (
            f"{of} is {measured} pixels wide, not {pixels}"
        )

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """With a kernel that is stopped and cannot answer; it goes on at the end."""
        kernel = int(self.ask("__import__('os').getpid()"))
        os.kill(kernel, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(kernel, signal.SIGCONT)

    @contextmanager
    def frames(self) -> Iterator[Frames]:
        """The websocket frames to and from kernels in this block, and the kernel's answers to them
        after it.

        It begins when the kernel owes no answer: JupyterLab's debugger asks it things when a
        notebook opens.
        """
        assert self._becomes_quiet(), (
            f"the page and the kernel never stop talking, last {self._wire.last!r}"
        )
        with self._wire.span() as span:
            yield span
            self._becomes_quiet()

    @contextmanager
    def animation(
        self, begun: str, ended: str, sample: str = "0", timeout: float = 30
    ) -> Iterator[Animation]:
        """Count frames from when the JavaScript expression `begun` holds until `ended` does; start
        it in the block."""
        self._start(
            "animation",
            timeout,
            f"labProbes.animation(() => ({begun}), () => ({ended}), () => ({sample}))",
        )
        result = Animation()
        yield result
        vars(result).update(self.page.evaluate("() => labProbes.running"))

    def controls(self) -> tuple[list[str], int]:
        """The explorers' visible controls that a screen reader has no name for, and how many there
        are in all."""
        return controls(self.page)

    def key_to_paint(
        self,
        key: str,
        selector: str,
        attribute: str = "data-drawn",
        event: str | None = None,
        timeout: float = 10,
    ) -> float:
        """Milliseconds from a key to the paint of the first change of an attribute or, with
        `event`, to that event."""
        arguments = ", ".join(map(json.dumps, (selector, attribute, event)))
        self._start(
            f"a change of {selector} after {key}", timeout, f"labProbes.keyToPaint({arguments})"
        )
        self.page.keyboard.press(key)
        return self.page.evaluate("() => labProbes.running")

    def _start(self, what: str, timeout: float, probe: str) -> None:
        self.page.evaluate(f"what => labProbes.start({1000 * timeout}, what, {probe})", what)

    def _fail_on_errors(self) -> None:
        self.wait_until_idle()
        errors = self.page.evaluate(f"""() => {PANEL}.context.model.toJSON().cells
            .flatMap(cell => cell.outputs ?? [])
            .filter(output => output.output_type === 'error')
            .map(output => output.traceback.join('\\n'))""")
        assert not errors, "\n".join(errors)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location['url']})")

    def _check_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.server.host:
            self.foreign_requests.append(url)

    def _listen(self, socket: WebSocket) -> None:
        self._check_host(socket.url)
        path = urlsplit(socket.url).path
        if path.startswith("/api/kernels/") and path.endswith("/channels"):
            self._wire.connect()
            socket.on("framesent", lambda payload: self._wire.note("sent", payload))
            socket.on("framereceived", lambda payload: self._wire.note("received", payload))

    def _becomes_quiet(self, seconds: float = 0.3, timeout: float = 10) -> bool:
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            self.page.wait_for_timeout(1000 * seconds)
            if self._wire.is_quiet(seconds):
                return True
        return False


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=LAUNCH)
        try:
            yield browser
        finally:
            browser.close()


def new_context(
    browser: Browser, *, opening: bool = False, folds: bool = True, **context: Any
) -> BrowserContext:
    """A browser's context in which all `folds` of an explorer were opened before, and no explorer
    starts by itself, unless it is about that (`opening`)."""
    made = browser.new_context(**context)
    if folds:
        open_folds(made)
    if not opening:
        made.add_init_script(path=Path(__file__).with_name("unseen.js"))
    return made


@contextmanager
def open_lab(browser: Browser, server: Server, **context: Any) -> Iterator[Lab]:
    """A page with nothing stored but what new_context puts there; `context` goes to it and to
    playwright: opening, folds, viewport, reduced_motion, color_scheme."""
    try:
        with new_context(
            browser, **{"viewport": {"width": 1280, "height": 900}} | context
        ) as opened:
            opened.add_init_script(path=Path(__file__).with_name("lab_probes.js"))
            yield Lab(opened.new_page(), server)
    finally:
        server.reset()
