import re
from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest

from diffsort_core import bitonic, bitonic_indices, bitonic_matrices, bitonic_woven_matrices
from explorer.exercises.encodings import LAYER, check_budget, check_order, check_weave

FIRST, SECOND, THIRD = bitonic_matrices(8)[:3]
PICK, PUT_BACK = np.vstack([SECOND.l, SECOND.r]), np.hstack([FIRST.l_inv, FIRST.r_inv])
RIGHT = PICK @ PUT_BACK
SWAPPED = RIGHT[[1, 0, *range(2, 8)]]

VERDICTS = [
    (check_order, "another form", [0, 3, 1, 2], "correct"),
    (check_order, "another form", (0, 3, 1, 2), "correct"),
    (check_order, "another form", [0.0, 3.0, 1.0, 2.0], "correct"),
    (check_order, "another form", np.array([0, 3, 1, 2]), "correct"),
    (check_order, "another form", np.array([[0.0, 3.0, 1.0, 2.0]]), "correct"),
    (check_order, "another form", np.argsort([0, 2, 3, 1]), "correct"),
    (check_order, "another form", [np.int8(0), np.int64(3), np.float32(1), 2], "correct"),
    (check_order, "another form", ["0", "3", "1", "2"], "correct"),
    (check_order, "another form", "0, 3, 1, 2", "correct"),
    (check_order, "another form", "[0 3 1 2]", "correct"),
    (check_order, "another form", "0312", "correct"),
    (check_order, "another form", {0: 0, 1: 3, 2: 1, 3: 2}, "correct"),
    (check_order, "another form", {3: 2, 1: 3, 2: 1, 0: 0}, "correct"),
    (check_order, "nearly right", [0, 2, 3, 1], "almost"),
    (check_order, "nearly right", [0.0, 2.0, 3.0, 1.0], "almost"),
    (check_order, "nearly right", "0 2 3 1", "almost"),
    (check_order, "nearly right", [1, 4, 2, 3], "almost"),
    (check_order, "nearly right", np.array([1, 4, 2, 3]), "almost"),
    (check_order, "wrong", [0, 1, 2, 3], "hint"),
    (check_order, "wrong", [2, 1, 3, 0], "hint"),
    (check_order, "wrong", [0, 1, 3, 2], "hint"),
    (check_order, "wrong", [0, 2, 1, 3], "hint"),
    (check_order, "wrong", [3, 2, 1, 0], "hint"),
    (check_order, "wrong", [0, 3, 1, 1], "hint"),
    (check_order, "wrong", [0, 3, 1, 5], "hint"),
    (check_order, "nonsense", [0, 3, 1], "hint"),
    (check_order, "nonsense", [0, 3.5, 1, 2], "hint"),
    (check_order, "nonsense", {0, 1, 2, 3}, "hint"),
    (check_order, "nonsense", "none", "hint"),
    (check_order, "nonsense", 3, "hint"),
    (check_order, "nonsense", ["a", "b", "c", "d"], "hint"),
    (check_order, "nonsense", {"low": 0}, "hint"),
    (check_order, "nonsense", [0, float("nan"), 1, float("inf")], "hint"),
    (check_order, "nonsense", [], "hint"),
    (check_weave, "another form", RIGHT, "correct"),
    (check_weave, "another form", RIGHT.tolist(), "correct"),
    (check_weave, "another form", tuple(map(tuple, RIGHT)), "correct"),
    (check_weave, "another form", bitonic_woven_matrices(8)[1], "correct"),
    (check_weave, "another form", RIGHT > 0, "correct"),
    (check_weave, "another form", RIGHT.astype(int), "correct"),
    (check_weave, "another form", RIGHT.astype(np.float32), "correct"),
    (check_weave, "another form", RIGHT.astype(int).astype(str).tolist(), "correct"),
    (check_weave, "another form", RIGHT + 1e-9, "correct"),
    (check_weave, "nearly right", PUT_BACK @ PICK, "almost"),
    (check_weave, "nearly right", RIGHT.T, "almost"),
    (check_weave, "nearly right", np.vstack([SECOND.r, SECOND.l]) @ PUT_BACK, "almost"),
    (check_weave, "nearly right", PICK @ np.hstack([FIRST.r_inv, FIRST.l_inv]), "almost"),
    (check_weave, "nearly right", SWAPPED, "almost"),
    (check_weave, "nearly right", RIGHT.argmax(1), "almost"),
    (check_weave, "wrong", np.eye(8), "hint"),
    (check_weave, "wrong", PICK, "hint"),
    (check_weave, "wrong", PUT_BACK, "hint"),
    (check_weave, "wrong", np.zeros((8, 8)), "hint"),
    (check_weave, "wrong", bitonic_woven_matrices(8)[0], "hint"),
    (check_weave, "wrong", bitonic_woven_matrices(8)[2], "hint"),
    (check_weave, "wrong", 2 * RIGHT, "hint"),
    (check_weave, "wrong", np.hstack([SECOND.l, SECOND.r]), "hint"),
    (check_weave, "nonsense", 8, "hint"),
    (check_weave, "nonsense", "eye", "hint"),
    (check_weave, "nonsense", [[1, 2], [3]], "hint"),
    (check_weave, "nonsense", np.full((8, 8), np.nan), "hint"),
    (check_weave, "nonsense", {}, "hint"),
    (check_weave, "nonsense", np.zeros((2, 8, 8)), "hint"),
    (check_budget, "another form", 262144, "correct"),
    (check_budget, "another form", 2**18, "correct"),
    (check_budget, "another form", 262144.0, "correct"),
    (check_budget, "another form", "262144", "correct"),
    (check_budget, "another form", np.int32(262144), "correct"),
    (check_budget, "another form", [262144], "correct"),
    (check_budget, "another form", Fraction(262144), "correct"),
    (check_budget, "nearly right", 18, "almost"),
    (check_budget, "nearly right", 2**17, "almost"),
    (check_budget, "nearly right", 2**19, "almost"),
    (check_budget, "nearly right", 300000, "almost"),
    (check_budget, "nearly right", 328947, "almost"),
    (check_budget, "nearly right", 328948, "almost"),
    (check_budget, "nearly right", 717225984, "almost"),
    (check_budget, "wrong", 1024, "hint"),
    (check_budget, "wrong", 2**16, "hint"),
    (check_budget, "wrong", 2**20, "hint"),
    (check_budget, "wrong", 2**25, "hint"),
    (check_budget, "wrong", 2**26, "hint"),
    (check_budget, "wrong", 2**29, "hint"),
    (check_budget, "wrong", 262143, "hint"),
    (check_budget, "wrong", 500, "hint"),
    (check_budget, "nonsense", 262144.5, "hint"),
    (check_budget, "nonsense", -262144, "hint"),
    (check_budget, "nonsense", 0, "hint"),
    (check_budget, "nonsense", "many", "hint"),
    (check_budget, "nonsense", [2, 18], "hint"),
    (check_budget, "nonsense", float("nan"), "hint"),
    (check_budget, "nonsense", float("inf"), "hint"),
]


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_only_the_order_that_does_what_the_comparators_ask_is_right(order):
    for values in ([40, 30, 20, 10], [10, 20, 30, 40]):
        low, high = np.array(LAYER.comparators).T
        values = np.array(values)
        row = np.r_[np.minimum(values[low], values[high]), np.maximum(values[low], values[high])]
        wanted = values.copy()
        wanted[low], wanted[high] = row[:2], row[2:]
        if row[list(order)].tolist() != wanted.tolist():
            assert check_order(order).verdict != "correct"
            return
    assert check_order(order).verdict == "correct"


MISTAKES = [
    (
        check_order,
        [
            [0, 1, 2],
            [0, 0, 1, 2],
            [0, 1, 2, 3],
            [2, 1, 3, 0],
            [0, 2, 1, 3],
            [0, 1, 3, 2],
            [0, 2, 3, 1],
            [1, 4, 2, 3],
            [3, 2, 1, 0],
        ],
    ),
    (
        check_weave,
        [
            3,
            np.hstack([SECOND.l, SECOND.r]),
            np.eye(8),
            PICK,
            PUT_BACK,
            np.zeros((8, 8)),
            PUT_BACK @ PICK,
            RIGHT.T,
            np.vstack([SECOND.r, SECOND.l]) @ PUT_BACK,
            PICK @ np.hstack([FIRST.r_inv, FIRST.l_inv]),
            SWAPPED,
            RIGHT.argmax(1),
            bitonic_woven_matrices(8)[0],
        ],
    ),
    (
        check_budget,
        [
            "many",
            18,
            1024,
            2**17,
            2**19,
            2**16,
            2**20,
            2**25,
            2**26,
            2**29,
            300000,
            400000,
            500,
        ],
    ),
]


@pytest.mark.parametrize("k", range(2, 30))
def test_what_is_said_of_a_power_of_two_is_true_of_it(k):
    words, fits = check_budget(2**k).words, 8 * 2**k * k * (k + 1) <= 10**9
    if (told := re.search(r"(?:take|wires,) (\d+) bytes", words)) is not None:
        assert int(told[1]) == 8 * 2**k * k * (k + 1)
    if "that fits" in words or "too many" in words:
        assert ("that fits" in words) == fits


FORMATS_NAMED = [check_order, check_weave, check_budget]


def test_a_set_has_no_order():
    assert check_order({0, 3, 1, 2}).words.endswith("You gave a set of 4.")


@pytest.mark.parametrize("check", [check_order, check_weave, check_budget])
def test_a_fourth_wrong_answer_is_told_the_way(check):
    words = [check(wrong).words for wrong in (50, 51, 52, 53)]
    assert ["Hint 2" in words[1], "Hint 3" in words[2]] == [True, True]
    assert "solutions/05_one_network_three_encodings.ipynb" in words[3]


@pytest.mark.parametrize("n", [2, 3, 6, 8, 64, 100])
def test_the_indices_take_sixteen_bytes_for_each_wire_and_layer(n):
    counted = sum(part.nbytes for layer in bitonic_indices(n) for part in layer)
    assert counted == 16 * n * bitonic(n).depth


USUAL = ["0, 3, 1, 2", "0312", "pick @ back", "pick @ put_back", "2**18", "262144", "18"]
SPELLINGS = dict.fromkeys([check_order, check_weave, check_budget], USUAL)
