"""What SortAnything shows is its scene, by the rules of paper, and said in names and numbers."""

import itertools
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
from explorer.scenes.ribbons import ribbons_of
from explorer.style import number

OWN = ((3.0, 1.5, -2.0), (1.0, 0.0, 4.25), (3.0, 7.0, 1.0))
CHOSEN = st.fixed_dictionaries(
    {
        "material": st.sampled_from(MATERIALS),
        "comparator": st.sampled_from([name for name in COMPARATORS if name != "clamped abs"]),
        "alpha": st.floats(0, 20) | st.sampled_from([0.0, None]),
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
        "alpha": 230.0,
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
        *(chosen[name] for name in ("material", "pieces", "sample")),
        table=chosen["table"] and tuple(map(tuple, chosen["table"])),
        column=chosen["column"],
    )
    network = NETWORKS[chosen["network"]](len(things.things))
    how = (chosen["comparator"], chosen["alpha"], chosen["descending"], chosen["column"])
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
def test_ribbons_are_as_thick_as_the_shares_and_fill_one_thing_at_both_of_their_ends(deno, chosen):
    """The shares, as they are drawn: those of a thing side by side in as much as one thing has, and
    so those of a place, but for what is too thin to be seen."""
    scene, found = python(chosen), panels(deno, chosen)
    things, n = found[paper.things_title(scene)], len(scene.before)
    table = scene.kind == "table"
    ends, ways = ("y", "x") if table else ("x", "y")
    across = np.ptp(things["x"]["domain"])
    rows = paper.Rows(n, across)
    whole = paper.LINE_THICK if table else rows.thick
    middle = (lambda k: k) if table else rows.middle
    left, reached = ({k: [] for k in range(n)} for _ in range(2))
    shares = np.zeros((n, n))
    for ribbon in marks(things, "ribbon"):
        place = int(ribbon["name"].split()[1])
        thing = int(re.search(r" of it is \w+ (\d+)", ribbon["told"][0])[1])
        shares[place, thing] = ribbon["thick"] / whole
        half = ribbon["thick"] / 2
        for kept, k, end in ((left, thing, 0), (reached, place, 1)):
            kept[k].append((ribbon[ends][end] - half, ribbon[ends][end] + half))
        goes = int(scene.goes_to[thing])
        assert ribbon["colour"]["share"] == pytest.approx(goes / (n - 1))
    near(shares, np.where(scene.mix < 0.002, 0, scene.mix), 0.002)
    for kept in (left, reached):
        for k, edges in kept.items():
            edges.sort()
            assert edges[0][0] >= middle(k) - whole / 2 - 1e-6
            assert edges[-1][1] <= middle(k) + whole / 2 + 1e-6
            gaps = [after[0] - before[1] for before, after in itertools.pairwise(edges)]
            assert all(gap > -1e-6 * whole for gap in gaps)
            assert sum(b - a for a, b in edges) >= whole * (1 - 0.002 * n)
    if not table:
        starts, stops = (
            {ribbon[ways][end] for ribbon in marks(things, "ribbon")} for end in (0, 1)
        )
        assert starts == {rows.tops[0] + rows.side}
        assert stops == {rows.tops[1]}


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.lists(st.permutations(range(n)), min_size=1, max_size=4)
    ),
    st.floats(0.05, 1),
)
def test_ribbons_are_those_of_paper(deno, orders, rest):
    mix = sum(np.eye(len(order))[[*order]] * rest**k for k, order in enumerate(orders))
    mix = mix / mix.sum(axis=1, keepdims=True)
    known, n = ribbons_of(mix), len(mix)
    found = deno("ribbonsOf", mix.ravel().tolist(), n)
    by = lambda each: (each[1], each[0])  # noqa: E731
    key = lambda each: [each[name] for name in ("thing", "place", "share", "from", "to")]  # noqa: E731
    near(sorted(map(key, found), key=by), sorted(map(list, known), key=by), 1e-12)
    assert [each["share"] for each in found] == sorted(each["share"] for each in found)


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


@given(n=st.integers(2, 16), columns=st.integers(1, 6), across=st.floats(200, 1600))
def test_things_stand_where_they_stand_on_paper(deno, n, columns, across):
    rows, found = paper.Rows(n, across), deno("rowsAt", n, across)
    near(found["tops"], rows.tops, 1e-9)
    near(found["middles"], [rows.middle(k) for k in range(n)], 1e-9)
    near(
        [found[name] for name in ("side", "thick", "down")],
        [rows.side, rows.thick, rows.down],
        1e-9,
    )
    table = paper.tables_of(n, columns, across)
    there = deno("tablesAt", n, columns, across)
    near([there[name] for name in table._fields], [*table], 1e-9)


@given(st.floats(-100, 100) | st.sampled_from([0.3125, 0.03125, 0.0005, 9.9996, 0.0]))
def test_captions_are_those_of_paper(deno, key):
    assert deno("caption", key) == paper.caption(key)


def test_everything_says_in_names_and_numbers_what_it_is(deno):
    scene, found = python(choices_of()), panels(deno, choices_of())
    [mix] = marks(found[paper.MIX], "map")
    share = re.match(r"place 2: ([\d.]+) % of it is picture 5 \(a 3\)$", mix["told"][2 * 8 + 5])
    assert float(share[1]) == pytest.approx(100 * scene.mix[2, 5], rel=5e-3)
    soft = marks(found[paper.KEYS], "dots")[3]["told"]
    assert soft == [f"place 3, soft: brightness {number(scene.keys_after[3])}"]
    hard = marks(found[paper.KEYS], "rings")[3]["told"]
    assert hard == [f"place 3, hard: brightness {number(scene.keys_hard[3])}"]
    pictures = marks(found[paper.things_title(scene)], "map")
    ink = number(scene.before[1][10])
    assert pictures[1]["told"][10] == (
        f"picture 1 (a 0): brightness {number(scene.keys_before[1])};"
        f" pixel in row 1, column 2: {ink}"
    )
    largest = int(np.argmax(scene.mix[2]))
    assert pictures[8 + 2]["told"][0].startswith(
        f"place 2: brightness {number(scene.keys_after[2])}; "
    )
    assert f" % picture {largest} (a " in pictures[8 + 2]["told"][0].split(";")[1].split(",")[0]


def test_cells_and_points_say_what_they_are(deno):
    chosen = choices_of(material="table", column=2, alpha=100.0)
    scene, found = python(chosen), panels(deno, chosen)
    before, after = marks(found[paper.things_title(scene)], "map")
    assert before["told"][3] == "row 1, column 2: 30"
    told = after["told"][0]
    assert told.startswith(f"place 0, column 1: {number(scene.after[0, 0])}; ")
    assert told.endswith("% row 6") or "% row 6, " in told
    chosen = choices_of(material="complex numbers by modulus")
    scene, found = python(chosen), panels(deno, chosen)
    dots = marks(found[paper.things_title(scene)], "dots")

    def words(x):
        return f"{number(x.real)} {'-' if x.imag < 0 else '+'} {number(abs(x.imag))}i"

    first = scene.before[0]
    assert dots[0]["told"] == [f"number 0: modulus {number(abs(first))}; {words(first)}"]
    [told] = dots[8 + 1]["told"]
    assert told.startswith(f"place 1: modulus {number(abs(scene.after[1]))}; ")
    assert told.endswith(f"; {words(scene.after[1])}")


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
        boxes.append((left, left + long, each["y"] - 8, each["y"], each["words"]))
    for k, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:k]:
            beside = right <= other[0] or other[1] <= left
            assert beside or bottom <= other[2] or other[3] <= top, (words, other)


@pytest.mark.parametrize("width", [*WIDTHS, 934, 1000])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_things_are_square_their_rows_touch_and_all_of_it_fits_a_screen(deno, kind, width):
    chosen = choices_of(**kind)
    scene, drawn = python(chosen), deno("anythingDrawn", chosen, width)
    [panel] = [
        panel
        for row in deno("anythingShown", chosen, width)
        for panel in row
        if panel["title"] == paper.things_title(scene)
    ]
    box = drawn["boxes"][0]
    across, down = box["right"] - box["left"], box["bottom"] - box["top"]
    if scene.kind != "table":
        wide, high = (np.ptp(panel[axis]["domain"]) for axis in "xy")
        assert across / wide == pytest.approx(down / high, rel=1e-9)
        ribbon = marks(panel, "ribbon")[0]
        assert 70 <= (ribbon["y"][1] - ribbon["y"][0]) * across / wide <= 90
    if width >= 934:
        assert drawn["height"] <= 540
    assert across > 200


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


def test_a_place_pointed_at_is_told_and_lit_in_every_panel(deno):
    chosen = choices_of(material="complex numbers by modulus")
    drawn = deno("anythingDrawn", chosen, 1366)
    box = drawn["boxes"][2]
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
