"""The sort-anything explorer's scene in the browser is that of Python, for the same things."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import said_alike
from twin_bounds import EPS, answer
from twin_laws import near, refused_alike

from diffsort_core import NETWORKS
from diffsort_core.families import ANY_N
from explorer.digits import digits, score
from explorer.scenes.anything import COMPARATORS, _description, anything_scene
from explorer.scenes.materials import MATERIALS, material

choices = st.fixed_dictionaries(
    {
        "network": st.sampled_from(list(ANY_N)),
        "comparator": st.sampled_from(list(COMPARATORS)),
        "alpha": st.floats(0, 40) | st.sampled_from([0.0, inf]),
        "descending": st.booleans(),
    }
)


def given_to_browser(name, things):
    """What makes the same material there."""
    kind, _, by = name.partition(" by ")
    if kind == "table":
        return "table", [things.things.tolist(), int(things.key_name.split()[1])]
    if kind == "complex numbers":
        return "complexNumbers", [[[each.real, each.imag] for each in things.things.tolist()], by]
    learned = {"weights": score().weights.ravel().tolist(), "bias": score().bias.tolist()}
    return "digits", [
        things.things.tolist(),
        learned if by == "a learned score" else None,
        things.remark,
    ]


@pytest.mark.parametrize("name", MATERIALS)
@given(
    pieces=st.integers(2, 16), sample=st.integers(0, 99), column=st.integers(1, 2), choices=choices
)
def test_the_scene_is_the_same(deno, name, pieces, sample, column, choices):
    """Shares within 1e-12 and what a key's rounding does to a weight in each layer, alpha times a
    quarter, and what is measured of it (twin_bounds.answer); things within that of the largest."""
    things = material(name, pieces, sample, None, column)
    network = NETWORKS[choices["network"]](pieces)
    how = (choices["comparator"], choices["alpha"], choices["descending"])
    scene = anything_scene(things, network, *how)
    kind, given = given_to_browser(name, things)
    alpha = choices["alpha"]
    found = deno(
        "anything", kind, given, {**choices, "alpha": "infinity" if alpha == inf else alpha}
    )
    assert (found["kind"], found["noun"]) == (scene.kind, scene.noun)
    assert found["keyName"] == scene.key_name
    if how[0] == "clamped abs" and alpha == inf:
        return  # a² - b² of two keys that cancel is rounding, which an infinite alpha makes all
    steep = alpha if alpha < inf else 0
    spread = np.max(np.abs(scene.keys_before)) / (np.std(scene.keys_before) or 1.0)
    within = 1e-12 + 64 * EPS * steep * spread**2 * (1 + network.depth)
    moved = lambda rows: anything_scene(replace(things, things=rows), network, *how).mix  # noqa: E731
    within += answer(moved, things.things, scene.mix)
    near(np.reshape(found["mix"], scene.mix.shape), scene.mix, within)
    parts = scene.after.view(float) if np.iscomplexobj(scene.after) else scene.after
    largest = np.max(np.abs(scene.before))
    near(found["after"], parts.ravel(), within * pieces * largest)
    near(found["keysBefore"], scene.keys_before, 1e-12 * np.max(np.abs(scene.keys_before)))
    near(found["keysAfter"], scene.keys_after, 20 * within * pieces * max(1, largest))
    near(found["keysHard"], scene.keys_hard, 1e-10 * max(1, largest))
    purest = np.sort(scene.mix.max(axis=1))
    if len(purest) > 1 and min(np.diff(purest)[[0, -1]]) > 1e-6:
        said_alike(found["description"], scene.description)


@given(
    choices=choices,
    purest=st.lists(st.floats(0, 1) | st.sampled_from([0.5, 1.0]), min_size=1, max_size=9),
    deviation=st.floats(0.01, 1e6),
    name=st.sampled_from(MATERIALS),
)
def test_it_is_said_in_the_same_words(deno, choices, purest, deviation, name):
    things = material(name, 4, 0, None, 1)
    known = _description(
        things,
        choices["comparator"],
        choices["alpha"],
        deviation,
        choices["descending"],
        np.array(purest)[:, None],
    )
    told = {"noun": things.noun, "keyName": things.key_name, "remark": things.remark}
    choices = {key: choices[key] for key in ("comparator", "alpha", "descending")}
    parts = {**choices, "material": told, "deviation": deviation, "purest": purest}
    assert deno("anythingWords", parts) == known


def test_the_comparators_are_the_same(deno):
    found = deno("comparisons")
    assert found["words"] == {name: words for name, (words, _) in COMPARATORS.items()}
    assert found["known"] == list(COMPARATORS)


def test_the_score_of_a_picture_is_the_same(deno):
    """Within 1e-12 of a digit's 9; the logits within that of the largest."""
    learned = {"weights": score().weights.ravel().tolist(), "bias": score().bias.tolist()}
    pictures = digits().pictures[:40]
    known, logits = score()(pictures), score().logits(pictures)
    near([deno("score", learned, each.tolist()) for each in pictures], known, 1e-11)
    found = [deno("logits", learned, each.tolist()) for each in pictures]
    near(found, logits, 1e-12 * np.abs(logits).max())


def test_a_column_that_is_not_there_is_refused_in_the_same_words(deno):
    choices = {"network": "bitonic", "comparator": "key", "alpha": 1, "descending": True}
    refused_alike(
        lambda: material("table", 2, 0, ((1.0, 2.0), (3.0, 4.0)), 3),
        lambda: deno("anything", "table", [[[1, 2], [3, 4]], 3], choices),
    )
