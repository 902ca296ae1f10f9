import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import HARD, Layer, LogSumExp, Network, SmoothMax, bitonic, trace
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import SOFT_BITS, network_scene

vectors = st.lists(st.floats(-50, 50), min_size=1, max_size=16)


def scene_of(x, relaxation=SmoothMax(0.3), **choices):  # noqa: B008
    return network_scene(trace(bitonic(len(x)), x, relaxation), "in words", **choices)


@given(vectors)
def test_the_strands_carry_the_values_from_column_to_column(x):
    scene, start = scene_of(x), 0
    for k, (low, high, _, _) in enumerate(scene.network.gathers):
        w = scene.swap[start : start + low.size]
        a, b = scene.soft[k, low], scene.soft[k, high]
        np.testing.assert_allclose(scene.soft[k + 1, high], w * a + (1 - w) * b, atol=1e-9)
        np.testing.assert_allclose(scene.soft[k + 1, low], (1 - w) * a + w * b, atol=1e-9)
        start += low.size


@given(vectors)
def test_a_hard_token_keeps_its_value_on_its_way_to_its_place(x):
    scene = scene_of(x)
    for values, tokens in zip(scene.hard, scene.hard_tokens, strict=True):
        np.testing.assert_array_equal(values, np.asarray(x)[tokens])


@given(vectors)
def test_every_column_holds_every_token_once(x):
    scene = scene_of(x)
    for tokens in (*scene.tokens, *scene.hard_tokens):
        assert sorted(tokens) == list(range(len(x)))


def test_the_sentences_count_layers_inversions_and_the_sum():
    sentences = scene_of([3.0, 2.0, 1.0, 0.0], SmoothMax(50.0)).sentences
    assert sentences[0] == "Input, before layer 1 of 3. Sum 6. Inversions: 6."
    assert (
        sentences[-1]
        == "After layer 3 of 3, which compares neighbours. Sum 6, kept. Inversions: 0."
    )


def test_a_sum_is_kept_only_where_it_is():
    run = trace(bitonic(4), [3.0, 2.0, 1.0, 0.0], SmoothMax(1.0))
    leaking = replace(
        run,
        values=(*run.values[:2], run.values[2] + [0, 0, 0, 0.5], run.values[3] + [0, 0, 0, 0.25]),
    )
    scene = network_scene(leaking, "")
    kept = [re.search(r"Sum (.*?)\. Inv", sentence)[1] for sentence in scene.sentences]
    assert kept == ["6", "6, kept", "6.5, off by 0.5", "6.25, off by 0.25"]
    assert scene.total == "6.25"


@given(vectors)
@example([0.0, 5e-324])
def test_the_sum_is_kept_at_every_column(x):
    assert all(", kept" in sentence for sentence in scene_of(x).sentences[1:])


@pytest.mark.parametrize("output", [None, 3])
def test_the_strands_leave_each_wire_with_all_that_it_holds(output):
    run = trace(bitonic(5), [3.0, 1.0, 4.0, 1.5, 9.0], SmoothMax(0.3))
    flow = None if output is None else gradient_flow(run, output)
    values = np.ones((run.network.depth, 5))
    soft = values if flow is None else flow.nodes[:-1] / np.abs(flow.nodes).max()
    for hard, held in [(True, values), (False, soft)]:
        left = np.zeros_like(values)
        for layer, here, _, share in network_scene(run, "", flow).strands(hard):
            left[layer, here] += share
        np.testing.assert_allclose(left, held, atol=1e-12)


def test_rounding_at_the_mean_is_no_inversion():
    assert scene_of([0.1, 0.7, 0.2, 0.4], SmoothMax(0.0)).sentences[-1].endswith("Inversions: 0.")


def test_log_sum_exp_has_no_weights_so_its_strands_are_its_derivatives():
    scene = scene_of([1.0, 2.0], LogSumExp(1.0))
    assert not scene.mixes
    assert scene.legend.startswith("Strand width: derivative")
    np.testing.assert_array_equal(scene.swap, scene.by_a)


@pytest.mark.parametrize("x", [[1.0], [2.0, 2.0], [1.7e308, -1.7e308, 0.0], [5e-324, 0.0]])
def test_one_value_ties_and_extremes_are_drawn_without_a_warning(x):
    scene = scene_of(x)
    assert np.isfinite(scene.domain).all()
    assert np.isfinite(scene.mean)
    assert scene.ticks


def test_zeros_and_ones_are_judged_by_trying_them_all():
    assert (
        "All 16 inputs of zeros and ones were tried, and under the hard maximum all come out sorted"
        in scene_of([1.0, 0.0, 1.0, 0.0], bits=True).note
    )
    poor = Network(3, (Layer(((0, 1),)), Layer(((1, 2),))))
    assert (
        "under the hard maximum not all come out sorted"
        in network_scene(trace(poor, [1.0, 0.0, 0.0], SmoothMax(1.0)), "", bits=True).note
    )
    assert "tried" not in scene_of([1.0, 0.0] * 16, bits=True).note
    assert scene_of([1.0, 1.0]).note == ""


@pytest.mark.parametrize("n", [4, 32])
def test_what_zeros_and_ones_prove_is_said_of_the_hard_maximum_and_what_is_shown_of_the_soft(n):
    bits = [1.0, 0.0] * (n // 2)
    soft = scene_of(bits, SmoothMax(1.0), bits=True).note
    hard = scene_of(bits, HARD, bits=True).note
    assert "under the hard maximum" in hard
    assert soft == f"{hard} {SOFT_BITS}"


@given(vectors)
def test_inversions_are_counted_at_every_column(x):
    x = np.round(x)
    scene = scene_of(x, HARD)
    counted = [
        sum(a > b for k, a in enumerate(column) for b in column[k + 1 :]) for column in scene.soft
    ]
    assert list(scene.inversions) == counted
