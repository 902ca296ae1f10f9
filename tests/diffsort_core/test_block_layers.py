import numpy as np
import pytest
from cases import as_listed, each_family, sizes_for, values

from diffsort_core import SmoothMax, diff_sort, encodings
from diffsort_core.backends import Namespace
from diffsort_core.block_layers import BlockLayer
from diffsort_core.blocks import size_of
from diffsort_core.families import ANY_N

SIZES = [2, 3, 5, 6, 8, 11, 13, 16, 19, 27, 33, 64]


@each_family
def test_blocks_compare_as_index_arrays_do(xp, family, monkeypatch):
    """In every library, and for any n: what is left of the tail is cut from its runs."""
    monkeypatch.setattr(encodings, "_SLOW_TO_GATHER", (xp.name,))
    monkeypatch.setattr(encodings, "MOST_WOVEN", 10**9)
    for n in sizes_for(family, SIZES) if xp.name in ("numpy", "autograd") else (6, 11, 16):
        for x in (values(n), values(n, 3), values(n, 2, 2)):
            sort = xp.call(lambda x, n=n: diff_sort(family(n), x, SmoothMax(0.7), axis=0), x)
            expected = diff_sort(as_listed(family(n)), x, SmoothMax(0.7), axis=0)
            np.testing.assert_allclose(sort, expected, rtol=0, atol=1e-12, err_msg=str(n))


@pytest.mark.parametrize("family", ANY_N.values(), ids=ANY_N)
@pytest.mark.parametrize("n", SIZES)
def test_blocks_split_into_all_pairs_and_join_them_in_their_places(family, n):
    """Whatever meets is a pair of values that the network compares, as many as it has."""
    xp, x = Namespace("numpy"), np.arange(n)
    for block in family(n).blocks:
        layer = BlockLayer(n, block)
        a, b = layer.split(xp, x)
        assert a.shape == b.shape
        assert a.size == size_of(block, n)
        assert len({*a.ravel().tolist(), *b.ravel().tolist()}) == 2 * a.size
        assert sorted(layer.join(xp, a, b, x).tolist()) == list(range(n))
