import numpy as np
import pytest

from diffsort_core import bitonic, bitonic_indices, bitonic_matrices, bitonic_woven_matrices
from explorer.exercises.encodings import LAYER, check_budget, check_order, check_weave

FIRST, SECOND = bitonic_matrices(8)[:2]
PICK, PUT_BACK = np.vstack([SECOND.l, SECOND.r]), np.hstack([FIRST.l_inv, FIRST.r_inv])


@pytest.mark.parametrize(
    "answer", [[0, 3, 1, 2], (0, 3, 1, 2), np.array([0, 3, 1, 2]), np.argsort([0, 2, 3, 1])]
)
def test_the_order_is_accepted_in_any_spelling(answer):
    assert check_order(answer).verdict == "correct"


def test_the_right_order_does_what_the_comparators_ask():
    values = np.array([40, 30, 20, 10])
    low, high = np.array(LAYER.comparators).T
    row = np.concatenate(
        [np.minimum(values[low], values[high]), np.maximum(values[low], values[high])]
    )
    assert row[[0, 3, 1, 2]].tolist() == [10, 30, 20, 40]


def test_the_inverse_order_is_almost_right():
    assert check_order([0, 2, 3, 1]).verdict == "almost"


def test_each_other_order_has_its_own_hint():
    replies = [
        check_order(order)
        for order in (None, [0, 1, 2], [0, 1, 2, 3], [2, 1, 3, 0], [0, 1, 3, 2], [3, 2, 1, 0])
    ]
    assert {reply.verdict for reply in replies} == {"hint"}
    assert len({reply.words for reply in replies}) == len(replies)


@pytest.mark.parametrize(
    "answer",
    [
        PICK @ PUT_BACK,
        (PICK @ PUT_BACK).tolist(),
        bitonic_woven_matrices(8)[1],
        (PICK @ PUT_BACK) > 0,
    ],
)
def test_the_woven_matrix_is_accepted_in_any_spelling(answer):
    assert check_weave(answer).verdict == "correct"


@pytest.mark.parametrize(
    "answer",
    [
        PUT_BACK @ PICK,
        (PICK @ PUT_BACK).T,
        np.vstack([SECOND.r, SECOND.l]) @ PUT_BACK,
        PICK @ np.hstack([FIRST.r_inv, FIRST.l_inv]),
    ],
)
def test_a_weave_with_one_flaw_is_almost_right(answer):
    assert check_weave(answer).verdict == "almost"


def test_each_mistake_in_weaving_has_its_own_reply():
    mistakes = [
        None,
        np.hstack([SECOND.l, SECOND.r]),
        np.eye(8),
        PICK,
        PUT_BACK,
        np.zeros((8, 8)),
        PUT_BACK @ PICK,
        (PICK @ PUT_BACK).T,
        np.vstack([SECOND.r, SECOND.l]) @ PUT_BACK,
        PICK @ np.hstack([FIRST.r_inv, FIRST.l_inv]),
    ]
    replies = [check_weave(mistake) for mistake in mistakes]
    assert len({reply.words for reply in replies}) == len(replies)
    assert [reply.verdict for reply in replies[:6]] == ["hint"] * 6


@pytest.mark.parametrize("answer", [262144, 2**18, 262144.0, "262144"])
def test_the_budget_is_spent(answer):
    assert check_budget(answer).verdict == "correct"


@pytest.mark.parametrize("answer", [18, 2**17, 2**19, 300000, 328947])
def test_a_budget_nearly_spent_is_almost_right(answer):
    assert check_budget(answer).verdict == "almost"


@pytest.mark.parametrize(
    "answer", [1024, 2**20, 2**25, 2**26, 2**29, 328948, 262143, 262144.5, 500]
)
def test_other_budgets_are_not(answer):
    assert check_budget(answer).verdict == "hint"


def test_each_mistake_about_the_budget_has_its_own_reply():
    mistakes = [None, 18, 1024, 2**17, 2**19, 2**25, 2**26, 2**29, 300000, 500]
    assert len({check_budget(mistake).words for mistake in mistakes}) == len(mistakes)


@pytest.mark.parametrize("n", [2, 3, 6, 8, 64, 100])
def test_the_indices_take_sixteen_bytes_for_each_wire_and_layer(n):
    counted = sum(part.nbytes for layer in bitonic_indices(n) for part in layer)
    assert counted == 16 * n * bitonic(n).depth
