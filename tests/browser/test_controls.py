"""What all explorers share, driven as a person would: handles, tiles, runners, the toolbar, several
views."""

import json
import re

import lab as harness
import pytest
from pictures import drag

CELL = "from explorer import *\nshown = {}\nshown"
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
    return [...document.querySelectorAll('.diffsort-figure :is(text, tspan)')]
        .filter((node) => [...node.childNodes].some((child) =>
            child.nodeType === 3 && child.textContent.trim()))
        .map((node) => [contrast(page, light(getComputedStyle(node).fill)), node.textContent]);
}"""


@pytest.fixture(scope="module")
def notebook(server, chromium):
    """Open a notebook of one cell that shows an explorer, and wait until it is drawn."""
    with harness.open_lab(chromium, server, viewport={"width": 1280, "height": 2400}) as lab:

        def show(code, *cells):
            harness.write_notebook(server.root / "controls.ipynb", CELL.format(code), *cells)
            lab.open("controls.ipynb")
            lab.run_all()
            lab.page.wait_for_selector(".diffsort-toolbar")
            lab.page.wait_for_selector(".diffsort-network canvas, .diffsort-figure .main-svg")
            lab.page.wait_for_function(
                "() => document.querySelector('.diffsort-controls').clientWidth > 600"
            )
            with lab.frames():
                pass  # until all is quiet
            for trouble in (lab.console_errors, lab.page_errors, lab.foreign_requests):
                trouble.clear()
            return lab

        yield show


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
    handle = lab.page.locator(".diffsort-overlay").get_by_role("slider", name=name, exact=True)
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
    page = notebook("AlphaExplorer()").page
    assert page.locator(".js-plotly-plot [role=img][aria-label]").count() == 1
    assert page.locator("[role=img] [tabindex]").count() == 0


@pytest.mark.parametrize(
    "explorer", ["Alpha", "Ranking", "Learning", "Error", "Jacobian", "SortAnything"]
)
def test_text_in_a_figure_is_legible_in_both_themes(notebook, explorer):
    lab = notebook(f"{explorer}Explorer()")
    for theme in ("dark", "light"):
        lab.theme(theme)
        contrasts = lab.page.evaluate(CONTRASTS)
        assert len(contrasts) > 5
        assert [
            (found, text)
            for found, text in contrasts
            if found < (LEGIBLE if re.search(r"\w", text) else SEEN)
        ] == []


def test_an_entry_pointed_at_is_framed_in_every_tile_and_a_click_chooses_its_output(notebook):
    lab = notebook("RelaxationGallery([3, 1, 2, 7], gallery_methods='SoftSort')")
    plan = json.loads(lab.ask("__import__('json').dumps(shown.tiles.plan)")[1:-1])
    box = lab.page.locator(".js-plotly-plot").bounding_box()
    left, top = plan["corners"][1][1]  # the second kind of picture, the soft permutation
    cell = plan["size"] / plan["n"]
    lab.page.mouse.move(box["x"] + left + 1.5 * cell, box["y"] + top + 2.5 * cell)
    frames = lab.page.locator(".diffsort-tiles .frame")
    frames.first.wait_for()
    assert frames.count() == len(plan["names"]) == 2
    assert lab.page.locator(".diffsort-tiles .words").inner_text().startswith("P[2, 1]")
    lab.page.wait_for_timeout(300)
    lab.page.mouse.down()
    lab.page.mouse.up()
    lab.page.locator(".diffsort-gallery caption", has_text="Output 2").wait_for()
    assert asked(lab, "shown.state.gallery_output") == 2
    lab.page.mouse.move(box["x"] + box["width"] + 5, box["y"] - 5)
    frames.first.wait_for(state="hidden")
    assert lab.problems == []


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
    lab = notebook("AlphaExplorer()", "shown")
    page = lab.page
    toolbars = page.locator(".diffsort-toolbar")
    toolbars.nth(1).wait_for()
    files = []
    page.on("download", lambda download: files.append(download.suggested_filename))
    toolbars.nth(1).get_by_role("button", name="Save SVG").click()
    toolbars.nth(1).get_by_text("saved as alpha.svg").wait_for()
    page.wait_for_timeout(500)
    assert files == ["alpha.svg"]
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


def test_a_sentence_is_spoken_when_a_slider_comes_to_rest(notebook):
    page = notebook("AlphaExplorer(alpha=0.12)").page
    page.evaluate("""() => {
            window.spoken = [];
            const node = document.querySelector('.diffsort-controls .diffsort-spoken');
            const note = () => node.textContent && window.spoken.push(node.textContent);
            new MutationObserver(note).observe(node, { childList: true });
        }""")
    page.get_by_role("slider", name="alpha", exact=True).first.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
    page.wait_for_timeout(2500)
    assert page.evaluate("window.spoken") == [page.locator(".diffsort-sentence").inner_text()]


def test_what_means_nothing_for_the_present_choices_is_disabled(notebook):
    page = notebook("LearningExplorer()").page
    seed = page.get_by_label("random seed", exact=True)
    trimmed = page.get_by_role("slider", name="share trimmed (line)")
    assert seed.is_enabled()
    assert trimmed.is_disabled()
    page.get_by_label("learn to").select_option("line")
    page.wait_for_function(
        "() => !document.querySelector('[aria-label=\"share trimmed (line)\"]').disabled"
    )
    assert seed.is_disabled()


def paste(lab, text):
    """Put a text into the box of numbers, and press Enter."""
    box = lab.page.get_by_label("your numbers")
    box.fill(text)
    box.press("Enter")
    lab.wait_until_idle()
    return box


def test_how_a_pasted_text_was_read_is_said_quietly_beside_its_box(notebook):
    lab = notebook("NetworkExplorer([3, 1, 2], alpha=0.5)")
    remark = lab.page.locator(".diffsort-controls .diffsort-remark")
    assert remark.get_attribute("role") == "status"
    box = paste(lab, "12,5\n13,1\n9,75\n11,0")
    remark.get_by_text("Read 12,5 as 12.5: commas as decimal signs.").wait_for()
    assert lab.ask("shown.state.values") == "(12.5, 13.1, 9.75, 11.0)"
    assert box.input_value() == "12.5, 13.1, 9.75, 11"
    assert box.get_attribute("aria-invalid") == "false"
    paste(lab, "4, 2, 3")
    remark.wait_for(state="hidden")
    assert lab.problems == []


def test_more_numbers_than_can_be_drawn_stay_in_the_box_and_the_picture_stays(notebook):
    lab = notebook("NetworkExplorer([3, 1, 2], alpha=0.5)")
    text = ", ".join(map(str, range(100)))
    box = paste(lab, text)
    lab.page.locator(
        ".diffsort-message",
        has_text="values must hold at most 64 numbers in NetworkExplorer, got 100."
        " The old value stays.",
    ).wait_for()
    assert box.input_value() == text
    assert box.get_attribute("aria-invalid") == "true"
    assert lab.page.get_by_label("wires", exact=True).input_value() == "3"
    assert lab.page.locator(".diffsort-network .handle:not(.vertical)").count() == 3
    assert lab.ask("shown.state.values") == "(3.0, 1.0, 2.0)"
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
    before = handle.get_attribute("style")
    handle.focus()
    lab.page.keyboard.press("PageUp")
    lab.page.get_by_text("values must stay, got others. The old value stays.").wait_for()
    lab.wait_until_idle()
    assert handle.get_attribute("style") == before
    assert lab.problems == []
