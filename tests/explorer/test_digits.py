import sys
from pathlib import Path

import numpy as np

from explorer.digits import FILE, TAUGHT, digits, score

sys.path.insert(0, str(Path(__file__).parent))
from digits_data import made


def test_the_file_holds_every_digit_of_scikit_learn_and_what_the_regression_learned():
    fresh = made()
    np.testing.assert_array_equal(digits().pictures, fresh["pictures"] / 16)
    np.testing.assert_array_equal(digits().labels, fresh["labels"])
    with np.load(FILE) as data:
        assert set(data) == set(fresh)
        np.testing.assert_allclose(data["weights"], fresh["weights"], atol=0.05)
        np.testing.assert_allclose(data["bias"], fresh["bias"], atol=0.05)


def test_the_score_is_the_expected_digit_and_right_for_what_taught_it():
    pictures, labels = (part[:TAUGHT] for part in digits())
    shares = np.exp(score().logits(pictures))
    expected = (shares / shares.sum(axis=1, keepdims=True)) @ np.arange(10)
    np.testing.assert_allclose(score()(pictures), expected, rtol=1e-9)
    assert (score().logits(pictures).argmax(axis=1) == labels).mean() > 0.99
    assert score()(pictures[0]).shape == ()
