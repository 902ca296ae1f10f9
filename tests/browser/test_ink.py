"""The network's two canvases in a real JupyterLab: sharp on its screen, still while it plays, in
the system's colours, and on paper."""

import lab as harness
import pytest
from pictures import ROOT, attribute, settles, slider

CODE = "from explorer import *\nnetwork = NetworkExplorer(range({}, 0, -1), alpha=0.3)\nnetwork"
STILL = f"document.querySelector('{ROOT} canvas.still')"
FILL = f"document.querySelector('{ROOT} .track + rect').getAttribute('fill')"


@pytest.fixture(scope="module")
def opened(server, chromium):
    for wires in (6, 20):
        harness.write_notebook(server.root / f"ink{wires}.ipynb", CODE.format(wires))
    with harness.open_lab(chromium, server) as lab:
        yield lab


@pytest.fixture
def shown(opened):
    def show(wires):
        opened.open(f"ink{wires}.ipynb")
        opened.run_all()
        opened.page.wait_for_selector(f"{ROOT} canvas")
        settles(opened.page, "root.clientWidth > 600 && root.dataset.ink === 'rest'")
        opened.wait_until_idle()
        return opened

    yield show
    opened.theme("light")
    assert opened.problems == []


def still(page):
    return page.evaluate(f"{STILL}.toDataURL()")


def test_playing_draws_no_strand_and_touches_nothing_above_the_ink(shown):
    page = shown(6).page
    page.get_by_label("Speed").first.select_option("4")
    page.evaluate(f"""() => {{
        window.touched = 0;
        new MutationObserver((all) => window.touched += all.length)
            .observe(document.querySelector('{ROOT} svg[role=group]'),
                {{ subtree: true, childList: true, attributes: true, characterData: true }});
        const ink = {STILL}.getContext('2d');
        ink.clearRect = () => window.touched += 1000;
    }}""")
    page.get_by_role("button", name="Play").first.click()
    settles(page, "root.dataset.playing === 'false' && root.dataset.layer === '6'")
    # The comparators of each layer are marked as it begins: 6 layers of 3, marked and unmarked.
    assert 0 < page.evaluate("window.touched") <= 36


def test_a_crowd_is_drawn_fast_and_then_as_if_it_had_not_been(shown):
    page = shown(20).page
    before = still(page)
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    settles(page, "root.dataset.ink === 'fast'")
    fast = still(page)
    settles(page, "root.dataset.ink === 'rest'")
    after = still(page)
    assert len({before, fast, after}) == 3
    for key in ("ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        settles(page, "root.dataset.ink === 'fast'")
        settles(page, "root.dataset.ink === 'rest'")
    assert still(page) == after


def test_the_picture_is_as_sharp_as_its_screen_up_to_twice(shown):
    page = shown(6).page
    session = page.context.new_cdp_session(page)
    for k, (ratio, sharp) in enumerate([(1.5, 1.5), (2, 2), (3, 2), (1, 1)]):
        size = {"width": 1280, "height": 901 + k, "deviceScaleFactor": ratio, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", size)
        page.wait_for_function(
            f"sharp => Math.abs({STILL}.width / {STILL}.getBoundingClientRect().width - sharp)"
            " < 0.01",
            arg=sharp,
        )
    session.send("Emulation.clearDeviceMetricsOverride")


def test_paper_gets_a_light_picture_three_times_as_large(shown):
    lab = shown(6)
    page = lab.page
    light = page.evaluate(FILL)
    lab.theme("dark")
    page.wait_for_function(f"light => {FILL} !== light", arg=light)
    dark, before = page.evaluate(FILL), still(page)
    page.evaluate(f"""() => {{
        window.printed = [];
        addEventListener('beforeprint', () => printed.push([{FILL}, {STILL}.width]));
    }}""")
    page.pdf()
    wide = page.evaluate(f"{STILL}.getBoundingClientRect().width")
    assert page.evaluate("window.printed") == [[light, pytest.approx(3 * wide, abs=2)]]
    assert page.evaluate(FILL) == dark
    assert still(page) == before


def test_forced_colours_are_taken_while_they_are_forced(shown):
    page = shown(6).page
    before, fill = still(page), page.evaluate(FILL)
    page.emulate_media(forced_colors="active")
    page.wait_for_function(f"fill => {FILL} !== fill", arg=fill)
    fills = page.evaluate(
        f"[...document.querySelectorAll('{ROOT} .track + rect')].map((n) => n.getAttribute('fill'))"
    )
    assert len({*fills}) == 1
    assert still(page) != before
    page.emulate_media(forced_colors="none")
    page.wait_for_function(f"fill => {FILL} === fill", arg=fill)
    assert still(page) == before
    assert attribute(page, "data-ink") == "rest"
