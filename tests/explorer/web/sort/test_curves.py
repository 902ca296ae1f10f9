"""What the browser computes along alpha is what explorer/scenes computes: the axis, the curves of
the soft maximum, the path of a sort."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_bounds import EPS, growth
from twin_draws import equal, families, finite, moderate, rules, spaced, tied, vectors
from twin_laws import near

from diffsort_core import NETWORKS, DiffsortError, diff_sort, inversions, sort_jacobian
from explorer.choices import RELAXATIONS
from explorer.numbers import magnitude
from explorer.scenes.alpha import soft_maxima
from explorer.scenes.sort_path import AlphaAxis, sort_at, sort_path
from explorer.softness import deviation, suited_alpha

slopes = st.floats(0.02, 30) | st.just(inf)
usual = vectors(moderate, tied) | spaced


@given(values=vectors(moderate, tied, finite) | equal)
def test_the_size_of_values_is_the_same(deno, values):
    assert deno("magnitude", values) == magnitude(values)


@given(values=vectors(moderate, tied, finite) | equal)
def test_the_alpha_that_suits_values_and_their_spread_are_the_same(deno, values):
    known = tuple(float(value) for value in values)
    assert deno("suitedAlpha", values) == suited_alpha(known)
    assert deno("deviationOf", values) == pytest.approx(deviation(known), rel=1e-12)


@given(value=st.floats(-1e6, 1e6) | st.integers(-99, 99).map(lambda twice: twice / 2))
def test_halves_are_rounded_to_the_even_number(deno, value):
    assert deno("roundHalfEven", value) == round(value)


@given(
    low=st.integers(-101, 99),
    diverges=st.booleans(),
    alphas=st.lists(slopes | st.just(0.0) | st.floats(1e-300, 1e300)),
    places=st.lists(st.floats(-1, 7), min_size=9),
)
def test_the_axis_of_alpha_is_the_same(deno, low, diverges, alphas, places):
    """An alpha in four digits is the same number; a place is within the rounding of a logarithm."""
    axis, places = AlphaAxis(low, diverges), [low + place for place in places]
    found = deno("axis", low, diverges, alphas, places)
    near(found["ends"], axis.ends, 0)
    near(found["places"], [axis.place(alpha) for alpha in alphas], 1e-13)
    assert found["alphas"] == [axis.alpha_at(place) for place in places]


@given(rule=rules(strengths=slopes), b=st.floats(-5, 5) | st.integers(-5, 5).map(float))
def test_the_curves_of_the_soft_maximum_are_the_same(deno, rule, b):
    """1e-12 of the largest value; where they end and how they are named the same."""
    named, rule = rule
    known = soft_maxima(type(rule)(1.0), b)
    found = deno("maxima", named, b)
    assert found["alphas"] == list(known.alphas)
    assert found["a"] == known.a.tolist()
    assert found["side"] == known.side
    near(found["curves"], known.curves, 1e-12 * max(1, np.abs(known.curves).max()))
    near([found["low"], found["high"]], known.heights, 1e-12 * max(1, np.abs(known.curves).max()))
    curve = rule(known.a, np.full_like(known.a, b))
    near(found["curve"], curve, 1e-12 * max(1, np.abs(curve).max()))


def measures_agree(found, known, x, condition):
    """1e-12 of the largest value; the error in parts of the range, at most as far off as one
    output; derivatives within their condition. Pairs out of order by just the margin may be
    counted or not."""
    outputs, largest, smallest = known
    size = max(np.max(np.abs(x)), np.max(np.abs(outputs)))
    near(found["outputs"], outputs, 1e-12 * size)
    near([found["largest"], found["smallest"]], [largest, smallest], condition)


def condition_of(alpha, x, jacobian):
    return (1e-12 + 64 * EPS * alpha * np.ptp(x)) * growth(jacobian)


@given(family=families, rule=rules(strengths=slopes), x=usual)
def test_a_sort_on_the_way_has_the_same_measures(deno, family, rule, x):
    """See :func:`measures_agree`."""
    named, rule = rule
    network = NETWORKS[family](len(x))
    known, found = sort_at(network, tuple(x), rule), deno("sortedAt", family, x, named)
    jacobian = sort_jacobian(network, x, rule)
    alpha = rule.alpha if rule.alpha < inf else 0.0
    parts = (known.outputs, float(known.largest), float(known.smallest))
    measures_agree(found, parts, x, condition_of(alpha, x, jacobian))
    near(found["error"], float(known.error), 1e-11 * (1 + float(known.error)))
    alike(found["inversions"], known.outputs, x)


def alike(count, outputs, x):
    """As many pairs are out of order, but for those that are so by the margin itself."""
    low, high = min(x) / 2, max(x) / 2
    half = high - low or 0.5
    soft = (outputs / 2 - (low + high) / 2) / half
    assert inversions(soft, 1.01e-9) <= count <= inversions(soft, 0.99e-9)


@given(family=families, rule=rules(strengths=st.just(1.0)), x=vectors(moderate, tied, most=24))
def test_the_path_of_a_sort_is_the_same(deno, family, rule, x):
    """See :func:`measures_agree`, at every alpha of the path."""
    named, rule = rule
    network = NETWORKS[family](len(x))
    known, found = sort_path(network, tuple(x), rule), deno("path", family, x, named)
    near(found["places"], known.places, 1e-13)
    assert found["alphas"][-1] == inf
    near(found["alphas"][:-1], known.alphas[:-1], 1e-12 * known.alphas[:-1])
    assert len(found["sorts"]) == len(known.alphas)
    for k, alpha in enumerate(known.alphas):
        sorts = known.sorts
        parts = (sorts.outputs[k], sorts.largest[k], sorts.smallest[k])
        strong = alpha if alpha < inf else 0.0
        grown = np.array([sorts.largest[k], sorts.smallest[k]])
        measures_agree(found["sorts"][k], parts, x, len(x) * condition_of(strong, x, grown))
        near(found["sorts"][k]["error"], sorts.error[k], 1e-11 * (1 + sorts.error[k]))
        alike(found["sorts"][k]["inversions"], sorts.outputs[k], x)


@pytest.mark.parametrize("n", [1, 16, 17])
def test_the_path_has_as_many_steps(deno, n):
    values = tuple(map(float, range(n)))
    known = sort_path(NETWORKS["bitonic"](n), values, RELAXATIONS["smoothmax"][1](1.0))
    assert len(deno("path", "bitonic", values, ["smoothmax", 1.0])["sorts"]) == len(known.alphas)


@given(family=families, rule=rules(strengths=slopes), x=vectors(finite, most=8) | equal)
def test_huge_and_tiny_values_have_their_path(deno, family, rule, x):
    """Where Python has one: 1e-12 of the largest value."""
    named, rule = rule
    network = NETWORKS[family](len(x))
    try:
        known = sort_at(network, tuple(x), rule).outputs
        diff_sort(network, x, rule)
    except DiffsortError:
        return
    found = deno("sortedAt", family, x, named)["outputs"]
    finite_ones = np.isfinite(known)
    size = max(np.max(np.abs(x)), np.max(np.abs(known[finite_ones]), initial=0))
    near(np.array(found)[finite_ones], known[finite_ones], 1e-12 * size)
