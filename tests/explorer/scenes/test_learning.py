import numpy as np

from diffsort_core import SmoothMax, bitonic
from explorer.learners import CLOUD, SIDE, Learner, Ordering, TrimmedLine, items
from explorer.scenes.learning import line_scene, ordering_scene

SOFT = SmoothMax(10.0, scale_free=True)


def ordering(scores=(3.0, 1.0, 4.0, 1.5), sigma=0.3):
    problem = Ordering(items(scores, 0), bitonic(len(scores)), SOFT, sigma)
    return problem, Learner(problem.items.start)


def line(points=CLOUD, trimmed=0.25):
    problem = TrimmedLine(np.array(points, float), trimmed, bitonic(len(points)), SOFT)
    return problem, Learner(problem.least_squares())


def after(steps, problem, learner, rate=0.1):
    for _ in range(steps):
        learner.step(problem, rate)
    return problem, learner


def test_the_ordering_is_shown_as_ranks_directions_and_losses():
    problem, learner = after(3, *ordering())
    scene = ordering_scene(problem, learner, 100)
    np.testing.assert_array_equal(scene.soft[:, 1], problem.ranks(learner.parameters))
    assert scene.hard[:, 1].tolist() == [2, 0, 3, 1]
    assert scene.losses.tolist() == [*learner.losses, problem.loss(learner.parameters)[0]]
    assert np.abs(scene.points).max() < scene.high == -scene.low
    for arrow, direction in (
        (scene.compared, problem.items.hidden),
        (scene.learnt, learner.parameters),
    ):
        np.testing.assert_allclose(arrow[1] / np.linalg.norm(arrow[1]), direction)


def test_the_description_counts_wrong_pairs_and_says_when_the_order_was_found():
    problem, learner = ordering()
    wrong = problem.miss(learner.parameters)
    assert (
        f"Step 0 of 50: loss {problem.loss(learner.parameters)[0]:.4g}"
        in ordering_scene(problem, learner, 50).description
    )
    assert (
        f"{wrong} of 6 pairs of items are in the wrong order;"
        in ordering_scene(problem, learner, 50).description
    )
    after(60, problem, learner)
    since = 1 + max(step for step, miss in enumerate(learner.misses) if miss)
    told = ordering_scene(problem, learner, 50).description
    assert "Step 60 of 60" in told
    assert f"0 of 6 pairs of items are in the wrong order ({wrong} at the start)" in told
    assert told.endswith(f"The order has been right since step {since}.")
    assert learner.misses[since] == 0 < learner.misses[since - 1]


def test_the_description_says_when_there_is_no_gradient_to_learn_from():
    assert "it hardly moves" in ordering_scene(*ordering(sigma=1e-3), 100).description
    assert "it hardly moves" not in ordering_scene(*ordering(sigma=0.3), 100).description


def test_the_line_is_shown_with_weights_soft_and_hard():
    problem, learner = after(5, *line())
    scene = line_scene(problem, learner, 100)
    np.testing.assert_array_equal(scene.weights, problem.weights(learner.parameters))
    np.testing.assert_array_equal(scene.soft[:, 1], scene.weights)
    distances = np.abs(problem.distances(learner.parameters))
    np.testing.assert_array_equal(scene.soft[:, 0], distances)
    assert set(np.argsort(distances)[-4:]) == set(np.flatnonzero(scene.hard[:, 1] == 0))
    assert scene.hard[:, 1].sum() == 12
    slope = (scene.learnt[1] - scene.learnt[0])[1] / (scene.learnt[1] - scene.learnt[0])[0]
    assert abs(slope - problem.slope(learner.parameters)) < 1e-12


def test_the_description_compares_the_two_lines():
    problem, learner = line()
    told = line_scene(problem, learner, 100).description
    assert "Slope: 0.2324 learnt, 0.2324 by least squares." in told
    told = line_scene(*after(100, problem, learner), 100).description
    assert (
        f"Half of the points lie within {problem.miss(learner.parameters):.4f} of the learnt line"
        in told
    )
    assert "3 of 16 points count less than a tenth" in told


def test_the_description_says_when_a_step_would_lead_out_of_all_bounds():
    assert (
        "the learning rate is too large"
        in line_scene(*after(50, *line(), rate=5.0), 100).description
    )


def test_only_the_part_of_a_line_in_the_picture_is_shown():
    problem, _ = line()
    for parameters in ([5.0, 50.0], [5.0, -50.0], [1.0, 0.0], [0.0, 1e-9], [9.0, 3.0]):
        shown = line_scene(problem, Learner(np.array(parameters)), 10).learnt
        assert shown.shape == (2, 2)
        assert ((shown >= -1e-9) & (shown <= SIDE + 1e-9)).all()
        np.testing.assert_allclose(
            problem.heights(np.array(parameters), shown[:, 0]), shown[:, 1], atol=1e-9
        )
    assert len(line_scene(problem, Learner(np.array([30.0, 0.0])), 10).learnt) == 0
    assert len(line_scene(problem, Learner(np.array([30.0, 1.0])), 10).learnt) == 0
