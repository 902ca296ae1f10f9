import json
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
import pytest
from matplotlib.colors import to_hex

from explorer import LearningExplorer
from explorer.figures.inks import on_paper
from explorer.figures.learning import MINUS, learning_chart
from explorer.figures.learning_plan import named_items, point_inks
from explorer.figures.learning_print import learning_print
from explorer.figures.printed import as_svg
from explorer.style import NEGATIVE, POSITIVE, colour, number

TASKS = pytest.mark.parametrize("task", ["ordering", "line"])


def scene_of(task, steps=5, **choices):
    explorer = LearningExplorer(task=task, steps=steps, **choices)
    explorer.finish()
    explorer.close()
    return explorer.scene()


def negative():
    """A scene in which some of the points have a negative weight."""
    scene = scene_of("line", alpha=3.0, steps=20)
    assert scene.weights.min() < 0
    return scene


def figure_of(scene, width=860):
    """The figure as plotly has it, which refuses what it does not know."""
    return go.Figure(on_paper(learning_chart(scene, width).whole()))


@TASKS
def test_the_figure_holds_the_scene(task):
    scene = scene_of(task)
    figure = figure_of(scene)
    traces = {trace.uid: trace for trace in figure.data}
    for name in ("points", "compared", "learnt", "hard", "soft"):
        trace = traces[name]
        drawn = np.stack([trace.x, trace.y], axis=1)
        np.testing.assert_allclose(drawn, getattr(scene, name), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(traces["loss"].y, scene.losses, rtol=1e-6)
    assert traces["now"].x == (5,)
    np.testing.assert_allclose(traces["now"].y, scene.losses[-1:], rtol=1e-6)
    assert traces["now"].text == (number(scene.losses[-1]),)
    (low, high), points = figure.layout.xaxis.range, scene.points
    assert low < points.min() <= points.max() < high


def test_one_item_has_one_colour_that_of_its_rank():
    points, *_, soft, _, _ = figure_of(scene_of("ordering")).data
    ranks = [int(rank) for rank in points.hovertext]
    assert points.marker.color == soft.marker.color == tuple(colour(rank / 7) for rank in ranks)


def test_a_negative_weight_is_told_by_its_colour_and_its_sign():
    scene = negative()
    points, *_, soft, _, _ = figure_of(scene).data
    for k, weight in enumerate(scene.weights):
        ink = NEGATIVE if weight < 0 else POSITIVE
        assert points.marker.color[k] == soft.marker.color[k] == ink
        assert points.text[k] == (MINUS if weight < 0 else "")
        assert points.hovertext[k] == f"{weight:.3f}"
    plane = learning_print(scene).axes[0]
    inks = [to_hex(face) for face in plane.collections[1].get_facecolors()]
    assert inks == on_paper(point_inks(scene))
    assert [each.get_text() for each in plane.texts].count(MINUS) == (scene.weights < 0).sum()


@TASKS
def test_lines_are_told_apart_by_dashes_that_the_title_names(task):
    figure = figure_of(scene_of(task))
    _, compared, learnt, *_ = figure.data
    assert (compared.line.dash, learnt.line.dash) == ("dash", None)
    words = {"ordering": "hidden direction", "line": "least squares"}[task]
    assert figure.layout.annotations[0].text.endswith(f"━ learnt ╌╌ {words}")


def test_ranks_are_written_where_there_is_room():
    few, many = (figure_of(scene_of("ordering", values=list(range(n)))).data[0] for n in (16, 17))
    assert "3" in few.text
    assert not any(many.text)
    assert many.hovertext[3] == "3"
    scene = scene_of("ordering")
    room, named = 0.03 * (scene.high - scene.low), sorted(named_items(scene))
    for one, other in pairwise(sorted(named, key=lambda k: scene.points[k][1])):
        apart = np.abs(scene.points[one] - scene.points[other])
        assert (apart > (3 * room, 2.4 * room)).any()
    assert 5 < len(named) < 8
    written = [text.get_text() for text in learning_print(scene).axes[0].texts]
    assert {number(scene.hard[k, 0]) for k in named} < {*written}


def test_a_point_is_drawn_the_larger_the_more_it_counts():
    scene = scene_of("line", steps=60)
    sizes = np.array(figure_of(scene).data[0].marker.size)
    assert (np.diff(sizes[np.argsort(scene.weights)]) >= 0).all()
    assert sizes.min() < 20 < 35 < sizes.max()


@TASKS
def test_the_axes_hold_still_while_it_learns(task):
    explorer = LearningExplorer(task=task)
    frames = []
    for _ in range(60):
        explorer.runner.step()
        if explorer.chart.frame not in frames:
            frames.append(explorer.chart.frame)
    scene = explorer.scene()
    explorer.close()
    assert len(frames) <= {"ordering": 1, "line": 10}[task]
    layout = frames[-1]["layout"]
    for name, k in (("xaxis2", 0), ("yaxis2", 1)):
        low, high = layout[name]["range"]
        assert low < scene.soft[:, k].min() <= scene.soft[:, k].max() < high


@TASKS
def test_the_tables_hold_the_numbers_in_words(task):
    scene = scene_of(task, steps=60)
    points, losses = learning_chart(scene, 860).tables
    places = [[*map(number, map(float, row))] for row in np.hstack([scene.points, scene.soft])]
    assert [row[1:] for row in points["rows"]] == places
    assert [len(row) for row in points["rows"]] == [len(points["head"])] * len(places)
    steps = [int(step) for step, _ in losses["rows"]]
    assert steps[0] == 0
    assert steps[-1] == 60
    assert len(steps) == 20
    assert [loss for _, loss in losses["rows"]] == [number(scene.losses[step]) for step in steps]


@TASKS
@pytest.mark.parametrize("n", [1, 2, 64])
def test_what_goes_to_the_browser_is_json(task, n):
    points = np.random.default_rng(0).uniform(0, 10, (max(n, 3), 2))
    scene = scene_of(task, values=list(range(n)), points=points)
    json.dumps(learning_chart(scene, 860)._asdict(), allow_nan=False)
    figure_of(scene)


@TASKS
@pytest.mark.parametrize("width", [620, 859, 860, 934, 1366, 1600, 2200])
def test_a_wide_figure_is_seen_at_once_on_a_laptop(task, width):
    layout = learning_chart(scene_of(task), width).frame["layout"]
    assert 250 < layout["height"] <= 540
    heights = [high - low for low, high in (layout[f"yaxis{s}"]["domain"] for s in ("", "2", "3"))]
    assert min(heights) * layout["height"] > 80


@TASKS
@pytest.mark.parametrize("width", [240, 300, 400, 619, 620, 859, 860, 1600])
def test_panels_do_not_overlap_at_any_width(task, width):
    layout = learning_chart(scene_of(task), width).frame["layout"]
    boxes = [
        (*layout[f"xaxis{s}"]["domain"], *layout[f"yaxis{s}"]["domain"]) for s in ("", "2", "3")
    ]
    for k, (x0, x1, y0, y1) in enumerate(boxes):
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1
        for u0, u1, v0, v1 in boxes[:k]:
            assert x1 < u0 or x0 > u1 or y1 < v0 or y0 > v1


@TASKS
def test_the_print_holds_the_scene_on_the_same_axes(task):
    scene = scene_of(task)
    figure = learning_print(scene)
    plane, sort, loss = figure.axes
    np.testing.assert_array_equal(sort.collections[0].get_offsets(), scene.soft)
    np.testing.assert_array_equal(sort.lines[0].get_xydata(), scene.hard)
    np.testing.assert_array_equal(loss.lines[0].get_ydata(), scene.losses)
    np.testing.assert_array_equal(plane.collections[0].get_offsets(), scene.points)
    layout = learning_chart(scene, 860).frame["layout"]
    for axes, suffix in ((plane, ""), (sort, "2"), (loss, "3")):
        np.testing.assert_allclose(axes.get_xlim(), layout[f"xaxis{suffix}"]["range"])
        np.testing.assert_allclose(axes.get_ylim(), layout[f"yaxis{suffix}"]["range"])
    assert "soft dots" in as_svg(figure, scene.description)


def test_an_item_has_its_name_beside_it_when_pointed_at_and_in_the_table():
    names = ["Ada <b>", "Bea", "Cem", "A very long name"]
    explorer = LearningExplorer([3, 1, 2, 9], labels=names)
    chart = learning_chart(explorer.scene(), 900)
    explorer.close()
    points, soft = chart.values["points"], chart.values["soft"]
    assert points["hovertext"] == ["2, Ada &lt;b&gt;", "0, Bea", "1, Cem", "3, A very long name"]
    assert {*points["text"]} <= {"", "2 Ada &lt;b&gt;", "0 Bea", "1 Cem", "3 A very lo…"}
    assert any(points["text"])
    assert soft["hovertext"] == ["Ada &lt;b&gt;", "Bea", "Cem", "A very long name"]
    [trace] = [each for each in chart.frame["traces"] if each["uid"] == "soft"]
    assert trace["hovertemplate"].startswith("%{hovertext}: true rank ")
    assert [row[0] for row in chart.tables[0]["rows"]] == names


def test_items_without_names_are_counted_and_a_line_has_none():
    explorer = LearningExplorer([3, 1, 2])
    chart = learning_chart(explorer.scene(), 900)
    assert chart.values["points"]["hovertext"] == ["2", "0", "1"]
    assert "hovertext" not in chart.values["soft"]
    assert [row[0] for row in chart.tables[0]["rows"]] == ["1", "2", "3"]
    explorer.state.update(labels=["Ada", "Bea", "Cem"])
    explorer.state.task = "line"
    assert explorer.scene().names is None
    explorer.close()
