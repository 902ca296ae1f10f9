"""Things of more than a number, sorted softly in the browser: chosen, typed, pointed at; in both
themes, in a narrow page; in a notebook while its kernel sleeps."""

import re

import pytest
from test_alpha import CUT, INK

from explorer import SortAnythingExplorer
from explorer.scenes.materials import material
from explorer.softness import deviation
from explorer.style import number

KINDS = [
    {},
    {"material": "digits by brightness", "pieces": 16},
    {"material": "table", "pieces": 16},
    {"material": "complex numbers by modulus", "pieces": 16},
]


@pytest.fixture
def show(open_explorer):
    def opened(*, viewport=(1366, 900), choices=None, **context):
        return open_explorer(SortAnythingExplorer(**(choices or {})), viewport, **context)

    return opened


def sentence(found):
    return found.page.locator(".diffsort-sentence").inner_text()


def ink(found):
    return found.page.locator(".diffsort-picture canvas").evaluate(INK)


def drawn(found):
    return int(found.page.locator(".diffsort-picture").get_attribute("data-drawn"))


def said_by_python(**choices):
    made = SortAnythingExplorer(**choices)
    words = made.scene().description
    made.close()
    return words


@pytest.mark.parametrize("choices", KINDS, ids=str)
def test_every_material_is_chosen_and_drawn_without_a_kernel(show, choices):
    found = show()
    seen, before = ink(found), drawn(found)
    found.choose(**choices, alpha=2.5)
    assert sentence(found) == said_by_python(**choices, alpha=2.5)
    assert drawn(found) == before + 1
    assert ink(found) != seen


def test_a_key_on_the_slider_is_drawn_at_once_and_once(show):
    found = show()
    before = drawn(found)
    found.slider("alpha").first.press("ArrowLeft")
    assert drawn(found) == before + 1
    assert found.shown()["alpha"] < SortAnythingExplorer().scene().alpha


def test_a_table_is_typed_line_by_line_and_another_is_refused_in_words(show):
    found = show(choices={"material": "table"})
    text = found.page.get_by_label(re.compile("^your table"))
    text.fill("1 5\n30, 30\n6 9\n80 -2")
    text.press("Enter")
    rows = [[1, 5], [30, 30], [6, 9], [80, -2]]
    assert found.shown()["table"] == rows
    assert sentence(found) == said_by_python(table=rows)
    text.fill("1 5; 30")
    text.press("Enter")
    words = found.page.locator(".diffsort-folds .diffsort-message").inner_text()
    assert "table must hold 2 values, got [30]" in words
    text.fill("1 5; 30 x")
    text.press("Enter")
    assert "got 'x'" in found.page.locator(".diffsort-folds .diffsort-message").inner_text()
    assert found.shown()["table"] == rows
    found.choose(column=3)
    assert found.shown()["column"] == 1
    text.fill("")
    text.press("Enter")
    assert found.shown()["table"] is None


def test_a_link_is_a_state_and_one_that_cannot_be_drawn_is_refused(show):
    found = show(fragment="#v1&explorer=anything&material=table&table=[[1,2],[3,4],[0,9]]&column=2")
    assert found.shown()["table"] == [[1, 2], [3, 4], [0, 9]]
    assert "by column 2" in sentence(found)
    found.follow("#v1&explorer=anything&material=table&table=[[1,2],[3,4]]&column=3")
    assert "column must be a column of the table, 1 to 2, got 3" in found.refused()
    found.follow("#v1&explorer=anything&table=[[1,2],[3]]")
    assert "table must hold 2 values" in found.refused()


def test_what_is_pointed_at_is_told_beside_it(show):
    found = show()
    picture, tip = found.page.locator(".diffsort-picture svg"), found.page.locator(".tip")
    key = found.page.locator("text", has_text=re.compile(r"^3\.01$")).first.bounding_box()
    svg = picture.bounding_box()
    x, y = key["x"] + key["width"] / 2 - svg["x"], key["y"] + key["height"] + 25 - svg["y"]
    picture.hover(position={"x": x, "y": y})
    assert re.fullmatch(
        r"picture 2 \(a 3\): learned score 3\.0\d+; pixel in row \d, column \d: [\d.]+",
        tip.inner_text(),
    )
    at = tip.bounding_box()
    assert svg["x"] <= at["x"] <= at["x"] + at["width"] <= svg["x"] + svg["width"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_photos_are_black_and_white_in_both_themes(show, scheme):
    colours = ink(show(color_scheme=scheme))
    assert colours.get("17 17 17", 0) > 3000
    assert colours.get("245 245 245", 0) > 3000


@pytest.mark.parametrize("width", [320, 400, 760, 1600])
@pytest.mark.parametrize("choices", KINDS, ids=str)
def test_nothing_is_cut_at_any_width(show, width, choices):
    found = show(viewport=(width, 900), choices=choices)
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate(CUT) == []


def test_it_follows_while_the_kernel_sleeps_and_the_kernel_hears_the_last(notebook):
    lab = notebook("SortAnythingExplorer()")
    page, words = lab.page, lab.page.locator(".diffsort-sentence")
    with lab.asleep():
        page.get_by_label("what is sorted, by what").select_option("complex numbers by modulus")
        page.get_by_label("how many").fill("5")
        page.get_by_label("how many").press("Tab")
        assert "by modulus" in words.inner_text()
    page.locator(".diffsort-silence", has_text="Nothing answers").wait_for(state="hidden")
    page.wait_for_timeout(500)
    assert lab.ask("(shown.state.material, shown.state.pieces)") == (
        "('complex numbers by modulus', 5)"
    )
    assert lab.ask("shown.scene().description") == repr(words.inner_text())
    assert lab.problems == []


def test_the_slider_counts_per_standard_deviation_of_the_keys_and_says_their_unit(show):
    scene = SortAnythingExplorer().scene()
    found = show()
    words = found.slider("alpha").first.get_attribute("aria-valuetext")
    strength = number(scene.alpha * deviation(tuple(scene.keys_before)))
    told = f"{strength} per standard deviation, {number(scene.alpha)} per unit of the key"
    assert words == told
    assert told.replace(", ", " of the key, ").removesuffix(" of the key") in sentence(found)
    found.choose(sharpness=12.5)  # of an earlier version
    words = found.slider("alpha").first.get_attribute("aria-valuetext")
    assert words.startswith("12.5 per standard deviation, ")
    assert found.shown()["alpha"] == pytest.approx(12.5 / deviation(tuple(scene.keys_before)))


def test_a_link_of_an_earlier_version_is_followed_as_the_alpha_that_it_was(show):
    found = show(fragment="#v1&explorer=anything&material=table&sharpness=12.5")
    spread = deviation(material("table", 8, 848, None, 1).keys)
    assert found.shown()["alpha"] == pytest.approx(12.5 / spread)
    assert found.shown()["material"] == "table"
