"""A comparator looked at, and the parts of a layer stepped through, in a page opened from disk."""

import pages
import pytest
from pictures import ROOT, attribute, settles

from explorer import NetworkExplorer

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
ARROWS = f"{ROOT} .comparator"
CARD = f"{ROOT} .card"
CUT = """async () => {
    const outside = [];
    for (const node of document.querySelectorAll('.comparator')) {
        node.focus({ preventScroll: %s });
        await new Promise(requestAnimationFrame);
        const { left, top, right, bottom, width } =
            document.querySelector('.card').getBoundingClientRect();
        const inside = width > 200 && left >= 0 && top >= 0 && right <= innerWidth &&
            bottom <= innerHeight;
        const seen = document.activeElement === node && inside; // not the card of another
        if (!seen) outside.push([node.ariaLabel, left, top, right, bottom]);
    }
    return outside;
}"""


@pytest.fixture
def show(chromium, tmp_path):
    with pages.opening(chromium, tmp_path) as opened:

        def shown(values=X, size=(1366, 768), **choices):
            explorer = NetworkExplorer(values, **{"alpha": 0.12, **choices})
            text = explorer.page()
            explorer.close()
            found = opened(text, viewport={"width": size[0], "height": size[1]})
            settles(found.page, "root.dataset.ink === 'rest'")
            return found.page

        yield shown


def ink(page):
    page.wait_for_timeout(200)
    return page.locator(f"{ROOT} canvas").first.evaluate("node => node.toDataURL()")


@pytest.mark.parametrize("n", [8, 32])
@pytest.mark.parametrize("size", [(1366, 768), (400, 700)])
@pytest.mark.parametrize("scrolled", [False, True])
def test_the_card_of_every_comparator_is_inside_the_window(show, n, size, scrolled):
    page = show([(37 * k) % 101 / 3 - 11 for k in range(n)], size)
    page.locator(ARROWS).first.wait_for(state="attached")
    assert page.evaluate(CUT % ("false" if scrolled else "true")) == []


def test_the_card_stands_at_the_pointer_catches_none_and_goes_with_escape(show):
    page = show()
    page.locator(f"{ROOT} .diffsort-bar").evaluate("node => node.scrollIntoView()")
    card = page.locator(CARD)
    assert not card.is_visible()
    page.locator(ARROWS).nth(12).locator(".hit").hover(force=True)
    assert card.is_visible()
    assert card.evaluate("node => getComputedStyle(node).pointerEvents") == "none"
    seen, arrow = card.bounding_box(), page.locator(ARROWS).nth(12).bounding_box()
    assert abs(seen["x"] - arrow["x"]) < 60 + seen["width"]
    assert seen["x"] > arrow["x"] + arrow["width"] or seen["x"] + seen["width"] < arrow["x"]
    page.mouse.move(0, 0)
    assert not card.is_visible()
    page.locator(ARROWS).nth(12).focus()
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_pointing_at_a_comparator_lights_both_of_its_wires_and_wins_over_the_strand(show):
    page = show()
    rest = ink(page)
    page.locator(ARROWS).nth(0).focus()
    one = ink(page)
    page.locator(ARROWS).nth(1).focus()
    other = ink(page)
    page.evaluate("document.activeElement.blur()")
    assert ink(page) == rest
    assert len({rest, one, other}) == 3
    page.locator(ARROWS).nth(0).locator(".hit").hover(force=True)
    assert ink(page) == one


def test_arrows_say_by_their_form_what_exchanges(show):
    page = show(alpha=float("inf"))
    marks = page.evaluate(f"""() => [...document.querySelectorAll('{ARROWS}')].map((node) => [
        node.dataset.exchanges,
        getComputedStyle(node.querySelector('.crossing')).display !== 'none',
        getComputedStyle(node.querySelector('line:not(.hit)')).strokeDasharray === 'none'])""")
    assert {tuple(mark) for mark in marks} == {("true", True, True), ("false", False, False)}
    assert [mark[0] for mark in marks[:4]] == ["true", "true", "false", "false"]


def test_a_layer_is_stepped_through_beat_by_beat_with_buttons_and_keys(show):
    page = show()
    places = lambda: attribute(page, "data-position")  # noqa: E731
    for beat in ("0.250", "0.500", "1.000", "1.250"):
        page.get_by_role("button", name="Beat forward").click()
        assert places() == beat
    for key, beat in [
        (",", "1.000"),
        (".", "1.250"),
        ("Shift+ArrowRight", "1.500"),
        ("Shift+ArrowLeft", "1.250"),
        ("ArrowRight", "2.000"),
        ("ArrowLeft", "1.000"),
        ("Control+.", "1.000"),
    ]:
        page.keyboard.press(key)
        assert places() == beat
    page.get_by_role("button", name="Beat back").click()
    assert places() == "0.500"
    page.locator(ARROWS).nth(0).focus()
    page.keyboard.press("Shift+ArrowRight")
    assert places() == "1.000"
    assert "layer 1" in page.locator(CARD).inner_text()


def test_the_bar_has_at_most_seven_stops_and_each_says_what_it_does(show):
    stops = show().locator(".diffsort-bar :is(button, input, select)")
    assert stops.count() <= 7
    assert all(stop.get_attribute("title") for stop in stops.all())
