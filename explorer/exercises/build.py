"""The exercises of the lesson *build it yourself*, whose answers are functions: each is tried on
numbers of the check's own choosing."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import reduce, wraps
from inspect import getsource
from itertools import islice, product
from operator import index
from typing import Any

import numpy as np

from diffsort_core import (
    HARD,
    DiffsortError,
    Layer,
    LogSumExp,
    Network,
    SmoothMax,
    bitonic,
    diff_sort,
    mirrored_bitonic,
    odd_even_merge,
    odd_even_transposition,
    soft_permutation,
    sort_jacobian,
)

from ..explorers.beside import Beside
from .answer import Answer, almost, correct, exercise, hint

LESSON = "03_build_it_yourself.ipynb"
CLOSE, EXACT, NUDGED = 1e-6, 1e-8, 1e-3
"""So far off may a number be, in parts of the largest of the input, or of 1; an entry of a
Jacobian; and one that was measured with a nudge."""
MOST = 16
"""So many numbers at most are written out."""
MIXED = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
BATCH = np.array([[3.0, 1.0, 4.0, 2.0], [-7.0, 0.5, 0.5, -2.0], [10.0, 9.0, 8.0, 7.0]])
SIZES = (2, 4, 8, 16)
"""On so many wires a reader's network is tried."""


@dataclass(frozen=True)
class Written:
    """A reader's function. Two that read alike are the same answer."""

    function: Callable[..., Any]
    name: str

    def __repr__(self) -> str:
        try:
            return getsource(self.function)
        except (OSError, TypeError):
            return repr(self.function)

    def call(self, *arguments: Any) -> str:
        """A call of it in words."""
        return f"{self.name}({', '.join(_shown(argument) for argument in arguments)})"

    def __call__(self, *arguments: Any) -> Any:
        """What it returns; what goes wrong is raised as a DiffsortError that says so."""
        given, call = deepcopy(arguments), self.call(*arguments)
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                got = self.function(*given)
        except (Exception, SystemExit) as error:
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            raise DiffsortError(f"{call} raised {told}") from error
        if not all(
            np.array_equal(before, after)
            for before, after in zip(arguments, given, strict=True)
            if isinstance(before, (list, np.ndarray))
        ):
            raise DiffsortError(f"{call} changed the list that it was given: work on a copy")
        if got is None:
            raise DiffsortError(f"{call} returned nothing: does it end with return?")
        return got

    def numbers(self, wanted: np.ndarray, *arguments: Any) -> np.ndarray:
        """What it returns, as numbers of the shape that is wanted."""
        got, call = self(*arguments), self.call(*arguments)
        try:
            numbers = np.array(got, dtype=float)
        except Exception:  # of whatever a reader's object raises when it is read
            raise DiffsortError(f"{call} returned {_shown(got)}, which is not numbers") from None
        if numbers.shape != wanted.shape:
            raise DiffsortError(
                f"{call} returned numbers of shape {numbers.shape}; the right shape is"
                f" {wanted.shape}"
            )
        return numbers


def written(name: str) -> Callable[[Callable[[Any], Answer]], Callable[[Any], Answer]]:
    """Make a check take a reader's function, which is to be called ``name``; anything else that it
    is given gets a hint, and so does a function that fails."""

    def asking(check: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
        @wraps(check)
        def judged(answer: Any) -> Answer:
            if isinstance(answer, type) or not callable(answer):
                return check(answer)
            return check(Written(answer, name))

        return judged

    return asking


def no_function(answer: Any, name: str) -> Answer | None:
    """What is said of an answer that is no function."""
    if isinstance(answer, Written):
        return None
    return hint(
        f"Give the function itself, {name}, without quotes and without calling it. That was"
        f" {_shown(answer)}."
    )


@dataclass(frozen=True)
class Trial:
    """A call with what is right, to within so much; ``first``: whether who fails here has not begun
    to succeed."""

    arguments: tuple[Any, ...]
    wanted: np.ndarray
    first: bool
    within: float

    def met_by(self, got: np.ndarray, wanted: np.ndarray | None = None) -> bool:
        """Whether that is what is right, or what is ``wanted`` in its place."""
        wanted = self.wanted if wanted is None else wanted
        return got.shape == wanted.shape and bool(np.all(np.abs(got - wanted) <= self.within))


def judged(
    function: Written,
    trials: Sequence[Trial],
    mistakes: Callable[[Trial], Iterator[tuple[np.ndarray, Answer]]],
    praise: str,
) -> Answer:
    """The verdict on a function: of the first call that goes wrong; "almost" where the plain ones
    went right."""
    for trial in trials:
        reply = hint if trial.first else almost
        try:
            got = function.numbers(trial.wanted, *trial.arguments)
        except DiffsortError as error:
            return reply(f"{error}.")
        if trial.met_by(got):
            continue
        for wrong, known in mistakes(trial):
            if trial.met_by(got, wrong):
                return known if trial.first else almost(known.words)
        return reply(f"{function.call(*trial.arguments)} {_difference(got, trial.wanted)}.")
    return correct(praise)


def trials(
    plain: list[tuple[Any, ...]],
    harder: list[tuple[Any, ...]],
    right: Callable[..., np.ndarray],
    within: float | None = None,
) -> list[Trial]:
    """The calls, the plain ones first, each with what is right; ``within``: how near it must be,
    where that does not go with the numbers."""
    return [
        Trial(
            arguments,
            np.asarray(right(*arguments), float),
            first,
            within or CLOSE * float(np.max(np.abs(arguments[0]), initial=1)),
        )
        for first, calls in ((True, plain), (False, harder))
        for arguments in calls
    ]


def _difference(got: np.ndarray, wanted: np.ndarray) -> str:
    """How what a call returned differs from what is right, in words."""
    if got.size > 8:
        off = np.where(np.isnan(got), np.inf, np.abs(got - wanted))
        place = np.unravel_index(np.argmax(off), got.shape)
        where = f"[{', '.join(str(k) for k in place)}]"
        return f"returned {_shown(got[place])} at {where}; right is {_shown(wanted[place])} there"
    short = _shown(got), _shown(wanted)
    got_in_words, right = short if len(set(short)) > 1 else (str(got), str(wanted))
    return f"returned {got_in_words}; right is {right}"


def _shown(value: Any) -> str:
    """What a call is given or returns, in a few words.

    >>> _shown([3.0, (0, 1)]), _shown(np.zeros((5, 4))), _shown(1e4 + 1)
    ('[3, (0, 1)]', 'an array of shape (5, 4)', '10001')
    """
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" if value.size > MOST else _shown(value.tolist())
    if isinstance(value, (list, tuple)) and len(value) <= MOST:
        inner = ", ".join(_shown(each) for each in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if isinstance(value, (float, np.floating)):
        return f"{value:.7g}"
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."


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
        upright = [tuple(sorted(pair)) for pair in pairs]
        yield (
            _through(upright, values, SmoothMax(alpha)),
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


@written("network")
@exercise(
    LESSON,
    "Two loops, one in the other: over block = 2, 4, ..., n, and within it over apart = block / 2,"
    " block / 4, ..., 1. Each round makes one layer.",
    "(wire // apart) % 2 == 0 tells whether a wire is the first of its pair, and (wire // block) %"
    " 2 whether its block is to be sorted downwards.",
)
def check_network(answer: Any) -> Answer:
    """Does a function return the layers of a network that sorts n numbers?

    ``answer``: a function of n, a power of two, which returns a list of layers, each of which is a
    list of pairs (wire that receives the minimum, wire that receives the maximum).

    >>> check_network(lambda n: [[(wire, wire + 1) for wire in range(0, n, 2)]])
    almost: network(2) sorts. network(4) does not: it makes [0, 1, 0, 0] of [0, 1, 0, 0].
    """
    if reply := no_function(answer, "network"):
        return reply
    sorts: list[str] = []
    networks = []
    for n in SIZES:
        verdict = almost if sorts else hint
        so_far = f"{_listed(sorts)} {'sort' if len(sorts) > 1 else 'sorts'}. " if sorts else ""
        try:
            network = network_of(answer, n)
        except DiffsortError as error:
            return verdict(f"{so_far}{error}.")
        inputs = np.array([*product([0.0, 1.0], repeat=n)])
        outputs = diff_sort(network, inputs, HARD)
        failed = np.flatnonzero((np.diff(outputs, axis=1) < 0).any(axis=1))
        if failed.size:
            upside_down = (np.diff(outputs, axis=1) <= 0).all()
            return verdict(
                f"{so_far}network({n}) does {'not' if so_far else 'not sort'}: it makes"
                f" {_bits(outputs[failed[0]])} of {_bits(inputs[failed[0]])}."
                + (" The largest comes first: turn every pair round." if upside_down else "")
            )
        sorts.append(f"network({n})")
        networks.append(network)
    tried = f"{_listed(sorts)} sort every list of zeros and ones, and so every list"
    if all(_same(network, bitonic(network.n)) for network in networks):
        return correct(f"{tried}; pair by pair they are the bitonic network.")
    theirs, ours = networks[2], bitonic(8)
    same = all(_same(network, mirrored_bitonic(network.n)) for network in networks)
    form = (
        "It is the bitonic network with its wires untangled, which does the same to all values"
        if same
        else f"On 8 wires it has {theirs.depth} layers and {theirs.size} pairs, the bitonic one"
        f" {ours.depth} and {ours.size}: another network, and another soft sort than the one that"
        " exercise 4 asks for"
    )
    return correct(f"{tried}. {form}.")


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
        short = Network(n, bitonic(n).layers[:-1])
        backwards = Network(n, bitonic(n).layers[::-1])
        yield (
            diff_sort(short, values, SmoothMax(alpha)),
            almost(f"{call} returned what the wires hold before the last layer."),
        )
        yield (
            diff_sort(backwards, values, SmoothMax(alpha)),
            almost(f"{call} went through the layers from the last to the first."),
        )
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


def beside(answer: Any, n: int = 8) -> Beside:
    """The reader's network for n wires above the bitonic one, with the same numbers on their way
    through both; where there is no network yet, the bitonic one and what is missing.

    ``answer``: the function ``network``; None stands for none.

    >>> beside(None, 4)
    Beside(bitonic)
    >>> beside(lambda n: [[(0, 1)]], 4)
    Beside(your, bitonic)
    """
    right, words = bitonic(n), "Your network will stand above this one."
    values = MIXED[:n] if n <= len(MIXED) else (np.arange(n) * 7 % n).tolist()
    networks = [right]
    if callable(answer):
        try:
            networks.insert(0, network_of(Written(answer, "network"), n))
            pairs = "the same pairs" if _same(networks[0], right) else "not the same pairs"
            words = f"Yours stands above, the bitonic network below: {pairs}."
        except DiffsortError as error:
            words = f"Your network cannot be drawn: {error}."
    return Beside(networks, values, words=words)


def network_of(answer: Written, n: int) -> Network:
    """The network that a reader's function returns for n wires; DiffsortError where it is none."""
    got = answer(n)
    try:
        listed = [
            tuple((_wire(low), _wire(high)) for low, high in pairs) for pairs in islice(got, 1000)
        ]
    except Exception:  # of whatever a reader's object raises when it is read
        raise DiffsortError(
            f"network({n}) returned {_shown(got)}, which is not a list of layers, each a list of"
            " pairs of wires"
        ) from None
    try:
        return Network(n, tuple(Layer(pairs) for pairs in listed), "your")
    except DiffsortError as error:
        raise DiffsortError(f"network({n}) returned {_shown(got)}: {error}") from None


def _wire(wire: Any) -> int:
    return (
        int(wire) if isinstance(wire, (float, np.floating)) and wire == int(wire) else index(wire)
    )


def _same(network: Network, other: Network) -> bool:
    """Whether two networks have the same pairs, layer by layer."""
    pairs, others = (
        [set(layer.comparators) for layer in each.layers if layer.comparators]
        for each in (network, other)
    )
    return pairs == others


def _bits(values: np.ndarray) -> str:
    return str(values.astype(int).tolist())


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


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
