import importlib
import inspect
import pkgutil
from math import inf, nan

import numpy as np
import pytest

import explorer.exercises
from explorer.exercises.alpha import check_three_wires
from explorer.exercises.answer import Answer, almost, correct, hint, judged_choice, judged_number

MODULES = [
    importlib.import_module(f"explorer.exercises.{module.name}")
    for module in pkgutil.iter_modules(explorer.exercises.__path__)
]
CHECKS = [
    check for module in MODULES for name, check in vars(module).items() if name.startswith("check_")
]
NONSENSE = {
    **{
        "nothing": None,
        "no words": "",
        "words": "no idea",
        "nan": nan,
        "inf": inf,
        "-1": -1,
        "no list": [],
        "no dict": {},
    },
    **{
        "an object": object(),
        "ragged": [[1, 2], [3]],
        "a matrix": np.ones((2, 2)),
        "huge": 10**400,
        "a function": print,
    },
    **{"a list of nothing": [None], "mixed": ("a", 1)},
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_asks_for_one_thing_and_says_so(check):
    assert list(inspect.signature(check).parameters) in (["answer"], ["state"])
    assert ">>>" in inspect.getdoc(check)


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_nonsense_gets_a_hint_and_no_exception(check, answer):
    reply = check(answer)
    assert isinstance(reply, Answer)
    assert reply.verdict == "hint"
    assert len(reply.words) > 10


def judge(answer, within=0.01):
    return judged_number(
        answer, 2.5, "yes", {3: almost("rounded"), -2.5: hint("sign")}, "else", within=within
    )


@pytest.mark.parametrize(
    ("answer", "words"),
    [(2.5, "yes"), (2.509, "yes"), (3, "rounded"), (-2.5, "sign"), (2.52, "else")],
)
def test_a_number_is_judged_by_the_nearest_known_one(answer, words):
    assert judge(answer).words == words


def test_numbers_of_any_library_are_numbers():
    assert judge(np.float32(2.5)) == judge(np.array(2.5)) == judge("2.5") == correct("yes")


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [("Cauchy", "correct"), (" cauchy ", "correct"), ("smoothmax", "almost"), (1, "hint")],
)
def test_a_word_is_judged_in_any_spelling(answer, verdict):
    assert judged_choice(answer, "Cauchy", "yes", {"smoothmax": almost("no")}).verdict == verdict


def test_wrong_answers_climb_the_ladder_and_a_right_one_begins_anew():
    said = [check_three_wires(answer) for answer in (None, 4, 4, 12, 6, 0, "no")]
    rungs = ["", "", "", "Hint 2 of 3", "Hint 3 of 3", "The way is in", "The way is in"]
    for reply, rung in zip(said, rungs, strict=True):
        assert rung in reply.words
        assert rung or "Hint" not in reply.words
    check_three_wires(3)
    assert "Hint" not in check_three_wires(12).words
