import base64

import numpy as np
import pytest

from diffsort_core import (
    NETWORKS,
    Layer,
    Network,
    SmoothMax,
    bitonic,
    diff_sort,
    odd_even_merge,
)
from explorer.explorers.beside import Beside, travelling

VALUES = [3.0, 1.0, 4.0, 2.0]
OWN = Network(4, (Layer(((0, 1), (2, 3))), Layer(((0, 2),))), "your")


@pytest.fixture
def shown():
    made = Beside([OWN, bitonic(4)], VALUES, alpha=2.0, words="Two of them.")
    yield made
    made.close()


def test_each_network_sorts_the_same_values(shown):
    for scene, network in zip(shown.scenes, (OWN, bitonic(4)), strict=True):
        right = diff_sort(network, np.array(VALUES), SmoothMax(2.0))
        np.testing.assert_allclose(scene.soft[-1], right)


def test_an_input_that_is_dragged_in_one_moves_in_all(shown, edit):
    edit(shown, values=[3.0, 9.0, 4.0, 2.0])
    assert [scene.soft[0].tolist() for scene in shown.scenes] == [[3.0, 9.0, 4.0, 2.0]] * 2


def test_only_a_known_network_has_stages_in_brackets(shown):
    yours, known = shown.scenes
    assert yours.layout.stages == ()
    assert len(known.layout.stages) == 2


def test_where_there_is_no_kernel_a_picture_of_all_is_shown(shown):
    bundle, metadata = shown._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert "Your network on 4 wires" in metadata["image/png"]["alt"]
    assert "Bitonic network on 4 wires" in metadata["image/png"]["alt"]
    both = shown.printed().get_size_inches()[1]
    alone = Beside([bitonic(4)], VALUES).printed().get_size_inches()[1]
    assert both > 1.5 * alone
    words = " ".join(text.get_text() for text in shown.printed().texts)
    assert "Two of them." in words


def test_it_closes_its_pictures(shown):
    shown.close()
    shown.close()  # no more is done
    assert shown.comm is shown.layout.comm is None
    assert "application/vnd.jupyter.widget-view+json" not in shown._repr_mimebundle_()[0]


@pytest.mark.parametrize("values", [[1.0, 2.0], [float("nan"), 1.0, 4.0, 2.0]])
def test_numbers_that_the_networks_cannot_sort_are_refused_in_words(shown, edit, values):
    edit(shown, values=values)
    assert shown.choices["values"] == VALUES
    assert shown.choices["message"].endswith("The old value stays.")
    assert shown.scenes[0].soft[0].tolist() == VALUES


def test_it_says_what_it_shows():
    assert repr(Beside([odd_even_merge(4)], VALUES)) == "Beside(odd-even merge)"


@pytest.mark.parametrize("name", NETWORKS)
def test_a_family_travels_by_its_name_and_anything_else_whole(name):
    network = NETWORKS[name](5)
    assert travelling(network) == name
    fewer = Network(5, network.layers[:-1], name)
    own = travelling(fewer)
    assert Network(5, tuple(Layer(**layer) for layer in own["layers"]), own["name"]) == fewer
