import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from diffsort_core import SmoothMax, bitonic, diff_argsort
from explorer.robust import (
    LIST,
    SLIP,
    TARGETS,
    TRIED,
    chosen,
    compared,
    descended,
    drawn_split,
    hard,
    least_squares,
    mean_and_deviation,
    pairs,
    soft,
    straight,
    unseen_rho,
    validation_rho,
)

ROWS, HIDDEN = 420, np.array([3.0, -1.0, 2.0])


def table(seed=0):
    """Features, and a target that is an increasing function of a linear score of theirs."""
    features = np.random.default_rng(seed).normal(size=(ROWS, 3))
    return features, np.exp(features @ HIDDEN / 2)


@pytest.fixture(scope="module")
def splits():
    return [drawn_split(*table(), seed) for seed in range(3)]


@pytest.fixture
def scores():
    rng = np.random.default_rng(1)
    return rng.normal(size=(2, LIST)), rng.permuted(np.tile(np.arange(16.0), (2, 1)), axis=1)


def test_no_row_is_in_two_parts_and_none_is_lost():
    rows = np.arange(float(ROWS))
    clean = drawn_split(np.column_stack([rows, rows % 7, rows**2]), rows, seed=5, slips=0)
    parts = [clean.true.ravel(), clean.validation_written.ravel(), clean.unseen_true]
    assert sorted(np.concatenate(parts).tolist()) == rows.tolist()
    assert [len(part) for part in parts] == [256, 128, ROWS - 384]


def test_a_share_of_the_numbers_slips_and_only_where_one_learns_or_chooses():
    _, target = table()
    slipped = np.mean(
        [(split.written != split.true).mean() for split in map(_drawn(0.1), range(40))]
    )
    assert slipped == pytest.approx(0.1, abs=0.01)
    split, clean = _drawn(0.5)(3), _drawn(0)(3)
    assert {*np.round(split.written / split.true, 9).ravel()} == {1.0, SLIP}
    assert {*np.round(split.validation_written / clean.validation_written, 9).ravel()} == {
        1.0,
        SLIP,
    }
    np.testing.assert_array_equal(split.unseen_true, clean.unseen_true)
    assert {*split.unseen_true} <= {*target}


def _drawn(slips):
    return lambda seed: drawn_split(*table(), seed, slips)


def test_the_features_are_standardised_by_what_is_learnt_from(splits):
    rows = splits[0].features.reshape(-1, 3)
    np.testing.assert_allclose(rows.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(rows.std(axis=0), 1)
    assert np.abs(splits[0].unseen.mean(axis=0)).max() > 1e-6


def test_equal_numbers_share_their_rank(splits):
    split = splits[0]._replace(written=np.tile([1.0, 1.0, *range(2, 16)], (16, 1)))
    assert split.ranks[0].tolist() == [0.5, 0.5, *range(2, 16)]


def differences(loss, scores, step=1e-6):
    slope = np.zeros_like(scores)
    for place in np.ndindex(scores.shape):
        moved = np.zeros_like(scores)
        moved[place] = step
        slope[place] = (loss(scores + moved) - loss(scores - moved)) / (2 * step)
    return slope


def test_the_gradient_of_the_soft_ranks_is_that_of_nudging(scores):
    x, wanted = scores
    rule = SmoothMax(10, scale_free=True)

    def loss(x):
        return ((diff_argsort(bitonic(LIST), x, 0.3, rule) - wanted) ** 2).sum() / 2

    np.testing.assert_allclose(soft(10, 0.3)(x, wanted), differences(loss, x), rtol=1e-5, atol=1e-6)


def test_the_gradient_of_the_pairs_is_that_of_nudging(scores):
    x, wanted = scores

    def loss(x):
        apart = x[..., :, None] - x[..., None, :]
        higher = wanted[..., :, None] > wanted[..., None, :]
        return np.log1p(np.exp(-apart / 0.3))[higher].sum() * 0.3

    np.testing.assert_allclose(pairs(0.3)(x, wanted), differences(loss, x), rtol=1e-5, atol=1e-6)


def test_straight_through_differs_only_in_the_error(scores):
    x, _ = scores
    right = rankdata(x, axis=-1) - 1
    assert not straight(10, 0.3)(x, right).any()
    assert soft(10, 0.3)(x, right).any()


def test_hard_ranks_have_no_gradient_and_stay_at_their_start(splits, scores):
    assert not hard()(*scores).any()
    start = np.random.default_rng(0).normal(size=(3, 3))
    learnt = descended(splits, hard())
    np.testing.assert_allclose(learnt, start / np.linalg.norm(start, axis=1, keepdims=True))


@pytest.mark.parametrize("gradient", [soft(10, 0.1), straight(10, 0.1), pairs(0.3)])
def test_what_descends_finds_the_direction_despite_the_slips(splits, gradient):
    learnt = descended(splits, gradient)
    np.testing.assert_allclose(np.linalg.norm(learnt, axis=1), 1)
    assert (unseen_rho(splits, learnt) > 0.97).all()


def test_the_last_digit_of_the_arithmetic_decides_nothing(tumours):
    """It differs from one processor to the next, and lessons print what was learnt."""
    splits = [drawn_split(*tumours, seed) for seed in range(200, 206)]
    noise = 1 + 1e-13 * np.random.default_rng(0).normal(size=splits[0].features.shape)
    shaken = [split._replace(features=split.features * noise) for split in splits]
    for gradient in TRIED["soft ranks"].values():
        np.testing.assert_allclose(
            descended(shaken, gradient), descended(splits, gradient), atol=1e-6
        )


def test_least_squares_fits_what_it_is_given(splits):
    logarithms = [split._replace(written=split.true) for split in splits]
    exact = least_squares(logarithms, lambda split: np.log(split.true))
    np.testing.assert_allclose(unseen_rho(splits, exact), 1)
    as_written, ranks = (
        unseen_rho(splits, least_squares(splits, TARGETS[name]))
        for name in ("numbers as written", "their ranks")
    )
    assert (as_written < ranks).all()


def test_rho_is_that_of_scipy(splits):
    weights = np.tile([1.0, 0.0, 0.0], (3, 1))
    split = splits[1]
    assert unseen_rho(splits, weights)[1] == pytest.approx(
        spearmanr(split.unseen[:, 0], split.unseen_true)[0]
    )
    within = [
        spearmanr(rows[:, 0], written)[0]
        for rows, written in zip(split.validation, split.validation_written, strict=True)
    ]
    assert validation_rho(splits, weights)[1] == pytest.approx(np.mean(within))


def test_the_validation_lists_choose_in_each_split_by_itself(splits):
    tried = {name: TRIED["soft ranks"][name] for name in list(TRIED["soft ranks"])[::2]}
    rho = {
        name: validation_rho(splits, descended(splits, gradient))
        for name, gradient in tried.items()
    }
    picked = chosen(splits, tried)
    for place, name in enumerate(picked.names):
        assert rho[name][place] == max(numbers[place] for numbers in rho.values())
        np.testing.assert_array_equal(picked.weights[place], descended(splits, tried[name])[place])


def test_what_is_held_out_chooses_nothing(splits):
    blind = [
        split._replace(unseen=split.unseen * np.nan, unseen_true=split.unseen_true * np.nan)
        for split in splits
    ]
    for tried in (TRIED["soft ranks"], TRIED["pairs, no sort"]):
        assert chosen(blind, tried).names == chosen(splits, tried).names


def test_all_methods_are_compared_and_the_progress_is_told(splits):
    shares = []
    found = compared(splits, shares.append)
    assert len(found) == len(TRIED) + len(TARGETS)
    assert all(rho.shape == (3,) for rho in found.values())
    assert shares == [0.25, 0.5, 0.75, 1.0]


def test_the_lesson_may_say_what_it_says_of_the_tumours(tumours):
    features, target = tumours
    found = compared([drawn_split(features, target, seed) for seed in range(200, 205)])
    soft_ranks = found["soft ranks"]
    assert soft_ranks.mean() > 0.92
    for rival in ("numbers as written", "their logarithms", "their ranks"):
        assert (soft_ranks > found[f"least squares: {rival}"]).all()
    for equal in (found["straight-through"], found["least squares: numbers without slips"]):
        assert abs(soft_ranks.mean() - equal.mean()) < 0.015
    assert abs(found["hard ranks"].mean()) < 0.7


def test_the_deviation_is_that_of_a_sample():
    assert mean_and_deviation(np.array([0.0, 1.0])) == "0.50 (0.71)"
