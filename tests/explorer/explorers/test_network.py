import pytest

from explorer import NetworkExplorer

X = [5, -1, 9.5, 13.2]


def test_a_flipped_bit_stays_a_bit_and_own_ones_are_numbers(edit):
    network = NetworkExplorer(preset="zeros and ones")
    edit(network, values=[1, 1, 0, 0, 1, 0, 1, 1])
    assert network.state.preset == "zeros and ones"
    assert network.scene().bits
    assert "All 256 inputs of zeros and ones were tried" in network.scene().note
    own = NetworkExplorer([1, 1])
    assert not own.scene().bits
    assert own.scene().note == ""
    own.state.update(preset="zeros and ones")
    assert own.scene().bits


@pytest.mark.parametrize("flow", [2, None])
def test_a_gradient_is_followed_where_one_was_chosen(flow):
    network = NetworkExplorer(X, flow=flow)
    assert (network.scene().flow is None) == (flow is None)


def test_an_output_that_is_not_there_is_not_followed():
    assert NetworkExplorer(X, flow=9).scene().flow is None


def test_the_saved_picture_shows_what_stands_below():
    network = NetworkExplorer(X)
    assert "the hard network" not in network.svg()
    network.state.below = "hard network"
    assert "the hard network" in network.svg()
