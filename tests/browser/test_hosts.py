"""Explorers where people put them: in boxes and callbacks, in a saved notebook, and where the
kernel is busy or gone."""

import sys
from pathlib import Path

import lab as harness
import nbformat
import pytest
from pictures import ROOT, attribute, drag, slider
from playwright.sync_api import expect

import explorer as package
from explorer.explorers.watched import WatchedExplorer
from explorer.widgets.program import Live

sys.path.insert(0, str(Path(__file__).parents[1] / "notebooks"))
from exported import NAMES, executed

LIVE = [name for name in NAMES if issubclass(getattr(package, name), Live)]
WATCHED = [name for name in NAMES if issubclass(getattr(package, name), WatchedExplorer)]
PLOTTED = len(NAMES) - len(LIVE) - len(WATCHED)
SILENCE = ".diffsort-silence"
SCROLLS = """selector => [...document.querySelectorAll(selector)]
    .map(explorer => explorer.closest('.widget-box') ?? explorer.closest('.lm-Widget'))
    .map(node => [node.scrollWidth > node.clientWidth, node.scrollHeight > node.clientHeight])"""
ALIVE = "len(__import__('ipywidgets').widgets.widget._instances)"
CALLBACK = """from explorer import *
import ipywidgets
number = ipywidgets.IntSlider(3, 2, 20)
out = ipywidgets.interactive_output(lambda n: display(NetworkExplorer(range(n))), {"n": number})
ipywidgets.VBox([number, out])"""


@pytest.fixture
def opened(lab):
    """Open a notebook of these cells, all run, in a page high enough to show all of them."""

    def show(*cells, height=2400):
        lab.page.set_viewport_size({"width": 1280, "height": height})
        harness.write_notebook(lab.server.root / "hosts.ipynb", *cells)
        lab.open("hosts.ipynb")
        lab.run_all()
        lab.page.wait_for_selector(".diffsort-toolbar")
        lab.page.wait_for_selector(".diffsort-explorer canvas, .diffsort-figure .main-svg")
        with lab.frames():
            pass  # until all is quiet
        return lab

    return show


def test_explorers_made_by_a_callback_go_with_what_it_showed(opened):
    lab = opened(CALLBACK)
    alive = lab.ask(ALIVE)
    for n in range(4, 10):
        lab.page.locator(".noUi-handle").focus()  # which the new output takes away
        lab.page.keyboard.press("ArrowRight")
        lab.page.locator(f"{ROOT} h3", has_text=f"on {n} wires").wait_for()
    lab.wait_until_idle()
    lab.page.wait_for_timeout(500)
    assert lab.ask(ALIVE) == alive
    expect(lab.page.locator(".diffsort-explorer")).to_have_count(1)
    assert lab.problems == []


@pytest.mark.parametrize("name", ["Network", "Alpha", "Jacobian"])
def test_an_explorer_scrolls_where_a_box_is_too_low_and_nowhere_else(opened, name):
    box = "ipywidgets.VBox([shown], layout=ipywidgets.Layout(height='400px'))"
    lab = opened(f"from explorer import *\nimport ipywidgets\nshown = {name}Explorer()\nshown", box)
    lab.page.wait_for_function("document.querySelectorAll('.diffsort-explorer').length === 2")
    lab.page.wait_for_timeout(1500)
    assert lab.page.evaluate(SCROLLS, ".diffsort-explorer") == [[False, False], [False, True]]
    low = lab.page.locator(".diffsort-explorer").nth(1)
    box = low.evaluate("node => node.closest('.widget-box').getBoundingClientRect().toJSON()")
    lab.page.mouse.move(box["x"] + 5, box["y"] + 200)
    lab.page.mouse.wheel(0, 5000)
    lab.page.wait_for_timeout(500)
    bottom = lab.page.locator(".diffsort-toolbar").nth(1).bounding_box()
    assert box["height"] == 400
    assert bottom["y"] + bottom["height"] <= box["y"] + box["height"] + 1
    for pixels in (833, 1011, 1500):
        lab.page.set_viewport_size({"width": pixels, "height": 2600})
        lab.page.wait_for_timeout(800)
        assert lab.page.evaluate(SCROLLS, ".diffsort-explorer")[0] == [False, False], pixels
    assert lab.problems == []


def test_in_a_narrow_pane_all_of_the_network_can_be_scrolled_to(opened):
    lab = opened("""from explorer import *
import ipywidgets
ipywidgets.HBox([NetworkExplorer()], layout=ipywidgets.Layout(width="212px"))""")
    lab.page.wait_for_timeout(1000)
    found = lab.page.evaluate(f"""() => {{
        const [holder, canvas, svg] = ['.picture', '.picture canvas', '.picture svg']
            .map(part => document.querySelector('{ROOT} ' + part));
        const [a, b] = [canvas, svg].map(node => node.getBoundingClientRect());
        holder.scrollLeft = 1e4;
        const box = holder.getBoundingClientRect(), end = svg.getBoundingClientRect();
        return [a.width === b.width, a.height === b.height, end.right <= box.right + 1,
            getComputedStyle(holder).overflowX];
    }}""")
    assert found == [True, True, True, "auto"]
    assert lab.page.evaluate(SCROLLS, ".diffsort-explorer")[0][0] is False
    assert lab.problems == []


def silence(page, within=".diffsort-explorer"):
    """What an explorer says where nothing answers, once it says it."""
    words = page.locator(f"{within} {SILENCE}", has_text="Nothing answers").first
    words.wait_for(timeout=10_000)
    return words.inner_text()


ACTS = {
    "a field": lambda page: page.get_by_label("relaxation").first.select_option("Cauchy"),
    "a slider": lambda page: (slider(page).focus(), page.keyboard.press("ArrowRight")),
    "an input": lambda page: drag(page, page.locator(f"{ROOT} .handle").first, 20, 0),
    "an output": lambda page: page.locator(f"{ROOT} text.output").first.click(),
    "Save": lambda page: page.get_by_role("button", name="Save SVG").click(),
}


@pytest.mark.parametrize("act", ACTS)
def test_where_the_kernel_was_restarted_every_act_is_told_that_nothing_answers(opened, act):
    page = (lab := opened("from explorer import *\nNetworkExplorer()")).page
    page.evaluate(f"() => {harness.PANEL}.sessionContext.session.kernel.restart()")
    lab.wait_until_idle()
    ACTS[act](page)
    assert "run this cell again" in silence(page)
    expect(page.get_by_role("alert").filter(has_text="Nothing answers")).to_have_count(1)
    note = page.locator(".diffsort-toolbar .note").inner_text()
    assert note == ("no answer" if act == "Save" else "")


def test_what_needs_no_kernel_is_done_without_one(opened):
    page = (lab := opened("from explorer import *\nNetworkExplorer([3, 1, 2])")).page
    page.evaluate(f"() => {harness.PANEL}.sessionContext.session.kernel.restart()")
    lab.wait_until_idle()
    page.get_by_role("button", name="Share").click()
    assert '"values":[3,1,2]' in page.locator(".diffsort-toolbar textarea").input_value()
    ACTS["a field"](page)
    page.get_by_role("button", name="Reset").click()
    assert "smoothmax" in page.locator(f"{ROOT} h3").inner_text()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Save page").click()
    assert waited.value.suggested_filename == "network.html"


def test_a_kernel_that_is_long_busy_is_said_to_be_so_until_it_answers(opened):
    lab = opened("from explorer import *\nNetworkExplorer()")
    with lab.asleep():  # JupyterLab lets widgets answer while a mere cell runs
        ACTS["a field"](lab.page)
        assert "the kernel is busy, or gone" in silence(lab.page)
    lab.page.locator(f"{ROOT} h3", has_text="Cauchy").wait_for()
    lab.page.locator(SILENCE).wait_for(state="hidden")
    assert lab.problems == []


def test_the_network_follows_while_the_kernel_sleeps_and_the_kernel_hears_the_last(opened):
    lab = opened("from explorer import *\nnetwork = NetworkExplorer([3, 1, 2, 7])\nnetwork")
    page, title = lab.page, lab.page.locator(f"{ROOT} h3")
    before, drawn = title.inner_text(), int(attribute(page, "data-drawn"))
    with lab.asleep():
        slider(page).focus()
        for press in range(1, 6):
            page.keyboard.press("ArrowRight")
            assert int(attribute(page, "data-drawn")) == drawn + press
        assert title.inner_text() != before
        ACTS["a field"](page)
        assert "Cauchy" in title.inner_text()
        page.locator(f"{ROOT} text.output").nth(1).click()
        assert page.locator(f"{ROOT} .sentence").inner_text().startswith("Gradient of output 1")
        drag(page, page.locator(f"{ROOT} .handle").first, 20, 0)
        box = page.get_by_role("textbox", name="your numbers")
        box.fill("4; 2,5; 1")
        box.press("Enter")
        assert "on 3 wires" in title.inner_text()
        slider(page, "Input on wire 0").focus()
        page.keyboard.press("ArrowUp")
        told = box.input_value()
    page.locator(SILENCE).wait_for(state="hidden")
    lab.wait_until_idle()
    page.wait_for_timeout(500)
    alpha = lab.ask("network.state.strength.split(', ')[1]")
    assert alpha.strip("'") in title.inner_text()
    assert lab.ask("(network.state.relaxation, network.state.flow)") == "('Cauchy', 1)"
    values = eval(lab.ask("network.state.values"))
    assert (len(values), values[1:]) == (3, (2.5, 1.0))
    assert values[0] > 4
    assert told == box.input_value() == ", ".join(f"{value:g}" for value in values)
    assert lab.problems == []


def test_what_the_kernel_changes_nothing_of_is_answered_all_the_same(opened):
    lab = opened("from explorer import *\nNetworkExplorer([3, 1, 2])")
    box = lab.page.get_by_role("textbox", name="your numbers")
    box.press("Enter")
    slider(lab.page).focus()
    lab.page.keyboard.press("ArrowRight")  # which the kernel has nothing to add to
    lab.page.wait_for_timeout(6000)
    assert lab.page.locator(SILENCE, has_text="Nothing answers").count() == 0
    assert lab.problems == []


def test_in_voila_a_kernel_that_died_is_said_to_be_gone(lab):
    harness.write_notebook(
        lab.server.root / "dies.ipynb", "from explorer import *\nNetworkExplorer()"
    )
    page = lab.page
    page.goto(f"{lab.server.url}/voila/render/dies.ipynb?token={harness.TOKEN}")
    page.wait_for_selector(f"{ROOT} canvas")
    for kernel in lab.server.ask("api/kernels"):
        lab.server.ask(f"api/kernels/{kernel['id']}", "DELETE")
    ACTS["Save"](page)
    assert "gone" in silence(page)
    assert page.locator(".diffsort-toolbar .note").inner_text() == "no answer"


def test_a_saved_notebook_shows_all_explorers_of_which_those_of_the_browser_live(lab):
    page = lab.page
    page.set_viewport_size({"width": 1280, "height": 20_000})
    nbformat.write(executed(), lab.server.root / "saved.ipynb")
    lab.open("saved.ipynb")
    page.evaluate(
        f"() => {{ for (const cell of {harness.PANEL}.model.cells) cell.trusted = true; }}"
    )
    page.wait_for_function(
        f"""() => document.querySelectorAll('.diffsort-explorer').length === {len(NAMES)}
            && document.querySelectorAll('.js-plotly-plot .main-svg').length >= {PLOTTED}
            && document.querySelectorAll('.diffsort-figure .saved[src]').length === {len(WATCHED)}
            && document.querySelectorAll('.diffsort.diffsort-explorer:has(canvas)').length
                === {len(LIVE)}""",
        timeout=60_000,
    )
    explorers = page.locator(".diffsort-explorer")
    for name, root in zip(NAMES, explorers.all(), strict=True):
        picture = root.locator(".main-svg, canvas, .saved").first.bounding_box()
        assert picture["height"] > 150, name
    for root in explorers.all():
        root.get_by_role("button", name="Save PNG").click()
    for place, name in enumerate(NAMES):
        lives = "The picture follows you all the same, but Python does not hear of it"
        still = "Meanwhile the picture stays as it is"
        within = f":nth-match(.diffsort-explorer, {place + 1})"
        assert (lives if name in LIVE else still) in silence(page, within)
    for name in LIVE:
        root = explorers.nth(NAMES.index(name))
        words = root.locator("h3, .diffsort-controls ~ .diffsort-sentence").last
        before = words.inner_text()
        root.get_by_role("slider", name="alpha", exact=True).first.focus()
        page.keyboard.press("ArrowRight")
        assert words.inner_text() != before, name
