from xml.etree import ElementTree

import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.network_svg import network_svg
from explorer.scenes.network import network_scene

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "smoothmax & alpha < 1"


def picture_of(x):
    return network_svg(network_scene(trace(bitonic(len(x)), x, SmoothMax(0.5)), WORDS))


@pytest.mark.parametrize("x", [[1.0], [2.0, 2.0], [5.0, -1.0, 9.5], list(map(float, range(32, 0, -1))), [1e300, -1e300]])
def test_the_picture_is_the_same_every_time_well_formed_and_described(x):
    picture = picture_of(x)
    assert picture == picture_of(x)
    root = ElementTree.fromstring(picture)
    assert WORDS in root.find(f"{SVG}title").text
    assert "nan" not in picture
    assert "inf" not in picture.replace("infinity", "")


@pytest.mark.parametrize("n", [1, 8, 32])
def test_nothing_stands_outside_the_picture(n):
    root = ElementTree.fromstring(picture_of(list(map(float, range(n)))))
    width, height = float(root.get("width")), float(root.get("height"))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height
    assert all(0 < float(words.get("y")) <= height for words in root.iter(f"{SVG}text"))


def test_the_network_shows_its_outputs_and_its_mean():
    words = [node.text for node in ElementTree.fromstring(picture_of([5.0, -1.0])).iter(f"{SVG}text")]
    assert {"hard -1", "hard 5", "mean 2"} <= set(words)
