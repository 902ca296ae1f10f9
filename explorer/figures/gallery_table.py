"""What is true of each method of the gallery, as a table in HTML."""

from __future__ import annotations

from functools import cache
from html import escape

from diffsort_core import Cauchy, Optimal, Relaxation, SmoothMax

from ..scenes.gallery import FELT, GalleryScene, Method
from ..style import number, percent

_COMPARATORS: dict[str, type[Relaxation]] = {
    "smoothmax": SmoothMax,
    "Cauchy": Cauchy,
    "optimal": Optimal,
    "NeuralSort": SmoothMax,
    "SoftSort": SmoothMax,
}
"""The methods that mix, and the comparator that each is on two values: that of both matrices is the
logistic one."""
_STEP = 1e-3


def gallery_table(scene: GalleryScene) -> str:
    """One row a method: its strength, its slope at a tie, whether it mixes, signs of its
    derivatives, order, error and sum, cost, and its use."""
    heads = (
        "method",
        "its strength",
        "slope at a tie",
        "mixes?",
        "derivatives",
        "order",
        "error and sum",
        "cost",
        "use it when",
    )
    first = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in heads)
    rows = "".join(_row(method, scene, heads) for method in scene.methods)
    caption = (
        f"Of each method, for these {len(scene.values)} values. Error: root mean square distance to"
        " the hard sort, in per cent of the range (of 1, where all values are equal). Output"
        f" {scene.chosen} feels an input where the derivative is at least {FELT} in size; the"
        " isotonic derivatives hold epsilon. Slope: how fast the weight of the lesser of two values"
        " falls as they part, at alpha = 1. Equal alpha is not equal slope, so the most that the"
        " larger of two values can be off is given at slope 1."
    )
    return (
        '<div class="diffsort diffsort-gallery"><table'
        f' role="table"><caption>{caption}</caption><thead role="rowgroup"><tr'
        f' role="row">{first}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _row(method: Method, scene: GalleryScene, heads: tuple[str, ...]) -> str:
    cells = zip(heads[1:], cells_of(method, scene), strict=True)
    row = "".join(f'<td role="cell" data-head="{head}">{escape(cell)}</td>' for head, cell in cells)
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(method.name)}</th>{row}</tr>'


def cells_of(method: Method, scene: GalleryScene) -> tuple[str, ...]:
    """The words of a method's row, after its name."""
    facts, result = method.facts, method.result
    if result is None:
        missing = f"no result: {method.missing}"
        steep = slope_of(method.name)
        return (missing, steep, facts.mixing, "-", "-", "-", method.cost, facts.use)
    negative = percent(method.negative / result.jacobian.size)
    signs = "never negative" if facts.monotone else f"can be negative: {negative} of them now"
    felt = f"output {scene.chosen} feels {method.felt} {'input' if method.felt == 1 else 'inputs'}"
    pairs = f"{method.inversions} {'pair' if method.inversions == 1 else 'pairs'} out of order now"
    order = "always ascends" if facts.ordered else f"not sure to ascend: {pairs}"
    kept = (
        "sum kept"
        if facts.keeps_sum
        else f"sum off by {number(float(f'{method.surplus:.3g}'))} now"
    )
    return (
        result.strength,
        slope_of(method.name),
        facts.mixing,
        f"{signs}; {felt}",
        order,
        f"{percent(method.error)}; {kept}",
        method.cost,
        facts.use,
    )


@cache
def slope_of(name: str) -> str:
    """The slope of a method's weight at a tie, at alpha = 1, and its error at slope 1, in words.

    >>> slope_of("Cauchy")
    '0.3183; at slope 1 off by at most 0.1013'
    """
    if name == "hard sort":
        return "a step: it has none"
    if name not in _COMPARATORS:
        return "none: it has no weights"
    comparator = _COMPARATORS[name]
    slope = (comparator(1.0)(0.0, _STEP) / _STEP - 1 / 2) / _STEP
    return f"{slope:.4g}; at slope 1 off by at most {comparator.bound * slope:.4f}"
