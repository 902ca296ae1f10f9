import inspect
import math
import re
import warnings
from functools import partial

import numpy as np
import pytest
from readers import (
    Exchanger,
    as_the_formula_stands,
    by_layers,
    by_library,
    by_nudges,
    by_signed_weight,
    by_tanh,
    compare_exchange,
    for_numbers,
    jacobian,
    layer,
    layer_by_matrix,
    layer_first_axis,
    layer_in_place,
    layer_of_lists,
    layer_of_whole_numbers,
    layer_one_by_one,
    layers_of,
    network,
    one_missing,
    soft_sort,
    that_counts_on_order,
    turned,
    upwards_only,
    with_matrices,
    without_last,
)

from diffsort_core import (
    LogSumExp,
    SmoothMax,
    bitonic,
    diff_sort,
    mirrored_bitonic,
    odd_even_merge,
    odd_even_transposition,
    soft_permutation,
    sort_jacobian,
)
from explorer.exercises import build, build_network, functions
from explorer.exercises.build import (
    check_compare_exchange,
    check_jacobian,
    check_layer,
    check_soft_sort,
)
from explorer.exercises.build_network import check_network

FAILING = [3, "compare_exchange", [1, 2], {"low": 1}, int, lambda: None, lambda *given: given[99]]
"""What is no function, or one that fails whatever it is given."""


def rows(check, forms, near, wrong):
    return [
        *((check, "another form", answer, "correct") for answer in forms),
        *((check, "nearly right", answer, "almost") for answer in near),
        *((check, "wrong", answer, "hint") for answer in wrong),
        *((check, "nonsense", answer, "hint") for answer in FAILING),
    ]


VERDICTS = [
    *rows(
        check_compare_exchange,
        [
            compare_exchange,
            by_signed_weight,
            by_tanh,
            Exchanger(),
            partial(compare_exchange),
            lambda a, b, alpha: list(by_tanh(a, b, alpha)),
            lambda a, b, alpha: np.array(by_tanh(a, b, alpha)),
            lambda a, b, alpha: SmoothMax(alpha).exchange(a, b),
        ],
        [
            as_the_formula_stands,
            for_numbers,
            lambda a, b, alpha: compare_exchange(a, b, alpha)[::-1],
            lambda a, b, alpha: compare_exchange(a, b, 1.0),
            lambda a, b, alpha: (
                np.round(compare_exchange(a, b, alpha), 12) if abs(np.max(a)) < 100 else (a, b)
            ),
            lambda a, b, alpha: tuple(float(each) for each in compare_exchange(a, b, alpha)),
        ],
        [
            that_counts_on_order,
            lambda a, b, alpha: (np.minimum(a, b), np.maximum(a, b)),
            lambda a, b, alpha: (a, b),
            lambda a, b, alpha: ((a + b) / 2, (a + b) / 2),
            lambda a, b, alpha: LogSumExp(alpha or 1.0).exchange(a, b),
            lambda a, b, alpha: compare_exchange(a, b, alpha)[1],
            lambda a, b, alpha: (1.2384, 2.7616),
            lambda a, b, alpha: compare_exchange(a, b, 2 * alpha),
            lambda a, b, alpha: np.round(compare_exchange(a, b, alpha), 2),
        ],
    ),
    *rows(
        check_layer,
        [
            layer,
            layer_of_lists,
            layer_by_matrix,
            lambda values, comparators, alpha: tuple(layer_of_lists(values, comparators, alpha)),
            lambda values, comparators, alpha: layer(values, comparators[::-1], alpha).tolist(),
            lambda values, comparators, alpha: layer(values, np.array(comparators), alpha),
        ],
        [
            layer_first_axis,
            layer_of_whole_numbers,
            lambda values, comparators, alpha: layer(values, turned(comparators), alpha),
            lambda values, comparators, alpha: layer(values, map(sorted, comparators), alpha),
            lambda values, comparators, alpha: layer([*map(float, values)], comparators, alpha),
            lambda values, comparators, alpha: layer(values, comparators, alpha or 1.0),
        ],
        [
            layer_in_place,
            layer_one_by_one,
            lambda values, comparators, alpha: values,
            lambda values, comparators, alpha: layer(values, comparators, math.inf),
            lambda values, comparators, alpha: layer(values, comparators[:1], alpha),
            lambda values, comparators, alpha: np.sort(values),
            lambda values, comparators, alpha: layer(values, comparators, alpha)[..., :2],
            lambda values, comparators, alpha: layer(values, comparators, 1.0),
        ],
    ),
    *rows(
        check_network,
        [
            network,
            lambda n: tuple(map(tuple, network(n))),
            lambda n: [np.array(pairs) for pairs in network(n)],
            lambda n: np.array(network(n), float),
            lambda n: [set(pairs) for pairs in network(n)],
            lambda n: (pairs[::-1] for pairs in network(n)),
            lambda n: [*network(n), []],
            lambda n: layers_of(mirrored_bitonic(n)),
            lambda n: layers_of(odd_even_merge(n)),
            lambda n: layers_of(odd_even_transposition(n)),
        ],
        [
            upwards_only,
            one_missing,
            lambda n: network(min(n, 8)),
            lambda n: [[(0, 1)]] if n == 2 else [],
            lambda n: network(n)[:1],
            lambda n: network(4) if n == 4 else [[(wire, wire + 1) for wire in range(0, n, 2)]],
            lambda n: network(n) if n < 8 else network(n)[::-1],
        ],
        [
            without_last,
            lambda n: [],
            lambda n: [turned(pairs) for pairs in network(n)],
            lambda n: network(n)[0],
            lambda n: [[*pairs, pairs[0]] for pairs in network(n)],
            lambda n: [[(low + 1, high + 1) for low, high in pairs] for pairs in network(n)],
            lambda n: [[(low, high, 0) for low, high in pairs] for pairs in network(n)],
            lambda n: [[(low, high + 0.5) for low, high in pairs] for pairs in network(n)],
            bitonic,
            range,
            lambda n: print(network(n)),
        ],
    ),
    *rows(
        check_soft_sort,
        [
            soft_sort,
            lambda values, alpha: soft_sort(values, alpha).tolist(),
            partial(by_library, bitonic),
            partial(by_library, mirrored_bitonic),
            lambda values, alpha: (
                soft_permutation(bitonic(np.shape(values)[-1]), values, SmoothMax(alpha))
                @ np.array(values, float)[..., None]
            )[..., 0],
        ],
        [
            partial(by_library, odd_even_merge),
            partial(by_library, odd_even_transposition),
            partial(by_layers, lambda layers: layers[:-1] or layers),
            partial(by_layers, lambda layers: layers[::-1]),
            lambda values, alpha: soft_sort(values, alpha)[..., ::-1],
            lambda values, alpha: soft_sort(values, 1.0),
            lambda values, alpha: by_library(bitonic, values, alpha, LogSumExp),
            lambda values, alpha: soft_sort(np.ravel(values), alpha),
        ],
        [
            lambda values, alpha: np.sort(values),
            lambda values, alpha: sorted(values),
            lambda values, alpha: values,
            lambda values, alpha: np.full(np.shape(values), np.mean(values)),
            lambda values, alpha: np.sort(values) + alpha,
            lambda values, alpha: soft_sort(values, 2 * alpha),
            lambda values, alpha: layer_in_place(values, network(len(values))[0], alpha),
            lambda values, alpha: soft_sort(values, alpha)[:1],
        ],
    ),
    *rows(
        check_jacobian,
        [
            jacobian,
            with_matrices,
            lambda values, alpha: jacobian(values, alpha).tolist(),
            lambda values, alpha: tuple(map(tuple, jacobian(values, alpha))),
            lambda values, alpha: sort_jacobian(
                mirrored_bitonic(len(values)), np.array(values, float), SmoothMax(alpha)
            ),
        ],
        [
            lambda values, alpha: jacobian(values, alpha).T,
            partial(with_matrices, weights=True),
            partial(with_matrices, onward=False),
            partial(with_matrices, reverse=True),
            by_nudges,
            partial(by_nudges, by=1e-3),
            lambda values, alpha: jacobian(values, alpha) + 1e-5,
            lambda values, alpha: np.nan_to_num(jacobian(values, alpha / (alpha > 0))),
        ],
        [
            lambda values, alpha: np.eye(len(values)),
            lambda values, alpha: np.full((len(values),) * 2, 1 / len(values)),
            lambda values, alpha: np.eye(len(values))[np.argsort(values)],
            lambda values, alpha: jacobian(values, alpha)[0],
            lambda values, alpha: jacobian(values, 2 * alpha),
            lambda values, alpha: -jacobian(values, alpha),
            lambda values, alpha: jacobian(values, alpha).round(2),
        ],
    ),
]
CHECKS = [
    check_compare_exchange,
    check_layer,
    check_network,
    check_soft_sort,
    check_jacobian,
]


@pytest.mark.parametrize(
    ("check", "answer", "words"),
    [
        (
            check_compare_exchange,
            lambda a, b, alpha: 1 / 0,
            "compare_exchange(3, 1, 1) raised ZeroDivisionError: division by zero.",
        ),
        (
            check_compare_exchange,
            as_the_formula_stands,
            "compare_exchange(10000, 10001, 1) returned [nan, nan]; right is [10000.27, 10000.73].",
        ),
        (
            check_layer,
            layer_in_place,
            "layer([3, 1, 4, 2], [(0, 1), (3, 2)], 1) changed the list that it was given: work on"
            " a copy.",
        ),
        (check_soft_sort, lambda values, alpha: None, "returned nothing: does it end with return?"),
        (check_soft_sort, lambda values, alpha: "abcd", "returned 'abcd', which is not numbers."),
        (check_soft_sort, lambda values, alpha: 3.0, "returned numbers of shape ()"),
        (check_jacobian, lambda values, alpha: jacobian(values, alpha)[0], "shape (2,)"),
        (
            check_jacobian,
            lambda values, alpha: (
                sort_jacobian(bitonic(len(values)), values, SmoothMax(alpha))
                + 0.01 * np.eye(len(values))[0] * (len(values) == 8)
            ),
            " at [",
        ),
        (
            check_network,
            one_missing,
            "network(2) and network(4) sort. network(8) does not: it makes [1, 0, 1, 1, 1, 1, 1, 1]"
            " of [1, 1, 1, 1, 0, 1, 1, 1].",
        ),
        (check_network, lambda n: [[(0, n)]], "comparators must name wires below n = 2"),
        (check_network, lambda n: [[(0, 1), (1, 0)]], "must not share a wire"),
        (check_network, lambda n: [turned(each) for each in network(n)], "turn every pair round"),
        (
            check_network,
            lambda n: layers_of(odd_even_merge(n)),
            "6 layers and 19 pairs, the bitonic one 6 and 24",
        ),
        (check_network, lambda n: layers_of(mirrored_bitonic(n)), "with its wires untangled"),
        (check_layer, "layer", "without quotes"),
    ],
)
def test_the_reply_says_which_call_went_wrong_and_how(check, answer, words):
    assert words in check(answer).words


def test_a_network_of_the_reader_is_told_which_input_it_does_not_sort():
    reply = check_network(lambda n: network(n)[:-1] if n == 4 else network(n))
    wires = bitonic(4)
    assert reply.verdict == "almost"
    made, given = (
        [int(bit) for bit in part.strip(" []").split(", ")]
        for part in reply.words.split("it makes")[1].split(".")[0].split(" of ")
    )
    short = type(wires)(4, wires.layers[:-1])
    assert diff_sort(short, np.array(given, float), SmoothMax(math.inf)).tolist() == made


def that_warns(*given):
    warnings.warn("this function is old", stacklevel=1)


@pytest.mark.parametrize("check", CHECKS)
def test_numbers_that_overflow_warn_nobody(check, recwarn):
    for answer in (as_the_formula_stands, jacobian, lambda *given: np.exp(1e9), that_warns):
        check(answer)
    assert not recwarn.list


def written_anew():
    def layer(values, comparators, alpha):
        return values

    return layer


def test_the_same_function_written_again_is_no_new_try():
    first, second = written_anew(), written_anew()
    assert first is not second
    assert check_layer(first) == check_layer(second)
    assert "Hint 2 of 3" in check_layer(layer_in_place).words


def test_a_reader_can_stop_a_check():
    def stopped(n):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_network(stopped)


def test_no_check_tells_the_answer():
    """The right results are the library's: no function of the lesson is written here."""
    source = "".join(map(inspect.getsource, (build, build_network, functions)))
    spelt = ("np.exp(", "np.tanh(", " / (1 +", "wire & ", "w * (1 - w)", "values[..., low] =")
    assert [words for words in spelt if words in source] == []
    names = "compare_exchange|layer|network|soft_sort|jacobian"
    assert not re.search(rf"^\s*def (?:{names})\(", source, re.MULTILINE)
