"""How what the browser says of its own numbers is held to what Python says of its own."""

import re

import numpy as np
from hypothesis import strategies as st
from own_networks import chosen_on

from explorer.choices import RELAXATIONS
from explorer.state import ExplorerState

NUMBER = re.compile(r"-?\b\d+(?:\.\d+)?(?:e-?\d+)?")
VALUES = st.floats(-50, 50).map(lambda value: round(value, 3)) | st.integers(-3, 3).map(float)
ALPHAS = st.floats(0.05, 20) | st.just(float("inf"))


def said_alike(found, known):
    """The same words, with numbers that differ in their fourth digit by no more than its rounding,
    or are both rounding themselves."""
    assert NUMBER.sub("#", found) == NUMBER.sub("#", known)
    theirs, ours = (
        np.array([float(each) for each in NUMBER.findall(text)]) for text in (found, known)
    )
    np.testing.assert_allclose(theirs, ours, rtol=1.1e-3, atol=1e-6)


@st.composite
def states(draw, alphas=ALPHAS, most=24, **others):
    """A person's choices: values, a network, a relaxation and its alpha, and others by name."""
    values = draw(st.lists(VALUES, min_size=1, max_size=most))
    name = draw(st.sampled_from(list(RELAXATIONS)))
    return ExplorerState(
        values=values,
        network=draw(chosen_on(len(values))),
        relaxation=name,
        alpha=draw(alphas),
        labels=draw(st.none() | st.just([f"Peak {chr(97 + k)}" for k in range(len(values))])),
        **{each: draw(kind) for each, kind in others.items()},
    )


def doubted(deno, words, state):
    """The browser's words, and what it says of the network."""
    return deno("doubted", words, state.network, len(state.values))


def shared(state):
    """The same choices as the browser has them."""
    return {
        "values": list(state.values),
        "relaxation": state.relaxation,
        "alpha": "infinity" if state.alpha_in_force == float("inf") else state.alpha_in_force,
        "network": state.network,
        "labels": state.labels,
    }
