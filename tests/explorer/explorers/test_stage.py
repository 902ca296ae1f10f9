"""An explorer may begin on the stage: the browser is told, and it is no choice of a state."""

import json

import pytest

import explorer
from diffsort_core import DiffsortError
from explorer.explorers.live import LiveExplorer

CLASSES = [getattr(explorer, name) for name in explorer.__all__ if name != "ExplorerState"]
LIVE = [each for each in CLASSES if issubclass(each, LiveExplorer)]


@pytest.fixture
def made():
    explorers = []

    def make(kind, *given, **choices):
        explorers.append(kind(*given, **choices))
        return explorers[-1]

    yield make
    for each in explorers:
        each.close()


@pytest.mark.parametrize("kind", LIVE)
def test_any_live_explorer_begins_on_the_stage_where_it_is_asked_to(kind, made):
    plain, staged = made(kind), made(kind, stage=True)
    assert staged.setup == {**plain.setup, "stage": True}
    assert "stage" not in plain.setup
    assert "stage" not in staged.choices
    assert staged.choices == plain.choices
    assert repr(staged) == repr(plain)
    assert '"stage":true' in staged.page().replace(" ", "")


@pytest.mark.parametrize("kind", LIVE)
def test_it_is_no_choice_that_others_load_or_print(kind, made, tmp_path):
    plain, staged = made(kind), made(kind, stage=True)
    staged.save(tmp_path / "a.json")
    assert "stage" not in json.loads((tmp_path / "a.json").read_text())
    plain.load(tmp_path / "a.json")
    assert "stage" not in made(kind, state=staged.state).setup
    assert staged.svg() == plain.svg()


@pytest.mark.parametrize("kind", LIVE)
def test_what_is_neither_yes_nor_no_is_refused(kind):
    with pytest.raises(DiffsortError, match="stage must be True or False, got 'yes'"):
        kind(stage="yes")
