"""Makes explorer/digits.npz and explorer/web/sort/digits_data.js from scikit-learn:
``python tests/explorer/digits_data.py``."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

from explorer.digits import BASE, FILE, LEVELS, NONE, SHOWN, STEP, TAUGHT, Score
from explorer.generator import Generator

FIRST = (501, 44, 9, 302, 182, 159, 24, 376)
"""Which digits, of those that taught nothing, the sample 0 is: those that the lessons tell of."""
OF_EACH = 5
HEAD = """\
// What is drawn of the digits, and the score that they are sorted by: explorer/digits.py reads the
// same text. Source: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine
// Learning Repository, 1998, CC BY 4.0. tests/explorer/digits_data.py writes this file.
"""


def made():
    """The digits in a random order, and the logistic regression that the first of them teach."""
    pictures, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(labels))
    pictures, labels = pictures[order].astype(np.uint8), labels[order].astype(np.uint8)
    model = LogisticRegression(C=10, max_iter=300)
    model.fit(pictures[:TAUGHT] / 16, labels[:TAUGHT])
    return {
        "pictures": pictures,
        "labels": labels,
        "weights": model.coef_.T,
        "bias": model.intercept_,
    }


def shown(labels):
    """Which of the digits that taught nothing are drawn: as many of each, in such an order that the
    generator draws the ``FIRST`` for the sample 0."""
    known = [*FIRST]
    for digit in range(10):
        others = [k for k in np.flatnonzero(labels == digit) if k not in FIRST]
        known += others[: OF_EACH - sum(labels[k] == digit for k in FIRST)]
    places = Generator(0).choice(len(known), len(FIRST))
    rest, order = iter(known[len(FIRST) :]), dict(zip(places, FIRST, strict=True))
    return [order[place] if place in order else next(rest) for place in range(len(known))]


def measured(score, pictures, labels):
    """How many per cent of digits the score names rightly, how many of their unlike pairs it puts
    in the right order, and how many digits these are."""
    scores, unlike = score(pictures), labels[:, None] > labels
    named = (score.logits(pictures).argmax(axis=1) == labels).mean()
    ordered = (scores[:, None] > scores)[unlike].mean()
    return [f"{100 * named:.1f}", f"{100 * ordered:.1f}", str(len(labels))]


def as_text(weights, bias):
    """The rows of the score: two letters for each number, in whole steps."""
    whole = np.round(np.concatenate([weights.ravel(), bias]) / STEP).astype(int) + NONE
    assert 0 <= whole.min() <= whole.max() < BASE**2
    text = "".join(LEVELS[each // BASE] + LEVELS[each % BASE] for each in whole)
    return [text[k : k + 80] for k in range(0, len(text), 80)]


def module(fresh):
    """The text of the module."""
    pictures, labels = (fresh[name][TAUGHT:] for name in ("pictures", "labels"))
    score = Score(*(np.round(fresh[name] / STEP) * STEP for name in ("weights", "bias")))
    parts = {
        "PICTURES": [
            "".join(LEVELS[ink] for ink in pictures[k]) + str(labels[k]) for k in shown(labels)
        ],
        "WEIGHTS": as_text(fresh["weights"], fresh["bias"]),
        "MEASURED": measured(score, pictures / 16, labels),
    }
    about = {
        "PICTURES": "A letter for each of 8 x 8 pixels, from 0 (paper) to g (ink); then the digit.",
        "WEIGHTS": "Two letters for each weight, pixel by pixel, and at the end for each bias.",
        "MEASURED": "How many % it names and orders rightly, of how many that it was not taught.",
    }
    text = HEAD
    for name, lines in parts.items():
        written = ", ".join(f'"{line}"' for line in lines)
        if len(written) > 80:
            written = "".join(f'\n  "{line}",' for line in lines) + "\n"
        text += f"\n/** {about[name]} */\nexport const {name} = [{written}];\n"
    return text


if __name__ == "__main__":
    fresh = made()
    np.savez_compressed(FILE, pictures=fresh["pictures"], labels=fresh["labels"])
    SHOWN.write_text(module(fresh), "utf-8")
