"""The hosts in which a person meets an explorer, each opened with one in it: a page, where it
stands there, what the host was heard to say and ask for, and a way to ask Python."""

import json
import re
from ast import literal_eval
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import lab as harness
from jupyter_client import BlockingKernelClient
from lab_marimo import marimo_app
from lab_server import Server
from playwright.sync_api import Browser, Locator, Page

HERE = Path(__file__).parent
CHOICES = (
    "__import__('json').dumps("
    "[float(format(e.state.alpha, '.4g')), e.state.relaxation, list(e.state.values)])"
)
LANDSCAPE = {"width": 1280, "height": 1600}


@dataclass(frozen=True)
class Shown:
    """What is shown: Python that makes it as ``e``, and what is its root in a page. ``page`` writes
    it to a file of its own."""

    code: str
    root: str = ".diffsort-explorer"
    page: Callable[[Path], object] | None = None


EMPTY = Shown(
    """import anywidget
class Empty(anywidget.AnyWidget):
    _esm = "export default { render: ({ el }) => { el.innerHTML = '<i class=empty>.</i>' } }"
e = Empty()
""",
    ".empty",
    lambda path: path.write_text("<!doctype html><i class=empty>.</i>", encoding="utf-8"),
)
"""The least that an anywidget can be: what its host says and asks for is the host's own."""


@dataclass
class Visit:
    """An explorer in a host. ``heard``: its errors in words, and the addresses that it asked for,
    without what differs from run to run; ``ask``: Python's alpha, relaxation and values."""

    page: Page
    root: Locator
    ask: Callable[[], list[object]] | None
    heard: set[str] = field(default_factory=set)


def of_every_run(problem: str) -> str:
    """A problem without what differs from run to run: numbers, and the hashes in addresses."""
    names = r"(?<=/@file/)[\w-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8,}|\d+"
    return re.sub(names, "#", problem)


def listen(page: Page, host: str) -> set[str]:
    """What is heard of a page from now on. What the host's own interface answers is left out: how
    often it is asked depends on the time."""
    heard: set[str] = set()

    def hear(kind: str, words: str) -> None:
        heard.add(of_every_run(f"{kind}: {words}"))

    def asked(url: str) -> None:
        parts = urlsplit(url)
        own = parts.netloc == host and "/api/" in parts.path
        if parts.scheme not in ("data", "blob") and not own:
            hear("request", url.partition("?")[0])

    page.on("console", lambda said: said.type == "error" and hear("console", said.text))
    page.on("pageerror", lambda error: hear("error", str(error)))
    page.context.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    return heard


@contextmanager
def in_jupyter(browser: Browser, server: Server, shown: Shown, app: str) -> Iterator[Visit]:
    harness.write_notebook(server.root / "acts.ipynb", f"{shown.code}\ne")
    with harness.open_lab(browser, server, viewport=LANDSCAPE) as lab:
        heard = listen(lab.page, server.host)
        if app == "voila":
            lab.page.goto(f"{server.url}/voila/render/acts.ipynb?token={harness.TOKEN}")
        else:
            lab.open("acts.ipynb", app=app)
            lab.run_all()
        yield Visit(lab.page, lab.page.locator(shown.root), lambda: asked_of(server), heard)


def asked_of(server: Server) -> list[object]:
    """The choices in the one kernel that runs, by a client beside the page's."""
    [kernel] = server.ask("api/kernels")
    file = server.home / "runtime" / f"kernel-{kernel['id']}.json"
    client = BlockingKernelClient(connection_file=str(file))
    client.load_connection_file()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=30)
        reply = client.execute_interactive(
            "", silent=True, user_expressions={"choices": CHOICES}, timeout=30
        )
    finally:
        client.stop_channels()
    answer = reply["content"]["user_expressions"]["choices"]
    assert answer["status"] == "ok", answer
    return json.loads(literal_eval(answer["data"]["text/plain"]))


@contextmanager
def in_marimo(browser: Browser, server: Server, shown: Shown) -> Iterator[Visit]:
    """Python is asked by a cell that runs again whenever the explorer's choices change."""
    said = f"{CHOICES} if hasattr(e, 'state') else ''"
    with (
        marimo_app(shown.code, said) as url,
        harness.new_context(browser, viewport=LANDSCAPE) as context,
    ):
        page = context.new_page()
        context.set_default_timeout(15_000)
        heard = listen(page, urlsplit(url).netloc)
        page.goto(url)
        said = page.locator("#python")
        yield Visit(page, page.locator(shown.root), lambda: json.loads(said.text_content()), heard)


@contextmanager
def in_a_page(browser: Browser, server: Server, shown: Shown) -> Iterator[Visit]:
    """A file, opened from disk where there is no network."""
    assert shown.page is not None
    path = server.root / "acts.html"
    shown.page(path)
    with harness.new_context(browser, viewport=LANDSCAPE, offline=True) as context:
        page = context.new_page()
        heard = listen(page, "")
        page.goto(path.as_uri())
        yield Visit(page, page.locator(shown.root), None, heard)


Opener = Callable[[Browser, Server, Shown], AbstractContextManager[Visit]]
HOSTS: dict[str, Opener] = {
    "JupyterLab": lambda *given: in_jupyter(*given, "lab"),
    "Notebook": lambda *given: in_jupyter(*given, "notebooks"),
    "Voila": lambda *given: in_jupyter(*given, "voila"),
    "marimo": in_marimo,
    "saved page": in_a_page,
}
