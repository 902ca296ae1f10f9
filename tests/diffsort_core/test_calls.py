"""A large batch goes some vectors at a time: the same numbers, in the memory of a few."""

import tracemalloc

import numpy as np
import pytest

from diffsort_core import (
    DiffsortError,
    SmoothMax,
    bitonic,
    calls,
    diff_topk_mask,
    rank_jvp,
    rank_vjp,
    sort_jvp,
    sort_vjp,
)

SOFT = SmoothMax(2.0)


@pytest.fixture
def rng():
    return np.random.default_rng(16)


CALLS = {
    "sort_jvp": lambda x, v, **o: sort_jvp("bitonic", x, v, SOFT, **o),
    "sort_vjp": lambda x, v, **o: sort_vjp("bitonic", x, v, SOFT, **o),
    "rank_jvp": lambda x, v, **o: rank_jvp("bitonic", x, v, 0.3, SOFT, **o),
    "rank_vjp": lambda x, v, **o: rank_vjp("bitonic", x, v, 0.3, SOFT, **o),
    "scale-free": lambda x, v, **o: rank_vjp(
        "bitonic", x, v, 0.3, SmoothMax(2.0, scale_free=True), **o
    ),
    "diff_topk_mask": lambda x, v, **o: diff_topk_mask("bitonic", x, 2, SOFT, **o),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(("shape", "axis"), [((9, 5), -1), ((5, 7), 0), ((2, 5, 3), 1)], ids=str)
def test_pieces_of_a_batch_give_what_the_whole_gives(monkeypatch, rng, name, shape, axis):
    x, v = rng.normal(size=shape), rng.normal(size=shape)
    whole = CALLS[name](x, v, axis=axis)
    monkeypatch.setattr(calls, "_VALUES", 11)  # two vectors of five, and one left over
    np.testing.assert_allclose(CALLS[name](x, v, axis=axis), whole, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("name", CALLS)
def test_a_large_batch_takes_the_memory_of_a_few_of_its_size(rng, name):
    x, v = rng.normal(size=(2, 16_000, 64))
    CALLS[name](x[:2], v[:2])
    tracemalloc.start()
    CALLS[name](x, v)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 * x.nbytes  # all layers of all vectors are some 50


def test_a_piece_is_refused_as_the_whole_is(monkeypatch, rng):
    monkeypatch.setattr(calls, "_VALUES", 11)
    x = rng.normal(size=(9, 5))
    x[7, 2] = np.nan
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        sort_vjp(bitonic(5), x, np.ones_like(x))
    with pytest.raises(DiffsortError, match=r"^w must have the shape \(9, 5\) of x, got \(9, 4\)"):
        sort_vjp(bitonic(5), np.ones((9, 5)), np.ones((9, 4)))
