import re
from collections import defaultdict
from io import BytesIO

import numpy as np
import pytest
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_hex
from PIL import Image

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.network_print import network_gif, network_print
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import network_scene
from explorer.style import NEGATIVE, POSITIVE, number

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]


def scene_of(x=X, output=None, below="values", alpha=0.5):
    run = trace(bitonic(len(x)), x, SmoothMax(alpha))
    return network_scene(
        run, "in words", None if output is None else gradient_flow(run, output), below
    )


def strands(axes):
    """Whether each strand is dashed, by its colour."""
    [curves] = [
        held
        for held in axes.collections
        if type(held) is PathCollection and not held.get_offsets().any()
    ]
    return [
        (to_hex(hue), style[1] is not None)
        for hue, style in zip(curves.get_edgecolors(), curves.get_linestyles(), strict=True)
    ]


def test_negative_shares_are_dashed():
    assert set(strands(network_print(scene_of(output=3)).axes[0])) == {
        (POSITIVE, False),
        (NEGATIVE, True),
    }
    assert not any(dashed for _, dashed in strands(network_print(scene_of()).axes[0]))


def columns(axes):
    """The numbers that are written beside the wires, column by column from the left, each from the
    first wire to the last."""
    found = defaultdict(list)
    for text in axes.texts:
        if re.fullmatch(r"-?[\d.]+(e-?\d+)?", text.get_text()) and text.get_va() == "center":
            found[text.get_position()[0]].append((text.get_position()[1], text.get_text()))
    return [[words for _, words in sorted(found[x])] for x in sorted(found)]


@pytest.mark.parametrize("x", [X, [3.0], [2.0, 1.0], [2.0, 2.0, 1.0], list(range(64, 0, -1))])
@pytest.mark.parametrize("alpha", [0.05, 0.5])
def test_at_its_ends_stand_the_inputs_what_the_soft_sort_gave_and_the_hard_sort(x, alpha):
    scene = scene_of(x, alpha=alpha)
    inputs, soft, hard = columns(network_print(scene).axes[0])
    assert inputs == [number(value) for value in x]
    assert soft == [number(value) for value in scene.soft[-1]]
    assert hard == [number(value) for value in sorted(x)]


@pytest.mark.parametrize("x", [X, [3.0], [2.0, 1.0]])
def test_the_hard_network_stands_below_where_it_is_chosen(x):
    by_value = network_print(scene_of(x)).axes[1]
    assert by_value.get_title("left").startswith("the same run, by value")
    scene = scene_of(x, below="hard network")
    above, below = network_print(scene).axes
    assert "the hard network" in {text.get_text() for text in below.texts}
    assert columns(above)[1] == [number(value) for value in scene.soft[-1]]
    assert columns(below) == [[number(v) for v in values] for values in (x, sorted(x))]


def test_the_run_by_value_shows_where_each_input_goes_softly_and_hard():
    scene = scene_of(alpha=0.05)
    assert (scene.tokens != scene.hard_tokens).any()
    hard, soft = (held.get_segments() for held in network_print(scene).axes[1].collections[:2])
    for drawn, values, tokens in (
        (soft, scene.soft, scene.tokens),
        (hard, scene.hard, scene.hard_tokens),
    ):
        for token, line in enumerate(drawn):
            np.testing.assert_allclose(line[:, 0], scene.layout.columns)
            way = [scene.height(value) for value in values[tokens == token]]
            np.testing.assert_allclose(line[:, 1], way)


@pytest.mark.parametrize("n", [1, 2, 8, 16, 32, 64])
def test_the_name_of_a_stage_is_shortened_until_it_fits_its_bracket(n):
    scene = scene_of([float(k) for k in range(n)])
    words = {text.get_text() for text in network_print(scene).axes[0].texts}
    assert all(
        {stage.label, stage.short, stage.short.removeprefix("stage ")} & words
        for stage in scene.layout.stages
    )


@pytest.mark.parametrize("below", ["values", "hard network", "nothing"])
@pytest.mark.parametrize("output", [None, 0])
def test_the_legend_says_what_the_strands_are(below, output):
    scene = scene_of([2.0, 1.0], output, below)
    words = " ".join(text.get_text() for text in network_print(scene).texts).replace("\n", " ")
    assert scene.legend in words
    assert scene.title in words
    assert ("derivative" if scene.flow else "mixing weight") in words


def test_an_arrow_points_to_the_wire_that_receives_the_maximum():
    scene = scene_of()
    axes = network_print(scene).axes[0]
    moved, kept = [held for held in axes.collections if type(held) is PolyCollection]
    assert not np.array_equal(moved.get_facecolor(), kept.get_facecolor())
    inputs = [text for text in axes.texts if text.get_ha() == "right"]
    wires = {text.get_text(): text.get_position()[1] for text in inputs}
    *_, high = scene.network.comparator_arrays
    for tips, some in ((moved, scene.swap > 0.5), (kept, scene.swap <= 0.5)):
        tops = [path.vertices[2, 1] for path in tips.get_paths()]
        assert tops == [wires[number(X[wire])] for wire in high[some]]


@pytest.mark.parametrize("output", [None, 1])
def test_the_tokens_of_the_hard_network_move_too(output):
    frames = Image.open(BytesIO(network_gif(scene_of(output=output, below="hard network"))))
    assert frames.n_frames > 30
    shown = []
    for frame in (0, frames.n_frames // 2):
        frames.seek(frame)
        pixels = np.asarray(frames.convert("L"), dtype=int)
        shown.append(pixels[pixels.shape[0] * 6 // 10 :])
    assert np.abs(shown[0] - shown[1]).max() > 100
