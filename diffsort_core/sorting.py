"""The fold: a soft sort is one compare-exchange, folded over a network's layers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce
from typing import Any

from .backends import asvector
from .encodings import WovenLayer, encoded
from .errors import DiffsortError
from .networks import Network
from .relaxations import SoftMaximum, as_relaxation, exchange, softmax


def diff_sort(network: Network | Sequence[Any], x: Any, softmax: SoftMaximum = softmax) -> Any:
    """Sort x softly: ascending, of x's shape (n,), dtype and array library, differentiable everywhere.

    ``network``: a :class:`Network`, or one of the seed's forms (``bitonic_matrices(n)``, ``bitonic_indices(n)``,
    ``bitonic_woven_matrices(n)``). ``softmax``: any callable ``(a, b) -> max``; by default log-sum-exp with alpha = 1, under
    which the values may leave the range of x and, where they are close, their order.

    >>> from diffsort_core import bitonic
    >>> print(diff_sort(bitonic(8), [5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0]).round(3))
    [-1.007  4.996  9.439 13.212 15.948 18.21  20.602 42.   ]

    Raises DiffsortError when x is empty, not one-dimensional, not finite, not numbers, or not of the network's n.
    Source: the seed.
    """
    x, layers = prepare(network, x)
    return reduce(partial(exchange_layer, as_relaxation(softmax) or softmax), layers, x)


def exchange_layer(softmax: SoftMaximum, x: Any, layer: Any) -> Any:
    """One step of the fold: all compare-exchanges of one encoded layer on x."""
    return layer.join(*exchange(softmax, *layer.split(x)), x)


def prepare(network: Network | Sequence[Any], x: Any) -> tuple[Any, list[Any]]:
    """x as a vector that fits the network, and the layers to fold over."""
    x = asvector(x)
    layers = encoded(network)
    n = network.n if isinstance(network, Network) else layers[0].n
    if x.shape[0] != n:
        raise DiffsortError(f"x must have n = {n} values, one for each wire, got {x.shape[0]}")
    if layers and isinstance(layers[0], WovenLayer):
        first, *layers = layers
        x = first.join(*first.split(x), x)
    return x, layers
