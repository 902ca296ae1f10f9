import base64

import numpy as np
import pytest

from diffsort_core import Layer, Network, SmoothMax, bitonic, diff_sort, odd_even_merge
from explorer.explorers.beside import Beside

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


def test_an_input_that_is_dragged_in_one_moves_in_all(shown):
    shown.views[1].values = [3.0, 9.0, 4.0, 2.0]
    assert shown.views[0].values == [3.0, 9.0, 4.0, 2.0]
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
    assert [view.comm for view in shown.views] == [None, None]
    assert "application/vnd.jupyter.widget-view+json" not in shown._repr_mimebundle_()[0]


def test_what_a_reader_wrote_is_no_markup():
    made = Beside([bitonic(4)], VALUES, words="<b>1 < 2</b>")
    assert made.children[0].value == "&lt;b&gt;1 &lt; 2&lt;/b&gt;"
    made.close()


def test_a_drag_is_drawn_once(shown, monkeypatch):
    drawn = []
    monkeypatch.setattr(Beside, "_draw", lambda self, values: drawn.append(values))
    shown.views[0].values = [1.0, 1.0, 4.0, 2.0]
    shown.views[0].values = VALUES
    assert drawn == [[1.0, 1.0, 4.0, 2.0]]


def test_it_says_what_it_shows():
    assert repr(Beside([odd_even_merge(4)], VALUES)) == "Beside(odd-even merge)"
