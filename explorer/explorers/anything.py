"""Soft sorts of whole rows, pictures and complex numbers, live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from diffsort_core.checks import within

from ..choices import Field
from ..fields import ALPHA, FAMILY, choice, chosen, grouped, only_with, table, toggle, whole
from ..scenes.anything import COMPARATORS, AnythingScene, anything_scene
from ..scenes.materials import MATERIALS, material
from ..softness import deviation
from ..state import ExplorerState
from ..wiring import wired
from .live import LiveExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KEYED: Field = {**ALPHA, "beside": "per unit of the key"}
MATERIAL = choice(
    "material",
    "what is sorted, by what",
    "What is sorted, and its key",
    [(name, name) for name in MATERIALS],
)
TABLE = only_with(
    table(
        "table",
        "your table (2 to 16 rows of 1 to 6 numbers; Enter)",
        "A row a line (Shift + Enter) or semicolon, its numbers apart by spaces or commas; nothing,"
        " and the rows are drawn",
        16,
        6,
        1e100,
    ),
    material=["table"],
)
COLUMN = only_with(
    whole("column", "column (of a table)", "The column that a table is sorted by, from 1", 1, 6),
    material=["table"],
)
COMPARATOR = choice(
    "comparator",
    "sorted with",
    "A key, or a comparison of two keys a and b (in their standard deviations): positive where a is"
    " the greater",
    [(name, words) for name, (words, _) in COMPARATORS.items()],
)
DESCENDING = toggle("descending", "descending", "Sort the greatest first")
PIECES = whole("pieces", "how many", "How many things are sorted, 2 to 16", 2, 16)
UNLIKE = 848
"""A sample of eight unlike digits whose order the learned score knows: chosen for that. Of the
samples 0 to 999 it knows the whole order of eight digits in 732."""
SAMPLE = whole(
    "sample", "sample", "Which things: another number draws others; 0 is the first table", 0, 999
)


def _from_sharpness(sharpness: Any, **chosen: Any) -> dict[str, Any]:
    """The alpha that an earlier version counted per standard deviation of the keys."""
    keys = material(chosen.pop("material"), **chosen).keys
    return {"alpha": within(sharpness, "sharpness", 0, 1e6) / (deviation(keys) or 1.0)}


class SortAnythingExplorer(LiveExplorer):
    """Soft sorts of things that are more than a number: rows of a table, pictures, complex numbers.

    ``table``: 2 to 16 rows of 1 to 6 numbers of your own; ``material``: what is sorted by what, one
    of ``explorer.scenes.materials.MATERIALS``; ``column``: that of the table, from 1;
    ``comparator``: a key of ``explorer.scenes.anything.COMPARATORS``; ``alpha``: inverse
    temperature, per unit of the key (if not given, the one that suits the keys: ``scene().alpha``
    is what is drawn); ``descending``; ``pieces``: 2 to 16 things; ``sample``: which; ``network``,
    ``state``, ``stage``: as for :class:`NetworkExplorer`.

    >>> SortAnythingExplorer([[1, 5], [30, 30], [6, 9], [80, -2]], column=2, alpha=50)
    SortAnythingExplorer('table', comparator='key', alpha=50.0)

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting's vector_sort and comparison_sort; scikit-learn's digits.
    """

    name = "sort anything"
    program_name = "anything"
    title = "Sorting anything softly"
    fields: ClassVar = grouped(
        hero=[KEYED],
        numbers=[MATERIAL, PIECES, SAMPLE, COLUMN, TABLE],
        more=[COMPARATOR, DESCENDING, FAMILY],
    )
    own: ClassVar = {
        "material": chosen(MATERIAL, "digits by a learned score"),
        "table": chosen(TABLE, None),
        "column": chosen(COLUMN, 1),
        "comparator": chosen(COMPARATOR, "key"),
        "descending": chosen(DESCENDING, False),
        "pieces": chosen(PIECES, 8),
        "sample": chosen(SAMPLE, UNLIKE),
    }
    earlier: ClassVar = {
        "sharpness": (("material", "pieces", "sample", "table", "column"), _from_sharpness)
    }
    drawn_from: ClassVar = [
        *(
            "material",
            "comparator",
            "alpha",
            "column",
            "descending",
            "pieces",
            "sample",
            "table",
            "network",
        )
    ]
    most_values = 256

    def __init__(
        self, table: Any = None, *, state: ExplorerState | None = None, **choices: Any
    ) -> None:
        if table is not None:
            choices = {"material": "table", **choices, "table": table}
        super().__init__(state=state, **choices)

    def _scene(self, state: ExplorerState) -> AnythingScene:
        things = material(state.material, state.pieces, state.sample, state.table, state.column)
        network = wired(state.network, len(things.things), "things")
        return anything_scene(
            things, network, state.comparator, state.alpha, state.descending, state.column
        )

    def printed(self) -> Figure:
        from ..figures.anything_print import anything_print

        return anything_print(self.scene())

    def _strength(self) -> float:
        """The alpha that is drawn, per unit of the key, to four digits."""
        return float(f"{self.scene().alpha:.4g}")

    def __repr__(self) -> str:
        state = self.state
        return (
            f"{type(self).__name__}({state.material!r}, comparator={state.comparator!r},"
            f" alpha={self._strength()})"
        )
