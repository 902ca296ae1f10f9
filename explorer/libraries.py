"""One soft sort in every array library that is installed: what comes back, and whether it is the
same."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np

from diffsort_core import (
    DiffsortError,
    Network,
    Relaxation,
    SmoothMax,
    bitonic,
    diff_sort,
    sort_vjp,
)

VALUES = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0, 18.0)
RULE = SmoothMax(0.5)
WEIGHTS = np.arange(8.0)
"""What each place of the sort counts in the sum whose gradient is taken."""


class Library(NamedTuple):
    """What a library is called, what is imported, and what ``pip`` installs."""

    name: str
    module: str
    package: str


LIBRARIES: dict[str, Library] = {
    "numpy": Library("NumPy", "numpy", "numpy"),
    "autograd": Library("autograd", "autograd", "autograd"),
    "jax": Library("JAX", "jax.numpy", "jax"),
    "torch": Library("PyTorch", "torch", "torch"),
    "tensorflow": Library("TensorFlow", "tensorflow", "tensorflow"),
    "cupy": Library("CuPy", "cupy", "cupy"),
    "dask": Library("Dask", "dask.array", "dask[array]"),
}


def installed(key: str) -> bool:
    """Whether a library could be used here. None is imported to find out, but CuPy, which needs a
    GPU as well.

    >>> installed("numpy")
    True
    """
    return _found(key) and (key != "cupy" or _gpus() > 0)


def has(key: str) -> bool:
    """:func:`installed`; and if not, say so."""
    if not installed(key):
        if _found(key):
            say(key, "has no GPU here, so this cell is left out")
        else:
            say(
                key,
                "is not installed here, so this cell is left out: pip install"
                f" {_known(key).package}",
            )
        return False
    loaded(key)
    return True


def say(key: str, *words: Any) -> None:
    """Print a line that begins with the name of the library.

    >>> say("numpy", "sort", "same")
    NumPy      | sort same
    """
    print(f"{_known(key).name:10} |", *words)


def same(got: Any, expected: Any) -> str:
    """ "same", or by how much two arrays differ at most: within 12 digits, or 5 where one is
    narrower than float64.

    >>> same([1.0, 2.0], [1.0, 2.5])
    'differs by 0.5'
    """
    got, expected = np.asarray(got), np.asarray(expected)
    if got.shape != expected.shape:
        return f"differs in shape: {got.shape}, {expected.shape}"
    digits = 1e-12 if got.dtype == expected.dtype == np.float64 else 1e-5
    off, size = np.max(np.abs(got - expected), initial=0.0), np.max(np.abs(expected), initial=1.0)
    return "same" if off <= digits * size else f"differs by {off:.1g}"


def loaded(key: str) -> Any:
    """The library's module, imported without what it has to say of itself."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    with warnings.catch_warnings(action="ignore"), _silent():
        return import_module(_known(key).module)


def any_array(values: Any) -> Any:
    """The values as a tensor of PyTorch or TensorFlow, if one of them is installed, or else as a
    NumPy array."""
    key = next(key for key in ("torch", "tensorflow", "numpy") if installed(key))
    return _array(key, np.asarray(values, float))


class Tried(NamedTuple):
    """What came back from one library: its type, dtype and device, and whether values and gradient
    are those of NumPy."""

    type: str
    dtype: str
    device: str
    values: str
    gradient: str


def tried(key: str, values: Any = VALUES, rule: Relaxation = RULE) -> Tried:
    """Sort the values in one library, and take the gradient of a weighted sum of the places by the
    library's own means (where it has none, by ``sort_vjp``). Both are compared with NumPy's, the
    gradient with the closed form.

    >>> tried("autograd")
    Tried(type='numpy.ndarray', dtype='float64', device='cpu', values='same', gradient='same')
    """
    x = np.asarray(values, float)
    network, weights = bitonic(len(x)), np.resize(WEIGHTS, len(x))
    loaded(key)
    result = diff_sort(network, _array(key, x), rule)
    slope = _GRADIENTS.get(key, _closed_form)(network, _array(key, x), _array(key, weights), rule)
    kind = type(result)
    module = kind.__module__.partition(".")[0].removesuffix("lib")
    return Tried(
        f"{module}.{kind.__name__.removesuffix('Impl')}",
        str(getattr(result.dtype, "name", result.dtype)).removeprefix("torch."),
        str(getattr(result, "device", "none yet: lazy"))
        .rpartition("device:")[2]
        .removeprefix("TFRT_")
        .lower(),
        same(_numpy(result), diff_sort(network, x, rule)),
        same(_numpy(slope), sort_vjp(network, x, weights, rule)),
    )


def _closed_form(network: Network, x: Any, weights: Any, rule: Relaxation) -> Any:
    return sort_vjp(network, x, weights, rule)


def _by_autograd(network: Network, x: Any, weights: Any, rule: Relaxation) -> Any:
    from autograd import grad

    return grad(lambda x: (weights * diff_sort(network, x, rule)).sum())(x)


def _by_jax(network: Network, x: Any, weights: Any, rule: Relaxation) -> Any:
    import jax

    return jax.jit(jax.grad(lambda x: (weights * diff_sort(network, x, rule)).sum()))(x)


def _by_torch(network: Network, x: Any, weights: Any, rule: Relaxation) -> Any:
    x.requires_grad_()
    (weights * diff_sort(network, x, rule)).sum().backward()
    return x.grad


def _by_tensorflow(network: Network, x: Any, weights: Any, rule: Relaxation) -> Any:
    import tensorflow

    with tensorflow.GradientTape() as tape:
        tape.watch(x)
        total = tensorflow.reduce_sum(weights * diff_sort(network, x, rule))
    return tape.gradient(total, x)


_GRADIENTS: dict[str, Callable[[Network, Any, Any, Relaxation], Any]] = {
    "autograd": _by_autograd,
    "jax": _by_jax,
    "torch": _by_torch,
    "tensorflow": _by_tensorflow,
}


def _array(key: str, x: np.ndarray) -> Any:
    module = loaded(key)
    if key == "torch":
        return module.tensor(x)
    if key == "tensorflow":
        with _silent():
            return module.constant(x)
    return x if key == "autograd" else module.asarray(x)


def _numpy(x: Any) -> np.ndarray:
    x = x.get() if hasattr(x, "get") and type(x).__module__.startswith("cupy") else x
    return np.asarray(x.detach().cpu() if hasattr(x, "detach") else x)


def _known(key: str) -> Library:
    if key not in LIBRARIES:
        raise DiffsortError(f"key must be one of {', '.join(LIBRARIES)}, got {key!r}")
    return LIBRARIES[key]


def _found(key: str) -> bool:
    return find_spec(_known(key).module.partition(".")[0]) is not None


def _gpus() -> int:
    try:
        return int(import_module("cupy").cuda.runtime.getDeviceCount())
    except Exception:  # CuPy has an error of its own for every way in which there is no GPU
        return 0


@contextmanager
def _silent() -> Iterator[None]:
    """Nothing that native code writes to the standard error is seen: TensorFlow has much to
    tell."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
