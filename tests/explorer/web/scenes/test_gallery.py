"""The gallery's scene in the browser is that of Python."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import doubted, said_alike, shared, states
from twin_laws import near, refused_alike, same

from diffsort_core import NETWORKS
from explorer.scenes.gallery import _description, gallery_scene
from explorer.scenes.gallery_methods import COMPARED, METHODS
from explorer.state import ExplorerState

chosen = states(
    gallery_methods=st.sampled_from(list(COMPARED)),
    gallery_output=st.integers(0, 30),
    same_slope=st.booleans(),
    most=16,
)


def python(state):
    how = (
        state.alpha_in_force,
        state.gallery_methods,
        state.gallery_output,
        state.same_slope,
        state.labels,
    )
    return gallery_scene(state.wires, state.values, *how)


def browser(deno, state):
    return deno("galleryScene", choices_of(state))


def choices_of(state):
    how = {"compared": state.gallery_methods, "output": state.gallery_output}
    return {**shared(state), **how, "sameSlope": state.same_slope}


@given(state=chosen)
def test_the_scene_is_the_same(deno, state):
    """Results within 1e-12 of the largest value; counts the same, where no derivative or pair is
    just at the border."""
    found, scene = browser(deno, state), python(state)
    size = np.max(np.abs(scene.values)) or 1.0
    same(found["hard"], scene.hard)
    near([found["low"], found["high"]], [scene.low, scene.high], 1e-12 * size)
    assert found["chosen"] == scene.chosen
    assert [each["name"] for each in found["methods"]] == [each.name for each in scene.methods]
    for mine, known in zip(found["methods"], scene.methods, strict=True):
        assert mine["cost"] == known.cost
        assert mine["noPermutation"] == known.no_permutation
        assert mine["found"] == (known.result is not None)
        if known.result is None:
            assert mine["missing"].partition(", got")[0] == known.missing.partition(", got")[0]
            continue
        said_alike(mine["strength"], known.result.strength)
        said_alike(mine["brief"], known.result.brief)
        largest = max(size, np.max(np.abs(known.result.sorted)))
        near(mine["sorted"], known.result.sorted, 1e-12 * largest)
        near(mine["error"], known.error, 1e-11 * (1 + known.error))
        near(mine["surplus"], known.surplus, 1e-11 * len(scene.values) * largest)
        entries = known.result.jacobian
        if not np.any(np.abs(entries + 1e-9) < 1e-10):
            assert mine["negative"] == known.negative
        if not np.any(np.abs(np.abs(entries[scene.chosen]) - 0.01) < 1e-10):
            assert mine["felt"] == known.felt
        gaps = np.subtract.outer(known.result.sorted, known.result.sorted)
        if not np.any(np.abs(np.abs(gaps) - 1e-9 * size) < 1e-11 * size):
            assert mine["inversions"] == known.inversions


@given(state=chosen)
def test_it_is_said_in_the_same_words(deno, state):
    """To the letter of the same measures."""
    scene = python(state)
    measured = [
        {
            "name": each.name,
            "found": each.result is not None,
            "error": float(each.error),
            "negative": each.negative,
            "inversions": each.inversions,
        }
        for each in scene.methods
    ]
    spread = bool(scene.hard[0] < scene.hard[-1])
    span = "of the range" if spread else "of one unit"
    slope = state.same_slope
    told = deno(
        "galleryWords", measured, state.alpha_in_force, spread, len(state.values) ** 2, slope
    )
    assert told == _description(scene.methods, state.alpha_in_force, span, slope)
    assert doubted(deno, told, state) == scene.description


@pytest.mark.parametrize("name", METHODS)
@given(alpha=st.floats(0, 1e6))
def test_what_alpha_is_to_a_method_is_told_alike(deno, name, alpha):
    if name == "softmax" and alpha < 1e-9:
        return
    x = np.array([3.0, 1.0, 2.5])
    known = METHODS[name].run(x, NETWORKS["bitonic"](3), alpha)
    amount = deno("byMethod", name, "bitonic", x.tolist(), alpha)["amount"]
    assert deno("amountWords", name, amount) == known.strength
    assert deno("briefWords", name, amount) == known.brief


def test_what_one_output_or_another_leaves_as_it_is_is_made_anew_for_all_else(deno):
    first = {"values": [3.0, 1.0, 2.0], "alpha": 0.7}
    others = [
        {"gallery_output": 2},
        {"same_slope": True},
        {"gallery_methods": "Cauchy"},
        {"network": "odd-even transposition"},
        {"values": [3.0, 1.0, 2.5]},
        {"alpha": 0.8},
    ]
    for other in others:
        for state in (ExplorerState(**first), ExplorerState(**{**first, **other})):
            found, scene = browser(deno, state), python(state)
            assert found["chosen"] == scene.chosen
            for mine, known in zip(found["methods"], scene.methods, strict=True):
                near(mine["sorted"], known.result.sorted, 1e-11)
                assert mine["felt"] == known.felt


def test_what_is_always_true_of_a_method_is_said_alike(deno):
    assert deno("methodWords") == {
        name: {"mixing": facts.mixing, "use": facts.use, "cost": facts.cost}
        for name, facts in METHODS.items()
    }


def test_what_cannot_be_drawn_is_refused_in_the_same_words(deno):
    huge = ExplorerState(values=[1e301, -2.5])
    refused_alike(lambda: python(huge), lambda: browser(deno, huge))
