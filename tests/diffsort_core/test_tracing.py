import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, diff_sort, smoothmax, softmax, trace

SIZES = [1, 2, 6, 8, 13, 32]


def vector(n):
    return np.random.default_rng(n).normal(scale=2, size=n)


@pytest.mark.parametrize("n", SIZES)
def test_a_trace_starts_with_the_input_and_ends_with_the_sort(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    assert len(run.values) == bitonic(n).depth + 1
    np.testing.assert_array_equal(run.values[0], vector(n))
    np.testing.assert_array_equal(run.values[-1], diff_sort(bitonic(n), vector(n), relaxation))


@pytest.mark.parametrize("n", SIZES)
def test_every_layer_keeps_the_sum(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    np.testing.assert_allclose(np.sum(run.values, axis=1), vector(n).sum(), rtol=0, atol=1e-12)


def test_a_layer_leaves_the_wires_alone_that_it_does_not_compare():
    run = trace(bitonic(6), vector(6))
    for before, after, (_, _, idle, _) in zip(run.values, run.values[1:], run.network.gathers, strict=False):
        np.testing.assert_array_equal(after[idle], before[idle])
    assert any(idle.size for _, _, idle, _ in run.network.gathers)


@pytest.mark.parametrize("n", SIZES)
def test_exchanges_say_what_each_comparator_took_and_gave(n, relaxation):
    run = trace(bitonic(n), vector(n), relaxation)
    done = run.exchanges
    comparators = [(depth, *pair) for depth, layer in enumerate(bitonic(n).layers) for pair in layer.comparators]
    for k, (depth, low, high) in enumerate(comparators):
        assert (done.a[k], done.b[k]) == (run.values[depth][low], run.values[depth][high])
        assert (done.low[k], done.high[k]) == (run.values[depth + 1][low], run.values[depth + 1][high])
    low, high = relaxation.exchange(done.a, done.b)
    np.testing.assert_allclose([done.low, done.high], [low, high], rtol=0, atol=1e-14)
    np.testing.assert_array_equal([done.by_a, done.by_b], relaxation.derivative(done.a, done.b))


@pytest.mark.parametrize("alpha", [0.0, 0.4, 3.0, -1.0, np.inf])
def test_the_weight_mixes_a_and_b_into_high_and_low(alpha):
    done = trace(bitonic(13), vector(13), SmoothMax(alpha)).exchanges
    np.testing.assert_allclose(done.weight * done.a + (1 - done.weight) * done.b, done.high, rtol=0, atol=1e-14)
    np.testing.assert_allclose((1 - done.weight) * done.a + done.weight * done.b, done.low, rtol=0, atol=1e-14)


@pytest.mark.parametrize("soft", [softmax, lambda a, b: smoothmax(a, b)], ids=["log-sum-exp", "a plain callable"])
def test_what_does_not_mix_has_no_weight_but_has_derivatives(soft):
    done = trace(bitonic(8), vector(8), soft).exchanges
    assert done.weight is None
    np.testing.assert_allclose(done.by_a + done.by_b, 1, rtol=0, atol=1e-12)


def test_the_values_of_a_trace_are_its_own():
    values = vector(8)
    run = trace(bitonic(8), list(values))
    before = [step.copy() for step in run.values]
    run.exchanges.high[:] = 0
    np.testing.assert_array_equal(run.values, before)
