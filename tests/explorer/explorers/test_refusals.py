"""State and picture never part: what an explorer that follows a state cannot draw, the state does
not take, however it is set."""

import json
from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import explorer as package
from diffsort_core import DiffsortError
from explorer import (
    AlphaExplorer,
    ErrorExplorer,
    ExplorerState,
    JacobianExplorer,
    LearningExplorer,
    NetworkExplorer,
    RankingExplorer,
    RelaxationGallery,
    SortAnythingExplorer,
)
from explorer.widgets.program import Live

X = [5, -1, 9.5, 13.2]
TABLE = [[1, 5], [30, 30], [6, 9], [80, -2]]
EXPLORERS = [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
HUGE = (1e301, 0.0, 1.0, 2.0)


def made(explorer, **choices):
    if explorer is SortAnythingExplorer:
        return explorer(TABLE, values=X, **choices)
    return explorer(X, **choices)


def refused_by(explorer):
    """Choices that one explorer cannot draw, or that no state takes."""
    bad = [{"alpha": -1.0}, {"relaxation": "soft"}, {"values": [1.0, nan]}, {"values": range(257)}]
    if "values" in explorer.drawn_from and explorer.most_values < 256:
        bad.append({"values": range(explorer.most_values + 1)})
    if explorer in (AlphaExplorer, RankingExplorer, RelaxationGallery):
        bad.append({"values": HUGE})
    if explorer is SortAnythingExplorer:
        bad.append({"column": 5})
    return bad


REFUSED = [
    pytest.param(explorer, bad, id=f"{explorer.__name__}-{str(bad)[:30]}")
    for explorer in EXPLORERS
    for bad in refused_by(explorer)
]


def held(state, bad):
    with state.hold_trait_notifications():
        for name, value in bad.items():
            setattr(state, name, value)
        state.k = 5


WAYS = {
    "a cell": lambda shown, bad: [setattr(shown.state, *choice) for choice in bad.items()],
    "set_trait": lambda shown, bad: [shown.state.set_trait(*choice) for choice in bad.items()],
    "update": lambda shown, bad: shown.state.update(**bad),
    "update with more": lambda shown, bad: shown.state.update(**{"seed": 9, "k": 2, **bad}),
    "held": lambda shown, bad: held(shown.state, bad),
}


def picture(shown):
    """All that a person sees of an explorer, but for the answer to the last edit."""
    answer = {"edited", "message", "refused", "numbers"}
    live = isinstance(shown, Live)
    fields = shown.choices if live else shown.controls.values
    seen = {name: value for name, value in fields.items() if name not in answer}
    return id(shown.scene()), "" if live else shown.controls.sentence, seen


def answer(shown):
    """What an explorer said to the last edit."""
    return (shown.choices if isinstance(shown, Live) else shown.controls.values).get("message", "")


def assert_drawn(shown):
    """What is drawn is what a new explorer draws of the same choices."""
    again = type(shown)(**shown.state.choices())
    assert shown.scene().description == again.scene().description
    if isinstance(shown, Live):
        assert shown.choices["values"] == list(shown.state.values)
    else:
        assert shown.controls.values["wires"] == len(shown.state.values)
    again.close()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("explorer", "bad"), REFUSED)
def test_what_cannot_be_drawn_is_not_taken_however_it_is_set(explorer, bad, way):
    shown, heard = made(explorer, alpha=0.5), []
    before, seen = shown.state.choices(), picture(shown)
    shown.state.observe(heard.append)
    with pytest.raises(DiffsortError):
        WAYS[way](shown, bad)
    assert shown.state.choices() == before
    assert picture(shown) == seen
    assert heard == []
    shown.close()


PANELS = [each for each in REFUSED if not issubclass(each.values[0], Live)]


@pytest.mark.parametrize(("explorer", "bad"), PANELS)
def test_what_the_controls_and_the_toolbar_are_refused_is_answered_in_words(
    explorer, bad, edit, press
):
    shown = made(explorer, alpha=0.5)
    before, seen = shown.state.choices(), picture(shown)
    [(name, value)] = bad.items()
    field, text = (name, value) if name != "values" else ("numbers", ", ".join(map(repr, value)))
    edit(shown.controls, **{field: text})
    assert name in answer(shown)
    assert answer(shown).endswith(". The old value stays.")
    if field == "numbers":
        assert shown.controls.values["numbers"] == text
    assert (shown.state.choices(), picture(shown)) == (before, seen)
    value = list(value) if name == "values" else value
    answered, _ = press(shown, do="load", text=json.dumps({"alpha": 2, name: value}))
    assert answered["refused"]
    assert (shown.state.choices(), picture(shown)) == (before, seen)
    shown.close()


@pytest.mark.parametrize("bad", refused_by(NetworkExplorer), ids=lambda bad: str(bad)[:30])
def test_what_the_browser_sends_and_the_state_refuses_is_answered_in_words(bad, edit):
    shown = made(NetworkExplorer, alpha=0.5)
    before, seen = shown.state.choices(), picture(shown)
    [(name, value)] = bad.items()
    edit(shown, **{name: list(value) if name == "values" else value})
    assert name in answer(shown)
    assert answer(shown).endswith(". The old value stays.")
    assert (shown.state.choices(), picture(shown)) == (before, seen)
    shown.close()


def test_the_refusal_names_the_explorer_its_limit_and_how_many_there_were():
    shown = NetworkExplorer(X)
    said = "values must hold at most 64 numbers in NetworkExplorer, got 100"
    with pytest.raises(DiffsortError, match=said):
        shown.state.values = range(100)


@pytest.mark.parametrize("explorer", [JacobianExplorer, NetworkExplorer, RelaxationGallery])
@pytest.mark.parametrize("n", [65, 257])
def test_the_narrowest_explorer_on_a_shared_state_refuses_for_all(explorer, n, edit):
    state = ExplorerState(values=X, alpha=0.5)
    sharers = [each(state=state) for each in (JacobianExplorer, NetworkExplorer, RelaxationGallery)]
    setter = next(shown for shown in sharers if isinstance(shown, explorer))
    before, seen = state.choices(), [picture(shown) for shown in sharers]
    with pytest.raises(DiffsortError, match=f"got {n}"):
        setter.state.values = range(n)
    state.preset = "random"
    drawn = [picture(shown) for shown in sharers]
    if isinstance(setter, Live):
        edit(setter, values=[float(k) for k in range(n)])
    else:
        edit(setter.controls, wires=n)
    assert str(n) in answer(setter)
    assert [picture(shown) for shown in sharers] == drawn != seen
    state.update(**before)
    for shown in sharers:
        assert_drawn(shown)
        shown.close()


def test_a_closed_explorer_refuses_nothing_more():
    state = ExplorerState(values=X)
    wide, narrow = JacobianExplorer(state=state), NetworkExplorer(state=state)
    narrow.close()
    state.values = range(100)
    assert len(wide.scene().values) == 100
    wide.close()


def test_a_new_explorer_that_cannot_draw_leaves_the_shared_choices_as_they_were():
    state = ExplorerState(values=X)
    wide, before = JacobianExplorer(state=state), state.choices()
    with pytest.raises(DiffsortError, match="in NetworkExplorer, got 100"):
        NetworkExplorer(range(100), state=state, alpha=3)
    assert state.choices() == before
    assert_drawn(wide)
    wide.close()


def test_a_refused_choice_loses_nothing_of_what_was_learnt_or_computed():
    learning, errors = LearningExplorer(X, steps=3), ErrorExplorer(X, measure="shuffles", draws=1)
    learning.finish()
    errors.finish()
    learner, run = learning.learner, errors._run
    for shown, bad in [(learning, {"values": range(65)}), (errors, {"values": range(257)})]:
        with pytest.raises(DiffsortError):
            shown.state.update(**bad)
    assert learning.learner is learner
    assert (learner.taken, learning.runner.progress) == (3, 1.0)
    assert errors._run is run
    assert run.share == 1
    for shown in (learning, errors):
        shown.close()


@pytest.mark.parametrize("explorer", [NetworkExplorer, JacobianExplorer])
@pytest.mark.parametrize("values", [[5, -1, nan, 13.2], [1e301, 0, 1, 2], list(range(65))])
def test_a_refused_drag_is_answered_in_words_and_taken_back(explorer, values, edit):
    shown = explorer(X, out=0, into=0)
    gallery = RelaxationGallery(state=shown.state)
    before, seen = shown.state.choices(), [picture(shown), picture(gallery)]
    edit(shown, values=values)
    assert shown.choices["values"] == list(shown.state.values) == X
    assert answer(shown).endswith(". The old value stays.")
    assert shown.state.choices() == before
    assert [picture(shown), picture(gallery)] == seen
    for each in (shown, gallery):
        each.close()


@pytest.mark.parametrize(
    ("explorer", "handle", "x"),
    [
        (lambda: LearningExplorer(task="line"), "0", 11.0),
        (lambda: LearningExplorer(task="line"), "0", nan),
    ],
)
def test_a_refused_move_of_a_handle_is_answered_in_words_and_taken_back(explorer, handle, x):
    shown = explorer()
    before, seen = shown.state.choices(), picture(shown)
    shown.chart.set_state({"edited": {"name": handle, "x": x, "y": 1.0, "stamp": 1}})
    assert shown.chart.edited == {}
    assert shown.controls.values["message"].endswith(". The old value stays.")
    assert (shown.state.choices(), picture(shown)) == (before, seen)
    shown.close()


@pytest.mark.parametrize("choices", [{"preset": "ties"}, {"seed": 3}, {"values": [1, 2, 3]}])
def test_numbers_preset_and_seed_still_bring_each_other_along(choices):
    state = ExplorerState(preset="random")
    shown = NetworkExplorer(state=state)
    for name, value in choices.items():
        setattr(state, name, value)
    expected = ExplorerState.holding(NetworkExplorer.own)(**{"preset": "random", **choices})
    assert state.choices() == expected.choices()
    assert shown.choices["preset"] == state.preset
    assert_drawn(shown)
    shown.close()


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "values": st.lists(st.sampled_from([0.0, 1.0, -3.5, 1e301, nan]), max_size=4)
        | st.sampled_from([range(3), range(33), range(65), range(257)]),
        "alpha": st.sampled_from([0.0, 0.5, np.inf, -1.0]),
        "relaxation": st.sampled_from(["smoothmax", "softmax", "Cauchy", "none"]),
        "preset": st.sampled_from(["example", "random", "zeros and ones", "own numbers"]),
        "seed": st.sampled_from([0, 1, -1]),
        "network": st.sampled_from(["bitonic", "odd-even merge"]),
    },
)


@settings(max_examples=15)
@given(st.lists(st.tuples(CHOICES, st.sampled_from(sorted(WAYS))), max_size=4))
def test_whatever_is_tried_on_a_shared_state_its_pictures_are_those_of_its_choices(tried):
    state = ExplorerState(values=X, alpha=0.5)
    sharers = [AlphaExplorer(state=state), NetworkExplorer(state=state)]
    for choices, way in tried:
        for name in choices:
            before = state.choices()
            seen = [picture(shown) for shown in sharers]
            try:
                WAYS[way](sharers[0], {name: choices[name]})
            except DiffsortError:
                assert state.choices() == before
                assert [picture(shown) for shown in sharers] == seen
    for shown in sharers:
        assert_drawn(shown)
        shown.close()
