"""Makes explorer/digits.npz from scikit-learn: ``python tests/explorer/digits_data.py``."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

from explorer.digits import FILE, TAUGHT


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
        "weights": model.coef_.T.astype(np.float32),
        "bias": model.intercept_.astype(np.float32),
    }


if __name__ == "__main__":
    np.savez_compressed(FILE, **made())
