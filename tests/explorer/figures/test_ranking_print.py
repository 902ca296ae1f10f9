import numpy as np
import pytest
from matplotlib.colors import to_hex

from diffsort_core import SmoothMax, bitonic, trace
from explorer.figures.inks import colours, input_colours
from explorer.figures.ranking_plan import (
    decades,
    line_title,
    means_range,
    rows_of,
    shares_end,
    whole_ticks,
    words_of,
)
from explorer.figures.ranking_print import ranking_print, value_words
from explorer.scenes.ranking import ranking_scene
from explorer.style import bound

X = [5.0, -1.0, 9.5, 13.2, 13.2]


def scene_of(x, sigma=2.0, transposed=False, focus=2):
    return ranking_scene(
        trace(bitonic(len(x)), x, SmoothMax(0.4)), sigma, focus, transposed, "in words"
    )


@pytest.mark.parametrize("transposed", [False, True])
def test_the_print_shows_the_numbers_of_the_scene(transposed):
    scene = scene_of(X, transposed=transposed)
    line, order, _, curves = ranking_print(scene).axes
    [image] = order.images
    np.testing.assert_array_equal(image.get_array(), scene.order)
    assert image.get_clim() == (0, bound(scene.order.max()))
    np.testing.assert_array_equal(order.lines[0].get_xdata(), scene.hard_means)
    np.testing.assert_array_equal(order.collections[0].get_offsets()[:, 0], scene.means)
    joined, stems, places, values = line.collections[1:]
    np.testing.assert_array_equal(values.get_offsets()[:, 0], scene.values)
    np.testing.assert_array_equal(places.get_offsets()[:, 0], scene.places)
    ends = np.array(joined.get_segments())
    np.testing.assert_array_equal(ends[:, 0, 0], np.sort(scene.values))
    np.testing.assert_array_equal(ends[:, 1, 0], scene.places)
    np.testing.assert_array_equal([stem[1, 1] for stem in stems.get_segments()], scene.heights)
    drawn = [each[:, 1] for each in curves.collections[0].get_segments()]
    np.testing.assert_array_equal(drawn, scene.curves.T)
    np.testing.assert_array_equal(curves.collections[1].get_offsets()[:, 1], scene.means)
    assert set(curves.collections[1].get_offsets()[:, 0]) == {scene.cursor}
    assert curves.get_ylim() == means_range(scene)


@pytest.mark.parametrize("transposed", [False, True])
def test_a_value_its_place_its_row_and_its_curve_have_one_colour_which_no_other_has(transposed):
    scene = scene_of(X, transposed=transposed)
    line, order, _, curves = ranking_print(scene).axes
    rows = scene.sorted_wires if transposed else np.arange(5)  # the wire of each
    by_wire = input_colours(scene.values)
    assert len(set(by_wire)) == 5
    assert [by_wire[wire] for wire in scene.sorted_wires] == colours(5)
    expected = [by_wire[wire] for wire in rows]
    for drawn in (order.collections[0], *curves.collections[:2]):
        shown = drawn.get_edgecolors() if drawn is curves.collections[0] else drawn.get_facecolor()
        assert [to_hex(each) for each in shown] == expected
    assert [to_hex(each) for each in line.collections[3].get_facecolor()] == colours(5)
    assert [to_hex(each) for each in line.collections[4].get_edgecolor()] == by_wire


@pytest.mark.parametrize(("transposed", "size"), [(False, (5, 1)), (True, (1, 5))])
def test_a_frame_is_around_what_belongs_to_the_chosen_value(transposed, size):
    order = ranking_print(scene_of(X, transposed=transposed)).axes[1]
    [frame] = order.patches
    assert (frame.get_width(), frame.get_height()) == size
    assert frame.get_xy() == ((1.5, -0.5) if transposed else (-0.5, 1.5))


def test_the_titles_say_what_is_shown():
    for transposed, words in ((False, "soft ranks against"), (True, "soft argsort against")):
        line, order, _, curves = ranking_print(scene_of(X, transposed=transposed)).axes
        assert line.get_title("left") == line_title(2) == ("values and the kernel around x[2]")
        assert order.get_title("left") == words_of(transposed).order
        assert curves.get_title("left").startswith(words)
        assert order.get_ylabel() == ("place in the soft sort" if transposed else "wire")


@pytest.mark.parametrize("x", [X, [1.0] * 12, [16.2, 20.5, 18, 42, 5, -1, 9.5, 13.2], [3.0]])
def test_what_is_written_beside_values_does_not_meet_and_stays_on_the_sheet(x):
    scene = scene_of(x)
    beside = [value_words(scene, wire) for wire in range(len(x))]
    spans = [span for _, _, span in beside]
    assert beside[0][0].startswith("x[0] = ")
    rows = rows_of(spans)
    for k, (left, right) in enumerate(spans):
        assert 0 <= left < right <= 8.7
        for other in range(k):
            apart = right < spans[other][0] or spans[other][1] < left
            assert apart or rows[k] != rows[other]


def test_of_many_values_only_the_chosen_one_is_named():
    scene = scene_of([*range(13)])
    assert [value_words(scene, wire)[0] for wire in range(13)] == [
        "x[2] = 2" if wire == 2 else "" for wire in range(13)
    ]


@pytest.mark.parametrize("n", [1, 2, 3, 13, 64])
def test_wires_are_counted_in_few_whole_numbers_from_0(n):
    marks = whole_ticks(n)
    assert marks[0] == 0
    assert marks[-1] < n
    assert len(set(np.diff(marks))) <= 1
    assert min(n, 3) <= len(marks) <= 7


@pytest.mark.parametrize(("low", "high"), [(-2, 1), (-105.3, -92), (0.2, 0.4)])
def test_decades_lie_within_their_axis_and_are_told_apart(low, high):
    marks = decades(low, high)
    assert all(low <= power <= high for power, _ in marks)
    assert len({words for _, words in marks}) == len(marks) <= 7


def test_small_shares_have_a_scale_that_fits():
    scene = scene_of([*range(10)], sigma=100.0)
    assert scene.order.max() < 0.11
    assert scene.order.max() <= shares_end(scene) <= 0.12
    [image] = ranking_print(scene).axes[1].images
    assert image.get_clim() == (0, shares_end(scene))
