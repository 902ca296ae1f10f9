"""Ribbons of SortAnything are as thick as the shares, side by side, as on paper."""

import itertools
import re

import numpy as np
import pytest
from anything_shown import CHOSEN, marks, panels, python
from hypothesis import given
from hypothesis import strategies as st
from twin_laws import near

from explorer.figures import anything_plan as paper
from explorer.scenes.ribbons import ribbons_of


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
