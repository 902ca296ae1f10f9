"""The array libraries that a law is tried in: how to make an array, read it back, and
differentiate."""

import importlib
import os
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

LIBRARIES = ("numpy", "autograd", "jax", "torch", "tensorflow", "cupy")


class Library:
    """One library. ``call(f, *values)`` gives NumPy what f makes of them as arrays of this
    library."""

    differentiates = False

    def __init__(self, name: str) -> None:
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        self.name = name
        with warnings.catch_warnings(action="ignore"):  # their own imports warn of what is not ours
            self.module = importlib.import_module(name)

    def __repr__(self) -> str:
        return self.name

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.module.asarray(np.asarray(values, dtype))

    def numpy(self, x: Any) -> np.ndarray:
        return np.asarray(x)

    def call(self, function: Callable[..., Any], *values: Any) -> np.ndarray:
        return self.numpy(function(*map(self.array, values)))


class Autograd(Library):
    differentiates = True

    def array(self, values: Any, dtype: Any = None) -> Any:
        return np.asarray(values, dtype)

    def call(self, function: Callable[..., Any], *values: Any) -> np.ndarray:
        """f runs on autograd's tracing boxes, and may be constant."""
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Output seems independent of input")
            return self.module.make_vjp(lambda boxes: function(*boxes))(
                tuple(map(self.array, values))
            )[1]

    def jacobian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return self.module.jacobian(function)(self.array(x))

    def hessian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return self.module.hessian(function)(self.array(x))


class Jax(Library):
    differentiates = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.module.config.update("jax_enable_x64", True)

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.module.numpy.asarray(np.asarray(values, dtype))

    def jacobian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return np.asarray(self.module.jacrev(function)(self.array(x)))

    def hessian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return np.asarray(self.module.hessian(function)(self.array(x)))


class Torch(Library):
    differentiates = True

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.module.tensor(np.asarray(values, dtype))

    def numpy(self, x: Any) -> np.ndarray:
        return x.detach().cpu().numpy()

    def jacobian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return self.module.autograd.functional.jacobian(function, self.array(x)).numpy()

    def hessian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        return self.module.autograd.functional.hessian(function, self.array(x)).numpy()


class TensorFlow(Library):
    differentiates = True

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.module.convert_to_tensor(np.asarray(values, dtype))

    def jacobian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        x = self.array(x)
        with self.module.GradientTape(persistent=True) as tape:
            tape.watch(x)
            y = function(x)
        return tape.jacobian(y, x, experimental_use_pfor=False).numpy()

    def hessian(self, function: Callable[[Any], Any], x: Any) -> np.ndarray:
        x = self.array(x)
        with self.module.GradientTape(persistent=True) as outer:
            outer.watch(x)
            with self.module.GradientTape() as inner:
                inner.watch(x)
                y = function(x)
            slope = inner.gradient(y, x)
        return outer.jacobian(slope, x, experimental_use_pfor=False).numpy()


class CuPy(Library):
    def numpy(self, x: Any) -> np.ndarray:
        return self.module.asnumpy(x)


KINDS = {
    "numpy": Library,
    "autograd": Autograd,
    "jax": Jax,
    "torch": Torch,
    "tensorflow": TensorFlow,
    "cupy": CuPy,
}
