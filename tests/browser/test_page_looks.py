"""What a page of one's own looks like: dark and light, on paper, in forced colours, narrow and
wide."""

import pytest
from pages import described, text_of
from pictures import drag

BACK = "getComputedStyle(document.body).backgroundColor"
ACCENT = "getComputedStyle(document.querySelector('.diffsort')).getPropertyValue('--ds-accent')"
LIGHT = ["rgb(255, 255, 255)", "#c2185b"]
DARK = ["rgb(17, 17, 17)", "#ff6f9f"]
PRINTED = f"""() => addEventListener("beforeprint", () => {{
    const [still, moving] = document.querySelectorAll("canvas");
    window.printed = [{ACCENT}, still.toDataURL()];
}})"""
GREEN_AND_BLACK = """() => {
    const [still] = document.querySelectorAll("canvas");
    const { data } = still.getContext("2d").getImageData(0, 0, still.width, still.height);
    const inked = Array.from({ length: data.length / 4 }, (_, k) => data.slice(4 * k, 4 * k + 4))
        .filter(([, , , opaque]) => opaque === 255);
    const green = ([red, green, blue]) => green > red + 60 && green > blue + 60;
    return [green, (each) => !each[0] && !each[1] && !each[2]]
        .map((kind) => inked.filter(kind).length);
}"""
CUT = """() => {
    const wide = document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('.diffsort *, h1')]
        .filter((node) => node.checkVisibility() && !node.closest('.diffsort-spoken'))
        .filter((node) => !node.children.length || node.matches('button, select, text'))
        .filter((node) => {
            const { left, right, width } = node.getBoundingClientRect();
            const own = node.matches('button, h1, p, label') && node.scrollWidth > node.clientWidth
                && node.clientWidth;
            return width && (left < 0 || right > wide || own);
        })
        .map((node) => node.outerHTML.slice(0, 100));
    const picture = document.querySelector('.picture');
    const scrolls = [document.documentElement, picture]
        .some((node) => node.scrollWidth > node.clientWidth);
    return [cut, scrolls];
}"""
PAGES = {8: {"values": [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18], "alpha": 0.12}}
PAGES[64] = {"values": range(64)}


@pytest.fixture
def show(open_page):
    found = []

    def opened(n=8, title="Sorted", **context):
        setup, choices = described(**PAGES[n])
        found.append(open_page(text_of(setup, choices, title=title), **context))
        return found[-1]

    yield opened
    for each in found:
        assert each.problems == []


def looks(found):
    ink = found.ink()
    return found.page.evaluate(f"[{BACK}, {ACCENT}]"), ink


def test_it_is_dark_where_the_system_is_and_hears_of_a_change(show):
    light, dark = looks(show(color_scheme="light")), looks(show(color_scheme="dark"))
    assert light[0] == LIGHT
    assert dark[0] == DARK
    assert light[1] != dark[1]
    found = show(color_scheme="dark")
    for scheme, look in [("light", light), ("dark", dark)]:
        found.page.emulate_media(color_scheme=scheme)
        assert looks(found) == look
        body = found.page.evaluate("document.body.dataset.jpThemeLight")
        assert body == str(scheme == "light").lower()


def test_it_is_light_on_paper_and_dark_again_on_the_screen(show):
    printed = []
    for scheme in ("light", "dark"):
        found = show(color_scheme=scheme)
        found.page.evaluate(PRINTED)
        before = looks(found)
        assert found.page.pdf().count(b"/Type /Page\n") == 1
        printed.append(found.page.evaluate("printed"))
        assert looks(found) == before
    assert printed[0] == printed[1]
    assert printed[0][0] == LIGHT[1]


def test_paper_has_no_buttons(show):
    found = show()
    found.page.emulate_media(media="print")
    assert found.page.locator("button:visible").count() == 0
    assert found.page.locator("canvas").first.is_visible()
    assert found.page.get_by_label("alpha").is_visible()


def test_forced_colours_are_the_pictures_too(show):
    plain, forced = show(), show(forced_colors="active")
    assert plain.page.evaluate(GREEN_AND_BLACK)[0] > 100
    green, black = forced.page.evaluate(GREEN_AND_BLACK)
    assert green == 0
    assert black > 100
    drag(forced.page, forced.slider("Input on wire 1"), 20, 0)
    assert forced.shown()["values"][1] > 0
    text = "getComputedStyle(document.querySelector('.picture text')).fill"
    canvas = "getComputedStyle(document.querySelector('.diffsort h3')).color"
    assert forced.page.evaluate(text) == forced.page.evaluate(canvas)


@pytest.mark.parametrize("n", PAGES)
@pytest.mark.parametrize("width", [400, 1600])
def test_nothing_is_cut_off_narrow_or_wide(show, n, width):
    found = show(n, "A title of " + "words " * 20, viewport={"width": width, "height": 900})
    assert found.page.evaluate(CUT) == [[], False]
    found.button("Share").click()
    assert found.page.evaluate(CUT) == [[], False]
    picture = found.page.locator(".picture").bounding_box()
    assert picture["width"] >= min(width - 40, 1300)
    sides = picture["x"], width - picture["x"] - picture["width"]
    assert sides[0] == pytest.approx(sides[1], abs=1)


def test_a_long_refused_link_is_not_cut_off(show):
    found = show(viewport={"width": 400, "height": 900})
    found.follow("#v1&explorer=" + "W" * 400)
    assert found.refused()
    assert found.page.evaluate(CUT) == [[], False]


def test_the_title_stands_over_the_controls_and_explorers_apart(open_page):
    setup, choices = described()
    found = open_page(text_of(setup, choices, choices))
    left = found.page.locator("h1").bounding_box()["x"]
    assert left == found.page.locator("h3").first.bounding_box()["x"]
    first, second = (found.explorer(index).bounding_box() for index in (0, 1))
    assert second["y"] - first["y"] - first["height"] >= 24
    names = found.page.locator("section").evaluate_all("all => all.map((each) => each.ariaLabel)")
    assert names == ["network", "network 2"]
    assert found.problems == []
