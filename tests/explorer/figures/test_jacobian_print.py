import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer import JacobianExplorer
from explorer.figures.jacobian_print import jacobian_print
from explorer.figures.printed import BAR
from explorer.scenes.jacobian import jacobian_scene, sums_of
from explorer.style import number

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]


def panels(figure):
    """All axes but those of the colour bars."""
    return [axes for axes in figure.axes if axes.get_label() != BAR]


def scene_of(x, alpha=0.4, top=None):
    return jacobian_scene(trace(bitonic(len(x)), x, SmoothMax(alpha)), 0.5, "in words", top)


@pytest.mark.parametrize(("alpha", "top"), [(0.4, None), (2.0, 2)])
def test_the_print_shows_the_same_numbers(alpha, top):
    scene = jacobian_scene(
        trace(bitonic(4), [5.0, -1.0, 9.5, 13.2], SmoothMax(alpha)), 0.5, "in words", top
    )
    ranks, by_sort, by_rank = panels(jacobian_print(scene))
    hard, soft = ranks.lines
    np.testing.assert_array_equal(hard.get_ydata(), scene.hard_ranks)
    np.testing.assert_array_equal(soft.get_ydata(), scene.ranks)
    for axes, jacobian in ((by_sort, scene.sort_jacobian), (by_rank, scene.rank_jacobian)):
        np.testing.assert_array_equal(axes.images[0].get_array(), jacobian)
    minus, *crosses = by_sort.lines
    assert [x for cross in crosses for x in cross.get_xdata()] == scene.vanished.tolist()
    assert len(crosses) == (scene.vanished.size > 0) == (top is not None)
    assert (
        len(minus.get_xdata())
        == (scene.sort_jacobian < -0.02 * np.abs(scene.sort_jacobian).max()).sum()
    )
    assert (len(minus.get_xdata()) > 0) == (top is None)


@pytest.mark.parametrize("top", [None, 3])
def test_the_sums_stand_at_the_edges_as_numbers(top):
    scene = scene_of(X, top=top)
    _, by_sort, by_rank = panels(jacobian_print(scene))
    for axes, jacobian, outputs in (
        (by_sort, scene.sort_jacobian, scene.outputs),
        (by_rank, scene.rank_jacobian, range(8)),
    ):
        by_row, by_column = sums_of(jacobian)
        expected = [
            *((place, float(f"{value:.3g}")) for place, value in zip(outputs, by_row, strict=True)),
            *((place, float(f"{value:.3g}")) for place, value in enumerate(by_column)),
        ]
        beside = [text for text in axes.texts if text.get_va() == "center"]
        below = [text for text in axes.texts if text.get_va() == "top"]
        drawn = [(text.get_position()[1], float(text.get_text())) for text in beside]
        drawn += [(text.get_position()[0], float(text.get_text())) for text in below]
        assert drawn == expected
        assert len(axes.images) == 1  # no sum is painted


def test_sums_that_have_no_room_are_told_in_words():
    scene = scene_of(np.random.default_rng(0).normal(size=64).tolist())
    for axes, jacobian in zip(
        panels(jacobian_print(scene))[1:], (scene.sort_jacobian, scene.rank_jacobian), strict=True
    ):
        assert not axes.texts
        sums = sums_of(jacobian)[1]
        least, most = (number(float(f"{end:.3g}")) for end in (sums.min(), sums.max()))
        assert f"of columns {least} to {most}" in axes.get_xlabel()


@pytest.mark.parametrize(("top", "cell"), [(None, (2, 5)), (3, (6, 0))])
def test_the_chosen_cell_is_framed_and_its_paths_stand_below(top, cell):
    choices = {} if top is None else {"outputs": "top k", "k": top}
    shown = JacobianExplorer(X, alpha=0.1, out=cell[0], into=cell[1], **choices)
    figure = shown.printed()
    _, by_sort, by_rank, paths = panels(figure)
    [frame] = by_sort.patches
    out, into = cell
    whole = scene_of(X, alpha=0.1).sort_jacobian
    assert frame.get_bbox().bounds == (into - 0.5, out - 0.5, 1, 1)
    assert not by_rank.patches
    inputs = [text.get_text() for text in paths.texts if text.get_ha() == "right"]
    assert inputs == [number(x) for x in X]
    derivative = f"d sorted[{out}] / d x[{into}] = {number(whole[out, into])}"
    assert any(derivative in text.get_text() for text in figure.texts)
    shown.state.out = None
    assert len(panels(shown.printed())) == 3
    assert not panels(shown.printed())[1].patches
    shown.close()
