"""The same soft sorts as peers compute, side by side: `python tests/benchmarks/peers.py`.

Forward and backward (the gradient of a weighted sum of the sorted values), float64, one process, in
turn, medians. Ours and softtorch's, softjax's (sorting_network mode) and diffsort's (logistic,
bitonic) give the same numbers, which is checked first to 1e-10. torchsort computes another
relaxation (an isotonic projection) in O(n log n): its row is there for truth's sake. What is not
installed is left out in words: `pip install diffsort softtorch softjax torchsort` (the middle two
need Python 3.12, the last one a compiler).
"""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import numpy as np
from core import interleaved

from diffsort_core import SmoothMax, bitonic, diff_sort

SIZES = ((64, 1), (64, 256), (256, 1), (256, 256), (1024, 1), (1024, 256))
AIMS = {
    ("softtorch", 256, 256): ">= 100",
    ("softtorch, ours compiled", 256, 256): ">= 100",
    ("softjax (jit)", 256, 256): ">= 5",
}
MOST_WORK = {
    "softtorch": 256 * 256,
    "diffsort": 256 * 64 * 64,
}  # larger ones take minutes or gigabytes: left out
Gradient = Callable[[], tuple[Any, Any]]
SOFT = SmoothMax(1.0)


def with_torch(sort: Callable[[Any], Any], x: np.ndarray, weights: np.ndarray) -> Gradient:
    import torch

    leaf, weights = torch.tensor(x, requires_grad=True), torch.tensor(weights)

    def run() -> tuple[Any, Any]:
        values = sort(leaf)
        return (
            values.detach().numpy(),
            torch.autograd.grad((values * weights).sum(), leaf)[0].numpy(),
        )

    return run


def with_jax(sort: Callable[[Any], Any], x: np.ndarray, weights: np.ndarray) -> Gradient:
    import jax

    jax.config.update("jax_enable_x64", True)

    def total(x: Any) -> tuple[Any, Any]:
        values = sort(x)
        return (values * weights).sum(), values

    compiled, x = jax.jit(jax.value_and_grad(total, has_aux=True)), jax.numpy.asarray(x)

    def run() -> tuple[Any, Any]:
        (_, values), gradient = jax.block_until_ready(compiled(x))
        return values, gradient

    return run


def softtorch_sort(n: int) -> Callable[[Any], Any]:
    import softtorch

    return lambda x: (
        softtorch.sort(
            x, softness=1.0, method="sorting_network", standardize=False, return_indices=False
        ).values
    )


def softjax_sort(n: int) -> Callable[[Any], Any]:
    import softjax

    return lambda x: softjax.sort(
        x, axis=-1, softness=1.0, method="sorting_network", standardize=False
    )


def diffsort_sort(n: int) -> Callable[[Any], Any]:
    import diffsort

    sorter = diffsort.DiffSortNet("bitonic", n, steepness=1.0, distribution="logistic")
    return lambda x: sorter(x)[0]


def torchsort_sort(n: int) -> Callable[[Any], Any]:
    import torchsort

    return lambda x: torchsort.soft_sort(x)


def ours(n: int) -> Callable[[Any], Any]:
    return lambda x: diff_sort(bitonic(n), x, SOFT)


def ours_compiled(n: int) -> Callable[[Any], Any]:
    import torch

    network = bitonic(n)
    return torch.compile(lambda x: diff_sort(network, x, SOFT), fullgraph=True)


PEERS = {
    "softtorch": (softtorch_sort, with_torch, ours),
    "softtorch, ours compiled": (softtorch_sort, with_torch, ours_compiled),
    "softjax (jit)": (softjax_sort, with_jax, ours),
    "diffsort": (diffsort_sort, with_torch, ours),
    "torchsort": (torchsort_sort, with_torch, ours),
}


def rows() -> Iterator[tuple[str, int, int, Gradient, Gradient]]:
    for name, (theirs, run, our) in PEERS.items():
        package = name.partition(" ")[0].rstrip(",")
        if not find_spec(package):
            print(f"{name}: not installed")
            continue
        for n, batch in SIZES:
            work = n * batch * (n if name == "diffsort" else 1)
            if work > MOST_WORK.get(package, work) or (
                our is ours_compiled and (n, batch) != (256, 256)
            ):
                continue
            x, weights = np.random.default_rng(n).normal(size=(2, batch, n))
            yield name, n, batch, run(theirs(n), x, weights), run(our(n), x, weights)


def main() -> None:
    print("peer                       n  batch   theirs (ms)   ours (ms)   theirs / ours   aim")
    for name, n, batch, theirs, our in rows():
        if name != "torchsort":
            for one, other in zip(theirs(), our(), strict=True):
                np.testing.assert_allclose(one, other, rtol=0, atol=1e-10)
        before, after = interleaved(theirs, our)
        aim = AIMS.get((name, n, batch), "")
        print(
            f"{name:24} {n:4}  {batch:5}  {1e3 * before:12.2f} {1e3 * after:11.2f}"
            f" {before / after:15.2f}   {aim}",
            flush=True,
        )


if __name__ == "__main__":
    main()
