"""Sorting two-digit numbers, seen as pictures: a network learns to read them from nothing but their
order.

The task of Grover et al. (Stochastic optimization of sorting networks via continuous relaxations,
ICLR 2019) and Petersen et al. (Differentiable sorting networks for scalable sorting and ranking
supervision, ICML 2021), made small: digits of 8 x 8 pixels (scikit-learn's), two side by side as a
number from 00 to 99, n different numbers to a set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import cos, pi
from typing import Any, NamedTuple

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad

from diffsort_core import Cauchy, SmoothMax, bitonic, hard_ranks, neural_sort, soft_permutation

from .digits import Digits, digits

TRAINING, VALIDATION = 1100, 300
"""So many of the 1797 images are learnt from, and so many to choose alpha by; the other 397 are
held out."""
HIDDEN = 64
NOISE = 0.2
"""The standard deviation of what is added to each pixel in training: 0 is paper, 1 is ink."""
RATE, BATCH = 0.01, 100
"""The first step size (it falls to 0 along a half cosine), and how many sets a step looks at."""
FLOOR = 1e-9
"""Added to a weight before its logarithm is taken."""

Permutation = Callable[[Any], Any]
"""scores of shape (..., n) -> the soft permutation of shape (..., n, n), [place, item]."""

METHODS: dict[str, Permutation] = {
    "logistic": lambda scores: soft_permutation(bitonic(scores.shape[-1]), scores, SmoothMax(10.0)),
    "Cauchy": lambda scores: soft_permutation(bitonic(scores.shape[-1]), scores, Cauchy(20.0)),
    "NeuralSort": lambda scores: neural_sort(scores, tau=1.0),
}
"""Each with the alpha, or tau, that was best on the validation images; the scores are in no unit
but their own."""


class Sets(NamedTuple):
    """Images, shape (count, n, 2, 64), and the numbers that they show, shape (count, n), n
    different ones in each row."""

    images: np.ndarray
    numbers: np.ndarray


class Accuracy(NamedTuple):
    """The share of sets that are wholly in order, and the share of numbers that are at their
    place."""

    exact: float
    elements: float


@cache
def parts() -> dict[str, Digits]:
    """The digits in three parts: "training", "validation", "held out". No picture is in two.

    >>> {name: len(part.labels) for name, part in parts().items()}
    {'training': 1100, 'validation': 300, 'held out': 397}
    """
    bounds = [TRAINING, TRAINING + VALIDATION]
    cut = zip(*(np.split(column, bounds) for column in digits()), strict=True)
    return dict(zip(("training", "validation", "held out"), map(Digits._make, cut), strict=True))


def drawn_sets(pool: Digits, count: int, n: int, rng: np.random.Generator) -> Sets:
    """So many sets of n different numbers, each of two digits drawn at random from the pool."""
    picked = rng.integers(len(pool.labels), size=(count, n, 2))
    while (tied := [len(set(row)) < n for row in _numbers(pool, picked).tolist()]) and any(tied):
        picked[tied] = rng.integers(len(pool.labels), size=(sum(tied), n, 2))
    return Sets(pool.pictures[picked], _numbers(pool, picked))


def _numbers(pool: Digits, picked: np.ndarray) -> np.ndarray:
    return np.asarray(pool.labels[picked] @ [10, 1])


@dataclass(frozen=True)
class Scorer:
    """A network 64 -> 64 -> 1 that reads a digit's image as one value, and two weights that make of
    the two values of a number its score. Nothing tells it which digit an image shows, or that the
    left one counts for more."""

    parameters: list[np.ndarray]

    @classmethod
    def random(cls, seed: int) -> Scorer:
        """One who knows nothing: random weights, and both digits count alike."""
        rng = np.random.default_rng(seed)
        into, out = rng.normal(size=(64, HIDDEN)) / 8, rng.normal(size=HIDDEN) / HIDDEN**0.5
        return cls([into, np.zeros(HIDDEN), out, np.ones(2)])

    def values(self, images: Any) -> Any:
        """What each image, shape (..., 64), is read as, shape (...)."""
        into, shift, out, _ = self.parameters
        return anp.maximum((images - 0.3) @ into + shift, 0) @ out

    def __call__(self, images: Any) -> Any:
        """The score of each number, whose images have shape (..., 2, 64): shape (...)."""
        return self.values(images) @ self.parameters[3]

    def accuracy(self, sets: Sets) -> Accuracy:
        """How well the scores order the sets, sorted hard."""
        right = hard_ranks(self(sets.images)) == hard_ranks(sets.numbers)
        return Accuracy(float(right.all(axis=1).mean()), float(right.mean()))


def order_loss(scorer: Scorer, permutation: Permutation, sets: Sets) -> Any:
    """The cross entropy of the soft permutation of the scores: the mean of -log P[place, the item
    that belongs there].

    >>> sets = drawn_sets(parts()["training"], 10, 4, np.random.default_rng(0))
    >>> bool(order_loss(Scorer.random(0), METHODS["logistic"], sets) > 0)
    True
    """
    soft = permutation(scorer(sets.images))
    count, n = sets.numbers.shape
    belongs = sets.numbers.argsort(axis=1)
    right = soft[np.arange(count)[:, None], np.arange(n), belongs]
    return -anp.mean(anp.log(right + FLOOR))


class Trained(NamedTuple):
    """A scorer, and the loss before each step that it took."""

    scorer: Scorer
    losses: list[float]


def train(
    permutation: Permutation,
    n: int = 4,
    steps: int = 1500,
    seed: int = 0,
    progress: Callable[[float], None] = lambda share: None,
) -> Trained:
    """Learn from sets of n numbers of the training images, of which only the order is told.
    ``seed`` draws the first weights, the sets and the noise; ``progress`` is told the share that is
    done, 0 to 1."""
    rng, pool = np.random.default_rng(seed), parts()["training"]
    slope = value_and_grad(
        lambda parameters, sets: order_loss(Scorer(parameters), permutation, sets)
    )
    parameters, losses = Scorer.random(seed).parameters, []
    means, squares = ([np.zeros_like(part) for part in parameters] for _ in range(2))
    for step in range(1, steps + 1):
        sets = drawn_sets(pool, BATCH, n, rng)
        noisy = sets._replace(images=sets.images + NOISE * rng.normal(size=sets.images.shape))
        loss, gradient = slope(parameters, noisy)
        losses.append(float(loss))
        rate = RATE * (1 + cos(pi * (step - 1) / steps)) / 2
        means = [0.9 * mean + 0.1 * part for mean, part in zip(means, gradient, strict=True)]
        squares = [
            0.999 * square + 0.001 * part**2 for square, part in zip(squares, gradient, strict=True)
        ]
        moves = [_adam(mean, square, step) for mean, square in zip(means, squares, strict=True)]
        parameters = [part - rate * move for part, move in zip(parameters, moves, strict=True)]
        progress(step / steps)
    return Trained(Scorer(parameters), losses)


def _adam(mean: np.ndarray, square: np.ndarray, step: int) -> np.ndarray:
    """The move of D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015."""
    return np.asarray(mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8))


def held_out_sets(n: int = 4, count: int = 2000, part: str = "held out") -> Sets:
    """Sets of images that were never learnt from; always the same."""
    return drawn_sets(parts()[part], count, n, np.random.default_rng(99))


def mean_and_spread(accuracies: Iterable[Accuracy]) -> str:
    """In percent, over several trainings: the mean, and the sample standard deviation (of one there
    is none).

    >>> mean_and_spread([Accuracy(0.5, 0.7), Accuracy(0.6, 0.8)])
    'exact 55.0 (7.1), elements 75.0 (7.1)'
    """
    table = 100 * np.array(list(accuracies))
    several = len(table) > 1
    spreads = [
        f" ({spread:.1f})" if several else "" for spread in table.std(axis=0, ddof=int(several))
    ]
    exact, elements = (
        f"{mean:.1f}{spread}" for mean, spread in zip(table.mean(axis=0), spreads, strict=True)
    )
    return f"exact {exact}, elements {elements}"
