"""A page of one's own, opened from disk, and all that it should have none of: errors, requests,
breaches of its security policy."""

import json
from contextlib import contextmanager
from dataclasses import dataclass, field

from lab import new_context

from explorer import NetworkExplorer
from explorer.page_text import page_of
from explorer.widgets.program import page_styles, program_text

TITLE = "Sorted & <soft> $& Ränge"
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  violations.push([violatedDirective, blockedURI, sample]));
"""
COUNT_WRITES = """() => {
    window.written = 0;
    const write = history.replaceState.bind(history);
    history.replaceState = (...given) => (written++, write(...given));
}"""
AT_REST = 400  # ms, after which the address says what is chosen


@contextmanager
def made(*given, **choices):
    """An explorer of the kernel's, closed after use."""
    explorer = NetworkExplorer(*given, **choices)
    try:
        yield explorer
    finally:
        explorer.close()


def described(*given, **choices):
    """What a page holds of a new explorer: its setup, and its choices."""
    with made(*given, **choices) as explorer:
        return dict(explorer.setup), dict(explorer.setup["first"])


def text_of(setup, *choices, title=TITLE, program=None, state=None):
    """The text of a page with an explorer for each of some choices, each on a state of its own, or
    all on one."""
    shown = [
        {"setup": setup, "choices": each, "state": index if state is None else state}
        for index, each in enumerate(choices)
    ]
    return page_of(shown, title, program or program_text(), page_styles())


@dataclass
class Opened:
    """Its explorers are told apart by an index."""

    page: object
    url: str
    errors: list = field(default_factory=list)
    requests: list = field(default_factory=list)

    def explorer(self, index=0):
        return self.page.locator(".diffsort-explorer").nth(index)

    def slider(self, name, index=0):
        return self.explorer(index).get_by_role("slider", name=name, exact=True)

    def button(self, name, index=0):
        return self.explorer(index).get_by_role("button", name=name, exact=True)

    def shown(self, index=0):
        """All choices, as the explorer tells them to be sent to somebody."""
        with self._sharing(index) as text:
            told = json.loads(text.input_value())
        assert told.pop("alpha_unit") == "per unit"
        return told

    def choose(self, index=0, **choices):
        """Make choices as text."""
        with self._sharing(index) as text:
            text.fill(json.dumps(choices))
            self.button("Use this text", index).click()

    @contextmanager
    def _sharing(self, index):
        self.button("Share", index).click()
        yield self.explorer(index).locator(".diffsort-toolbar textarea")
        self.button("Share", index).click()

    def refused(self):
        """What the page says of its address."""
        return self.page.locator("main > [role=alert]").text_content()

    def follow(self, fragment):
        """Put a fragment into the address, as a person or a link on the page does."""
        self.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        self.page.wait_for_timeout(100)

    def fragment(self):
        self.page.wait_for_timeout(AT_REST)
        return self.page.evaluate("location.hash")

    def saved(self, path, index=0):
        """The text of the file that the browser saves: after the explorer it is called, where it
        holds no other."""
        with self.page.expect_download() as waited:
            self.button("Save page", index).click()
        alone = self.page.locator("section").count() == 1
        assert waited.value.suggested_filename == ("network.html" if alone else "page.html")
        waited.value.save_as(path)
        return path.read_bytes().decode()

    def ink(self, index=0):
        """What is drawn on the still canvas, at rest."""
        self.page.wait_for_timeout(200)
        return self.explorer(index).locator("canvas").first.evaluate("node => node.toDataURL()")

    @property
    def problems(self):
        return self.errors + self.requests + self.page.evaluate("violations")


@contextmanager
def opening(chromium, folder):
    """Gives show(text, fragment="", **context), which opens a page, and waits until it is `drawn`;
    `context` is new_context's."""
    contexts = []

    def show(text, fragment="", drawn=True, **context):
        contexts.append(new_context(chromium, offline=True, accept_downloads=True, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(5000)
        page.add_init_script(WATCH)
        path = folder / f"page{len(contexts)}.html"
        path.write_bytes(text.encode())
        found = Opened(page, path.as_uri())
        page.on("console", lambda told: told.type != "log" and found.errors.append(told.text))
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.on("request", lambda asked: note(found, asked.url))
        page.goto(found.url + fragment)
        if drawn:
            page.locator("#diffsort-words").wait_for(state="detached")
        return found

    def note(found, url):
        if url.split("#")[0] != found.url and not url.startswith("blob:"):
            found.requests.append(url)

    try:
        yield show
    finally:
        for context in contexts:
            context.close()
