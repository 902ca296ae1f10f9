"""What the core's laws are tried on: forms, relaxations, pairs and vectors of numbers."""

from functools import partial

import numpy as np
import pytest

from diffsort_core import (
    HARD,
    NETWORKS,
    Cauchy,
    Gaussian,
    Layer,
    LogSumExp,
    Network,
    NormalizedLogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
    diff_argsort,
    diff_sort,
    rank_jacobian,
    rank_jvp,
    rank_vjp,
    sort_jacobian,
    sort_jvp,
    sort_vjp,
)
from diffsort_core.backends import namespace
from diffsort_core.families import MOST_WIRES

PRODUCTS = [(sort_jacobian, sort_jvp, sort_vjp), (rank_jacobian, rank_jvp, rank_vjp)]
"""The Jacobians, each with its products with a vector."""
FORMS = [bitonic, bitonic_matrices, bitonic_indices, bitonic_woven_matrices]
RELAXATIONS = [
    LogSumExp(),
    LogSumExp(5.0),
    LogSumExp(-0.5),
    SmoothMax(0.0),
    SmoothMax(),
    SmoothMax(-3.0),
    SoftmaxSmooth(smooth=0.3),
    SoftmaxSmooth(smooth=1.0),
    Cauchy(),
    Reciprocal(2.0),
    Optimal(0.7),
    Optimal(-0.3),
    Gaussian(),
    HARD,
]
MIXING = [SmoothMax, Cauchy, Reciprocal, Optimal, Gaussian]
KINDS = [*MIXING, LogSumExp]
SHIFTING = [*KINDS, partial(SoftmaxSmooth, smooth=0.3)]
SMOOTH = [
    LogSumExp(),
    LogSumExp(-0.7),
    SmoothMax(2.0),
    SmoothMax(-1.5),
    SmoothMax(0.0),
    Cauchy(3.0),
    Cauchy(-1.0),
    Reciprocal(),
    Optimal(0.5),
    Gaussian(0.7),
    SoftmaxSmooth(smooth=0.3),
    SoftmaxSmooth(2.0, smooth=1.0),
]
SCALE_FREE = [
    SmoothMax(2.0, scale_free=True),
    LogSumExp(3.0, scale_free=True),
    Cauchy(-1.0, scale_free=True),
    Optimal(scale_free=True),
    SoftmaxSmooth(smooth=0.4, scale_free=True),
]
OF_POSITIVE = [NormalizedLogSumExp(0.8), NormalizedLogSumExp(2.0, 0.5)]
RULES = [*SMOOTH, *SCALE_FREE, *OF_POSITIVE, HARD]
GRID = np.concatenate([np.linspace(-20, 20, 21), [0.1, 1e-9, -3.3]])
A, B = (side.ravel() for side in np.meshgrid(GRID, GRID))
ABOVE_0 = np.array([1e-9, 0.1, 0.7, 1, 3, 8.5, 30])
HIGH, HIGHER = (side.ravel() for side in np.meshgrid(ABOVE_0, ABOVE_0))
each_rule = pytest.mark.parametrize("rule", RULES, ids=repr)
each_family = pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
assert_close = partial(np.testing.assert_allclose, rtol=1e-12, atol=1e-12)


def sizes_for(family, sizes):
    """Those of the sizes for which there is a network of this family."""
    return [n for n in sizes if n <= MOST_WIRES.get(family.__name__, n)]


def as_listed(network):
    """The network as a person would list it, comparator for comparator: run by index arrays."""
    layers = [Layer(layer.comparators, layer.stage) for layer in network.layers]
    return Network(network.n, tuple(layers), network.name)


def by_name(kind):
    return getattr(kind, "__name__", "SoftmaxSmooth")


def both(relaxation, xp, a=A, b=B):
    """The soft minima and maxima as an array (2, size)."""
    return xp.call(lambda a, b: namespace(a).stack(relaxation.exchange(a, b)), a, b)


def over_gaps(relaxation):
    """a = 0, b = gap: from tiny gaps to where every relaxation is as good as hard."""
    gaps = np.concatenate([np.linspace(0, 20, 20_001), np.logspace(1.3, 5, 1000)]) / abs(
        relaxation.alpha
    )
    return np.zeros_like(gaps), gaps


def batch(*shape):
    return np.random.default_rng(len(shape)).normal(scale=3, size=shape)


def values(*shape, seed=0):
    """Positive, no two equal."""
    return np.random.default_rng([seed, *shape]).uniform(1, 6, size=shape)


def direction(*shape):
    return np.random.default_rng([9, *shape]).normal(size=shape)


def sort_by(network, rule, **options):
    return lambda x: diff_sort(network, x, rule, **options)


def rank_by(network, rule, **options):
    return lambda x: diff_argsort(network, x, 0.8, rule, **options)
