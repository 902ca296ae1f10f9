import re

import numpy as np
import pytest

from diffsort_core import bitonic
from explorer.figures.gallery import gallery_figure, gallery_tiles, refresh_gallery
from explorer.figures.gallery_plan import KINDS, gallery_plan
from explorer.figures.gallery_print import gallery_print
from explorer.figures.gallery_table import gallery_table, slope_of
from explorer.scenes.gallery import gallery_scene
from explorer.scenes.gallery_methods import METHODS

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]
WIDTHS = pytest.mark.parametrize("width", [240, 300, 400, 620, 860, 1000, 1600])


def scene_of(x=X, alpha=0.2, compared="all", output=2):
    return gallery_scene(bitonic(len(x)), x, alpha, compared, output)


def figure_of(scene, width=1000):
    figure = gallery_figure()
    refresh_gallery(figure, scene, width)
    return {trace.uid: trace for trace in figure.data} | {"layout": figure.layout}


@WIDTHS
def test_the_heat_map_holds_every_matrix_where_its_tile_is(width):
    scene = scene_of([3.0, 1.0, 2.0, 7.0, 5.0])
    heat = figure_of(scene, width)["matrices"]
    tiles = gallery_tiles(scene, width)
    assert heat.z.shape == (len(heat.y) - 1, len(heat.x) - 1)
    cell, held = tiles["size"] / 5, 0
    for k, method in enumerate(scene.methods):
        for kind, matrix in enumerate(method.result[2:], start=1):
            left, top = tiles["corners"][k][kind]
            row, column = np.argmin(np.abs(heat.y - top)), np.argmin(np.abs(heat.x - left))
            np.testing.assert_allclose(heat.x[column : column + 6], left + np.arange(6) * cell)
            np.testing.assert_allclose(heat.y[row : row + 6], top + np.arange(6) * cell)
            shown = heat.z[row : row + 5, column : column + 5]
            if matrix is None:
                assert all(entry is None for entry in shown.ravel())
            else:
                np.testing.assert_array_equal(shown.astype(float), matrix)
                held += matrix.size
    assert sum(entry is not None for entry in heat.z.ravel()) == held


def test_dots_stand_at_the_height_of_the_results_and_rings_at_that_of_the_hard_sort():
    scene, plan = scene_of(), gallery_plan(8, 8, 1000)
    traces = figure_of(scene)
    tops = [plan.corner(k, 0)[1] for k in range(8)]

    def values(y, top):
        return scene.low + (1 - (y - top) / plan.size) * (scene.high - scene.low)

    for k, ring_y in enumerate(traces["hard"].y.reshape(8, 8)):
        np.testing.assert_allclose(values(ring_y, tops[k]), scene.hard)
    np.testing.assert_allclose(
        values(traces["soft"].y[-8:], tops[7]), scene.methods[7].result.sorted
    )


def test_results_beyond_the_axis_are_triangles_at_its_edge():
    scene = scene_of(alpha=0.02, compared="softmax")
    soft, traces = scene.methods[1].result.sorted, figure_of(scene)
    assert len(traces["above"].x) == (soft > scene.high).sum() > 0
    assert len(traces["below"].x) == (soft < scene.low).sum() > 0
    assert len(traces["soft"].x) == 16 - len(traces["above"].x) - len(traces["below"].x)


def test_a_minus_stands_on_every_clearly_negative_entry():
    scene = scene_of()
    clearly = sum((method.result.jacobian < -0.02).sum() for method in scene.methods)
    assert np.isnan(figure_of(scene)["minus"].x).sum() == clearly > 0  # a gap after each


def test_both_matrices_have_one_scale_that_is_clear_at_0():
    scale = figure_of(scene_of())["layout"].coloraxis
    assert (scale.cmin, scale.cmax) == (-1, 1)
    clear = [colour for place, colour in scale.colorscale if colour.endswith(",0)")]
    assert len(clear) == 1
    assert (0.5, clear[0]) in scale.colorscale


def test_the_chosen_output_is_framed_in_every_tile_that_holds_something():
    scene = scene_of()
    x = figure_of(scene)["chosen"].x
    assert sum(value is None for value in x) == 3 * 8 - 2  # two have no permutation


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


def test_a_refresh_puts_another_scene_into_the_same_traces_and_words_stay_where_they_can():
    figure = gallery_figure()
    refresh_gallery(figure, scene_of(), 1000)
    uids, words = [trace.uid for trace in figure.data], figure.layout.annotations
    refresh_gallery(figure, scene_of(alpha=3.0), 1000)
    assert [word.text for word in figure.layout.annotations] == [word.text for word in words]
    refresh_gallery(figure, scene_of([2.0, 1.0, 3.0], compared="SoftSort"), 400)
    assert [trace.uid for trace in figure.data] == uids
    assert [word.text for word in figure.layout.annotations][:2] == ["hard sort", "SoftSort"]
    assert figure.layout.width == 400


def test_a_tile_that_is_empty_says_why():
    words = [word.text for word in figure_of(scene_of(alpha=0.0))["layout"].annotations]
    assert words.count("none:<br>it does not mix") == words.count("no result") == 1


def test_the_table_has_a_row_a_method_with_its_own_numbers():
    scene = scene_of(alpha=0.1)
    html = gallery_table(scene)
    rows = re.findall(r'<tr role="row"><th scope="row".*?</tr>', html)
    assert len(rows) == 8
    for method, row in zip(scene.methods, rows, strict=True):
        cells = [re.sub("<.*?>", "", cell) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        assert cells[0] == method.name
        assert cells[2] == slope_of(method.name)
        assert f"output 2 feels {method.felt} input" in cells[4]
        assert ("never negative" in cells[4]) == method.facts.monotone
        assert cells[8] == method.facts.use
    assert "24 comparators in 6 layers" in rows[2]
    assert "no result: alpha must not be 0" in gallery_table(scene_of(alpha=0.0))


def test_every_row_has_a_cell_for_each_head_where_there_is_no_result_too():
    for alpha in (0.0, 0.2):
        html = gallery_table(scene_of(alpha=alpha))
        heads = re.findall(r'role="columnheader">(.*?)</th>', html)[1:]
        for row in re.findall(r'<tr role="row"><th scope="row".*?</tr>', html):
            assert re.findall(r'data-head="(.*?)"', row) == heads


@pytest.mark.parametrize("name", METHODS)
def test_the_slope_and_the_error_at_slope_1_are_those_of_the_weights_of_two_values(name):
    def weight(gap):
        matrix = METHODS[name].run(np.array([0.0, gap]), bitonic(2), 1.0).permutation
        return None if matrix is None else matrix[1, 0]

    told = re.fullmatch(r"([\d.]+); at slope 1 off by at most ([\d.]+)", slope_of(name))
    if told is None:
        assert name == "hard sort" or weight(1.0) is None
    else:
        slope = (1 / 2 - weight(1e-4)) / 1e-4
        gaps = np.geomspace(0.1, 1e4, 2000)
        worst = max(gap * weight(gap) for gap in gaps)
        assert float(told[1]) == pytest.approx(slope, rel=2e-4)
        assert float(told[2]) == pytest.approx(worst * slope, rel=2e-3)


@pytest.mark.parametrize(("compared", "alpha"), [("all", 0.2), ("softmax", 0.0)])
def test_the_print_holds_the_same_matrices(compared, alpha):
    scene = scene_of(alpha=alpha, compared=compared)
    images = [image.get_array() for axes in gallery_print(scene).axes for image in axes.images]
    matrices = [
        m for method in scene.methods if method.result for m in method.result[2:] if m is not None
    ]
    for matrix in matrices:
        assert any(image.shape == matrix.shape and (image == matrix).all() for image in images)
