"""On the stage, which is enlarged, a pointer meets what it points at."""

import pytest
from playwright.sync_api import expect
from staged import SCREENS, TYPE, enter, made, middle


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
