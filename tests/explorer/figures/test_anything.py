import json

import numpy as np
import pytest

from diffsort_core import bitonic
from explorer.figures.anything import anything_figure, anything_layout, refresh_anything
from explorer.figures.anything_plan import tiles
from explorer.figures.anything_print import anything_print
from explorer.scenes.anything import anything_scene
from explorer.scenes.materials import MATERIALS, material

DIGITS, TABLE, PLANE = "digits by brightness", "table", "complex numbers by modulus"


def scene_of(name, n=8, alpha=3.0):
    return anything_scene(material(name, n, 0, None, 1), bitonic(n), "key", alpha, True, 1)


def figure_of(*scenes):
    figure = anything_figure()
    for scene in scenes:
        refresh_anything(figure, scene, 860)
    return figure, {trace.name: trace for trace in figure.data}


@pytest.mark.parametrize("name", MATERIALS)
def test_the_figure_holds_the_mix_and_the_keys(name):
    scene = scene_of(name)
    _, traces = figure_of(scene)
    np.testing.assert_array_equal(traces["mix"].z, scene.mix)
    json.dumps(
        [np.asarray(trace.z).tolist() for trace in traces.values() if trace.type == "heatmap"],
        allow_nan=False,
    )
    np.testing.assert_array_equal(traces["keys"].y, scene.keys_after)
    np.testing.assert_array_equal(traces["hard keys"].y, scene.keys_hard)


@pytest.mark.parametrize("n", [2, 8, 11, 16])
def test_every_digit_is_a_tile_of_its_own(n):
    scene = scene_of(DIGITS, n)
    _, traces = figure_of(scene)
    canvas = np.asarray(traces["after map"].z, dtype=float)
    np.testing.assert_array_equal(canvas, tiles(scene.after))
    assert np.isfinite(canvas).sum() == 64 * n
    k = n - 1
    top, left = 13 * (k // 8), 9 * (k % 8)
    np.testing.assert_array_equal(canvas[top : top + 8, left : left + 8].ravel(), scene.after[k])
    assert len(traces["after points"].text) == n


def test_a_table_shows_its_numbers():
    scene = scene_of(TABLE)
    _, traces = figure_of(scene)
    assert traces["before numbers"].text[:4] == ("1", "5", "30", "30")
    np.testing.assert_allclose(
        [float(text) for text in traces["after numbers"].text], scene.after.ravel(), atol=0.006
    )
    shade = np.asarray(traces["before map"].z)
    assert (shade.min(), shade.max()) == (0, 1)


def test_complex_numbers_are_points_joined_with_their_hard_places():
    scene = scene_of(PLANE)
    figure, traces = figure_of(scene)
    np.testing.assert_array_equal(
        np.array(traces["after points"].x) + 1j * np.array(traces["after points"].y), scene.after
    )
    moves = np.array(traces["moves"].x) + 1j * np.array(traces["moves"].y)
    np.testing.assert_array_equal(moves[0::3], scene.hard)
    np.testing.assert_array_equal(moves[1::3], scene.after)
    assert figure.layout.xaxis.range == figure.layout.yaxis2.range


@pytest.mark.parametrize("first", [DIGITS, TABLE, PLANE])
@pytest.mark.parametrize("second", [DIGITS, TABLE, PLANE])
def test_a_refresh_leaves_nothing_of_another_kind(first, second):
    stepped, fresh = (
        figure_of(scene_of(first, 6), scene_of(second, 5))[1],
        figure_of(scene_of(second, 5))[1],
    )
    for name, trace in fresh.items():
        for drawn in ("x", "y", "z", "text", "mode"):
            if drawn in trace:
                np.testing.assert_array_equal(stepped[name][drawn], trace[drawn])


@pytest.mark.parametrize("kind", ["digits", "table", "complex numbers"])
@pytest.mark.parametrize("width", [90, 300, 400, 619, 620, 900, 1600])
@pytest.mark.parametrize("n", [2, 16])
def test_panels_do_not_overlap_at_any_width(kind, width, n):
    layout = anything_layout(width, kind, n, 1)
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"])
        for s in ("", "2", "3", "4")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        assert 0 <= x0 < x1 <= 1
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1


@pytest.mark.parametrize("name", [DIGITS, TABLE, PLANE])
def test_the_print_shows_the_same_numbers(name):
    scene = scene_of(name)
    axes = {each.get_label(): each for each in anything_print(scene).axes}
    np.testing.assert_array_equal(axes["mix"].images[0].get_array(), scene.mix)
    np.testing.assert_array_equal(axes["keys"].lines[1].get_ydata(), scene.keys_after)
    if name == DIGITS:
        np.testing.assert_array_equal(
            np.ma.filled(axes["after"].images[0].get_array(), np.nan), tiles(scene.after)
        )
    if name == PLANE:
        np.testing.assert_array_equal(axes["after"].lines[-1].get_xdata(), scene.after.real)
