"""What ink is drawn with: the page's colours, a system's own, or those of paper."""

import re

import pytest

from explorer.linker import styles

LIGHT = {
    "text": "rgb(20, 20, 20)",
    "line": "rgb(190, 190, 190)",
    "quiet": "rgb(90, 90, 90)",
    "page": "rgb(255, 255, 255)",
    "accent": "rgb(194, 24, 91)",
    "link": "rgb(0, 0, 238)",
}
DARK = {**LIGHT, "text": "rgb(240, 240, 240)", "page": "rgb(17, 17, 17)"}
SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]


@pytest.mark.parametrize(("page", "theme"), [(LIGHT, "light"), (DARK, "dark")])
@pytest.mark.parametrize("kind", ["theme", "contrast"])
def test_a_theme_has_its_own_colours_of_values(deno, page, theme, kind):
    pen = deno("pen", kind, page, SHARES)
    assert pen["hue"] == [deno("colour", share, theme) for share in SHARES]
    assert {name: pen[name] for name in page} == page
    assert pen["dash"] == [[]] * len(SHARES)
    assert pen["signs"] == deno("palettes")["signs"]
    assert pen["faintest"] == (0.3 if kind == "theme" else 0.6)


def test_paper_is_white_and_has_the_colours_of_a_light_theme(deno):
    pen = deno("pen", "paper", {}, SHARES)
    assert pen["page"] == "#fff"
    assert pen["hue"] == [deno("colour", share, "light") for share in SHARES]
    text = styles("common")
    printed = dict(re.findall(r"--ds-(\w+): (#\w+);", text.split("@media print")[1]))
    themed = dict(re.findall(r"--ds-(\w+): (?:var\(--jp-[\w-]+, )?(#\w+)\)?;", text.split("}")[0]))
    for name in ("text", "line", "quiet", "page", "accent"):
        assert pen[name] == printed[name] == themed[name]
    assert pen["link"] == printed["link"]


@pytest.mark.parametrize("page", [LIGHT, DARK])
def test_forced_colours_are_the_systems_and_dashes_tell_values_apart(deno, page):
    pen = deno("pen", "forced", page, SHARES)
    assert {*pen["hue"], *pen["signs"]} <= {*page.values()}
    assert len({*pen["signs"]}) == 2
    assert pen["signs"] == [page["text"], page["link"]]
    dashes = [tuple(dash) for dash in deno("pen", "forced", page, [0, 0.3, 0.6, 1])["dash"]]
    assert len({*dashes}) == 4
    assert dashes[-1] == ()
    lengths = [dash[0] for dash in dashes[:-1]]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("rgb(17, 17, 17)", True),
        ("rgba(17, 17, 17, 0.9)", True),
        ("rgb(255, 255, 255)", False),
        ("rgb(127, 127, 128)", False),
        ("rgb(127, 127, 127)", True),
        ("", False),
        ("color(srgb 0.1 0.1 0.1)", False),
    ],
)
def test_a_page_is_dark_by_its_colour(deno, colour, expected):
    assert deno("dark", colour) is expected
