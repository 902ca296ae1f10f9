from math import inf

import numpy as np
import pytest

from diffsort_core import DiffsortError, bitonic, odd_even_transposition
from explorer.scenes.gallery import FELT, gallery_scene
from explorer.scenes.gallery_methods import COMPARED, METHODS, longest_step
from explorer.style import percent

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
each = pytest.mark.parametrize("name", METHODS)


def scene_of(x=X, alpha=0.2, compared="all", output=0, same_slope=False):
    return gallery_scene(bitonic(len(x)), x, alpha, compared, output, same_slope)


def weight(name, gap, alpha, same_slope):
    """The share of the lesser of two values in the greater of the results."""
    scene = scene_of([0.0, gap], alpha, "all", 0, same_slope)
    return next(each for each in scene.methods if each.name == name).result.permutation[1, 0]


@pytest.mark.parametrize("alpha", [0.05, 0.8, 12.0])
def test_at_the_same_slope_all_weights_fall_alike_at_a_tie(alpha):
    """And else as fast as the method's comparator says."""
    gap = 1e-4 / alpha
    weighed = [name for name, facts in METHODS.items() if facts.comparator]
    result = scene_of([0.0, 1.0], alpha).methods
    assert weighed == [
        each.name
        for each in result
        if each.result.permutation is not None and each.name != "hard sort"
    ]
    for name in weighed:
        slope = METHODS[name].comparator.tie_slope
        for same_slope, known in ((True, 1 / 4), (False, slope)):
            fallen = (1 / 2 - weight(name, gap, alpha, same_slope)) / gap
            assert fallen == pytest.approx(alpha * known, rel=1e-3)


def test_what_has_no_weights_stands_at_alpha_itself_at_the_same_slope_too():
    for name in ("softmax", "isotonic", "hard sort"):
        two = [
            next(each for each in scene_of(same_slope=so).methods if each.name == name).result
            for so in (False, True)
        ]
        np.testing.assert_array_equal(two[0].sorted, two[1].sorted)
        assert two[0].strength == two[1].strength


def runs(name, count=60):
    """Results of a method for random vectors, with ties and without, of several sizes, strengths
    and networks."""
    rng = np.random.default_rng(4)
    for _ in range(count):
        n = int(rng.integers(2, 9))
        x = rng.integers(0, 3, n) * 1.0 if rng.random() < 0.3 else rng.normal(size=n) * 3
        network = (bitonic if rng.random() < 0.5 else odd_even_transposition)(n)
        yield x, METHODS[name].run(x, network, float(10 ** rng.uniform(-1, 1)))


@each
def test_what_is_said_of_a_methods_derivatives_is_true(name):
    least = min(result.jacobian.min() for _, result in runs(name))
    assert (least > -1e-9) if METHODS[name].monotone else (least < -0.01)


@each
def test_what_is_said_of_a_methods_order_is_true(name):
    least = min(np.diff(result.sorted).min() for _, result in runs(name, 300))
    assert (least > -1e-9) if METHODS[name].ordered else (least < -1e-4)


@each
def test_what_is_said_of_a_methods_sum_is_true(name):
    off = max(abs(result.sorted.sum() - x.sum()) for x, result in runs(name))
    assert (off < 1e-9) if METHODS[name].keeps_sum else (off > 0.01)


@each
def test_what_is_said_of_a_methods_permutation_is_true(name):
    facts = METHODS[name]
    for x, result in runs(name, 20):
        if result.permutation is None:
            assert facts.mixing.startswith("no")
            continue
        np.testing.assert_allclose(result.permutation @ x, result.sorted, atol=1e-9)
        np.testing.assert_allclose(result.permutation.sum(axis=1), 1)
        assert (result.permutation >= 0).all()
        if "doubly" in facts.mixing:
            np.testing.assert_allclose(result.permutation.sum(axis=0), 1)


@each
def test_the_jacobian_is_that_of_the_result(name):
    start, network, step, alpha = np.array([0.3, -1.2, 2.5, 1.1, 0.9]), bitonic(5), 1e-6, 1.3

    def result(x):  # alpha follows the mean gap, so that epsilon is held
        held = alpha * (longest_step(start, 1) / longest_step(x, 1) if name == "isotonic" else 1)
        return METHODS[name].run(x, network, held).sorted

    expected = np.transpose(
        [(result(start + shift) - result(start - shift)) / (2 * step) for shift in step * np.eye(5)]
    )
    np.testing.assert_allclose(
        METHODS[name].run(start, network, alpha).jacobian, expected, atol=1e-7
    )


@each
def test_every_method_is_the_hard_sort_in_the_limit(name):
    result = METHODS[name].run(np.array(X), bitonic(8), inf)
    np.testing.assert_allclose(result.sorted, np.sort(X))
    np.testing.assert_allclose(result.jacobian, np.eye(8)[np.argsort(X)])


@pytest.mark.parametrize("name", sorted(set(METHODS) - {"hard sort", "softmax"}))
def test_alpha_0_is_the_mean(name):
    np.testing.assert_allclose(
        METHODS[name].run(np.array(X), bitonic(8), 0.0).sorted, np.full(8, np.mean(X))
    )


@each
def test_the_strengths_scale_with_the_values(name):
    one = METHODS[name].run(np.array(X), bitonic(8), 0.2).sorted
    tenfold = METHODS[name].run(np.array(X) * 10, bitonic(8), 0.02).sorted
    np.testing.assert_allclose(tenfold, one * 10)


def test_no_step_of_the_isotonic_sort_is_longer_than_it_says():
    for alpha in (0.01, 0.1, 0.3):
        steps = np.diff(METHODS["isotonic"].run(np.array(X), bitonic(8), alpha).sorted)
        assert steps.max() == pytest.approx(longest_step(np.array(X), alpha))


def test_log_sum_exp_has_no_result_at_alpha_0_and_says_why():
    scene = scene_of(alpha=0.0)
    missing = {method.name: method.missing for method in scene.methods if method.result is None}
    assert set(missing) == {"softmax"}
    assert "alpha must not be 0" in missing["softmax"]
    assert {method.no_permutation for method in scene.methods} == {
        "",
        "no result",
        "none: it does not mix",
    }


def test_measures_are_those_of_the_results():
    scene = scene_of(alpha=0.1, output=3)
    for method in scene.methods:
        soft, jacobian = method.result.sorted, method.result.jacobian
        assert method.negative == (jacobian < -1e-9).sum()
        assert method.inversions == sum(
            soft[i] > soft[j] + 1e-6 for i in range(8) for j in range(i, 8)
        )
        assert method.error == pytest.approx(np.sqrt(np.mean((soft - np.sort(X)) ** 2)) / 43)
        assert method.felt == (np.abs(jacobian[3]) >= FELT).sum()


def test_the_description_tells_the_nearest_the_farthest_the_negative_and_the_unordered():
    scene = scene_of(alpha=0.1)
    errors = {method.name: method.error for method in scene.methods[1:]}
    nearest, farthest = min(errors, key=errors.get), max(errors, key=errors.get)
    assert (
        f"is {nearest} (error {percent(errors[nearest])} of the range), farthest {farthest}"
        in scene.description
    )
    negative = {method.name: method.negative for method in scene.methods if method.negative}
    assert negative
    for name, count in negative.items():
        assert f"{name} {count}" in scene.description
    assert scene.description.endswith(
        f"Out of order: {', '.join(m.name for m in scene.methods if m.inversions)}."
    )
    assert "No derivative is negative. All results are in order." in scene_of(alpha=inf).description
    assert "SoftSort's error is 4.4 % of the range." in scene_of(compared="SoftSort").description


def test_the_description_says_of_which_alpha_the_slope_is():
    told = scene_of(alpha=0.4, same_slope=True).description
    assert told.startswith(
        "One vector, at one slope at a tie, that of smoothmax at alpha = 0.4 per unit (where there"
        " is none, at that alpha). Nearest"
    )
    assert scene_of(alpha=0.4).description.startswith("One vector, alpha = 0.4 per unit. Nearest")


@pytest.mark.parametrize(
    ("n", "cost"), [(2, "1 comparator in 1 layer"), (4, "6 comparators in 3 layers")]
)
def test_the_cost_is_counted_in_words(n, cost):
    assert scene_of(list(range(n))).methods[1].cost == cost


def test_what_is_compared_begins_with_the_hard_sort():
    for compared, names in COMPARED.items():
        assert names[0] == "hard sort"
        assert tuple(method.name for method in scene_of(compared=compared).methods) == names


def test_an_output_beyond_the_last_is_the_last():
    assert scene_of(output=63).chosen == 7


@pytest.mark.parametrize(
    "x", [[3.0], [2.0, 2.0, 2.0], [0.0, 0.0], [-1e200, 1e200], [1e-300, 2e-300]]
)
@pytest.mark.parametrize("alpha", [0.0, 1e-300, 1.0, 1e300, inf])
def test_extreme_values_have_pictures(x, alpha):
    scene = scene_of(x, alpha)
    assert scene.low < scene.high
    for method in scene.methods:
        assert method.result is None or np.isfinite(method.result.jacobian).all()


def test_values_that_are_no_numbers_are_refused():
    with pytest.raises(DiffsortError, match="must hold finite numbers"):
        METHODS["NeuralSort"].run(np.array([1.0, np.nan]), bitonic(2), 1.0)


def test_values_that_find_no_place_on_an_axis_are_refused():
    scene = gallery_scene(bitonic(2), (1e300, -1e300), 1.0, "all", 0)
    assert np.isfinite([scene.low, scene.high]).all()
    with pytest.raises(
        DiffsortError, match="values must be within ±1e\\+300 to be drawn here, got"
    ):
        gallery_scene(bitonic(2), (1.7e308, -1.7e308), 1.0, "all", 0)
