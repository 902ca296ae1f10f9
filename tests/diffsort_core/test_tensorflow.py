"""TensorFlow compiles and differentiates the core's functions."""

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian
from functions import (
    BATCH,
    FUNCTIONS,
    SPREADS_NAN,
    N,
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
    SmoothMax,
    bitonic,
    diff_sort,
)


def taped(tensorflow, function):
    """The gradient of sum(function(x) ** 2) by x."""

    def by_x(x):
        with tensorflow.GradientTape() as tape:
            tape.watch(x)
            y = tensorflow.reduce_sum(function(x) ** 2)
        return tensorflow.convert_to_tensor(tape.gradient(y, x))

    return by_x


def slopes(function):
    """The same by autograd, vector by vector."""
    return one_by_one(autograd_jacobian(lambda x: (function(x) ** 2).sum()))


@pytest.fixture(scope="session")
def tensorflow():
    return KINDS["tensorflow"]("tensorflow").module


@each_function
def test_tensorflow_compiles_a_batch_of_unknown_size(tensorflow, function):
    signature = [tensorflow.TensorSpec((None, N), tensorflow.float64)]
    compiled = tensorflow.function(function, input_signature=signature)
    assert_equal(compiled(BATCH), one_by_one(function))
    assert_equal(compiled(BATCH[:2]), one_by_one(function, BATCH[:2]))
    assert_equal(tensorflow.function(function)(tensorflow.constant(X)), function(X))


@each_function
def test_tensorflow_differentiates_what_it_compiles(tensorflow, function):
    signature = [tensorflow.TensorSpec((None, N), tensorflow.float64)]
    batch, by_x = tensorflow.constant(BATCH), taped(tensorflow, function)
    assert_equal(by_x(batch), slopes(function))
    assert_equal(tensorflow.function(by_x, input_signature=signature)(batch), slopes(function))


@pytest.mark.parametrize("name", ["diff_sort", "diff_argsort", "sort_vjp", "diff_sort, scale-free"])
def test_tensorflow_compiles_by_xla(tensorflow, name):
    function = FUNCTIONS[name]
    assert_equal(
        tensorflow.function(function, jit_compile=True)(tensorflow.constant(BATCH)),
        one_by_one(function),
    )
    by_x = tensorflow.function(taped(tensorflow, function), jit_compile=True)
    assert_equal(by_x(tensorflow.constant(BATCH)), slopes(function))


def test_tensorflow_sorts_any_axis_of_a_batch_of_unknown_size(tensorflow):
    compiled = tensorflow.function(
        lambda x: diff_sort(bitonic(8), x, SmoothMax(), axis=1),
        input_signature=[tensorflow.TensorSpec((None, 8, None), tensorflow.float64)],
    )
    x = np.random.default_rng(0).normal(size=(2, 8, 3))
    assert_equal(compiled(x), diff_sort(bitonic(8), x, SmoothMax(), axis=1))


def test_tensorflow_variables_are_differentiated(tensorflow):
    variable = tensorflow.Variable(X)
    with tensorflow.GradientTape() as tape:
        y = total(FUNCTIONS["diff_sort"])(variable)
    assert_equal(tape.gradient(y, variable), gradient(FUNCTIONS["diff_sort"]))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_tensorflow_keeps_a_nan_in_its_row(tensorflow, function):
    assert_nan_in_one_row_only(
        function, tensorflow.function(function)(tensorflow.constant(with_nan()))
    )
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        function(tensorflow.constant(with_nan()))
