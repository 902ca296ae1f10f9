"""What has to be as many as the values, their names and the wires of a network, is taken or refused
in both halves alike."""

import pytest
from changes_drawn import NAMES, WIRED
from hypothesis import given
from hypothesis import strategies as st
from own_networks import chosen_on
from taken_alike import assert_taken_alike

from explorer import NetworkExplorer
from explorer.numbers import OWN, drawn
from explorer.state import ExplorerState


@given(st.data(), st.integers(1, 18), WIRED | st.just("smallest"))
def test_a_network_that_does_not_fit_the_values_is_refused_alike(deno, data, count, network):
    before = data.draw(chosen_on(count))
    state = ExplorerState.holding(NetworkExplorer.own)(values=range(count), network=before)
    for asked in (
        {"network": network},
        {"values": [0] * (count + 1)},
        {"values": [0] * 17},
        {"values": [0, 1, 2], "network": network},
        {"preset": "random", "wires": 17},
        {"preset": "random", "wires": count},
    ):
        assert_taken_alike(deno, state, asked)


@given(st.data(), NAMES | st.just([]))
def test_names_are_as_many_as_the_values_alike(deno, data, names):
    count = len(names) if names else 3
    state = ExplorerState.holding(NetworkExplorer.own)(values=range(count))
    asked = {"labels": names}
    if data.draw(st.booleans()):
        asked["values"] = data.draw(
            st.lists(st.integers(0, 9), min_size=count - 1 or 1, max_size=count + 1)
        )
    assert_taken_alike(deno, state, asked)


@pytest.mark.parametrize(
    "asked",
    [
        {"values": [9, 8, 7]},
        {"values": [3, 1, 2]},
        {"values": [9, 8]},
        {"values": [9, 8, 7], "labels": None},
        {"values": [9, 8, 7], "labels": ["x", "y", "z"]},
        {"values": {"x": 9, "y": 8}},
        {"values": {"x": 9, "y": 8, "": 7}},
        {"values": {"x": 9, "y": 8}, "labels": None},
        {"values": {}},
        {"preset": OWN},
        {"preset": "example"},
        {"preset": "ties", "labels": ["x", "y", "z"]},
        {"preset": OWN, "values": [9, 8, 7]},
        {"seed": 4},
        {"seed": 4, "alpha": 2},
        {"alpha": 2},
        {"wires": 3, "preset": "random"},
        {"labels": None},
        {"labels": ["x"]},
        {"labels": "xyz"},
    ],
    ids=repr,
)
@pytest.mark.parametrize("preset", [OWN, "ties"])
def test_names_are_kept_and_dropped_alike(deno, preset, asked):
    values = [3, 1, 2] if preset == OWN else drawn(preset, 3, 0)
    state = ExplorerState.holding(NetworkExplorer.own)(
        values=values, preset=preset, labels=["a", "b", "c"]
    )
    assert_taken_alike(deno, state, asked)
