import json

import pytest

from diffsort_core import DiffsortError
from explorer import NetworkExplorer

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def explorer():
    made = NetworkExplorer(X, alpha=0.5)
    yield made
    made.close()


@pytest.fixture
def press(explorer, monkeypatch):
    """Ask what a button asks, and give back the answer."""

    def ask(**request):
        answers = []
        monkeypatch.setattr(explorer.toolbar, "send", lambda content, buffers: answers.append((content, buffers)))
        explorer.toolbar._handle_custom_msg(request, [])
        [answer] = answers
        return answer

    return ask


def test_reset_goes_back_to_the_first_choices(explorer, press):
    first = explorer.state.choices()
    explorer.state.update(values=[1, 2], alpha=3, flow=1, network="odd-even merge")
    press(do="reset")
    assert explorer.state.choices() == first


def test_what_is_shared_can_be_taken_by_another(explorer, press):
    explorer.state.update(alpha=3, below="hard network")
    text = press(do="share")[0]["text"]
    explorer.reset()
    press(do="load", text=text)
    assert (explorer.state.alpha, explorer.state.below) == (3, "hard network")


@pytest.mark.parametrize("text", ["", "[1]", '{"beta": 1}', '{"values": []}', '{"values": [1, 2], "alpha": "soft"}'])
def test_a_wrong_text_is_refused_in_words_and_changes_nothing(explorer, press, text):
    before = explorer.state.choices()
    answer, _ = press(do="load", text=text)
    assert answer["refused"]
    assert "must" in answer["message"]
    assert explorer.state.choices() == before


def test_choices_that_the_explorer_cannot_show_are_refused(explorer, press):
    before = explorer.state.choices()
    answer, _ = press(do="load", text=json.dumps({"values": list(range(65))}))
    assert "values must hold at most 64 numbers here, got 65" in answer["message"]
    assert explorer.state.choices() == before


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("gif", b"GIF8")])
def test_a_picture_is_saved_under_the_explorers_name(explorer, press, tmp_path, kind, start):
    answer, [picture] = press(do="picture", format=kind)
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
    with pytest.raises(DiffsortError, match=r"path must end with one of \.json, \.svg, \.png, \.gif, got 'a\.jpg'"):
        explorer.save("a.jpg")
    (tmp_path / "a.json").write_bytes(b"\x89PNG\xff")
    with pytest.raises(DiffsortError, match="text must be the JSON of a state"):
        explorer.load(tmp_path / "a.json")
