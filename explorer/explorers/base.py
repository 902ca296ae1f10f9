"""What every explorer is: a state, a picture for where there is no kernel, and an orderly end."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from diffsort_core import DiffsortError

from ..choices import Chosen
from ..declared import Earlier, declare
from ..goals import goal_of
from ..state import ExplorerState
from ..widgets.toolbar import Answer
from .lifetime import belongs_where_it_was_made, held_by

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TYPES = {"svg": "image/svg+xml", "png": "image/png", "gif": "image/gif"}
"""Of the files that a browser saves."""
LAYOUT = {"width": "100%", "min_width": "0", "overflow": "visible"}
"""Of an explorer as a widget: what scrolls is a picture that is too wide, not the explorer, in
which the hero control stays in view."""


class Scene(Protocol):
    """What an explorer shows, as data."""

    @property
    def description(self) -> str:
        """The picture in a sentence or two."""


class Explorer:
    """Base of the explorers: a subclass says what the choices show (``_scene``) and prints it
    (``printed``). How it is a widget is said by :class:`~.live.LiveExplorer`, which the browser
    draws, and :class:`~.panel.PanelExplorer`, whose picture the kernel makes: they open the widget
    (``_open``) and put a scene into it (``_show``).

    ``state``: the choices, shared with other explorers if it was given. ``goal``: the check of an
    exercise that judges a state; a badge beside the sentence then says how far the choices have
    come, and the picture shows what is meant. A print has neither. An explorer is a widget: a
    cell shows it, and so does any box, tab or layout of ipywidgets; where there is no kernel, a
    picture of the same scene is shown. Running a cell again closes the explorers that the cell made
    before.
    """

    name: ClassVar[str] = "explorer"
    """What it is called in a person's ear and in the names of files."""
    fields: ClassVar[list[dict[str, Any]]] = []
    """The controls, in order."""
    own: ClassVar[dict[str, Chosen]] = {}
    """The choices that are its own, beside those that a state always holds."""
    earlier: ClassVar[dict[str, Earlier]] = {}
    """What texts of an earlier version call otherwise."""
    drawn_from: ClassVar[list[str]] = ["values", "alpha", "relaxation", "network"]
    """The choices that the picture depends on."""
    most_values: ClassVar[int] = 64
    formats: ClassVar[list[str]] = ["svg", "png"]

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        declare(cls.own, cls.earlier)

    def __init__(
        self,
        values: Any = None,
        *,
        state: ExplorerState | None = None,
        goal: Any = None,
        **choices: Any,
    ) -> None:
        self.goal = goal_of(goal)
        if values is not None:
            choices["values"] = values
        if state is None:
            self.state = ExplorerState.holding(self.own)(**choices)
            self._begin()
        else:
            self.state = state
            with state.lent_to(self.own):
                state.update(**choices)
                self._begin()
        belongs_where_it_was_made(self)

    def _begin(self) -> None:
        """Build, draw and follow the state; close again where it cannot be drawn."""
        state = self.state
        self._first = state.choices()
        self._drawn: list[Any] = []
        self._shown: Any = None
        self._ready: tuple[list[Any], Any] | None = None
        self._open()
        try:
            self._draw()
        except Exception:
            self.close()
            raise
        state.ask_first(self._judge)
        state.observe(self._render, self.drawn_from)

    def close(self) -> None:
        """Stop following the state and close every widget of this explorer; the state stays as it
        is."""
        if self.comm is None:
            return  # closed already, or refused before it was a widget
        with suppress(ValueError):  # it does not follow yet
            self.state.ask_no_more(self._judge)
            self.state.unobserve(self._render, self.drawn_from)
        for widget in list(held_by(self)):
            widget.close()
        super().close()
        self.__dict__.pop("_repr_mimebundle_", None)  # ipywidgets hides it: a picture is left

    def scene(self, **choices: Any) -> Any:
        """What is shown, as data; with choices, what would be shown with these in the place of the
        present ones. The explorer stays as it is.

        Raises DiffsortError for a choice that there is not, or that cannot be drawn.
        """
        if not choices:
            return self._shown
        state = self.state.replace(**choices)
        self._limit(state)
        return self._scene(state)

    def printed(self) -> Figure:
        """The present picture as a matplotlib figure, for print. It imports what draws it: until a
        picture is needed, matplotlib is not."""
        raise NotImplementedError

    def svg(self) -> str:
        """The present picture as SVG text."""
        from ..figures.printed import as_svg

        return as_svg(self.printed(), self._scene_in_print().description)

    def png(self) -> bytes:
        """The present picture as the bytes of a PNG file, 200 dots an inch."""
        from ..figures.printed import as_png

        return as_png(self.printed(), self._scene_in_print().description)

    def reset(self) -> None:
        """Back to the choices that the explorer began with."""
        self.state.update(**self._first)

    def save(self, path: str | Path) -> None:
        """Write the choices (.json), the picture (.svg, .png, and .gif where there is one) or, of
        an explorer that the browser draws, a page of its own (.html) to a file, by the path's
        ending.

        Raises DiffsortError when the ending is another one.
        """
        kinds = {"json": self.state.to_json, **{kind: getattr(self, kind) for kind in self.formats}}
        if hasattr(self, "page"):
            kinds["html"] = self.page
        ending = Path(path).suffix.removeprefix(".").lower()
        if ending not in kinds:
            endings = ", ".join(f".{kind}" for kind in kinds)
            raise DiffsortError(f"path must end with one of {endings}, got {str(path)!r}")
        Path(path).write_bytes(_bytes(kinds[ending]()))

    def load(self, path: str | Path) -> None:
        """Take the choices that a .json file names; the others stay, and what is another explorer's
        own is left out. Raises DiffsortError, and changes nothing, when it holds something else, or
        what cannot be drawn here."""
        self._take(Path(path).read_text("utf-8", errors="replace"))

    @property
    def stem(self) -> str:
        """What its files are called, before the dot."""
        return self.name.lower().replace(" ", "-")

    def _open(self) -> None:
        """Become a widget, as yet without a picture."""
        raise NotImplementedError

    def _scene(self, state: ExplorerState) -> Scene:
        """What the choices of a state show, as data; DiffsortError where they show nothing."""
        raise NotImplementedError

    def _scene_in_print(self) -> Any:
        """What the picture on paper shows, as data."""
        return self.scene()

    def _show(self, scene: Any) -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        choices = self._choices()
        if self._ready and self._ready[0] == choices:
            scene = self._ready[1]
        else:
            self._limit(self.state)
            scene = self._scene(self.state)
        self._ready = None
        self._show(scene)
        self._drawn, self._shown = choices, scene

    def _judge(self) -> None:
        """Raise DiffsortError where the choices that the state is about to take cannot be drawn:
        then it does not take them. What was made for the answer is kept to be shown."""
        choices = self._choices()
        if choices != self._drawn:
            self._limit(self.state)
            self._ready = choices, self._scene(self.state)

    def _limit(self, state: ExplorerState) -> None:
        if len(state.values) > self.most_values:
            raise DiffsortError(
                f"values must hold at most {self.most_values} numbers in {type(self).__name__},"
                f" got {len(state.values)}"
            )

    def _choices(self) -> list[Any]:
        return [getattr(self.state, name) for name in self.drawn_from]

    def _render(self, change: Any = None) -> None:
        if change is not None and self._drawn == self._choices():
            return  # several choices changed at once, and the first to be told drew them all
        self._draw()

    def _file(self, kind: str) -> Answer:
        """The picture as a file that the browser saves."""
        name = f"{self.stem}.{kind}"
        answer = {"name": name, "type": TYPES[kind], "message": f"saved as {name}"}
        return answer, [_bytes(getattr(self, kind)())]

    def _take(self, text: str) -> None:
        self.state.take(text)

    def _strength(self) -> float:
        """The alpha that is drawn, to four digits."""
        return float(f"{self.state.alpha_in_force:.4g}")

    def __repr__(self) -> str:
        state = self.state
        return (
            f"{type(self).__name__}(n={len(state.values)}, alpha={self._strength()},"
            f" relaxation={state.relaxation!r})"
        )

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        from .bundle import bundle_of

        return bundle_of(self, self.printed(), self._scene_in_print().description)


def _bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made
