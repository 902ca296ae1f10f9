import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.ranking import ranking_figure, ranking_layout, refresh_ranking, value_heights
from explorer.figures.ranking_print import ranking_print
from explorer.scenes.ranking import ranking_scene

X = [5.0, -1.0, 9.5, 13.2, 13.2]


def scene_of(x, sigma=2.0, transposed=False):
    return ranking_scene(
        trace(bitonic(len(x)), x, SmoothMax(0.4)), sigma, 2, transposed, "in words"
    )


def figure_of(*scenes):
    figure = ranking_figure()
    for scene in scenes:
        refresh_ranking(figure, scene)
    return figure, {trace.name: trace for trace in figure.data}


@pytest.mark.parametrize("transposed", [False, True])
def test_the_figure_holds_the_scene(transposed):
    scene = scene_of(X, transposed=transposed)
    figure, traces = figure_of(scene)
    np.testing.assert_array_equal(traces["values"].x, X)
    np.testing.assert_array_equal(traces["values"].y, value_heights(scene))
    np.testing.assert_array_equal(traces["places"].x, scene.places)
    np.testing.assert_array_equal(traces["order"].z, scene.order)
    np.testing.assert_array_equal(traces["means"].x, scene.means)
    np.testing.assert_array_equal(traces["hard means"].x, scene.hard_means)
    curves = np.reshape(traces["curves"].y, (5, -1))
    np.testing.assert_array_equal(curves[:, :-1], scene.curves.T)
    assert np.isnan(curves[:, -1]).all()
    np.testing.assert_allclose(
        np.reshape(traces["curves"].x, (5, -1))[3, :-1], np.log10(scene.sigmas)
    )
    np.testing.assert_array_equal(traces["chosen curve"].y, scene.curves[:, scene.chosen])
    assert set(traces["cursor"].x) == {scene.cursor}
    assert figure.layout.coloraxis2.cmin == 0
    assert figure.layout.coloraxis2.cmax == 1


def test_the_share_of_each_place_is_that_of_the_value_under_the_kernel():
    for transposed in (False, True):
        _, traces = figure_of(scene_of(X, transposed=transposed))
        np.testing.assert_array_equal(traces["places"].customdata, scene_of(X).order[2])


def test_the_titles_follow_what_is_shown_and_survive_a_change_of_width():
    figure, _ = figure_of(scene_of(X), scene_of(X, transposed=True))
    told = [each.text for each in figure.layout.annotations]
    assert told[2] == "soft argsort of each place against sigma"
    assert figure.layout.xaxis2.title.text == "wire it came from"
    figure.update_layout(ranking_layout(400, True, 5))
    assert [each.text for each in figure.layout.annotations] == told
    refresh_ranking(figure, scene_of(X))
    assert figure.layout.annotations[2].text == "soft rank of each wire against sigma"
    assert figure.layout.xaxis2.title.text == "place in the soft sort"


@pytest.mark.parametrize("n", [1, 2, 3, 13, 64])
def test_a_refresh_puts_another_scene_of_another_size_into_the_same_traces(n):
    x = np.arange(n) / 2
    figure, traces = figure_of(scene_of(X), scene_of(x, transposed=True), scene_of(x))
    assert list(traces) == [trace.name for trace in ranking_figure().data]
    assert np.shape(traces["order"].z) == (n, n)
    for name in ("values", "places", "means", "hard means", "hard ends", "now"):
        assert len(traces[name].x) == len(traces[name].y) == n
    assert tuple(figure.layout.xaxis2.range) == (-0.5, n - 0.5)
    assert figure.layout.xaxis2.dtick == int(figure.layout.xaxis2.dtick) >= 1


@pytest.mark.parametrize("width", [90, 300, 400, 619, 620, 900, 1600])
def test_panels_do_not_overlap_at_any_width(width):
    layout = ranking_layout(width)
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"]) for s in ("", "2", "3")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        assert 0 <= x0 < x1 <= 1
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1


@pytest.mark.parametrize("transposed", [False, True])
def test_the_print_shows_the_same_numbers(transposed):
    scene = scene_of(X, transposed=transposed)
    line, order, _, curves = ranking_print(scene).axes
    np.testing.assert_array_equal(order.images[0].get_array(), scene.order)
    np.testing.assert_array_equal(order.lines[1].get_xdata(), scene.means)
    np.testing.assert_array_equal(line.lines[-1].get_xdata(), scene.values)
    drawn = [each[:, 1] for each in curves.collections[0].get_segments()]
    np.testing.assert_array_equal(drawn, scene.curves.T)
