"""The network in a page of one's own does what it does in a notebook: it is dragged, typed into,
played and followed back, by mouse, touch and keys, without a kernel."""

import json

import pytest
from pages import made
from pictures import ROOT, attribute, drag, settles, slider
from playwright.sync_api import expect
from spoken import controls

from explorer import __main__ as command

VALUES = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
FOCUSED = """() => {
    const node = document.activeElement;
    if (node === document.body) return null;
    const name = node.getAttribute('aria-label') ?? (node.labels?.[0] ?? node).textContent;
    return `${node.localName} ${name.trim()}`;
}"""
STOPS = """() => [...document.querySelectorAll(
        '.diffsort :is(button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)')]
    .filter((node) => node.checkVisibility())
    .length"""
POSITIONS = """() => {
    const root = document.querySelector('.diffsort-network');
    window.positions = new Set();
    new MutationObserver(() => positions.add(root.dataset.position))
        .observe(root, { attributeFilter: ['data-position'] });
}"""


@pytest.fixture
def show(open_page):
    """Open a page with an explorer; at the end all pages must be without a problem."""
    found = []

    def opened(values=VALUES, alpha=0.12, *, fragment="", choices=None, **context):
        with made(values, alpha=alpha, **choices or {}) as explorer:
            text = explorer.page()
        found.append(open_page(text, fragment, **context))
        return found[-1]

    yield opened
    for each in found:
        assert each.problems == []


def title(found):
    return found.page.locator("h3").inner_text()


def test_alpha_is_set_by_keys_and_by_mouse(show):
    found = show()
    alpha = found.slider("alpha")
    for key, words in [("End", "alpha = infinity per unit"), ("Home", "alpha = 0 per unit")]:
        alpha.press(key)
        assert title(found) == f"Bitonic network on 8 wires, smoothmax, {words}"
    assert set(outputs(found)) == {"15.43"}
    assert alpha.get_attribute("aria-valuetext") == "0 per standard deviation: mean"
    box = alpha.bounding_box()
    alpha.click(position={"x": box["width"] - 2, "y": box["height"] / 2})
    assert found.shown()["alpha"] == "infinity"
    assert outputs(found) == ["-1", "5", "9.5", "13.2", "16.2", "18", "20.5", "42"]
    alpha.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    assert 0.5 < found.shown()["alpha"] < 5


def test_a_hand_on_a_value_fixes_an_alpha_that_nobody_chose_and_holds_its_unit_still(show):
    found = show(alpha=None)
    page, alpha = found.page, found.slider("alpha")
    assert found.shown()["alpha"] is None
    hand = page.get_by_role("slider", name="Input on wire 0").first
    hand.focus()
    handle = hand.bounding_box()
    x, y = (handle[at] + handle[size] / 2 for at, size in (("x", "width"), ("y", "height")))
    before = alpha.get_attribute("aria-valuetext")
    assert before == "7.144 per standard deviation, 0.5938 per unit of your values"
    soft = outputs(found)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=5)
    expect(page.locator("text.output tspan")).not_to_have_text(soft)
    assert alpha.get_attribute("aria-valuetext") == before
    assert "alpha = 0.5938 per unit" in title(found)
    page.mouse.up()
    expect(alpha).not_to_have_attribute("aria-valuetext", before)
    assert alpha.get_attribute("aria-valuetext").endswith(", 0.5938 per unit of your values")
    assert found.shown()["alpha"] == pytest.approx(0.5938, rel=1e-3)
    found.page.get_by_role("button", name="Reset").click()
    expect(alpha).to_have_attribute("aria-valuetext", before)


def outputs(found):
    return found.page.locator("text.output tspan").all_text_contents()


def test_numbers_are_pasted_and_a_text_that_is_none_is_refused_in_words(show):
    found = show()
    field = found.page.get_by_label("your numbers")
    field.fill("7; 3,5; 1")
    field.press("Enter")
    assert found.shown()["values"] == [7, 3.5, 1]
    assert field.input_value() == "7, 3.5, 1"
    assert "Read 3,5 as 3.5: commas as decimal signs." in found.page.inner_text("main")
    field.fill("7, five")
    field.press("Enter")
    message = found.page.locator(".diffsort-folds .diffsort-message")
    assert message.inner_text() == (
        "values must be numbers such as 5, -1, 9.5; got 'five'. The old value stays."
    )
    assert field.input_value() == "7, five"
    assert field.get_attribute("aria-invalid") == "true"
    assert found.shown()["values"] == [7, 3.5, 1]
    field.fill(" ".join("1" * 65))
    field.press("Enter")
    assert "values must hold at most 64 numbers in NetworkExplorer, got 65" in message.inner_text()
    field.fill("2\n1\n")
    field.press("Enter")
    assert message.text_content() == ""
    assert found.shown()["values"] == [2, 1]
    assert found.fragment().startswith("#v1&explorer=network&values=2,1&")


def test_a_preset_draws_as_many_numbers_as_there_are_wires(show):
    found = show()
    found.page.get_by_label("numbers", exact=True).select_option("random")
    first = found.shown()["values"]
    assert len(set(first)) == 8
    found.page.get_by_label("random seed").fill("1")
    found.page.get_by_label("random seed").press("Enter")
    found.page.get_by_label("wires", exact=True).fill("5")
    found.page.get_by_label("wires", exact=True).press("Enter")
    with made(VALUES[:5]) as explorer:
        explorer.state.update(preset="random", seed=1)
        assert found.shown()["values"] == list(explorer.state.values)
    found.button("Reset").click()
    assert found.shown()["values"] == VALUES


@pytest.mark.parametrize(("kind", "by"), [("", (20, 0)), (".vertical", (0, -40))])
def test_an_input_is_dragged_with_the_mouse(show, kind, by):
    found = show()
    handle = found.page.locator(f".handle{kind or ':not(.vertical)'}").nth(1)
    handle.scroll_into_view_if_needed()
    drag(found.page, handle, *by)
    changed = found.shown()["values"]
    assert changed[1] > 1
    assert changed[:1] + changed[2:] == VALUES[:1] + VALUES[2:]
    assert found.shown()["preset"] == "own numbers"


@pytest.mark.parametrize(("kind", "by"), [("", (20, 0)), (".vertical", (0, -60))])
def test_an_input_is_dragged_with_a_finger_and_the_page_stands_still(show, kind, by):
    found = show(has_touch=True, viewport={"width": 800, "height": 500})
    handle = found.page.locator(f".handle{kind or ':not(.vertical)'}").nth(1)
    handle.evaluate("node => node.scrollIntoView({ block: 'end' })")  # the page could scroll on
    found.page.wait_for_timeout(300)
    touch(found.page, handle, *by)
    changed = found.shown()["values"]
    assert changed[1] > 1
    assert changed[:1] + changed[2:] == VALUES[:1] + VALUES[2:]


def test_a_finger_elsewhere_in_the_picture_scrolls_the_page(show):
    found = show(has_touch=True, viewport={"width": 800, "height": 500})
    picture = found.page.locator(".picture svg")
    before = found.page.evaluate("scrollY")
    touch(found.page, picture, 0, -100, still=False)
    assert found.page.evaluate("scrollY") > before + 50
    assert found.shown()["values"] == VALUES


def touch(page, node, dx, dy, still=True):
    """Put a finger on the middle of what is to be seen of a node, and draw it along."""
    session = page.context.new_cdp_session(page)
    box = node.bounding_box()
    bottom = min(box["y"] + box["height"], page.viewport_size["height"])
    x, y = box["x"] + box["width"] / 2, (max(box["y"], 0) + bottom) / 2
    scrolled = page.evaluate("scrollY")

    def send(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", {"x": x, "y": y})
    for k in range(1, 11):
        send("touchMove", {"x": x + dx * k / 10, "y": y + dy * k / 10})
    send("touchEnd")
    page.wait_for_timeout(300)
    if still:
        assert page.evaluate("scrollY") == scrolled


def test_it_is_played_to_the_end(show):
    found = show()
    found.page.get_by_label("Speed").select_option("4")
    found.button("Play").click()
    found.button("Pause").wait_for()
    settles(found.page, "root.dataset.playing === 'false' && root.dataset.layer === '6'")
    assert found.page.locator(f"{ROOT} .sentence").inner_text().startswith("After layer 6 of 6")
    assert found.fragment() == ""


def test_a_click_on_an_output_follows_its_gradient_and_another_ends_it(show):
    found = show()
    output = found.page.locator("text.output").nth(5)
    output.click()
    assert found.shown()["flow"] == 5
    assert found.page.get_by_label("gradient of output").input_value() == "5"
    assert found.fragment().endswith("&flow=5")
    found.button("Play backwards").wait_for()
    output.click()
    assert found.shown()["flow"] is None


def test_the_tab_key_reaches_every_control_and_each_has_a_spoken_name(show):
    found = show()
    found.button("Share").click()
    unnamed, seen = controls(found.page)
    assert unnamed == []
    assert seen > 30
    found.page.locator("h1").click()
    reached = []
    for _ in range(seen + 5):
        found.page.keyboard.press("Tab")
        name = found.page.evaluate(FOCUSED)
        if name is None or name in reached:
            break
        reached.append(name)
        assert found.page.evaluate("document.activeElement.matches(':focus-visible')")
    assert len(reached) == found.page.evaluate(STOPS)
    order = ["alpha", "button Play", "Layer", "Speed"]
    order += ["Comparator on wires 0 and 1, layer 1", "Input on wire 0", "Input on wire 7"]
    order += ["Numbers", "your numbers", "More", "relaxation"]
    order += ["Reset", "Share", "Save page", "choices as text", "open a file"]
    places = [next(k for k, name in enumerate(reached) if words in name) for words in order]
    assert places == sorted(places)


def test_it_is_all_done_by_keys(show):
    found = show()
    press = found.page.keyboard.press
    found.slider("Input on wire 1").focus()
    press("ArrowUp")
    assert found.shown()["values"][1] > -1
    found.page.get_by_role("img", name="Comparator on wires 0 and 1, layer 1").focus()
    press("ArrowRight")
    assert "layer 2" in found.page.locator(".card").inner_text()
    found.page.get_by_label("gradient of output").focus()
    found.page.keyboard.type("3")
    press("Enter")
    assert found.shown()["flow"] == 3
    found.button("Play backwards").focus()
    press("Enter")
    assert attribute(found.page, "data-playing") == "true"
    press("Enter")
    assert attribute(found.page, "data-playing") == "false"
    found.button("Share").focus()
    press("Enter")
    found.page.locator(".diffsort-toolbar textarea").focus()
    press("ControlOrMeta+a")
    found.page.keyboard.type('{"alpha": 3}')
    press("Tab")
    press("Enter")
    assert "alpha = 3 per unit" in title(found)
    assert found.page.evaluate(FOCUSED) == "button Use this text"
    assert json.loads(found.page.locator(".diffsort-toolbar textarea").input_value()) == {
        "alpha": 3
    }


def test_who_wants_no_motion_sees_beat_after_beat(show):
    found = show(reduced_motion="reduce")
    slider(found.page, "Layer").press("Home")  # since it rests on its end at first
    found.page.evaluate(POSITIONS)
    found.page.get_by_label("Speed").select_option("4")
    found.button("Play").click()
    settles(found.page, "root.dataset.playing === 'false' && root.dataset.layer === '6'")
    positions = found.page.evaluate("[...positions]")
    assert {float(each) % 1 for each in positions} == {0, 0.25, 0.5}
    assert {1, 2, 3, 4, 5, 6} <= {float(each) for each in positions}


def test_64_wires_are_dragged_played_and_saved(show, tmp_path):
    found = show(range(64), 1)
    expect(found.page.locator("text.output")).to_have_count(16)  # every fourth has room
    handle = found.slider("Input on wire 0")
    handle.scroll_into_view_if_needed()
    drag(found.page, handle, 40, 0)
    changed = found.shown()["values"]
    assert changed[0] > 10
    found.page.get_by_label("Speed").select_option("4")
    found.button("Play").click()
    found.button("Step forward").click()
    text = found.saved(tmp_path / "saved.html")
    assert len(text.encode()) <= 250_000  # a second of 2 Mbit/s
    assert found.fragment().startswith(f"#v1&explorer=network&values={changed[0]:g},1,2,3,4,")


def test_an_exported_page_lives(open_page, tmp_path):
    path = tmp_path / "sort.html"
    assert command.main(["export", str(path), "--values", "-1,5,3", "--alpha", "infinity"]) == 0
    found = open_page(path.read_bytes().decode())
    assert outputs(found) == ["-1", "3", "5"]
    assert found.page.title() == "A soft sorting network"
    assert found.problems == []
