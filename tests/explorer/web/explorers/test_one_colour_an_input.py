"""An input has the same colour in every explorer: in what is drawn, as data."""

import numpy as np
import pytest
from run_choices import drawn_from
from scene_laws import shared

from diffsort_core import bitonic
from explorer.scenes.hues import INKS, hues_of
from explorer.state import ExplorerState

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
VALUES = [X, [2, 1], [3, 1, 3, 1, 2, 3], [7.5], [(7 * k) % 32 for k in range(32)]]
pytestmark = pytest.mark.parametrize("values", VALUES, ids=len)


def asked(values, **own):
    return {**shared(ExplorerState(values=values, alpha=0.3)), **own}


def by_place(values):
    return sorted(hues_of(values))


def along(axis):
    assert [place for place, _ in axis["hues"]] == [*range(len(axis["hues"]))]
    return [hue for _, hue in axis["hues"]]


def test_in_the_network(deno, values):
    choices = {**drawn_from(bitonic(len(values)), "smoothmax", 0.3), "values": values}
    found = deno("painted", choices, 900, None, [None], True)
    first = found["places"]["x"][0]
    nodes = [each for each in found["strokes"] if len(each["path"]) == 1]
    hues = {
        each["path"][0][1]: float(each["colour"].removeprefix("input "))
        for each in nodes
        if each["path"][0][0] == first and len(each["path"][0]) == 5
    }
    assert [hues[y] for y in found["places"]["y"]] == hues_of(values)


def test_in_alpha(deno, values):
    _, outputs, *_ = deno("alphaShown", asked(values, a=1.0, b=0.0))["panels"]
    for kind in ("line", "dots"):
        named = [each for each in outputs["marks"] if each["kind"] == kind and "name" in each]
        assert [each["colour"]["share"] for each in named] == by_place(values)


def test_in_the_jacobian(deno, values):
    choices = asked(values, sigma=2.0, top=None)
    ranks, sort, rank = deno("jacobianShown", choices, {"out": None, "into": None}, 1000)["panels"]
    for kind in ("rings", "dots"):
        drawn = [each for each in ranks["marks"] if each["kind"] == kind]
        assert [each["colour"]["share"] for each in drawn] == hues_of(values)
    assert along(sort["x"]) == along(rank["x"]) == along(rank["y"]) == hues_of(values)
    assert along(sort["y"]) == by_place(values)
    [last] = deno("jacobianShown", {**choices, "top": 1}, {"out": None, "into": None}, 1000)[
        "panels"
    ][1]["y"]["hues"]
    assert last == [len(values) - 1, by_place(values)[-1]]


@pytest.mark.parametrize("transposed", [False, True])
def test_in_the_ranking(deno, values, transposed):
    found = deno("rankingShown", asked(values, sigma=2.0, focus=0, transposed=transposed))
    hues = hues_of(values)
    named = {
        (each["name"], each["colour"]["share"])
        for panel in found["panels"]
        for each in panel["marks"]
        if "name" in each and each["kind"] != "rings"
    }
    assert named == {(f"wire {wire}", hue) for wire, hue in enumerate(hues)}
    order = found["panels"][1]
    edges = (order["y"], order["x"]) if not transposed else (order["x"], order["y"])
    assert [along(edge) for edge in edges] == [hues, by_place(values)]


def test_in_the_gallery(deno, values):
    columns = deno("galleryShown", asked(values, compared="all", output=0))
    assert len(columns) > 1
    for results, *matrices in columns:
        assert matrices
        assert along(results["x"]) == by_place(values)
        for each in matrices:
            assert (along(each["x"]), along(each["y"])) == (hues_of(values), by_place(values))


def test_the_line_that_says_so_is_the_same_on_paper(deno, values):
    choices = {**drawn_from(bitonic(len(values)), "smoothmax", 0.3), "values": values}
    assert INKS in deno("scene", choices)["legend"]


def test_fields_along_an_edge_lie_where_the_rows_and_columns_are(deno, values):
    choices = asked(values, sigma=2.0, top=None)
    found = deno("jacobianShown", choices, {"out": None, "into": None}, 1000)
    box, n = found["panels"][2]["box"], len(values)
    fields = [
        (each["path"][0], float(each["colour"].removeprefix("input ")))
        for each in found["strokes"]
        if each.get("colour", "").startswith("input ") and len(each["path"][0]) == 4
    ]
    left = [at for at in fields if at[0][0] + at[0][2] == pytest.approx(box["left"] - 1)]
    below = [at for at in fields if at[0][1] == box["bottom"] + 1 and at[0][0] >= box["left"]]
    assert [hue for _, hue in left] == [hue for _, hue in below] == hues_of(values)
    assert (np.diff([y for (_, y, *_), _ in left]) > 0).all()
    assert (np.diff([x for (x, *_), _ in below]) > 0).all()
    assert len(left) == n
