"""However a network by rule is run, it gives the very bits of the list of its comparators."""

import numpy as np
import pytest
from cases import as_listed, direction, each_family, sizes_for, values

from diffsort_core import (
    HARD,
    Cauchy,
    LogSumExp,
    NormalizedLogSumExp,
    SmoothMax,
    SoftmaxSmooth,
    comparison_sort,
    diff_sort,
    encodings,
    folding,
    mirrored_bitonic,
    odd_even_transposition,
    slicing,
    soft_permutation,
    sort_jacobian,
    sort_jvp,
    sort_vjp,
    trace,
)
from diffsort_core.families import ANY_N
from diffsort_core.slicing import Slices

SIZES = [1, 2, 3, 6, 8, 11, 19, 27, 47, 64, 75]
RULES = [
    SmoothMax(0.7),
    SmoothMax(-np.inf),
    SmoothMax(0.0),
    LogSumExp(-2.0),
    Cauchy(scale_free=True),
    SoftmaxSmooth(smooth=0.3),
    NormalizedLogSumExp(0.8),
    lambda a, b: np.logaddexp(a, 2 * b) - b,
]


@pytest.fixture(params=["index arrays", "slices", "parts of slices and checkpoints"])
def ways(request, monkeypatch):
    """All the ways in which a network by rule is run, whatever its n."""
    if request.param != "index arrays":
        monkeypatch.setattr(encodings, "MOST_WOVEN", 0)
    if request.param == "parts of slices and checkpoints":
        monkeypatch.setattr(folding, "MOST_KEPT", 0)
        monkeypatch.setattr(slicing, "MOST_PAIRS", 3)
        slicing.slice_layers.cache_clear()
    yield
    slicing.slice_layers.cache_clear()


def same_bits(function, family, n):
    network = family(n)
    assert function(network).tobytes() == function(as_listed(network)).tobytes(), n


def named(rule):
    """The same name in every process that collects the tests."""
    return getattr(rule, "__name__", None) or repr(rule)


@each_family
@pytest.mark.parametrize("rule", RULES, ids=named)
@pytest.mark.usefixtures("ways")
def test_sorts_have_the_same_bits(family, rule):
    for n in sizes_for(family, SIZES):
        for x in (values(n).round(1), values(3, n).astype(np.float32)):
            same_bits(lambda network, x=x: diff_sort(network, x, rule), family, n)


@each_family
@pytest.mark.parametrize("rule", RULES[:-1], ids=named)
@pytest.mark.usefixtures("ways")
def test_derivatives_have_the_same_bits(family, rule):
    for n in sizes_for(family, SIZES):
        for x in (values(n).round(1), values(3, n)):
            v = direction(*x.shape)
            same_bits(lambda network, x=x, v=v: sort_jvp(network, x, v, rule), family, n)
            same_bits(lambda network, x=x, v=v: sort_vjp(network, x, v, rule), family, n)
        x = values(n)
        same_bits(lambda network, x=x: sort_jacobian(network, x, rule), family, n)


@each_family
@pytest.mark.usefixtures("ways")
def test_what_is_carried_along_has_the_same_bits(family):
    for n in sizes_for(family, SIZES):
        x = values(n)
        same_bits(lambda network, x=x: soft_permutation(network, x, Cauchy()), family, n)
        same_bits(lambda network, x=x: np.stack(trace(network, x).values), family, n)
        same_bits(
            lambda network, x=x: comparison_sort(network, x, lambda a, b: a - 2 * b), family, n
        )


def test_a_wide_network_runs_on_slices_and_no_index_array_of_it_is_made():
    n = encodings.MOST_WOVEN + 1003
    x = values(n)
    for name, family in merging_families():
        network = family(n)
        np.testing.assert_array_equal(diff_sort(network, x, HARD), np.sort(x), err_msg=name)
        layers = folding.prepare(network, x, HARD).layers
        assert isinstance(layers, Slices), name
        if network.is_regular:
            layers = folding.prepare(network, x, HARD, sided=True).layers
            assert isinstance(layers, Slices), name
        assert not {"sides", "gathers", "_weave", "_weave_back"} & set(vars(network)), name


def merging_families():
    return [item for item in ANY_N.items() if item[1] is not odd_even_transposition]


@each_family
def test_an_input_is_never_written_over(family, monkeypatch):
    monkeypatch.setattr(encodings, "MOST_WOVEN", 0)
    for n in (1, 2, 7, 16):
        for x in (values(n), values(3, n)):
            before, v = x.copy(), direction(*x.shape)
            kept = v.copy()
            diff_sort(family(n), x, HARD)
            sort_jvp(family(n), x, v)
            sort_vjp(family(n), x, v)
            np.testing.assert_array_equal(x, before)
            np.testing.assert_array_equal(v, kept)


def test_wires_that_enter_in_another_order_follow_no_rule_once_untangled():
    assert mirrored_bitonic(16).is_regular
    assert not mirrored_bitonic(11).is_regular
