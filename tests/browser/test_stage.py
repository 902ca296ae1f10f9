"""The stage: an explorer on the full screen, read from the back of a hall, and moved by the keys of
a lecturer."""

import pytest
from exports import LIVE
from playwright.sync_api import expect

import explorer as package

SCREENS = [(1366, 768), (1600, 900), (1920, 1080)]
ROOT = ".diffsort-explorer"
DENIED = "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('denied'));"
ABSENT = "delete Element.prototype.requestFullscreen;"
TYPE, ARROW = 20, 3
"""Pixels of a screen."""
SEEN = """(root) => {
    const box = (node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return [left, top, right, bottom];
    };
    const shown = [...root.querySelectorAll('*')].filter((node) => node.checkVisibility()
        && !node.closest('.diffsort-spoken') && node.getBoundingClientRect().width);
    const written = shown.filter((node) =>
        [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim()));
    const zoomed = (node, pixels) => node.currentCSSZoom * parseFloat(pixels);
    const words = written.filter((node) => !node.matches('option, title'))
        .map((node) => [node.textContent.trim(), zoomed(node, getComputedStyle(node).fontSize)]);
    const arrows = [...root.querySelectorAll('.comparator line:not(.hit), .comparator .crossing')]
        .filter((node) => node.checkVisibility())
        .map((node) => zoomed(node, getComputedStyle(node).strokeWidth));
    const clickable = shown.filter((node) =>
        node.matches('button, input, select, summary, textarea, a'));
    return {
        words, arrows, window: [innerWidth, innerHeight], root: box(root),
        hero: box(root.querySelector('.diffsort-controls')),
        picture: [...root.querySelectorAll('canvas')].map(box),
        bar: box(root.querySelector('.diffsort-stagebar')),
        scrolled: [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight],
        controls: clickable.map((node) => node.ariaLabel || node.textContent.trim()),
    };
}"""
SIZES = """(root) => [...root.querySelectorAll('text')].filter((node) => node.textContent.trim())
    .filter((node) => !node.closest('.card'))
    .map((node) => [node.textContent, node.getBoundingClientRect().height])"""


def made(name, **choices):
    return getattr(package, name)(**choices)


def enter(found, index=0):
    found.button("Stage", index).click()
    root = found.explorer(index)
    expect(root).to_have_class("diffsort diffsort-explorer diffsort-staged")
    found.page.wait_for_timeout(400)
    return root


def hero(found):
    return found.page.locator("input[aria-label=alpha]")


def is_staged(root):
    return root.evaluate("(node) => node.classList.contains('diffsort-staged')")


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_on_a_wall_it_is_read_and_all_of_it_is_seen(name, screen, open_explorer):
    found = open_explorer(made(name), screen)
    root = enter(found)
    seen = root.evaluate(SEEN)
    assert seen["window"] == list(screen)
    assert seen["root"] == pytest.approx([0, 0, *screen], abs=1)
    assert len(seen["words"]) > 5
    assert [each for each in seen["words"] if each[1] < TYPE - 1e-3] == []
    assert [each for each in root.evaluate(SIZES) if each[1] < TYPE] == []
    assert all(width >= ARROW for width in seen["arrows"])
    assert bool(seen["arrows"]) == (name == "NetworkExplorer")
    (left, _, right, bottom), (_, low, _, floor) = seen["hero"], seen["bar"]
    assert 0 <= left < right <= screen[0]
    for picture in seen["picture"]:
        assert bottom - 1 <= picture[1] < picture[3] <= low + 1
        assert 0 <= picture[0] < picture[2] <= screen[0]
    assert low < floor <= screen[1]
    assert max(box[3] - box[1] for box in seen["picture"]) > 0.4 * screen[1]
    assert seen["scrolled"] == [0, 0]


@pytest.mark.parametrize("name", LIVE)
def test_only_the_hero_and_what_plays_is_there_to_be_touched(name, open_explorer):
    found = open_explorer(made(name), SCREENS[0])
    root = enter(found)
    hero = ["sigma", "alpha"] if name == "RankingExplorer" else ["alpha"]
    player = ["Step back", "Beat back", "Play", "Beat forward", "Step forward", "Layer", "Speed"]
    expected = hero + (player if name == "NetworkExplorer" else []) + ["Leave (Esc)"]
    assert root.evaluate(SEEN)["controls"] == expected


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


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize(
    ("name", "handle", "by"),
    [
        ("NetworkExplorer", ".handle[role=slider] >> nth=2", (40, 0)),
        ("AlphaExplorer", ".handle >> nth=0", (60, 0)),
        ("RankingExplorer", ".handle >> nth=1", (50, 0)),
        ("RankingExplorer", ".handle >> nth=-1", (90, 0)),
    ],
)
def test_a_handle_stays_under_the_pointer_that_drags_it(name, handle, by, screen, open_explorer):
    found = open_explorer(made(name), screen)
    root = enter(found)
    knob = root.locator(handle)
    x, y = middle(knob.bounding_box())
    value = knob.get_attribute("aria-valuenow")
    found.page.mouse.move(x, y)
    found.page.mouse.down()
    for part in (0.25, 0.5, 0.75, 1):
        found.page.mouse.move(x + part * by[0], y)
        assert middle(knob.bounding_box())[0] == pytest.approx(x + part * by[0], abs=4)
    assert knob.get_attribute("aria-valuenow") != value
    found.page.mouse.up()


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_card_of_a_comparator_and_the_tip_of_a_curve_stand_at_the_pointer(
    screen, open_explorer
):
    network = open_explorer(made("NetworkExplorer"), screen)
    root = enter(network)
    arrow = root.locator(".comparator").nth(4)
    x, y = middle(arrow.bounding_box())
    network.page.mouse.move(x, y)
    card = root.locator(".card")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert min(abs(box["x"] - x), abs(box["x"] + box["width"] - x)) <= 30
    assert box["y"] - 30 <= y <= box["y"] + box["height"] + 30
    assert min(box["x"], box["y"]) >= 0
    assert box["x"] + box["width"] <= screen[0]
    assert box["y"] + box["height"] <= screen[1]
    size = "(node) => node.currentCSSZoom * parseFloat(getComputedStyle(node).fontSize)"
    assert card.evaluate(size) >= TYPE - 1e-3
    gallery = open_explorer(made("RelaxationGallery"), screen)
    root = enter(gallery)
    canvas = root.locator("canvas").bounding_box()
    spot = root.locator(".spot").first
    for share in (0.2, 0.3, 0.4, 0.5):
        x, y = canvas["x"] + share * canvas["width"], canvas["y"] + 0.6 * canvas["height"]
        gallery.page.mouse.move(x, y)
        if root.locator(".tip.filled").count():
            break
    near = [abs(a - b) for a, b in zip(middle(spot.bounding_box()), (x, y), strict=True)]
    assert max(near) <= 20


def position(root):
    return float(root.locator(".diffsort-network").get_attribute("data-position"))


def test_a_lecturer_plays_steps_and_turns_alpha_from_the_back(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    for key, place in [
        *[("End", 6), ("ArrowLeft", 5), ("PageUp", 4), ("Home", 0), ("ArrowRight", 1)],
        *[("PageDown", 2), ("End", 6), ("ArrowRight", 6), ("Home", 0), ("ArrowLeft", 0)],
    ]:
        press(key)
        assert position(root) == place, key
    playing = root.locator(".diffsort-network")
    press(" ")
    expect(playing).to_have_attribute("data-playing", "true")
    press(" ")
    expect(playing).to_have_attribute("data-playing", "false")
    place = int(hero(found).input_value())
    for key, by in [("+", 1), ("=", 2), ("-", 1), ("-", 0), ("-", -1)]:
        press(key)
        assert int(hero(found).input_value()) == place + by, key
    press("Control+-")  # the browser's own
    assert int(hero(found).input_value()) == place - 1


@pytest.mark.parametrize("name", sorted(set(LIVE) - {"NetworkExplorer"}))
def test_where_nothing_plays_the_arrows_turn_alpha(name, open_explorer):
    found = open_explorer(made(name), SCREENS[0])
    enter(found)
    slider, press = hero(found), found.page.keyboard.press
    place, last = int(slider.input_value()), int(slider.get_attribute("max"))
    for key, to in [
        *[("ArrowRight", place + 1), ("ArrowLeft", place), ("-", place - 1)],
        *[("+", place), ("End", last), ("Home", 0)],
    ]:
        press(key)
        assert int(slider.input_value()) == to, key
    press("End")
    chosen = found.page.locator(ROOT).get_by_text("alpha = ").first.text_content()
    press(" ")  # it glides, and nothing is chosen by that
    found.page.wait_for_timeout(700)
    gliding = int(slider.input_value())
    assert gliding < last
    press(" ")
    expect(slider).to_have_value(str(last))
    assert found.page.locator(ROOT).get_by_text("alpha = ").first.text_content() == chosen


def test_a_key_acts_once_where_what_has_the_focus_uses_it(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    slider = hero(found)
    place = int(slider.input_value())
    slider.focus()
    press("ArrowRight")
    assert (int(slider.input_value()), position(root)) == (place + 1, 0)
    press("+")
    assert int(slider.input_value()) == place + 2
    press("End")
    assert position(root) == 0
    found.slider("Layer").focus()
    press("ArrowRight")
    assert position(root) == 1
    knob = root.locator(".handle[role=slider]").first
    knob.focus()
    before = float(knob.get_attribute("aria-valuenow"))
    press("ArrowRight")
    assert float(knob.get_attribute("aria-valuenow")) == pytest.approx(before + 1)
    assert position(root) == 1
    press(" ")
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "true")
    press(" ")
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "false")
    found.button("Step back").focus()
    at = position(root)
    press(" ")
    assert position(root) < at  # the button is pressed, and nothing plays
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "false")
    root.locator(".comparator[tabindex='0']").focus()
    at = position(root)
    press("ArrowRight")
    assert position(root) == at


def test_other_numbers_are_drawn_and_it_is_said_what_was_there(open_explorer):
    found = open_explorer(made("NetworkExplorer", values=[3, 1, 2]), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    said = root.locator(".diffsort-stagebar [role=status]")
    press("n")
    expect(said).to_have_text("random numbers, seed 1, in the place of your own numbers")
    press("n")
    expect(said).to_have_text("random, seed 2")
    press("+")
    expect(said).to_contain_text("space: play")
    press("Escape")
    shown = found.shown()
    assert (shown["preset"], shown["seed"], len(shown["values"])) == ("random", 2, 3)


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


def test_who_wants_no_motion_sees_alpha_stand(open_explorer):
    found = open_explorer(made("AlphaExplorer"), SCREENS[0], reduced_motion="reduce")
    enter(found)
    slider = hero(found)
    place = slider.input_value()
    found.page.keyboard.press(" ")
    found.page.wait_for_timeout(600)
    assert slider.input_value() == place
