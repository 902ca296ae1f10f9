"""Soft ranks, drawn in the browser: values and sigma dragged and moved by keys, a value chosen by
a click, what is pointed at; in both themes, in a narrow page, with colours that a system forces; in
a notebook while its kernel sleeps."""

import re

import pytest
from pictures import drag
from playwright.sync_api import expect
from spoken import controls
from test_alpha import CUT, INK

from explorer import RankingExplorer

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]


@pytest.fixture
def show(open_explorer):
    def opened(values=X, *, viewport=(900, 1000), choices=None, **context):
        made = RankingExplorer(values, **{"alpha": 0.3, "sigma": 2.0, **(choices or {})})
        return open_explorer(made, viewport, **context)

    return opened


def handle(found, label):
    points = found.page.get_by_role("group", name="Points to drag")
    return points.get_by_role("slider", name=label, exact=True)


def ink(found):
    return found.page.locator(".diffsort-picture canvas").evaluate(INK)


def middle(found, label):
    box = handle(found, label).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_value_is_dragged_with_its_kernel_on_axes_that_hold_still(show):
    found = show()
    mouse, label = found.page.mouse, "Value on wire 0"
    x, y = middle(found, label)
    seen = ink(found)
    mouse.move(x, y)
    mouse.down()
    expect(found.page.get_by_text("the kernel around x[0]")).to_have_count(1)
    for k in (10, 40, 90, 200):
        mouse.move(x + k, y + 5)
        assert middle(found, label) == pytest.approx((x + k, y), abs=2)
    mouse.up()
    shown = found.shown()
    assert shown["values"][0] > 8
    assert shown["values"][1:] == X[1:]
    assert shown["ranking_focus"] == 0
    assert ink(found) != seen


@pytest.mark.parametrize(
    ("label", "by"), [("Sigma: the width of the kernel", 60), ("Sigma, among its curves", -60)]
)
def test_sigma_is_dragged_on_the_kernel_and_among_the_curves(show, label, by):
    found = show()
    before, x = found.shown(), middle(found, label)[0]
    drag(found.page, handle(found, label), by, 20)
    after = found.shown()
    assert (after["sigma"] > before["sigma"]) == (by > 0)
    assert middle(found, label)[0] == pytest.approx(x + by, abs=2)
    assert {**after, "sigma": 0} == {**before, "sigma": 0}
    words = handle(found, "Sigma, among its curves").get_attribute("aria-valuetext")
    assert re.fullmatch(r"sigma = [\d.]+ units of value", words)


def test_keys_move_values_and_say_where_they_are(show):
    found = show()
    value = handle(found, "Value on wire 0")
    value.press("ArrowRight")
    assert found.shown()["values"][0] == 5.5
    assert value.get_attribute("aria-valuetext") == "5.5"
    value.press("Shift+ArrowLeft")
    assert found.shown()["values"][0] == 0.5
    assert found.shown()["ranking_focus"] == 0
    assert found.fragment().startswith("#v1&explorer=ranking&")


def test_a_click_on_a_row_or_a_value_chooses_it_and_pointing_only_tells(show):
    found = show()
    picture, tip = found.page.locator(".diffsort-picture svg"), found.page.locator(".tip")
    rows = found.page.locator("text[text-anchor=end]", has_text=re.compile("^6$"))
    row = rows.first.bounding_box()
    svg = picture.bounding_box()
    place = {"x": row["x"] - svg["x"] + 60, "y": row["y"] + row["height"] / 2 - svg["y"]}
    picture.hover(position=place)
    told = r"wire 6 \(x = 42\) and place \d \(at [-\d.e]+\): a share of [\d.e-]+"
    assert re.fullmatch(told, tip.inner_text())
    assert found.shown()["ranking_focus"] == 4
    picture.click(position=place)
    assert found.shown()["ranking_focus"] == 6
    expect(found.page.get_by_text("the kernel around x[6]")).to_have_count(1)
    handle(found, "Value on wire 3").click()
    assert found.shown()["ranking_focus"] == 3
    assert found.shown()["values"] == X
    field = found.page.get_by_role("spinbutton", name="kernel around wire")
    field.fill("1")
    field.press("Enter")
    expect(found.page.get_by_text("the kernel around x[1]")).to_have_count(1)


def test_of_many_values_the_clicked_one_can_be_dragged(show):
    found = show([*range(30)], choices={"ranking_focus": 3})
    expect(handle(found, "Value on wire 3")).to_have_count(1)
    found.page.get_by_role("spinbutton", name="kernel around wire").fill("9")
    found.page.keyboard.press("Enter")
    expect(handle(found, "Value on wire 9")).to_have_count(1)
    assert handle(found, "Value on wire 3").count() == 0


def test_the_argsort_is_shown_by_its_switch(show):
    found = show()
    found.page.get_by_label("argsort: where each place came from").check()
    expect(found.page.get_by_text("soft argsort against sigma")).to_have_count(1)
    assert "Soft argsort: place" in found.page.locator(".diffsort-sentence").inner_text()


def test_a_link_is_a_state_and_one_that_cannot_be_drawn_is_refused(show):
    found = show(fragment="#v1&explorer=ranking&values=3,1,2&ranking_focus=1&sigma=0.25")
    shown = found.shown()
    names = ("values", "ranking_focus", "sigma")
    assert [shown[name] for name in names] == [[3, 1, 2], 1, 0.25]
    found.follow("#v1&explorer=ranking&values=1e101,0")
    assert "values must be within ±1e+100 and equal or 1e-100 apart here" in found.refused()
    assert found.shown() == shown


@pytest.mark.parametrize(
    ("scheme", "accent", "last"),
    [("light", "194 24 91", "140 153 39"), ("dark", "255 111 159", "254 230 166")],
)
def test_ink_and_handles_have_the_colours_of_their_theme(show, scheme, accent, last):
    found = show(color_scheme=scheme)
    colours = ink(found)
    assert colours.get(accent, 0) > 100
    assert colours.get(last, 0) > 100
    rims = [
        handle(found, f"Value on wire {wire}").evaluate("node => getComputedStyle(node).stroke")
        for wire in range(8)
    ]
    assert rims[6] == f"rgb({last.replace(' ', ', ')})"
    assert len({*rims}) == 8


def test_ink_is_the_systems_where_it_forces_its_own(show):
    found = show(forced_colors="active")
    colours = ink(found)
    assert not {"194 24 91", "140 153 39", "55 22 89"} & {*colours}
    assert colours.get("0 0 0", 0) > 300


@pytest.mark.parametrize("width", [320, 400, 760, 1366])
@pytest.mark.parametrize("values", [X, [3.0], [2, 1, 1, 5, 1, 2, 2, 2, 5, 5, 5, 1]])
def test_nothing_is_cut_at_any_width(show, width, values):
    found = show(values, viewport=(width, 900))
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate(CUT) == []


def test_every_control_has_a_name(show):
    found = show()
    unnamed, seen = controls(found.page)
    assert unnamed == []
    assert seen > 18


def test_it_follows_while_the_kernel_sleeps_and_the_kernel_hears_the_last(notebook):
    lab = notebook("RankingExplorer([5, -1, 9.5, 13.2], alpha=0.3, sigma=2)")
    page, sentence = lab.page, lab.page.locator(".diffsort-sentence")
    points = page.get_by_role("group", name="Points to drag")
    value = points.get_by_role("slider", name="Value on wire 2", exact=True)
    with lab.asleep():
        drag(page, value, 60, 0)
        value.press("Home")
        points.get_by_role("slider", name="Sigma, among its curves", exact=True).press("Home")
        assert "sigma = 0.001 units of value" in sentence.inner_text()
    page.locator(".diffsort-silence", has_text="Nothing answers").wait_for(state="hidden")
    page.wait_for_timeout(500)
    assert lab.ask("(shown.state.ranking_focus, shown.state.sigma)") == "(2, 0.001)"
    assert lab.ask("shown.scene().description") == repr(sentence.inner_text())
    assert lab.problems == []
