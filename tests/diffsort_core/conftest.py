"""What the core's tests share: the seed's two vectors, the four forms of one network, one relaxation of every kind."""

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from diffsort_core import (
    HARD,
    LogSumExp,
    SmoothMax,
    SoftmaxSmooth,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    bitonic_woven_matrices,
)

settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")

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
    HARD,
]


def read_only(values):
    array = np.array(values, dtype=float)
    array.setflags(write=False)
    return array


@pytest.fixture(scope="session")
def x():
    return read_only([5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18])


@pytest.fixture(scope="session")
def r():
    return read_only([1, 2, 3, 4, 8, 7, 6, 4])


@pytest.fixture(scope="session", params=FORMS, ids=lambda form: form.__name__)
def form(request):
    return request.param


@pytest.fixture(scope="session", params=RELAXATIONS, ids=repr)
def relaxation(request):
    return request.param
