"""Which array library a value belongs to, and the few operations that differ between libraries.

Only NumPy and autoray are imported here; another library is used because an array of it arrived.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import numpy as np
from autoray import get_namespace, infer_backend

LIBRARIES = ("numpy", "autograd", "jax", "torch", "tensorflow", "cupy", "dask")

# fmt: off
_COMMON = (
    "abs", "add", "all", "arctan2", "argmax", "asarray", "astype", "clip", "concatenate", "cumsum",
    "exp", "imag", "isfinite", "log", "log1p", "matmul", "max", "mean", "min", "minimum", "maximum",
    "moveaxis", "ones_like", "real", "reshape", "sign", "sort", "sqrt", "stack", "subtract",
    "sum", "swapaxes", "take", "where", "zeros_like",
)
# fmt: on
_TORCH_NAMES = {"max": "amax", "min": "amin", "moveaxis": "movedim"}
_SPECIAL: dict[str, dict[str, str]] = {
    "numpy": {},
    "autograd": {},
    "jax": {"erfc": "jax.scipy.special", "sigmoid": "jax.nn", "stop_gradient": "jax.lax"},
    "tensorflow": {
        "erfc": "tensorflow.math",
        "sigmoid": "tensorflow.math",
        "stop_gradient": "tensorflow",
    },
    "cupy": {"erfc": "cupyx.scipy.special"},
}


class Namespace:
    """The functions of one array library under NumPy's names, and those for which libraries have no
    common name."""

    def __init__(self, library: str) -> None:
        self.library = library
        self.in_place = library == "numpy"
        if (
            library == "torch"
        ):  # by hand: torch.compile can follow this, even where it is the first to come here
            torch = sys.modules["torch"]
            for name in _COMMON:
                if name not in ("add", "astype", "sort", "subtract", "take"):
                    setattr(self, name, getattr(torch, _TORCH_NAMES.get(name, name)))
            self.erfc, self.sigmoid = torch.erfc, torch.sigmoid
            return
        common = get_namespace(library)
        for name in _COMMON:
            setattr(self, name, getattr(common, name))
        for name, module in _SPECIAL[library].items():
            setattr(self, name, getattr(import_module(module), name))

    def __getattr__(self, name: str) -> Any:
        if name != "erfc":
            raise AttributeError(name)
        module = "scipy.special" if self.library == "numpy" else "autograd.scipy.special"
        self.erfc = import_module(module).erfc  # SciPy is imported once it is needed
        return self.erfc

    def ordered(self, a: Any, b: Any) -> tuple[Any, Any]:
        """The hard (minimum, maximum), by real parts. It selects where the result may be
        differentiated: at a tie the derivatives are then those of one side, in every library, and
        of every order that both sides share."""
        if self.library in ("numpy", "cupy"):
            return self.minimum(a, b), self.maximum(a, b)
        below = self.real(a) < self.real(b) if "complex" in dtype_name(a) else a < b
        return self.where(below, a, b), self.where(below, b, a)

    def moved(self, low: Any, shift: Any, high: Any, a: Any, b: Any) -> tuple[Any, Any]:
        """(low + shift, high - shift), in NumPy written over a and b."""
        if not (self.in_place and low.ndim):
            return low + shift, high - shift
        return self.add(low, shift, out=a), self.subtract(high, shift, out=b)

    def falling(self, t: Any, alpha: float = 1.0, share_of: Any = 1.0) -> Any:
        """share_of / (1 + exp(alpha t)) with all its digits, for alpha t whose real part is not
        negative."""
        if self.library == "numpy" and t.dtype.kind == "f":
            beyond = self.exp(t * alpha)
            beyond += 1
            return share_of / beyond
        if self.library in ("jax", "torch", "tensorflow"):
            return share_of * self.sigmoid(t * -alpha)
        e = self.exp(t * -alpha)
        return share_of * (e / (1 + e))

    def rows(self, x: Any, wires: np.ndarray) -> Any:
        """x[wires] along the first axis."""
        if self.library == "tensorflow":
            return self.take(x * 1, wires, axis=0)  # the gradient by x itself would come in slices
        if self.library == "numpy" and x.ndim > 1:
            return x.take(wires, axis=0)  # in two thirds of the time, but not for a vector
        return x[wires]

    def product(self, matrix: np.ndarray, x: Any) -> Any:
        """matrix @ x along the first axis, whatever the number of the others."""
        constant = self.constant(matrix, x)
        if len(x.shape) == 2 or (len(x.shape) == 1 and self.library != "tensorflow"):
            return constant @ x
        flat = constant @ self.reshape(x, (x.shape[0], -1))
        return self.reshape(flat, (matrix.shape[0], *self.sizes(x)[1:]))

    def sizes(self, x: Any) -> tuple[Any, ...]:
        """x's shape; what TensorFlow does not know while it traces, it will know as it runs."""
        if None not in x.shape:
            return tuple(x.shape)
        later = sys.modules["tensorflow"].shape(x)
        return tuple(later[place] if size is None else size for place, size in enumerate(x.shape))

    def halves(self, x: Any) -> tuple[Any, Any]:
        """The two entries along the second axis."""
        return x.unbind(1) if self.library == "torch" else (x[:, 0], x[:, 1])

    def flip(self, x: Any, axis: int) -> Any:
        """x in reverse along an axis (autograd cannot differentiate flip, PyTorch knows no negative
        step)."""
        return (
            x.flip(axis)
            if self.library == "torch"
            else x[(slice(None),) * axis + (slice(None, None, -1),)]
        )

    # PyTorch's ways; the other libraries have functions of these names.

    def sort(self, x: Any) -> Any:
        return x.sort().values

    def astype(self, x: Any, dtype: str) -> Any:
        return x.to(getattr(sys.modules["torch"], dtype))

    def constant(self, values: np.ndarray, like: Any) -> Any:
        """A NumPy array as a constant of the dtype, and on the device, of ``like``."""
        device = {"device": like.device} if self.library == "torch" else {}
        return self.asarray(np.asarray(values, dtype_name(like)), **device)

    def stop_gradient(self, x: Any) -> Any:
        """x as a constant, through which no derivative passes."""
        return concrete(x)


_NAMESPACES: dict[str, Namespace] = {}
_LIBRARY_OF: dict[type, str] = {}
_DTYPE_NAMES: dict[Any, str] = {}


def namespace(x: Any) -> Namespace:
    """The namespace of x's own library."""
    name = library(x)
    if name not in _NAMESPACES:
        _NAMESPACES[name] = Namespace(name)
    return _NAMESPACES[name]


def library(x: Any) -> str:
    """The name of x's array library; "numpy" for Python's numbers and lists, and for what only
    NumPy may know."""
    if type(x) not in _LIBRARY_OF:
        name = type(x).__module__.partition(".")[0]
        if name not in LIBRARIES:
            name = "jax" if name == "jaxlib" else infer_backend(x)
        _LIBRARY_OF[type(x)] = name if name in LIBRARIES else "numpy"
    return _LIBRARY_OF[type(x)]


def is_compiling() -> bool:
    """Whether ``torch.compile`` is reading this code, and so does not want to be asked for
    values."""
    torch = sys.modules.get("torch")
    return torch is not None and bool(torch.compiler.is_compiling())


def dtype_name(x: Any) -> str:
    """The name of x's dtype, as NumPy spells it."""
    dtype = x.dtype
    if not isinstance(dtype, np.dtype):
        return getattr(dtype, "name", None) or str(dtype).removeprefix("torch.")
    if dtype not in _DTYPE_NAMES:
        _DTYPE_NAMES[dtype] = dtype.name  # which NumPy makes anew each time
    return _DTYPE_NAMES[dtype]


def concrete(x: Any) -> Any:
    """The value inside autograd's tracing boxes, PyTorch's without its history, or x itself."""
    while library(x) == "autograd" and hasattr(x, "_value"):
        x = x._value
    return x.detach() if library(x) == "torch" else x
