"""What alpha does, drawn in the browser: dragged, moved by keys, pointed at; in both themes, in a
narrow page, printed, with colours that a system forces; in a notebook while its kernel sleeps."""

import re

import pytest
from pictures import drag
from spoken import controls

from explorer import AlphaExplorer
from explorer.scenes.sort_path import AlphaAxis

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
INK = """(node) => {
    const { width, height } = node;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(node, 0, 0);
    const ink = copy.getImageData(0, 0, width, height).data;
    const colours = {};
    for (let k = 0; k < ink.length; k += 4) {
        if (ink[k + 3] < 255) continue;
        const colour = [...ink.slice(k, k + 3)].join(' ');
        colours[colour] = (colours[colour] ?? 0) + 1;
    }
    return colours;
}"""
CUT = """() => {
    const svg = document.querySelector('.diffsort-picture svg');
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text, .handle')]
        .filter((node) => {
            const { left, right, top, bottom } = node.getBoundingClientRect();
            return left < box.left - 1 || right > box.right + 1 || top < box.top - 1
                || bottom > box.bottom + 1;
        })
        .map((node) => node.textContent);
}"""


@pytest.fixture
def show(open_explorer):
    def opened(values=X, *, viewport=(900, 1000), choices=None, **context):
        made = AlphaExplorer(values, **{"alpha": 0.12, **(choices or {})})
        return open_explorer(made, viewport, **context)

    return opened


def handle(found, name):
    label = name if name == "alpha" else f"{name}, of the soft maximum of (a, b)"
    points = found.page.get_by_role("group", name="Points to drag")
    return points.get_by_role("slider", name=label, exact=True)


def ink(found):
    return found.page.locator(".diffsort-picture canvas").evaluate(INK)


def drawn(found):
    return int(found.page.locator(".diffsort-picture").get_attribute("data-drawn"))


@pytest.mark.parametrize("name", ["a", "b", "alpha"])
def test_a_handle_is_dragged_and_the_choice_goes_with_it(show, name):
    found = show()
    before, seen = found.shown(), ink(found)
    box = handle(found, name).bounding_box()
    drag(found.page, handle(found, name), 60, 25)
    after = found.shown()
    assert after[name] > before[name]
    assert {**after, name: None} == {**before, name: None}
    moved = handle(found, name).bounding_box()
    if name != "b":  # the curves are then named at the other side
        assert moved["x"] == pytest.approx(box["x"] + 60, abs=3)
    if name != "a":
        assert moved["y"] == pytest.approx(box["y"], abs=1)
    assert ink(found) != seen
    drag(found.page, handle(found, name), 2000, 0)
    assert found.shown()[name] == {"a": 5, "b": 5, "alpha": "infinity"}[name]


def test_the_axes_hold_still_under_the_hand(show):
    found = show()
    b, mouse = handle(found, "b"), found.page.mouse
    box = b.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse.move(x, y)
    mouse.down()
    for k in (10, 40, 70, 100):
        mouse.move(x + k, y)
        now = b.bounding_box()
        assert now["x"] + now["width"] / 2 == pytest.approx(x + k, abs=2)
    mouse.up()
    assert b.bounding_box()["x"] > box["x"] + 110  # room for names is at the left


def test_keys_move_handles_and_say_where_they_are(show):
    found = show()
    a, alpha = handle(found, "a"), handle(found, "alpha")
    a.press("ArrowRight")
    assert found.shown()["a"] == 1.1
    assert re.fullmatch(r"a = 1\.1, soft maximum [\d.]+", a.get_attribute("aria-valuetext"))
    a.press("Shift+ArrowLeft")
    assert found.shown()["a"] == 0.1
    alpha.press("Home")
    assert alpha.get_attribute("aria-valuetext") == "alpha = 0 per unit"
    assert (
        found.slider("alpha").first.get_attribute("aria-valuetext")
        == "0 per standard deviation: mean"
    )
    alpha.press("End")
    assert found.shown()["alpha"] == "infinity"
    assert found.fragment().startswith("#v1&explorer=alpha&")


def test_a_key_on_the_slider_is_drawn_at_once_and_once(show):
    found = show()
    before, x = drawn(found), handle(found, "alpha").bounding_box()["x"]
    found.slider("alpha").first.press("ArrowRight")
    assert drawn(found) == before + 1
    assert handle(found, "alpha").bounding_box()["x"] > x


def test_a_link_is_a_state_and_one_that_cannot_be_drawn_is_refused(show):
    found = show(fragment="#v1&explorer=alpha&values=3,1,2&alpha=2/unit&a=-1.5&b=4")
    shown = found.shown()
    assert [shown[name] for name in ("values", "alpha", "a", "b")] == [[3, 1, 2], 2, -1.5, 4]
    found.follow("#v1&explorer=alpha&values=1e301,0")
    assert "must be within ±1e+300 to be drawn here" in found.refused()
    found.follow("#v1&explorer=alpha&a=7")
    assert "a must be a number in [-5, 5], got 7" in found.refused()
    assert found.shown() == shown


def test_what_is_pointed_at_is_told_beside_it(show):
    found = show()
    picture, tip = found.page.locator(".diffsort-picture svg"), found.page.locator(".tip")
    axis, box = AlphaAxis(-2, False), handle(found, "alpha").bounding_box()
    assert not tip.is_visible()
    spot = found.page.locator("text", has_text=re.compile("^7$")).bounding_box()
    svg = picture.bounding_box()
    y = spot["y"] + spot["height"] / 2 - svg["y"]
    x = box["x"] + box["width"] / 2 - svg["x"] + 100
    picture.hover(position={"x": x, "y": y})
    assert re.fullmatch(
        r"output 7 at alpha = [\d.]+ per unit: 4[12](\.\d+)? \(hard: 42\)", tip.inner_text()
    )
    assert axis.low < 0
    at = tip.bounding_box()
    assert svg["y"] <= at["y"]
    assert svg["x"] <= at["x"] <= at["x"] + at["width"] <= svg["x"] + svg["width"] + 1
    found.page.mouse.move(5, 5)
    assert not tip.is_visible()


@pytest.mark.parametrize(
    ("scheme", "accent", "last"),
    [("light", "194 24 91", "140 153 39"), ("dark", "255 111 159", "254 230 166")],
)
def test_ink_has_the_colours_of_its_theme(show, scheme, accent, last):
    found = show(color_scheme=scheme)
    colours = ink(found)
    assert colours.get(accent, 0) > 300
    assert colours.get(last, 0) > 100


def test_ink_is_the_systems_where_it_forces_its_own(show):
    found = show(forced_colors="active")
    colours = ink(found)
    assert not {"194 24 91", "140 153 39", "55 22 89"} & {*colours}
    assert colours.get("0 0 0", 0) > 300


def test_another_theme_is_drawn_while_the_page_stands(show):
    found = show(color_scheme="light")
    found.page.emulate_media(color_scheme="dark")
    found.page.wait_for_timeout(600)
    assert ink(found).get("255 111 159", 0) > 300


@pytest.mark.parametrize("width", [320, 400, 900, 1600])
def test_nothing_is_cut_at_any_width(show, width):
    found = show(viewport=(width, 900))
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate(CUT) == []
    box = found.page.locator(".diffsort-picture svg").bounding_box()
    canvas = found.page.locator(".diffsort-picture canvas").bounding_box()
    assert canvas == pytest.approx(box, abs=1)


def test_a_page_that_becomes_narrow_is_drawn_anew_below_one_another(show):
    found = show()
    height = found.page.locator(".diffsort-picture svg").bounding_box()["height"]
    found.page.set_viewport_size({"width": 400, "height": 900})
    found.page.wait_for_timeout(300)
    box = found.page.locator(".diffsort-picture svg").bounding_box()
    assert box["width"] <= 400
    assert box["height"] > 1.5 * height
    assert found.page.evaluate(CUT) == []


def test_it_is_printed_in_the_light_palette_at_three_times_the_size(show):
    found = show(color_scheme="dark")
    canvas = found.page.locator(".diffsort-picture canvas")
    wide = canvas.evaluate("node => node.width")
    found.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert canvas.evaluate("node => node.width") == pytest.approx(3 * wide, abs=3)
    assert ink(found).get("194 24 91", 0) > 1000
    found.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert canvas.evaluate("node => node.width") == wide


def test_every_control_has_a_name_and_none_stands_in_an_image(show):
    found = show()
    unnamed, seen = controls(found.page)
    assert unnamed == []
    assert seen > 10
    assert found.page.locator("[role=img] [tabindex]").count() == 0
    stops = found.page.locator(".diffsort-picture [tabindex]")
    assert stops.evaluate_all(
        "nodes => nodes.every(node => node.hasAttribute('data-lm-suppress-shortcuts'))"
    )


def test_it_follows_while_the_kernel_sleeps_and_the_kernel_hears_the_last(notebook):
    lab = notebook("AlphaExplorer([5, -1, 9.5, 13.2], alpha=0.12)")
    page, sentence = lab.page, lab.page.locator(".diffsort-sentence")
    points = page.get_by_role("group", name="Points to drag")
    a = points.get_by_role("slider", name="a, of the soft maximum of (a, b)", exact=True)
    with lab.asleep():
        drag(page, a, 60, 0)
        a.press("Home")
        assert "soft maximum of (-5, 0)" in sentence.inner_text()
        points.get_by_role("slider", name="alpha", exact=True).press("End")
        assert "alpha = infinity per unit" in sentence.inner_text()
    page.locator(".diffsort-silence", has_text="Nothing answers").wait_for(state="hidden")
    page.wait_for_timeout(500)
    assert lab.ask("(shown.state.a, shown.state.alpha)") == "(-5.0, inf)"
    assert lab.ask("shown.scene().description") == repr(sentence.inner_text())
    assert lab.problems == []
