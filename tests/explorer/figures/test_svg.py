from xml.etree import ElementTree

import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.jacobian_svg import jacobian_svg
from explorer.figures.network_svg import network_svg
from explorer.scenes.jacobian import jacobian_scene
from explorer.scenes.network import network_scene

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "smoothmax & alpha < 1"


def pictures(x):
    run = trace(bitonic(len(x)), x, SmoothMax(0.5))
    return network_svg(network_scene(run, WORDS)), jacobian_svg(jacobian_scene(run, 0.5, WORDS))


@pytest.mark.parametrize("x", [[1.0], [2.0, 2.0], [5.0, -1.0, 9.5], list(map(float, range(32, 0, -1))), [1e300, -1e300]])
def test_pictures_are_the_same_every_time_well_formed_and_described(x):
    for picture, again in zip(pictures(x), pictures(x), strict=True):
        assert picture == again
        root = ElementTree.fromstring(picture)
        assert WORDS in root.find(f"{SVG}title").text
        assert "nan" not in picture
        assert "inf" not in picture.replace("infinity", "")


@pytest.mark.parametrize("n", [1, 8, 32])
def test_nothing_stands_outside_the_picture(n):
    for picture in pictures(list(map(float, range(n)))):
        root = ElementTree.fromstring(picture)
        width, height = float(root.get("width")), float(root.get("height"))
        for circle in root.iter(f"{SVG}circle"):
            assert 0 < float(circle.get("cx")) < width
            assert 0 < float(circle.get("cy")) < height
        assert all(0 < float(words.get("y")) <= height for words in root.iter(f"{SVG}text"))


def test_the_network_shows_its_outputs_and_its_mean():
    words = [node.text for node in ElementTree.fromstring(pictures([5.0, -1.0])[0]).iter(f"{SVG}text")]
    assert {"hard -1", "hard 5", "mean 2"} <= set(words)
