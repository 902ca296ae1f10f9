"""Differentiable sorting: networks of soft compare-exchanges, their traces and their exact derivatives.

>>> from diffsort_core import bitonic, diff_sort, smoothmax
>>> print(diff_sort(bitonic(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
[1.7  2.16 2.84 3.3 ]
"""

from .derivatives import rank_jacobian, sort_jacobian
from .diagrams import network_diagram, pretty_bitonic_network
from .encodings import bitonic_indices, bitonic_matrices, bitonic_woven_matrices
from .errors import DiffsortError
from .networks import Layer, Network, bitonic
from .ranking import dargsort, diff_argsort, order_matrix
from .relaxations import HARD, LogSumExp, Relaxation, SmoothMax, SoftmaxSmooth, smoothmax, softmax, softmax_smooth
from .sorting import diff_sort
from .tracing import Exchanges, Trace, trace

__all__ = [
    "HARD",
    "DiffsortError",
    "Exchanges",
    "Layer",
    "LogSumExp",
    "Network",
    "Relaxation",
    "SmoothMax",
    "SoftmaxSmooth",
    "Trace",
    "bitonic",
    "bitonic_indices",
    "bitonic_matrices",
    "bitonic_woven_matrices",
    "dargsort",
    "diff_argsort",
    "diff_sort",
    "network_diagram",
    "order_matrix",
    "pretty_bitonic_network",
    "rank_jacobian",
    "smoothmax",
    "softmax",
    "softmax_smooth",
    "sort_jacobian",
    "trace",
]
