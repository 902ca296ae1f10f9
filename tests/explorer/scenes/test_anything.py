import numpy as np
import pytest

from diffsort_core import bitonic, comparison_sort, odd_even_merge, vector_sort
from explorer import ExplorerState
from explorer.digits import shown
from explorer.scenes.anything import COMPARATORS, anything_scene
from explorer.scenes.materials import MATERIALS, material

TABLE = ((1.0, 5.0), (30.0, 30.0), (6.0, 9.0), (80.0, -2.0))


@pytest.mark.parametrize("name", MATERIALS)
@pytest.mark.parametrize("descending", [True, False])
def test_the_things_after_are_what_vector_sort_gives(name, descending):
    made = material(name, 7, 1, None, 1)
    deviation = float(made.key(made.things).std())
    scene = anything_scene(made, odd_even_merge(7), "key", 4.0 / deviation, descending)
    expected = vector_sort(
        odd_even_merge(7), made.things, made.key, 4.0 / deviation, descending=descending
    )
    np.testing.assert_allclose(scene.after, expected, atol=1e-12)
    np.testing.assert_allclose(scene.keys_after, made.key(expected), atol=1e-12)


@pytest.mark.parametrize("comparator", [name for name in COMPARATORS if name != "key"])
def test_the_things_after_are_what_comparison_sort_gives(comparator):
    made = material("complex numbers by real part", 8, 1, None, 1)
    deviation = float(made.key(made.things).std())
    said = {
        "difference": lambda d, s: d,
        "clamped": lambda d, s: np.tanh(d),
        "clamped abs": lambda d, s: np.tanh(d * s),
    }
    told = said[comparator]

    def compare(a, b):
        return told((a.real - b.real) / deviation, (a.real + b.real) / deviation)

    scene = anything_scene(made, bitonic(8), comparator, 3.0 / deviation, True)
    np.testing.assert_allclose(
        scene.after, comparison_sort(bitonic(8), made.things, compare, 3.0, 0.5), atol=1e-12
    )


def test_the_original_table_is_sorted_by_either_column():
    for column in (1, 2):
        scene = anything_scene(
            material("table", 4, 0, None, column), bitonic(4), "key", 1e6, True, column
        )
        np.testing.assert_allclose(
            scene.after, sorted(TABLE, key=lambda row: -row[column - 1]), atol=1e-6
        )
        np.testing.assert_array_equal(scene.hard, sorted(TABLE, key=lambda row: -row[column - 1]))


def test_a_difference_is_the_same_as_the_key():
    made = material("digits by brightness", 8, 0, None, 1)
    by_key, by_difference = (
        anything_scene(made, bitonic(8), name, 5.0, True).after for name in ("key", "difference")
    )
    np.testing.assert_allclose(by_key, by_difference, atol=1e-12)


@pytest.mark.parametrize("name", MATERIALS)
@pytest.mark.parametrize("comparator", COMPARATORS)
def test_the_mix_is_doubly_stochastic_and_makes_the_things(name, comparator):
    made = material(name, 6, 2, None, 1)
    scene = anything_scene(made, bitonic(6), comparator, 2.0, True)
    np.testing.assert_allclose(scene.mix.sum(axis=0), 1)
    np.testing.assert_allclose(scene.mix.sum(axis=1), 1)
    assert (scene.mix >= 0).all()
    np.testing.assert_allclose(np.tensordot(scene.mix, made.things, 1), scene.after)


def test_things_blend_as_alpha_falls_until_all_places_hold_the_mean():
    made = material("digits by a learned score", 8, 0, None, 1)
    blended = [
        anything_scene(made, bitonic(8), "key", alpha, True).mix.max()
        for alpha in (100.0, 1.0, 0.0)
    ]
    assert blended[0] > blended[1] > blended[2] == pytest.approx(1 / 8)
    mean = anything_scene(made, bitonic(8), "key", 0.0, True).after
    np.testing.assert_allclose(mean, np.broadcast_to(made.things.mean(axis=0), mean.shape))


def test_the_description_says_which_place_is_blended_most_and_how_sure_a_comparison_is():
    made = material("digits by a learned score", 8, 0, None, 1)
    alpha = 2.0 / float(made.key(made.things).std())
    scene = anything_scene(made, bitonic(8), "clamped", alpha, False)
    purest = scene.mix.max(axis=1)
    assert (
        f"Place {np.argmin(purest)} is blended the most: no picture has more than"
        f" {100 * purest.min():.2f} % of it. Place {np.argmax(purest)} is blended the least:"
        f" {100 * purest.max():.2f} % of it is one picture."
    ) in scene.description
    assert "ascending; alpha = 2 per standard deviation" in scene.description
    assert "no single comparison is surer than 0.8808" in scene.description
    assert scene.description.endswith(made.remark)
    assert "surer" not in anything_scene(made, bitonic(8), "key", alpha, False).description


def test_places_that_are_equally_blended_are_not_told_apart():
    made = material("digits by a learned score", 8, 0, None, 1)
    alike = anything_scene(made, bitonic(8), "key", 0.0, True).description
    assert "All places are blended alike: no picture has more than 12.5 % of one." in alike
    assert "blended the most" not in alike
    pure = anything_scene(made, bitonic(8), "key", np.inf, True).description
    assert "No place is blended: each holds one picture." in pure


def test_the_first_sample_is_eight_unlike_digits_whose_order_the_score_knows():
    new = ExplorerState()
    made = material(new.material, new.pieces, new.sample, new.table, new.column)
    scene = anything_scene(made, bitonic(8), "key", 1e3, new.descending)
    known = {picture.tobytes(): label for picture, label in zip(*shown(), strict=True)}
    labels = [known[picture.tobytes()] for picture in scene.hard]
    assert labels == sorted({*labels})
    assert len(labels) == 8
    assert np.diff(scene.keys_hard).min() > 0.9
    np.testing.assert_allclose(scene.after, scene.hard, atol=1e-6)


@pytest.mark.parametrize(
    "rows", [((2.0,), (2.0,)), ((1e100,), (-1e100,)), ((1e-300, 1.0), (0.0, 1.0))]
)
def test_equal_keys_and_keys_of_any_size_are_sorted(rows):
    for alpha in (0.0, 1.0, 1e6):
        for comparator in COMPARATORS:
            scene = anything_scene(
                material("table", 8, 0, rows, 1), bitonic(2), comparator, alpha, True, 1
            )
            assert np.isfinite(scene.after).all()


@pytest.mark.parametrize("descending", [True, False])
def test_each_thing_goes_to_a_place_of_its_own_where_the_hard_sort_holds_it(descending):
    rows = ((4.0,), (9.0,), (4.0,), (1.0,), (9.0,), (2.0,))
    made = material("table", 8, 0, rows, 1)
    scene = anything_scene(made, bitonic(6), "key", 1.0, descending, 1)
    assert sorted(scene.goes_to.tolist()) == [0, 1, 2, 3, 4, 5]
    assert scene.goes_to.tolist() == ([2, 0, 3, 5, 1, 4] if descending else [2, 4, 3, 0, 5, 1])
    np.testing.assert_array_equal(scene.hard[scene.goes_to], rows)
