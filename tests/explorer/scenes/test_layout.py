import re

import numpy as np
import pytest

from diffsort_core import (
    HARD,
    Network,
    SmoothMax,
    bitonic,
    diff_sort,
    odd_even_transposition,
    smallest,
    standard_form,
)
from diffsort_core.families import ANY_N
from explorer.scenes.layout import layout_of, softest_end
from explorer.wiring import wired

SIZES = [1, 2, 3, 6, 8, 13, 32]


@pytest.mark.parametrize("n", SIZES)
def test_columns_run_from_0_to_1(n):
    columns = layout_of(bitonic(n)).columns
    assert len(columns) == bitonic(n).depth + 1
    assert columns[0] == 0
    assert list(columns) == sorted(set(columns))
    assert n == 1 or columns[-1] == 1


@pytest.mark.parametrize("n", SIZES)
def test_no_two_arrows_of_a_layer_lie_on_top_of_each_other(n):
    network, offsets = bitonic(n), list(layout_of(bitonic(n)).offsets)
    assert all(0.2 < offset < 0.8 for offset in offsets)
    for layer in network.layers:
        arrows = [(offsets.pop(0), *sorted(pair)) for pair in layer.comparators]
        for k, (offset, top, bottom) in enumerate(arrows):
            assert all(other != offset or bottom < y0 or top > y1 for other, y0, y1 in arrows[:k])


def test_stages_cover_all_layers_and_say_what_they_merge():
    stages = layout_of(bitonic(8)).stages
    assert [(stage.first, stage.last) for stage in stages] == [(0, 1), (1, 3), (3, 6)]
    assert stages[-1].label == "stage 3: merge to blocks of 8"


@pytest.mark.parametrize("build", ANY_N.values(), ids=ANY_N)
@pytest.mark.parametrize("n", [2, 5, 8, 16])
def test_after_a_stage_that_is_what_its_label_says(build, n):
    """Every label is a promise about zeros and ones, and so about everything."""
    network = standard_form(build(n))
    inputs = (np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(float)
    for stage in layout_of(build(n)).stages:
        done = diff_sort(Network(n, network.layers[: stage.last]), inputs, HARD)
        if told := re.fullmatch(r"stage \d+: merge to blocks of (\d+)", stage.label):
            width = int(told[1])
            parts = [done[:, start : start + width] for start in range(0, n, width)]
        elif told := re.fullmatch(r"stage \d+: sort what is (\d+) wires apart", stage.label):
            parts = [done[:, start :: int(told[1])] for start in range(int(told[1]))]
        else:
            assert re.fullmatch(r"stage \d+: sort all wires|\d+ layers of neighbours", stage.label)
            parts = [done]
        assert all((np.diff(part) >= 0).all() for part in parts), stage


@pytest.mark.parametrize("n", [1, 2, 8, 16])
def test_nobody_says_what_the_one_stage_of_the_smallest_networks_is_for(n):
    assert layout_of(smallest(n)).stages == ()
    assert layout_of(wired(smallest(8).to_text(), 8)).stages == ()


def test_nobody_says_what_the_stages_of_a_persons_own_network_are_for():
    assert layout_of(Network(8, bitonic(8).layers, "my own")).stages == ()


def test_a_network_that_merges_nothing_has_one_bracket_of_neighbours():
    [stage] = layout_of(odd_even_transposition(6)).stages
    assert (stage.first, stage.last, stage.label) == (0, 6, "6 layers of neighbours")


@pytest.mark.parametrize("build", ANY_N.values(), ids=ANY_N)
@pytest.mark.parametrize("n", [1, 2, 6, 8, 33])
def test_the_softest_end_is_called_the_mean_only_where_it_is(build, n):
    x = np.arange(float(n)) ** 2
    softest = diff_sort(build(n), x, SmoothMax(0.0))
    assert (softest_end(build(n)) == "mean") == bool(np.allclose(softest, x.mean(), rtol=1e-9))


def test_actions_say_how_far_apart_wires_meet():
    assert layout_of(bitonic(4)).actions == (
        "compares neighbours",
        "compares wires 2 apart",
        "compares neighbours",
    )
