import numpy as np
import pandas as pd
import pytest

from diffsort_core import DiffsortError
from diffsort_core.arrays import asarray, asvector, is_finite, largest, whole_axis
from diffsort_core.backends import concrete, dtype_name, library, namespace

FLOATS = ["float16", "float32", "float64"]


def taken(xp, x):
    """asarray(x), as NumPy, and whether it is x itself."""
    result = asarray(x)
    return xp.numpy(result), result is x


def test_an_array_belongs_to_its_library(xp):
    named = "numpy" if xp.name == "autograd" else xp.name
    assert library(xp.array([1.0])) == named
    assert namespace(xp.array([1.0])).library == named
    assert namespace(xp.array([1.0])) is namespace(xp.array([2, 3]))
    seen = []
    xp.call(lambda x: seen.append(library(x)) or x, np.array([1.0]))
    assert seen == [xp.name]


@pytest.mark.parametrize(
    "values", [3, 2.5, True, [1, 2], (1.0,), np.float32(1), pd.Series([1.0]), "a", None], ids=repr
)
def test_what_no_library_owns_is_numpys(values):
    assert library(values) == "numpy"


@pytest.mark.parametrize("dtype", FLOATS)
def test_floats_keep_their_dtype_and_are_not_copied(xp, dtype):
    x = xp.array([1, 0], dtype)
    assert dtype_name(x) == dtype
    assert asarray(x) is x
    assert largest(x) == np.finfo(dtype).max


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int32", "int64", "bool"])
def test_whole_numbers_and_bools_become_float64(xp, dtype):
    x = asarray(xp.array([1, 0], dtype))
    assert dtype_name(x) == "float64"
    assert type(x) is type(xp.array([1.0]))
    np.testing.assert_array_equal(xp.numpy(x), [1.0, 0.0])


@pytest.mark.parametrize(
    "values",
    [
        [1, 0],
        (1, 0),
        [True, False],
        [1.0, 0.0],
        pd.Series([1, 0]),
        pd.Series([1.0, 0], index=[7, 3]),
        pd.Series([True, False]),
    ],
    ids=repr,
)
def test_python_numbers_become_float64(values):
    array = asvector(values)
    assert type(array) is np.ndarray
    assert array.dtype == np.float64
    assert array.tolist() == [1.0, 0.0]


def test_a_column_of_a_table_keeps_its_dtype():
    assert asvector(pd.Series(np.array([1, 0], np.float32))).dtype == np.float32


def test_a_number_stays_one_number():
    assert asarray(3).shape == ()


def test_bfloat16_is_a_float(xp):
    if xp.name not in ("jax", "torch"):
        pytest.skip(f"{xp} has no bfloat16 of its own, or none that NumPy knows")
    dtype = xp.module.bfloat16 if xp.name == "torch" else xp.module.numpy.bfloat16
    x = namespace(xp.array([1.0])).astype(
        xp.array([1.0, 2.0]), dtype if xp.name == "jax" else "bfloat16"
    )
    assert dtype_name(x) == "bfloat16"
    assert asarray(x) is x
    assert largest(x) == np.finfo(np.float32).max


@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_complex_numbers_are_taken_where_they_are_allowed(xp, dtype):
    x = xp.array([1j, 0], dtype)
    assert asarray(x, allow_complex=True) is x
    assert largest(x) == np.finfo(dtype).max
    with pytest.raises(
        DiffsortError, match=r"^x must hold real numbers, got \[0\.\+1\.j, 0\.\+0\.j\] of dtype "
    ):
        asarray(x)
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got "):
        asarray(xp.array([1j, np.nan], dtype), allow_complex=True)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", FLOATS)
def test_what_is_not_finite_is_refused_in_every_library(xp, dtype, bad):
    assert is_finite(xp.array([1, 2], dtype))
    assert not is_finite(xp.array([1, bad], dtype))
    with pytest.raises(
        DiffsortError, match=rf"^speeds must hold finite numbers, got {bad} in \[ *1\., *{bad}\]"
    ):
        xp.call(lambda x: asarray(x, "speeds"), np.array([1, bad], dtype))


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        (["a", "b"], r"must hold real numbers, got \['a', 'b'\]"),
        (np.array([1, None]), r"must hold real numbers, got \[1, None\]"),
        ({1: 2}, r"must hold real numbers, got \{1: 2\}"),
        (None, r"must hold real numbers, got None"),
        ([2**70], r"must hold real numbers, got \[1180591620717411303424\]"),
        ([1j], r"must hold real numbers, got \[0\.\+1\.j\]"),
        (
            np.array(["2020-01-01"], "datetime64[D]"),
            r"must hold real numbers, got \['2020-01-01'\]",
        ),
        ([[1], [2, 3]], r"must be a list or array of real numbers, got \[\[1\], \[2, 3\]\]"),
        (np.array([1, 2], np.longdouble), r"must .*"),
        ([1, np.nan], r"must hold finite numbers, got nan in \[ 1\., nan\]"),
        ([[1.0, 2.0]], r"must be one-dimensional, got shape \(1, 2\)"),
        (3.0, r"must be one-dimensional, got shape \(\)"),
        ([], "must hold at least one value, got none"),
    ],
    ids=repr,
)
def test_bad_values_are_refused_by_name_rule_and_value(values, rule):
    with pytest.raises(DiffsortError, match=f"^speeds {rule}"):
        asvector(values, "speeds")


def test_a_long_vector_is_shown_in_short():
    with pytest.raises(DiffsortError) as caught:
        asarray(np.full(10_000, np.nan))
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize("axis", [-3, -1, 0, 2, np.int64(1)])
def test_an_axis_is_counted_from_the_front(xp, axis):
    assert whole_axis(xp.array(np.ones((2, 3, 4))), axis) == axis % 3


@pytest.mark.parametrize("axis", [-4, 3, 1.0, None, "0", (0, 1)], ids=repr)
def test_an_axis_that_is_not_there_is_refused(xp, axis):
    with pytest.raises(DiffsortError) as caught:
        whole_axis(xp.array(np.ones((2, 3, 4))), axis, "v")
    assert (
        str(caught.value)
        == f"axis must be one of the 3 axes of v, of shape (2, 3, 4), got {axis!r}"
    )


def test_the_value_inside_a_tracing_box_can_be_seen(autodiff):
    if autodiff.name == "autograd":
        seen = []
        autodiff.hessian(lambda x: seen.append(concrete(x)) or x[0] * x[1], [1.0, 2.0])
        assert type(seen[0]) is np.ndarray
        with pytest.raises(DiffsortError, match="x must hold finite numbers, got nan"):
            autodiff.jacobian(asvector, [1.0, np.nan])


@pytest.mark.parametrize("dtype", FLOATS)
def test_constants_take_the_dtype_of_what_they_meet(xp, dtype):
    like = xp.array([1, 2], dtype)
    constant = namespace(like).constant(np.eye(2), like)
    assert (type(constant), constant.dtype) == (type(like), like.dtype)
    np.testing.assert_array_equal(xp.numpy(constant), np.eye(2))


@pytest.mark.parametrize("shape", [(3,), (3, 2), (3, 2, 4), (3, 0), (3, 0, 2)])
def test_a_product_is_along_the_first_axis(xp, shape):
    matrix, x = np.arange(6.0).reshape(2, 3), np.random.default_rng(0).normal(size=shape)
    product = xp.call(lambda x: namespace(x).product(matrix, x), x)
    np.testing.assert_allclose(product, np.tensordot(matrix, x, 1), rtol=0, atol=1e-14)


@pytest.mark.parametrize("shape", [(3,), (3, 2), (3, 2, 4)])
def test_rows_are_taken_along_the_first_axis(xp, shape):
    x, wires = np.random.default_rng(0).normal(size=shape), np.array([2, 0, 0, 1])
    np.testing.assert_array_equal(xp.call(lambda x: namespace(x).rows(x, wires), x), x[wires])


def test_the_hard_order_is_that_of_the_real_parts(xp):
    a, b = np.array([1 + 5j, 2.0, -1j]), np.array([2 - 5j, 1.0, 1 + 0j])
    low, high = (
        xp.call(lambda a, b, side=side: namespace(a).ordered(a, b)[side], a, b) for side in (0, 1)
    )
    np.testing.assert_array_equal([low, high], [[1 + 5j, 1, -1j], [2 - 5j, 2, 1]])


def test_a_falling_exponential_has_all_its_digits(xp):
    t = np.array([0, 1e-9, 1, 30, 700.0])
    falling = xp.call(lambda t: namespace(t).falling(t), t)
    np.testing.assert_allclose(falling, np.exp(-t) / (1 + np.exp(-t)), rtol=1e-14)


def test_no_derivative_passes_a_stopped_gradient(autodiff):
    gradient = autodiff.jacobian(lambda x: x * namespace(x).stop_gradient(x), [2.0, 3.0])
    np.testing.assert_array_equal(gradient, np.diag([2.0, 3.0]))


def test_an_unknown_function_is_no_attribute(xp):
    with pytest.raises(AttributeError, match=r"^fft$"):
        namespace(xp.array([1.0])).fft  # noqa: B018
