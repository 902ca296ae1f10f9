from math import inf

import numpy as np
import pytest

from diffsort_core import (
    Cauchy,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_woven_matrices,
    diff_sort,
    diff_sort_weave,
    error_analysis,
    odd_even_merge,
    relative_rms,
    shuffled_sort,
)
from diffsort_core.measures import SIZES, SPANS
from explorer.scenes.error_of_values import BETAS, REPEATS, ShufflesRun, TemperingRun
from explorer.scenes.error_runs import SizesRun

X = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)


def done(run):
    shares = list(run.steps())
    assert shares == sorted(shares)
    assert run.share == 1
    return run.scene("in words", 1.0)


def test_one_block_is_the_error_analysis_of_the_core():
    scene = done(SizesRun(LogSumExp(2.0), "odd-even merge", 4))
    np.testing.assert_allclose(
        scene.errors, error_analysis(LogSumExp(2.0), samples=4, family=odd_even_merge), rtol=1e-12
    )


def test_two_blocks_are_the_root_mean_square_of_their_errors():
    scene = done(SizesRun(SmoothMax(1.0), "bitonic", 40))
    blocks = [
        error_analysis(SmoothMax(1.0), samples=samples, seed=k) for k, samples in enumerate((32, 8))
    ]
    np.testing.assert_allclose(
        scene.errors**2, (32 * blocks[0] ** 2 + 8 * blocks[1] ** 2) / 40, rtol=1e-9
    )


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@pytest.mark.parametrize("alpha", [1.0, 10.0])
def test_the_original_fails_where_exp_overflows_and_ours_does_not(kind, alpha):
    scene = done(SizesRun(kind(alpha), "bitonic", 8))
    largest = np.array(
        [
            [np.random.default_rng([0, n]).uniform(size=(8, n)).max() * span for span in SPANS]
            for n in SIZES
        ]
    )
    overflows = alpha * largest > np.log(np.finfo(float).max)
    np.testing.assert_array_equal(scene.original_fails, overflows)
    assert 0 < scene.original_fails.sum() < scene.original_fails.size
    assert np.isfinite(scene.errors).all()
    assert f"fails in {scene.original_fails.sum()} cells" in scene.description


def test_a_relaxation_of_which_the_original_knows_no_formula_has_no_marks():
    scene = done(SizesRun(Cauchy(100.0), "bitonic", 2))
    assert not scene.original_fails.any()
    assert "no formula" in scene.description


def test_what_is_not_computed_waits_and_the_words_say_so():
    run = SizesRun(SmoothMax(1.0), "bitonic", 2)
    assert run.scene("", 1.0).waiting.all()
    assert "press Start" in run.scene("", 1.0).description
    steps = run.steps()
    for _ in range(1 + 5):  # the first makes ready
        next(steps)
    scene = run.scene("", 1.0)
    assert (~scene.waiting).sum() == 5
    assert "Not all" in scene.description
    assert any("not computed" in line for line in scene.key)


def test_the_words_tell_the_largest_error_and_count_the_cells_within_10_percent():
    scene = done(SizesRun(SmoothMax(1.0), "bitonic", 2))
    row, column = np.unravel_index(np.argmax(scene.errors), scene.errors.shape)
    assert f"in {(scene.errors <= 0.1).sum()} of 144 cells" in scene.description
    assert f"at n = {SIZES[row]} in [0, {scene.columns.names[column]}]" in scene.description


def test_runs_that_ask_the_same_are_equal_whatever_they_know():
    one, other = SizesRun(SmoothMax(1.0), "bitonic", 2), SizesRun(SmoothMax(1.0), "bitonic", 2)
    done(one)
    assert one == other
    assert one != SizesRun(SmoothMax(2.0), "bitonic", 2)
    assert one != SizesRun(SmoothMax(1.0), "odd-even merge", 2)
    assert ShufflesRun(SmoothMax(1.0), "bitonic", X, 2) != ShufflesRun(
        SmoothMax(1.0), "bitonic", X[:4], 2
    )


def test_the_tempering_map_holds_what_the_core_computes():
    scene = done(TemperingRun(LogSumExp, X))
    fused, hard = bitonic_woven_matrices(8), np.sort(X)
    for row, column in ((0, 0), (3, 8), (10, 16)):
        alpha, beta = 10.0 ** scene.columns.places[column], BETAS[row]
        soft = diff_sort_weave(fused, X, LogSumExp(alpha), beta)
        assert scene.errors[row, column] == pytest.approx(relative_rms(soft, hard))
    np.testing.assert_array_equal(scene.best, scene.errors.argmin(axis=0))


def test_the_words_of_tempering_are_those_of_the_column_at_alpha():
    run = TemperingRun(LogSumExp, X)
    done(run)
    scene = run.scene("", 0.01)
    column = int(np.argmin(np.abs(scene.columns.places - np.log10(0.01))))
    assert f"alpha = {scene.columns.names[column]} " in scene.description
    assert f"beta = {scene.rows.names[scene.best[column]]}" in scene.description
    assert scene.alpha == pytest.approx(-2)
    assert run.scene("", inf).alpha is run.scene("", 0.0).alpha is None


@pytest.mark.parametrize("values", [(1.0,), X[:3]])
def test_tempering_needs_a_power_of_two(values):
    scene = done(TemperingRun(SmoothMax, values))
    assert scene.waiting.all()
    assert f"here there are {len(values)}" in scene.description


def test_the_line_holds_the_mean_and_the_percentiles_over_seeds():
    scene = done(ShufflesRun(SmoothMax(0.5), "bitonic", X, 20))
    hard = np.sort(X)
    for column in (0, 3):
        soft = [
            shuffled_sort(bitonic(8), X, SmoothMax(0.5), REPEATS[column], seed)
            for seed in range(20)
        ]
        errors = [relative_rms(each, hard) for each in soft]
        assert scene.mean[column] == pytest.approx(np.mean(errors))
        assert (scene.low[column], scene.high[column]) == pytest.approx(
            tuple(np.quantile(errors, [0.1, 0.9]))
        )
    assert scene.unshuffled == pytest.approx(
        relative_rms(diff_sort(bitonic(8), X, SmoothMax(0.5)), hard)
    )
    assert (scene.high - scene.low)[-1] < (scene.high - scene.low)[0]


@pytest.mark.parametrize("values", [(1.7e308, -1.7e308), (5e-324, 0.0), (0.0, 0.0), (7.0, 7.0)])
@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
def test_extreme_values_are_answered(values, kind):
    assert "beta" in done(TemperingRun(kind, values)).description
    assert done(ShufflesRun(kind(1e-300), "bitonic", values, 2)).description


def test_fewer_asks_the_same_with_few_draws():
    assert SizesRun(SmoothMax(1.0), "bitonic", 4096).fewer().draws == 32
    assert ShufflesRun(SmoothMax(1.0), "bitonic", X, 3).fewer().draws == 3
    run = TemperingRun(SmoothMax, X)
    assert run.fewer() == run
    assert run.fewer() is not run
