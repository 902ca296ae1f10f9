"""Several explorers on a page, opened from disk: those of one state move together, the others stay,
a link says it all, and a saved page is the file that was opened, prose and all."""

from itertools import groupby

import pytest
from pages import TITLE, described, text_of

from explorer import AlphaExplorer, NetworkExplorer
from explorer.explorers.paged import page_text
from explorer.prose import prose_of

NAMES = """() => [...document.querySelectorAll('main > section')].map((each) => each.ariaLabel)"""
ORDER = """() => [...document.querySelectorAll('h1, .prose :is(h2, h3, p), section')]
    .map((node) => node.localName === 'section' ? node.ariaLabel : node.textContent)"""
FOCUSED = """() => {
    const node = document.activeElement;
    return node === document.body ? null : node.closest('section')?.ariaLabel ?? node.textContent;
}"""
LINK = "#v1&explorer=network&values=2,1&alpha=4/unit&preset=own+numbers"
PROSE = f"# Why?\n\nSee [this]({LINK}) & <b>that</b>."


@pytest.fixture
def made():
    """A network and its alpha on one state, and another network."""
    network = NetworkExplorer([3, 1, 2, 7], alpha=0.5)
    alpha = AlphaExplorer(state=network.state)
    other = NetworkExplorer([5, 6])
    yield network, alpha, other
    for each in (network, alpha, other):
        each.close()


@pytest.fixture
def opened(open_page, made):
    network, alpha, other = made
    found = open_page(page_text([PROSE, network, "*Alpha*:", alpha, "## Other", other], TITLE))
    yield found
    assert found.problems == []


def alphas(found):
    return [found.shown(index)["alpha"] for index in range(3)]


def test_explorers_and_prose_are_read_and_reached_in_the_order_given(opened):
    prose = ["Why?", "See this & <b>that</b>."]
    order = [TITLE, *prose, "network", "Alpha:", "alpha", "Other", "network 2"]
    assert opened.page.evaluate(ORDER) == order
    opened.page.locator("h1").click()
    opened.page.keyboard.press("Tab")
    reached = []
    while (name := opened.page.evaluate(FOCUSED)) and len(reached) < 300:
        reached.append(name)
        opened.page.keyboard.press("Tab")
    assert [name for name, _ in groupby(reached)] == ["this", "network", "alpha", "network 2"]
    assert len(reached) > 40


def test_a_change_in_one_is_seen_in_those_of_its_state_at_once(opened):
    before = opened.ink(1), opened.ink(2)
    opened.slider("alpha").press("End")
    assert alphas(opened) == ["infinity", "infinity", None]
    spoken = opened.slider("alpha", 1).first.get_attribute("aria-valuetext")
    assert spoken == "infinity per standard deviation: hard maximum"
    assert opened.ink(1) != before[0]
    assert opened.ink(2) == before[1]
    opened.choose(1, values=[9, 8], relaxation="Cauchy")
    assert opened.shown(0)["values"] == [9, 8]
    assert "on 2 wires, Cauchy" in opened.page.locator("section h3").first.inner_text()
    assert opened.shown(2)["values"] == [5, 6]
    opened.choose(0, flow=1)  # its own
    assert "flow" not in opened.shown(1)
    opened.button("Reset", 1).click()
    assert opened.shown(0)["values"] == [3, 1, 2, 7]


def test_what_one_cannot_draw_all_refuse(open_page):
    setup, choices = described([3, 1, 2])
    small = '"most":3,'
    text = small.join(text_of(setup, choices, choices, state=0).rsplit('"most":64,', 1))
    found = open_page(text)
    found.choose(0, alpha=4)
    assert found.shown(1)["alpha"] == 4
    box = found.explorer(0).get_by_role("textbox", name="your numbers")
    box.fill("1 2 3 4")
    box.press("Enter")
    words = found.explorer(0).locator(".diffsort-folds .diffsort-message").inner_text()
    assert words.startswith("values must hold at most 3 numbers in NetworkExplorer, got 4")
    assert found.shown(0)["values"] == found.shown(1)["values"] == [3, 1, 2]
    assert found.problems == []


def test_a_link_says_what_is_chosen_in_all_and_each_thing_once(opened):
    opened.choose(1, alpha=4)
    opened.choose(2, alpha="infinity")
    link = opened.fragment()
    assert link == (
        "#v1&explorer=network&values=3,1,2,7&alpha=4/unit&preset=own+numbers&2.explorer=alpha"
        "&3.explorer=network&3.values=5,6&3.alpha=infinity&3.preset=own+numbers"
    )
    opened.page.reload()
    assert alphas(opened) == [4, 4, "infinity"]
    opened.follow("#v1&explorer=network&sigma=2")
    assert opened.shown(0)["sigma"] == opened.shown(1)["sigma"] == 2
    assert opened.shown(0)["values"] == opened.shown(1)["values"] != [3, 1, 2, 7]
    assert alphas(opened)[2] is None
    opened.follow("#v1&explorer=network&2.explorer=alpha&2.alpha=3/unit")
    assert "must name choices of this explorer, each once, got 'alpha'" in opened.refused()
    assert opened.shown(1)["sigma"] == 2


def test_a_link_in_the_prose_is_a_state(opened):
    opened.page.get_by_role("link", name="this").click()
    opened.page.wait_for_timeout(100)
    assert opened.shown(0)["values"] == opened.shown(1)["values"] == [2, 1]
    assert alphas(opened) == [4, 4, None]
    assert opened.fragment().startswith(LINK)


def test_a_saved_page_holds_all_and_the_prose(opened, open_page, made, tmp_path):
    network, alpha, other = made
    opened.choose(1, alpha=4)
    opened.choose(2, values=[8, 9, 7])
    network.state.alpha = 4
    other.state.values = [8, 9, 7]
    wanted = page_text([PROSE, network, "*Alpha*:", alpha, "## Other", other], TITLE)
    for index in range(3):
        assert opened.saved(tmp_path / "saved.html", index) == wanted
    again = open_page(wanted)
    assert alphas(again) == [4, 4, None]
    assert again.saved(tmp_path / "saved.html") == wanted


def test_the_prose_stands_there_without_scripts(open_page, made):
    found = open_page(page_text([PROSE, made[0]]), java_script_enabled=False, drawn=False)
    assert "See this & <b>that</b>." in found.page.inner_text("main")
    assert found.page.locator("h1").inner_text() == made[0].title


@pytest.mark.parametrize("width", [400, 1200])
def test_wide_prose_scrolls_in_itself(open_page, made, width):
    wide = f"{'w' * 300}\n\n    {'code ' * 60}\n\n| {'a | ' * 40}\n| {'-- | ' * 40}\n"
    found = open_page(page_text([wide, made[0]]), viewport={"width": width, "height": 800})
    root = "document.documentElement"
    assert found.page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    assert found.page.locator(".prose pre").evaluate("node => node.scrollWidth > node.clientWidth")
    assert found.problems == []


ODD = """# `<a>` & "quotes" 'single' \xa0space &nbsp; &lt; \\<

a  \nb\\
c ~~s~~ **b** *e* <https://a.b/?c=1&d=2> [x](<other "file".html> "title <b>") [ü](ü.html)

```js
a < b && "c"
```

7. seven
8. eight

   - a
     - b

> quote
***
![a < "b" & c](data:image/png;base64,iVBORw0KGgo=)

| a | b |
|:-:|--:|
| 1 | `|` |
"""


def test_prose_is_written_as_the_browser_writes_it(open_page, made):
    """Or a page that is saved would be another file than the one that was opened."""
    html = prose_of(ODD)
    found = open_page(page_text([ODD, made[0]]))
    assert found.page.locator(".prose").evaluate("node => node.outerHTML") + "\n" == html
    assert found.problems == []
