"""The gallery, drawn in the browser: pointed at, clicked, read as a table; in both themes, in a
narrow page; in a notebook while its kernel sleeps."""

import pytest
from playwright.sync_api import expect
from spoken import controls
from test_alpha import CUT, drawn, ink

from explorer import RelaxationGallery
from explorer.scenes.gallery_methods import METHODS

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
ACCENT = {"light": "194 24 91", "dark": "255 111 159"}


@pytest.fixture
def show(open_explorer):
    def opened(values=X, *, viewport=(1000, 1200), choices=None, **context):
        made = RelaxationGallery(values, **{"alpha": 0.1, **(choices or {})})
        return open_explorer(made, viewport, **context)

    return opened


def over(found, name, down):
    """A point in a method's column, so many pixels below its name."""
    heading = found.page.locator("text.strong", has_text=name).bounding_box()
    svg = found.page.locator(".diffsort-picture svg").bounding_box()
    middle = heading["x"] + heading["width"] / 2
    return {"x": middle - svg["x"] + 3, "y": heading["y"] - svg["y"] + down}


def test_a_cell_is_told_and_marked_in_all_and_a_click_chooses_its_output(show):
    found = show()
    picture, tip = found.page.locator(".diffsort-picture svg"), found.page.locator(".tip")
    at = over(found, "SoftSort", 190)
    picture.hover(position=at)
    head, *others = tip.inner_text().split("\n")
    assert head.startswith("SoftSort: P[")
    assert len(others) == 8
    assert "softmax: none" in others
    expect(found.page.locator(".spot")).to_have_count(6)  # of the methods that have one
    before = found.shown()
    assert before["gallery_output"] == 0
    picture.click(position=at)
    row = int(head.split("[")[1].split(",")[0])
    assert found.shown() == {**before, "gallery_output": row}
    assert f"Output {row} feels" in found.page.locator("caption").inner_text()
    found.page.mouse.move(5, 5)
    assert found.page.locator(".spot").count() == 0
    assert not tip.is_visible()


def test_a_tap_chooses_and_the_field_follows(show):
    found = show(has_touch=True)
    at = over(found, "hard sort", 60)
    svg = found.page.locator(".diffsort-picture svg").bounding_box()
    found.page.touchscreen.tap(svg["x"] + at["x"], svg["y"] + at["y"])
    field = found.page.get_by_label("output (place in the sort)")
    assert int(field.input_value()) == found.shown()["gallery_output"] == 4


def test_the_same_slope_moves_those_that_are_less_steep_and_says_so(show):
    found = show()
    words = found.page.locator(".diffsort-picture text")
    expect(words.filter(has_text="alpha = 0.1")).to_have_count(4)
    before = drawn(found)
    found.page.get_by_label("same slope").check()
    assert drawn(found) == before + 1
    expect(words.filter(has_text="alpha = 0.025")).to_have_count(1)
    assert "at one slope at a tie" in found.page.locator(".diffsort-sentence").first.inner_text()
    cells = found.page.locator("td[data-head='slope at a tie']", has_text="per unit now")
    assert {text.split()[0] for text in cells.all_inner_texts()} == {"0.025"}


@pytest.mark.parametrize("width", [400, 1366])
def test_the_table_is_one_for_who_hears_it_at_any_width(show, width):
    found = show(viewport=(width, 900))
    table = found.page.get_by_role("table")
    rows = 9 - (width == 400)  # narrow: heads stand in cells
    expect(table.get_by_role("row")).to_have_count(rows)
    assert table.get_by_role("rowheader").all_inner_texts() == list(METHODS)
    expect(table.get_by_role("cell")).to_have_count(8 * 8)
    found.page.get_by_label("compare").select_option("Cauchy")
    assert table.get_by_role("rowheader").all_inner_texts() == ["hard sort", "Cauchy"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 400, 760, 1366])
def test_nothing_is_cut_and_the_frame_is_seen_at_any_width(show, width, scheme):
    found = show(viewport=(width, 900), color_scheme=scheme)
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate(CUT) == []
    assert ink(found).get(ACCENT[scheme], 0) > 300
    unnamed, seen = controls(found.page)
    assert unnamed == []
    assert seen > 6


def test_a_link_is_a_state_and_what_cannot_be_drawn_is_refused(show):
    found = show(fragment="#v1&explorer=gallery&values=3,1,2&gallery_output=2&same_slope=yes")
    assert (found.shown()["gallery_output"], found.shown()["same_slope"]) == (2, True)
    found.follow("#v1&explorer=gallery&values=1e301,0")
    assert "must be within ±1e+300 to be drawn here" in found.refused()


def test_it_follows_while_the_kernel_sleeps_and_the_kernel_hears_the_last(notebook):
    lab = notebook("RelaxationGallery([5, -1, 9.5, 13.2], alpha=0.12)")
    page, sentence = lab.page, lab.page.locator(".diffsort-sentence").first
    with lab.asleep():
        page.get_by_role("slider", name="alpha", exact=True).first.press("End")
        assert "alpha = infinity per unit" in sentence.inner_text()
        page.get_by_label("same slope").check()
        assert "at one slope at a tie" in sentence.inner_text()
    page.locator(".diffsort-silence", has_text="Nothing answers").wait_for(state="hidden")
    page.wait_for_timeout(500)
    assert lab.ask("(shown.state.same_slope, shown.state.alpha)") == "(True, inf)"
    assert lab.ask("shown.scene().description") == repr(sentence.inner_text())
    assert lab.problems == []
