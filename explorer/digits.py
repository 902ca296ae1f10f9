"""Pictures of handwritten digits, and a score learned from some of them: data, loaded once.

The pictures are those of scikit-learn's ``load_digits``: E. Alpaydin, C. Kaynak, *Optical
Recognition of Handwritten Digits*, UCI Machine Learning Repository (1998), CC BY 4.0,
doi:10.24432/C50P49. ``tests/explorer/digits_data.py`` writes the file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = Path(__file__).with_name("digits.npz")
TAUGHT = 1200
"""So many of the digits, from the first on, taught the score."""


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


@cache
def digits() -> Digits:
    """All 1797 digits, in one random order.

    >>> digits().pictures.shape
    (1797, 64)
    """
    with np.load(FILE) as data:
        return Digits(data["pictures"] / 16, data["labels"].astype(np.int64))


@cache
def score() -> Score:
    """The score that the first ``TAUGHT`` digits taught.

    >>> print(score()(digits().pictures[1:4]).round(1), digits().labels[1:4])
    [6.  6.  2.1] [6 6 2]
    """
    with np.load(FILE) as data:
        return Score(data["weights"], data["bias"])
