import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer import JacobianExplorer
from explorer.figures.jacobian_matrix import Matrix, draw_matrix
from explorer.figures.jacobian_print import jacobian_print
from explorer.figures.printed import BAR, sheet
from explorer.scenes.jacobian import jacobian_scene, sums_of
from explorer.style import bound, number

X = [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]


def panels(figure):
    """All axes but those of the colour bars."""
    return [axes for axes in figure.axes if axes.get_label() != BAR]


def scene_of(x, alpha=0.4, top=None):
    return jacobian_scene(trace(bitonic(len(x)), x, SmoothMax(alpha)), 0.5, "in words", top)


def marked(axes, name):
    return [
        drawn
        for drawn in (*axes.lines, *axes.collections, *axes.patches)
        if drawn.get_label() == name
    ]


@pytest.mark.parametrize(("alpha", "top"), [(0.4, None), (2.0, 2)])
def test_the_print_shows_the_same_numbers(alpha, top):
    scene = jacobian_scene(
        trace(bitonic(4), [5.0, -1.0, 9.5, 13.2], SmoothMax(alpha)), 0.5, "in words", top
    )
    ranks, by_sort, by_rank = panels(jacobian_print(scene))
    for name, known in (("hard", scene.hard_ranks), ("soft", scene.ranks)):
        [dots] = marked(ranks, name)
        np.testing.assert_array_equal(dots.get_offsets(), np.stack([np.arange(4), known], axis=1))
    for axes, jacobian in ((by_sort, scene.sort_jacobian), (by_rank, scene.rank_jacobian)):
        np.testing.assert_array_equal(axes.images[0].get_array(), jacobian)
        end = bound(np.abs(jacobian).max())
        minus = marked(axes, "minus")[0]
        assert len(minus.get_xdata()) == (jacobian < -0.02 * end).sum()
    assert (len(marked(by_sort, "minus")[0].get_xdata()) > 0) == (top is None)
    crosses = marked(by_sort, "vanished")
    assert [x for cross in crosses for x in cross.get_xdata()] == scene.vanished.tolist()
    assert len(crosses) == (scene.vanished.size > 0) == (top is not None)
    assert len(ranks.collections[0].get_edgecolors()) == 4


@pytest.mark.parametrize("top", [None, 3])
def test_the_sums_are_strips_on_the_scale_of_the_map(top):
    scene = scene_of(X, top=top)
    figure = jacobian_print(scene)
    bars = [axes for axes in figure.axes if axes.get_label() == BAR]
    for axes, bar, jacobian in zip(
        panels(figure)[1:], bars, (scene.sort_jacobian, scene.rank_jacobian), strict=True
    ):
        matrix, rows, columns = axes.images
        by_row, by_column = sums_of(jacobian)
        np.testing.assert_array_equal(rows.get_array(), by_row[:, None])
        np.testing.assert_array_equal(columns.get_array(), by_column[None, :])
        end = bound(np.abs(jacobian).max())
        assert {image.get_clim() for image in axes.images} == {(-end, end)}
        words = [label.get_text() for label in bar.get_xticklabels()]
        beyond = int(max(np.abs(by_row).max(), np.abs(by_column).max()) > end)
        assert words == [f"{'≤ ' * beyond}-{number(end)}", "0", f"{'≥ ' * beyond}{number(end)}"]
        right, bottom = matrix.get_extent()[1:3]
        assert rows.get_extent()[0] > right
        assert columns.get_extent()[3] > bottom
        assert axes.get_xlim()[1] == pytest.approx(rows.get_extent()[1])
        assert axes.get_ylim()[0] == pytest.approx(columns.get_extent()[2])


def test_what_is_only_rounding_has_no_colour_and_is_written_as_0():
    scene = scene_of(X, alpha=0.0)
    _, _, by_rank = panels(jacobian_print(scene))
    assert by_rank.images[0].get_clim() == (-1, 1)
    assert {text.get_text() for text in by_rank.texts} == {"Σ", "0"}


def test_small_cells_have_a_line_around_those_that_are_negative_and_no_minus():
    entries = np.full((64, 64), 0.5)
    entries[40:42, 10:13] = -0.5
    entries[0, 63] = -0.5
    matrix = Matrix("", "", entries, np.arange(64), 0.0)
    with sheet("", 4, 4) as paper:
        axes = draw_matrix(paper, 0.5, 0.5, matrix)
    [border] = marked(axes, "minus")
    assert not axes.lines
    lines = np.array(border.get_segments())
    block = lines[(lines[:, :, 1] > 2).all(axis=1)]
    assert len(block) == 2 * (3 + 2)
    assert len(lines) == len(block) + 2
    assert (block.min(axis=(0, 1)) == (9.5, 39.5)).all()
    assert (block.max(axis=(0, 1)) == (12.5, 41.5)).all()
    assert border.get_linewidths()[0] < 72 * matrix.side / 3


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


def test_sums_that_have_no_room_are_told_in_words():
    scene = scene_of(np.random.default_rng(0).normal(size=64).tolist())
    for axes, jacobian in zip(
        panels(jacobian_print(scene))[1:], (scene.sort_jacobian, scene.rank_jacobian), strict=True
    ):
        assert [text.get_text() for text in axes.texts] == ["Σ"]
        sums = sums_of(jacobian)[1]
        least, most = (number(float(f"{end:.3g}")) for end in (sums.min(), sums.max()))
        assert f"of columns {least} to {most}" in axes.get_xlabel()


@pytest.mark.parametrize(("top", "cell"), [(None, (2, 5)), (3, (6, 0))])
def test_the_chosen_cell_is_framed_and_its_paths_stand_below(top, cell):
    choices = {} if top is None else {"outputs": "top k", "k": top}
    shown = JacobianExplorer(X, alpha=0.1, out=cell[0], into=cell[1], **choices)
    figure = shown.printed()
    _, by_sort, by_rank, paths = panels(figure)
    [frame] = marked(by_sort, "chosen")
    out, into = cell
    whole = scene_of(X, alpha=0.1).sort_jacobian
    assert frame.get_bbox().bounds == (into - 0.5, out - 0.5, 1, 1)
    assert not marked(by_rank, "chosen")
    inputs = [text.get_text() for text in paths.texts if text.get_ha() == "right"]
    assert inputs == [number(x) for x in X]
    derivative = f"d sorted[{out}] / d x[{into}] = {number(whole[out, into])}"
    assert any(derivative in text.get_text() for text in figure.texts)
    shown.state.out = None
    assert len(panels(shown.printed())) == 3
    assert not marked(panels(shown.printed())[1], "chosen")
    shown.close()
