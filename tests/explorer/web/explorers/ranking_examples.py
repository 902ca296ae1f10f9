"""Choices of the ranking explorer, and what Python and the browser show of them."""

from hypothesis import strategies as st
from scene_laws import ALPHAS, shared, states

from explorer.scenes.ranking import ranking_scene
from explorer.state import ExplorerState

X = [5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18]
TIES = [2, 1, 1, 5, 1, 2, 2, 2, 0.1234, 5, 5, 1]
CHOSEN = states(
    ALPHAS,
    sigma=st.floats(0.02, 20),
    ranking_focus=st.integers(0, 30),
    ranking_transpose=st.booleans(),
)


def choices_of(state):
    how = {"sigma": state.sigma, "focus": state.ranking_focus}
    return {**shared(state), **how, "transposed": state.ranking_transpose}


def state_of(**choices):
    made = {"values": X, "alpha": 0.3, "sigma": 2.0, "ranking_focus": 4, **choices}
    return ExplorerState(**made)


def example(**choices):
    return choices_of(state_of(**choices))


def python(state):
    return ranking_scene(
        state.run(), state.sigma, state.ranking_focus, state.ranking_transpose, state.strength
    )


def marks(panel, kind, **known):
    found = [mark for mark in panel["marks"] if mark["kind"] == kind]
    return [mark for mark in found if known.items() <= mark.items()]


def first(found, axis):
    return [mark[axis][0] for mark in found]
