"""Autodiff through a sort, in every library that has it, gives the closed forms: at ties, too, and
twice."""

import itertools

import numpy as np
import pytest
from autograd import grad, jacobian
from cases import (
    RULES,
    assert_close,
    direction,
    each_family,
    each_rule,
    rank_by,
    sort_by,
    values,
)

from diffsort_core import (
    NETWORKS,
    Cauchy,
    Gaussian,
    LogSumExp,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    bitonic_matrices,
    diff_argsort,
    diff_sort,
    rank_jacobian,
    rank_vjp,
    sort_jacobian,
    sort_vjp,
)
from diffsort_core.backends import namespace

AT_TIES = [
    LogSumExp(2.0),
    LogSumExp(-1.0),
    SmoothMax(),
    SmoothMax(-2.0),
    Cauchy(),
    Gaussian(),
    Reciprocal(),
    SoftmaxSmooth(smooth=0.2),
]


def named(parameter):
    return getattr(parameter, "__name__", None) or repr(parameter)


def weighted(function, w):
    """The scalar function x -> sum(w * function(x)), in every library."""

    def total(x):
        y = function(x)
        return namespace(y).sum(y * namespace(y).constant(w, y))

    return total


def gradient(library, function, x):
    """In JAX compiled: step by step it is slow."""
    if library.name == "jax":
        return np.asarray(library.module.jit(library.module.grad(function))(x))
    return library.jacobian(function, x)


def sort_and_ranks(network, rule, w, **options):
    """sum(w * sort(x)) + sum(w' * ranks(x)), the w' being w turned round, and the gradient of that
    in closed form."""
    turned = w[::-1].copy()

    def function(x):
        return weighted(sort_by(network, rule, **options), w)(x) + weighted(
            rank_by(network, rule, **options), turned
        )(x)

    def by_hand(x):
        return sort_vjp(network, x, w, rule, **options) + rank_vjp(
            network, x, turned, 0.8, rule, **options
        )

    return function, by_hand


@pytest.mark.parametrize(
    ("rule", "family"),
    list(zip(RULES, itertools.cycle(NETWORKS.values()), strict=False)),
    ids=named,
)
def test_products_equal_autodiff_under_every_rule(autodiff, rule, family):
    function, by_hand = sort_and_ranks(family(6), rule, direction(6, 2), axis=0)
    assert_close(autodiff.jacobian(function, values(6, 2)), by_hand(values(6, 2)))


@pytest.mark.parametrize(
    ("n", "family"),
    [*itertools.product([5, 8], NETWORKS.values()), *((n, bitonic) for n in (1, 2, 3, 16, 64))],
    ids=named,
)
def test_products_equal_autodiff_for_every_n(autodiff, n, family):
    function, by_hand = sort_and_ranks(family(n), SmoothMax(2.0), direction(n))
    np.testing.assert_allclose(
        by_hand(values(n)), gradient(autodiff, function, values(n)), rtol=1e-11, atol=1e-11
    )


@each_family
@each_rule
@pytest.mark.parametrize("n", [7, 16])
def test_products_equal_autograd_under_every_rule_on_every_network(n, rule, family):
    function, by_hand = sort_and_ranks(family(n), rule, direction(n))
    np.testing.assert_allclose(
        by_hand(values(n)), grad(function)(values(n)), rtol=1e-10, atol=1e-10
    )


@pytest.mark.parametrize(
    "rule", [SmoothMax(2.0, scale_free=True), LogSumExp(3.0, scale_free=True)], ids=repr
)
def test_equal_values_under_a_scale_free_rule_have_the_derivatives_of_autodiff(autodiff, rule):
    equal = np.full((6, 2), 3.0)
    function, by_hand = sort_and_ranks(bitonic(6), rule, direction(6, 2), axis=0)
    assert_close(autodiff.jacobian(function, equal), by_hand(equal))


def test_jacobians_equal_autodiff(autodiff):
    network, x = bitonic(5), values(5)
    compiled = autodiff.module.jit if autodiff.name == "jax" else lambda function: function
    assert_close(
        sort_jacobian(network, x, Cauchy()),
        autodiff.jacobian(compiled(sort_by(network, Cauchy())), x),
    )
    assert_close(
        rank_jacobian(network, x, 0.8, Cauchy()),
        autodiff.jacobian(compiled(rank_by(network, Cauchy())), x),
    )


@each_rule
@pytest.mark.parametrize("n", [2, 8, 16])
def test_jacobians_equal_autograd_through_the_matrices(n, rule):
    sort = jacobian(diff_sort, 1)(bitonic_matrices(n), values(n), rule)
    rank = jacobian(diff_argsort, 1)(bitonic_matrices(n), values(n), 0.8, rule)
    np.testing.assert_allclose(sort_jacobian(bitonic(n), values(n), rule), sort, rtol=0, atol=1e-12)
    np.testing.assert_allclose(
        rank_jacobian(bitonic(n), values(n), 0.8, rule), rank, rtol=1e-10, atol=1e-10
    )


def test_autograd_goes_through_every_form(form, x):
    by_autograd = jacobian(diff_sort, 1)(form(8), x)
    np.testing.assert_allclose(by_autograd, sort_jacobian(bitonic(8), x), rtol=0, atol=1e-12)


def test_the_derivative_of_a_descending_sort_is_that_of_the_sort_upside_down(autodiff):
    x = values(8)
    descending = gradient(
        autodiff, weighted(sort_by(bitonic(8), SmoothMax(), descending=True), direction(8)), x
    )
    assert_close(descending, sort_vjp(bitonic(8), x, direction(8)[::-1], SmoothMax()))


def test_the_original_autograd_example_runs_on_its_whole_numbers(r):
    by_autograd = jacobian(diff_argsort, argnum=1)(bitonic_matrices(8), r.astype(int), 0.25)
    np.testing.assert_allclose(by_autograd, rank_jacobian(bitonic(8), r, 0.25), rtol=0, atol=1e-12)


@pytest.mark.parametrize("rule", AT_TIES, ids=repr)
def test_at_a_tie_each_value_has_half_the_derivative(autodiff, rule):
    half = np.full((2, 2), 0.5)
    np.testing.assert_allclose(
        autodiff.jacobian(sort_by(bitonic(2), rule), np.array([1.25, 1.25])),
        half,
        rtol=0,
        atol=1e-15,
    )
    np.testing.assert_array_equal(sort_jacobian(bitonic(2), [1.25, 1.25], rule), half)


@pytest.mark.parametrize("at", [[0.5, -1.0, 1.5, 0.5], [0.0, 0.0, 0.0, 0.0]], ids=str)
@pytest.mark.parametrize("rule", AT_TIES, ids=repr)
def test_second_derivatives_equal_differences_of_the_closed_form_at_ties_too(autodiff, rule, at):
    function, by_hand = sort_and_ranks(bitonic(4), rule, np.array([1.0, -2.0, 0.5, 3.0]))
    steps = 1e-5 * np.eye(4)
    differences = [(by_hand(at + step) - by_hand(at - step)) / 2e-5 for step in steps]
    np.testing.assert_allclose(
        autodiff.hessian(function, np.array(at)), differences, rtol=0, atol=2e-4
    )
