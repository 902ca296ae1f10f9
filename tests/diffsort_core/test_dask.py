"""The core's functions take Dask arrays chunked along the batch, and stay lazy."""

import numpy as np
import pytest
from functions import (
    BATCH,
    assert_equal,
    with_nan,
)

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    SmoothMax,
    bitonic,
    diff_argsort,
    diff_median,
    diff_sort,
    diff_topk,
    neural_sort,
    order_matrix,
    rank_vjp,
    soft_permutation,
    soft_sort,
    sort_jacobian,
    sort_vjp,
)

ON_CHUNKS = {
    "diff_sort": lambda x, **axis: diff_sort(bitonic(6), x, SmoothMax(), **axis),
    "diff_sort, descending": lambda x, **axis: diff_sort(
        bitonic(6), x, SmoothMax(), descending=True, **axis
    ),
    "diff_argsort": lambda x, **axis: diff_argsort(bitonic(6), x, 0.5, **axis),
    "soft_permutation": lambda x, **axis: soft_permutation(bitonic(6), x, **axis),
    "diff_topk": lambda x, **axis: diff_topk(bitonic(6), x, 2, **axis),
    "diff_median": lambda x, **axis: diff_median(bitonic(6), x, **axis),
    "sort_jacobian": lambda x, **axis: sort_jacobian(
        bitonic(6), x, Cauchy(scale_free=True), **axis
    ),
    "sort_vjp": lambda x, **axis: sort_vjp(bitonic(6), x, x * 2, **axis),
    "rank_vjp": lambda x, **axis: rank_vjp(bitonic(6), x, x * 2, 0.5, **axis),
    "order_matrix": lambda x: order_matrix(x, x * 0.5, 0.5),
    "neural_sort": lambda x: neural_sort(x),
    "soft_sort": lambda x: soft_sort(x),
}
ROWS = np.random.default_rng(1).normal(size=(7, 3, 6))
each_on_chunks = pytest.mark.parametrize("function", ON_CHUNKS.values(), ids=ON_CHUNKS)


@pytest.fixture(scope="session")
def dask():
    import dask.array

    return dask.array


@each_on_chunks
def test_dask_is_lazy_and_right(dask, function):
    computed = []

    def record(block):
        computed.append(block.shape)
        return block

    plain = dask.from_array(ROWS, chunks=(3, 2, -1))
    lazy = function(plain.map_blocks(record, dtype=plain.dtype, meta=np.empty((0, 0, 0))))
    expected = function(ROWS)
    assert isinstance(lazy, dask.Array)
    assert computed == []
    assert lazy.shape == expected.shape
    assert lazy.dtype == expected.dtype
    assert lazy.chunks[:2] == plain.chunks[:2]
    got = lazy.compute()
    assert sorted(set(computed)) == [(1, 1, 6), (1, 2, 6), (3, 1, 6), (3, 2, 6)]
    assert_equal(got, expected)


@each_on_chunks
def test_dask_keeps_float32(dask, function):
    narrow = dask.from_array(ROWS.astype(np.float32), chunks=(4, -1, -1))
    assert function(narrow).dtype == np.float32
    assert function(narrow).compute().dtype == np.float32


@pytest.mark.parametrize("axis", [0, 1, -2])
@pytest.mark.parametrize(
    "name", [name for name in ON_CHUNKS if name not in ("order_matrix", "neural_sort", "soft_sort")]
)
def test_dask_takes_any_axis(dask, name, axis):
    rows = np.moveaxis(ROWS, -1, axis)
    chunks = [2, 2, 2]
    chunks[axis] = -1
    lazy = ON_CHUNKS[name](dask.from_array(rows, chunks=tuple(chunks)), axis=axis)
    expected = ON_CHUNKS[name](rows, axis=axis)
    assert lazy.shape == expected.shape
    assert_equal(lazy.compute(), expected)


@each_on_chunks
def test_dask_refuses_an_axis_in_chunks(dask, function):
    with pytest.raises(
        DiffsortError,
        match=r"^\w+ must be chunked along the batch only, got 2 chunks along axis -1$",
    ):
        function(dask.from_array(ROWS, chunks=(-1, -1, 3)))


def test_dask_refuses_at_once_what_every_block_would_refuse(dask):
    x = dask.from_array(ROWS, chunks=(3, -1, -1))
    with pytest.raises(DiffsortError, match=r"^x must have n = 8 values"):
        diff_sort(bitonic(8), x)
    with pytest.raises(DiffsortError, match=r"^sigma must be a positive number, got 0$"):
        diff_argsort(bitonic(6), x, 0)
    with pytest.raises(DiffsortError, match=r"^axis must be one of the 3 axes of x"):
        diff_sort(bitonic(6), x, axis=3)


def test_dask_finds_a_nan_when_it_computes(dask):
    lazy = diff_sort(bitonic(4), dask.from_array(with_nan(), chunks=(1, -1)))
    assert_equal(lazy[[0, 2]].compute(), diff_sort(bitonic(4), BATCH[[0, 2]]))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        lazy.compute()


def test_dask_takes_whole_numbers_and_one_vector(dask):
    whole = dask.from_array(np.array([[3, 1, 2], [9, 8, 7]]), chunks=(1, -1))
    lazy = diff_sort(bitonic(3), whole, SmoothMax())
    assert lazy.dtype == np.float64
    assert_equal(lazy.compute(), diff_sort(bitonic(3), whole.compute(), SmoothMax()))
    assert_equal(diff_median(bitonic(3), whole[0], HARD).compute(), 2.0)


def test_dask_works_in_other_processes(dask):
    from dask.distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        x = dask.from_array(ROWS, chunks=(4, -1, -1))
        sort, ranks, pulled = client.gather(
            client.compute(
                [ON_CHUNKS[name](x) for name in ("diff_sort", "diff_argsort", "sort_vjp")]
            )
        )
        assert len(client.ncores()) == 2
    assert_equal(sort, ON_CHUNKS["diff_sort"](ROWS))
    assert_equal(ranks, ON_CHUNKS["diff_argsort"](ROWS))
    assert_equal(pulled, ON_CHUNKS["sort_vjp"](ROWS))
