import sys
from pathlib import Path

import numpy as np

from explorer.digits import FILE, SHOWN, TAUGHT, digits, measured, score, shown

sys.path.insert(0, str(Path(__file__).parent))
import digits_data


def test_the_files_hold_every_digit_of_scikit_learn_and_what_the_regression_learned():
    fresh = digits_data.made()
    np.testing.assert_array_equal(digits().pictures, fresh["pictures"] / 16)
    np.testing.assert_array_equal(digits().labels, fresh["labels"])
    with np.load(FILE) as data:
        assert set(data) == {"pictures", "labels"}
    np.testing.assert_allclose(score().weights, fresh["weights"], atol=0.06)
    np.testing.assert_allclose(score().bias, fresh["bias"], atol=0.06)
    near = {**fresh, "weights": score().weights, "bias": score().bias}
    assert digits_data.module(near) == SHOWN.read_text("utf-8")


def test_the_score_is_the_expected_digit_and_right_for_what_taught_it():
    pictures, labels = (part[:TAUGHT] for part in digits())
    shares = np.exp(score().logits(pictures))
    expected = (shares / shares.sum(axis=1, keepdims=True)) @ np.arange(10)
    np.testing.assert_allclose(score()(pictures), expected, rtol=1e-9)
    assert (score().logits(pictures).argmax(axis=1) == labels).mean() > 0.99
    assert score()(pictures[0]).shape == ()


def test_what_is_drawn_are_different_digits_that_taught_nothing():
    pictures, labels = (part[TAUGHT:] for part in digits())
    places = [np.flatnonzero((pictures == each).all(axis=1)) for each in shown().pictures]
    assert len({int(place) for (place,) in places}) == len(shown().labels)
    np.testing.assert_array_equal(labels[np.concatenate(places)], shown().labels)


def test_what_is_said_of_the_score_is_true_of_all_that_it_was_not_taught():
    pictures, truth = (part[TAUGHT:] for part in digits())
    scores, unlike = score()(pictures), truth[:, None] > truth
    ordered = (scores[:, None] > scores)[unlike].mean()
    named = (score().logits(pictures).argmax(axis=1) == truth).mean()
    assert measured() == (f"{100 * named:.1f}", f"{100 * ordered:.1f}", str(len(truth)))
    assert ordered > 0.95
