import pytest

from diffsort_core import NETWORKS, Layer, Network, bitonic
from explorer.widgets.network import NetworkView, drawn_from, travelling

X = [5.0, -1.0, 9.5]
CHOICES = drawn_from(bitonic(3), "smoothmax", 0.5)


def test_a_step_is_one_message_of_the_choices(wired):
    view = NetworkView()
    view.show(CHOICES, X)
    wire = wired(view)
    view.show({**CHOICES, "alpha": 0.6}, X)
    view.show({**CHOICES, "alpha": 0.7}, [1.0, *X])
    view.show({**CHOICES, "alpha": 0.7}, [1.0, *X])
    assert wire.updates() == [{"choices"}, {"choices", "values"}]
    assert len(repr(wire.sent[0])) < 500


@pytest.mark.parametrize("name", NETWORKS)
def test_a_family_travels_by_its_name_and_anything_else_whole(name):
    network = NETWORKS[name](5)
    assert travelling(network) == name
    fewer = Network(5, network.layers[:-1], name)
    own = travelling(fewer)
    assert Network(5, tuple(Layer(**layer) for layer in own["layers"]), own["name"]) == fewer
