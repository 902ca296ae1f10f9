"""The explorers in a real JupyterLab, driven as a person would."""

import re

import lab as harness
import pytest
from pictures import PICTURE, ROOT, attribute, settles, slider

from explorer.style import bound, number

NETWORK = (
    "from explorer import *\nnetwork = NetworkExplorer([5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18],"
    " alpha=0.12)\nnetwork"
)
JACOBIAN = "jacobian = JacobianExplorer(state=network.state)\njacobian"


@pytest.fixture(scope="module")
def opened(server, chromium):
    harness.write_notebook(server.root / "both.ipynb", NETWORK, JACOBIAN)
    with harness.open_lab(chromium, server) as lab:
        lab.open("both.ipynb")
        yield lab


@pytest.fixture
def lab(opened):
    """A notebook with both explorers, made anew and drawn."""
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    opened.theme("light")
    for trouble in (opened.console_errors, opened.page_errors, opened.foreign_requests):
        trouble.clear()
    opened.command("notebook:clear-all-cell-outputs")
    opened.run_all()
    opened.page.wait_for_selector(f"{ROOT} canvas")
    opened.page.wait_for_selector(f"{PICTURE}[data-drawn] canvas")
    opened.page.wait_for_function(f"() => document.querySelector('{ROOT}').clientWidth > 600")
    opened.wait_until_idle()
    return opened


@pytest.fixture
def page(lab):
    return lab.page


def test_one_arrow_key_on_alpha_is_one_redraw_of_each_picture(lab, page):
    slider(page).focus()
    with lab.frames() as frames:  # which begins when all is quiet
        drawn = [int(attribute(page, "data-drawn", each)) for each in (ROOT, PICTURE)]
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(1500)
    now = [int(attribute(page, "data-drawn", each)) for each in (ROOT, PICTURE)]
    assert now == [each + 1 for each in drawn]
    assert slider(page, nth=1).get_attribute("aria-valuetext") == slider(page).get_attribute(
        "aria-valuetext"
    )
    assert (
        len([frame for frame in frames.of("comm_msg", "sent") if "alpha" in str(frame.content)])
        == 1
    )


def test_after_a_fast_drag_the_pictures_show_the_last_value(lab, page):
    box = slider(page).bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], y)
    page.mouse.down()
    for k in range(120):
        page.mouse.move(box["x"] + (0.3 + 0.4 * (k + 1) / 120) * box["width"], y)
    page.mouse.up()
    spoken = slider(page).get_attribute("aria-valuetext")
    words = re.search("per standard deviation, (.*) per unit of your values", spoken)[1]
    settles(page, f"root.querySelector('h3').textContent.endsWith('alpha = {words} per unit')")
    lab.wait_until_idle()
    page.wait_for_timeout(500)
    assert float(lab.ask("network.state.alpha")) == pytest.approx(float(words), rel=1e-3)
    assert slider(page, nth=1).get_attribute("aria-valuetext") == spoken
    largest = float(lab.ask("float(abs(jacobian.scene().sort_jacobian).max())"))
    assert number(bound(largest)) in page.locator(f"{PICTURE} text").all_text_contents()
    assert lab.problems == []


def test_alpha_reaches_both_of_its_ends(lab, page):
    slider(page).focus()
    for key, words, alpha in [
        ("End", "infinity per standard deviation: hard maximum", "inf"),
        ("Home", "0 per standard deviation: mean", "0.0"),
    ]:
        page.keyboard.press(key)
        assert slider(page).get_attribute("aria-valuetext") == words
        settles(
            page, f"root.querySelector('h3').textContent.includes('{words.split(' ')[0]} per unit')"
        )
        lab.wait_until_idle()
        assert lab.ask("float(network.state.alpha)") == alpha


def test_pasted_numbers_are_taken_and_anything_else_is_refused_in_words(lab, page):
    box = page.get_by_label(re.compile("your numbers")).first
    box.fill("3\n1\n2")
    box.press("Enter")
    settles(page, "root.querySelector('h3').textContent.startsWith('Bitonic network on 3 wires')")
    box.fill("3, one, 2")
    box.press("Enter")
    alert = page.get_by_role("alert").filter(has_text="got 'one'")
    alert.wait_for()
    assert box.input_value() == "3, one, 2"
    assert box.get_attribute("aria-invalid") == "true"
    assert lab.ask("network.state.values") == "(3.0, 1.0, 2.0)"
    box.fill("7")
    box.press("Enter")
    settles(page, "root.querySelector('h3').textContent.startsWith('Bitonic network on 1 wire,')")
    alert.wait_for(state="hidden")
    assert lab.problems == []


def test_every_control_has_a_spoken_name(lab, page):
    for share in page.get_by_role("button", name="Share").all():
        share.click()
    unnamed, seen = lab.controls()
    assert unnamed == []
    # 7 + 8 fields, as their numbers are their own and there is no top k, and 2 folds each; 7 for
    # playback, 8 inputs, one stop for all comparators, 7 + 6 buttons and 5 each behind Share
    assert seen == 58


def test_the_theme_recolours_everything_at_once(lab, page):
    def colours():
        fill = page.locator(f"{ROOT} .track + rect").first.get_attribute("fill")
        words = page.locator(f"{PICTURE} text").first.evaluate(
            "node => getComputedStyle(node).fill"
        )
        return fill, words

    light = colours()
    lab.theme("dark")
    settles(page, f"root.querySelector('.track + rect').getAttribute('fill') !== '{light[0]}'")
    dark = colours()
    assert all(before != after for before, after in zip(light, dark, strict=True))


@pytest.mark.parametrize("pixels", [400, 1200])
def test_nothing_is_clipped_in_a_narrow_and_in_a_wide_cell(lab, page, pixels):
    page.set_viewport_size({"width": 1700, "height": 1000})
    lab.width(pixels, of=f"{ROOT}")
    page.wait_for_timeout(1000)
    clipped = page.evaluate("""() => [...document.querySelectorAll('.diffsort')].flatMap(root => {
            const box = root.getBoundingClientRect();
            const words = 'text, button, input, select, textarea, p, h3, span, label';
            return [...root.querySelectorAll(words)]
                .filter(node => node.textContent || node.matches('input, select, textarea'))
                .map(node => [node.getBoundingClientRect(), node])
                .filter(([r]) => r.width && (r.left < box.left - 1 || r.right > box.right + 1
                    || r.bottom > box.bottom + 1))
                .map(([, node]) => node.outerHTML.slice(0, 100));
        })""")
    assert clipped == []
    plot, cell = (
        page.locator(selector).first.bounding_box() for selector in (f"{PICTURE} svg", PICTURE)
    )
    assert abs(plot["width"] - cell["width"]) <= 8


def test_running_the_cells_again_leaves_no_widget_behind(lab, page):
    count = "len(__import__('ipywidgets').widgets.widget._instances)"
    alive = lab.ask(count)
    for _ in range(5):
        lab.run_cell(0)
        lab.run_cell(1)
    assert lab.ask(count) == alive
    assert lab.problems == []
