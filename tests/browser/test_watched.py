"""The explorers that watch work in Python, in a real JupyterLab: one picture at first, plotly's
script once, an end in words when the kernel goes, the theme's inks, numbers for the keyboard."""

import os
import signal

import lab as harness
import nbformat
import pytest
from playwright.sync_api import expect
from test_hosts import SILENCE, silence

FIGURE = ".diffsort-figure"
DRAWN = f"{FIGURE}.drawn"
BOTH = ["from explorer import *\nerror = ErrorExplorer(draws=4096)\nerror", "LearningExplorer()"]
LARGE = 1_000_000
"""More bytes than anything but plotly's script has."""
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 300_000, "uploadThroughput": 1e6}


@pytest.fixture
def shown(lab):
    """Open a notebook of these cells, all run, in a high page; wait for figures that are drawn."""

    def show(*cells, figures=1):
        lab.page.set_viewport_size({"width": 1366, "height": 2400})
        harness.write_notebook(lab.server.root / "watched.ipynb", *cells)
        lab.open("watched.ipynb")
        lab.run_all()
        lab.page.wait_for_function(
            f"() => document.querySelectorAll('{DRAWN}').length === {figures}", timeout=60_000
        )
        return lab

    return show


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_two_figures_take_one_script_and_show_their_pictures_till_it_is_there(shown, lab):
    large = []
    hear = lambda payload: large.append(len(payload)) if len(payload) > LARGE else None  # noqa: E731
    lab.page.on("websocket", lambda socket: socket.on("framereceived", hear))
    lab.page.add_init_script(
        f"""globalThis.seen = [];
        new MutationObserver(() => document.querySelectorAll('{FIGURE}').forEach((root) => {{
            const box = root.querySelector('.saved')?.getBoundingClientRect();
            const drawn = root.classList.contains('drawn');
            seen.push([drawn, box?.height ?? 0, root.querySelector('.note')?.textContent]);
        }})).observe(document, {{ subtree: true, childList: true, attributes: true,
            characterData: true }});"""
    )
    shown(*BOTH, figures=2)
    assert len(large) == 1
    before = [words for drawn, _, words in lab.page.evaluate("seen") if not drawn]
    assert before
    assert all(words.startswith("A picture of what is drawn here") for words in before)
    heights = [height for drawn, height, _ in lab.page.evaluate("seen") if not drawn]
    assert max(heights) > 150
    assert all(not height for drawn, height, _ in lab.page.evaluate("seen") if drawn)
    assert lab.page.evaluate("typeof Plotly") == "undefined"
    assert lab.problems == []


def test_a_kernel_that_dies_at_work_is_said_to_be_gone_and_no_button_looks_alive(shown):
    lab = shown(BOTH[0])
    page = lab.page
    button(page, "Start").click()
    button(page, "Pause").wait_for()
    page.wait_for_function("() => document.querySelector('.diffsort-runner progress').value > 0")
    os.kill(int(lab.ask("__import__('os').getpid()")), signal.SIGKILL)
    page.locator(".diffsort-runner .words", has_text="nothing answers").wait_for(timeout=9_000)
    assert "run this cell again" in silence(page)
    for name in ("Start", "Pause", "Go on", "Cancel"):
        for each in button(page, name).all():
            assert each.is_disabled()
    assert button(page, "Pause").count() == 0
    assert page.locator(f"{FIGURE} .main-svg").first.is_visible()


def test_a_kernel_that_sleeps_at_work_is_alive_again_when_it_wakes(shown):
    lab = shown(BOTH[0])
    page = lab.page
    button(page, "Start").click()
    button(page, "Pause").wait_for()
    with lab.asleep():
        page.locator(".diffsort-runner .words", has_text="nothing answers").wait_for(timeout=9_000)
    page.locator(".diffsort-runner .words", has_text="% done").wait_for()
    page.locator(SILENCE).wait_for(state="hidden")
    assert button(page, "Pause").is_enabled()
    button(page, "Cancel").click()
    assert lab.problems == []


def test_what_is_at_rest_is_not_said_to_be_gone(shown):
    page = shown("from explorer import *\nLearningExplorer()").page
    page.wait_for_timeout(6_000)
    assert page.locator(SILENCE, has_text="Nothing answers").count() == 0
    assert button(page, "Learn").is_enabled()
    assert page.locator(f"{FIGURE} .note").inner_text() == ""


def test_after_a_restart_what_is_pressed_is_told_that_nothing_answers(shown):
    lab = shown("from explorer import *\nLearningExplorer()")
    lab.page.evaluate(f"() => {harness.PANEL}.sessionContext.session.kernel.restart()")
    lab.wait_until_idle()
    button(lab.page, "Learn").click()
    assert "run this cell again" in silence(lab.page)
    assert button(lab.page, "Learn").is_disabled()
    assert button(lab.page, "Step").is_disabled()


def test_reopened_without_a_kernel_there_is_the_picture_its_numbers_and_why(shown):
    lab = shown(
        "from explorer import *\nshown = LearningExplorer(steps=3)\nshown", "shown.finish()"
    )
    lab.wait_until_idle()
    lab.command("docmanager:save")
    saved = nbformat.read(lab.server.root / "watched.ipynb", as_version=4)
    saved.metadata.handed_in = "today"
    nbformat.write(saved, lab.server.root / "again.ipynb")
    assert (lab.server.root / "again.ipynb").stat().st_size < 400_000
    lab.server.trust("again.ipynb")
    lab.open("again.ipynb")
    page = lab.page
    page.locator(f"{FIGURE} .saved").wait_for(timeout=20_000)
    page.locator(f"{FIGURE} .note", has_text="nothing answers that could bring").wait_for()
    assert page.locator(f"{FIGURE} .saved").bounding_box()["height"] > 150
    alt = page.locator(f"{FIGURE} .saved").get_attribute("alt")
    assert alt.startswith("Step 3 of 3: loss ")
    page.locator(f"{FIGURE} summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{FIGURE} table")).to_have_count(2)
    assert "run this cell again" in silence(page)
    assert button(page, "Learn").is_disabled()


def test_the_numbers_are_reached_by_keys_and_follow_the_work(shown):
    lab = shown("from explorer import *\nshown = LearningExplorer()\nshown")
    page = lab.page
    page.locator(f"{FIGURE} summary").focus()
    page.keyboard.press("Enter")
    table = page.get_by_role("table").filter(has_text="step")
    expect(table.get_by_role("row")).to_have_count(2)
    assert table.get_by_role("columnheader").all_inner_texts() == ["step", "loss"]
    assert table.get_by_role("rowheader").all_inner_texts() == ["0"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    for steps in (1, 2):
        button(page, "Step").click()
        page.wait_for_function(
            "n => document.querySelector('.diffsort-figure .tables').textContent.includes("
            "`Items`) && [...document.querySelectorAll('.diffsort-figure table')].at(-1)"
            ".rows.length === n",
            arg=2 + steps,
        )
    assert lab.problems == []


def colours(page):
    """The colours of the words of the figure, of its lines, and of the page."""
    return page.evaluate(f"""() => {{
        const of = (selector, name) => [...new Set(
            [...document.querySelectorAll('{FIGURE} ' + selector)]
                .map((node) => getComputedStyle(node)[name]))];
        return [of('.main-svg text', 'fill'), of('.scatterlayer .js-line', 'stroke')];
    }}""")


def test_words_and_lines_have_the_ink_of_the_theme(shown):
    lab = shown("from explorer import *\nLearningExplorer()")
    found = {}
    for theme in ("dark", "light"):
        lab.theme(theme)
        lab.page.wait_for_timeout(1500)
        found[theme] = colours(lab.page)
    (dark_words, dark_lines), (light_words, light_lines) = found["dark"], found["light"]
    assert len(dark_words) == len(light_words) == 1
    light = lambda ink: sum(map(float, ink[4:-1].split(",")[:3])) / 765  # noqa: E731
    assert light(dark_words[0]) > 0.9
    assert light(light_words[0]) < 0.2
    assert min(map(light, dark_lines)) > 0.6
    assert max(map(light, light_lines)) < 0.5


def zoom(page, x0, y0, x1, y1):
    box = page.locator(f"{FIGURE} .nsewdrag").first.bounding_box()
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])  # noqa: E731
    page.mouse.move(*at(x0, y0))
    page.mouse.down()
    page.mouse.move(*at(x1, y1), steps=4)
    page.mouse.up()


def test_what_is_zoomed_into_stays_while_it_learns_until_all_is_asked_for(shown):
    lab = shown("from explorer import *\nLearningExplorer(task='line')")
    page = lab.page
    xs = "() => document.querySelector('.js-plotly-plot').layout.xaxis.range"
    whole = page.evaluate(xs)
    handles = page.locator(f"{FIGURE} .handle")
    expect(handles).to_have_count(16)
    assert not button(page, "Show all").is_visible()
    zoom(page, 0.65, 0.72, 0.98, 0.97)
    button(page, "Show all").wait_for()
    low, high = page.evaluate(xs)
    assert whole[0] < low < high < whole[1]
    assert 0 < handles.count() < 16
    drawn = int(page.locator(FIGURE).get_attribute("data-drawn"))
    button(page, "Step").click()
    page.wait_for_function(
        "n => Number(document.querySelector('.diffsort-figure').dataset.drawn) > n", arg=drawn
    )
    assert page.evaluate(xs) == [low, high]
    button(page, "Show all").click()
    page.wait_for_function(
        "whole => String(document.querySelector('.js-plotly-plot').layout.xaxis.range)"
        " === String(whole)",
        arg=whole,
    )
    expect(handles).to_have_count(16)
    assert page.locator("[role=img] [tabindex]").count() == 0
    assert lab.problems == []


@pytest.mark.parametrize("code", ["ErrorExplorer()", "LearningExplorer()"])
def test_in_a_narrow_cell_the_figure_is_as_wide_as_its_cell(shown, code):
    lab = shown(f"from explorer import *\n{code}")
    lab.width(400, of=".diffsort-explorer")
    lab.page.wait_for_timeout(1500)
    plot, cell = (
        lab.page.locator(each).first.bounding_box() for each in (f"{FIGURE} .main-svg", FIGURE)
    )
    assert abs(plot["width"] - cell["width"]) <= 8
    outside = lab.page.evaluate(f"""() => {{
        const box = document.querySelector('{FIGURE}').getBoundingClientRect();
        return [...document.querySelectorAll('{FIGURE} text')]
            .map((node) => [node.getBoundingClientRect(), node.textContent])
            .filter(([r]) => r.left < box.left - 1 || r.right > box.right + 1).map(([, t]) => t);
    }}""")
    assert outside == []


def test_on_a_slow_line_there_is_a_picture_with_words_meanwhile(lab):
    page = lab.page
    harness.write_notebook(
        lab.server.root / "slow.ipynb", "from explorer import *\nErrorExplorer()"
    )
    lab.open("slow.ipynb")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    lab.run_all()
    page.locator(f"{FIGURE} .note", has_text="plotly's script has come").wait_for(timeout=20_000)
    assert page.locator(f"{FIGURE} .saved").bounding_box()["height"] > 150
