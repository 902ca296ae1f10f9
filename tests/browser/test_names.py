"""Names of values are read where the values are: at handles, in hovers, in the box of numbers, and
as text, whatever they hold."""

import pytest
from playwright.sync_api import expect

from explorer import JacobianExplorer, NetworkExplorer, RankingExplorer

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
    for across in range(5, 100, 6):
        page.mouse.move(
            canvas["x"] + canvas["width"] * across / 100, canvas["y"] + canvas["height"] * 0.75
        )
        page.wait_for_timeout(30)
        told.add(page.locator("body").inner_text())
    assert any("d rank of " in text and "/ d Everest" in text for text in told)


def test_a_ranked_value_and_its_curve_have_a_name(opened):
    page = opened(RankingExplorer)
    expect(page.get_by_role("slider", name="Nanga Parbat")).to_have_count(1)
