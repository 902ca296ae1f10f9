"""The goals of the exercises, each as its lesson has it: the explorer as it is made there, choices
on the way to what is asked, and choices that reach it."""

from importlib import import_module
from math import inf
from pathlib import Path
from typing import NamedTuple

import explorer.exercises
from explorer import (
    AlphaExplorer,
    ExplorerState,
    JacobianExplorer,
    LearningExplorer,
    NetworkExplorer,
    RankingExplorer,
    RelaxationGallery,
    SortAnythingExplorer,
)
from explorer.exercises.a_sort import check_softness
from explorer.exercises.alpha import SPRINT, check_race
from explorer.exercises.anything import check_readable
from explorer.exercises.jacobian import HEIGHTS, check_lhotse
from explorer.exercises.learning import LEAST, STUCK, check_sigma, check_trimmed
from explorer.exercises.ranks import PEOPLE, check_tie
from explorer.exercises.start import check_blend
from explorer.exercises.which import VALUES, check_trade
from explorer.exercises.why import NOT_YET_A_HILL, check_hill, check_latecomer
from explorer.learners import telephone_points

BY = {"material": "digits by brightness", "sample": 0, "descending": True}
BITS = {"preset": "zeros and ones", "network": "odd-even transposition", "alpha": inf}


class Case(NamedTuple):
    """``steps``: choices to be set one after the other, with the step that each reaches;
    ``astray``: a choice with which the exercise is another one."""

    check: object
    explorer: type
    made: dict
    steps: list
    astray: dict

    def open(self, **more):
        return self.explorer(goal=self.check, **{**self.made, **more})

    @property
    def state(self):
        explorer = self.explorer(**self.made)
        explorer.close()
        return explorer.state


def moved(*values):
    return [{"values": each} for each in values]


CASES = [
    Case(
        check_blend,
        SortAnythingExplorer,
        {"alpha": 40},
        [({"alpha": 2.6}, "almost"), ({"alpha": 2.0}, "correct")],
        {"pieces": 5},
    ),
    Case(
        check_softness,
        NetworkExplorer,
        {"alpha": 0.1},
        [({"alpha": 0.3}, "hint"), ({"alpha": 0.5}, "almost"), ({"alpha": 0.8}, "correct")],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_latecomer,
        NetworkExplorer,
        {"values": [1, 1, 1, 0, 0, 0], **BITS},
        [({"values": [1, 1, 0, 0, 0, 0]}, "correct")],
        {"network": "bitonic"},
    ),
    Case(
        check_hill,
        NetworkExplorer,
        {"values": NOT_YET_A_HILL, "alpha": inf},
        [({"values": [9, 14, 11, 8, 5, 2, 6, 7.5]}, "correct")],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_race,
        AlphaExplorer,
        {"values": list(SPRINT.values()), "alpha": 1.0},
        [
            ({"relaxation": "optimal"}, "hint"),
            ({"alpha": 50.0}, "almost"),
            ({"alpha": 79.43}, "correct"),
        ],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_tie,
        RankingExplorer,
        {"values": PEOPLE, "alpha": 3.0, "sigma": 0.001},
        [({"alpha": 5.0}, "hint"), ({"sigma": 0.008}, "almost"), ({"sigma": 0.03}, "correct")],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_lhotse,
        JacobianExplorer,
        {"values": list(HEIGHTS.values()), "alpha": 1.0, "sigma": 10.0},
        [({"sigma": 24.0}, "almost"), ({"sigma": 40.0}, "correct")],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_readable,
        SortAnythingExplorer,
        {**BY, "alpha": 150},
        [({"alpha": 640}, "almost"), ({"alpha": 750}, "correct")],
        {"pieces": 5},
    ),
    Case(
        check_trade,
        RelaxationGallery,
        {"values": VALUES, "alpha": 0.3, "gallery_methods": "isotonic", "gallery_output": 3},
        [({"gallery_methods": "Cauchy"}, "almost"), ({"alpha": 0.6}, "correct")],
        {"values": [3, 1, 2]},
    ),
    Case(
        check_sigma,
        LearningExplorer,
        STUCK,
        [({"sigma": 0.1}, "almost"), ({"sigma": 0.3}, "correct")],
        {"learning_seed": 8},
    ),
    Case(
        check_trimmed,
        LearningExplorer,
        {**LEAST, "points": telephone_points()},
        [({"trimmed": 0.25}, "almost"), ({"trimmed": 0.3}, "correct")],
        {"steps": 99},
    ),
]
LIVE = [case for case in CASES if case.explorer is not LearningExplorer]

GOALS = [
    check
    for path in sorted(Path(explorer.exercises.__file__).parent.glob("*.py"))
    for check in vars(import_module(f"explorer.exercises.{path.stem}")).values()
    if getattr(check, "__module__", "") == f"explorer.exercises.{path.stem}"
    and hasattr(check, "goal")
]
"""Every check that is one."""


def set_one_after_another(state: ExplorerState, steps):
    """The step that is expected of each state on the way."""
    for choices, step in steps:
        state.update(**choices)
        yield state, step
