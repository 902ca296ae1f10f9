"""Names of inputs are read and heard in every explorer, where they have room; what has none is cut
by as much as it is too wide."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_fits import NAMES, SHOWN, fits

from explorer.figures.key import key_entries
from explorer.scenes.hues import hues_of

ACCENTED = "e\u0301" * 20
HIMALAYA = ["Everest", "K2", "Lhotse", "Makalu", "Cho Oyu", "Nuptse", "Annapurna", "Kailash"]
HEIGHTS = [88.48, 86.11, 85.16, 84.85, 81.88, 78.61, 80.91, 66.38]
ODD = [
    "A name of thirty characters ab",
    "שלום עולם ארוך מאוד",
    "富士山富士山富士山富士山富士山",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "x",
    ACCENTED[:24],
]
WRITTEN = pytest.mark.parametrize("name", [each for each in SHOWN if each != "network"])


def asked(labels, values, **choices):
    known = {"alpha": 0.3, "relaxation": "smoothmax", "network": "bitonic", "sigma": 2.0}
    known |= {"a": 1.0, "b": 0.0, "sameSlope": False, "focus": 0, "transposed": False}
    known |= {"top": None, "below": "values", "compared": "all", "output": 0, "bits": False}
    return {**known, "labels": labels, "values": values, **choices}


def texts(deno, name, labels, values, width=1366, **choices):
    return deno("textsOf", name, asked(labels, values, **choices), width)


@NAMES
@pytest.mark.parametrize("width", [400, 1366])
def test_each_name_is_said_in_each_explorer_whatever_room_it_has(deno, name, width):
    for labels, values in ((HIMALAYA, HEIGHTS), (ODD, [5, 3, 9, 20.5, 7, 1])):
        found = texts(deno, name, labels, values, width)
        for each in labels:
            assert any(each in said for said in found["said"]), each


@WRITTEN
def test_each_name_or_its_beginning_is_written_on_a_laptop(deno, name):
    found = texts(deno, name, HIMALAYA, HEIGHTS)
    for each in HIMALAYA:
        assert any(each[:3] in words for words in found["written"]), each
    plain = texts(deno, name, None, HEIGHTS)
    for each in HIMALAYA:
        assert not any(each in words for words in [*plain["written"], *plain["said"]])


@WRITTEN
@pytest.mark.parametrize("width", [300, 400, 620, 934, 1366])
@pytest.mark.parametrize("labels", [HIMALAYA, ODD, [f"Runner {k}" for k in range(24)]], ids=len)
def test_no_name_leaves_the_picture_nor_lies_on_other_words(deno, name, width, labels):
    values = np.random.default_rng(1).normal(0, 9, len(labels)).round(2).tolist()
    found = fits(deno, name, len(labels), width, labels=labels, values=values)
    assert found["width"] == width
    known = set(texts(deno, name, None, values, width)["written"])
    boxes = []
    for each in found["words"]:
        if each["words"] in known or each.get("turned"):
            continue
        wide = deno("widthOf", each["words"], 11)
        anchor = each.get("anchor", "start")
        left = each["x"] - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        boxes.append((left, left + wide, each["y"] - 8, each["y"], each["words"]))
        assert -1 <= left <= left + wide <= width + 1, each
    assert boxes or width < 934 or len(labels) > 8
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other[4])


@WRITTEN
def test_no_panel_gives_way_to_a_name_by_more_than_the_room_that_names_have(deno, name):
    values = HEIGHTS[:6]
    for width in (400, 934, 1366):
        named = fits(deno, name, 6, width, labels=ODD, values=values)
        for box in named["boxes"]:
            assert box["right"] - box["left"] >= 70


@given(name=st.text(min_size=1, max_size=40), room=st.floats(0, 400), size=st.floats(8, 20))
def test_a_name_is_cut_to_its_room_or_not_written(deno, name, room, size):
    found = deno("shortened", name, room, size)
    if deno("widthOf", name, size) <= room:
        assert found == name
    elif found:
        assert found.endswith("…")
        assert name.startswith(found[:-1])
        assert deno("widthOf", found, size) <= room


def test_what_belongs_to_a_letter_is_not_cut_off_it(deno):
    for room in range(20, 90):
        found = deno("shortened", ACCENTED, room)
        assert not found or found == ACCENTED[: len(found) // 2 * 2] + "…"


def test_a_wide_letter_takes_more_room_than_another(deno):
    assert deno("widthOf", "富士山") > 1.5 * deno("widthOf", "abc")


def test_names_that_cannot_be_told_apart_once_they_are_cut_give_way_to_numbers(deno):
    assert deno("namedTicks", ["Peak one", "Peak two"], 30) is None
    assert deno("namedTicks", ["Peak one", "Peak two"], 90) == [[0, "Peak one"], [1, "Peak two"]]
    assert deno("namedTicks", ["Anna", "Anna"], 90) == [[0, "Anna"], [1, "Anna"]]
    assert deno("namedTicks", ["Peak one", "Peak two"], 50, 6, True) == [
        [6, "6 Peak…"],
        [7, "7 Peak…"],
    ]
    assert deno("namedTicks", None, 90) is None


def test_an_output_is_called_by_the_input_that_the_hard_sort_brings_there(deno):
    """Kailash is the least of the eight, Everest the largest."""
    told = texts(deno, "alpha", HIMALAYA, HEIGHTS)["said"]
    assert any(each.startswith("output 0 (Kailash) at alpha = ") for each in told)
    assert any(each.startswith("output 7 (Everest) at alpha = ") for each in told)
    told = texts(deno, "gallery", HIMALAYA, HEIGHTS)["said"]
    assert any(each.startswith("smoothmax: output 7 (Everest) is ") for each in told)
    table = deno("galleryTable", asked(HIMALAYA, HEIGHTS, output=7))
    assert "output 7 (Everest) feels" in table["rows"][1][4]
    assert "Output 7 (Everest) feels" in table["caption"]
    assert "Framed: output 7 (Everest);" in table["key"]
    for name, words in (
        ("jacobian", "7 Everest"),
        ("gallery", "7 Everest"),
        ("alpha", "7 Everest"),
    ):
        assert words in texts(deno, name, HIMALAYA, HEIGHTS)["written"], name


def test_a_comparator_is_called_by_what_meets_there(deno):
    told = texts(deno, "network", HIMALAYA, HEIGHTS)["said"]
    assert "Comparator on wires 0 and 1, layer 1: Everest and K2" in told
    plain = texts(deno, "network", None, HEIGHTS)["said"]
    assert "Comparator on wires 0 and 1, layer 1" in plain


@given(values=st.lists(st.floats(-50, 50), min_size=1, max_size=20), named=st.booleans())
def test_the_key_has_the_colours_and_the_words_of_paper(deno, values, named):
    names = [f"Peak {chr(97 + k)}" for k in range(len(values))] if named else None
    hues = hues_of(values)
    found = deno("keyEntries", {"values": values, "hues": hues, "names": names})
    known = key_entries(values, names)
    assert [(each["words"], each["share"]) for each in found["entries"]] == [
        (words, hues[wire]) for words, wire in known
    ]
    shares = [each["share"] for each in found["entries"]]
    assert shares == sorted(shares)
    assert found["all"] == (len(values) <= 12) == (len(shares) == len(values))


def test_the_chosen_curve_of_ranks_is_strong_whatever_it_is_called(deno):
    names = [f"Runner {k}" for k in (2, 0, 1)]
    for focus, name in enumerate(names):
        found = fits(deno, "ranking", 3, 1366, labels=names, values=[3.0, 1.0, 2.0], focus=focus)
        strong = [each["words"] for each in found["words"] if each.get("look") == "strong"]
        assert [words for words in strong if words in names] == [name]
