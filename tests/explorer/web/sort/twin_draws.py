"""What the twin is tried on: families, relaxations, strengths and vectors, the awkward among
them."""

from math import inf

from hypothesis import strategies as st

from diffsort_core.families import ANY_N
from explorer.choices import RELAXATIONS

LARGEST = 1.7e308
AWKWARD = [0.0, -0.0, 5e-324, -5e-324, 3e-310, 1e-300, 1e300, -1e300, LARGEST, -LARGEST, 1.0]
STRENGTHS = [0.0, -0.0, inf, -inf, 1.0, -2.0, 1e-300, -1e-290, 1e300, LARGEST, -LARGEST, 1e18]
STRENGTHS += [1e-308, -4e-309, 5e-324]  # where the gap of huge numbers is neither near nor far

families = st.sampled_from(list(ANY_N))
names = st.sampled_from(list(RELAXATIONS))
mixing = st.sampled_from([name for name, (_, kind) in RELAXATIONS.items() if kind.mixes])
moderate = st.floats(-10, 10)
finite = st.floats(-LARGEST, LARGEST) | st.sampled_from(AWKWARD) | moderate
tied = st.integers(-2, 2).map(float) | st.sampled_from([0.0, -0.0])
strengths = st.sampled_from(STRENGTHS) | st.floats(-20, 20) | st.floats(-1e9, 1e9)


def vectors(*values, most=64):
    """Lists of 1 to ``most`` values, each list of one of these kinds."""
    sizes = st.integers(1, most)
    return st.one_of(
        sizes.flatmap(lambda n, each=each: st.lists(each, min_size=n, max_size=n))
        for each in values
    )


equal = st.builds(lambda n, value: [value] * n, st.integers(1, 12), finite)
spaced = st.builds(
    lambda n, step, alike, turn: [step * (wire // alike) for wire in range(n)][::turn],
    st.integers(1, 64),
    st.floats(0.1, 3),
    st.integers(1, 3),
    st.sampled_from([1, -1]),
)
"""Values in or against order, at even distances: where derivatives of the wrong sign grow."""


def pairs(values=finite | tied):
    """Two lists of one length."""
    return st.lists(st.tuples(values, values), min_size=1, max_size=30).map(
        lambda found: [list(side) for side in zip(*found, strict=True)]
    )


@st.composite
def rules(draw, names=names, strengths=strengths):
    """What JavaScript and what Python call one relaxation with its alpha."""
    name, alpha = draw(names), draw(strengths)
    kind = RELAXATIONS[name][1]
    if not kind.mixes and abs(alpha) < 1e-300:
        alpha = 1e-300
    return [name, alpha], kind(alpha)


exact = (
    rules(strengths=st.sampled_from([inf, -inf]))
    | rules(mixing, st.sampled_from([0.0, -0.0, LARGEST, -LARGEST]))
    | rules(st.sampled_from(["reciprocal", "optimal"]))
)
"""Rules that need no exp, and so have one right answer to the last bit: the hard ones, the mean (an
alpha near the largest float is hard where a relaxation mixes), and those that only divide."""
