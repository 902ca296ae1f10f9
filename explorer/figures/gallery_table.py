"""What is true of each method of the gallery, as a table in HTML."""

from __future__ import annotations

from html import escape

from ..scenes.gallery import FELT, GalleryScene, Method
from ..style import number, percent


def gallery_table(scene: GalleryScene) -> str:
    """One row a method: its strength, whether it mixes, signs of its derivatives, order, error and
    sum, cost, and its use."""
    heads = (
        "method",
        "its strength",
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
        " isotonic derivatives hold epsilon."
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
        return (f"no result: {method.missing}", facts.mixing, "-", "-", "-", method.cost, facts.use)
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
        facts.mixing,
        f"{signs}; {felt}",
        order,
        f"{percent(method.error)}; {kept}",
        method.cost,
        facts.use,
    )
