"""Learning a score from orders where some numbers are spoilt: by soft ranks, and by what competes
with them.

Each split of the data is drawn anew, and so are the rows whose decimal point has slipped. What a
method leaves open is chosen on the validation lists of each split; the rows that are held out are
only ever looked at by :func:`unseen_rho`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata, spearmanr

from diffsort_core import HARD, Relaxation, SmoothMax, bitonic, hard_ranks, rank_vjp
from diffsort_core.ranking import soft_ranks

LIST, TRAINING, VALIDATION = 16, 16, 8
"""So many items to a list, so many lists to learn from, and so many to choose by."""
SLIP = 10.0
"""What a slipped decimal point multiplies a number by."""
STRIDE, STEPS = 0.3, 100
"""The length of the first step, and how many there are; the length falls to 0 along a line."""
OFFSET = 0.01
"""Added to a number before its logarithm is taken, since some numbers are 0."""

Gradient = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""The scores and the ranks that are wanted, shape (..., n) -> the gradient of the loss with respect
to the scores."""


class Split(NamedTuple):
    """Lists to learn from, ``features`` of shape (lists, n, k), ``written`` and ``true`` of shape
    (lists, n); lists to choose by, of which only what is ``written`` is known; and rows that are
    held out, with the truth."""

    features: np.ndarray
    written: np.ndarray
    true: np.ndarray
    validation: np.ndarray
    validation_written: np.ndarray
    unseen: np.ndarray
    unseen_true: np.ndarray

    @property
    def ranks(self) -> np.ndarray:
        """The rank of each written number in its list, from 0; equal numbers share theirs."""
        return np.asarray(rankdata(self.written, axis=-1) - 1)


def drawn_split(features: np.ndarray, target: np.ndarray, seed: int, slips: float = 0.1) -> Split:
    """Rows in a random order, dealt out to the three parts. The features are standardised by those
    that are learnt from; a share ``slips`` of the numbers is written with a slipped point.

    >>> draw = np.random.default_rng(0)
    >>> split = drawn_split(draw.normal(size=(400, 3)), draw.random(400), seed=0)
    >>> split.features.shape, split.validation.shape, split.unseen.shape
    ((16, 16, 3), (8, 16, 3), (16, 3))
    """
    rng = np.random.default_rng(seed)
    order, slipped = rng.permutation(len(target)), rng.random(len(target)) < slips
    learnt, chosen, unseen = np.split(order, LIST * np.cumsum([TRAINING, VALIDATION]))
    standard = (features - features[learnt].mean(axis=0)) / features[learnt].std(axis=0)
    written = np.where(slipped, SLIP * target, target)
    lists, choosing = learnt.reshape(-1, LIST), chosen.reshape(-1, LIST)
    return Split(
        standard[lists],
        written[lists],
        target[lists],
        standard[choosing],
        written[choosing],
        standard[unseen],
        target[unseen],
    )


def soft(alpha: float, sigma: float) -> Gradient:
    """Half the squared error of the soft ranks, and its exact gradient."""
    rule = SmoothMax(alpha, scale_free=True)

    def gradient(scores: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        error = soft_ranks(bitonic(scores.shape[-1]), scores, sigma, rule) - wanted
        return _back(scores, error, sigma, rule)

    return gradient


def straight(alpha: float, sigma: float) -> Gradient:
    """Straight through: the error of the hard ranks, taken back through the soft ones."""
    rule = SmoothMax(alpha, scale_free=True)
    return lambda scores, wanted: _back(scores, hard_ranks(scores) - wanted, sigma, rule)


def hard(sigma: float = 1e-9) -> Gradient:
    """The error of the hard ranks, taken back through the hard ranks: they have no slope.

    >>> hard()(np.array([[3.0, 1.0, 2.0, 0.0]]), np.array([[0.0, 1.0, 2.0, 3.0]])).tolist()
    [[0.0, 0.0, 0.0, 0.0]]
    """
    return lambda scores, wanted: _back(scores, hard_ranks(scores) - wanted, sigma, HARD)


def pairs(width: float) -> Gradient:
    """No sort: the logistic loss of every pair of a list, as C. Burges et al., *Learning to rank
    using gradient descent*, ICML 2005, have it."""

    def gradient(scores: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        sign = np.sign(wanted[..., :, None] - wanted[..., None, :])
        apart = sign * (scores[..., :, None] - scores[..., None, :]) / width
        return np.asarray(-(sign / (1 + np.exp(np.clip(apart, -50, 50)))).sum(axis=-1))

    return gradient


def _back(scores: np.ndarray, error: np.ndarray, sigma: float, rule: Relaxation) -> np.ndarray:
    return np.asarray(rank_vjp(bitonic(scores.shape[-1]), scores, error, sigma, rule))


ALPHAS, SIGMAS, WIDTHS = (10, 30), (0.2, 0.3, 0.5), (0.1, 0.3, 1, 3)
"""What is tried. (With a sigma of 0.1 or less the loss has so many dips that the last digit of the
arithmetic, which differs from one processor to the next, decides in which a descent ends.)"""


def _grid(kind: Callable[[float, float], Gradient]) -> dict[str, Gradient]:
    return {
        f"alpha {alpha}, sigma {sigma}": kind(alpha, sigma)
        for alpha, sigma in product(ALPHAS, SIGMAS)
    }


TRIED: dict[str, dict[str, Gradient]] = {
    "soft ranks": _grid(soft),
    "straight-through": _grid(straight),
    "hard ranks": {"": hard()},
    "pairs, no sort": {f"width {width}": pairs(width) for width in WIDTHS},
}
"""What descends a gradient, with all that is tried of each."""

TARGETS: dict[str, Callable[[Split], np.ndarray]] = {
    "numbers as written": lambda split: split.written,
    "their logarithms": lambda split: np.log(split.written + OFFSET),
    "their ranks": lambda split: split.ranks,
    "numbers without slips": lambda split: split.true,
}
"""What least squares is given."""


def descended(splits: Sequence[Split], gradient: Gradient) -> np.ndarray:
    """The weights of a linear score, shape (splits, k), of length 1, learnt in all splits at once
    from starts drawn at random: every step goes so far, and the lengths fall to 0."""
    features, wanted = (
        np.stack([split.features for split in splits]),
        np.stack([split.ranks for split in splits]),
    )
    weights = _of_length_one(np.random.default_rng(0).normal(size=features.shape[::3]))
    for step in range(STEPS):
        scores = np.einsum("slnk,sk->sln", features, weights)
        uphill = np.einsum("sln,slnk->sk", gradient(scores, wanted), features)
        weights = _of_length_one(weights - STRIDE * (1 - step / STEPS) * _of_length_one(uphill))
    return weights


def _of_length_one(vectors: np.ndarray) -> np.ndarray:
    """Each divided by its length; one of length 0 stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1))


def least_squares(splits: Sequence[Split], target: Callable[[Split], np.ndarray]) -> np.ndarray:
    """The weights, shape (splits, k), that come closest to the target, besides a constant."""
    return np.stack([_fitted(split.features, target(split)) for split in splits])


def _fitted(features: np.ndarray, target: np.ndarray) -> np.ndarray:
    rows = features.reshape(-1, features.shape[-1])
    with_one = np.column_stack([rows, np.ones(len(rows))])
    return np.asarray(np.linalg.lstsq(with_one, target.ravel())[0][:-1])


def validation_rho(splits: Sequence[Split], weights: np.ndarray) -> np.ndarray:
    """Spearman's rho of score and written number within a validation list, averaged over the lists:
    one number for each split."""
    return np.array(
        [
            np.mean(
                [
                    _rho(rows @ weight, written)
                    for rows, written in zip(
                        split.validation, split.validation_written, strict=True
                    )
                ]
            )
            for split, weight in zip(splits, weights, strict=True)
        ]
    )


def unseen_rho(splits: Sequence[Split], weights: np.ndarray) -> np.ndarray:
    """Spearman's rho of score and true number among the rows that are held out: one number for each
    split."""
    return np.array(
        [
            _rho(split.unseen @ weight, split.unseen_true)
            for split, weight in zip(splits, weights, strict=True)
        ]
    )


def _rho(scores: np.ndarray, numbers: np.ndarray) -> float:
    return float(spearmanr(scores, numbers)[0])


class Chosen(NamedTuple):
    """What was chosen in each split, and the weights, shape (splits, k), that it taught."""

    names: list[str]
    weights: np.ndarray


def chosen(splits: Sequence[Split], tried: dict[str, Gradient]) -> Chosen:
    """Of all that is tried, in each split the one that does best on the validation lists."""
    weights = np.stack([descended(splits, gradient) for gradient in tried.values()])
    best = np.argmax([validation_rho(splits, learnt) for learnt in weights], axis=0)
    names = list(tried)
    return Chosen([names[place] for place in best], weights[best, np.arange(len(splits))])


def compared(
    splits: Sequence[Split], progress: Callable[[float], None] = lambda share: None
) -> dict[str, np.ndarray]:
    """How well each method orders what is held out, one rho for each split. ``progress`` is told
    the share that is done."""
    found = {}
    for done, (name, tried) in enumerate(TRIED.items(), 1):
        found[name] = unseen_rho(splits, chosen(splits, tried).weights)
        progress(done / len(TRIED))
    for name, target in TARGETS.items():
        found[f"least squares: {name}"] = unseen_rho(splits, least_squares(splits, target))
    return found


def mean_and_deviation(numbers: np.ndarray) -> str:
    """The mean, and in brackets the sample standard deviation.

    >>> mean_and_deviation(np.array([0.1, 0.2, 0.3]))
    '0.20 (0.10)'
    """
    return f"{np.mean(numbers):.2f} ({np.std(numbers, ddof=1):.2f})"
