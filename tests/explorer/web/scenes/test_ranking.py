"""The ranking explorer's scene in the browser is that of Python."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import doubted, said_alike, shared, states
from twin_laws import near, refused_by_both, same

from explorer.scenes.ranking import _grouped, _listed, ranking_scene
from explorer.state import ExplorerState

chosen = states(
    sigma=st.floats(0.02, 20),
    ranking_focus=st.integers(0, 30),
    ranking_transpose=st.booleans(),
)


def python(state):
    return ranking_scene(
        state.run(),
        state.sigma,
        state.ranking_focus,
        state.ranking_transpose,
        state.strength,
        state.labels,
    )


def browser(deno, state):
    how = {"sigma": state.sigma, "focus": state.ranking_focus}
    return deno("rankingScene", {**shared(state), **how, "transposed": state.ranking_transpose})


def condition(state, scene):
    """How much a place's rounding moves a rank: as much as sigma is narrower than the values."""
    size = max(np.max(np.abs(scene.values)), np.max(np.abs(scene.places)))
    narrow = min(state.sigma, scene.sigmas[0])
    return 1e-12 * len(scene.values) * max(1, (size / narrow) ** 2)


@given(state=chosen)
def test_the_scene_is_the_same(deno, state):
    """Values and places within 1e-12 of the largest; ranks within their condition at the narrowest
    kernel that is drawn; the line and the hard means the same."""
    found, scene = browser(deno, state), python(state)
    size = 1e-12 * max(np.max(np.abs(scene.values)), np.max(np.abs(scene.places)))
    assert (found["focus"], found["chosen"]) == (scene.focus, scene.chosen)
    near(found["places"], scene.places, size)
    assert found["sortedWires"] == scene.sorted_wires.tolist()
    near(found["line"], scene.line, size)
    near(found["hardMeans"], scene.hard_means, 1e-12)
    near(found["sigmas"], scene.sigmas, 1e-12 * scene.sigmas)
    near(found["cursor"], scene.cursor, 1e-12)
    near(found["heights"], scene.heights, condition(state, scene))
    within = condition(state, scene)
    near(np.reshape(found["order"], scene.order.shape), scene.order, within)
    near(found["means"], scene.means, len(scene.values) * within)
    near(found["curves"], scene.curves, len(scene.values) * within)
    near(found["meansFromTo"], scene.means_from_to, len(scene.values) * within)
    (grid, bell), (known, height) = found["kernel"], scene.kernel
    if len(grid) == len(known):  # two points that are one but for rounding may be two in one half
        near(grid, known, size)
        near(bell, height, condition(state, scene))
    assert abs(len(grid) - len(known)) <= 12


@given(
    positions=st.lists(st.integers(-9, 9) | st.floats(-5, 5), min_size=1, max_size=12),
    apart=st.sampled_from([0.5, 1, 3]),
)
def test_labels_are_shared_alike(deno, positions, apart):
    found, known = deno("grouped", positions, "wire", apart), _grouped(positions, "wire", apart)
    assert [words for _, words in found] == [words for _, words in known]
    near([at for at, _ in found], [at for at, _ in known], 1e-12 * 9)


@given(state=chosen)
def test_curves_are_named_alike(deno, state):
    """The same words, and from low to high where no two curves end nearly at one height."""
    found, scene = browser(deno, state)["labels"], python(state)
    ends = np.sort([label.at for label in scene.labels])
    words = [label.words for label in scene.labels]
    assert sorted(each["words"] for each in found) == sorted(words)
    if (np.diff(ends) > 1e-6).all():
        assert [each["words"] for each in found] == words
        near([each["to"] for each in found], [label.to for label in scene.labels], 1e-6)


@given(state=chosen)
def test_it_is_said_in_the_same_words(deno, state):
    """To the letter of the same numbers; of its own, where one mean is clearly the farthest."""
    scene = python(state)
    soft, hard = scene.means.tolist(), scene.hard_means.tolist()
    told = (
        deno("toldOfPlaces", soft, hard, scene.order.sum(axis=1).tolist())
        if state.ranking_transpose
        else deno("toldOfRanks", list(state.values), soft, hard, state.labels)
    )
    assert scene.description.endswith(f" units of value. {doubted(deno, told, state)}")
    off = np.sort(np.abs(scene.means - scene.hard_means))
    if len(off) == 1 or off[-1] > off[-2] + 1e-6:
        said_alike(browser(deno, state)["description"], scene.description)


@given(group=st.sets(st.integers(0, 20), min_size=1), noun=st.sampled_from(["wire", "place", ""]))
def test_wires_are_listed_alike(deno, group, noun):
    group = sorted(group)
    assert deno("listed", group, noun) == _listed(group, noun)


@pytest.mark.parametrize("values", [[2e100, 1.0], [0.0, 1e-101]])
def test_what_cannot_be_drawn_is_refused_in_the_same_words(deno, values):
    state = ExplorerState(values=values)
    words = "values must be within ±1e+100 and equal or 1e-100 apart here, got"
    whole = f"{re.escape(f'{words} {values}')}$"
    refused_by_both(lambda: python(state), lambda: browser(deno, state), whole)


@pytest.mark.parametrize(
    "values", [[0.1 + 0.2, 0.3], [1e15 + 0.25, 1e15], [5e-324], [5e-324, 5e-324], [0, 0]]
)
def test_neighbours_among_floats_and_next_to_nothing_stand_on_the_same_line(deno, values):
    state = ExplorerState(values=values)
    found, scene = browser(deno, state), python(state)
    near(found["line"], scene.line, 1e-15 * max(1, values[0]))
    near(found["sigmas"], scene.sigmas, 1e-12 * scene.sigmas)


def test_equal_values_of_the_hard_sort_share_their_places(deno):
    state = ExplorerState(values=[2, 1, 1, 5], alpha=float("inf"), sigma=0.1)
    same(browser(deno, state)["hardMeans"], [2, 0.5, 0.5, 3])


@pytest.mark.parametrize("n", [12, 13, 32, 33])
def test_as_many_names_and_widths_are_drawn(deno, n):
    state = ExplorerState(values=[*range(n)], alpha=3)
    found, scene = browser(deno, state), python(state)
    assert [len(found[part]) for part in ("labels", "sigmas", "curves")] == [
        len(part) for part in (scene.labels, scene.sigmas, scene.curves)
    ]


@pytest.mark.parametrize("sigma", [1e-12, 1e-9, 1e9])
def test_a_width_far_off_is_drawn_as_far_as_there(deno, sigma):
    state = ExplorerState(values=[1, 7, 3], alpha=float("inf"), sigma=sigma)
    found, scene = browser(deno, state), python(state)
    near(found["sigmas"], scene.sigmas, 1e-12 * scene.sigmas)
    near([found["cursor"]], [scene.cursor], 1e-12)


@given(state=chosen, widths=st.lists(st.floats(0.01, 50), min_size=2, max_size=2))
def test_curves_that_are_kept_are_those_of_the_present_choices(deno, state, widths):
    """Whatever was asked for before: another width, focus or side of the matrix, other values."""
    how = {**shared(state), "focus": state.ranking_focus, "transposed": state.ranking_transpose}
    first, again = ({**how, "sigma": sigma} for sigma in widths)
    turned = {**first, "transposed": not state.ranking_transpose}
    moved = {**first, "values": [value + 0.5 * k for k, value in enumerate(state.values)]}
    for each in (first, again, turned, moved):
        known = deno("rankingScene", each)["curves"]
        others = {"values": [1, 2, 4], "labels": None, "network": "bitonic"}
        deno("rankingScene", {**each, **others})  # nothing is kept now
        same(known, deno("rankingScene", each)["curves"])
