import numpy as np
import pytest

from explorer import LearningExplorer
from explorer.figures.learning import learning_figure, learning_layout, refresh_learning
from explorer.figures.learning_print import learning_print
from explorer.figures.printed import as_svg

TASKS = pytest.mark.parametrize("task", ["ordering", "line"])


def scene_of(task, steps=5, **choices):
    explorer = LearningExplorer(task=task, steps=steps, **choices)
    explorer.finish()
    explorer.close()
    return explorer.scene()


def figure_of(scene):
    figure = learning_figure()
    refresh_learning(figure, scene, learning_layout(800, "line") if scene.task == "line" else None)
    return figure


@TASKS
def test_the_figure_holds_the_scene(task):
    scene = scene_of(task)
    figure = figure_of(scene)
    for trace, points in zip(
        figure.data,
        (scene.points, scene.compared, scene.learnt, scene.hard, scene.soft),
        strict=False,
    ):
        np.testing.assert_array_equal(np.stack([trace.x, trace.y], axis=1), points)
    loss, now = figure.data[5:]
    np.testing.assert_array_equal(loss.y, scene.losses)
    assert (now.x[0], now.y[0]) == (5, scene.losses[-1])
    (low, high), points = figure.layout.xaxis.range, scene.points
    assert low < points.min() <= points.max() < high


def test_items_are_named_by_rank_where_there_is_room():
    few, many = (figure_of(scene_of("ordering", values=list(range(n)))).data[0] for n in (16, 17))
    assert few.mode == "markers+text"
    assert few.text[3] == "3"
    assert many.mode == "markers"


def test_a_point_is_drawn_the_larger_the_more_it_counts():
    scene = scene_of("line", steps=60)
    sizes = np.array(figure_of(scene).data[0].marker.size)
    assert (np.diff(sizes[np.argsort(scene.weights)]) >= 0).all()
    assert sizes.min() < 20 < 35 < sizes.max()


def test_the_task_changes_in_place_and_back():
    figure = learning_figure()
    uids = [trace.uid for trace in figure.data]
    first, other = scene_of("ordering"), scene_of("line")
    refresh_learning(figure, first)
    before = figure.to_dict()
    refresh_learning(figure, other, learning_layout(860, "line"))
    assert "drag points" in figure.layout.annotations[0].text
    assert figure.data[1].marker.size == (0, 0)
    refresh_learning(figure, first, learning_layout(860, "ordering"))
    assert [trace.uid for trace in figure.data] == uids
    after = figure.to_dict()
    for trace in (*before["data"], *after["data"]):
        trace["marker"] = {
            **trace.get("marker", {}),
            "size": np.max(trace.get("marker", {}).get("size", 0)),
        }
    assert str(after["data"][0]) == str(before["data"][0])
    assert after["layout"]["xaxis2"]["range"] == before["layout"]["xaxis2"]["range"]
    assert after["layout"]["annotations"] == before["layout"]["annotations"]


@TASKS
@pytest.mark.parametrize("width", [240, 300, 400, 619, 620, 900, 1600])
def test_panels_do_not_overlap_at_any_width(task, width):
    layout = learning_layout(width, task)
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"]) for s in ("", "2", "3")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1


@TASKS
def test_the_print_holds_the_scene(task):
    scene = scene_of(task)
    figure = learning_print(scene)
    plane, sort, loss = figure.axes
    np.testing.assert_array_equal(sort.lines[1].get_xydata(), scene.soft)
    np.testing.assert_array_equal(sort.lines[0].get_xydata(), scene.hard)
    np.testing.assert_array_equal(loss.lines[0].get_ydata(), scene.losses)
    np.testing.assert_array_equal(plane.collections[0].get_offsets(), scene.points)
    assert "soft dots" in as_svg(figure, scene.description)
