"""The exercises of the lesson *build it yourself*, whose answers are functions: each is tried on
numbers of the check's own choosing. (The network has its own file.)"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np

from diffsort_core import (
    HARD,
    Layer,
    LogSumExp,
    Network,
    SmoothMax,
    bitonic,
    diff_sort,
    odd_even_merge,
    odd_even_transposition,
    soft_permutation,
    sort_jacobian,
)

from .answer import Answer, almost, exercise, hint
from .functions import Trial, judged, no_function, trials, written

LESSON = "03_build_it_yourself.ipynb"
EXACT, NUDGED = 1e-8, 1e-3
"""So far off may an entry of a Jacobian be, and one that was measured with a nudge."""
MIXED = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
BATCH = np.array([[3.0, 1.0, 4.0, 2.0], [-7.0, 0.5, 0.5, -2.0], [10.0, 9.0, 8.0, 7.0]])


@written("compare_exchange")
@exercise(
    LESSON,
    "Only the gap abs(a - b) may enter exp. At a tie the weight w of the smaller number is 1/2, and"
    " for a wide gap it is near 0.",
    "The minimum goes up by gap times that share, and the maximum goes down by as much. np.minimum"
    " and np.maximum take numbers and arrays alike, and can keep exp from overflowing, too.",
)
def check_compare_exchange(answer: Any) -> Answer:
    """Does a function return the soft minimum and the soft maximum of two numbers, and of two
    arrays?

    ``answer``: a function of a, b and alpha, which returns (low, high).

    >>> check_compare_exchange(lambda a, b, alpha: (min(a, b), max(a, b)))
    hint: compare_exchange(3, 1, 1) returned the hard minimum and maximum. It is to blend a little.
    """
    if reply := no_function(answer, "compare_exchange"):
        return reply
    plain = [(3.0, 1.0, 1.0), (1.0, 3.0, 1.0), (2.0, 2.0, 1.0), (-4.0, 0.5, 0.3), (1.0, 2.0, 0.0)]
    harder = [
        (1e4, 1e4 + 1, 1.0),
        (-1e4, -1e4 - 0.5, 2.0),
        (1e4, -1e4, 1.0),
        (np.array([3.0, -1.0, 2.0]), np.array([1.0, -1.0, 2.5]), 1.0),
    ]

    def mistakes(trial: Trial) -> Iterator[tuple[np.ndarray, Answer]]:
        call = answer.call(*trial.arguments)
        a, b, alpha = trial.arguments
        yield (
            np.stack([np.minimum(a, b), np.maximum(a, b)]),
            hint(f"{call} returned the hard minimum and maximum. It is to blend a little."),
        )
        yield (
            trial.wanted[::-1],
            almost(f"Right numbers, the wrong way round at {call}: low comes first, then high."),
        )
        if alpha:
            yield (
                np.stack(LogSumExp(alpha).exchange(a, b)),
                hint(
                    "That is log-sum-exp, which exceeds the maximum. Smoothmax is a weighted mean"
                    " of a and b."
                ),
            )
            yield (
                np.stack(SmoothMax(1.0).exchange(a, b)),
                almost(f"{call} returned what is right for alpha = 1: alpha must count."),
            )

    calls = trials(plain, harder, lambda a, b, alpha: np.stack(SmoothMax(alpha).exchange(a, b)))
    return judged(
        answer,
        calls,
        mistakes,
        f"{len(calls)} pairs, with ties, arrays and numbers that make exp overflow: low + high is"
        " a + b each time.",
    )


@written("layer")
@exercise(
    LESSON,
    "Copy the values first: np.array(values, float). Then go through the pairs, one after another.",
    "values[..., wire] is one wire, of a vector and of a batch alike. Take what both wires hold"
    " before you write to either.",
)
def check_layer(answer: Any) -> Answer:
    """Does a function apply the comparators of one layer to what the wires hold?

    ``answer``: a function of values, comparators and alpha, which returns the new values.

    >>> check_layer(lambda values, comparators, alpha: values)
    hint: layer([3, 1, 4, 2], [(0, 1), (3, 2)], 1) returned the values as they were.
    """
    if reply := no_function(answer, "layer"):
        return reply
    plain = [
        ([3.0, 1.0, 4.0, 2.0], [(0, 1), (3, 2)], 1.0),
        ([3.0, 1.0, 4.0, 2.0], [(0, 2), (1, 3)], 0.5),
        (np.array([2.0, 2.0, -5.0, 8.0]), [(3, 0)], 1.0),
        (MIXED, [(0, 4), (1, 5), (2, 6), (3, 7)], 0.3),
    ]
    harder = [
        ([3.0, 1.0, 4.0, 2.0], [(1, 2)], 0.0),
        ([1e4, -1e4, 1e4 + 1, 0.0], [(0, 2), (3, 1)], 1.0),
        (BATCH, [(0, 1), (3, 2)], 1.0),
        (np.stack([BATCH, -BATCH]), [(2, 0)], 0.5),
        ([3, 1, 4, 2], [(0, 1), (3, 2)], 1.0),
    ]

    def mistakes(trial: Trial) -> Iterator[tuple[np.ndarray, Answer]]:
        values, pairs, alpha = trial.arguments
        call = answer.call(*trial.arguments)
        turned = [(high, low) for low, high in pairs]
        yield (np.array(values), hint(f"{call} returned the values as they were."))
        yield (
            _through(pairs, values, HARD),
            hint(f"{call} returned what a hard comparator makes of them. Soften it with alpha."),
        )
        yield (
            _through(turned, values, SmoothMax(alpha)),
            almost(
                f"{call} returned minima on the wires of the maxima: the first wire of a pair"
                " receives the minimum."
            ),
        )
        yield (
            _through([tuple(sorted(pair)) for pair in pairs], values, SmoothMax(alpha)),
            almost(
                f"{call} took a pair such as {max(pairs)} for {tuple(sorted(max(pairs)))}: the"
                " first wire receives the minimum, also where it lies below."
            ),
        )
        if (rounded := np.array(values)).dtype.kind == "i":
            yield (
                trial.wanted.astype(rounded.dtype).astype(float),
                almost(f"{call} returned whole numbers: make the copy one of floats."),
            )

    calls = trials(
        plain, harder, lambda values, pairs, alpha: _through(pairs, values, SmoothMax(alpha))
    )
    return judged(
        answer,
        calls,
        mistakes,
        f"{len(calls)} layers on lists, vectors and batches: each pair is served, and the idle"
        " wires keep what they hold.",
    )


@written("soft_sort")
@exercise(
    LESSON,
    "The number of wires is the length of the last axis. Begin with the values; each layer of the"
    " network makes new ones of them.",
    "One loop over network(n), and one call of layer in it. What is left after the last layer is"
    " the result.",
)
def check_soft_sort(answer: Any) -> Answer:
    """Does a function sort softly, by the bitonic network and smoothmax?

    ``answer``: a function of values and alpha, which returns the sorted values.

    >>> check_soft_sort(lambda values, alpha: sorted(values))
    hint: soft_sort([3, 1, 4, 2], 1) returned the hard sort. Where does alpha come in?
    """
    if reply := no_function(answer, "soft_sort"):
        return reply
    plain = [([3.0, 1.0, 4.0, 2.0], 1.0), ([2.0, -1.0], 0.5), (MIXED, 0.3), (MIXED, 0.05)]
    harder = [
        ([2.0, 2.0, -5.0, 2.0], 1.0),
        (MIXED, 0.0),
        ([1e4, -1e4, 1e4 + 1, 0.0], 1.0),
        (BATCH, 1.0),
        ((np.arange(16) * 7 % 16).tolist(), 0.5),
    ]

    def mistakes(trial: Trial) -> Iterator[tuple[np.ndarray, Answer]]:
        values, alpha = trial.arguments
        call, n = answer.call(values, alpha), np.shape(values)[-1]
        yield (
            np.sort(values),
            hint(f"{call} returned the hard sort. Where does alpha come in?"),
        )
        yield (np.array(values), hint(f"{call} returned the values as they were."))
        yield (
            trial.wanted[..., ::-1],
            almost(f"{call} returned the right numbers, the largest first."),
        )
        for other in (odd_even_merge(n), odd_even_transposition(n)):
            yield (
                diff_sort(other, values, SmoothMax(alpha)),
                almost(
                    f"{call} returned the soft sort by the network of {other.name}. Each network"
                    " has its own; this exercise asks for the bitonic one."
                ),
            )
        layers = bitonic(n).layers
        for others, words in (
            (layers[:-1], "returned what the wires hold before the last layer."),
            (layers[::-1], "went through the layers from the last to the first."),
        ):
            sort = diff_sort(Network(n, others), values, SmoothMax(alpha))
            yield (sort, almost(f"{call} {words}"))
        if alpha:
            yield (
                diff_sort(bitonic(n), values, LogSumExp(alpha)),
                almost(f"{call} is right for log-sum-exp. Here it is to be smoothmax."),
            )
            yield (
                diff_sort(bitonic(n), values, SmoothMax(1.0)),
                almost(f"{call} returned what is right for alpha = 1: hand alpha on."),
            )

    calls = trials(
        plain,
        harder,
        lambda values, alpha: diff_sort(bitonic(np.shape(values)[-1]), values, SmoothMax(alpha)),
    )
    return judged(
        answer,
        calls,
        mistakes,
        f"{len(calls)} inputs of 2 to 16 numbers, and each comes out as from diff_sort of the"
        " library.",
    )


@written("jacobian")
@exercise(
    LESSON,
    "Begin with np.eye(n). Each layer makes new rows: for a pair, a share of one wire's row and the"
    " rest of the other's. And each layer also makes new values, at which the next is taken.",
    "The shares are the derivatives of low and of high with respect to a and to b, at the values"
    " that the layer gets. Keep both old rows until both new ones are made, and call layer last.",
)
def check_jacobian(answer: Any) -> Answer:
    """Does a function return the Jacobian of the soft sort, output by input?

    ``answer``: a function of values and alpha, which returns an array of shape (n, n).

    >>> check_jacobian(lambda values, alpha: np.eye(len(values)))
    hint: jacobian([2, -1], 0.5) returned the identity: no layer has moved anything yet.
    """
    if reply := no_function(answer, "jacobian"):
        return reply
    plain = [([2.0, -1.0], 0.5), ([3.0, 1.0, 4.0, 2.0], 1.0), (MIXED, 0.1)]
    harder = [
        ([2.0, 2.0, -5.0, 2.0], 1.0),
        ([3.0, 1.0, 4.0, 2.0], 0.0),
        ([1e4, -1e4, 1e4 + 1, 0.0], 1.0),
        (np.arange(16.0) * 7 % 16, 0.5),
    ]

    def mistakes(trial: Trial) -> Iterator[tuple[np.ndarray, Answer]]:
        values, alpha = trial.arguments
        call, n = answer.call(values, alpha), len(values)
        yield (np.eye(n), hint(f"{call} returned the identity: no layer has moved anything yet."))
        yield (
            np.eye(n)[np.argsort(values, kind="stable")],
            hint(f"{call} returned the Jacobian of the hard sort: a copy moves as its source."),
        )
        yield (
            trial.wanted.T,
            almost(
                f"{call} returned the right numbers, turned: an output is a row, an input a column,"
                " and the last layer's matrix stands on the left."
            ),
        )
        yield (
            _product(_steps(values, alpha, "same values")),
            almost(
                f"{call} took every layer at the values that came in. A layer gets what the one"
                " before it made."
            ),
        )
        yield (
            _product(_steps(values, alpha, "weights")),
            almost(
                f"{call} left out that the weights change, too: the derivative has a second term."
            ),
        )
        off = float(np.max(np.abs(answer.numbers(trial.wanted, values, alpha) - trial.wanted)))
        if off <= NUDGED:
            yield (
                answer.numbers(trial.wanted, values, alpha),
                almost(
                    f"{call} is off by up to {off:.1e}, as when one nudges the inputs. Carried"
                    " along by hand, the derivative is exact."
                ),
            )

    calls = trials(
        plain,
        harder,
        lambda values, alpha: sort_jacobian(bitonic(len(values)), values, SmoothMax(alpha)),
        within=EXACT,
    )
    return judged(
        answer,
        calls,
        mistakes,
        f"{len(calls)} inputs of 2 to 16 numbers, and every entry agrees with the exact derivative"
        " of the library.",
    )


def _through(pairs: Any, values: Any, rule: SmoothMax) -> np.ndarray:
    """What one layer makes of values."""
    values = np.array(values, float)
    single = Network(values.shape[-1], (Layer(tuple(pairs)),))
    return np.asarray(diff_sort(single, values, rule))


def _steps(values: Any, alpha: float, wrong: str = "") -> list[np.ndarray]:
    """The Jacobians of the layers of the bitonic network, each at what it gets; or wrongly at the
    "same values", or with mere "weights" in the place of derivatives."""
    steps, x, rule = [], np.array(values, float), SmoothMax(alpha)
    for layer in bitonic(len(x)).layers:
        single = Network(len(x), (layer,))
        steps.append(
            soft_permutation(single, x, rule)
            if wrong == "weights"
            else sort_jacobian(single, x, rule)
        )
        x = x if wrong == "same values" else diff_sort(single, x, rule)
    return steps


def _product(steps: list[np.ndarray]) -> np.ndarray:
    """The matrices multiplied, the last on the left."""
    return reduce(lambda done, step: step @ done, steps)
