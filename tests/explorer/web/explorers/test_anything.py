"""What SortAnything shows is its scene, by the rules of paper, and said in names and numbers."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_laws import near

from diffsort_core import NETWORKS
from explorer.figures import anything_plan as paper
from explorer.scenes.anything import COMPARATORS, anything_scene
from explorer.scenes.materials import MATERIALS, material
from explorer.style import number

OWN = ((3.0, 1.5, -2.0), (1.0, 0.0, 4.25), (3.0, 7.0, 1.0))
CHOSEN = st.fixed_dictionaries(
    {
        "material": st.sampled_from(MATERIALS),
        "comparator": st.sampled_from([name for name in COMPARATORS if name != "clamped abs"]),
        "sharpness": st.floats(0, 20) | st.just(0.0),
        "column": st.integers(1, 2),
        "descending": st.booleans(),
        "pieces": st.integers(2, 16),
        "sample": st.integers(0, 99),
        "table": st.none() | st.just(OWN),
        "network": st.sampled_from(list(NETWORKS)),
    }
)
WIDTHS = [320, 400, 620, 760, 1120, 1300, 1600]
KINDS = [
    {},
    {"pieces": 16},
    {"pieces": 2, "material": "digits by a learned score"},
    {"pieces": 16, "material": "digits by a learned score"},
    {"material": "table"},
    {"material": "table", "pieces": 16},
    {"material": "table", "table": [[k * 1.37 * c for c in range(6)] for k in range(2, 18)]},
    {"material": "complex numbers by modulus"},
    {"material": "complex numbers by real part", "pieces": 16, "sample": 4},
]


def choices_of(**changed):
    return {
        "material": "digits by brightness",
        "comparator": "key",
        "sharpness": 3.0,
        "column": 1,
        "descending": True,
        "pieces": 8,
        "sample": 0,
        "table": None,
        "network": "bitonic",
        **changed,
    }


def python(chosen):
    things = material(
        *(chosen[name] for name in ("material", "pieces", "sample", "table")),
        column=chosen["column"],
    )
    network = NETWORKS[chosen["network"]](len(things.things))
    how = (chosen["comparator"], chosen["sharpness"], chosen["descending"], chosen["column"])
    return anything_scene(things, network, *how)


def panels(deno, chosen, width=900):
    """Its panels by title."""
    rows = deno("anythingShown", chosen, width)
    return {panel["title"]: panel for row in rows for panel in row}


def marks(panel, kind, **known):
    found = [mark for mark in panel["marks"] if mark["kind"] == kind]
    return [mark for mark in found if known.items() <= mark.items()]


def parts(things):
    return things.view(float) if np.iscomplexobj(things) else things


def size(scene):
    return 1e-6 * max(1.0, float(np.max(np.abs(scene.before))))


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
    groups = (scene.before, scene.after, scene.hard)
    if scene.kind == "digits":
        drawn = [each["values"] for each in marks(found[paper.digits_title(scene)], "map")]
        near(drawn, np.concatenate(groups), within)
    elif scene.kind == "table":
        for title, table in zip(paper.table_titles(scene), groups, strict=True):
            [cells] = marks(found[title], "map")
            shown = np.reshape(cells["values"], table.shape)
            near(shown[:, scene.column - 1], paper.shades(scene, table[:, scene.column - 1]), 1e-6)
            assert np.count_nonzero(np.delete(shown, scene.column - 1, axis=1)) == 0
            [frame] = marks(found[title], "frames")
            [box] = frame["boxes"]
            assert (box["left"] + box["right"]) / 2 == scene.column
    else:
        first, second = (found[title] for title in paper.PLANES)
        at = lambda dots: np.array([[dot["x"][0], dot["y"][0]] for dot in dots])  # noqa: E731
        near(at(marks(first, "dots")).ravel(), parts(scene.before), within)
        near(at(marks(second, "rings")).ravel(), parts(scene.hard), within)
        near(
            at(marks(second, "dots")).ravel(),
            parts(scene.after),
            within,
        )
        for line, hard, soft in zip(marks(second, "line"), scene.hard, scene.after, strict=True):
            near(line["x"], [hard.real, soft.real], within)
            near(line["y"], [hard.imag, soft.imag], within)


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
        first, second = (found[title] for title in paper.PLANES)
        goes = scene.goes_to.tolist()
        assert [dot["colour"]["share"] for dot in marks(first, "dots")] == [shares[k] for k in goes]
        assert [dot["name"] for dot in marks(first, "dots")] == [f"place {k}" for k in goes]
        for kind in ("dots", "line"):
            for mark in marks(second, kind):
                assert mark["colour"]["share"] == shares[int(mark["name"].split()[1])]


@given(chosen=CHOSEN)
def test_axes_titles_and_shades_are_those_of_paper(deno, chosen):
    scene, found = python(chosen), deno("anythingPlan", chosen)
    assert found["titles"] == [paper.MIX, paper.KEYS, *paper.PLANES, *paper.STRIPS]
    assert tuple(found["table"]) == paper.table_titles(scene)
    assert found["digits"] == paper.digits_title(scene)
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


@pytest.mark.parametrize("n", [2, 8, 9, 16])
@pytest.mark.parametrize("across", [8, 16])
def test_pictures_stand_where_they_stand_on_paper(deno, n, across):
    strips, found = paper.Strips(n, across), deno("stripsAt", n, across)
    corners = [[[*strips.at(strip, k)] for k in range(n)] for strip in range(3)]
    assert found["corners"] == corners
    assert found["middles"] == [strips.middle(strip) for strip in range(3)]
    assert found["sides"] == [strips.wide, strips.down]


@given(
    st.lists(st.complex_numbers(max_magnitude=9, allow_nan=False), min_size=1, max_size=16),
    st.floats(0.001, 0.5),
)
def test_points_that_are_close_have_one_word_as_on_paper(deno, points, pixel):
    found = deno("groupsOf", [part for each in points for part in (each.real, each.imag)], pixel)
    known = paper.groups_of(points, pixel)
    assert [each["words"] for each in found] == [group.words for group in known]
    assert [[each["x"], each["y"]] for each in found] == [[group.x, group.y] for group in known]


@given(st.floats(-100, 100) | st.sampled_from([0.3125, 0.03125, 0.0005, 9.9996, 0.0]))
def test_captions_are_those_of_paper(deno, key):
    assert deno("caption", key) == paper.caption(key)


def test_everything_says_in_names_and_numbers_what_it_is(deno):
    scene, found = python(choices_of()), panels(deno, choices_of())
    [mix] = marks(found[paper.MIX], "map")
    share = re.match(r"place 2: ([\d.]+) % of it is digit 5 \(a 3\)$", mix["told"][2 * 8 + 5])
    assert float(share[1]) == pytest.approx(100 * scene.mix[2, 5], rel=5e-3)
    soft = marks(found[paper.KEYS], "dots")[3]["told"]
    assert soft == [f"place 3, soft: brightness {number(scene.keys_after[3])}"]
    hard = marks(found[paper.KEYS], "rings")[3]["told"]
    assert hard == [f"place 3, hard: brightness {number(scene.keys_hard[3])}"]
    pictures = marks(found["digits and their brightness"], "map")
    ink = number(scene.before[1][10])
    assert pictures[1]["told"][10] == (
        f"digit 1 (a 0): brightness {number(scene.keys_before[1])}; pixel in row 1, column 2: {ink}"
    )
    largest = int(np.argmax(scene.mix[2]))
    assert pictures[8 + 2]["told"][0].startswith(
        f"place 2, soft: brightness {number(scene.keys_after[2])}; "
    )
    assert f" % digit {largest} (a " in pictures[8 + 2]["told"][0].split(";")[1].split(",")[0]
    thing = scene.goes_to.tolist().index(2)
    assert f"; 100 % digit {thing} (a " in pictures[16 + 2]["told"][0]


def test_cells_and_points_say_what_they_are(deno):
    chosen = choices_of(material="table", column=2, sharpness=100.0)
    scene, found = python(chosen), panels(deno, chosen)
    before, soft, hard = (found[title] for title in paper.table_titles(scene))
    assert marks(before, "map")[0]["told"][3] == "row 1, column 2: 30"
    told = marks(soft, "map")[0]["told"][0]
    assert told.startswith(f"place 0, soft, column 1: {number(scene.after[0, 0])}; ")
    assert told.endswith("% row 6") or "% row 6, " in told
    assert marks(hard, "map")[0]["told"][1] == "place 0, hard, column 2: 41; 100 % row 6"
    chosen = choices_of(material="complex numbers by modulus")
    scene, found = python(chosen), panels(deno, chosen)
    first, second = (found[title] for title in paper.PLANES)
    x = scene.before[0]
    assert marks(first, "dots")[0]["told"] == [
        f"number 0: {number(x.real)} {'-' if x.imag < 0 else '+'} {number(abs(x.imag))}i;"
        f" modulus {number(abs(x))}"
    ]
    y = scene.hard[1]
    assert marks(second, "rings")[1]["told"] == [
        f"place 1, hard: {number(y.real)} {'-' if y.imag < 0 else '+'} {number(abs(y.imag))}i;"
        f" modulus {number(abs(y))}"
    ]
    assert "; modulus " in marks(second, "dots")[1]["told"][0]


def test_what_a_place_is_made_of_is_told_by_its_largest_parts_and_adds_up(deno):
    assert deno("partsOf", [0.1, 0.5, 0.0, 0.4]) == "50 % thing 1, 40 % thing 3, 10 % thing 0"
    assert deno("partsOf", [0.25] * 4) == "25 % thing 0, 25 % thing 1, 25 % thing 2, 25 % others"
    assert deno("partsOf", [0.999, 0.001]) == "99.9 % thing 0"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_nothing_that_is_written_leaves_the_picture_or_lies_on_other_words(deno, kind, width):
    found = deno("anythingDrawn", choices_of(**kind), width)
    assert found["width"] == width
    boxes = []
    for each in found["words"]:
        bold = each.get("look") in ("title", "strong")
        long = (7 if bold else 6) * len(each["words"])
        if each.get("turned"):
            assert 0 <= each["y"] - long / 2 <= each["y"] + long / 2 <= found["height"]
            continue
        left = (
            each["x"] - {"start": 0, "middle": long / 2, "end": long}[each.get("anchor", "start")]
        )
        assert 0 <= left <= left + long <= width, each
        if not ("complex" in str(kind) and bold):  # points that move have their words above them
            boxes.append((left, left + long, each["y"] - 8, each["y"], each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_pictures_are_square_and_planes_are_even_at_every_width(deno, kind, width):
    chosen = choices_of(**kind)
    rows = [panel for row in deno("anythingShown", chosen, width) for panel in row]
    boxes = deno("anythingDrawn", chosen, width)["boxes"]
    for panel, box in zip(rows, boxes, strict=True):
        if "table" not in str(kind) and panel["title"] not in (paper.MIX, paper.KEYS):
            wide, high = (np.ptp(panel[axis]["domain"]) for axis in "xy")
            across, down = box["right"] - box["left"], box["bottom"] - box["top"]
            assert across / wide == pytest.approx(down / high, rel=1e-9)
            assert across > 200


def test_pictures_are_photos_as_on_paper_without_lines_between_their_pixels(deno):
    chosen = choices_of()
    scene, found = python(chosen), deno("anythingDrawn", chosen, 1366)
    images = [each for each in found["strokes"] if each.get("columns") == 8]
    mix = images.pop()
    black, white = (int(grey[1:3], 16) for grey in paper.PHOTO)
    known = black + (white - black) * np.concatenate([scene.before, scene.after, scene.hard])
    pixels = np.reshape([each["pixels"] for each in images], (24, 64, 4))
    near(pixels[..., 0], known, 0.51)
    assert (pixels[..., :3] == pixels[..., :1]).all()
    assert (pixels[..., 3] == 255).all()
    strokes = found["strokes"]
    lines = [
        k for k, each in enumerate(strokes) if each.get("colour") == "page" and "parts" in each
    ]
    assert [each for each in lines if each < strokes.index(mix)] == []


def test_a_place_pointed_at_is_told_and_lit_in_every_panel(deno):
    chosen = choices_of(material="complex numbers by modulus")
    drawn = deno("anythingDrawn", chosen, 1366)
    box = drawn["boxes"][3]
    scene = python(chosen)
    low, high = paper.keys_range(scene)
    x = box["left"] + (box["right"] - box["left"]) * (2.5 / 8)
    y = box["bottom"] - (box["bottom"] - box["top"]) * (scene.keys_after[2] - low) / (high - low)
    [pointed] = deno("anythingDrawn", chosen, 1366, [{"x": x, "y": y}])["pointed"]
    assert pointed["name"] == "place 2"
    assert pointed["words"].startswith("place 2, soft: modulus ")
    lit = deno("anythingDrawn", chosen, 1366, [], "place 2")
    colour = f"input {2 / 7}"
    radii = [
        sum(
            part[2]
            for stroke in each["strokes"]
            for part in stroke["path"]
            if stroke.get("colour") == colour and len(part) == 5
        )
        for each in (drawn, lit)
    ]
    assert radii[1] == radii[0] + 2 * 3  # before, soft, and its key: dots grow
    widths = [
        sum(stroke["width"] for stroke in each["strokes"] if stroke.get("colour") == colour)
        for each in (drawn, lit)
    ]
    assert widths[1] > widths[0]  # rings, and the line between them, grow thicker


@given(st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1e100, -1e-300]), st.floats(0, 100))
def test_a_number_in_a_cell_is_as_exact_as_its_room_allows_and_never_wrong(deno, cell, room):
    words = deno("cellWords", cell, room)
    if words:
        assert 7 * len(words) <= room
        assert float(words) == pytest.approx(cell, rel=0.051, abs=0.0051)
    else:
        assert room < 7 * 7
