"""A network is chosen by its family's name, or by its comparators; what does not fit the values is
refused, and what does not sort is said."""

import numpy as np
import pytest

from diffsort_core import HARD, NETWORKS, DiffsortError, Layer, Network, diff_sort, smallest
from explorer import (
    AlphaExplorer,
    ErrorExplorer,
    JacobianExplorer,
    NetworkExplorer,
    RankingExplorer,
    RelaxationGallery,
    SortAnythingExplorer,
)
from explorer.state import ExplorerState
from explorer.wiring import as_network, doubt, wired

SORTS = "0:1,2:3,0:2,1:3,1:2"
FAILS = "0:1,1:2,2:3"


@pytest.mark.parametrize("family", NETWORKS)
def test_a_familys_network_is_chosen_by_name_and_any_other_by_its_comparators(family):
    network = NETWORKS[family](6)
    assert as_network(network) == as_network(family) == family
    own = as_network(Network(6, network.layers, "mine"))
    known, values = wired(own, 6), [3.0, 1, 5, 0, 4, 2]
    assert as_network(own) == as_network(known) == own == known.to_text()
    assert diff_sort(known, values).tolist() == diff_sort(network, values).tolist()
    assert doubt(known) == ""


@pytest.mark.parametrize("network", [3, None, "mine", "", Network(2, ()), "0:1 2;3"])
def test_what_is_no_network_is_refused_by_name(network):
    state = ExplorerState(values=[2, 1])
    with pytest.raises(DiffsortError, match=r"^network must"):
        state.network = network
    assert state.network == "bitonic"


def test_a_wire_that_no_text_can_tell_of_is_refused():
    with pytest.raises(DiffsortError, match="must compare its last wire, 3, with another"):
        ExplorerState(values=range(4), network=Network(4, (Layer(((0, 1),)),)))


def test_what_does_not_fit_the_values_is_refused_and_nothing_changes():
    state = ExplorerState(values=range(4), network=SORTS)
    before = state.to_json()
    words = "network must have as many wires as there are values, 5, got 4"
    for act in (
        lambda: setattr(state, "values", range(5)),
        lambda: state.update(values=range(5)),
        lambda: state.draw("random", 5, 0),
    ):
        with pytest.raises(DiffsortError, match=words):
            act()
        assert state.to_json() == before
    state.update(values=range(17), network="pairwise")
    with pytest.raises(DiffsortError, match="smallest must have at most 16 values, got 17"):
        state.network = "smallest"
    state.update(values=range(16), network="smallest")
    assert state.wires == smallest(16)


def test_a_network_of_ones_own_travels_as_its_comparators():
    state = ExplorerState(values=range(4), network=Network.from_text("2:3 0:1 0:2\n1:3 1:2"))
    again = ExplorerState.from_json(state.to_json())
    assert again.network == state.network == "2:3,0:1,0:2,1:3,1:2"
    assert again.wires == state.wires


def test_what_does_not_sort_is_said_with_zeros_and_ones_that_it_does_not_sort():
    network = wired(FAILS, 4)
    made, witness = (
        [int(bit) for bit in part.split()]
        for part in doubt(network).removesuffix(".").split("makes ")[1].split(" of ")
    )
    assert diff_sort(network, [float(bit) for bit in witness], HARD).tolist() == made
    assert (np.diff(made) < 0).any()
    assert "only up to 24 wires" in doubt(wired("0:24", 25))


@pytest.mark.parametrize(
    "of", [NetworkExplorer, AlphaExplorer, JacobianExplorer, RankingExplorer, RelaxationGallery]
)
def test_every_explorer_of_values_draws_it_and_says_what_it_does_not_sort(of):
    for network, told in ((SORTS, False), (FAILS, True)):
        explorer = of([3, 1, 4, 2], network=network)
        assert ("This network does not sort" in explorer.scene().description) == told
        assert network in explorer.page()
        assert "does not sort" in explorer.svg() or not told
        explorer.close()


def test_what_sorts_something_else_refuses_what_does_not_fit_that():
    state = ExplorerState(values=[3, 1, 4, 2], network=SORTS)
    with pytest.raises(DiffsortError, match="as many wires as there are things, 8, got 4"):
        SortAnythingExplorer(state=state)
    assert SortAnythingExplorer(state=state, pieces=4).scene().mix.shape == (4, 4)
    with pytest.raises(DiffsortError, match=r"network must be one of .* many counts of values"):
        ErrorExplorer(state=state)
    shuffles = ErrorExplorer(state=state, measure="shuffles", draws=1).finish()
    assert "your own network" in shuffles.scene().description
