"""The gallery on paper: its matrices, results, signs and frames are the scene's."""

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PolyCollection

from diffsort_core import bitonic
from explorer.figures.gallery_marks import dots, signs
from explorer.figures.gallery_plan import KINDS, gallery_plan
from explorer.figures.gallery_print import SHADES, gallery_print
from explorer.figures.printed import ACCENT
from explorer.figures.signs import CLEARLY, MINUS_FROM
from explorer.scenes.gallery import gallery_scene
from explorer.style import NEGATIVE, POSITIVE, mixed

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
WIDTHS = pytest.mark.parametrize("width", [240, 300, 400, 620, 860, 1000, 1600])


def scene_of(x=X, alpha=0.2, compared="all", output=2, same_slope=False):
    return gallery_scene(bitonic(len(x)), x, alpha, compared, output, same_slope)


def words_of(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def parts_of(colour):
    return [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]


def drawn(figure, kind):
    return [each for axes in figure.axes for each in axes.collections if isinstance(each, kind)]


@pytest.mark.parametrize(("compared", "alpha"), [("all", 0.2), ("softmax", 0.0)])
def test_the_print_holds_the_same_matrices(compared, alpha):
    scene = scene_of(alpha=alpha, compared=compared)
    images = [image.get_array() for axes in gallery_print(scene).axes for image in axes.images]
    found = [method.result.matrices for method in scene.methods if method.result]
    matrices = [each for pair in found for each in pair if each is not None]
    for matrix in matrices:
        assert any(image.shape == matrix.shape and (image == matrix).all() for image in images)
    assert len(images) == len(matrices) + 1  # and the bar


def test_a_colour_is_as_full_as_the_root_of_its_number():
    for value, sign in ((0.25, POSITIVE), (-0.25, NEGATIVE), (1, POSITIVE), (-1, NEGATIVE)):
        known = mixed("#ffffff", sign, abs(value) ** 0.5)
        found = SHADES((value + 1) / 2)[:3]
        assert found == pytest.approx(
            [int(known[k : k + 2], 16) / 255 for k in (1, 3, 5)], abs=0.03
        )
    assert SHADES(0.5)[:3] == (1, 1, 1)


def test_dots_stand_at_the_height_of_the_results_and_rings_at_that_of_the_hard_sort():
    scene, plan = scene_of(), gallery_plan(8, 8, 1000)
    tops = np.array([plan.corner(k, 0)[1] for k in range(8)])[:, None]

    def values(hard):
        _, y, _ = dots(scene, plan, hard)
        share = 1 - (y.reshape(8, 8) - tops) / plan.size
        return scene.low + share * (scene.high - scene.low)

    np.testing.assert_allclose(values(True), [scene.hard] * 8)
    soft = [method.result.sorted for method in scene.methods]
    np.testing.assert_allclose(values(False), np.clip(soft, scene.low, scene.high))


def test_results_beyond_the_axis_are_triangles_at_its_edge():
    scene = scene_of(alpha=0.02, compared="softmax")
    soft = scene.methods[1].result.sorted
    lines = {line.get_marker(): line for axes in gallery_print(scene).axes for line in axes.lines}
    assert len(lines["^"].get_xdata()) == (soft > scene.high).sum() > 0
    assert len(lines["v"].get_xdata()) == (soft < scene.low).sum() > 0


def test_a_dash_is_on_every_clearly_negative_entry_where_it_has_room():
    scene, plan = scene_of(), gallery_plan(8, 8, 1000)
    assert plan.size / plan.n >= MINUS_FROM
    lines = signs(scene, plan)
    clearly = sum((method.result.jacobian < -CLEARLY).sum() for method in scene.methods)
    assert len(lines) == clearly > 0
    assert (lines[:, 0, 1] == lines[:, 1, 1]).all()
    k = next(k for k, method in enumerate(scene.methods) if method.negative)
    out, into = np.argwhere(scene.methods[k].result.jacobian < -CLEARLY)[0]
    cell = plan.size / plan.n
    middle = np.array(plan.corner(k, 2)) + cell * np.array((into + 0.5, out + 0.5))
    np.testing.assert_allclose(lines[0].mean(axis=0), middle)


def test_small_entries_that_are_negative_have_a_border():
    x = np.random.default_rng(0).normal(size=32)
    scene, plan = scene_of(x, 3.0, "smoothmax"), gallery_plan(2, 32, 200)
    cell = plan.size / plan.n
    assert cell < MINUS_FROM
    below = scene.methods[1].result.jacobian < -CLEARLY
    edges = (below[:, 1:] != below[:, :-1]).sum() + (below[1:] != below[:-1]).sum()
    lines = signs(scene, plan)
    assert len(lines) == edges > 0
    np.testing.assert_allclose(np.abs(lines[:, 1] - lines[:, 0]).sum(axis=-1), cell)
    [collection] = drawn(gallery_print(scene), LineCollection)
    assert len(collection.get_segments()) == edges
    corner = np.array(plan.corner(1, 2))
    for start, end in (lines - corner) / cell:
        column, row = np.round(np.minimum(start, end)).astype(int)
        upright = abs(end[1] - start[1]) > 0.5
        other = (row, column - 1) if upright else (row - 1, column)
        assert below[row, column] != below[other]


@pytest.mark.parametrize(("alpha", "empty"), [(0.2, 2), (0.0, 3)])
def test_the_chosen_output_is_framed_in_every_tile_that_holds_something(alpha, empty):
    scene = scene_of(alpha=alpha)
    *_, chosen = drawn(gallery_print(scene), PolyCollection)
    assert len(chosen.get_paths()) == 3 * 8 - empty
    assert chosen.get_edgecolor()[0][:3] == pytest.approx(parts_of(ACCENT))
    plan = gallery_plan(8, 8, 1000)
    widths = {
        round(np.ptp(path.vertices[:, 0]) / np.ptp(path.vertices[:, 1]))
        for path in chosen.get_paths()
    }
    assert widths == {0, plan.n}


@WIDTHS
@pytest.mark.parametrize("methods", [2, 4, 5, 8])
def test_tiles_stay_inside_and_do_not_overlap_at_any_width(width, methods):
    plan = gallery_plan(methods, 8, width)
    corners = [plan.corner(k, kind) for k in range(methods) for kind in range(len(KINDS))]
    for i, (left, top) in enumerate(corners):
        assert 0 <= left <= width - plan.size
        assert 0 <= top <= plan.height - plan.size
        for other_left, other_top in corners[:i]:
            assert max(abs(left - other_left), abs(top - other_top)) > plan.size


def test_a_tile_that_is_empty_says_why():
    words = words_of(gallery_print(scene_of(alpha=0.0)))
    assert words.count("none:\nit does not mix") == 1
    assert words.count("no result") == 3 + 1  # its tiles, and the table


def test_it_says_at_which_alpha_each_method_stands():
    words = words_of(gallery_print(scene_of(same_slope=True)))
    assert words.count("alpha = 0.1571") == words.count("alpha = 0.05") == 2  # above, and below
    assert (
        "at one slope at a tie, that of smoothmax at alpha = 0.2"
        in scene_of(same_slope=True).description
    )
