import numpy as np
import pytest

from diffsort_core import (
    NETWORKS,
    DiffsortError,
    Layer,
    Network,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    diff_sort,
    diff_sort_indexed,
    odd_even_merge,
    softmax,
)

POWERS = [2, 4, 8, 16, 32]


def vectors(n, m=3):
    return np.random.default_rng(n).normal(scale=3, size=(n, m))


def looped(network, x, relaxation):
    """A sort as a plain loop over comparators."""
    x = np.array(x)
    for layer in network.layers:
        for low, high in layer.comparators:
            x[low], x[high] = relaxation.exchange(x[low], x[high])
    return x


def random_network(seed):
    """Comparators either way on random wires, some wires idle, some layers empty: it need not
    sort."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 10))
    wires = (
        rng.permutation(n)[: 2 * rng.integers(0, n // 2 + 1)].reshape(-1, 2)
        for _ in range(rng.integers(0, 6))
    )
    return Network(n, tuple(Layer(tuple(map(tuple, pairs.tolist()))) for pairs in wires))


def relabelled(network, wire):
    """The network with wire k called wire[k]."""
    layers = [
        Layer(tuple((wire[low], wire[high]) for low, high in layer.comparators))
        for layer in network.layers
    ]
    return Network(network.n, tuple(layers))


def with_one_turned(network, place):
    """The network with one comparator the other way up."""
    layers, counted = [], iter(range(network.size))
    for layer in network.layers:
        layers.append(
            Layer(
                tuple(pair[::-1] if next(counted) == place else pair for pair in layer.comparators)
            )
        )
    return Network(network.n, tuple(layers))


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
def test_a_sort_is_a_loop_over_the_comparators(xp, family):
    for n in (1, 2, 3, 6, 8, 13) if xp.name == "numpy" else (1, 6, 8):
        for relaxation in (SmoothMax(0.7), SmoothMax(-np.inf)):
            sort = xp.call(
                lambda x, n=n, rule=relaxation: diff_sort(family(n), x, rule, axis=0), vectors(n)
            )
            np.testing.assert_allclose(
                sort, looped(family(n), vectors(n), relaxation), rtol=0, atol=1e-12
            )


@pytest.mark.parametrize("seed", range(6))
def test_a_network_need_not_sort(xp, seed):
    network, relaxation = random_network(seed), SmoothMax(0.7)
    result = xp.call(lambda x: diff_sort(network, x, relaxation, axis=0), vectors(network.n))
    np.testing.assert_allclose(
        result, looped(network, vectors(network.n), relaxation), rtol=0, atol=1e-12
    )


def test_no_other_network_is_mistaken_for_a_bitonic_one(xp):
    rng, network, relaxation = np.random.default_rng(0), bitonic(8), SmoothMax(0.7)
    others = [relabelled(network, rng.permutation(8).tolist()) for _ in range(2)]
    others += [with_one_turned(network, place) for place in (0, 3, 5, 13, 23)]
    others += [
        Network(8, network.layers[::-1]),
        Network(8, network.layers[:3]),
        Network(8, network.layers[::2]),
        odd_even_merge(8),
    ]
    others += [Network(8, tuple(Layer(layer.comparators[::-1]) for layer in network.layers))]
    mirrored = Layer(((0, 7), (1, 6), (2, 5), (3, 4)))
    others += [
        Network(8, (mirrored,)),
        Network(8, (mirrored, mirrored)),
        Network(8, (Layer(((0, 4), (1, 5), (2, 6))),)),
    ]
    for other in others:
        result = xp.call(lambda x, other=other: diff_sort(other, x, relaxation, axis=0), vectors(8))
        np.testing.assert_allclose(
            result, looped(other, vectors(8), relaxation), rtol=0, atol=1e-12
        )


@pytest.mark.parametrize("softmax", [softmax, SmoothMax(0.7)], ids=["softmax", "smoothmax"])
@pytest.mark.parametrize("n", POWERS)
def test_every_form_sorts_as_the_network_does(form, n, softmax):
    expected = diff_sort(bitonic(n), vectors(n), softmax, axis=0)
    np.testing.assert_allclose(
        diff_sort(form(n), vectors(n), softmax, axis=0), expected, rtol=0, atol=1e-13
    )


def test_every_form_sorts_vectors_and_any_axis_in_every_library(xp, form):
    expected = diff_sort(bitonic(8), vectors(8), axis=0)
    one = xp.call(lambda x: diff_sort_indexed(form(8), x), vectors(8)[:, 0])
    np.testing.assert_allclose(one, expected[:, 0], rtol=0, atol=1e-12)
    cube = xp.call(lambda x: diff_sort(form(8), x, axis=1), vectors(8).T[..., None])
    np.testing.assert_allclose(cube[..., 0], expected.T, rtol=0, atol=1e-12)


@pytest.mark.parametrize("n", [3, 6, 13])
def test_indices_take_any_n(n):
    np.testing.assert_array_equal(
        diff_sort(bitonic_indices(n), vectors(n), axis=0), diff_sort(bitonic(n), vectors(n), axis=0)
    )


@pytest.mark.parametrize("n", POWERS)
def test_matrices_select_the_comparators_and_put_them_back(n):
    for (l, r, l_inv, r_inv), layer in zip(bitonic_matrices(n), bitonic(n).layers, strict=True):  # noqa: E741
        assert tuple(zip(l @ np.arange(n), r @ np.arange(n), strict=True)) == layer.comparators
        np.testing.assert_array_equal(l_inv @ l + r_inv @ r, np.eye(n))


@pytest.mark.parametrize("n", POWERS)
def test_woven_matrices_are_permutations_that_undo_each_other(n):
    matrices = bitonic_woven_matrices(n)
    assert len(matrices) == bitonic(n).depth + 1
    assert all(
        np.array_equal(matrix @ matrix.T, np.eye(n)) and set(matrix.flat) == {0, 1}
        for matrix in matrices
    )
    np.testing.assert_array_equal(np.linalg.multi_dot([np.eye(n), *matrices[::-1]]), np.eye(n))


@pytest.mark.parametrize("n", POWERS)
def test_the_original_own_loops_run_on_the_matrices(n):
    unpacked = woven = vectors(n)
    for l, r, l_inv, r_inv in bitonic_matrices(n):  # noqa: E741
        unpacked = l_inv @ np.minimum(l @ unpacked, r @ unpacked) + r_inv @ np.maximum(
            l @ unpacked, r @ unpacked
        )
    first, *fused = bitonic_woven_matrices(n)
    woven = first @ woven
    for matrix in fused:
        a, b = woven[: n // 2], woven[n // 2 :]
        woven = matrix @ np.concatenate([np.minimum(a, b), np.maximum(a, b)])
    np.testing.assert_array_equal(unpacked, np.sort(vectors(n), axis=0))
    np.testing.assert_array_equal(woven, np.sort(vectors(n), axis=0))


def test_plain_tuples_and_stacks_of_matrices_are_forms_too(x):
    for plain in (
        [tuple(layer) for layer in bitonic_matrices(8)],
        tuple(bitonic_matrices(8)),
        np.stack(bitonic_woven_matrices(8)),
    ):
        np.testing.assert_allclose(
            diff_sort(plain, x), diff_sort(bitonic(8), x), rtol=0, atol=1e-13
        )


@pytest.mark.parametrize("build", [bitonic_matrices, bitonic_woven_matrices])
@pytest.mark.parametrize("n", [1, 3, 6, 12])
def test_matrices_refuse_n_that_is_no_power_of_two(build, n):
    with pytest.raises(DiffsortError, match=rf"n must be a power of two, at least 2, .* got {n};"):
        build(n)


def test_indices_refuse_a_single_wire():
    with pytest.raises(DiffsortError, match=r"n must be at least 2 for this form, got 1;"):
        bitonic_indices(1)


@pytest.mark.parametrize("build", [bitonic_matrices, bitonic_indices, bitonic_woven_matrices])
@pytest.mark.parametrize("n", [0, -8, 2.5])
def test_forms_refuse_what_the_network_refuses(build, n):
    with pytest.raises(DiffsortError, match=rf"n must be a whole number of at least 1, got {n}"):
        build(n)
