"""The alpha explorer's scene in the browser is that of Python."""

from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import ALPHAS, doubted, said_alike, shared, states
from twin_laws import near, refused_alike, same

from explorer.scenes.alpha import alpha_scene, as_steep, labels, name
from explorer.state import ExplorerState

ends = st.lists(st.tuples(st.sampled_from("xyz"), st.floats(-3, 3)), min_size=1, max_size=9)
sides = st.floats(-5, 5).map(lambda side: round(side, 2))
chosen = states(ALPHAS, a=sides, b=sides, same_slope=st.booleans())


def python(state):
    how = (state.a, state.b, state.strength, state.same_slope, state.labels)
    return alpha_scene(state.wires, state.values, state.rule, *how)


def browser(deno, state):
    own = {"a": state.a, "b": state.b, "sameSlope": state.same_slope}
    return deno("alphaScene", {**shared(state), **own})


def label(found):
    return [found[part] for part in ("words", "at", "to")]


@given(state=chosen)
def test_the_scene_is_the_same(deno, state):
    """Numbers within 1e-12 of the largest value, places of writing within the same."""
    found, scene = browser(deno, state), python(state)
    size = 1e-12 * max(5, np.max(np.abs(state.values)), np.max(np.abs(scene.path.sorts.outputs)))
    assert (found["alpha"], found["a"], found["hard"]) == (scene.alpha, scene.a, scene.hard)
    near([found["soft"], found["place"]], [scene.soft, scene.place], size)
    near(found["curve"], scene.curve, size + 1e-12 * np.abs(scene.curve).max())
    same(found["ordered"], scene.ordered)
    assert found["present"] == scene.present
    for mine, known in zip(found["beside"], scene.beside, strict=True):
        assert mine["name"] == known.name
        said_alike(mine["told"], known.told)
        near(mine["curve"], known.curve, size + 1e-12 * np.abs(known.curve).max())
    assert found["zero"] == scene.zero
    near(found["outputsFromTo"], scene.outputs_from_to, size)
    near(found["path"]["places"], scene.path.places, 1e-13)
    outputs = [sort["outputs"] for sort in found["path"]["sorts"]]
    near(outputs, scene.path.sorts.outputs, size)
    for mine, known in [
        (found["curveLabels"], scene.curve_labels),
        (found["placeLabels"], scene.place_labels),
    ]:
        assert [each["words"] for each in mine] == [each.words for each in known]
        near([label(each)[1:] for each in mine], [each[1:] for each in known], 2 * size)


@given(state=chosen)
def test_it_is_said_in_the_same_words(deno, state):
    """To the letter of the same numbers; of its own, but for the rounding of their last digit."""
    scene = python(state)
    sorts = scene.sorts
    parts = {
        "strength": state.strength,
        "n": len(state.values),
        "a": state.a,
        "b": state.b,
        "soft": scene.soft,
        "hard": scene.hard,
        "error": float(sorts.error),
        "inversions": int(sorts.inversions),
        "smallest": float(sorts.smallest),
        "largest": float(sorts.largest),
    }
    told = deno("alphaWords", parts)
    if state.same_slope:
        others = [(name, rule.alpha, rule.mixes) for name, rule in as_steep(state.rule).items()]
        named = [dict(zip(("name", "alpha", "mixes"), each, strict=True)) for each in others]
        told += deno("slopeWords", state.rule.mixes, named)
    assert doubted(deno, told, state) == scene.description
    if sorts.inversions in (0, 1) and scene.soft != scene.hard:
        said_alike(browser(deno, state)["description"], scene.description)


@given(alpha=st.floats(0, 1e9) | st.sampled_from([0.0, inf, 1e5]))
def test_an_alpha_has_the_same_name(deno, alpha):
    assert deno("alphaName", alpha) == name(alpha)


@given(ends=ends, low=st.floats(-3, 0), span=st.floats(0, 5))
def test_labels_keep_apart_alike(deno, ends, low, span):
    known = labels(ends, low, low + span)
    assert [label(each) for each in deno("labels", ends, low, low + span)] == [
        list(each) for each in known
    ]


def test_what_cannot_be_drawn_is_refused_in_the_same_words(deno):
    huge = ExplorerState(values=[1e301, -2.5])
    refused_alike(lambda: python(huge), lambda: browser(deno, huge))


def test_the_path_that_is_kept_is_that_of_the_same_choices(deno):
    first = {"values": [3.0, 1.0, 2.0], "relaxation": "smoothmax", "network": "bitonic"}
    others = [
        {"relaxation": "Cauchy"},
        {"network": "odd-even transposition"},
        {"values": [3.0, 1.0, 2.5]},
    ]
    for other in [{"alpha": 3.0}, *others]:
        for state in (ExplorerState(**first), ExplorerState(**{**first, **other})):
            outputs = [sort["outputs"] for sort in browser(deno, state)["path"]["sorts"]]
            near(outputs, python(state).path.sorts.outputs, 1e-11)
