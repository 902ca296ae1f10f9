import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from diffsort_core import bitonic
from explorer.figures.anything_plan import Strips, caption, groups_of, plane_end
from explorer.figures.anything_print import anything_print
from explorer.figures.inks import colours
from explorer.scenes.anything import anything_scene
from explorer.scenes.materials import MATERIALS, material

DIGITS, TABLE, PLANE = "digits by brightness", "table", "complex numbers by modulus"


def scene_of(name, n=8, alpha=3.0):
    return anything_scene(material(name, n, 0, None, 1), bitonic(n), "key", alpha, True, 1)


def panels(scene):
    return {axes.get_label(): axes for axes in anything_print(scene).axes}


def words(axes):
    return [text.get_text() for text in axes.texts]


def points(scatter):
    """Dots as complex numbers."""
    return np.asarray(scatter.get_offsets()) @ [1, 1j]


@pytest.mark.parametrize("name", MATERIALS)
def test_it_holds_the_mix_and_the_keys(name):
    scene = scene_of(name)
    axes = panels(scene)
    np.testing.assert_array_equal(axes["mix"].images[0].get_array(), scene.mix)
    hard, soft = axes["keys"].collections
    np.testing.assert_array_equal(points(soft).imag, scene.keys_after)
    np.testing.assert_array_equal(points(hard).imag, scene.keys_hard)
    assert [to_hex(hue) for hue in soft.get_facecolor()] == colours(8)
    assert [to_hex(hue) for hue in hard.get_edgecolor()] == colours(8)
    assert not hard.get_facecolor().size
    assert axes["keys"].get_ylabel() == scene.key_name


@pytest.mark.parametrize("n", [2, 8, 11, 16])
def test_every_digit_is_a_picture_of_its_own_with_its_key(n):
    scene = scene_of(DIGITS, n)
    axes = panels(scene)["digits"]
    drawn = [image.get_array().ravel() for image in axes.images]
    known = [*scene.before, *scene.after, *scene.hard]
    np.testing.assert_array_equal(drawn, known)
    keys = [*scene.keys_before, *scene.keys_after, *scene.keys_hard]
    assert words(axes) == [caption(float(key)) for key in keys]
    assert [text.get_text() for text in axes.get_yticklabels()] == ["before", "soft", "hard"]
    x, y = (sorted(limits) for limits in (axes.get_xlim(), axes.get_ylim()))
    for image, text in zip(axes.images, axes.texts, strict=True):
        left, right, bottom, top = image.get_extent()
        assert (right - left, bottom - top) == (8, 8)
        assert x[0] <= left < text.get_position()[0] < right <= x[1]
        assert y[0] <= top < bottom < text.get_position()[1] < y[1]


def test_what_is_brighter_looks_brighter():
    image = panels(scene_of(DIGITS))["digits"].images[0]
    hues = [to_hex(image.cmap(share)) for share in (0.0, 0.3, 0.7, 1.0)]
    assert hues == sorted(hues)
    assert (image.norm.vmin, image.norm.vmax) == (0, 1)


def test_a_table_shows_its_numbers_and_shades_its_key_alone():
    scene = scene_of(TABLE)
    axes = panels(scene)
    for name, table in (("before", scene.before), ("soft", scene.after), ("hard", scene.hard)):
        panel = axes[name]
        found = np.array([float(text) for text in words(panel)])
        np.testing.assert_allclose(found, table.ravel(), atol=0.006)
        shade = np.asarray(panel.images[0].get_array())
        assert not shade[:, 1].any()
        order = np.argsort(table[:, 0])
        assert (np.diff(shade[order, 0]) > 0).all()
        [frame] = [each for each in panel.patches if isinstance(each, Rectangle)]
        assert (frame.get_x(), frame.get_width(), frame.get_height()) == (0.5, 1, 8)
    assert np.asarray(axes["before"].images[0].get_array())[:, 0].min() == 0
    assert np.asarray(axes["before"].images[0].get_array())[:, 0].max() == 1


def test_complex_numbers_have_the_colours_of_their_places_and_are_joined_with_them():
    scene = scene_of(PLANE)
    axes = panels(scene)
    [before] = axes["before"].collections
    hard, soft = axes["after"].collections
    np.testing.assert_array_equal(points(before), scene.before)
    np.testing.assert_array_equal(points(soft), scene.after)
    np.testing.assert_array_equal(points(hard), scene.hard)
    hues = [to_hex(hue) for hue in soft.get_facecolor()]
    assert hues == [to_hex(hue) for hue in hard.get_edgecolor()] == colours(8)
    assert [to_hex(hue) for hue in before.get_facecolor()] == [hues[k] for k in scene.goes_to]
    moves = axes["after"].lines[2:]
    ends = [line.get_xdata() + 1j * np.array(line.get_ydata()) for line in moves]
    np.testing.assert_array_equal(ends, np.stack([scene.hard, scene.after], axis=1))
    assert axes["after"].get_xlim() == axes["before"].get_ylim()
    assert axes["before"].get_xlim()[1] == plane_end(scene)


def test_every_point_is_named_once_and_those_that_are_close_together():
    found = groups_of([0, 3 + 0.1j, 0.1 + 0.2j, 3, -5j], 0.02)
    assert [group.words for group in found] == ["0, 2", "1, 3", "4"]
    assert (found[0].x, found[0].y) == (0.05, 0.2)


@given(
    st.lists(st.complex_numbers(max_magnitude=9, allow_nan=False), min_size=1, max_size=16),
    st.floats(0.001, 0.5),
)
def test_words_above_points_never_meet_and_none_is_lost(points, pixel):
    found = groups_of(points, pixel)
    assert sorted(k for group in found for k in group.members) == [*range(len(points))]
    for k, one in enumerate(found):
        assert one.y == max(points[k].imag for k in one.members)
        for other in found[:k]:
            apart = 7 * pixel * (len(one.words) + len(other.words)) / 2
            assert abs(one.x - other.x) >= apart or abs(one.y - other.y) >= 14 * pixel


@pytest.mark.parametrize("across", [8, 16])
@pytest.mark.parametrize("n", [2, 8, 9, 16])
def test_no_two_pictures_of_the_strips_overlap(n, across):
    strips = Strips(n, across)
    corners = [strips.at(strip, k) for strip in range(3) for k in range(n)]
    for k, (left, top) in enumerate(corners):
        assert 0 <= left < left + 8 <= strips.wide
        assert 0 <= top < top + 8 <= strips.down
        assert all(abs(left - x) >= 9 or abs(top - y) >= 12 for x, y in corners[:k])
    assert [strips.at(strip, 0)[1] < strips.middle(strip) for strip in range(3)] == [True] * 3
