"""What the laws of ink are tried on: networks, and the strokes found in their picture."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from run_choices import drawn_from

from diffsort_core import trace
from diffsort_core.families import ANY_N
from explorer.choices import RELAXATIONS
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import network_scene

SOFT = st.floats(0.05, 5)
WIDTH = 900
FAINT = 0.004
"""What carries less than this is not drawn."""


@st.composite
def pictures(draw, alphas=SOFT, flowing=False, wires=(2, 9), below="values"):
    n = draw(st.integers(*wires))
    network = draw(st.sampled_from(list(ANY_N.values())))(n)
    name, alpha = draw(st.sampled_from(list(RELAXATIONS))), draw(alphas)
    values = draw(st.permutations([round(1.7 * wire - 4, 3) for wire in range(n)]))
    run = trace(network, values, RELAXATIONS[name][1](alpha))
    output = draw(st.integers(0, n - 1)) if flowing else None
    flow = None if output is None else gradient_flow(run, output)
    scene = network_scene(run, "", flow)
    assume(np.abs(scene.swap - 0.5).min(initial=1) > 1e-9)  # or an ulp says which input is where
    return (
        scene,
        drawn_from(network, name, alpha, None if output is None else [output], below),
    )


def strands(found, heights="y", under=False):
    """(layer, from, to) -> the stroke, of those that lead from one column to the next; or of those
    that lie under them."""
    places, leading = found["places"], {}
    for stroke in found["strokes"]:
        curved = len(stroke["path"]) == 2 and len(stroke["path"][1]) == 6
        if curved and (stroke["colour"] == "text") == under:
            (x0, y0), (*_, x1, y1) = stroke["path"]
            layer = places["x"].index(x0)
            assert places["x"][layer + 1] == x1
            ends = (places[heights].index(y0), places[heights].index(y1))
            assert (layer, *ends) not in leading
            leading[layer, *ends] = stroke
    return leading


def hue_of(stroke):
    """The input whose colour it has; or where that is on the scale of colours."""
    return float(stroke["colour"].removeprefix("input "))
