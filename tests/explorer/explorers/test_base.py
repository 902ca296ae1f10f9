import json

import pytest

from diffsort_core import DiffsortError
from explorer import (
    ErrorExplorer,
    LearningExplorer,
    NetworkExplorer,
    SortAnythingExplorer,
)

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def explorer():
    made = NetworkExplorer(X, alpha=0.5)
    yield made
    made.close()


@pytest.fixture
def panel():
    made = ErrorExplorer(X, alpha=0.5, draws=1)
    yield made
    made.close()


def test_reset_goes_back_to_the_first_choices(panel, press):
    first = panel.state.choices()
    panel.state.update(values=[1, 2], alpha=3, draws=2, network="odd-even merge")
    press(panel, do="reset")
    assert panel.state.choices() == first


def test_what_is_shared_can_be_taken_by_another(panel, press):
    panel.state.update(alpha=3, measure="shuffles")
    text = press(panel, do="share")[0]["text"]
    panel.reset()
    press(panel, do="load", text=text)
    assert (panel.state.alpha, panel.state.measure) == (3, "shuffles")


@pytest.mark.parametrize(
    "text", ["", "[1]", '{"beta": 1}', '{"values": []}', '{"values": [1, 2], "alpha": "soft"}']
)
def test_a_wrong_text_is_refused_in_words_and_changes_nothing(panel, press, text):
    before = panel.state.choices()
    answer, _ = press(panel, do="load", text=text)
    assert answer["refused"]
    assert "must" in answer["message"]
    assert panel.state.choices() == before


def test_choices_that_the_explorer_cannot_show_are_refused(press):
    shown = LearningExplorer(X)
    before = shown.state.choices()
    answer, _ = press(shown, do="load", text=json.dumps({"values": list(range(65))}))
    assert "values must hold at most 64 numbers in LearningExplorer, got 65" in answer["message"]
    assert shown.state.choices() == before
    shown.close()


@pytest.mark.parametrize(
    ("kind", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("gif", b"GIF8")]
)
def test_a_picture_is_saved_under_the_explorers_name(explorer, press, tmp_path, kind, start):
    answer, [picture] = press(explorer, do="picture", format=kind)
    assert answer["name"] == f"network.{kind}"
    assert picture.startswith(start)
    explorer.save(tmp_path / f"a.{kind}")
    assert (tmp_path / f"a.{kind}").read_bytes() == picture


def test_choices_go_to_a_file_and_back(explorer, tmp_path):
    explorer.state.alpha = 7
    explorer.save(tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text())["alpha"] == 7
    explorer.reset()
    explorer.load(tmp_path / "a.json")
    assert explorer.state.alpha == 7


def test_a_file_of_another_kind_is_refused(explorer, tmp_path):
    with pytest.raises(
        DiffsortError,
        match=r"path must end with one of \.json, \.svg, \.png, \.gif, \.html, got 'a\.jpg'",
    ):
        explorer.save("a.jpg")
    (tmp_path / "a.json").write_bytes(b"\x89PNG\xff")
    with pytest.raises(DiffsortError, match="text must be the JSON of a state"):
        explorer.load(tmp_path / "a.json")


def test_choices_beside_those_that_a_text_names_stay(panel, press):
    before = panel.state.choices()
    press(panel, do="load", text='{"alpha": 3, "draws": 2}')
    assert panel.state.choices() == {**before, "alpha": 3, "draws": 2}


def test_what_cannot_be_drawn_leaves_the_picture_and_its_files_as_they_were():
    shown = SortAnythingExplorer([[1, 5], [30, 30], [6, 9]], column=2)
    scene, svg, bundle = shown.scene(), shown.svg(), shown._repr_mimebundle_()
    with pytest.raises(DiffsortError, match="column must be a column of the table, 1 to 2, got 5"):
        shown.state.column = 5
    assert shown.state.column == 2
    assert shown.scene() is scene
    assert (shown.svg(), shown._repr_mimebundle_()) == (svg, bundle)
    shown.state.column = 1
    assert shown.scene() is not scene
    shown.close()


def test_choices_that_cannot_be_drawn_are_not_taken(tmp_path):
    shown = SortAnythingExplorer([[1, 5], [30, 30], [6, 9]], column=2)
    before = shown.state.choices()
    (tmp_path / "a.json").write_text('{"column": 5, "alpha": 3}')
    with pytest.raises(DiffsortError, match="column must be a column of the table, 1 to 2, got 5"):
        shown.load(tmp_path / "a.json")
    assert shown.state.choices() == before
    shown.close()


def test_a_picture_is_made_of_the_scene_that_is_shown(explorer, monkeypatch):
    monkeypatch.setattr(explorer, "_scene", lambda state: pytest.fail("computed again"))
    explorer.svg()
    explorer.png()


def test_a_file_is_named_in_small_letters_without_spaces(tmp_path):
    shown = SortAnythingExplorer()
    answer, _ = shown._answer({"do": "picture", "format": "svg"})
    assert answer["name"] == "sort-anything.svg"
    shown.close()
