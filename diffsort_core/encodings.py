"""One network in the seed's three other forms: binary matrices, indices, woven matrices.

Each form is a list of layers that know how to ``split`` a vector into the two sides of the layer's comparators and how to
``join`` the two results, which is all that the fold in :mod:`diffsort_core.sorting` asks of a layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from .backends import concatenate, constant
from .errors import DiffsortError
from .networks import Network, bitonic


class MatrixLayer(NamedTuple):
    """Four binary matrices: ``l`` and ``r``, shape (n/2, n), select; ``l_inv`` and ``r_inv``, shape (n, n/2), put back."""

    l: np.ndarray  # noqa: E741 (the seed's name)
    r: np.ndarray
    l_inv: np.ndarray
    r_inv: np.ndarray

    @property
    def n(self) -> int:
        return int(self.l.shape[-1])

    def split(self, x: Any) -> tuple[Any, Any]:
        return constant(self.l, x) @ x, constant(self.r, x) @ x

    def join(self, low: Any, high: Any, x: Any) -> Any:
        return constant(self.l_inv, low) @ low + constant(self.r_inv, high) @ high


class IndexLayer(NamedTuple):
    """The same selection by indexing: ``low`` and ``high`` pick the two sides, ``idle`` the wires that no comparator
    touches; ``order`` puts ``[low, high, idle]`` back."""

    low: np.ndarray
    high: np.ndarray
    idle: np.ndarray
    order: np.ndarray

    @property
    def n(self) -> int:
        return int(self.order.shape[-1])

    def split(self, x: Any) -> tuple[Any, Any]:
        return x[self.low], x[self.high]

    def join(self, low: Any, high: Any, x: Any) -> Any:
        parts = [low, high, x[self.idle]] if self.idle.size else [low, high]
        return concatenate(parts)[self.order]


class WovenLayer(NamedTuple):
    """One n x n permutation, already fused with that of the next layer; ``split`` only halves the vector."""

    matrix: np.ndarray

    @property
    def n(self) -> int:
        return int(self.matrix.shape[-1])

    def split(self, x: Any) -> tuple[Any, Any]:
        half = self.n // 2
        return x[:half], x[half:]

    def join(self, low: Any, high: Any, x: Any) -> Any:
        return constant(self.matrix, low) @ concatenate([low, high])


def bitonic_matrices(n: int) -> list[MatrixLayer]:
    """The bitonic network on n = 2^k wires as a list of ``(l, r, l_inv, r_inv)``, one for each layer (the seed's form).

    >>> [matrix.shape for matrix in bitonic_matrices(8)[0]]
    [(4, 8), (4, 8), (8, 4), (8, 4)]

    Raises DiffsortError when n is not a power of two, at least 2. Source: the seed.
    """
    eye = np.eye(_power_of_two(n))
    sides = [(eye[layer.low], eye[layer.high]) for layer in bitonic_indices(n)]
    return [MatrixLayer(l, r, l.T, r.T) for l, r in sides]  # noqa: E741


def bitonic_indices(n: int) -> list[IndexLayer]:
    """The bitonic network on n wires, any n >= 2, as a list of ``(low, high, idle, order)`` index arrays, one for each layer.

    >>> bitonic_indices(4)[0].order
    array([0, 2, 3, 1])

    Raises DiffsortError when n is not a whole number of at least 2. Source: the seed.
    """
    if bitonic(n).n < 2:
        raise DiffsortError(f"n must be at least 2 for this form, got {n}; bitonic(n) takes any n")
    return encoded(bitonic(n))


def bitonic_woven_matrices(n: int) -> list[np.ndarray]:
    """The bitonic network on n = 2^k wires as depth + 1 permutation matrices, each n x n: one before the first layer, one
    after each, every one fused with the next layer's selection, so that a layer splits by halves (the seed's woven form).

    >>> len(bitonic_woven_matrices(8))
    7

    Raises DiffsortError when n is not a power of two, at least 2. Source: the seed.
    """
    eye = np.eye(_power_of_two(n))
    layers = bitonic_indices(n)
    selections = [np.concatenate([layer.low, layer.high]) for layer in layers]
    fused = [eye[layer.order[after]] for layer, after in zip(layers, selections[1:], strict=False)]
    return [eye[selections[0]], *fused, eye[layers[-1].order]]


def encoded(network: Network | Sequence[Any]) -> list[Any]:
    """The layers of a network, or of one of the forms above, as objects that ``split`` and ``join``.

    Raises DiffsortError when the network is neither.
    """
    if isinstance(network, Network):
        return [IndexLayer(*arrays) for arrays in network.gathers]
    layers = [_layer(form) for form in network] if isinstance(network, Sequence | np.ndarray) else []
    if not layers or not all(isinstance(layer, MatrixLayer | IndexLayer | WovenLayer) for layer in layers):
        raise DiffsortError(f"network must be a Network or one of the bitonic forms, got {network!r}")
    return layers


def _layer(form: Any) -> Any:
    if isinstance(form, np.ndarray):
        return WovenLayer(form)
    return MatrixLayer(*form) if type(form) is tuple and len(form) == 4 else form


def _power_of_two(n: int) -> int:
    if bitonic(n).n < 2 or n & (n - 1):
        raise DiffsortError(f"n must be a power of two, at least 2, for this form, got {n}; bitonic(n) takes any n")
    return n
