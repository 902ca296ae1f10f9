import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from diffsort_core import bitonic
from explorer.figures.anything_plan import Rows, caption, plane_end
from explorer.figures.anything_print import anything_print
from explorer.figures.inks import colours
from explorer.scenes.anything import anything_scene
from explorer.scenes.materials import MATERIALS, material
from explorer.scenes.ribbons import ribbons_of

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
    axes = panels(scene)["things"]
    drawn = [image.get_array().ravel() for image in axes.images]
    np.testing.assert_array_equal(drawn, [*scene.before, *scene.after])
    assert words(axes) == [caption(float(key)) for key in [*scene.keys_before, *scene.keys_after]]
    assert [text.get_text() for text in axes.get_yticklabels()] == ["before", "after"]
    x, y = (sorted(limits) for limits in (axes.get_xlim(), axes.get_ylim()))
    for image, text in zip(axes.images, axes.texts, strict=True):
        left, right, bottom, top = image.get_extent()
        assert right - left == pytest.approx(bottom - top)
        assert x[0] <= left < text.get_position()[0] < right <= x[1]
        assert y[0] <= top < bottom <= y[1]


@pytest.mark.parametrize("name", MATERIALS)
@pytest.mark.parametrize("n", [2, 8, 16])
def test_ribbons_are_as_thick_as_the_shares_and_have_the_colours_of_their_things(name, n):
    scene = scene_of(name, n)
    axes, known = panels(scene)["things"], ribbons_of(scene.mix)
    drawn = [patch for patch in axes.patches if patch.get_label() == "ribbon"]
    whole = drawn[-1].get_linewidth() / known[-1].share
    np.testing.assert_allclose(
        [patch.get_linewidth() for patch in drawn], [whole * each.share for each in known]
    )
    hues = colours(n)
    assert [to_hex(patch.get_edgecolor()) for patch in drawn] == [
        hues[scene.goes_to[each.thing]] for each in known
    ]
    assert whole > 4


def test_what_is_brighter_looks_brighter():
    image = panels(scene_of(DIGITS))["things"].images[0]
    hues = [to_hex(image.cmap(share)) for share in (0.0, 0.3, 0.7, 1.0)]
    assert hues == sorted(hues)
    assert (image.norm.vmin, image.norm.vmax) == (0, 1)


def test_a_table_shows_its_numbers_and_shades_its_key_alone():
    scene = scene_of(TABLE)
    axes = panels(scene)["things"]
    found = np.array([float(text) for text in words(axes)])
    tables = np.concatenate([scene.before.ravel(), scene.after.ravel()])
    np.testing.assert_allclose(found, tables, atol=0.006)
    frames = [each for each in axes.patches if isinstance(each, Rectangle)]
    for image, frame, table in zip(axes.images, frames, (scene.before, scene.after), strict=True):
        shade = np.asarray(image.get_array())
        assert not shade[:, 1].any()
        order = np.argsort(table[:, 0])
        assert (np.diff(shade[order, 0]) > 0).all()
        assert frame.get_x() == pytest.approx(image.get_extent()[0])
        assert frame.get_width() == 1
        assert frame.get_height() == 8
    first = np.asarray(axes.images[0].get_array())[:, 0]
    assert (first.min(), first.max()) == (0, 1)


def test_complex_numbers_are_points_with_the_colours_of_their_places():
    scene = scene_of(PLANE)
    before, hard, soft = panels(scene)["things"].collections
    hues = colours(8)
    assert [to_hex(hue) for hue in soft.get_facecolor()] == hues
    assert [to_hex(hue) for hue in hard.get_edgecolor()] == hues
    assert [to_hex(hue) for hue in before.get_facecolor()] == [hues[k] for k in scene.goes_to]
    rows = Rows(8, np.ptp(panels(scene)["things"].get_xlim()))
    unit, middles = rows.side / 2 / plane_end(scene), [rows.middle(k) for k in range(8)]
    drawn = ((before, scene.before, 0), (hard, scene.hard, 1), (soft, scene.after, 1))
    for dots, known, row in drawn:
        moved = (points(dots) - middles).real + 1j * (rows.tops[row] + rows.side / 2)
        height = moved.imag - points(dots).imag
        np.testing.assert_allclose(moved.real / unit + 1j * height / unit, known, atol=1e-9)
