import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.jacobian import jacobian_figure, jacobian_layout, point_out, refresh_jacobian
from explorer.scenes.jacobian import jacobian_scene


def scene_of(x, alpha=0.4):
    return jacobian_scene(trace(bitonic(len(x)), x, SmoothMax(alpha)), 0.5, "in words")


def figure_of(scene):
    figure = jacobian_figure()
    refresh_jacobian(figure, scene)
    return figure


def test_the_figure_holds_the_scene_its_sums_and_its_signs():
    scene = scene_of([5.0, -1.0, 9.5, 13.2])
    figure = figure_of(scene)
    hard, soft, by_sort, by_rank, rows, columns, rank_rows, _, sort_minus, *_ = figure.data
    np.testing.assert_array_equal(soft.y, scene.ranks)
    np.testing.assert_array_equal(hard.y, scene.hard_ranks)
    np.testing.assert_array_equal(by_sort.z, scene.sort_jacobian)
    np.testing.assert_array_equal(by_rank.z, scene.rank_jacobian)
    np.testing.assert_allclose(rows.customdata, np.ones(4))
    np.testing.assert_allclose(columns.customdata, np.ones(len(columns.x)))
    np.testing.assert_array_equal(rank_rows.customdata, np.zeros(4))
    assert (scene.sort_jacobian[sort_minus.y, sort_minus.x] < 0).all()
    assert (
        len(sort_minus.x)
        == (scene.sort_jacobian < -0.02 * np.abs(scene.sort_jacobian).max()).sum()
        > 0
    )
    for axis in (figure.layout.coloraxis2, figure.layout.coloraxis3):
        assert axis.cmid == 0
        assert axis.colorscale[2][1].endswith(",0)")


def test_the_top_k_are_the_last_rows_under_their_own_names():
    scene = jacobian_scene(
        trace(bitonic(4), [5.0, -1.0, 9.5, 13.2], SmoothMax(0.4)), 0.5, "in words", 2
    )
    figure = figure_of(scene)
    np.testing.assert_array_equal(
        figure.data[2].z, scene_of([5.0, -1.0, 9.5, 13.2]).sort_jacobian[2:]
    )
    assert list(figure.data[2].y) == [2, 3]
    assert figure.data[3].z.shape == (4, 4)


def test_the_scales_reach_every_entry_and_do_not_follow_small_changes():
    first, second = (figure_of(scene_of([5.0, -1.0, 9.5, 13.2], alpha)) for alpha in (0.4, 0.402))
    for axis, jacobian in (("coloraxis2", first.data[2].z), ("coloraxis3", first.data[3].z)):
        assert (
            -first.layout[axis].cmin
            == first.layout[axis].cmax
            >= np.abs(jacobian).max()
            > 0.4 * first.layout[axis].cmax
        )
        assert first.layout[axis].cmax == second.layout[axis].cmax


def test_no_axis_follows_the_numbers_by_itself():
    layout = figure_of(scene_of([5.0, -1.0, 9.5, 13.2])).layout
    assert all(layout[f"{side}axis{k}"].range for side in "xy" for k in ("", "2", "3"))


@pytest.mark.parametrize("width", [300, 860, 1600])
@pytest.mark.parametrize("n", [1, 2, 8, 16, 64, 256])
def test_the_sums_are_numbers_that_are_true_of_their_place_and_have_room(n, width):
    figure = jacobian_figure()
    figure.update_layout(jacobian_layout(width))
    scene = scene_of(np.random.default_rng(n).normal(0, 9, n).tolist())
    refresh_jacobian(figure, scene)
    sums = [drawn for drawn in figure.data if "sums" in drawn.uid]
    for panel, jacobian in (("2", scene.sort_jacobian), ("3", scene.rank_jacobian)):
        rows, columns = (drawn for drawn in sums if drawn.xaxis == f"x{panel}")
        for drawn, axis, along, across, room in (
            (rows, 1, "y", "x", 12),
            (columns, 0, "x", "y", 36),
        ):
            assert drawn.type == "scatter"  # text, not a colour
            places = drawn[along]
            true = jacobian.sum(axis=axis)[places]
            np.testing.assert_allclose(drawn.customdata, true, atol=1e-8 * np.abs(jacobian).max())
            shown = [float(words) for words in drawn.text]
            np.testing.assert_allclose(shown, drawn.customdata, rtol=5e-3)
            low, high = sorted(figure.layout[f"{along}axis{panel}"].range)
            pixel = (high - low) / side_of(figure.layout, panel)
            assert len(places) == 1 or np.diff(places).min() / pixel >= room
            assert drawn[across].min() > n - 0.5


def side_of(layout, panel):
    left, right = layout[f"xaxis{panel}"].domain
    return (layout.width - layout.margin.l - layout.margin.r) * (right - left)


def test_a_cross_stands_below_the_column_of_each_vanished_input():
    scene = jacobian_scene(trace(bitonic(4), [5.0, -1.0, 9.5, 13.2], SmoothMax(1e3)), 0.5, "", 1)
    crosses = next(trace for trace in figure_of(scene).data if trace.uid == "vanished")
    assert list(crosses.x) == scene.vanished.tolist() == [0, 1, 2]
    assert (np.array(crosses.y) > scene.outputs[-1]).all()


def test_a_cell_is_framed_or_none():
    figure = figure_of(scene_of([2.0, 1.0]))
    point_out(figure, (1, 0))
    assert (figure.data[-1].x, figure.data[-1].y) == ((0,), (1,))
    point_out(figure, None)
    assert figure.data[-1].x == ()


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
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"]) for s in ("", "2", "3")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1
