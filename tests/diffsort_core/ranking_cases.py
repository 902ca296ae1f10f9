"""What ranks, and what is read off a soft sort, are tried on."""

import numpy as np
import pytest

from diffsort_core import HARD, Cauchy, Gaussian, LogSumExp, Optimal, SmoothMax

RULES = [LogSumExp(), SmoothMax(2.0), SmoothMax(-1.0), Cauchy(), Gaussian(3.0), HARD]
SCALE_FREE = [
    SmoothMax(2.0, scale_free=True),
    LogSumExp(2.0, scale_free=True),
    Cauchy(scale_free=True),
    Optimal(scale_free=True),
]

each_rule = pytest.mark.parametrize("rule", RULES, ids=repr)


def values(*shape):
    return np.random.default_rng([5, *shape]).normal(scale=3, size=shape)
