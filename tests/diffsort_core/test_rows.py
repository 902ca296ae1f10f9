"""Rows are sorted whole, by a key or by a comparison."""

import numpy as np
import pytest
from cases import batch

from diffsort_core import DiffsortError, SmoothMax, bitonic, comparison_sort, diff_sort, vector_sort
from diffsort_core.backends import namespace

ROWS = np.array([[1, 5], [30, 30], [6, 9], [80, -2]])


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (0, [[80, -2], [30, 30], [5.966536, 8.973229], [1.033464, 5.026771]]),
        (1, [[30, 30], [5.911266, 8.927862], [1.156885, 5.065958], [79.931849, -1.993819]]),
    ],
)
def test_rows_are_sorted_by_a_column_as_in_the_original(xp, form, column, expected):
    rows = xp.call(
        lambda x: vector_sort(form(4), x, lambda rows: rows[:, column], alpha=1.0),
        ROWS.astype(float),
    )
    np.testing.assert_allclose(rows, expected, rtol=0, atol=5.01e-7)
    by_product = vector_sort(form(4), ROWS, lambda rows: rows @ [1 - column, column])
    np.testing.assert_allclose(by_product, rows, rtol=0, atol=1e-12)
    ascending = xp.call(
        lambda x: vector_sort(form(4), x, lambda rows: rows[:, column], descending=False),
        ROWS.astype(float),
    )
    np.testing.assert_allclose(
        ascending, vector_sort(form(4), ROWS, lambda rows: -rows[:, column]), rtol=0, atol=1e-12
    )
    assert ascending[-1, column] > ascending[0, column]


def test_a_comparison_sort_gives_the_digits_of_the_original(xp, form):
    x = np.random.RandomState(31).normal(0, 100, 8)

    def clamped(a, b):
        return namespace(a).sign(a**2 - b**2)  # to which differentiable_sorting's tanh comes down

    sort = xp.call(lambda x: comparison_sort(form(8), x, clamped), x)
    expected = [
        184.935652,
        -79.102695,
        -77.712024,
        -76.319684,
        -41.475721,
        -33.336867,
        -21.859967,
        8.109199,
    ]
    np.testing.assert_allclose(sort, expected, rtol=0, atol=5.01e-7)
    got = comparison_sort(form(8), x, lambda a, b: np.tanh(a**2 - b**2))
    np.testing.assert_allclose(got, expected, rtol=0, atol=5.01e-7)


def test_rows_of_one_number_are_sorted_as_numbers(xp):
    x = batch(8)
    expected = diff_sort(bitonic(8), x, SmoothMax(0.8))
    by_key = xp.call(
        lambda x: vector_sort(bitonic(8), x, lambda rows: rows, 0.8, descending=False), x
    )
    np.testing.assert_allclose(by_key, expected, rtol=0, atol=1e-12)
    by_pairs = xp.call(
        lambda x: comparison_sort(bitonic(8), x, lambda a, b: a - b, 0.8, 0.5, descending=False), x
    )
    np.testing.assert_allclose(by_pairs, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("n", [1, 4])
def test_images_are_sorted_whole(xp, n):
    images = batch(n, 3, 2)
    brightness = images.mean(axis=(1, 2))
    bright_first = images[np.argsort(-brightness)]

    def mean(x):
        return namespace(x).mean(namespace(x).reshape(x, (x.shape[0], 6)), axis=1)

    by_key = xp.call(lambda x: vector_sort(bitonic(n), x, mean, alpha=1e6), images)
    by_pairs = xp.call(
        lambda x: comparison_sort(bitonic(n), x, lambda a, b: mean(a) - mean(b), alpha=1e4), images
    )
    np.testing.assert_allclose([by_key, by_pairs], [bright_first] * 2, rtol=0, atol=1e-9)
    per_pixel = xp.call(
        lambda x: comparison_sort(bitonic(n), x, lambda a, b: a - b, alpha=1e4), images
    )
    np.testing.assert_allclose(per_pixel, -np.sort(-images, axis=0), rtol=0, atol=1e-9)
    soft = xp.call(lambda x: vector_sort(bitonic(n), x, mean), images)
    np.testing.assert_allclose(soft.sum(axis=0), images.sum(axis=0), rtol=0, atol=1e-12)


@pytest.mark.parametrize("alpha", [0.0, 1.0, 1e300])
def test_keys_and_rows_of_any_size_are_sorted(xp, alpha):
    rows = np.array([[1, -1.7e308], [-1.7e308, 3], [1.7e308, 1.7e308], [1e300, 5]])
    for sort in (vector_sort, comparison_sort):
        by = (
            (lambda rows: rows[:, 0])
            if sort is vector_sort
            else (lambda a, b: a[:, 0] / 2 - b[:, 0] / 2)
        )
        result = xp.call(lambda x, sort=sort, by=by: sort(bitonic(4), x, by, alpha), rows)
        assert np.isfinite(result).all()
        if alpha:
            np.testing.assert_allclose(result, rows[[2, 3, 0, 1]])


def test_the_rows_that_came_in_are_left_alone(form):
    rows = ROWS.astype(float)
    vector_sort(form(4), rows, lambda rows: rows[:, 0])
    comparison_sort(form(4), rows, lambda a, b: a - b)
    np.testing.assert_array_equal(rows, ROWS)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:, 0], np.nan),
            "alpha must be a number, got nan",
        ),
        (
            lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:, 0] / 0),
            r"key must hold finite numbers, got (-?inf|nan)",
        ),
        (
            lambda: vector_sort(bitonic(4), ROWS, lambda rows: "key"),
            "key must hold real numbers, got 'key'",
        ),
        (lambda: vector_sort(bitonic(4), ROWS, lambda rows: rows[:1, 0]), "key must .*"),
        (
            lambda: vector_sort(bitonic(4), ROWS[:3], lambda rows: rows[:, 0]),
            r"x must have n = 4 values along axis 0, .*, got 3",
        ),
        (
            lambda: vector_sort(bitonic(4), [], lambda rows: rows),
            r"x must hold at least one value, got none",
        ),
        (
            lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, "a"),
            "alpha must be a number, got 'a'",
        ),
        (
            lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, scale=np.nan),
            "scale must be a number, got nan",
        ),
        (
            lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a - b, scale="a"),
            "scale must be a number, got 'a'",
        ),
        (
            lambda: comparison_sort(bitonic(4), ROWS, lambda a, b: a * np.inf),
            "compare_fn must hold finite numbers, got",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:(divide by zero|invalid value):RuntimeWarning")
def test_bad_keys_and_comparisons_are_refused(call, message):
    with pytest.raises(DiffsortError, match=f"^{message}"):
        call()


def test_a_key_gives_one_number_for_each_row():
    with pytest.raises(
        DiffsortError, match=r"^key must give a number for each of 2 rows, got shape \(2, 3\)$"
    ):
        vector_sort(bitonic(4), np.ones((4, 3)), lambda rows: rows)
