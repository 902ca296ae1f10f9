import numpy as np
import pytest

from diffsort_core import LogSumExp, Optimal, SmoothMax, bitonic, odd_even_merge
from explorer.learners import CLOUD, Learner, Ordering, TrimmedLine, items

SCORES = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
SOFT = SmoothMax(10.0, scale_free=True)
OUTLIERS = {(7.5, 1.2), (8.6, 0.6), (9.6, 1.5)}
RULES = pytest.mark.parametrize(
    "rule", [SOFT, SmoothMax(1.0), Optimal(2.0, scale_free=True), LogSumExp(5.0, scale_free=True)]
)


def ordering(scores=SCORES, seed=0, rule=SOFT, sigma=0.3):
    return Ordering(items(scores, seed), odd_even_merge(len(scores)), rule, sigma)


def line(points=CLOUD, trimmed=0.25, rule=SOFT):
    return TrimmedLine(np.array(points, float), trimmed, bitonic(len(points)), rule)


def differences(problem, parameters, step=1e-6):
    moved = [
        problem.loss(parameters + step * axis)[0] - problem.loss(parameters - step * axis)[0]
        for axis in np.eye(2)
    ]
    return np.array(moved) / (2 * step)


def learnt(problem, start, steps=100, rate=0.1):
    learner = Learner(start)
    for _ in range(steps):
        learner.step(problem, rate)
    return learner


@RULES
def test_the_gradients_are_those_of_finite_differences(rule):
    draw = np.random.default_rng(1)
    for problem in (ordering(rule=rule), line(rule=rule)):
        parameters = draw.normal(size=2)
        gradient = problem.loss(parameters)[1]
        np.testing.assert_allclose(gradient, differences(problem, parameters), rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("seed", range(8))
def test_the_hidden_order_is_found_from_every_first_guess(seed):
    problem = ordering(seed=seed)
    learner = learnt(problem, problem.items.start)
    assert problem.degrees(problem.items.start) > 90
    assert learner.misses[0] > 10
    assert problem.miss(learner.parameters) == 0
    assert problem.degrees(learner.parameters) < 10
    assert learner.losses[-1] < 0.05 < 1 < learner.losses[0]


def test_too_narrow_a_kernel_leaves_no_gradient_to_learn_from():
    problem = ordering(sigma=1e-3)
    learner = learnt(problem, problem.items.start)
    assert np.abs(problem.loss(learner.parameters)[1]).max() < 1e-6
    assert problem.miss(learner.parameters) == learner.misses[0] > 10


def test_the_hidden_direction_gives_the_ranks_and_ties_share_theirs():
    found = items([3.0, 1.0, 3.0, 2.0], 5)
    assert found.ranks.tolist() == [2.5, 0, 2.5, 1]
    assert np.linalg.norm(found.hidden) == pytest.approx(1)
    scores = found.features @ found.hidden
    assert np.argsort(np.argsort(scores))[[1, 3]].tolist() == [0, 1]
    assert ordering([3.0, 1.0, 3.0, 2.0], 5).miss(found.hidden) == 0


@pytest.mark.parametrize("scores", [[7.0], [2.0, 2.0, 2.0], [1e308, -1e308, 0.0], [5e-324, 0.0]])
def test_any_scores_can_be_learnt_from(scores):
    problem = ordering(scores)
    learner = learnt(problem, problem.items.start, steps=5)
    assert np.isfinite(learner.parameters).all()
    assert learner.taken == 5


def test_a_seed_draws_the_same_items_and_the_same_first_guess():
    for one, other in zip(items(SCORES, 3), items(SCORES, 3), strict=True):
        np.testing.assert_array_equal(one, other)
    assert not np.array_equal(items(SCORES, 3).start, items(SCORES, 4).start)


def test_outliers_drag_least_squares_away_but_not_the_trimmed_line():
    clean = line([point for point in CLOUD if point not in OUTLIERS])
    slope = clean.slope(clean.least_squares())
    problem = line()
    learner = learnt(problem, problem.least_squares())
    assert abs(problem.slope(problem.least_squares()) - slope) > 0.3
    assert abs(problem.slope(learner.parameters) - slope) < 0.05
    weights = dict(zip(CLOUD, problem.weights(learner.parameters), strict=True))
    assert max(weights[point] for point in OUTLIERS) < 0.1
    assert min(weight for point, weight in weights.items() if point not in OUTLIERS) > 0.5


def test_with_nothing_trimmed_least_squares_is_where_learning_rests():
    problem = line(trimmed=0.0)
    loss, gradient = problem.loss(problem.least_squares())
    np.testing.assert_allclose(gradient, 0, atol=1e-12)
    assert loss == pytest.approx(np.mean(problem.distances(problem.least_squares()) ** 2))
    np.testing.assert_allclose(problem.weights(problem.least_squares()), 1)


def test_part_of_a_point_can_be_trimmed():
    assert line([(0, 0), (1, 1), (2, 0), (3, 1)], trimmed=0.375).counts().tolist() == [1, 1, 0.5, 0]


def test_a_line_is_a_height_and_a_rise():
    problem = line()
    assert problem.heights(np.array([3.0, 2.0]), [0, 5, 10]).tolist() == [1, 3, 5]
    assert problem.slope(np.array([3.0, 2.0])) == pytest.approx(0.4)


def test_a_step_out_of_all_bounds_is_not_taken():
    problem = line()
    learner = learnt(problem, problem.least_squares(), steps=50, rate=5.0)
    assert learner.lost
    assert 0 < learner.taken < 50
    assert np.isfinite(learner.parameters).all()
