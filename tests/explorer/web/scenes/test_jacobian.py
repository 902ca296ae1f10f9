"""The Jacobian explorer's scene in the browser is that of Python."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scene_laws import doubted, said_alike, shared, states
from twin_bounds import EPS, growth
from twin_laws import near

from diffsort_core import sort_jacobian
from explorer.choices import RELAXATIONS
from explorer.scenes.jacobian import (
    MONOTONE,
    _agreement,
    _largest,
    _signs,
    _vanished,
    jacobian_scene,
    sums_of,
)

chosen = states(
    sigma=st.floats(0.2, 20), outputs=st.sampled_from(["sort", "top k"]), k=st.integers(1, 30)
)


def python(state):
    top = min(state.k, len(state.values)) if state.outputs == "top k" else None
    return jacobian_scene(state.run(), state.sigma, state.strength, top, state.labels)


def browser(deno, state):
    top = state.k if state.outputs == "top k" else None
    return deno("jacobianScene", {**shared(state), "sigma": state.sigma, "top": top})


@given(state=chosen)
def test_the_scene_is_the_same(deno, state):
    """Derivatives within their conditions (see tests/explorer/web/sort): alpha times the range, and
    for ranks the size of the values over sigma, in units of rounding."""
    found, scene = browser(deno, state), python(state)
    n, x, sigma = len(state.values), np.array(state.values), state.sigma
    alpha = state.alpha_in_force if np.isfinite(state.alpha_in_force) else 0
    whole = sort_jacobian(state.wires, x, state.rule)
    steep = 1e-12 + 64 * EPS * alpha * np.ptp(x)
    far = max(1, np.ptp(x) / sigma)
    narrow = 64 * EPS * np.max(np.abs(x)) / sigma * far
    assert found["outputs"] == scene.outputs.tolist()
    near(found["hardRanks"], scene.hard_ranks, 0)
    near(found["ranks"], scene.ranks, n * (1e-12 + narrow))
    by_sort = np.reshape(found["sortJacobian"], scene.sort_jacobian.shape)
    near(by_sort, scene.sort_jacobian, steep * growth(whole))
    within = n / sigma * far * growth(whole) * (steep + narrow)
    by_rank = np.reshape(found["rankJacobian"], scene.rank_jacobian.shape)
    near(by_rank, scene.rank_jacobian, within)
    sums = sums_of(scene.sort_jacobian)
    near(found["sortSums"]["byRow"], sums[0], 1e-6 * growth(whole))
    near(found["sortSums"]["byColumn"], sums[1], 1e-6 * growth(whole))
    assert found["vanished"] == scene.vanished.tolist()
    assert len(found["checks"]) == len(scene.checks)


@given(state=chosen)
def test_it_is_said_in_the_same_words(deno, state):
    """To the letter of the same numbers; of its own, where no two derivatives of a rank are the
    largest but for rounding, and finite differences are not just rounding."""
    scene = python(state)
    by_rank = scene.rank_jacobian
    assert (
        deno("largestWords", by_rank.ravel().tolist(), len(by_rank), state.labels) == scene.largest
    )
    checks = [{"good": check.good, "words": check.words} for check in scene.checks]
    told = deno("jacobianWords", state.strength, checks, scene.largest)
    assert doubted(deno, told, state) == scene.description
    largest = np.sort(np.abs(by_rank).ravel())
    if len(largest) == 1 or largest[-1] > largest[-2] * (1 + 1e-6) + 1e-9:
        found = browser(deno, state)
        said_alike(found["largest"], scene.largest)
        for mine, known in zip(found["checks"][1:], scene.checks[1:], strict=True):
            assert (mine["good"], mine["words"]) == tuple(known)


@given(difference=st.floats(0, 1) | st.floats(0, 2e-3) | st.sampled_from([0.0, 1e-3, 9.6e-4]))
def test_finite_differences_are_told_alike(deno, difference):
    found = deno("agreement", difference)
    assert (found["good"], found["words"]) == tuple(_agreement(difference))


@given(
    entries=st.lists(st.sampled_from([-1.0, -1e-9, 0.0, 0.5]), min_size=1),
    name=st.sampled_from(list(RELAXATIONS)),
)
def test_signs_are_told_alike(deno, entries, name):
    rule = RELAXATIONS[name][1](1.0)
    negative = sum(entry < -1e-9 for entry in entries)
    found = deno("signs", negative, len(entries), rule.monotone, list(MONOTONE))
    assert (found["good"], found["words"]) == tuple(_signs(np.array(entries), rule))


@given(n=st.integers(1, 9), data=st.data())
def test_what_has_vanished_is_told_alike(deno, n, data):
    count = data.draw(st.integers(0, n))
    found = deno("vanishedInputs", count, n)
    assert (found["good"], found["words"]) == tuple(_vanished(np.arange(count), n))


@given(n=st.integers(1, 6), data=st.data())
def test_the_largest_derivative_of_a_rank_is_named_alike(deno, n, data):
    entries = data.draw(st.lists(st.floats(-9, 9), min_size=n * n, max_size=n * n))
    names = data.draw(st.none() | st.just([f"Peak {k}" for k in range(n)]))
    words = deno("largestWords", entries, n, names)
    assert words == _largest(np.reshape(entries, (n, n)), names)
    assert ("Peak" in words) == bool(names)
