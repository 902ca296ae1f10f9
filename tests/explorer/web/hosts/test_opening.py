"""What is laid over the choices while an explorer opens is seen, and is nobody's choice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import NetworkExplorer

OVERLAYS = st.one_of(
    st.none(), st.floats(0.001, 100).map(lambda alpha: {"alpha": float(f"{alpha:.4g}")})
)
ACTS = st.one_of(
    st.tuples(st.just("change"), st.sampled_from([{"alpha": 3}, {"values": [4, 1, 2]}])),
    st.tuples(st.just("type"), st.sampled_from(["7; 8", "7, six"])),
    st.tuples(st.just("reset")),
    st.tuples(st.just("answer"), st.just({"sigma": 2}), st.just([])),
)


@pytest.fixture(scope="module")
def acted(deno):
    made = NetworkExplorer([3, 1, 2])
    setup, first = dict(made.setup), dict(made.choices)
    made.close()
    return lambda acts, **choices: deno("acted", setup, {**first, **choices}, acts)


def sent(found):
    """The choices of each message, without the stamps of the moment."""
    return [{**each, "edited": sorted(each["edited"])} for each in found["saved"]]


@given(acts=st.lists(st.tuples(OVERLAYS, ACTS), max_size=4), last=OVERLAYS)
def test_it_is_in_no_message_and_in_no_choice(acted, acts, last):
    plain = [list(act) for _, act in acts]
    overlaid = [each for over, act in acts for each in (["overlay", over], list(act))]
    end = [["overlay", last], ["wait"]]
    with_it, without = acted([*overlaid, *end]), acted([*plain, ["wait"]])
    assert sent(with_it) == sent(without)
    assert with_it["told"][-1]["chosen"] == without["told"][-1]["chosen"]
    for (over, _), told in zip(acts, with_it["told"][::2], strict=False):
        if over:
            assert told["alpha"] == over["alpha"]


@pytest.mark.parametrize(
    "act",
    [
        ["change", {"values": [4, 1, 2]}],
        ["reset"],
        ["type", "7; 8"],
        ["answer", {"sigma": 3}, []],
        ["overlay", None],
    ],
)
def test_what_is_chosen_anywhere_takes_it_away(acted, act):
    over, after = acted([["overlay", {"alpha": 7}], act])["told"]
    assert (over["alpha"], over["chosen"]["alpha"]) == (7, None)
    assert after["alpha"] == after["chosen"]["alpha"] is None


def test_what_cannot_be_drawn_is_not_shown_either(acted):
    with pytest.raises(Exception, match="alpha must be at least 0"):
        acted([["overlay", {"alpha": -1}]])


def test_one_view_of_a_model_opens_and_none_where_a_person_chose_before(acted):
    assert acted([["view"], ["view"]])["due"] == [True, False, False]
    assert acted([["view"]], edited={"alpha": 1.5})["due"] == [False, False]
    assert acted([["view"]], edited={})["due"] == [True, False]


def test_alpha_goes_back_without_a_jump_and_then_on_to_what_is_chosen_in_five_seconds(deno):
    times = list(range(0, 5001, 10))
    way = deno("way", times)
    moving = [share for share in way if share is not None]
    assert (moving[0], min(moving)) == (1, 0)
    softest = moving.index(0)
    assert moving[:softest] == sorted(moving[:softest], reverse=True)
    assert moving[softest:] == sorted(moving[softest:])
    assert moving[-1] > 0.99
    assert max(abs(b - a) for a, b in pairwise(moving)) < 0.05
    assert way[100] is not None  # after a second it is on its way
    assert way[100] < 0.9
    assert way[-1] is None
