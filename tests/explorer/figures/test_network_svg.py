import re
from xml.etree import ElementTree

import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.network_svg import network_svg
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import network_scene
from explorer.style import NEGATIVE, POSITIVE

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "smoothmax & alpha < 1"


def picture_of(x):
    return network_svg(network_scene(trace(bitonic(len(x)), x, SmoothMax(0.5)), WORDS))


@pytest.mark.parametrize("x", [[1.0], [2.0, 2.0], [5.0, -1.0, 9.5], list(map(float, range(64, 0, -1))), [1e300, -1e300]])
def test_the_picture_is_the_same_every_time_well_formed_and_described(x):
    picture = picture_of(x)
    assert picture == picture_of(x)
    root = ElementTree.fromstring(picture)
    assert WORDS in root.find(f"{SVG}title").text
    assert "nan" not in picture
    assert "inf" not in picture.replace("infinity", "")


@pytest.mark.parametrize("n", [1, 8, 32, 64])
def test_nothing_stands_outside_the_picture(n):
    root = ElementTree.fromstring(picture_of(list(map(float, range(n)))))
    width, height = float(root.get("width")), float(root.get("height"))
    starts = [start for path in root.iter(f"{SVG}path") for start in re.findall(r"M([-\d.]+) ([-\d.]+)", path.get("d"))]
    assert starts
    assert all(0 <= float(x) < width and 0 <= float(y) < height for x, y in starts)
    assert all(0 < float(words.get("y")) <= height for words in root.iter(f"{SVG}text"))


def test_the_network_shows_its_outputs_and_its_mean():
    root = ElementTree.fromstring(picture_of([5.0, -1.0]))
    columns = [[node.text for node in group] for group in root.iter(f"{SVG}g") if group.find(f"{SVG}text") is not None]
    assert columns[0] == ["5", "-1"]
    assert columns[2] == ["-1", "5"]
    assert {"hard", "mean 2"} <= {node.text for node in root.iter(f"{SVG}text")}


def test_the_picture_of_16_wires_is_small():
    assert len(picture_of(np.random.default_rng(0).normal(size=16))) < 30_000


def test_a_flow_is_drawn_in_the_colours_of_its_signs():
    run = trace(bitonic(8), [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0], SmoothMax(0.5))
    hues = {
        node.get("stroke")
        for node in ElementTree.fromstring(network_svg(network_scene(run, WORDS, gradient_flow(run, 3)))).iter(f"{SVG}path")
    }
    assert {POSITIVE, NEGATIVE} <= hues
    assert POSITIVE not in network_svg(network_scene(run, WORDS))
