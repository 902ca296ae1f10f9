"""The relaxations that explorers offer: they import nothing but the core, so that scenes may know
them, too."""

from __future__ import annotations

from diffsort_core import Cauchy, Gaussian, LogSumExp, Optimal, Reciprocal, Relaxation, SmoothMax

RELAXATIONS: dict[str, tuple[str, type[Relaxation]]] = {
    "smoothmax": ("smoothmax (logistic): a weighted mean", SmoothMax),
    "softmax": ("softmax: log-sum-exp", LogSumExp),
    "Cauchy": ("Cauchy: a weighted mean, monotone", Cauchy),
    "reciprocal": ("reciprocal: a weighted mean, monotone", Reciprocal),
    "optimal": ("optimal: least error, monotone", Optimal),
    "Gaussian": ("Gaussian: a weighted mean", Gaussian),
}
"""Name -> (what a person reads, the relaxation, to be called with alpha)."""
