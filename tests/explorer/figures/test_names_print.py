"""Names in print: at axes, cut to the room there is, and in the key of the colours."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import rc_context
from matplotlib.colors import to_hex

import explorer
from explorer.figures.inks import input_colours
from explorer.figures.key import MOST, Key, key_entries
from explorer.figures.name_ticks import named_ticks, shortened
from explorer.figures.printed import STYLE, length, sheet

PEAKS = {"Everest": 8848, "K2": 8611, "Lhotse": 8516, "Makalu": 8485, "Cho Oyu": 8188}
LONG = {"A name of thirty characters ab": 5, "W" * 30: 20.5, "x": 7, "Ann Other Name of length": 1}
EXPLORERS = [
    explorer.NetworkExplorer,
    explorer.AlphaExplorer,
    explorer.RankingExplorer,
    explorer.JacobianExplorer,
    explorer.RelaxationGallery,
    explorer.LearningExplorer,
]
COLOURED = [explorer.AlphaExplorer, explorer.JacobianExplorer]


def printed(kind, values, **choices):
    shown = kind(values, **choices)
    figure = shown.printed()
    shown.close()
    return figure


def words_of(figure):
    texts = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        texts += [text.get_text() for text in axes.texts]
        texts += [label.get_text() for label in (*axes.get_xticklabels(), *axes.get_yticklabels())]
        texts += [axes.get_title(), axes.get_title(loc="left")]
    return texts


@pytest.mark.parametrize("kind", EXPLORERS, ids=lambda kind: kind.__name__)
def test_each_name_or_its_beginning_is_on_paper(kind):
    found = words_of(printed(kind, PEAKS))
    for name in PEAKS:
        assert any(name[:4] in words for words in found), name
    plain = words_of(printed(kind, [*PEAKS.values()]))
    assert not any(name in words for words in plain for name in PEAKS)


@pytest.mark.parametrize("kind", EXPLORERS, ids=lambda kind: kind.__name__)
def test_no_long_name_leaves_the_sheet(kind):
    figure = printed(kind, LONG)
    with rc_context(STYLE):
        figure.canvas.draw()
    right, top = figure.bbox.x1, figure.bbox.y1
    texts = [*figure.texts]
    for axes in figure.axes:
        texts += [*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels()]
    for text in texts:
        if text.get_visible() and any(name[:3] in text.get_text() for name in LONG):
            with rc_context(STYLE):
                box = text.get_window_extent()
            assert 0 <= box.x0 <= box.x1 <= right, text.get_text()
            assert 0 <= box.y0 <= box.y1 <= top, text.get_text()


@pytest.mark.parametrize("kind", COLOURED, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("n", [3, MOST, MOST + 1])
def test_a_print_that_writes_no_number_beside_a_colour_has_a_key(kind, n):
    values = np.random.default_rng(n).normal(0, 9, n).round(2).tolist()
    figure = printed(kind, values)
    swatches = [each for each in figure.artists if each.get_label() == "key"]
    by_wire, entries = input_colours(values), key_entries(values, None)
    inks = [to_hex(each.get_facecolor()) for each in swatches]
    if n <= MOST:
        assert inks == [by_wire[wire] for _, wire in entries]
        assert len({*inks}) == n
    else:
        assert (inks[0], inks[-1]) == tuple(by_wire[wire] for _, wire in entries)
        assert len(inks) > 3
    written = [text.get_text() for text in figure.texts]
    assert all(words in written for words, _ in entries)
    assert all(0 <= each.get_x() <= 1 and 0 <= each.get_y() <= 1 for each in swatches)


def test_a_key_that_is_too_long_goes_on_in_another_row():
    names = tuple(f"A rather long name {k}" for k in range(8))
    key = Key(range(8), names, 5.0)
    with sheet("", 5.0, 1 + key.tall) as paper:
        key.draw(paper, 1.0)
    swatches = paper.figure.artists
    assert len({round(each.get_y(), 6) for each in swatches}) > 1
    assert all(each.get_x() < 1 for each in swatches)
    assert all(each.get_y() >= 0 for each in swatches)


@given(
    name=st.text(st.characters(codec="latin-1", categories=["L"]), min_size=1), room=st.floats(0, 2)
)
def test_a_name_is_cut_to_its_room_or_not_written(name, room):
    found = shortened(name, room)
    if length(name, 8) <= room:
        assert found == name
    elif found:
        assert found.endswith("…")
        assert name.startswith(found[:-1].strip())
        assert length(found, 8) <= room


def test_names_that_cannot_be_told_apart_once_they_are_cut_give_way_to_numbers():
    assert named_ticks(("Peak one", "Peak two"), 0.35) is None
    assert named_ticks(("Peak one", "Peak two"), 0.9) == ([0, 1], ["Peak one", "Peak two"])
    assert named_ticks(("Peak one", "Peak two"), 0.6, 6, True) == (
        [6, 7],
        ["6 Peak o…", "7 Peak t…"],
    )


def test_names_beside_the_curves_of_ranks_stay_within_their_axis_and_one_is_chosen():
    figure = printed(explorer.RankingExplorer, LONG, ranking_focus=2)
    [curves] = [axes for axes in figure.axes if axes.get_ylabel() == "soft rank"]
    with rc_context(STYLE):
        figure.canvas.draw()
        boxes = {text.get_text(): text.get_window_extent() for text in curves.texts}
    assert len(boxes) == len(LONG)
    assert all(box.x0 >= curves.bbox.x0 for box in boxes.values())
    bold = [text.get_text() for text in curves.texts if text.get_fontweight() == "bold"]
    assert bold == ["x"]
