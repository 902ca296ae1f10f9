"""How an explorer comes onto the stage, by button, key, address or from the start, and leaves it
as it was."""

import pytest
from exports import LIVE
from playwright.sync_api import expect
from staged import SCREENS, SEEN, enter, hero, is_staged, made

import explorer as package

DENIED = "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('denied'));"
ABSENT = "delete Element.prototype.requestFullscreen;"


@pytest.mark.parametrize("full", [None, DENIED, ABSENT], ids=["full", "denied", "absent"])
@pytest.mark.parametrize("by", ["Escape", "f", "button"])
def test_it_fills_screen_or_window_and_is_left_as_it_was(full, by, open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    page, root = found.page, found.explorer()
    if full:
        page.evaluate(f"() => {{ {full} }}")
    found.button("Stage").scroll_into_view_if_needed()
    before, box = found.ink(), root.bounding_box()
    enter(found)
    assert page.evaluate("Boolean(document.fullscreenElement)") == (full is None)
    assert root.bounding_box() == {"x": 0, "y": 0, "width": 1366, "height": 768}
    if by == "button":
        found.button("Leave (Esc)").click()
    elif by == "Escape" and full is None:
        page.evaluate("document.exitFullscreen()")  # what the browser makes of that key
    else:
        page.keyboard.press(by)
    expect(root).to_have_class("diffsort diffsort-explorer")
    expect(found.button("Leave (Esc)")).to_have_count(0)
    assert not page.evaluate("Boolean(document.fullscreenElement)")
    page.wait_for_timeout(400)
    assert root.bounding_box() == box
    assert found.ink() == before
    expect(found.button("Stage")).to_be_focused()


def test_what_lies_behind_neither_moves_nor_hears_of_keys(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    page = found.page
    page.evaluate("""() => {
        const field = document.createElement('textarea');
        document.body.append(field);
        window.heard = [];
        document.addEventListener('keydown', ({ key }) => heard.push(key), true);
    }""")
    page.evaluate(f"() => {{ {DENIED} }}")
    high = page.evaluate("document.documentElement.scrollHeight")
    root = enter(found)
    assert page.evaluate("document.documentElement.scrollHeight") == high
    page.locator("body > textarea").focus()
    page.keyboard.press("x")
    page.keyboard.press("End")
    expect(page.locator("body > textarea")).to_have_value("")
    expect(root).to_be_focused()
    assert page.evaluate("heard") == []
    expect(root.locator(".diffsort-network")).to_have_attribute("data-position", "6.000")


def test_the_key_enters_from_within_an_explorer_only_and_never_from_a_text(open_explorer):
    found = open_explorer(made("AlphaExplorer"), SCREENS[0])
    page, root = found.page, found.explorer()
    page.keyboard.press("f")
    assert not is_staged(root)
    field = page.get_by_label("your numbers")
    field.focus()
    page.keyboard.press("End")
    page.keyboard.press("f")
    assert not is_staged(root)
    expect(field).to_have_value("5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18f")
    page.get_by_label("relaxation").focus()
    page.keyboard.press("f")
    assert not is_staged(root)
    field.press("Escape")
    hero(found).focus()
    page.keyboard.press("Control+f")
    assert not is_staged(root)
    page.keyboard.press("f")
    assert is_staged(root)
    page.keyboard.press("f")
    assert not is_staged(root)


def test_an_address_stages_the_explorer_that_it_names_and_says_so_while_it_is(open_page, tmp_path):
    several = [made("NetworkExplorer"), made("AlphaExplorer")]
    package.page(several, tmp_path / "two.html")
    for each in several:
        each.close()
    text = (tmp_path / "two.html").read_text("utf-8")
    found = open_page(text, "#v1&stage=yes", viewport={"width": 1366, "height": 768})
    found.page.wait_for_timeout(300)
    first, second = found.explorer(0), found.explorer(1)
    assert (is_staged(first), is_staged(second)) == (True, False)
    found.page.keyboard.press("+")
    link = found.fragment()
    assert link.startswith("#v1&explorer=network&alpha=")
    assert link.endswith("&stage=yes")
    found.follow("#v1&explorer=network&2.stage=yes")
    assert (is_staged(first), is_staged(second)) == (False, True)
    found.page.keyboard.press("Escape")
    assert not is_staged(second)
    assert "stage=" not in found.fragment()
    found.follow("#v1&explorer=network&3.stage=yes")
    assert "on the stage" in found.refused()
    assert found.problems == []


@pytest.mark.parametrize("name", LIVE)
def test_a_page_of_a_staged_explorer_opens_on_the_stage(name, open_explorer):
    found = open_explorer(made(name, stage=True), SCREENS[0])
    root = found.explorer()
    expect(root).to_have_class("diffsort diffsort-explorer diffsort-staged")
    found.page.wait_for_timeout(400)
    assert root.evaluate("(node) => node.matches(':popover-open')")
    assert root.evaluate(SEEN)["root"] == pytest.approx([0, 0, 1366, 768], abs=1)
    found.page.keyboard.press("Escape")
    expect(found.button("Stage")).to_be_visible()
    assert "stage" not in found.shown()


def test_on_paper_a_staged_explorer_is_as_in_its_page(open_explorer):
    staged = open_explorer(made("NetworkExplorer", stage=True), SCREENS[0], "#v1&stage=yes")
    plain = open_explorer(made("NetworkExplorer"), SCREENS[0])
    staged.page.wait_for_timeout(400)
    assert is_staged(staged.explorer())
    papers = []
    for found in (staged, plain):
        found.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        found.page.emulate_media(media="print")
        found.page.wait_for_timeout(300)
        papers.append(found.page.screenshot(full_page=True))
    assert not is_staged(staged.explorer())
    assert papers[0] == papers[1]
