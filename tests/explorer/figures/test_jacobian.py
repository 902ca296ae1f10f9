import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.jacobian import jacobian_figure, jacobian_layout, refresh_jacobian
from explorer.scenes.jacobian import jacobian_scene


def scene_of(x, alpha=0.4):
    return jacobian_scene(trace(bitonic(len(x)), x, SmoothMax(alpha)), 0.5, "in words")


def figure_of(scene):
    figure = jacobian_figure()
    refresh_jacobian(figure, scene)
    return figure


def test_the_figure_holds_the_scene_and_its_scale_is_centred_at_0():
    scene = scene_of([5.0, -1.0, 9.5, 13.2])
    hard, soft, by_sort, by_rank, sort_minus, _ = figure_of(scene).data
    np.testing.assert_array_equal(soft.y, scene.ranks)
    np.testing.assert_array_equal(hard.y, scene.hard_ranks)
    np.testing.assert_array_equal(by_sort.z, scene.sort_jacobian)
    np.testing.assert_array_equal(by_rank.z, scene.rank_jacobian)
    assert (scene.sort_jacobian[sort_minus.y, sort_minus.x] < 0).all()
    assert len(sort_minus.x) == (scene.sort_jacobian < -0.02 * np.abs(scene.sort_jacobian).max()).sum() > 0
    layout = figure_of(scene).layout
    for axis, jacobian in ((layout.coloraxis2, scene.sort_jacobian), (layout.coloraxis3, scene.rank_jacobian)):
        assert axis.cmid == 0
        assert axis.cmax == -axis.cmin == np.abs(jacobian).max()
    assert layout.coloraxis2.colorscale[2][1].endswith(",0)")


def test_a_refresh_puts_another_scene_of_another_size_into_the_same_traces():
    figure = figure_of(scene_of([5.0, -1.0, 9.5, 13.2]))
    before = [trace.uid for trace in figure.data]
    scene = scene_of([2.0, 1.0, 3.0])
    refresh_jacobian(figure, scene)
    assert [trace.uid for trace in figure.data] == before
    assert figure.data[2].z.shape == (3, 3)
    assert len(figure.data[0].x) == 3


@pytest.mark.parametrize("width", [300, 400, 619, 620, 900, 1600])
def test_panels_do_not_overlap_at_any_width(width):
    layout = jacobian_layout(width)
    boxes = [(*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"]) for s in ("", "2", "3")]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1
