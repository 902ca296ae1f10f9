import pytest

from explorer import NetworkExplorer

X = [5, -1, 9.5, 13.2]


def test_a_flipped_bit_stays_a_bit_and_own_ones_are_numbers():
    network = NetworkExplorer(preset="zeros and ones")
    network.network.set_state({"values": [1, 1, 0, 0, 1, 0, 1, 1]})
    assert network.state.preset == "zeros and ones"
    assert network.network.choices["bits"]
    assert "All 256 inputs of zeros and ones were tried" in network.controls.sentence
    own = NetworkExplorer([1, 1])
    assert not own.network.choices["bits"]
    assert own.controls.sentence == ""
    own.state.update(preset="zeros and ones")
    assert own.network.choices["bits"]


def test_a_drag_is_drawn_once(monkeypatch):
    network, drawn = NetworkExplorer(preset="random"), []
    show = network._show
    monkeypatch.setattr(network, "_show", lambda scene: drawn.append(1) or show(scene))
    network.network.set_state({"values": [0.5, *network.state.values[1:]]})
    assert network.state.preset == "own numbers"
    assert len(drawn) == 1


def test_an_output_pointed_out_is_followed_and_put_away_again():
    network = NetworkExplorer(X)
    for stamp, flow in enumerate([2, None, 2]):
        network.network.set_state({"picked": {"output": 2, "stamp": stamp}})
        assert network.state.flow == flow
        assert (network.scene().flow is None) == (flow is None)


@pytest.mark.parametrize(
    ("flow", "words"), [(None, ""), (3, ""), (4, "There is no output 4: the last is 3.")]
)
def test_an_output_that_is_not_there_is_said_to_be_missing(flow, words):
    assert NetworkExplorer(X, flow=flow).controls.sentence == words


def test_the_saved_picture_shows_what_stands_below():
    network = NetworkExplorer(X)
    assert "the hard network" not in network.svg()
    network.state.below = "hard network"
    assert "the hard network" in network.svg()
