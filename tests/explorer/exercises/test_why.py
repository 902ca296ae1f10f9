from itertools import product

import numpy as np
import pytest

from diffsort_core import HARD, Network, bitonic, diff_sort
from explorer import ExplorerState
from explorer.exercises.why import NOT_YET_A_HILL, check_hill, check_latecomer, check_merge


def bits(*values, network="odd-even transposition"):
    return ExplorerState(values=values, network=network)


def latecomer(*values, network="odd-even transposition"):
    return check_latecomer(ExplorerState(values=values, network=network))


def hill(**changes):
    values = list(NOT_YET_A_HILL)
    for wire, value in changes.items():
        values[int(wire[1:])] = value
    return check_hill(ExplorerState(values=values))


VERDICTS = [
    *(
        (check_latecomer, "another form", answer, "correct")
        for answer in [
            bits(1, 1, 0, 0, 0, 0),
            bits(1, 1, 1, 1, 0, 0),
            [1, 1, 0, 0, 0, 0],
            (1, 1, 1, 1, 0, 0),
            "110000",
            "1 1 0 0 0 0",
            np.array([1.0, 1, 0, 0, 0, 0]),
        ]
    ),
    *(
        (check_latecomer, "nearly right", answer, "almost")
        for answer in [
            bits(1, 1, 0, 1, 0, 0),
            bits(1, 1, 0, 0, 1, 0),
            [1, 1, 0, 1, 0, 0],
            "110100",
            (1, 1, 0, 0, 1, 0),
        ]
    ),
    *(
        (check_latecomer, "wrong", answer, "hint")
        for answer in [
            bits(1, 0, 0, 0, 0, 0),
            bits(1, 1, 1, 0, 0, 0),
            bits(0, 0, 1, 1, 1, 1),
            bits(1, 1, 1, 1, 1, 0),
            bits(1, 1, 0, 0, 0, 0, network="bitonic"),
        ]
    ),
    *(
        (check_latecomer, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, {0, 1}, object(), 3, [5, 4, 3, 2, 1, 0], [1, 1, 0, 0]]
    ),
    *(
        (check_hill, "another form", answer, "correct")
        for answer in [
            ExplorerState(values=[9, 14, 11, 8, 5, 2, 6, 7]),
            [9, 14, 11, 8, 5, 2, 6, 7.5],
            (9, 14, 11, 8, 5, 2, 6, 9),
            "9, 14, 11, 8, 5, 2, 3, 3",
            np.array([9, 14, 11, 8, 5, 2, 0, 3]),
            [9, 14, 11, 8, 5, 2, -5, 3],
        ]
    ),
    *(
        (check_hill, "nearly right", answer, "almost")
        for answer in [
            [9, 14, 11, 8, 5, 2, 1, 0],
            [9, 14, 11, 8, 5, 2, 3, 6],
            list(range(8)),
            list(range(8, 0, -1)),
            "1 2 3 4 5 6 7 8",
        ]
    ),
    *(
        (check_hill, "wrong", answer, "hint")
        for answer in [
            ExplorerState(values=NOT_YET_A_HILL),
            [9, 14, 11, 8, 5, 2, 6, 5],
            [1, 14, 11, 8, 5, 2, 6, 20],
            [1] * 8,
            [9, 14, 11, 8, 6, 2, 6, 3],
        ]
    ),
    *(
        (check_hill, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, {1, 2}, object(), 3, [1, 2, 3], [float("nan")] * 8]
    ),
    *(
        (check_merge, "another form", answer, "correct")
        for answer in [
            10,
            10.0,
            "10",
            [10],
            (10,),
            {10},
            np.int64(10),
            np.array([10]),
            np.array(10),
        ]
    ),
    *(
        (check_merge, "nearly right", answer, "almost")
        for answer in [9, 11, "9", [11], np.float64(9)]
    ),
    *(
        (check_merge, "wrong", answer, "hint")
        for answer in [1, 45, 55, 512, 5120, 1024, 7, 10.5, 9.99]
    ),
    *(
        (check_merge, "nonsense", answer, "hint")
        for answer in [None, "no", [], {}, object(), float("nan"), [1, 2]]
    ),
]
SPELLINGS = {
    check_latecomer: ["110000", "111100", "1, 1, 0", "1 1 0"],
    check_hill: ["7.5", "7", "-5", "lower", "lift"],
    check_merge: ["10", "10.0", "ten"],
}


def test_exactly_two_lists_of_zeros_and_ones_keep_the_last_layer_busy():
    right = [
        values for values in product((0, 1), repeat=6) if latecomer(*values).verdict == "correct"
    ]
    assert right == [(1, 1, 0, 0, 0, 0), (1, 1, 1, 1, 0, 0)]


def test_one_layer_too_early_is_almost_right():
    assert latecomer(1, 1, 0, 1, 0, 0).verdict == latecomer(1, 1, 0, 0, 1, 0).verdict == "almost"


def test_each_latecomer_that_is_none_has_its_own_hint():
    replies = [
        latecomer(1, 1, 0, 0),
        latecomer(1, 1, 0, 0, 0, 0, network="bitonic"),
        latecomer(5, 4, 3, 2, 1, 0),
        latecomer(0, 0, 1, 1, 1, 1),
        latecomer(1, 0, 0, 0, 0, 0),
        latecomer(1, 1, 1, 1, 1, 0),
        latecomer(1, 1, 1, 0, 0, 0),
        latecomer(0, 0, 1, 1, 0, 1),
    ]
    assert {reply.verdict for reply in replies} == {"hint"}
    assert len({reply.words for reply in replies}) == len(replies)


@pytest.mark.parametrize(
    "change", [{"w7": 6}, {"w7": 7.5}, {"w7": 9}, {"w6": 2}, {"w6": 2.5}, {"w6": 3}]
)
def test_one_value_makes_a_hill_on_the_circle(change):
    assert hill(**change).verdict == "correct"


@pytest.mark.parametrize(
    "change", [{"w6": 1, "w7": 0}, {"w6": 3, "w7": 6}, {f"w{wire}": wire for wire in range(8)}]
)
def test_a_hill_made_of_several_changes_is_almost_right(change):
    assert hill(**change).verdict == "almost"


def test_each_list_that_is_no_hill_has_its_own_hint():
    replies = [
        hill(),
        hill(w7=5),
        hill(w0=1, w7=20),
        check_hill(ExplorerState(values=[1] * 8)),
        check_hill(ExplorerState(values=[1, 2, 3])),
    ]
    assert {reply.verdict for reply in replies} == {"hint"}
    assert len({reply.words for reply in replies}) == 5


def test_what_counts_as_a_hill_is_what_the_last_stage_sorts():
    last = Network(8, bitonic(8).stages[-1])
    for wire in (6, 7):
        for value in np.arange(0, 16, 0.5):
            if hill(**{f"w{wire}": value}).verdict == "correct":
                sorted_values = diff_sort(
                    last, [*NOT_YET_A_HILL[:wire], value, *NOT_YET_A_HILL[wire + 1 :]], HARD
                )
                assert (np.diff(sorted_values) >= 0).all()


def test_ten_layers_do_merge_two_sorted_lists():
    rng = np.random.default_rng(0)
    up, down = np.sort(rng.normal(size=512)), np.sort(rng.normal(size=512))[::-1]
    merged = diff_sort(Network(1024, bitonic(1024).stages[-1]), np.concatenate([up, down]), HARD)
    assert (np.diff(merged) >= 0).all()
    assert len(bitonic(1024).stages[-1]) == 10


def test_each_mistake_about_the_merge_has_its_own_reply():
    mistakes = [None, 1, 9, 11, 45, 55, 512, 1023, 1024, 5120, 7]
    assert len({check_merge(mistake).words for mistake in mistakes}) == len(mistakes)
