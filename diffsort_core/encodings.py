"""One network in the forms that a sort runs on: differentiable_sorting's binary matrices, indices
and woven matrices, and two of our own.

Each form is a list of layers that know how to ``split`` an array along its first axis into the two
sides of the layer's comparators and how to ``join`` the two results, which is all that the fold in
:mod:`diffsort_core.sorting` asks of a layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from .backends import Namespace
from .block_layers import BlockLayer
from .errors import DiffsortError
from .families import bitonic
from .networks import Network
from .slicing import Slices

MOST_WOVEN = 8192  # wires, up to which index arrays are faster than slices
_SLOW_TO_GATHER = (
    "jax",
    "torch",
    "tensorflow",
    "cupy",
)  # at the latest when a gather is differentiated


class MatrixLayer(NamedTuple):
    """Four binary matrices: ``l`` and ``r``, shape (n/2, n), select; ``l_inv`` and ``r_inv``, shape
    (n, n/2), put back."""

    l: np.ndarray  # noqa: E741 (differentiable_sorting's name)
    r: np.ndarray
    l_inv: np.ndarray
    r_inv: np.ndarray

    @property
    def n(self) -> int:
        return int(self.l.shape[-1])

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        return xp.product(self.l, x), xp.product(self.r, x)

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        return xp.product(self.l_inv, low) + xp.product(self.r_inv, high)


class IndexLayer(NamedTuple):
    """The same selection by indexing: ``low`` and ``high`` pick the two sides, ``idle`` the wires
    that no comparator touches; ``order`` puts ``[low, high, idle]`` back."""

    low: np.ndarray
    high: np.ndarray
    idle: np.ndarray
    order: np.ndarray

    @property
    def n(self) -> int:
        return int(self.order.shape[-1])

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        return xp.rows(x, self.low), xp.rows(x, self.high)

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        parts = [low, high, xp.rows(x, self.idle)] if self.idle.size else [low, high]
        return xp.rows(xp.concatenate(parts), self.order)


class WovenLayer(NamedTuple):
    """One n x n permutation, already fused with that of the next layer; ``split`` only halves the
    vector."""

    matrix: np.ndarray

    @property
    def n(self) -> int:
        return int(self.matrix.shape[-1])

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        half = self.n // 2
        return x[:half], x[half:]

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        return xp.product(self.matrix, xp.concatenate([low, high]))


class WovenIndexLayer(NamedTuple):
    """The woven form without matrices, for every network: the first ``pairs`` values meet the next
    ``pairs``, the rest is idle, and one gather by ``order`` makes ready for the next layer."""

    pairs: int
    order: np.ndarray

    def split(self, xp: Namespace, x: Any) -> tuple[Any, Any]:
        return x[: self.pairs], x[self.pairs : 2 * self.pairs]

    def join(self, xp: Namespace, low: Any, high: Any, x: Any) -> Any:
        if xp.in_place and low.base is x and high.base is x:
            return xp.rows(x, self.order)  # written in place
        idle = [x[2 * self.pairs :]] if 2 * self.pairs < x.shape[0] else []
        return xp.rows(xp.concatenate([low, high, *idle]), self.order)


def bitonic_matrices(n: int) -> list[MatrixLayer]:
    """The bitonic network on n = 2^k wires as a list of ``(l, r, l_inv, r_inv)``, one for each
    layer (differentiable_sorting's form).

    >>> [matrix.shape for matrix in bitonic_matrices(8)[0]]
    [(4, 8), (4, 8), (8, 4), (8, 4)]

    Raises DiffsortError when n is not a power of two, at least 2. Source: differentiable_sorting.
    """
    eye = np.eye(_power_of_two(n))
    sides = [(eye[layer.low], eye[layer.high]) for layer in bitonic_indices(n)]
    return [MatrixLayer(l, r, l.T, r.T) for l, r in sides]  # noqa: E741


def bitonic_indices(n: int) -> list[IndexLayer]:
    """The bitonic network on n wires, any n >= 2, as a list of ``(low, high, idle, order)`` index
    arrays, one for each layer.

    >>> bitonic_indices(4)[0].order
    array([0, 2, 3, 1])

    Raises DiffsortError when n is not a whole number of at least 2. Source: differentiable_sorting.
    """
    if bitonic(n).n < 2:
        raise DiffsortError(f"n must be at least 2 for this form, got {n}; bitonic(n) takes any n")
    return [IndexLayer(*arrays) for arrays in bitonic(n).gathers]


def bitonic_woven_matrices(n: int) -> list[np.ndarray]:
    """The bitonic network on n = 2^k wires as depth + 1 permutation matrices, each n x n: one
    before the first layer, one after each, every one fused with the next layer's selection, so that
    a layer splits by halves (differentiable_sorting's woven form).

    >>> len(bitonic_woven_matrices(8))
    7

    Raises DiffsortError when n is not a power of two, at least 2. Source: differentiable_sorting.
    """
    eye = np.eye(_power_of_two(n))
    layers = bitonic_indices(n)
    selections = [np.concatenate([layer.low, layer.high]) for layer in layers]
    fused = [eye[layer.order[after]] for layer, after in zip(layers, selections[1:], strict=False)]
    return [eye[selections[0]], *fused, eye[layers[-1].order]]


def layers_of(
    network: Network | Sequence[Any], xp: Namespace, sided: bool = True
) -> tuple[int, list[Any] | Slices]:
    """The number of wires of a network, or of one of the forms above, and its layers as objects
    that ``split`` and ``join``. The first one of a woven form only puts the values in order.

    A network by rule comes as slices of the array, where n is large or the library is slow to
    differentiate a gather, and otherwise woven. Unless ``sided``, either side of a pair may come
    first. Raises DiffsortError when ``network`` is neither a network nor a form.
    """
    if isinstance(network, Network):
        return network.n, _layers_of_network(network, xp, sided)
    layers = (
        [_layer(form) for form in network] if isinstance(network, Sequence | np.ndarray) else []
    )
    one_kind = len({type(layer) for layer in layers}) == 1 and type(layers[0]) in (
        MatrixLayer,
        IndexLayer,
        WovenLayer,
    )
    if not one_kind or len({layer.n for layer in layers}) > 1:
        raise DiffsortError(
            f"network must be a Network or one of the bitonic forms, got {network!r}"
        )
    return layers[0].n, layers


def require_network(network: Any) -> Network:
    """network, or a DiffsortError: differentiable_sorting's forms do not say which wires they
    compare."""
    if not isinstance(network, Network):
        raise DiffsortError(
            f"network must be a Network, such as bitonic(8), got {type(network).__name__}"
        )
    return network


def _layers_of_network(network: Network, xp: Namespace, sided: bool) -> list[Any] | Slices:
    if network.blocks is None:
        return woven(network.woven())
    if xp.in_place and network.n > MOST_WOVEN and (network.is_regular or not sided):
        return network.slices(sided=network.is_regular)
    if xp.library in _SLOW_TO_GATHER and not sided:
        enter = [] if network.entry is None else [WovenIndexLayer(0, network.entry)]
        return [*enter, *(BlockLayer(network.n, each) for each in network.blocks)]
    return woven(network.woven())


def woven(weave: Sequence[tuple[int, np.ndarray]]) -> list[Any]:
    """What :meth:`Network.woven` says as layers, the first of which only puts the values in
    order."""
    return [WovenIndexLayer(*each) for each in weave]


def _layer(form: Any) -> Any:
    if isinstance(form, np.ndarray):
        return WovenLayer(form)
    if (
        type(form) is tuple
        and len(form) == 4
        and all(isinstance(part, np.ndarray) for part in form)
    ):
        return MatrixLayer(*form) if form[0].ndim == 2 else IndexLayer(*form)
    return form


def _power_of_two(n: int) -> int:
    if bitonic(n).n < 2 or n & (n - 1):
        raise DiffsortError(
            f"n must be a power of two, at least 2, for this form, got {n}; bitonic(n) takes any n"
        )
    return n
