"""A network of one's own in a page: a link brings it, it is dragged, made and typed there."""

import pytest
from pages import described, text_of

SETUP, PLAIN = described([5, -1, 9.5, 13.2])
LINK = "#v1&explorer=network&values=5,-1,9.5,13.2&preset=own+numbers&network="
FAILS, SORTS = "0:1,1:2,2:3", "0:1,2:3,0:2,1:3,1:2"


@pytest.fixture
def opened(open_page):
    def show(network):
        return open_page(text_of(SETUP, PLAIN), LINK + network)

    return show


def sentence(found):
    return found.page.locator(".diffsort-sentence").first.inner_text()


def title(found):
    return found.page.locator("h3").first.inner_text()


def menu(found):
    return found.page.get_by_role("combobox", name="network", exact=True)


def typed(found, text=None):
    field = found.page.get_by_label("your network")
    if text is not None:
        field.fill(text)
        field.press("Enter")
    return field


def test_a_link_brings_it_and_a_number_is_dragged_through_it(opened):
    found = opened(FAILS)
    assert title(found).startswith("Your own network on 4 wires, smoothmax")
    assert sentence(found).startswith("This network does not sort: under the hard maximum it makes")
    chosen = menu(found).locator("option:checked")
    assert chosen.inner_text() == "own network (4 wires, 3 comparators)"
    box, before = found.slider("Input on wire 1").bounding_box(), found.ink()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    found.page.mouse.move(x, y)
    found.page.mouse.down()
    found.page.mouse.move(x + 30, y, steps=3)
    found.page.mouse.up()
    assert found.ink() != before
    assert found.shown()["values"][1] > -1
    assert f"&network={FAILS}" in found.fragment()
    assert found.problems == []


def test_it_begins_as_a_family_and_is_typed_or_refused_in_words(opened):
    found = opened("smallest")
    assert not typed(found).is_visible()
    menu(found).select_option("own")
    assert typed(found).input_value() == found.shown()["network"] == "0:2,1:3,0:1,2:3,1:2"
    typed(found, FAILS.replace(",", "\n"))
    assert found.shown()["network"] == FAILS
    for text, words in (
        ("0:1,1;2", "network must list comparators, such as '0:1,2:3', got '1;2'."),
        ("0:1,1:2", "network must have as many wires as there are values, 4, got 3."),
    ):
        typed(found, text)
        found.page.locator(".diffsort-message", has_text=words).wait_for()
        assert typed(found).input_value() == text
        assert typed(found).get_attribute("aria-invalid") == "true"
        assert found.shown()["network"] == FAILS
    found.choose(values=[1, 2])
    assert found.shown()["values"] == [5, -1, 9.5, 13.2]
    typed(found, SORTS)
    assert sentence(found) == ""
    assert found.problems == []
