"""Wherever a network is asked for, its family or its family's name will do."""

import inspect

import numpy as np
import pytest
from cases import direction, values

import diffsort_core
from diffsort_core import (
    NETWORKS,
    DiffsortError,
    Network,
    bitonic,
    bitonic_indices,
    diff_sort,
    error_analysis,
)

OTHERS = {
    "sigma": 0.8,
    "softmax": diffsort_core.SmoothMax(2.0),
    "v": direction(3, 6),
    "w": direction(3, 6),
    "k": 2,
    "q": 0.3,
    "key": lambda rows: rows[:, 0],
    "compare_fn": lambda a, b: a[:, 0] - b[:, 0],
    "transform": np.exp,
    "inverse": np.log,
}
"""What a function is given for each other argument that it must have."""
OF_VECTORS = ("trace", "shuffled_sort")
BY_ROWS = ("vector_sort", "comparison_sort")


def takes_a_network(function):
    return {"network", "x"} <= set(inspect.signature(function).parameters)


FUNCTIONS = {
    name: function
    for name in diffsort_core.__all__
    if inspect.isfunction(function := getattr(diffsort_core, name)) and takes_a_network(function)
}
each_function = pytest.mark.parametrize("name", FUNCTIONS)


def called(name, network, x):
    function = FUNCTIONS[name]
    asked = list(inspect.signature(function).parameters.values())[2:]
    must = [OTHERS[each.name] for each in asked if each.default is inspect.Parameter.empty]
    result = function(network, x, *must)
    return np.stack(result.values) if name == "trace" else result


def x_of(name):
    return values(6) if name in OF_VECTORS else values(3, 6)


def n_of(name):
    return 3 if name in BY_ROWS else 6


def test_there_are_functions_that_take_a_network():
    assert {"diff_sort", "diff_argsort", "rank_vjp", "trace", "diff_topk_mask"} <= set(FUNCTIONS)


@each_function
@pytest.mark.parametrize("family", NETWORKS)
@pytest.mark.filterwarnings("ignore::diffsort_core.DiffsortWarning")
def test_a_family_and_its_name_stand_for_the_network_of_x(name, family):
    x, build = x_of(name), NETWORKS[family]
    expected = called(name, build(n_of(name)), x)
    np.testing.assert_array_equal(called(name, family, x), expected)
    np.testing.assert_array_equal(called(name, build, x), expected)
    np.testing.assert_array_equal(called(name, build, x.tolist()), expected)


@each_function
@pytest.mark.filterwarnings("ignore::diffsort_core.DiffsortWarning")
def test_n_is_that_of_the_axis_and_arguments_may_be_named(name):
    function = FUNCTIONS[name]
    if "axis" not in inspect.signature(function).parameters:
        return
    asked = list(inspect.signature(function).parameters.values())[2:]
    must = {p.name: OTHERS[p.name] for p in asked if p.default is inspect.Parameter.empty}
    named = function(network="bitonic", x=values(3, 6), **must, axis=0)
    np.testing.assert_array_equal(named, function(bitonic(3), values(3, 6), **must, axis=0))


@each_function
def test_what_is_no_family_is_refused_by_its_value(name):
    x = x_of(name)
    with pytest.raises(DiffsortError, match=r"^network must be .* 'bitonic', .*, got 'bitonik'$"):
        called(name, "bitonik", x)
    with pytest.raises(DiffsortError, match=r"^network must be a family, .* n = \d, got <class"):
        called(name, Network, x)
    with pytest.raises(DiffsortError, match=r"^network must be "):
        called(name, lambda n: n, x)


@each_function
@pytest.mark.parametrize(
    ("x", "told"),
    [
        (3.0, "x must have an axis to sort along, got 3.0"),
        ([], "x must hold at least one value along axis -?[01], got shape "),
        (["a"], "x must hold real numbers"),
    ],
    ids=repr,
)
def test_a_family_needs_an_x_that_has_an_n(name, x, told):
    with pytest.raises(DiffsortError, match=f"^{told}"):
        called(name, "bitonic", x)


def test_a_family_may_be_of_forms_and_of_ones_own():
    x = values(6)
    np.testing.assert_allclose(diff_sort(bitonic_indices, x), diff_sort(bitonic(6), x), rtol=1e-14)
    own = lambda n: NETWORKS["odd-even merge"](n)  # noqa: E731
    np.testing.assert_array_equal(diff_sort(own, x), diff_sort("odd-even merge", x))


def test_every_library_tells_n(xp):
    x = values(3, 6)
    for axis in (0, 1):
        got = xp.call(lambda x, axis=axis: diff_sort("bitonic", x, axis=axis), x)
        np.testing.assert_allclose(got, diff_sort(bitonic(x.shape[axis]), x, axis=axis), rtol=1e-13)


def test_an_error_analysis_takes_a_name():
    options = {"sizes": [5], "spans": [1.0], "samples": 2}
    assert error_analysis(family="bitonic", **options) == error_analysis(**options)
