"""What a goal speaks of is where the picture has it, in every picture that has such a place."""

import pytest
from goal_cases import LIVE

from explorer import RankingExplorer
from explorer.exercises.ranks import check_tie

NOWHERE = {"check_hill", "check_trade"}
"""Goals that are about the choices as a whole, or about what their picture frames already."""
AIMED = [case for case in LIVE if case.check.__name__ not in NOWHERE]
WIDTHS = (400, 900, 1600)


def aims(deno, made, width):
    state, targets = made.state, made.badge["targets"]
    found = deno("aims", made.program_name, made._travelling(state), targets, width)
    return targets, found["aims"], found["spans"]


def solved(case):
    made = case.open()
    for choices, _ in case.steps:
        made.state.update(**choices)
    return made


def test_the_goals_without_a_target_are_those_that_are_known_to_have_none():
    found = set()
    for case in LIVE:
        made = case.open()
        if not made.badge["targets"]:
            found.add(case.check.__name__)
        made.close()
    assert found == NOWHERE


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", AIMED, ids=lambda case: case.check.__name__)
def test_every_target_has_its_place_in_the_picture_of_its_explorer(deno, case, width):
    for open_one in (case.open, lambda: solved(case)):
        made = open_one()
        targets, found, spans = aims(deno, made, width)
        assert targets
        assert [each["words"] for each in found] == [each["words"] for each in targets]
        for aim, span in zip(found, spans, strict=True):
            for place, size, axis in (("left", "width", "x"), ("top", "height", "y")):
                first, last = aim[place], aim[place] + aim[size]
                low, high = sorted(span["box"][side] for side in sides(axis))
                assert low - 8 <= first < last <= high + 8
                if span[axis]:
                    assert aim[size] >= 6
                    assert (first + last) / 2 == pytest.approx(sum(span[axis]) / 2)
                    exact = max(6, abs(span[axis][1] - span[axis][0]))
                    assert aim[size] == pytest.approx(exact)
        made.close()


def sides(axis):
    return ("left", "right") if axis == "x" else ("top", "bottom")


def test_what_the_picture_does_not_show_is_not_aimed_at(deno):
    made = RankingExplorer(**AIMED[4].made, goal=check_tie)
    assert len(aims(deno, made, 900)[1]) == 8
    made.state.ranking_transpose = True  # the soft argsort: there are no ranks in it
    targets = made.badge["targets"]
    assert deno("goalAims", "ranking", made._travelling(made.state), targets, 900) == []
    made.close()


def test_a_place_beyond_the_axes_is_not_aimed_at(deno):
    made = AIMED[1].open()
    [first, *_] = made.badge["targets"]
    choices = made._travelling(made.state)
    far = [{**first, "y": [1e6, 2e6]}, {**first, "panel": "no such panel"}]
    assert deno("goalAims", "network", choices, far, 900) == []
    made.state.below = "hard network"
    choices = made._travelling(made.state)
    assert deno("goalAims", "network", choices, made.badge["targets"], 900) == []
    made.close()
