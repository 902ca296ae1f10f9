from io import BytesIO

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from PIL import Image

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.network_print import network_gif, network_print
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import network_scene
from explorer.style import NEGATIVE, POSITIVE

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]


def scene_of(x=X, output=None, below="values"):
    run = trace(bitonic(len(x)), x, SmoothMax(0.5))
    return network_scene(
        run, "in words", None if output is None else gradient_flow(run, output), below
    )


def strands(axes):
    """Whether each strand is dashed, by its colour."""
    [curves] = [
        held
        for held in axes.collections
        if isinstance(held, PathCollection) and not held.get_offsets().any()
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


@pytest.mark.parametrize("x", [X, [3.0], [2.0, 1.0]])
def test_the_hard_network_stands_below_where_it_is_chosen(x):
    by_value, with_hard = (
        network_print(scene_of(x, below=below)).axes[1] for below in ("values", "hard network")
    )
    assert by_value.get_ylabel() == "value"
    assert with_hard.get_title("left") == "the hard network"
    last = [float(text.get_text()) for text in with_hard.texts if text.get_position()[0] > 1]
    assert last == sorted(x)


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
