"""Names of values are read where the values are: at handles, in hovers, in the box of numbers, and
as text, whatever they hold."""

from itertools import product

import pytest
from playwright.sync_api import expect

import explorer as package
from explorer import JacobianExplorer, NetworkExplorer, RankingExplorer
from explorer.explorers.live import LiveExplorer

MOUNTAINS = {"Everest": 8848, "K2": 8611, "<b>Lhotse</b>": 8516, "Nanga Parbat": 8126}


@pytest.fixture
def opened(open_page):
    """Open a page with an explorer of a class; at the end it must be without a problem."""
    found = []

    def show(of, values=MOUNTAINS, **choices):
        explorer = of(values, alpha=0.01, **choices)
        found.append(open_page(explorer.page()))
        explorer.close()
        return found[-1].page

    yield show
    for each in found:
        assert each.problems == []


def slider(page, wire):
    return page.locator("circle.handle[role=slider]").nth(wire)


def type_in(page, text):
    page.locator("textarea").first.fill(text)
    page.locator("textarea").first.press("Enter")


def test_a_handle_says_the_name_and_keeps_it_while_it_is_moved(opened):
    page = opened(NetworkExplorer)
    knob = slider(page, 1)
    expect(knob).to_have_attribute("aria-label", "K2")
    expect(knob).to_have_attribute("aria-valuetext", "8611")
    knob.focus()
    page.keyboard.press("ArrowUp")
    expect(knob).not_to_have_attribute("aria-valuetext", "8611")
    expect(knob).to_have_attribute("aria-label", "K2")
    expect(page.locator("text.name", has_text="<b>Lhotse</b>")).to_have_count(2)
    assert page.locator(".diffsort-network b").count() == 0


def test_a_paste_of_two_columns_names_the_values_and_other_numbers_drop_the_names(opened):
    page = opened(NetworkExplorer, [3, 1])
    expect(slider(page, 0)).to_have_attribute("aria-label", "Input on wire 0")
    type_in(page, "Anna 82.5")
    expect(slider(page, 0)).to_have_attribute("aria-label", "Anna")
    expect(page.locator("textarea").first).to_have_value("Anna: 82.5")
    type_in(page, "4, 5")
    expect(slider(page, 0)).to_have_attribute("aria-label", "Input on wire 0")


def test_sixty_four_names_have_no_room_and_are_spoken(opened):
    page = opened(NetworkExplorer, {f"Runner {k}": k for k in range(64)})
    expect(slider(page, 63)).to_have_attribute("aria-label", "Runner 63")
    assert page.locator("text.name").count() == 0


def test_the_hover_of_a_derivative_says_names(opened):
    page = opened(JacobianExplorer)
    page.wait_for_timeout(300)
    canvas = page.locator("canvas").first.bounding_box()
    told = set()
    for across, down in product(range(60, 100, 4), (40, 55)):
        page.mouse.move(
            canvas["x"] + canvas["width"] * across / 100,
            canvas["y"] + canvas["height"] * down / 100,
        )
        page.wait_for_timeout(30)
        told.add(page.locator("body").inner_text())
    assert any("d rank of " in text and "/ d Everest" in text for text in told)


def test_a_ranked_value_and_its_curve_have_a_name(opened):
    page = opened(RankingExplorer)
    expect(page.get_by_role("slider", name="Nanga Parbat")).to_have_count(1)


LIVE = [
    each
    for each in (getattr(package, name) for name in package.__all__ if name != "ExplorerState")
    if issubclass(each, LiveExplorer) and each is not package.SortAnythingExplorer
]
ODD = {
    "A name of thirty characters ab": 5,
    "שלום עולם ארוך מאוד": 3,
    "富士山富士山富士山富士山富士山": 9,
    "W" * 30: 20.5,
    "x": 7,
    "e\u0301" * 12: 1,
}
OUTSIDE = """() => [...document.querySelectorAll('.diffsort-explorer svg text')]
    .filter(each => each.textContent && each.closest('.diffsort-network, .diffsort-picture'))
    .map(each => [each.textContent, each.getBoundingClientRect(),
        each.ownerSVGElement.getBoundingClientRect()])
    .filter(([, own, all]) => own.width && (own.left < all.left - 1 || own.right > all.right + 1))
    .map(([words]) => words)"""
CUT = """() => [...document.querySelectorAll('.diffsort-key bdi')]
    .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"""


@pytest.mark.parametrize("of", LIVE, ids=lambda of: of.__name__)
@pytest.mark.parametrize("values", [MOUNTAINS, ODD], ids=len)
def test_no_name_is_cut_off_by_the_edge_of_a_narrow_picture(open_explorer, of, values):
    page = open_explorer(of(values), (400, 900)).page
    page.wait_for_timeout(300)
    expect(page.locator(".diffsort-explorer svg text")).not_to_have_count(0)
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_comparator_says_whose_values_meet_there_and_who_once_they_change(opened):
    page = opened(NetworkExplorer)
    first = page.locator(".comparator").first
    expect(first).to_have_attribute(
        "aria-label", "Comparator on wires 0 and 1, layer 1: Everest and K2"
    )
    later = page.locator(".comparator").last
    before = later.get_attribute("aria-label")
    slider(page, 0).focus()
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    expect(later).not_to_have_attribute("aria-label", before)


@pytest.mark.parametrize("of", [JacobianExplorer, package.AlphaExplorer, package.RelaxationGallery])
def test_a_key_says_which_input_has_which_colour(opened, of):
    page = opened(of)
    key = page.get_by_role("list", name="Colours of the inputs")
    expect(key.get_by_role("listitem")).to_have_text(
        ["Nanga Parbat 8126", "<b>Lhotse</b> 8516", "K2 8611", "Everest 8848"]
    )
    colours = key.locator(".swatch").evaluate_all(
        "each => each.map(node => getComputedStyle(node).backgroundColor)"
    )
    assert len({*colours}) == 4
    assert page.evaluate(CUT) == []


def test_a_key_of_many_inputs_shows_how_colours_go_from_the_least_to_the_greatest(opened):
    page = opened(JacobianExplorer, list(range(20)))
    key = page.get_by_role("list", name="Colours of the inputs")
    expect(key.get_by_role("listitem")).to_have_text(["0", "", "19"])
    assert key.locator(".swatch").count() == 11
