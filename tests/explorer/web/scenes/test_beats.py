"""How a run is played and told: the beats of a layer, its pace, the verdicts, and where a card
stands."""

import re
from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from run_choices import drawn_from

from diffsort_core import NETWORKS, trace
from diffsort_core.families import ANY_N
from explorer.choices import RELAXATIONS
from explorer.scenes.network import network_scene
from explorer.style import number

MOMENT = st.floats(0, 1)
PACE = st.lists(st.floats(0.1, 3), min_size=1, max_size=9)
ALPHAS = st.sampled_from([0.0, 0.12, 1.0, -0.5, inf])


@given(MOMENT, MOMENT)
def test_beats_go_from_0_to_1_without_a_jump_one_after_the_other(deno, one, other):
    start, early, late, end = deno("beatsAt", [0, min(one, other), max(one, other), 1])
    for beat in ("forward", "verdict", "moved", "settled"):
        assert (start[beat], end[beat]) == (0, 1)
        assert 0 <= early[beat] <= late[beat] <= 1
        assert late[beat] - early[beat] <= 12 * abs(one - other)
    for now in (early, late):
        assert not now["verdict"] or now["forward"] == 1
        assert not now["moved"] or now["verdict"] == 1


@given(st.integers(0, 60).map(lambda quarters: quarters / 4) | st.floats(0, 20))
def test_a_step_leads_to_the_next_beat_and_back(deno, position):
    before, at, after = deno("steps", position)
    beats = sorted(k + beat for k in range(22) for beat in (0, 0.25, 0.5))
    assume(min(abs(beat - position) for beat in beats) > 1e-5 or position in beats)
    assert after == min(beat for beat in beats if beat > position)
    assert at == max(beat for beat in beats if beat <= position)
    assert before == max([beat for beat in beats if beat < position], default=0)


@given(PACE, MOMENT, st.floats(0, 30), st.floats(0, 30))
def test_the_playhead_takes_a_layers_seconds_for_a_layer_forth_and_back(deno, pace, at, one, more):
    position = at * len(pace)
    there = deno("carriedTo", pace, position, one)

    def time(place):
        whole = int(place)
        return sum(pace[:whole]) + (place - whole) * (pace[whole] if whole < len(pace) else 0)

    assert time(there) == pytest.approx(min(time(position) + one, sum(pace)), abs=1e-6)
    assert deno("carriedTo", pace, there, more) >= there
    back = deno("carriedTo", pace, position, -one)
    assert time(back) == pytest.approx(max(time(position) - one, 0), abs=1e-6)


@st.composite
def runs(draw):
    n = draw(st.sampled_from([1, 2, 3, 8, 64]))
    network = draw(st.sampled_from(list(ANY_N.values())))(n)
    name = draw(st.sampled_from(list(RELAXATIONS)))
    alpha = draw(ALPHAS)
    assume(alpha > 0 or name == "smoothmax")
    bits = st.integers(0, 1)
    values = draw(st.lists(bits | st.integers(-9, 9), min_size=n, max_size=n))
    run = trace(network, values, RELAXATIONS[name][1](alpha))
    return network_scene(run, ""), {**drawn_from(network, name, alpha), "values": values}


@given(runs())
def test_a_verdict_is_what_the_numbers_say(deno, given):
    scene, choices = given
    layers = deno("verdicts", choices)
    told = [(k, each) for k, layer in enumerate(layers) for each in layer["told"]]
    layer, low, high = scene.network.comparator_arrays.tolist()
    assert len(told) == len(layer)
    for k, (place, verdict) in enumerate(told):
        assert place == layer[k]
        a, b = scene.soft[place, low[k]], scene.soft[place, high[k]]
        swap = scene.swap[k]
        assume(a == b or abs(a - b) > 1e-9 * max(abs(a), abs(b)))
        if abs(a - b) < 1e-12 or abs(swap - 0.5) < 1e-9 < abs(a - b):
            continue
        left, sign, right = verdict["pair"].split(" ")
        for words, value in ((left, a), (right, b)):
            assert float(words) == pytest.approx(value, rel=6e-4, abs=1e-9)
        assert sign == ("≈" if number(a) == number(b) else "<" if a < b else ">")
        assert verdict["exchanges"] == (swap > 0.5)
        said = verdict["said"]
        if "%" not in said:
            assert said == verdict["short"] == ("exchange" if swap > 0.5 else "stay")
            assert not scene.mixes or min(swap, 1 - swap) <= 0.005 + 1e-9
            continue
        stays, crosses = map(int, re.fullmatch(r"(\d+) % stays, (\d+) % crosses", said).groups())
        assert stays + crosses == 100
        assert crosses == pytest.approx(100 * swap, abs=0.5 + 1e-6)
        assert verdict["short"] == f"{crosses} % crosses"


@given(st.floats(-9, 9), st.floats(0, 1), st.booleans())
def test_ties_are_equal_and_exchange_nothing(deno, value, swap, mixes):
    found = deno("verdict", {"a": value, "b": value, "swap": swap, "mixes": mixes})
    assert (found["said"], found["short"], found["exchanges"]) == ("equal", "equal", False)
    assert found["pair"] == f"{number(value)} = {number(value)}"


@given(runs())
def test_a_layer_is_said_in_one_line_that_counts_its_pairs(deno, given):
    scene, choices = given
    layers = deno("verdicts", choices)
    for k, layer in enumerate(layers):
        before, after = layer["words"]
        assert before == f"Layer {k + 1} of {len(layers)} {scene.layout.actions[k]}."
        told = layer["told"]
        if not told:
            assert after == before
            continue
        assert len(after) <= 175
        count = sum(each["exchanges"] for each in told)
        pairs = f"{len(told)} pairs: {count} " if len(told) > 1 else "one pair: "
        assert after.startswith(f"Layer {k + 1} of {len(layers)}, {pairs}")
        shown = [f"{each['pair']}: {each['said']}" for each in told]
        listed = after.split(". ", 1)[1].removesuffix(".").split("; ")
        left = len(told) - len(listed)
        if listed[-1].startswith("and "):
            left = int(listed.pop().split(" ")[1])
        assert listed == shown[: len(listed)]
        assert len(listed) + left == len(told)


@given(runs())
def test_a_layer_is_the_slower_the_more_of_something_changes_wires(deno, given):
    scene, choices = given
    layer = scene.network.comparator_arrays[0]
    seconds = [each["pace"] for each in deno("verdicts", choices)]
    most = [
        float(np.clip(scene.swap[layer == k], 0, 1).max(initial=0)) for k in range(len(seconds))
    ]
    assert all(0.5 <= each <= 2 for each in seconds)
    for one, share in zip(seconds, most, strict=True):
        for other, least in zip(seconds, most, strict=True):
            assert one > other or share <= least + 1e-9


def test_a_hard_layer_without_an_exchange_passes_in_half_the_time(deno):
    network = NETWORKS["bitonic"](2)
    quick, slow = (
        deno("verdicts", {**drawn_from(network, "smoothmax", inf), "values": values})[0]
        for values in ([18, 42], [42, 18])
    )
    assert quick["pace"] <= slow["pace"] / 2
    assert [each["told"][0]["said"] for each in (quick, slow)] == ["stay", "exchange"]
    assert quick["words"][1] == "Layer 1 of 1, one pair: kept. 18 < 42: stay."


SIDE = st.integers(0, 900)


@given(st.tuples(SIDE, SIDE, st.integers(0, 40), st.integers(0, 300)), st.integers(300, 900))
def test_a_card_is_in_the_room_and_beside_its_place_where_there_is_room(deno, place, size):
    x, y, across, down = place
    anchor, room = [x, y, x + across, y + down], [0, 0, size, size]
    width, height = 270, 190
    at = deno("besideOf", [anchor, room], width, height)
    assert 0 <= at["left"] <= size - width
    assert 0 <= at["top"] <= size - height
    if x + across + 12 + width <= size or width + 12 <= x <= size:
        assert at["left"] >= x + across or at["left"] + width <= x
