"""Shared by the core's tests: the array libraries that a run asks for, two vectors of
differentiable_sorting's README, the
float types."""

import importlib.util
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import strategies as st

from diffsort_core import NormalizedLogSumExp

sys.path.insert(0, str(Path(__file__).parent))
from cases import FORMS, RELAXATIONS
from libraries import KINDS, LIBRARIES


def read_only(values):
    array = np.array(values, dtype=float)
    array.setflags(write=False)
    return array


@cache
def gpus() -> int:
    if importlib.util.find_spec("cupy") is None:
        return 0
    from cupy.cuda.runtime import CUDARuntimeError, getDeviceCount

    try:
        return getDeviceCount()
    except CUDARuntimeError:
        return 0


def asked_for(config):
    """The libraries of this run (``--libraries``)."""
    asked = config.getoption("--libraries")
    return [*LIBRARIES, "dask"] if asked == "all" else asked.split(",")


def pytest_ignore_collect(collection_path, config):
    """A file for one library, such as test_torch.py, is read where a run asks for that library."""
    name = collection_path.stem.removeprefix("test_")
    return (
        True
        if name in ("jax", "torch", "tensorflow", "dask") and name not in asked_for(config)
        else None
    )


def pytest_generate_tests(metafunc):
    """Each test of a law runs in every library that this run is asked for."""
    if "xp" in metafunc.fixturenames:
        names = [name for name in asked_for(metafunc.config) if name in LIBRARIES]
        if "autodiff" in metafunc.fixturenames:
            names = [name for name in names if KINDS[name].differentiates]
        metafunc.parametrize("xp", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def xp(request):
    """A library; one that is asked for and missing is an error, but for CuPy where there is no
    GPU."""
    if request.param == "cupy" and not gpus():
        pytest.skip("CuPy needs a GPU, and here is none")
    return KINDS[request.param](request.param)


@pytest.fixture(scope="session")
def autodiff(xp):
    """Each of these libraries, as long as it differentiates."""
    return xp


@pytest.fixture(scope="session")
def x():
    return read_only([5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18])


@pytest.fixture(scope="session")
def r():
    return read_only([1, 2, 3, 4, 8, 7, 6, 4])


@pytest.fixture(scope="session", params=[np.float32, np.float64])
def dtype(request):
    return request.param


@pytest.fixture(scope="session")
def any_finite(dtype):
    """Every finite number of the dtype, and its extremes often."""
    limits = np.finfo(dtype)
    extremes = [
        float(edge) for edge in (limits.max, limits.min, limits.smallest_subnormal, -limits.tiny)
    ]
    return st.sampled_from(extremes) | st.floats(
        width=limits.bits, allow_nan=False, allow_infinity=False
    )


@pytest.fixture(scope="session", params=FORMS, ids=lambda form: form.__name__)
def form(request):
    return request.param


@pytest.fixture(scope="session", params=RELAXATIONS, ids=repr)
def relaxation(request):
    return request.param


@pytest.fixture(
    scope="session",
    params=[*RELAXATIONS, NormalizedLogSumExp(), NormalizedLogSumExp(2.0, 0.4)],
    ids=repr,
)
def above_0(request):
    """Every relaxation, and those that take only values above 0."""
    return request.param
