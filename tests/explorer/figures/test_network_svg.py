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


@pytest.mark.parametrize(
    "x", [[1.0], [2.0, 2.0], [5.0, -1.0, 9.5], list(map(float, range(64, 0, -1))), [1e300, -1e300]]
)
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
    starts = [
        start
        for path in root.iter(f"{SVG}path")
        for start in re.findall(r"M([-\d.]+) ([-\d.]+)", path.get("d"))
    ]
    assert starts
    assert all(0 <= float(x) < width and 0 <= float(y) < height for x, y in starts)
    assert all(0 < float(words.get("y")) <= height for words in root.iter(f"{SVG}text"))


def test_the_network_shows_its_outputs_and_its_mean():
    root = ElementTree.fromstring(picture_of([5.0, -1.0]))
    columns = [
        [node.text for node in group]
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}text") is not None
    ]
    assert columns[0] == ["5", "-1"]
    assert columns[2] == ["-1", "5"]
    assert {"hard", "mean 2"} <= {node.text for node in root.iter(f"{SVG}text")}


def test_the_picture_of_16_wires_is_small():
    assert len(picture_of(np.random.default_rng(0).normal(size=16))) < 30_000


RUN = trace(bitonic(8), [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0], SmoothMax(0.5))


def test_a_flow_is_drawn_in_the_colours_of_its_signs_and_dashed_where_it_is_negative():
    root = ElementTree.fromstring(network_svg(network_scene(RUN, WORDS, gradient_flow(RUN, 3))))
    strands = [
        node for group in root.iter(f"{SVG}g") if group.get("stroke-opacity") for node in group
    ]
    assert {(node.get("stroke"), node.get("stroke-dasharray")) for node in strands} == {
        (POSITIVE, None),
        (NEGATIVE, "5 3"),
    }
    assert POSITIVE not in network_svg(network_scene(RUN, WORDS))


def test_the_picture_shows_what_stands_below():
    by_value, with_hard = (
        network_svg(network_scene(RUN, WORDS, below=below)) for below in ("values", "hard network")
    )
    assert "The same run, by value" in by_value
    assert "mean" not in with_hard
    root = ElementTree.fromstring(with_hard)
    assert "The hard network" in {node.text for node in root.iter(f"{SVG}text")}
    columns = [
        [float(node.text) for node in group]
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}text") is not None
    ]
    assert columns[-1] == sorted(RUN.values[0])


@pytest.mark.parametrize("below", ["values", "hard network", "nothing"])
@pytest.mark.parametrize("output", [None, 0])
def test_the_legend_says_what_the_strands_are(below, output):
    run = trace(bitonic(1), [2.0], SmoothMax(0.5))
    scene = network_scene(run, WORDS, None if output is None else gradient_flow(run, output), below)
    root = ElementTree.fromstring(network_svg(scene))
    [legend] = [node for node in root.iter(f"{SVG}text") if node.text == scene.legend]
    assert float(legend.get("y")) < float(root.get("height"))
    assert ("derivative" if scene.flow else "mixing weight") in legend.text
