"""JAX compiles, maps and differentiates the core's functions."""

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian
from functions import (
    BATCH,
    FUNCTIONS,
    SPREADS_NAN,
    X,
    assert_equal,
    assert_nan_in_one_row_only,
    each_function,
    gradient,
    one_by_one,
    total,
    with_nan,
)
from libraries import KINDS

from diffsort_core import (
    DiffsortError,
)


@pytest.fixture(scope="session")
def jax():
    return KINDS["jax"]("jax").module


@each_function
def test_jax_compiles_and_maps(jax, function):
    assert_equal(jax.jit(function)(X), function(X))
    assert_equal(jax.jit(jax.vmap(function))(BATCH), one_by_one(function))


@each_function
def test_jax_differentiates_what_it_compiles_and_maps(jax, function):
    by_autograd = np.stack([gradient(function, vector) for vector in BATCH])
    assert_equal(jax.jit(jax.vmap(jax.grad(total(function))))(BATCH), by_autograd)


@each_function
def test_jax_differentiates_forward(jax, function):
    assert_equal(jax.jit(jax.jacfwd(function))(X), autograd_jacobian(function)(X))


@pytest.mark.parametrize(
    "function",
    [FUNCTIONS["diff_sort"], FUNCTIONS["diff_argsort"]],
    ids=["diff_sort", "diff_argsort"],
)
def test_jax_transforms_without_compiling(jax, function):
    assert_equal(jax.vmap(function, in_axes=1)(BATCH.T), one_by_one(function))
    assert_equal(jax.grad(total(function))(jax.numpy.asarray(X)), gradient(function))
    assert_equal(jax.jit(jax.grad(total(function)))(X), gradient(function))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_jax_keeps_a_nan_in_its_row(jax, function):
    assert_nan_in_one_row_only(function, jax.jit(jax.vmap(function))(with_nan()))
    assert_nan_in_one_row_only(function, jax.jit(function)(with_nan()))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        function(jax.numpy.asarray(with_nan()))


def test_jax_compiles_float32(jax):
    narrow = jax.jit(FUNCTIONS["diff_argsort"])(BATCH.astype(np.float32))
    assert narrow.dtype == np.float32
    np.testing.assert_allclose(narrow, FUNCTIONS["diff_argsort"](BATCH), atol=1e-5)
