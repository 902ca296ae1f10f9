import re

import pytest

from diffsort_core import NETWORKS, Layer, Network, bitonic
from explorer.explorers.network import FLOW
from explorer.widgets.controls import Controls
from explorer.widgets.network import NetworkView, drawn_from

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
    assert drawn_from(network, "smoothmax", 1.0)["network"] == name
    fewer = Network(5, network.layers[:-1], name)
    own = drawn_from(fewer, "smoothmax", 1.0)["network"]
    assert Network(5, tuple(Layer(**layer) for layer in own["layers"]), own["name"]) == fewer


def test_it_knows_the_controls_beside_it(state):
    controls = Controls(state, [FLOW], "numbers")
    assert NetworkView(controls).controls == f"IPY_MODEL_{controls.model_id}"
    assert NetworkView().controls == ""


def test_the_widget_is_small():
    assert len(NetworkView._esm) < 105_000
    assert len(NetworkView._css) < 9_000


def test_it_brings_all_of_its_style_where_it_stands_without_controls():
    used = set(re.findall(r"var\((--ds-[\w-]+)", NetworkView._css))
    assert used
    assert [name for name in used if f"{name}:" not in NetworkView._css] == []
    assert ".diffsort-spoken" in NetworkView._css
