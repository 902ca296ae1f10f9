"""Differentiable sorting: networks of soft compare-exchanges, their traces and their exact
derivatives.

The functions of the original ``differentiable_sorting`` package (John H. Williamson) have their
names and the order of their arguments here, and "Source: differentiable_sorting" says which they
are.

>>> from diffsort_core import bitonic, diff_sort, smoothmax
>>> print(diff_sort(bitonic(4), [3.0, 1.0, 4.0, 2.0], smoothmax).round(2))
[1.7  2.16 2.84 3.3 ]
"""

from .alternative_derivatives import (
    isotonic_sort_jacobian,
    neural_sort_jacobian,
    soft_sort_jacobian,
)
from .alternatives import isotonic_rank, isotonic_sort, neural_sort, soft_sort
from .confidence import Suggestion, suggest
from .derivatives import rank_jacobian, rank_jvp, rank_vjp, sort_jacobian, sort_jvp, sort_vjp
from .diagrams import network_diagram, pretty_bitonic_network
from .encodings import bitonic_indices, bitonic_matrices, bitonic_woven_matrices
from .errors import DiffsortError, DiffsortWarning
from .families import (
    NETWORKS,
    bitonic,
    bitonic_network,
    mirrored_bitonic,
    odd_even_merge,
    odd_even_transposition,
    pairwise,
    smallest,
    standard_form,
)
from .log_sum_exp import LogSumExp, NormalizedLogSumExp, SoftmaxSmooth
from .measures import error_analysis, hard_ranks, inversions, relative_rms, vanishing, wrong_signed
from .networks import Layer, Network
from .ranking import dargsort, diff_argsort, diff_argsort_indexed, order_matrix
from .readings import diff_median, diff_quantile, diff_topk, diff_topk_mask
from .relaxations import (
    HARD,
    Cauchy,
    Gaussian,
    Optimal,
    Reciprocal,
    Relaxation,
    SmoothMax,
)
from .rows import comparison_sort, vector_sort
from .soft_maxima import smoothmax, softmax, softmax_smooth
from .sorting import diff_sort, diff_sort_indexed, soft_permutation
from .straight import straight_through
from .tracing import Exchanges, Trace, trace
from .variants import diff_sort_weave, shuffled_sort, sort_through
from .zero_one import sorts

__all__ = [
    "HARD",
    "NETWORKS",
    "Cauchy",
    "DiffsortError",
    "DiffsortWarning",
    "Exchanges",
    "Gaussian",
    "Layer",
    "LogSumExp",
    "Network",
    "NormalizedLogSumExp",
    "Optimal",
    "Reciprocal",
    "Relaxation",
    "SmoothMax",
    "SoftmaxSmooth",
    "Suggestion",
    "Trace",
    "bitonic",
    "bitonic_indices",
    "bitonic_matrices",
    "bitonic_network",
    "bitonic_woven_matrices",
    "comparison_sort",
    "dargsort",
    "diff_argsort",
    "diff_argsort_indexed",
    "diff_median",
    "diff_quantile",
    "diff_sort",
    "diff_sort_indexed",
    "diff_sort_weave",
    "diff_topk",
    "diff_topk_mask",
    "error_analysis",
    "hard_ranks",
    "inversions",
    "isotonic_rank",
    "isotonic_sort",
    "isotonic_sort_jacobian",
    "mirrored_bitonic",
    "network_diagram",
    "neural_sort",
    "neural_sort_jacobian",
    "odd_even_merge",
    "odd_even_transposition",
    "order_matrix",
    "pairwise",
    "pretty_bitonic_network",
    "rank_jacobian",
    "rank_jvp",
    "rank_vjp",
    "relative_rms",
    "shuffled_sort",
    "smallest",
    "smoothmax",
    "soft_permutation",
    "soft_sort",
    "soft_sort_jacobian",
    "softmax",
    "softmax_smooth",
    "sort_jacobian",
    "sort_jvp",
    "sort_through",
    "sort_vjp",
    "sorts",
    "standard_form",
    "straight_through",
    "suggest",
    "trace",
    "vanishing",
    "vector_sort",
    "wrong_signed",
]
