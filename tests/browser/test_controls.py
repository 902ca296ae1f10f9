"""What all explorers share, driven as a person would: handles, runners, the toolbar, several
views."""

import json
import re

import pytest
from pictures import drag
from playwright.sync_api import expect

LEGIBLE, SEEN = 4.5, 3.0
"""The least contrast of words and of signs, of WCAG 2.2."""
CONTRASTS = """() => {
    const light = (colour) => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
        const [r, g, b] = parts.map((part) =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const probe = document.createElement('span');
    probe.style.color = 'var(--jp-layout-color0)';
    document.body.append(probe);
    const page = light(getComputedStyle(probe).color);
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const words = '.diffsort-figure :is(text, tspan), .diffsort-picture text';
    return [...document.querySelectorAll(words)]
        .filter((node) => [...node.childNodes].some((child) =>
            child.nodeType === 3 && child.textContent.trim()))
        .map((node) => [contrast(page, light(getComputedStyle(node).fill)), node.textContent]);
}"""


def asked(lab, expression):
    lab.wait_until_idle()
    return float(lab.ask(f"float({expression})"))


@pytest.mark.parametrize(
    ("code", "name", "value", "dx", "key"),
    [
        (
            "AlphaExplorer(alpha=0.12, a=0.5)",
            "a, of the soft maximum of (a, b)",
            "shown.state.a",
            40,
            "ArrowRight",
        ),
        ("AlphaExplorer(alpha=0.12, a=0.5)", "alpha", "shown.state.alpha", 40, "ArrowRight"),
        (
            "RankingExplorer([3, 1, 2, 7])",
            "Value on wire 1",
            "shown.state.values[1]",
            40,
            "ArrowUp",
        ),
        (
            "RankingExplorer([3, 1, 2, 7])",
            "Sigma, among its curves",
            "shown.state.sigma",
            40,
            "PageUp",
        ),
        ("LearningExplorer(task='line')", "Point 3", "shown.state.points[2][0]", 40, "ArrowRight"),
    ],
)
def test_a_handle_is_moved_by_pointer_and_by_key(notebook, code, name, value, dx, key):
    lab = notebook(code)
    points = lab.page.get_by_role("group", name="Points to drag")
    handle = points.get_by_role("slider", name=name, exact=True)
    values = [asked(lab, value)]
    drag(lab.page, handle, dx, 0)
    values.append(asked(lab, value))
    words = handle.get_attribute("aria-valuetext")
    handle.focus()
    lab.page.keyboard.press(key)
    lab.page.wait_for_function(
        "([name, words]) => [...document.querySelectorAll('.handle')].some(node =>"
        " node.ariaLabel === name && node.getAttribute('aria-valuetext') !== words)",
        arg=[name, words],
    )
    lab.page.wait_for_timeout(300)  # what is drawn already is sent a moment later
    values.append(asked(lab, value))
    assert values[0] < values[1] < values[2]
    assert lab.problems == []


def test_a_point_is_moved_up_and_down_and_to_its_ends(notebook):
    lab = notebook("LearningExplorer(task='line')")
    point = lab.page.get_by_role("slider", name="Point 3", exact=True)
    before = asked(lab, "shown.state.points[2][1]")
    drag(lab.page, point, 0, 40)
    assert asked(lab, "shown.state.points[2][1]") < before
    point.focus()
    for key, end in [("Home", 0), ("End", 10)]:
        lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(500)
        assert asked(lab, "shown.state.points[2][0]") == end


def test_no_handle_stands_in_what_is_called_an_image(notebook):
    page = notebook("LearningExplorer(task='line')").page
    expect(page.locator(".js-plotly-plot[role=img][aria-label]")).to_have_count(1)
    assert page.locator("[role=img] [tabindex]").count() == 0


@pytest.mark.parametrize(
    "explorer", ["Alpha", "Jacobian", "Ranking", "Learning", "Error", "SortAnything"]
)
def test_text_in_a_figure_is_legible_in_both_themes(notebook, explorer):
    lab = notebook(f"{explorer}Explorer()")
    for theme in ("dark", "light"):
        lab.theme(theme)
        lab.page.wait_for_timeout(1500)  # plotly draws anew once a theme has its last colours
        contrasts = lab.page.evaluate(CONTRASTS)
        assert len(contrasts) > 5
        assert [
            (found, text)
            for found, text in contrasts
            if found < (LEGIBLE if re.search(r"\w", text) else SEEN)
        ] == []


def test_learning_is_begun_paused_gone_on_with_and_cancelled(notebook):
    lab = notebook("LearningExplorer(steps=1000)")
    button = lambda name: lab.page.get_by_role("button", name=name, exact=True)  # noqa: E731
    cancel = button("Cancel")
    assert cancel.is_disabled()
    assert cancel.get_attribute("title") == "Stop, and go back to before the first step"
    button("Learn").click()
    button("Pause").wait_for()
    lab.page.wait_for_function(
        "() => document.querySelector('.diffsort-runner progress').value > 0"
    )
    button("Pause").click()
    button("Go on").wait_for()
    paused = asked(lab, "shown.learner.taken")
    assert 0 < paused < 1000
    assert asked(lab, "shown.learner.taken") == paused
    button("Step").click()
    lab.page.wait_for_timeout(500)
    assert asked(lab, "shown.learner.taken") == paused + 1
    cancel.click()
    button("Learn").wait_for()
    assert asked(lab, "shown.learner.taken") == 0
    assert lab.problems == []


def test_cancelled_work_says_what_the_picture_keeps(notebook):
    lab = notebook("ErrorExplorer(draws=4096)")
    lab.page.get_by_role("button", name="Start", exact=True).click()
    lab.page.wait_for_function(
        "() => document.querySelector('.diffsort-runner progress').value > 0"
    )
    lab.page.get_by_role("button", name="Cancel", exact=True).click()
    lab.page.locator(
        ".diffsort-runner .words", has_text=re.compile(r"cancelled at \d+ %")
    ).wait_for()
    assert lab.problems == []


def test_an_explorer_closed_at_work_leaves_no_error_behind(notebook):
    lab = notebook("LearningExplorer(steps=1000)")
    lab.page.get_by_role("button", name="Learn", exact=True).click()
    lab.page.wait_for_function(
        "() => document.querySelector('.diffsort-runner progress').value > 0"
    )
    for _ in range(3):
        lab.run_cell(0)
        lab.page.wait_for_selector(".diffsort-figure .main-svg")
        lab.page.get_by_role("button", name="Learn", exact=True).last.click()
        lab.page.wait_for_timeout(700)
    assert lab.problems == []


def test_of_two_views_one_saves_and_the_narrower_gives_the_width(notebook):
    lab = notebook("LearningExplorer()", "shown")
    page = lab.page
    toolbars = page.locator(".diffsort-toolbar")
    toolbars.nth(1).wait_for()
    files = []
    page.on("download", lambda download: files.append(download.suggested_filename))
    toolbars.nth(1).get_by_role("button", name="Save SVG").click()
    toolbars.nth(1).get_by_text("saved as learning.svg").wait_for()
    page.wait_for_timeout(500)
    assert files == ["learning.svg"]
    toolbars.first.get_by_role("button", name="Share").click()
    page.wait_for_function("() => document.querySelector('.diffsort-toolbar textarea').value")
    assert toolbars.nth(1).locator("textarea").input_value() == ""
    page.evaluate("document.querySelectorAll('.diffsort-explorer')[1].style.width = '500px'")
    page.wait_for_function(
        "() => document.querySelectorAll('.diffsort-controls')[1].clientWidth <= 500"
    )
    with lab.frames() as frames:
        page.wait_for_timeout(1000)
    assert frames == []
    narrow = page.locator(".diffsort-controls").nth(1).evaluate("node => node.clientWidth")
    assert asked(lab, "shown.controls.width") == narrow
    assert lab.problems == []


def test_choices_are_taken_from_a_text_and_from_a_file(notebook, tmp_path):
    lab = notebook("NetworkExplorer([3, 1, 2], alpha=0.5)")
    page = lab.page
    page.get_by_role("button", name="Share").click()
    text = page.get_by_role("textbox", name="network: all choices as text")
    page.wait_for_function(
        "() => document.querySelector('.diffsort-toolbar textarea').value.startsWith('{')"
    )
    assert json.loads(text.input_value())["alpha"] == 0.5
    text.fill('{"alpha": 7}')
    page.get_by_role("button", name="Use this text").click()
    page.get_by_text("Choices loaded", exact=True).wait_for()
    assert asked(lab, "shown.state.alpha") == 7
    assert lab.ask("shown.state.values") == "(3.0, 1.0, 2.0)"
    text.fill('{"alpha": -1}')
    page.get_by_role("button", name="Use this text").click()
    page.locator(".note.refused", has_text="alpha must be at least 0").wait_for()
    (tmp_path / "b.json").write_text('{"values": [4, 3, 2, 1]}')
    page.get_by_label("network: open a file of choices").set_input_files(tmp_path / "b.json")
    page.get_by_text("Choices loaded", exact=True).wait_for()
    assert lab.ask("shown.state.values") == "(4.0, 3.0, 2.0, 1.0)"
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "network.json"
    page.get_by_role("button", name="Reset").click()
    page.get_by_text("Reset to the first choices").wait_for()
    assert asked(lab, "shown.state.alpha") == 0.5
    assert lab.problems == []


def test_a_handle_whose_move_is_refused_springs_back(notebook):
    lab = notebook(
        "RankingExplorer([3, 1, 2, 7])",
        "shown.state.ask_first(lambda: these_stay(shown.state.values))\n"
        "def these_stay(values):\n"
        "    from diffsort_core import DiffsortError\n"
        "    if values != (3, 1, 2, 7): raise DiffsortError('values must stay, got others')",
    )
    handle = lab.page.get_by_role("slider", name="Value on wire 1", exact=True)
    before = handle.get_attribute("cx")
    handle.focus()
    lab.page.keyboard.press("PageUp")
    words = lab.page.locator(".diffsort-controls").get_by_role("alert")
    words.get_by_text("values must stay, got others. The old value stays.").wait_for()
    lab.wait_until_idle()
    assert handle.get_attribute("cx") == before
    assert lab.problems == []
