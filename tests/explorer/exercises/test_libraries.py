import numpy as np
import pytest
from autograd import grad

from diffsort_core import HARD, SmoothMax, bitonic, diff_median, diff_sort, sort_jacobian, sort_vjp
from explorer.exercises.libraries import (
    INCOMES,
    MEDIAN,
    READINGS,
    RULE,
    check_columns,
    check_median_gradient,
)

COLUMNS = diff_sort(bitonic(8), READINGS, RULE, axis=0)
GRADIENT = grad(lambda incomes: diff_median(bitonic(8), incomes, RULE))(INCOMES)


@pytest.mark.parametrize(
    "answer", [COLUMNS, COLUMNS.tolist(), COLUMNS.astype(np.float32), COLUMNS.round(5)]
)
def test_sorted_columns_are_accepted_from_any_library(answer):
    assert check_columns(answer).verdict == "correct"


def test_columns_that_are_turned_or_descend_are_almost_right():
    answers = [
        check_columns(COLUMNS.T),
        check_columns(diff_sort(bitonic(8), READINGS, RULE, axis=0, descending=True)),
    ]
    assert {answer.verdict for answer in answers} == {"almost"}
    assert len({answer.words for answer in answers}) == 2


def test_each_mistake_with_the_columns_has_its_own_hint():
    mistakes = [
        None,
        "sorted",
        READINGS,
        diff_sort(bitonic(5), READINGS, RULE),
        np.sort(READINGS, axis=0),
        diff_sort(bitonic(8), READINGS, axis=0),
        diff_sort(bitonic(8), READINGS, SmoothMax(1.0), axis=0),
        READINGS[:2],
        COLUMNS + 0.01,
    ]
    answers = [check_columns(mistake) for mistake in mistakes]
    assert {answer.verdict for answer in answers} == {"hint"}
    assert len({answer.words for answer in answers}) == len(mistakes)


@pytest.mark.parametrize(
    "answer", [GRADIENT, GRADIENT.tolist(), sort_vjp(bitonic(8), INCOMES, MEDIAN, RULE)]
)
def test_the_gradient_is_accepted_from_any_library(answer):
    assert check_median_gradient(answer).verdict == "correct"


def test_each_mistake_with_the_gradient_has_its_own_words():
    jacobian = sort_jacobian(bitonic(8), INCOMES, RULE)
    nearly = [
        sort_vjp(bitonic(8), INCOMES, MEDIAN),
        sort_vjp(bitonic(8), INCOMES, MEDIAN, SmoothMax(1.0)),
    ]
    nearly += [jacobian[3], jacobian[4], 2 * GRADIENT]
    wrong = [
        None,
        "x",
        np.full(8, 1 / 8),
        sort_vjp(bitonic(8), INCOMES, MEDIAN, HARD),
        jacobian,
        diff_median(bitonic(8), INCOMES, RULE),
    ]
    wrong += [GRADIENT[:4], GRADIENT + 0.01]
    answers = [check_median_gradient(mistake) for mistake in nearly + wrong]
    assert [answer.verdict for answer in answers] == ["almost"] * len(nearly) + ["hint"] * len(
        wrong
    )
    assert len({answer.words for answer in answers}) == len(answers)
