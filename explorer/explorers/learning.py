"""Gradient descent through the sort, live."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from ..choices import RELAXATIONS, Chosen, Field, between, pairs
from ..fields import (
    ALPHA,
    PRESET,
    RELAXATION,
    SIGMA,
    choice,
    chosen,
    grouped,
    linear,
    only_with,
    whole,
    wires,
)
from ..figures.charted import Charted
from ..figures.learning import learning_chart
from ..learners import CLOUD, SIDE, Learner, Ordering, TrimmedLine, items
from ..scenes.learning import LearningScene, line_scene, ordering_scene
from ..state import ExplorerState
from ..style import number
from ..widgets.chart import Handle
from ..widgets.runner import Runner
from ..wiring import wired
from .base import Explorer
from .watched import WatchedExplorer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STARTS = {"alpha": 10.0, "sigma": 0.3}
"""What alpha and sigma are, where nobody says."""
OPENING = 15
"""So many steps are taken when it is first seen."""
PICTURES, PACE = 100, 0.06
"""So many pictures at most in a run that is watched, and the seconds between two."""
CANCEL = "Stop, and go back to before the first step"
RESTARTS = {"ordering": {"task", "values", "learning_seed"}, "line": {"task"}}
"""The choices with which each task begins anew; any other takes effect with the next step."""

TASKS = [("ordering", "find a hidden ordering"), ("line", "fit a line despite outliers")]
ORDERING = {"task": ["ordering"]}
TASK = choice("task", "learn to", "What gradient descent through the soft sort is to find", TASKS)
TRIMMED = only_with(
    linear(
        "trimmed",
        "share trimmed (line)",
        "The share of the points, the worst, that do not count",
        0,
        0.5,
        0.05,
    ),
    task=["line"],
)
RATE: Field = {
    "name": "rate",
    "kind": "logarithmic",
    "label": "learning rate",
    "unit": "",
    "tooltip": "How far a step goes: this times the gradient",
    "low": 1e-3,
    "high": 10,
    "power": 0,
    "per_decade": 10,
}
STEPS = whole("steps", "steps", "How many steps to take, 1 to 1000", 1, 1000)
LEARNING_SEED = only_with(
    whole(
        "learning_seed",
        "random seed",
        "Draws the items' features and the first guess (ordering)",
        0,
        2**32 - 1,
    ),
    **ORDERING,
)
SHARP = {**ALPHA, "high": 1e3, "beside": ""}
WIDTH = only_with(
    {
        **SIGMA,
        "unit": "standard deviations",
        "power": 0,
        "low": 1e-3,
        "high": 10,
        "label": "sigma (ordering)",
    },
    **ORDERING,
)
SCORES = only_with(
    {
        **PRESET,
        "label": "hidden scores",
        "tooltip": "The scores whose order is to be found (ordering)",
    },
    **ORDERING,
)
ITEMS = only_with(
    {**wires(64), "label": "items", "tooltip": "How many items are to be ordered, 1 to 64"},
    **ORDERING,
)
FIELDS = grouped(
    hero=[SHARP],
    numbers=[TASK, SCORES, ITEMS, LEARNING_SEED],
    more=[RATE, STEPS, WIDTH, TRIMMED, RELAXATION],
)


def problem_of(state: ExplorerState) -> Ordering | TrimmedLine:
    """What the choices of a state ask to be learnt."""
    rule = RELAXATIONS[state.relaxation][1](state.alpha_in_force, scale_free=True)
    if state.task == "line":
        network = wired(state.network, len(state.points), "points")
        return TrimmedLine(np.array(state.points), state.trimmed, network, rule)
    return Ordering(items(state.values, state.learning_seed), state.wires, rule, state.sigma)


def beginner(state: ExplorerState) -> Learner:
    """One who has taken no step: from the first guess of the direction, or from the least-squares
    line."""
    problem = problem_of(state)
    return Learner(
        problem.least_squares() if isinstance(problem, TrimmedLine) else problem.items.start
    )


class LearningExplorer(WatchedExplorer):
    """Gradient descent through the soft sort, live: find the direction behind a hidden ordering, or
    fit a line that outliers do not drag away. Play, pause, one step, cancel (back to the start).
    Seen for the first time, it takes its first fifteen steps by itself, and then offers to go on.

    ``values``: the hidden scores of 1 to 64 items; ``alpha`` (10 if not given), ``relaxation``,
    ``state``: as for :class:`NetworkExplorer`, but that alpha and ``sigma`` (0.3), the width of the
    ranking kernel, count per standard deviation of what is sorted; ``task``: "ordering" or "line";
    ``rate``: what the gradient is multiplied by; ``steps``: how many, 1 to 1000; ``learning_seed``:
    draws the items and the first guess; ``points``: 3 to 64 pairs, from 0 to 10, for the line, and
    ``trimmed``: the share of them, 0 to 0.5, that is not to count.

    >>> explorer = LearningExplorer()
    >>> explorer.finish()
    >>> explorer.learner.taken, explorer.problem.miss(explorer.learner.parameters)
    (100, 0)

    Raises DiffsortError, naming the argument, the rule and the value. Sources:
    differentiable_sorting (soft ranks); P. J. Rousseeuw, Least median of squares regression, JASA
    79 (1984) (least trimmed squares).
    """

    name = "Learning"
    fields: ClassVar = FIELDS
    own: ClassVar = {
        "task": chosen(TASK, "ordering"),
        "rate": chosen(RATE, 0.1),
        "steps": chosen(STEPS, 100),
        "learning_seed": chosen(LEARNING_SEED, 0),
        "points": Chosen(CLOUD, pairs(3, 64, between(0, SIDE))),
        "trimmed": chosen(TRIMMED, 0.25),
    }
    drawn_from: ClassVar = [
        *Explorer.drawn_from,
        "labels",
        "sigma",
        "task",
        "rate",
        "steps",
        "learning_seed",
        "points",
        "trimmed",
    ]

    def __init__(
        self, values: Any = None, *, state: ExplorerState | None = None, **choices: Any
    ) -> None:
        super().__init__(
            values, state=state, **({**STARTS, **choices} if state is None else choices)
        )

    @property
    def problem(self) -> Ordering | TrimmedLine:
        """What is learnt, as things stand."""
        return problem_of(self.state)

    def finish(self) -> None:
        """Take all the steps that are left, at once."""
        self.runner.finish()

    def start_over(self) -> None:
        """Stop, and go back to before the first step."""
        self._forget()
        self._render()

    def reset(self) -> None:
        """Back to the choices that the explorer began with, and to before the first step."""
        super().reset()
        self.start_over()

    def _scene(self, state: ExplorerState) -> LearningScene:
        learner = self.learner if state is self.state else beginner(state)
        return self._scene_of(state, learner)

    def _scene_of(self, state: ExplorerState, learner: Learner) -> LearningScene:
        problem = problem_of(state)
        if isinstance(problem, TrimmedLine):
            return line_scene(problem, learner, state.steps)
        return ordering_scene(problem, learner, state.steps, state.labels)

    def printed(self) -> Figure:
        from ..figures.learning_print import learning_print

        return learning_print(self.scene())

    def _run_by(self) -> Runner:
        runner = Runner(
            "Learning",
            self._steps,
            self._render,
            CANCEL,
            "Learn",
            stepwise=True,
            pace=PACE,
            open_by=lambda at_once: self.runner.begin_with(OPENING, at_once),
        )
        runner.on_msg(
            lambda widget, request, buffers: self.start_over() if request["do"] == "stop" else None
        )
        self.learner = beginner(self.state)
        return runner

    def _charted(self, scene: LearningScene, width: int) -> Charted:
        return learning_chart(scene, width)

    def _handles(self, scene: LearningScene) -> list[Handle]:
        if scene.task == "ordering":
            return []
        reach = {"high": (SIDE, SIDE)}
        points = [(float(x), float(y)) for x, y in scene.points]
        return [
            Handle(str(k), x, y, f"Point {k + 1}", f"x {number(x)}, y {number(y)}", **reach)
            for k, (x, y) in enumerate(points)
        ]

    def _moved(self, name: str, x: float, y: float) -> None:
        points = list(self.state.points)
        points[int(name)] = (x, y)
        self.state.points = points

    def _judge(self) -> None:
        if self._choices() != self._drawn:
            self._limit(self.state)
            self._scene_of(self.state, beginner(self.state))

    def _render(self, change: Any = None) -> None:
        if change is not None:
            self.learner.lost = False
            if change["name"] in RESTARTS[self.state.task] or not self.learner.taken:
                self._forget()
                change = None  # what is forgotten has to be drawn, whatever was drawn already
        super()._render(change)

    def _forget(self) -> None:
        self.runner.stop()
        self.runner.progress = 0.0
        self.learner = beginner(self.state)

    def _steps(self) -> Iterator[float]:
        """Steps up to the number chosen, anew if that was reached; when many are watched, several
        to a picture, but for the first few."""
        if self.learner.lost or self.learner.taken >= self.state.steps:
            self.learner = beginner(self.state)
        while self.learner.taken < self.state.steps and not self.learner.lost:
            self.learner.step(self.problem, self.state.rate)
            taken, steps = self.learner.taken, self.state.steps
            many = self.runner.running and not self.runner.opening
            if taken < steps and not (many and taken % -(-steps // PICTURES)):
                yield taken / steps
