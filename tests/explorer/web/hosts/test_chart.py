"""What draws a figure of plotly's: its inks are those of paper in Python and follow the theme, its
handles stand where its points are, and its script comes once."""

import re

import pytest

from explorer.figures.inks import PAPER, on_paper, share_ink, sign_ink

NAMES = [
    *(f"@{name}" for name in PAPER),
    *(share_ink(share) for share in (0, 0.1, 1 / 3, 0.5, 0.77, 1)),
    *(sign_ink(sign, opacity) for sign in (-1, 1) for opacity in (0, 0.25, 1)),
]
LAYOUT = {
    **{"width": 600, "height": 400, "margin": {"l": 50, "r": 30, "t": 20, "b": 40}},
    "xaxis": {"domain": [0, 0.5], "range": [-1, 3]},
    "yaxis": {"domain": [0.5, 1], "range": [0, 10]},
}
SCRIPT = """(function(root, factory) {
if (typeof module === "object" && module.exports) module.exports = factory();
else root.moduleName = factory();
}(self, () => { var Plotly = { react: "own" }; window.Plotly = Plotly; return Plotly; }));"""


def parts(ink):
    if ink == "#fff":
        return [255, 255, 255]
    if ink.startswith("#"):
        return [int(ink[k : k + 2], 16) for k in (1, 3, 5)]
    return [float(part) for part in re.findall(r"[\d.]+", ink)]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_the_same_ink_on_paper_in_both_halves(deno, name):
    assert parts(deno("inkedOn", name, "paper")) == pytest.approx(parts(on_paper(name)), abs=1)


def test_every_part_of_a_figure_is_inked_and_words_stay(deno):
    figure = {"a": ["@text", {"b": "@quiet", "c": "at @text"}], "d": None, "e": 3, "f": True}
    assert deno("inkedOn", figure, "dark") == {
        **figure,
        "a": ["rgb(255, 255, 255)", {"b": "rgb(189, 189, 189)", "c": "at @text"}],
    }


@pytest.mark.parametrize("name", ["@text", share_ink(0), share_ink(1)])
def test_an_ink_follows_the_theme(deno, name):
    light, dark = (parts(deno("inkedOn", name, pen)) for pen in ("paper", "dark"))
    assert sum(dark) > sum(light) + 50


@pytest.mark.parametrize("name", NAMES[4:])
def test_where_colours_are_forced_only_those_are_used(deno, name):
    ink = parts(deno("inkedOn", name, "forced"))
    assert ink[:3] in ([255, 255, 255], [100, 181, 246])


def test_a_handle_stands_where_its_point_is_drawn(deno):
    found = deno("placed", LAYOUT, -1, 0)
    assert found["at"] == [50, 190]
    found = deno("placed", LAYOUT, 3, 10)
    assert found["at"] == [310, 20]
    found = deno("placed", LAYOUT, 1, 2.5)
    assert found["at"] == [180, 147.5]
    assert found["back"] == pytest.approx([1, 2.5])


@pytest.mark.parametrize(("x", "y"), [(3.1, 5), (-1.1, 5), (1, 10.1), (1, -0.1)])
def test_a_point_that_is_zoomed_out_of_sight_has_no_handle(deno, x, y):
    assert False in deno("placed", LAYOUT, x, y)["held"]
    assert deno("placed", LAYOUT, 1, 5)["held"] == [True, True]


def test_what_a_trace_holds_is_put_into_how_it_looks(deno):
    look = {"uid": "a", "marker": {"size": 1, "symbol": "x"}, "mode": "lines"}
    assert deno("merged", look, {"x": [1], "marker": {"size": [2]}}) == {
        **{"uid": "a", "mode": "lines", "x": [1]},
        "marker": {"size": [2], "symbol": "x"},
    }
    assert deno("merged", look, {}) == look


@pytest.mark.parametrize("own", [None, "another"])
def test_a_script_is_unpacked_and_a_plotly_of_the_page_stays(deno, own):
    assert deno("unpackedOf", SCRIPT, own) == {"made": {"react": "own"}, "left": own}


def test_figures_of_one_version_wait_for_one_script(deno):
    assert deno("waiting") == [True, False, "script"]
