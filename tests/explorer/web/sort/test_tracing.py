"""A run of the browser is the run of diffsort_core, column by column."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_draws import exact, families, finite, mixing, moderate, rules, tied, vectors
from twin_laws import bits, near, refused_by_both

from diffsort_core import NETWORKS, DiffsortError, Layer, LogSumExp, Network, SmoothMax, trace

any_vector = vectors(moderate, tied, finite)


@given(family=families, rule=rules(), x=any_vector)
def test_every_wire_holds_the_same_at_every_column(deno, family, rule, x):
    named, rule = rule
    network = NETWORKS[family](len(x))
    try:
        run = trace(network, x, rule)
    except DiffsortError as error:
        words = str(error).partition(", got")[0]
        with pytest.raises(Exception, match=words):
            deno("run", family, len(x), x, named)
        return
    found = deno("run", family, len(x), x, named)
    assert bits(found["values"][0]) == bits(x)
    if network.depth:  # one value is traced as it is, and sorted in a unit, which can round it
        assert bits(found["sorted"]) == bits(found["values"][-1])
    assert found["alpha"] == run.softmax.alpha
    size = np.max(np.abs(run.values[0] if rule.mixes else run.values))
    near(found["values"], run.values, 1e-12 * size)


@given(family=families, rule=exact, x=any_vector)
def test_a_run_that_is_hard_or_without_exp_is_the_same_bit_for_bit(deno, family, rule, x):
    named, rule = rule
    network = NETWORKS[family](len(x))
    found = deno("run", family, len(x), x, named)
    assert bits(found["values"]) == bits(trace(network, x, rule).values)


@given(family=families, rule=rules(mixing), n=st.integers(1, 64), value=finite | tied)
def test_equal_values_are_the_same_bit_for_bit(deno, family, rule, n, value):
    named, rule = rule
    known = trace(NETWORKS[family](n), [value] * n, rule).values
    assert bits(deno("run", family, n, [value] * n, named)["values"]) == bits(known)


@given(family=families, rule=rules(), x=vectors(moderate, tied))
def test_every_comparator_is_told_alike(deno, family, rule, x):
    named, rule = rule
    found = deno("run", family, len(x), x, named)
    network, values, done = (
        NETWORKS[family](len(x)),
        np.array(found["values"], float),
        found["done"],
    )
    layer, low, high = network.comparator_arrays
    sides, rule = (values[layer, low], values[layer, high]), trace(network, x, rule).softmax
    went = values[layer + 1, low], values[layer + 1, high]
    assert bits([done[name] for name in ("a", "b", "low", "high")]) == bits([*sides, *went])
    by_a, by_b = rule.derivative(*sides)
    near([done["byA"], done["byB"]], [by_a, by_b], 1e-12)
    assert (done["weight"] is None) == (not rule.mixes)
    if rule.mixes:
        near(done["weight"], rule.weight(*sides), 1e-13)


@st.composite
def own(draw):
    """Layers on n wires, some of which no comparator touches."""
    n = draw(st.integers(1, 9))
    orders = draw(
        st.lists(st.tuples(st.permutations(range(n)), st.integers(0, n // 2)), max_size=6)
    )
    layers = [[(w[2 * k], w[2 * k + 1]) for k in range(pairs)] for w, pairs in orders]
    return n, layers


@given(own=own(), rule=exact, data=st.data())
def test_a_persons_own_network_runs_alike(deno, own, rule, data):
    (n, layers), (named, rule) = own, rule
    x = data.draw(st.lists(moderate | tied, min_size=n, max_size=n))
    network = Network(n, tuple(Layer(tuple(layer)) for layer in layers))
    found = deno("run", layers, n, x, named)
    assert bits(found["values"]) == bits(trace(network, x, rule).values)


SOFT = ["smoothmax", 1.0]


@pytest.mark.parametrize(
    ("x", "words"),
    [
        ([1.0, float("nan"), 2.0], "x must hold finite numbers, got"),
        ([1.0, -float("inf"), 2.0], "x must hold finite numbers, got"),
        ([1.0, 2.0], "x must have n = 3 values, one for each wire, got 2"),
        ([], "x must hold at least one value, got none"),
    ],
)
def test_what_cannot_be_sorted_is_refused_in_the_same_words(deno, x, words):
    refused_by_both(
        lambda: trace(NETWORKS["bitonic"](3), x, SmoothMax(1.0)),
        lambda: deno("run", "bitonic", 3, x, SOFT),
        words,
    )


@pytest.mark.parametrize("alpha", [1e-300, -1e-300])
@pytest.mark.parametrize("n", [2, 64])
def test_a_result_that_leaves_float64_is_refused_in_the_same_words(deno, alpha, n):
    x = [1.7976931348623157e308] * n
    refused_by_both(
        lambda: trace(NETWORKS["bitonic"](n), x, LogSumExp(alpha)),
        lambda: deno("run", "bitonic", n, x, ["softmax", alpha]),
        "softmax must keep the values within float64, got .*, under which they leave it",
    )
