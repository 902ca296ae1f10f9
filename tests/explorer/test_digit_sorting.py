import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from explorer.digit_sorting import (
    METHODS,
    Accuracy,
    Scorer,
    Sets,
    drawn_sets,
    held_out_sets,
    mean_and_spread,
    order_loss,
    parts,
    train,
)

each_method = pytest.mark.parametrize("permutation", METHODS.values(), ids=METHODS)


@pytest.fixture(scope="module")
def sets():
    return drawn_sets(parts()["training"], 12, 4, np.random.default_rng(3))


class Knowing(Scorer):
    """Reads an image by its first pixel, where the tests write the digit."""

    def values(self, images):
        return images[..., 0]


def written(numbers, weights):
    """A scorer of such weights, and sets whose images tell their digits."""
    images = np.zeros((*np.shape(numbers), 2, 64))
    images[..., 0] = np.stack(np.divmod(numbers, 10), axis=-1)
    return Knowing([*Scorer.random(0).parameters[:3], np.array(weights)]), Sets(
        images, np.array(numbers)
    )


def test_no_image_is_in_two_parts():
    seen = [{image.tobytes() for image in part.pictures} for part in parts().values()]
    assert sum(map(len, seen)) == len(set.union(*seen)) == 1797
    assert all(part.pictures.min() == 0 and part.pictures.max() == 1 for part in parts().values())


@pytest.mark.parametrize("n", [2, 5, 16])
def test_a_set_holds_different_numbers_and_shows_them(n):
    pool = parts()["held out"]
    sets = drawn_sets(pool, 50, n, np.random.default_rng(0))
    assert sets.images.shape == (50, n, 2, 64)
    assert all(len(set(row)) == n for row in sets.numbers.tolist())
    shows = {
        image.tobytes(): label for image, label in zip(pool.pictures, pool.labels, strict=True)
    }
    tens, units = (shows[image.tobytes()] for image in sets.images[7, 1])
    assert sets.numbers[7, 1] == 10 * tens + units


def test_held_out_sets_are_always_the_same_and_are_not_learnt_from():
    sets, learnt = (
        held_out_sets(count=5),
        {image.tobytes() for image in parts()["training"].pictures},
    )
    np.testing.assert_array_equal(sets.images, held_out_sets(count=5).images)
    assert not learnt & {image.tobytes() for image in sets.images.reshape(-1, 64)}


def test_accuracy_counts_whole_sets_and_single_places():
    numbers = [[31, 5, 99, 48], [10, 19, 70, 20]]
    assert written(numbers, [10, 1])[0].accuracy(written(numbers, [10, 1])[1]) == Accuracy(1.0, 1.0)
    units, sets = written(numbers, [0, 1])
    assert units.accuracy(written([[31, 32, 33, 34], [13, 22, 31, 44]], [0, 1])[1]) == Accuracy(
        0.5, 0.75
    )
    assert units.accuracy(sets).exact == 0


@each_method
def test_the_loss_is_least_in_the_true_order_and_log_n_where_nothing_is_known(permutation):
    numbers = [[31, 5, 99, 48], [10, 19, 70, 20]]
    right, sets = written(numbers, [100, 10])
    wrong, _ = written(numbers, [-100, -10])
    nothing, _ = written(numbers, [0, 0])
    assert order_loss(right, permutation, sets) < 0.1 < order_loss(wrong, permutation, sets)
    assert order_loss(nothing, permutation, sets) == pytest.approx(np.log(4))


@each_method
def test_its_gradient_is_that_of_nudging(permutation, sets):
    scorer, rng = Scorer.random(1), np.random.default_rng(0)
    along = [rng.normal(size=part.shape) for part in scorer.parameters]

    def loss(step):
        moved = [part + step * way for part, way in zip(scorer.parameters, along, strict=True)]
        return order_loss(Scorer(moved), permutation, sets)

    assert grad(loss)(0.0) == pytest.approx((loss(1e-6) - loss(-1e-6)) / 2e-6, rel=1e-5)


@each_method
def test_a_shift_of_all_scores_changes_nothing(permutation):
    scores = anp.array([[0.3, -1.0, 2.0, 0.5]])
    np.testing.assert_allclose(permutation(scores), permutation(scores + 3.0), atol=1e-12)


@each_method
def test_training_lowers_the_loss_and_orders_what_was_never_seen(permutation):
    shares = []
    scorer, losses = train(permutation, steps=60, seed=0, progress=shares.append)
    assert np.mean(losses[-10:]) < 0.85 * losses[0]
    assert scorer.accuracy(held_out_sets(count=500)).exact > 3 / 24
    assert shares == [step / 60 for step in range(1, 61)]


def test_training_is_repeated_by_its_seed():
    first, again, other = (
        train(METHODS["logistic"], n=3, steps=3, seed=seed).losses for seed in (0, 0, 1)
    )
    assert first == again
    assert first != other


def test_the_table_says_percent_and_spread():
    assert (
        mean_and_spread([Accuracy(0.5, 0.25), Accuracy(0.5, 0.75)])
        == "exact 50.0 (0.0), elements 50.0 (35.4)"
    )
    assert mean_and_spread([Accuracy(0.5, 0.25)]) == "exact 50.0, elements 25.0"
