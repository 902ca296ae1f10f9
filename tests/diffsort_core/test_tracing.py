import pickle

import numpy as np
import pytest

from diffsort_core import (
    HARD,
    NETWORKS,
    DiffsortError,
    Layer,
    LogSumExp,
    Network,
    NormalizedLogSumExp,
    SmoothMax,
    bitonic,
    bitonic_matrices,
    diff_sort,
    smoothmax,
    softmax,
    sort_jacobian,
    trace,
)
from diffsort_core.soft_maxima import derivative

SIZES = [1, 2, 6, 8, 13, 32]


def vector(n):
    return np.random.default_rng(n).normal(scale=2, size=n)


@pytest.mark.parametrize("n", SIZES)
def test_a_trace_starts_with_the_input_and_ends_with_the_sort(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    assert len(run.values) == bitonic(n).depth + 1
    np.testing.assert_array_equal(run.values[0], vector(n))
    np.testing.assert_allclose(
        run.values[-1], diff_sort(bitonic(n), vector(n), relaxation), rtol=0, atol=1e-14
    )


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("n", [1, 6])
def test_a_trace_is_the_same_in_every_library(xp, family, n):
    for soft in (smoothmax, HARD, SmoothMax(2.0, scale_free=True)):
        run = trace(family(n), xp.array(vector(n)), soft)
        assert all(type(values) is type(xp.array([1.0])) for values in run.values)
        expected = trace(family(n), vector(n), soft)
        np.testing.assert_allclose(
            [xp.numpy(values) for values in run.values], expected.values, rtol=0, atol=1e-12
        )
        assert run.softmax == expected.softmax or np.isclose(
            run.softmax.alpha, expected.softmax.alpha
        )


@pytest.mark.parametrize("n", SIZES)
def test_every_layer_keeps_the_sum(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    np.testing.assert_allclose(np.sum(run.values, axis=1), vector(n).sum(), rtol=0, atol=1e-12)


def test_a_layer_leaves_the_wires_alone_that_it_does_not_compare():
    run = trace(bitonic(6), vector(6))
    for before, after, (_, _, idle, _) in zip(
        run.values, run.values[1:], run.network.gathers, strict=False
    ):
        np.testing.assert_array_equal(after[idle], before[idle])
    assert any(idle.size for _, _, idle, _ in run.network.gathers)


def test_a_network_without_comparators_has_a_trace():
    run = trace(Network(2, (Layer(()),)), [2.0, 1.0], smoothmax)
    np.testing.assert_array_equal(run.values, [[2, 1], [2, 1]])
    assert [len(each) for each in run.exchanges] == [0] * 7


@pytest.mark.parametrize("n", SIZES)
def test_exchanges_say_what_each_comparator_took_and_gave(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    done = run.exchanges
    comparators = [
        (depth, *pair)
        for depth, layer in enumerate(bitonic(n).layers)
        for pair in layer.comparators
    ]
    for k, (depth, low, high) in enumerate(comparators):
        assert (done.a[k], done.b[k]) == (run.values[depth][low], run.values[depth][high])
        assert (done.low[k], done.high[k]) == (
            run.values[depth + 1][low],
            run.values[depth + 1][high],
        )
    low, high = relaxation.exchange(done.a, done.b)
    np.testing.assert_allclose([done.low, done.high], [low, high], rtol=0, atol=1e-14)
    np.testing.assert_array_equal([done.by_a, done.by_b], relaxation.derivative(done.a, done.b))


@pytest.mark.parametrize("alpha", [0.0, 0.4, 3.0, -1.0, np.inf])
def test_the_weight_mixes_a_and_b_into_high_and_low(alpha):
    done = trace(bitonic(13), vector(13), SmoothMax(alpha)).exchanges
    np.testing.assert_allclose(
        done.weight * done.a + (1 - done.weight) * done.b, done.high, rtol=0, atol=1e-14
    )
    np.testing.assert_allclose(
        (1 - done.weight) * done.a + done.weight * done.b, done.low, rtol=0, atol=1e-14
    )


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
def test_a_scale_free_trace_says_what_it_did_in_units_of_x(kind):
    x = vector(8)
    run = trace(bitonic(8), x, kind(2.0, scale_free=True))
    assert run.softmax.alpha == pytest.approx(2.0 / x.std())
    assert not run.softmax.scale_free
    np.testing.assert_allclose(
        run.values[-1], diff_sort(bitonic(8), x, kind(2.0, scale_free=True)), rtol=0, atol=1e-13
    )
    done = run.exchanges
    np.testing.assert_allclose(
        [done.low, done.high], run.softmax.exchange(done.a, done.b), rtol=0, atol=1e-13
    )


@pytest.mark.parametrize(
    "relaxation", [SmoothMax(3.0), LogSumExp(3.0), HARD, SmoothMax(0.0)], ids=repr
)
def test_a_trace_keeps_the_soft_maximum_that_it_was_given(relaxation):
    assert trace(bitonic(4), vector(4), relaxation).softmax == relaxation


def test_a_trace_of_large_values_is_finite_and_silent():
    x = vector(8) * 1e307
    run = trace(bitonic(8), x, smoothmax)
    assert np.isfinite(run.exchanges[:6]).all()
    np.testing.assert_allclose(run.values[-1], np.sort(x))
    assert set(run.exchanges.weight) == {0, 1}


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_a_trace_keeps_the_dtype(dtype):
    run = trace(bitonic(8), vector(8).astype(dtype), smoothmax)
    assert {values.dtype for values in run.values} == {np.dtype(dtype)}
    assert {each.dtype for each in run.exchanges} == {np.dtype(dtype)}


@pytest.mark.parametrize(
    "soft", [softmax, lambda a, b: smoothmax(a, b)], ids=["log-sum-exp", "a plain callable"]
)
def test_what_does_not_mix_has_no_weight_but_has_derivatives(soft):
    run = trace(bitonic(8), vector(8), soft)
    assert run.exchanges.weight is None
    np.testing.assert_allclose(run.exchanges.by_a + run.exchanges.by_b, 1, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(run.exchanges[4:6], derivative(run.softmax, *run.exchanges[:2]))


def test_under_normalize_the_derivatives_of_a_comparator_add_up_to_more_than_1():
    done = trace(bitonic(2), [0.5, 0.2], NormalizedLogSumExp()).exchanges
    assert (done.by_a + done.by_b > 1).all()


@pytest.mark.parametrize("given", [list, np.array], ids=["list", "array"])
def test_the_values_of_a_trace_are_its_own(given):
    x = given(vector(8))
    run = trace(bitonic(8), x)
    before = [step.copy() for step in run.values]
    x[0] = 99
    run.exchanges.high[:] = 0
    np.testing.assert_array_equal(run.values, before)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: trace(bitonic_matrices(4), [1, 2, 3, 4]),
            r"network must be a Network, such as bitonic\(8\), got list",
        ),
        (
            lambda: trace(bitonic(4), np.ones((4, 1))),
            r"x must be one-dimensional, got shape \(4, 1\)",
        ),
        (lambda: trace(bitonic(4), 3.0), r"x must be one-dimensional, got shape \(\)"),
        (lambda: trace(bitonic(4), []), r"x must hold at least one value, got none"),
        (
            lambda: trace(bitonic(4), [1, 2, 3]),
            r"x must have n = 4 values, one for each wire, got 3",
        ),
        (
            lambda: trace(bitonic(2), [1, np.nan]),
            r"x must hold finite numbers, got nan in \[ 1\., nan\]",
        ),
        (lambda: trace(bitonic(2), [1, 2], SmoothMax("a")), r"alpha must be a number, got 'a'"),
    ],
)
def test_bad_arguments_are_refused(call, message):
    with pytest.raises(DiffsortError, match=f"^{message}$"):
        call()


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("n", [1, 2, 6, 8])
def test_tangents_and_cotangents_meet_the_jacobian_at_their_ends_and_each_other_between(
    family, n, relaxation
):
    run, jacobian = (
        trace(family(n), vector(n), relaxation),
        sort_jacobian(family(n), vector(n), relaxation),
    )
    v, w = np.random.default_rng(n).normal(size=(2, n))
    tangents, cotangents = run.tangents(v), run.cotangents(w)
    assert tangents.shape == cotangents.shape == (run.network.depth + 1, n)
    np.testing.assert_allclose(tangents[-1], jacobian @ v, rtol=0, atol=1e-12)
    np.testing.assert_allclose(cotangents[0], jacobian.T @ w, rtol=0, atol=1e-12)
    np.testing.assert_allclose(
        np.sum(tangents * cotangents, axis=1), w @ jacobian @ v, rtol=0, atol=1e-12
    )


def test_tangents_of_the_wrong_length_are_refused():
    with pytest.raises(DiffsortError, match="v must have n = 4 values, got 3"):
        trace(bitonic(4), vector(4)).tangents([1, 2, 3])
    with pytest.raises(DiffsortError, match="w must hold finite numbers"):
        trace(bitonic(2), vector(2)).cotangents([1, np.nan])


def test_two_runs_are_equal_where_network_rule_and_values_are():
    run = trace(bitonic(3), [3.0, 1.0, 2.0], SmoothMax(2.0))
    assert run == trace(bitonic(3), [3.0, 1.0, 2.0], SmoothMax(2.0))
    assert run == pickle.loads(pickle.dumps(run))
    assert run != trace(bitonic(3), [3.0, 1.0, 2.5], SmoothMax(2.0))
    assert run != trace(bitonic(3), [3.0, 1.0, 2.0], SmoothMax(3.0))
    assert run != trace(bitonic(2), [3.0, 1.0], SmoothMax(2.0))
    assert run != "a run"
    with pytest.raises(TypeError, match="unhashable type: 'Trace'"):
        hash(run)
