"""The stage in a notebook: it fills the window whatever its cell lies in, and hears the keys before
the notebook does."""

import lab as harness
import pytest
from playwright.sync_api import expect

WINDOW = {"width": 1366, "height": 768}
STAGED = ".diffsort-staged"
CELL = "network = NetworkExplorer([3, 1, 2], stage=True)\nnetwork"
HEARD = """() => {
    window.heard = [];
    document.addEventListener('keydown', ({ key }) => heard.push(key), true);
}"""


@pytest.fixture(scope="module")
def notebook(server, chromium):
    harness.write_notebook(server.root / "stage.ipynb", "from explorer import *", CELL, "network")
    with harness.open_lab(chromium, server, viewport=WINDOW) as lab:
        lab.open("stage.ipynb")
        lab.run_all()
        yield lab


def test_it_begins_on_the_stage_moves_by_keys_and_is_left_once_for_all(notebook):
    page = notebook.page
    root = page.locator(STAGED)  # of its two views the first
    root.wait_for()
    page.wait_for_timeout(500)
    expect(page.locator(".diffsort-explorer")).to_have_count(2)
    assert page.locator(f".diffsort-explorer:not({STAGED})").evaluate(
        "(node) => document.querySelector('.diffsort-staged').compareDocumentPosition(node) & 4"
    )
    assert root.bounding_box() == {"x": 0, "y": 0, **WINDOW}
    assert not page.evaluate("Boolean(document.fullscreenElement)")
    on_top = "(node) => node.contains(document.elementFromPoint(683, 100))"
    assert root.evaluate(on_top)
    page.evaluate(HEARD)
    cells = page.locator(".jp-Cell").count()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    network = root.locator(".diffsort-network")
    expect(network).to_have_attribute("data-position", "1.000")
    for key in ("a", "b", "d", "d"):  # which are commands of a notebook
        page.keyboard.press(key)
    with notebook.frames() as frames:
        page.keyboard.press("n")
        page.wait_for_timeout(500)
    assert "random numbers, seed 1" in root.locator("[role=status]").last.text_content()
    assert notebook.ask("network.state.preset, network.state.seed") == "('random', 1)"
    sent = [str(each.content) for each in frames if each.direction == "sent"]
    assert sent
    assert not any("stage" in each for each in sent)
    assert page.locator(".jp-Cell").count() == cells
    page.keyboard.press("Escape")
    expect(root).to_have_count(0)
    assert page.evaluate("heard") == []
    explorer = page.locator(".diffsort-explorer").first
    assert explorer.bounding_box()["width"] < WINDOW["width"]
    explorer.get_by_role("button", name="Stage", exact=True).click()
    root.wait_for()
    assert page.evaluate("Boolean(document.fullscreenElement)")
    page.get_by_role("button", name="Leave (Esc)").click()
    expect(root).to_have_count(0)
    assert notebook.problems == []
