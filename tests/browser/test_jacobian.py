"""The Jacobians in the browser: a cell that is pointed at, tapped or typed has its paths in the
network below, whose inputs are dragged; in both themes and any width."""

import re

import pytest
from pictures import ROOT, drag
from playwright.sync_api import expect
from test_alpha import CUT, drawn, ink

from explorer import JacobianExplorer

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
PICTURE = ".diffsort-picture svg"


@pytest.fixture
def show(open_explorer):
    def opened(values=X, *, viewport=(1100, 1000), choices=None, **context):
        made = JacobianExplorer(values, **{"alpha": 0.12, "sigma": 2.0, **(choices or {})})
        return open_explorer(made, viewport, **context)

    return opened


def cell(found, out, into, n=8):
    """Where a cell of d sort / d x is: the ticks of both axes say so."""
    names = found.page.locator(f"{PICTURE} text").evaluate_all(
        "nodes => nodes.map(node => [node.textContent, +node.getAttribute('x'),"
        " +node.getAttribute('y'), node.getAttribute('text-anchor')])"
    )
    start = next(x for words, x, *_ in names if words.startswith("d sort / d x"))
    inside = [name for name in names if start - 30 < name[1] < start + 300]
    x = next(x for words, x, _, anchor in inside if words == str(into) and anchor == "middle")
    y = next(y for words, _, y, anchor in inside if words == str(out) and anchor == "end") - 4
    return {"x": x, "y": y}


def paths(found):
    return found.page.locator(ROOT)


def test_a_cell_pointed_at_is_told_framed_and_has_its_paths_below(show):
    found = show()
    hint = found.page.get_by_text("Point at a cell of d sort / d x")
    assert hint.is_visible()
    assert paths(found).count() == 0
    accent = ink(found).get("194 24 91", 0)
    found.page.locator(PICTURE).hover(position=cell(found, 3, 1))
    assert re.fullmatch(
        r"d sorted\[3\] / d x\[1\] = 0\.09\d+ \(x\[1\] = -1\)",
        found.page.locator(".tip").inner_text(),
    )
    shown = found.shown()
    assert (shown["out"], shown["into"]) == (3, 1)
    assert not hint.is_visible()
    assert "d sorted[3] / d x[1] = 0.09" in paths(found).locator(".sentence").inner_text()
    assert ink(found).get("194 24 91", 0) > accent + 50
    found.page.locator(PICTURE).hover(position=cell(found, 6, 6))
    assert "d sorted[6] / d x[6] = " in paths(found).locator(".sentence").inner_text()
    expect(paths(found)).to_have_count(1)


def test_a_cell_that_is_tapped_is_chosen(show):
    found = show(has_touch=True)
    at, box = cell(found, 7, 6), found.page.locator(PICTURE).bounding_box()
    found.page.touchscreen.tap(box["x"] + at["x"], box["y"] + at["y"])
    shown = found.shown()
    assert (shown["out"], shown["into"]) == (7, 6)


def test_fields_choose_a_cell_and_words_say_why_there_are_no_paths(show):
    found = show()
    out = found.page.get_by_label("paths to output")
    into = found.page.get_by_label("from input")
    out.fill("9")
    out.press("Enter")
    assert found.page.get_by_text("There is no output 9: they go from 0 to 7.").is_visible()
    out.fill("3")
    out.press("Enter")
    assert found.page.get_by_text("To see paths, choose an input, too.").is_visible()
    into.fill("1")
    into.press("Enter")
    assert paths(found).is_visible()
    into.fill("")
    into.press("Enter")
    assert not paths(found).is_visible()


def test_an_input_is_dragged_in_the_network_and_everything_follows(show):
    found = show(choices={"out": 3, "into": 1})
    handle = paths(found).get_by_role("slider", name="Input on wire 1", exact=True)
    drag(found.page, handle, 30, 0)
    values = found.shown()["values"]
    assert values[1] > -1
    assert values[:1] + values[2:] == X[:1] + X[2:]
    checks = found.page.locator(".diffsort-checks li").all_inner_texts()
    assert "derivatives of the sort" in checks[0]


def test_a_key_on_alpha_is_drawn_once_and_the_paths_follow(show):
    found = show(choices={"out": 3, "into": 1})
    before, words = drawn(found), paths(found).locator(".sentence").inner_text()
    found.slider("alpha").press("ArrowRight")
    assert drawn(found) == before + 1
    assert paths(found).locator(".sentence").inner_text() != words
    found.slider("alpha").press("End")
    checks = found.page.locator(".diffsort-checks li")
    assert checks.nth(1).locator("b").get_attribute("aria-label") == "good"
    assert checks.nth(1).get_attribute("class") == "good"
    found.slider("alpha").press("Home")
    assert "no derivative of the sort is negative" in checks.nth(1).inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_positive_is_blue_and_the_frame_has_the_accent_of_its_theme(show, scheme):
    found = show(color_scheme=scheme, choices={"out": 3, "into": 1, "alpha": float("inf")})
    colours = ink(found)
    assert colours.get("47 126 216", 0) > 1000
    assert colours.get("194 24 91" if scheme == "light" else "255 111 159", 0) > 50


@pytest.mark.parametrize("width", [320, 400, 760, 1366])
@pytest.mark.parametrize("n", [8, 64])
def test_nothing_is_cut_at_any_width(show, width, n):
    found = show([7 * k % 64 - 20 for k in range(n)], viewport=(width, 900))
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate(CUT) == []
