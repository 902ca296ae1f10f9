import inspect
import json

import numpy as np
import pytest
from autograd import grad

from diffsort_core import (
    HARD,
    NETWORKS,
    SmoothMax,
    bitonic,
    diff_median,
    diff_sort,
    mirrored_bitonic,
    odd_even_merge,
    odd_even_transposition,
    sort_jacobian,
    sort_vjp,
)
from explorer.exercises import libraries
from explorer.exercises.answer import NOTHING_YET, TRIED
from explorer.exercises.libraries import (
    INCOMES,
    READINGS,
    RELAXATION,
    check_columns,
    check_median_gradient,
)

MIDDLE = [0, 0, 0, 0.5, 0.5, 0, 0, 0]


def columns(network=bitonic, relaxation=RELAXATION, **named):
    return diff_sort(network(8), READINGS, relaxation, axis=0, **named)


def pulled(weights, relaxation=RELAXATION, network=bitonic):
    return sort_vjp(network(8), INCOMES, weights, relaxation)


COLUMNS = columns()
GRADIENT = grad(lambda incomes: diff_median(bitonic(8), incomes, RELAXATION))(INCOMES)
JACOBIAN = sort_jacobian(bitonic(8), INCOMES, RELAXATION)

VERDICTS = [
    (check_columns, "another form", COLUMNS, "correct"),
    (check_columns, "another form", COLUMNS.tolist(), "correct"),
    (check_columns, "another form", tuple(map(tuple, COLUMNS)), "correct"),
    (check_columns, "another form", COLUMNS.astype(np.float32), "correct"),
    (check_columns, "another form", COLUMNS.round(3), "correct"),
    (check_columns, "another form", np.vectorize(str)(COLUMNS).tolist(), "correct"),
    (check_columns, "another form", columns(odd_even_merge), "correct"),
    (check_columns, "another form", columns(odd_even_transposition), "correct"),
    (check_columns, "another form", columns(mirrored_bitonic).round(4), "correct"),
    (check_columns, "another form", dict(enumerate(COLUMNS)), "correct"),
    (check_columns, "nearly right", COLUMNS.T, "almost"),
    (check_columns, "nearly right", COLUMNS[::-1], "almost"),
    (check_columns, "nearly right", columns(odd_even_merge, descending=True), "almost"),
    (check_columns, "nearly right", COLUMNS.round(2), "almost"),
    (check_columns, "nearly right", columns(relaxation=SmoothMax(1.0)), "almost"),
    (check_columns, "nearly right", diff_sort(bitonic(8), READINGS, axis=0), "almost"),
    (check_columns, "wrong", READINGS, "hint"),
    (check_columns, "wrong", diff_sort(bitonic(5), READINGS, RELAXATION), "hint"),
    (check_columns, "wrong", diff_sort(odd_even_merge(5), READINGS, RELAXATION), "hint"),
    (check_columns, "wrong", np.sort(READINGS), "hint"),
    (check_columns, "wrong", np.sort(READINGS, axis=0), "hint"),
    (check_columns, "wrong", COLUMNS + 0.01, "hint"),
    (check_columns, "wrong", COLUMNS[:, :4], "hint"),
    (check_columns, "nonsense", "sorted", "hint"),
    (check_columns, "nonsense", 3, "hint"),
    (check_columns, "nonsense", [[1, 2], [3]], "hint"),
    (check_columns, "nonsense", np.full((8, 5), np.nan), "hint"),
    (check_columns, "nonsense", COLUMNS + 0j, "hint"),
    (check_columns, "nonsense", {1.0, 2.0}, "hint"),
    (check_columns, "nonsense", [], "hint"),
    (check_columns, "nonsense", diff_sort, "hint"),
    (check_median_gradient, "another form", GRADIENT, "correct"),
    (check_median_gradient, "another form", GRADIENT.tolist(), "correct"),
    (check_median_gradient, "another form", tuple(GRADIENT.round(3)), "correct"),
    (check_median_gradient, "another form", GRADIENT.astype(np.float32)[None], "correct"),
    (check_median_gradient, "another form", GRADIENT[:, None], "correct"),
    (check_median_gradient, "another form", [f"{each:.3f}" for each in GRADIENT], "correct"),
    (check_median_gradient, "another form", dict(zip(INCOMES, GRADIENT, strict=True)), "correct"),
    (check_median_gradient, "another form", pulled(MIDDLE), "correct"),
    (check_median_gradient, "nearly right", GRADIENT.round(2), "almost"),
    (check_median_gradient, "nearly right", 2 * GRADIENT, "almost"),
    (check_median_gradient, "nearly right", -GRADIENT, "almost"),
    (check_median_gradient, "nearly right", GRADIENT[::-1], "almost"),
    (check_median_gradient, "nearly right", JACOBIAN[3], "almost"),
    (check_median_gradient, "nearly right", JACOBIAN[4], "almost"),
    (check_median_gradient, "nearly right", pulled(MIDDLE, SmoothMax(1.0)), "almost"),
    (check_median_gradient, "nearly right", sort_vjp(bitonic(8), INCOMES, MIDDLE), "almost"),
    (check_median_gradient, "nearly right", pulled(MIDDLE, network=odd_even_merge), "almost"),
    (check_median_gradient, "wrong", np.full(8, 1 / 8), "hint"),
    (check_median_gradient, "wrong", np.ones(8), "hint"),
    (check_median_gradient, "wrong", pulled(MIDDLE, HARD), "hint"),
    (check_median_gradient, "wrong", JACOBIAN, "hint"),
    (check_median_gradient, "wrong", diff_median(bitonic(8), INCOMES, RELAXATION), "hint"),
    (check_median_gradient, "wrong", GRADIENT[:4], "hint"),
    (check_median_gradient, "wrong", GRADIENT + 0.01, "hint"),
    (check_median_gradient, "nonsense", "x", "hint"),
    (check_median_gradient, "nonsense", "12345678", "hint"),
    (check_median_gradient, "nonsense", [None] * 8, "hint"),
    (check_median_gradient, "nonsense", [np.inf] * 8, "hint"),
    (check_median_gradient, "nonsense", set(GRADIENT), "hint"),
    (check_median_gradient, "nonsense", [], "hint"),
]


@pytest.mark.parametrize("check", [check_columns, check_median_gradient])
def test_each_mistake_has_its_own_words(check):
    replies = []
    for judge, kind, answer, _ in VERDICTS:
        if judge is check and kind in ("nearly right", "wrong"):
            TRIED.clear()
            replies.append(check(answer).words)
    same = {check_columns: 2, check_median_gradient: 0}[check]  # other networks, the same mistake
    assert len(set(replies)) == len(replies) - same


@pytest.mark.parametrize("check", [check_columns, check_median_gradient])
def test_nothing_is_no_answer(check):
    assert check(None).words == NOTHING_YET


def test_what_is_no_array_of_numbers_is_told_what_it_is():
    assert check_columns("sorted").words.startswith("Give an array of numbers, of any library. Yo")
    assert "of type str." in check_columns("sorted").words


def test_the_networks_that_are_accepted_differ():
    sorts = [columns(make).round(3).tobytes() for make in NETWORKS.values()]
    assert len(set(sorts)) >= 3


def test_the_answers_are_not_in_the_source():
    source = "".join(inspect.getsource(libraries).split())
    for spelling in (MIDDLE, [0.5, 0.5], GRADIENT.round(3).tolist()):
        assert json.dumps(spelling).replace(" ", "")[1:-1] not in source
    assert "READINGS,SmoothMax(0.5),axis=0" not in source


def test_a_dask_array_is_judged_by_its_numbers_unless_it_is_large():
    dask_array = pytest.importorskip("dask.array")
    assert check_columns(dask_array.from_array(COLUMNS)).verdict == "correct"
    large = dask_array.ones((10**6, 8))
    assert check_columns(large).words.startswith("That is a plan for 8000000 numbers.")
