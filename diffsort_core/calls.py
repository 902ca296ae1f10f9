"""How a function of arrays meets each library: Dask block by block, NumPy without warnings."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from inspect import signature
from typing import Any, TypeVar, cast

import numpy as np

from .arrays import whole_axis
from .backends import is_compiling, library
from .errors import DiffsortError

Function = TypeVar("Function", bound=Callable[..., Any])
_VALUES = 2**15  # of a batch at a time: what is kept of them stays in the processor's cache


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


def some_at_a_time(function: Function, beside: str = "") -> Function:
    """Let a function of (network, x, ...) along one axis, whose result has x's shape, take a large
    NumPy batch some vectors at a time, so that what it keeps of each layer is never that of all
    vectors. ``beside``: the argument of x's shape that is cut with x."""
    names = signature(function)

    @wraps(function)
    def call(*args: Any, **options: Any) -> Any:
        given = names.bind(*args, **options).arguments
        arrays = {name: given[name] for name in ("x", beside) if name}
        axis, x = given.get("axis", -1), given["x"]
        if not all(type(each) is np.ndarray and each.shape == x.shape for each in arrays.values()):
            return function(*args, **options)  # which refuses other shapes
        if x.ndim < 2 or x.size <= _VALUES or x.shape[place := whole_axis(x, axis)] == 1:
            return function(*args, **options)
        last = {name: np.moveaxis(each, place, -1) for name, each in arrays.items()}
        shape, n = last["x"].shape, x.shape[place]
        flat = {name: each.reshape(-1, n) for name, each in last.items()}
        many = max(1, _VALUES // n)
        parts = [
            function(
                **given
                | {"axis": -1}
                | {name: each[start : start + many] for name, each in flat.items()}
            )
            for start in range(0, len(flat["x"]), many)
        ]
        return np.moveaxis(np.concatenate(parts).reshape(shape), -1, place)

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
