"""What cannot be sorted is refused by name, rule and value."""

import re
from functools import partial

import numpy as np
import pytest

from diffsort_core import (
    DiffsortError,
    Layer,
    LogSumExp,
    bitonic,
    bitonic_matrices,
    comparison_sort,
    diff_sort,
    error_analysis,
    shuffled_sort,
    soft_permutation,
    softmax,
    straight_through,
    vector_sort,
)
from diffsort_core.backends import namespace


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([], "must hold at least one value, got none"),
        ([1, np.nan], "must hold finite numbers, got nan in [ 1., nan]"),
        ([np.inf, 1], "must hold finite numbers, got inf in [inf,  1.]"),
        (["3", "1"], "must hold real numbers, got ['3', '1']"),
        (np.array([3, None]), "must hold real numbers, got [3, None]"),
        ([[3], [1, 2]], "must be a list or array of real numbers, got [[3], [1, 2]]"),
        ([3, 1, 2], "must have n = 2 values, one for each wire, got 3"),
        (np.ones((2, 3)), "must have n = 2 values along axis -1, one for each wire, got 3"),
        (np.ones((4, 1)), "must have n = 2 values along axis -1, one for each wire, got 1"),
    ],
)
def test_a_bad_x_is_refused_by_name_rule_and_value(form, values, rule):
    with pytest.raises(DiffsortError, match="^x " + re.escape(rule)):
        diff_sort(form(2), values)


@pytest.mark.parametrize(
    "network", [None, 2, "bitonik", [], [0.5, 1.5], bitonic(2).layers[0]], ids=repr
)
@pytest.mark.parametrize(
    "sort",
    [diff_sort, shuffled_sort, partial(vector_sort, key=abs)],
    ids=["sort", "shuffled", "rows"],
)
def test_what_is_no_network_is_refused(network, sort):
    with pytest.raises(
        DiffsortError, match="^network must be a Network or .*, got " + re.escape(repr(network))
    ):
        sort(network, [2.0, 1.0])


@pytest.mark.parametrize("axis", [1, -2, 0.0, None, "0"], ids=repr)
def test_an_axis_that_is_not_there_is_refused(axis):
    for sort in (diff_sort, soft_permutation):
        with pytest.raises(
            DiffsortError,
            match=rf"^axis must be one of the 1 axes of x, of shape \(2,\), got {axis!r}$",
        ):
            sort(bitonic(2), [2.0, 1.0], axis=axis)


@pytest.mark.parametrize(
    "sort",
    [diff_sort, soft_permutation, shuffled_sort, partial(vector_sort, key=abs)],
    ids=["sort", "permutation", "shuffled", "rows"],
)
def test_one_number_is_no_vector(xp, sort):
    with pytest.raises(DiffsortError, match=r"^x must (have|be) .*, got (shape \(\)|3\.0)"):
        sort(bitonic(2), xp.array(3.0))


@pytest.mark.parametrize("softmax", [None, "smoothmax", 3.0], ids=repr)
def test_what_is_no_soft_maximum_is_refused(softmax):
    with pytest.raises(DiffsortError, match=f"^softmax must be .*, got {softmax!r}"):
        diff_sort(bitonic(2), [2.0, 1.0], softmax)


@pytest.mark.parametrize(
    ("softmax", "dtype", "values"),
    [
        (LogSumExp(1e-4), "float16", [6e4] * 4),
        (LogSumExp(1e-39), "float32", [1e38, 3e38, 3e38, 2e38]),
        (LogSumExp(1e-299), "float64", [1.7976931348623157e308] * 4),
        (lambda a, b: a * a + b * b, "float32", [1e30, 2, 3, 4]),
        (
            lambda a, b: namespace(a).log(namespace(a).exp(a) + namespace(a).exp(b)),
            "float64",
            [1e3, 2, 3, 4],
        ),
    ],
    ids=["float16", "float32", "float64", "squares", "the naive formula"],
)
def test_a_result_that_leaves_the_dtype_is_refused(xp, softmax, dtype, values):
    with pytest.raises(
        DiffsortError,
        match=f"^softmax must keep the values within {dtype}, got .*, under which they leave it$",
    ):
        xp.call(lambda x: diff_sort(bitonic(4), x, softmax), np.array(values, dtype))


def test_a_form_whose_layers_do_not_fit_is_refused():
    with pytest.raises(DiffsortError, match=r"^network must be .*"):
        diff_sort(bitonic_matrices(4) + bitonic_matrices(8), [1.0, 2, 3, 4])


REFUSED = {
    "a matrix": (
        lambda: diff_sort(bitonic(2), np.asmatrix([[1.0, 3.0], [2.0, 1.0]])),
        "x must be an array whose * is entry by entry, got a numpy.matrix",
    ),
    "sides of two shapes": (
        lambda: straight_through(np.zeros(3), np.zeros((3, 1))),
        r"hard and soft must have one shape, got (3,) and (3, 1)",
    ),
    "lists of two lengths": (
        lambda: straight_through([1, 2], [1, 2, 3]),
        "hard and soft must have one shape, got (2,) and (3,)",
    ),
    "an infinite scale": (
        lambda: comparison_sort(bitonic(2), [1.0, 1.0], lambda a, b: a - b, scale=np.inf),
        "scale must be a finite number, got inf",
    ),
    "a soft maximum that leaves its dtype": (
        lambda: softmax(np.array([6.5e4], "e"), np.array([6.5e4], "e"), 1e-3),
        "alpha must be so large that the result stays within float16, got LogSumExp(alpha=0.001)",
    ),
    "half a size": (
        lambda: error_analysis(sizes=[2.5]),
        "sizes must be a whole number of at least 1, got 2.5",
    ),
    "a negative seed": (
        lambda: shuffled_sort(bitonic(2), [2.0, 1.0], seed=-1),
        "seed must be a whole number of at least 0, got -1",
    ),
    "a stage that is no number": (
        lambda: Layer(((0, 1),), stage="a"),
        "stage must be a whole number of at least 0, got 'a'",
    ),
}


@pytest.mark.filterwarnings("ignore:the matrix subclass")
@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_wrong_in_silence_is_refused(case):
    call, words = REFUSED[case]
    with pytest.raises(DiffsortError, match="^" + re.escape(words)):
        call()
