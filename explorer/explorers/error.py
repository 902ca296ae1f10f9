"""differentiable_sorting's error analysis, tempering and variance reduction, computed live."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from math import ceil
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar

from diffsort_core.families import ANY_N

from ..fields import ALPHA, FAMILY, RELAXATION, choice, chosen, grouped, numbers, only_with, whole
from ..figures.charted import Charted
from ..figures.error import error_chart
from ..scenes.error import ErrorScene
from ..scenes.error_of_values import ShufflesRun, TemperingRun
from ..scenes.error_runs import Run, SizesRun
from ..state import ExplorerState
from ..turns import running_loop
from ..widgets.runner import Runner
from .base import Explorer
from .watched import WatchedExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

RUNS: dict[str, Callable[[ExplorerState], Run]] = {
    "error": lambda state: SizesRun(state.rule, state.network, state.draws),
    "tempering": lambda state: TemperingRun(type(state.rule), state.values),
    "shuffles": lambda state: ShufflesRun(state.rule, state.network, state.values, state.draws),
}
"""What each measure asks of a state: equal runs have the same answer."""
MEASURE = choice(
    "measure",
    "measure",
    "The error of random values; or that of your numbers, tempered or shuffled",
    [
        ("error", "error: n against range"),
        ("tempering", "tempering: alpha against beta"),
        ("shuffles", "variance reduction: how many shuffles"),
    ],
)
DRAWS = whole(
    "draws",
    "random draws",
    "Random vectors in each cell, or random seeds at each point: more are smoother and slower",
    1,
    4096,
)
NUMBERS = {
    **numbers(256),
    "label": "your numbers, for tempering and shuffles (1 to 256; paste, then Enter)",
}
OF_ANY_N = {**FAMILY, "options": [[name, name] for name in ANY_N]}
RANDOM, OWN = ["error", "shuffles"], ["tempering", "shuffles"]
"""The measures of random draws in a network of one's choice, and those of one's own numbers."""
FIELDS = grouped(
    hero=[ALPHA],
    numbers=[MEASURE, only_with(DRAWS, measure=RANDOM), only_with(NUMBERS, measure=OWN)],
    more=[RELAXATION, only_with(OF_ANY_N, measure=RANDOM)],
)
LOOK = "A first look, with few random draws; Start computes all of them. "
CANCEL = "Stop, and keep in the picture what is computed"


class ErrorExplorer(WatchedExplorer):
    """How far the soft sort is from the sort: n against the range of the values, with the region
    where the formula of the original ``differentiable_sorting`` package fails; tempering, alpha
    against beta; and the variance that the mean over several random orders takes away.

    ``values``, ``alpha``, ``relaxation``, ``state``: as for :class:`NetworkExplorer`; ``measure``:
    "error", "tempering" or "shuffles"; ``draws``: random vectors in each cell of the first, random
    seeds at each point of the last, 1 to 4096. Shown for the first time, it has a first look with
    few random draws; Start goes on from these to all. The work is done while the kernel is free, or
    at once by :meth:`finish`. Where something else is asked, what is known is cleared, and the work
    begins again if it was going on or done.

    >>> ErrorExplorer(alpha=2.0, draws=32).finish().scene().original_fails.any()
    np.True_

    Raises DiffsortError, naming the argument, the rule and the value. Source:
    differentiable_sorting.
    """

    name = "Error"
    fields: ClassVar = FIELDS
    own: ClassVar = {"measure": chosen(MEASURE, "error"), "draws": chosen(DRAWS, 256)}
    drawn_from: ClassVar = [*Explorer.drawn_from, "measure", "draws"]
    most_values = 256

    def finish(self) -> ErrorExplorer:
        """Compute all that is left at once, for a cell that needs the result; gives the explorer
        itself."""
        if self._run.share < 1:
            self.runner.finish()
        return self

    def _scene(self, state: ExplorerState) -> ErrorScene:
        run = self._run
        if state is not self.state and (run.share < 1 or run != self._asked(state)):
            run = self._asked(state)
            deque(run.steps(), maxlen=0)
        return run.scene(state.strength, state.alpha_in_force)

    def printed(self) -> Figure:
        from ..figures.error_print import error_print

        return error_print(self._scene_in_print())

    def _scene_in_print(self) -> ErrorScene:
        """What is shown; where nothing is computed yet, what few random draws show, since paper has
        no button to press."""
        run = self._run
        if not run.share:
            few = run.fewer()
            if few != self._few:
                self._few = few
            run = self._few
        if not run.share:
            deque(run.steps(), maxlen=0)
        return run.scene(self.state.strength, self.state.alpha_in_force)

    def _run_by(self) -> Runner:
        self._run, self._few = self._asked(self.state), None
        runner = Runner(
            "Errors", self._steps, self._draw, CANCEL, open_by=lambda at_once: self._at_rest()
        )
        runner.observe(self._tell, "progress")
        return runner

    def _at_rest(self) -> None:
        """Where nothing is computed yet, show what the saved picture shows: a first look."""
        if self._run.share:
            return
        scene = self._scene_in_print()
        words = scene.description if self._few == self._run else f"{LOOK}{scene.description}"
        self._put(scene, words)
        self.controls.sentence = words

    def _charted(self, scene: ErrorScene, width: int) -> Charted:
        return error_chart(scene, width)

    def _asked(self, state: ExplorerState) -> Run:
        return RUNS[state.measure](state)

    def _judge(self) -> None:
        if self._choices() != self._drawn:
            self._limit(self.state)
            self._asked(self.state).scene(self.state.strength, self.state.alpha_in_force)

    def _render(self, change: Any = None) -> None:
        asked, again = self._asked(self.state), False
        if asked != self._run:  # nothing that is known answers this
            again = self.runner.running or (self._run.share == 1 and running_loop() is not None)
            self._run = asked
            self.runner.stop()
            self.runner.words = ""
        super()._render(change)
        if again:
            self.runner.start()

    def _steps(self) -> Iterator[float]:
        """The work, beyond what a first look has shown, and the seconds that it took so far, pauses
        aside."""
        self._run, self._seconds = self._asked(self.state), 0.0
        if self._few is not None and self._few.share == 1 and self._few == self._run.fewer():
            self._run.take(self._few)
        steps = self._run.steps()
        share = next(steps, None)
        while share is not None:
            yield share
            began = perf_counter()
            share = next(steps, None)
            self._seconds += perf_counter() - began

    def _tell(self, change: Any) -> None:
        """The share done, and how long the rest will take, beside the progress bar."""
        share, words, kept = change["new"], "", self._run.share
        if share == 1:
            words = f"computed in {self._seconds:.1f} s"
        elif share:
            words = (
                f"{100 * share:.0f} % done, about {ceil(self._seconds * (1 - share) / share)} s"
                " left"
            )
        elif 0 < kept < 1:
            words = f"cancelled at {100 * kept:.0f} %"
        self.runner.words = words

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, measure={self.state.measure!r})"
