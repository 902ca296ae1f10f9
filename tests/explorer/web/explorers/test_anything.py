"""What SortAnything shows is its scene, by the rules of paper."""

import numpy as np
import pytest
from anything_shown import CHOSEN, choices_of, marks, panels, python, size
from hypothesis import given
from twin_laws import near

from explorer.figures import anything_plan as paper


@given(chosen=CHOSEN)
def test_every_mark_is_the_scene_s(deno, chosen):
    scene, found = python(chosen), panels(deno, chosen)
    n, within = len(scene.before), size(scene)
    [mix] = marks(found[paper.MIX], "map")
    near(np.reshape(mix["values"], (n, n)), scene.mix, 1e-6)
    assert found[paper.MIX]["bar"] == mix["shades"] == {"most": 1, "colour": {"sign": 1}}
    keys = found[paper.KEYS]
    hard, soft = marks(keys, "rings"), marks(keys, "dots")
    near([dot["y"][0] for dot in soft], scene.keys_after, 20 * within)
    near([dot["y"][0] for dot in hard], scene.keys_hard, within)
    assert [dot["x"] for dot in soft] == [dot["x"] for dot in hard] == [[k] for k in range(n)]
    things, groups = found[paper.things_title(scene)], (scene.before, scene.after)
    if scene.kind == "digits":
        drawn = [each["values"] for each in marks(things, "map")]
        near(drawn, np.concatenate(groups), within)
    elif scene.kind == "table":
        for cells, frame, table in zip(
            marks(things, "map"), marks(things, "frames"), groups, strict=True
        ):
            shown = np.reshape(cells["values"], table.shape)
            near(shown[:, scene.column - 1], paper.shades(scene, table[:, scene.column - 1]), 1e-6)
            assert np.count_nonzero(np.delete(shown, scene.column - 1, axis=1)) == 0
            [box] = frame["boxes"]
            middle = cells["left"] + scene.column - 1
            assert (box["left"] + box["right"]) / 2 == pytest.approx(middle)
    else:
        across = np.ptp(things["x"]["domain"])
        rows = paper.Rows(n, across)
        unit = rows.side / 2 / paper.plane_end(scene)
        middles = np.array([rows.middle(k) for k in range(n)])

        def placed(points, row):
            y = rows.tops[row] + rows.side / 2 - unit * points.imag
            return np.stack([middles + unit * points.real, y], axis=1)

        at = lambda dots: np.array([[dot["x"][0], dot["y"][0]] for dot in dots])  # noqa: E731
        known = np.concatenate([placed(scene.before, 0), placed(scene.after, 1)])
        near(at(marks(things, "dots")), known, 1e-4)
        near(at(marks(things, "rings")), placed(scene.hard, 1), 1e-4)


@given(chosen=CHOSEN)
def test_no_two_places_share_a_colour_and_what_goes_to_a_place_has_its_own(deno, chosen):
    scene, found = python(chosen), panels(deno, chosen)
    n = len(scene.before)
    soft, hard = (marks(found[paper.KEYS], kind) for kind in ("dots", "rings"))
    shares = [dot["colour"]["share"] for dot in soft]
    assert len({*shares}) == n
    assert [dot["colour"]["share"] for dot in hard] == shares
    assert [dot["name"] for dot in soft] == [f"place {k}" for k in range(n)]
    if scene.kind == "complex numbers":
        goes, things = scene.goes_to.tolist(), found[paper.things_title(scene)]
        dots = marks(things, "dots")
        assert [dot["colour"]["share"] for dot in dots[:n]] == [shares[k] for k in goes]
        assert [dot["name"] for dot in dots[:n]] == [f"place {k}" for k in goes]
        for mark in [*dots, *marks(things, "rings")]:
            assert mark["colour"]["share"] == shares[int(mark["name"].split()[1])]


@given(chosen=CHOSEN)
def test_axes_titles_and_shades_are_those_of_paper(deno, chosen):
    scene, found = python(chosen), deno("anythingPlan", chosen)
    assert found["titles"] == [paper.MIX, paper.KEYS, *paper.ROWS, paper.things_title(scene)]
    near(found["keys"], paper.keys_range(scene), 20 * size(scene))
    near(found["shades"], paper.shades(scene, scene.keys_after), 1e-4)
    n = len(scene.before)
    known = [paper.counted(n), paper.counted(n, 12, 1)]
    assert [[mark for mark, _ in each] for each in found["counted"]] == known
    assert [[words for _, words in each] for each in found["counted"]] == [
        [str(mark) for mark in each] for each in known
    ]
    if scene.kind == "complex numbers":
        assert found["plane"] == paper.plane_end(scene)


def test_pictures_are_photos_as_on_paper_without_lines_between_their_pixels(deno):
    chosen = choices_of()
    scene, found = python(chosen), deno("anythingDrawn", chosen, 1366)
    images = [each for each in found["strokes"] if each.get("columns") == 8]
    mix = images.pop()
    black, white = (int(grey[1:3], 16) for grey in paper.PHOTO)
    known = black + (white - black) * np.concatenate([scene.before, scene.after])
    pixels = np.reshape([each["pixels"] for each in images], (16, 64, 4))
    near(pixels[..., 0], known, 0.51)
    assert (pixels[..., :3] == pixels[..., :1]).all()
    assert (pixels[..., 3] == 255).all()
    strokes = found["strokes"]
    lines = [
        k for k, each in enumerate(strokes) if each.get("colour") == "page" and "parts" in each
    ]
    assert [each for each in lines if each < strokes.index(mix)] == []
