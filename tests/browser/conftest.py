import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import lab as harness
import pages

HOW_TO_GET_ONE = (
    "no Chromium or Chrome on this machine: on Debian or Ubuntu `apt-get install chromium`, "
    "on macOS or Windows install Google Chrome, then run again"
)


@pytest.fixture(scope="session")
def needs_chromium():
    """Refuse to go on without a browser: a skip on a person's machine, a failure where CI=true."""

    def refuse():
        if harness.find_chromium():
            return
        if os.environ.get("CI") == "true":
            pytest.fail(HOW_TO_GET_ONE, pytrace=False)
        pytest.skip(HOW_TO_GET_ONE)

    return refuse


@pytest.fixture(scope="session")
def server(needs_chromium, tmp_path_factory):
    """One JupyterLab for all tests; put notebooks under `server.root`."""
    needs_chromium()
    with harness.jupyter_lab(tmp_path_factory.mktemp("notebooks")) as running:
        yield running


# Not for the whole session: while playwright is open, its event loop runs and no other test can
# start one.
@pytest.fixture(scope="module")
def chromium(needs_chromium):
    needs_chromium()
    with harness.open_browser() as browser:
        yield browser


@pytest.fixture
def lab(server, chromium):
    """A page with nothing stored and no kernel left over."""
    with harness.open_lab(chromium, server) as page:
        yield page


@pytest.fixture(scope="module")
def notebook(server, chromium):
    """Open a notebook of one cell that shows an explorer, and wait until it is drawn."""
    with harness.open_lab(chromium, server, viewport={"width": 1280, "height": 2400}) as lab:

        def show(code, *cells):
            harness.write_notebook(
                server.root / "controls.ipynb",
                f"from explorer import *\nshown = {code}\nshown",
                *cells,
            )
            lab.open("controls.ipynb")
            lab.run_all()
            lab.page.wait_for_selector(".diffsort-toolbar")
            lab.page.wait_for_selector(".diffsort-explorer canvas, .diffsort-figure .main-svg")
            lab.page.wait_for_function(
                "() => document.querySelector('.diffsort-controls').clientWidth > 600"
            )
            with lab.frames():
                pass  # until all is quiet
            for trouble in (lab.console_errors, lab.page_errors, lab.foreign_requests):
                trouble.clear()
            return lab

        yield show


@pytest.fixture
def open_page(chromium, tmp_path):
    """Open the text of a page of one's own: see pages.py."""
    with pages.opening(chromium, tmp_path) as show:
        yield show


@pytest.fixture
def open_explorer(open_page):
    """Open a page with an explorer, which is closed; at the end all pages must be without a
    problem."""
    found = []

    def opened(explorer, viewport, fragment="", **context):
        text = explorer.page()
        explorer.close()
        width, height = viewport
        size = {"width": width, "height": height}
        found.append(open_page(text, fragment, viewport=size, **context))
        return found[-1]

    yield opened
    for each in found:
        assert each.problems == []
