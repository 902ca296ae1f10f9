"""Pictures of handwritten digits, and a score learned from some of them: data, loaded once.

The pictures are those of scikit-learn's ``load_digits``: E. Alpaydin, C. Kaynak, *Optical
Recognition of Handwritten Digits*, UCI Machine Learning Repository (1998), CC BY 4.0,
doi:10.24432/C50P49. ``tests/explorer/digits_data.py`` writes the files.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = Path(__file__).with_name("digits.npz")
SHOWN = Path(__file__).with_name("web") / "sort" / "digits_data.js"
"""What is drawn of them, and the score: the browser's half reads the same text."""
TAUGHT = 1200
"""So many of the digits, from the first on, taught the score."""
LEVELS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""A whole number by its letter, there."""
BASE, NONE, STEP = 36, 648, 1 / 64
"""A weight is two letters in that base, less ``NONE``, in such steps: what two halves that add in
another order make of pictures in sixteenths is the same to the last bit."""


class Digits(NamedTuple):
    """Pictures of 8 x 8 pixels, shape (m, 64), from 0 (paper) to 1 (ink), and the digit that each
    one shows, 0 to 9, shape (m,)."""

    pictures: np.ndarray
    labels: np.ndarray


class Score(NamedTuple):
    """A multinomial logistic regression: ``weights``, shape (64, 10), and ``bias``, shape (10,)."""

    weights: np.ndarray
    bias: np.ndarray

    def logits(self, pictures: np.ndarray) -> np.ndarray:
        """The logarithm, up to a constant, of the share of each digit: shape (..., 10)."""
        return np.asarray(pictures @ self.weights + self.bias)

    def __call__(self, pictures: np.ndarray) -> np.ndarray:
        """The digit that the regression expects, 0 to 9: shape (...) for pictures (..., 64)."""
        logits = self.logits(pictures)
        shares = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(shares @ np.arange(10) / shares.sum(axis=-1))


class Measured(NamedTuple):
    """How many per cent of ``count`` digits, none of which taught it, the score names rightly, and
    of how many per cent of their unlike pairs it knows the order."""

    named: str
    ordered: str
    count: str


@cache
def digits() -> Digits:
    """All 1797 digits, in one random order.

    >>> digits().pictures.shape
    (1797, 64)
    """
    with np.load(FILE) as data:
        return Digits(data["pictures"] / 16, data["labels"].astype(np.int64))


@cache
def shown() -> Digits:
    """Some that did not teach the score: as many of each.

    >>> np.bincount(shown().labels).tolist()
    [5, 5, 5, 5, 5, 5, 5, 5, 5, 5]
    """
    lines = _shipped()["PICTURES"]
    inks = [[LEVELS.index(letter) for letter in line[:64]] for line in lines]
    return Digits(np.array(inks) / 16, np.array([int(line[64]) for line in lines]))


@cache
def score() -> Score:
    """The score that the first ``TAUGHT`` digits taught.

    >>> print(score()(digits().pictures[1:4]).round(1), digits().labels[1:4])
    [6.  6.  2.1] [6 6 2]
    """
    text = "".join(_shipped()["WEIGHTS"])
    whole = np.array([int(text[k : k + 2], BASE) - NONE for k in range(0, len(text), 2)])
    return Score((whole[:640] * STEP).reshape(64, 10), whole[640:] * STEP)


def measured() -> Measured:
    """How good the score is."""
    return Measured(*_shipped()["MEASURED"])


@cache
def _shipped() -> dict[str, list[str]]:
    """The lists of words in the browser's module, by name."""
    parts = re.findall(r"export const (\w+) = \[(.*?)\];", SHOWN.read_text("utf-8"), re.S)
    return {name: re.findall(r'"(\w[\w.]*)"', words) for name, words in parts}
