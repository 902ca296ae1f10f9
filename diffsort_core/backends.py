"""Which array library a value belongs to, and the few operations that differ between libraries.

Only NumPy and autoray are imported here; another library is used because an array of it arrived.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from importlib import import_module
from inspect import signature
from operator import index
from typing import Any, TypeVar, cast

import numpy as np
from autoray import get_namespace, infer_backend, to_numpy

from .errors import DiffsortError

LIBRARIES = ("numpy", "autograd", "jax", "torch", "tensorflow", "cupy", "dask")
Function = TypeVar("Function", bound=Callable[..., Any])

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
_LARGEST = {
    name: float(np.finfo(name).max)
    for name in ("float16", "float32", "float64", "complex64", "complex128")
}
_LARGEST["bfloat16"] = _LARGEST["float32"]


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


def asarray(x: Any, name: str = "x", allow_complex: bool = False) -> Any:
    """x as a floating-point array of its own library; lists, columns, whole numbers and bools are
    computed in float64.

    Raises DiffsortError when x holds anything but finite real numbers (or complex ones, where they
    are allowed). Where a tracer hides the values (``jit``, ``vmap``, ``tf.function``,
    ``torch.compile``) they are not checked.
    """
    if library(x) == "numpy" and not isinstance(x, np.ndarray | np.generic):
        x = _from_python(x, name)
    if isinstance(x, np.ma.MaskedArray) and x.mask.any():
        raise DiffsortError(f"{name} must hold no masked values, got {x}")
    kind = dtype_name(x)
    if kind.startswith(("int", "uint", "bool")):
        return (
            x * 1.0 if library(x) == "autograd" else namespace(x).astype(x, "float64")
        )  # or its gradient becomes whole
    if kind not in _LARGEST or ("complex" in kind and not allow_complex):
        too_wide = kind not in _LARGEST and kind.startswith(("float", "complex"))
        rule = "numbers of a dtype up to float64" if too_wide else "real numbers"
        raise DiffsortError(f"{name} must hold {rule}, got {_shown(x)} of dtype {x.dtype}")
    if not is_finite(x):
        values = to_numpy(concrete(x))
        raise DiffsortError(
            f"{name} must hold finite numbers, got {values[~np.isfinite(values)].flat[0]} in"
            f" {_shown(x)}"
        )
    return x


def asvector(x: Any, name: str = "x") -> Any:
    """:func:`asarray`, and one-dimensional with at least one value, or DiffsortError."""
    x = asarray(x, name)
    if len(x.shape) != 1:
        raise DiffsortError(f"{name} must be one-dimensional, got shape {tuple(x.shape)}")
    if x.shape[0] == 0:
        raise DiffsortError(f"{name} must hold at least one value, got none")
    return x


def is_finite(x: Any) -> bool:
    """Whether all of x is finite, as far as can be seen: a tracer's values count as finite."""
    if "complex" in dtype_name(x):
        xp = namespace(x)
        return is_finite(xp.real(x)) and is_finite(xp.imag(x))
    return holds(lambda xp, x: xp.isfinite(x), x)


def holds(rule: Callable[[Namespace, Any], Any], x: Any) -> bool:
    """Whether ``rule(xp, x)`` is true of all of x, as far as can be seen: a tracer's values
    pass."""
    if is_compiling():
        return True
    values = concrete(x)
    xp = namespace(values)
    try:
        return bool(xp.all(rule(xp, values)))
    except (
        TypeError,
        RuntimeError,
    ):  # how JAX and TensorFlow, and how torch.func.vmap, say that there is no value yet
        return True


def concrete(x: Any) -> Any:
    """The value inside autograd's tracing boxes, PyTorch's without its history, or x itself."""
    while library(x) == "autograd" and hasattr(x, "_value"):
        x = x._value
    return x.detach() if library(x) == "torch" else x


def seen(x: Any) -> np.ndarray | None:
    """x's values as a NumPy array, or None where a tracer hides them."""
    if isinstance(x, np.ndarray):
        return x
    if is_compiling():
        return None
    try:
        if getattr(x, "dtype", None) is not None and dtype_name(x) == "bfloat16":
            x = namespace(x).astype(x, "float32")  # NumPy has no such dtype
        return np.asarray(to_numpy(concrete(x)))
    except (TypeError, RuntimeError, AttributeError):  # in the words of each library
        return None


def axis_first(x: Any, axis: int) -> Any:
    """x with an axis before the others, lazily where x is."""
    if library(x) == "dask":
        return import_module("dask.array").moveaxis(x, axis, 0)
    return namespace(x).moveaxis(x, axis, 0)


def largest(x: Any) -> float:
    """The largest finite number of x's dtype."""
    return _LARGEST[dtype_name(x)]


def whole_axis(x: Any, axis: int, name: str = "x") -> int:
    """axis counted from the front, or DiffsortError where x has no such axis."""
    try:
        place = index(axis)
    except TypeError:
        place = len(x.shape)
    if not -len(x.shape) <= place < len(x.shape):
        raise DiffsortError(
            f"axis must be one of the {len(x.shape)} axes of {name}, of shape {tuple(x.shape)}, got"
            f" {axis!r}"
        )
    return place % len(x.shape)


def array_function(function: Function, lazy: bool = True) -> Function:
    """Let a function along one axis meet every library: a Dask array is mapped lazily, block by
    block of its batch (or, if not ``lazy``, refused), and NumPy is silent about exponentials that
    leave its range, which is where they belong."""

    @wraps(function)
    def call(*args: Any, **options: Any) -> Any:
        if is_compiling():
            return function(*args, **options)
        libraries = [library(value) for value in (*args, *options.values())]
        if "dask" in libraries:
            if not lazy:
                raise DiffsortError(
                    f"x must be an array that {function.__name__} can see whole, got a Dask array"
                )
            return _lazily(call, *args, **options)
        with silence(libraries):
            result = function(*args, **options)
        return result  # noqa: RET504 (TensorFlow's AutoGraph cannot read a return within the block)

    return cast(Function, call)


def silence(libraries: list[str]) -> AbstractContextManager[None]:
    """NumPy's warnings of overflow and what follows from it off, where it is NumPy that computes:
    results are checked."""
    if {"jax", "torch", "tensorflow"}.isdisjoint(libraries):
        return cast(
            AbstractContextManager[None],
            np.errstate(over="ignore", under="ignore", invalid="ignore"),
        )
    return nullcontext()


def _lazily(function: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """function over Dask arrays, as ``dask.array.apply_gufunc``; what one vector gives tells the
    shape of the result."""
    import dask.array as da

    given = signature(function).bind(*args, **options).arguments
    arrays = {name: value for name, value in given.items() if library(value) == "dask"}
    axis = given.pop("axis", -1)
    places = {name: whole_axis(x, axis, name) for name, x in arrays.items()}
    for name, x in arrays.items():
        if len(x.chunks[places[name]]) > 1:
            raise DiffsortError(
                f"{name} must be chunked along the batch only, got {len(x.chunks[places[name]])}"
                f" chunks along axis {axis}"
            )

    def of_blocks(*blocks: Any) -> Any:
        return function(**given | dict(zip(arrays, blocks, strict=True)))

    moved = [da.moveaxis(x, places[name], -1) for name, x in arrays.items()]
    one = of_blocks(*(np.zeros(x.shape[-1], x.dtype) for x in moved))
    sizes = {f"d{place}": size for place, size in enumerate(one.shape)}
    inner = ",".join(f"({side})" for side in (f"n{place}" for place in range(len(moved))))
    result = da.apply_gufunc(
        of_blocks,
        f"{inner}->({','.join(sizes)})",
        *moved,
        output_dtypes=one.dtype,
        output_sizes=sizes,
    )
    return da.moveaxis(result, -1, next(iter(places.values()))) if one.ndim == 1 else result


def _from_python(x: Any, name: str) -> np.ndarray:
    try:
        return np.asarray(x)
    except (ValueError, TypeError) as error:
        raise DiffsortError(f"{name} must be a list or array of real numbers, got {x!r}") from error


def _shown(x: Any) -> str:
    return np.array2string(to_numpy(concrete(x)), threshold=8, edgeitems=3, separator=", ")
