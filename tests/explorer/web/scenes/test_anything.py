"""The sort-anything explorer's scene in the browser is that of Python, for the same things."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_networks import chosen_on
from scene_laws import said_alike
from twin_bounds import EPS, answer
from twin_laws import near, refused_alike

from diffsort_core import DiffsortError
from explorer.digits import digits, score, shown
from explorer.generator import Generator
from explorer.scenes.anything import COMPARATORS, _description, anything_scene
from explorer.scenes.materials import MATERIALS, material
from explorer.softness import deviation
from explorer.wiring import wired

choices = st.fixed_dictionaries(
    {
        "network": st.just("bitonic"),
        "comparator": st.sampled_from(list(COMPARATORS)),
        "alpha": st.floats(0, 40) | st.sampled_from([0.0, None]),
        "descending": st.booleans(),
    }
)


def browser(deno, name, pieces, sample, column, choices, table=None):
    """The scene of the same choices there."""
    drawn = {"material": name, "pieces": pieces, "sample": sample, "column": column, "table": table}
    return deno("anything", {**drawn, **choices})


def in_parts(things):
    """Complex numbers as pairs of their parts, and all other things as they are."""
    return things.view(float) if np.iscomplexobj(things) else things


@pytest.mark.parametrize("name", MATERIALS)
@given(pieces=st.integers(2, 16), sample=st.integers(0, 999), column=st.integers(1, 2))
def test_the_same_things_are_drawn_to_the_last_bit(deno, name, pieces, sample, column):
    things = material(name, pieces, sample, None, column)
    plain = {"network": "bitonic", "comparator": "key", "alpha": 1, "descending": True}
    found = browser(deno, name, pieces, sample, column, plain)
    assert found["before"] == in_parts(things.things).ravel().tolist()
    told = [found[part] for part in ("kind", "noun", "keyName", "remark")]
    assert told == [things.kind, things.noun, things.key_name, things.remark]
    assert found["column"] == (column if things.kind == "table" else 0)
    near(found["keysBefore"], things.key(things.things), 1e-12 * np.max(np.abs(things.things)))


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(0, 40))
def test_the_same_normal_deviates_are_drawn_to_the_last_bit(deno, seed, count):
    assert deno("normals", seed, count) == Generator(seed).normals(count)


def test_the_same_digits_and_the_same_score_were_shipped(deno):
    found = deno("digitsShown")
    assert found["pictures"] == shown().pictures.tolist()
    assert [int(label) for label in found["labels"]] == shown().labels.tolist()
    assert found["weights"] == score().weights.ravel().tolist()
    assert found["bias"] == score().bias.tolist()


@pytest.mark.parametrize("by", ["brightness", "a learned score"])
def test_every_digit_is_called_what_it_shows(deno, by):
    plain = {"network": "bitonic", "comparator": "key", "alpha": 1, "descending": True}
    found = browser(deno, f"digits by {by}", 16, 3, 1, plain)
    chosen = shown().labels[Generator(3).choice(len(shown().labels), 16)].tolist()
    assert found["labels"] == [f"{'an' if digit == 8 else 'a'} {digit}" for digit in chosen]


@pytest.mark.parametrize("name", MATERIALS)
@given(
    pieces=st.integers(2, 16),
    sample=st.integers(0, 99),
    column=st.integers(1, 2),
    choices=choices,
    data=st.data(),
)
def test_the_scene_is_the_same(deno, name, pieces, sample, column, choices, data):
    """Shares within 1e-12 and what a key's rounding does to a weight in each layer, alpha times a
    quarter, and what is measured of it (twin_bounds.answer); things within that of the largest."""
    things = material(name, pieces, sample, None, column)
    choices = {**choices, "network": data.draw(chosen_on(pieces))}
    network = wired(choices["network"], pieces)
    unit = deviation(things.keys) or 1.0
    if choices["alpha"] is not None:  # of which so much per standard deviation was drawn
        choices = {**choices, "alpha": choices["alpha"] / unit}
    how = (choices["comparator"], choices["alpha"], choices["descending"])
    scene = anything_scene(things, network, *how)
    found = browser(deno, name, pieces, sample, column, choices)
    assert found["alpha"] == pytest.approx(scene.alpha, rel=1e-9)
    spread = np.max(np.abs(scene.keys_before)) / unit
    within = 1e-12 + 64 * EPS * scene.alpha * unit * spread**2 * (1 + network.depth)
    moved = lambda rows: anything_scene(replace(things, things=rows), network, *how).mix  # noqa: E731
    within += answer(moved, things.things, scene.mix)
    near(np.reshape(found["mix"], scene.mix.shape), scene.mix, within)
    largest = np.max(np.abs(scene.before))
    near(found["after"], in_parts(scene.after).ravel(), within * pieces * largest)
    near(found["keysBefore"], scene.keys_before, 1e-12 * np.max(np.abs(scene.keys_before)))
    near(found["keysAfter"], scene.keys_after, 20 * within * pieces * max(1, largest))
    if how[0] != "clamped abs":  # a² - b² of two keys that cancel is rounding: all to a hard sort
        near(np.reshape(found["hardMix"], scene.mix.shape), scene.hard_mix, 1e-12)
        near(found["hard"], in_parts(scene.hard).ravel(), 1e-10 * max(1, largest))
        near(found["keysHard"], scene.keys_hard, 1e-10 * max(1, largest))
        assert found["goesTo"] == scene.goes_to.tolist()
    purest = np.sort(scene.mix.max(axis=1))
    if len(purest) > 1 and min(np.diff(purest)[[0, -1]]) > 1e-6:
        said_alike(found["description"], scene.description)


def test_a_network_of_another_number_of_things_is_refused_alike(deno):
    plain = {"comparator": "key", "sharpness": 1, "descending": False, "network": "0:1,1:2"}
    with pytest.raises(DiffsortError, match="must have as many wires as there are things, 4, got"):
        wired(plain["network"], 4, "things")
    refused_alike(
        lambda: wired(plain["network"], 4, "things"),
        lambda: browser(deno, next(iter(MATERIALS)), 4, 0, 1, plain),
    )


@given(
    choices=choices,
    purest=st.lists(st.floats(0, 1) | st.sampled_from([0.5, 1.0]), min_size=1, max_size=9),
    alpha=st.floats(0, 40) | st.sampled_from([0.0, inf]),
    spread=st.floats(0.01, 1e6) | st.just(0.0),
    name=st.sampled_from(MATERIALS),
)
def test_it_is_said_in_the_same_words(deno, choices, purest, alpha, spread, name):
    things = material(name, 4, 0, None, 1)
    known = _description(
        things,
        choices["comparator"],
        alpha,
        spread,
        choices["descending"],
        np.array(purest)[:, None],
    )
    told = {"noun": things.noun, "keyName": things.key_name, "remark": things.remark}
    how = {key: choices[key] for key in ("comparator", "descending")}
    measured = {"alpha": alpha, "deviation": spread, "purest": purest}
    parts = {**how, **measured, "material": told}
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
    plain = {"network": "bitonic", "comparator": "key", "alpha": 1, "descending": True}
    refused_alike(
        lambda: material("table", 2, 0, ((1.0, 2.0), (3.0, 4.0)), 3),
        lambda: browser(deno, "table", 2, 0, 3, plain, table=[[1, 2], [3, 4]]),
    )
