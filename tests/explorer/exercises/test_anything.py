import inspect
import re

import numpy as np
import pytest

from explorer import ExplorerState, SortAnythingExplorer
from explorer.exercises import anything
from explorer.exercises.answer import TRIED
from explorer.exercises.anything import check_half, check_key, check_readable
from explorer.scenes.materials import material
from explorer.softness import deviation

STOPS = [10 ** (-2 + stop / 20) for stop in range(101)]
RANK = {"hint": 0, "almost": 1, "correct": 2}


ASKED = {"material": "digits by brightness", "sample": 0, "descending": True}
SPREAD = deviation(material(ASKED["material"], 8, 0, None, 1).keys)


def at(strength, **choices):
    """The state with so much alpha per standard deviation of the asked pictures' brightness."""
    return ExplorerState(alpha=strength / SPREAD, **{**ASKED, **choices})


ANOTHER, NEARLY, WRONG, NONSENSE = "another form", "nearly right", "wrong", "nonsense"
VERDICTS = [
    (check_readable, ANOTHER, at(9.4), "correct"),
    (check_readable, ANOTHER, at(10), "correct"),
    (check_readable, ANOTHER, at(np.float32(10.5)), "correct"),
    (check_readable, ANOTHER, at(11.22), "correct"),
    (check_readable, ANOTHER, SortAnythingExplorer(alpha=750, **ASKED), "correct"),
    (check_readable, ANOTHER, at(10, descending=False), "correct"),
    (check_readable, NEARLY, at(8.913), "almost"),
    (check_readable, NEARLY, at(9), "almost"),
    (check_readable, NEARLY, at(12.59), "almost"),
    (check_readable, NEARLY, at(15), "almost"),
    (check_readable, NEARLY, at(20), "almost"),
    (check_readable, WRONG, at(0), "hint"),
    (check_readable, WRONG, at(2), "hint"),
    (check_readable, WRONG, at(7.079), "hint"),
    (check_readable, WRONG, at(30), "hint"),
    (check_readable, WRONG, at(1e6), "hint"),
    (check_readable, WRONG, at(0, pieces=2), "hint"),
    (check_readable, WRONG, at(10, sample=1), "hint"),
    (check_readable, WRONG, at(100, material="table"), "hint"),
    (check_readable, NONSENSE, None, "hint"),
    (check_readable, NONSENSE, 10, "hint"),
    (check_readable, NONSENSE, "alpha = 10", "hint"),
    (check_readable, NONSENSE, [at(10)], "hint"),
    (check_readable, NONSENSE, ExplorerState, "hint"),
    (check_readable, NONSENSE, {"alpha": 750}, "hint"),
    (check_key, ANOTHER, [1, 2], "correct"),
    (check_key, ANOTHER, (1, 3.5), "correct"),
    (check_key, ANOTHER, np.array([2, 5]), "correct"),
    (check_key, ANOTHER, np.array([[1], [2]]), "correct"),
    (check_key, ANOTHER, [0.1, 0.6], "correct"),
    (check_key, ANOTHER, [1e99, 2e99], "correct"),
    (check_key, ANOTHER, [1e-9, 3e-9], "correct"),
    (check_key, ANOTHER, "1, 2", "correct"),
    (check_key, ANOTHER, ["1", "2"], "correct"),
    (check_key, ANOTHER, {"v": 2, "u": 1}, "correct"),
    (check_key, NEARLY, [-1, -2], "almost"),
    (check_key, NEARLY, (-2, -5), "almost"),
    (check_key, NEARLY, [1, 8], "almost"),
    (check_key, NEARLY, [1, 6.73], "almost"),
    (check_key, NEARLY, np.array([0.1, 0.7]), "almost"),
    (check_key, WRONG, [1, 0], "hint"),
    (check_key, WRONG, [0, 1], "hint"),
    (check_key, WRONG, [2, 1], "hint"),
    (check_key, WRONG, [1, 1.56], "hint"),
    (check_key, WRONG, [-1, 0], "hint"),
    (check_key, WRONG, [1, -5], "hint"),
    (check_key, WRONG, [0, 0], "hint"),
    (check_key, NONSENSE, None, "hint"),
    (check_key, NONSENSE, 3, "hint"),
    (check_key, NONSENSE, "12", "hint"),
    (check_key, NONSENSE, [1, 2, 3], "hint"),
    (check_key, NONSENSE, {1, 2}, "hint"),
    (check_key, NONSENSE, {"a": 1, "b": 2}, "hint"),
    (check_key, NONSENSE, [1, "x"], "hint"),
    (check_key, NONSENSE, [1, None], "hint"),
    (check_key, NONSENSE, [1, float("nan")], "hint"),
    (check_key, NONSENSE, [float("inf"), 1], "hint"),
    (check_key, NONSENSE, np.sum, "hint"),
    (check_half, ANOTHER, 2.5, "correct"),
    (check_half, ANOTHER, "2.50", "correct"),
    (check_half, ANOTHER, np.float64(2.5), "correct"),
    (check_half, ANOTHER, np.array([2.5]), "correct"),
    (check_half, ANOTHER, [2.5], "correct"),
    (check_half, ANOTHER, 2.5 + 0j, "correct"),
    (check_half, ANOTHER, abs(1.5 + 2j), "correct"),
    (check_half, ANOTHER, 2.502, "correct"),
    (check_half, NEARLY, 2.48, "almost"),
    (check_half, NEARLY, 2.52, "almost"),
    (check_half, NEARLY, -2.5, "almost"),
    (check_half, NEARLY, 5, "almost"),
    (check_half, NEARLY, 6.25, "almost"),
    (check_half, NEARLY, 1.5 + 2j, "almost"),
    (check_half, NEARLY, "1.5 + 2i", "almost"),
    (check_half, WRONG, 3.5, "hint"),
    (check_half, WRONG, 12.5**0.5, "hint"),
    (check_half, WRONG, 12.5, "hint"),
    (check_half, WRONG, 7, "hint"),
    (check_half, WRONG, 0.5, "hint"),
    (check_half, WRONG, 3 + 4j, "hint"),
    (check_half, WRONG, 100, "hint"),
    (check_half, NONSENSE, None, "hint"),
    (check_half, NONSENSE, "half", "hint"),
    (check_half, NONSENSE, [1.5, 2], "hint"),
    (check_half, NONSENSE, float("nan"), "hint"),
    (check_half, NONSENSE, True, "hint"),
    (check_half, NONSENSE, abs, "hint"),
    (check_half, NONSENSE, {2.5}, "hint"),
]
SPELT = {
    check_readable: ["alpha=750", "750", "758"],
    check_key: ["[1, 2]", "1.56", "6.7"],
    check_half: ["2.5", "1.5"],
}
"""How the right answers, or what gives them away, would stand in a source."""


@pytest.mark.parametrize("check", SPELT, ids=lambda check: check.__name__)
def test_the_right_answer_stands_neither_in_the_source_nor_in_a_hint(check):
    texts = [inspect.getsource(check)]
    for _, _, answer, verdict in [row for row in VERDICTS if row[0] is check]:
        TRIED.clear()
        for wrong in () if verdict == "correct" else (answer, *_others(check, answer)):
            texts.append(check(wrong).words.split("Hint", 1)[-1])
    for spelling in SPELT[check]:
        found = [text for text in texts if re.search(rf"(?<![\d.]){re.escape(spelling)}", text)]
        assert found == []


def _others(check, answer):
    return [row[2] for row in VERDICTS if row[0] is check and row[1] == WRONG][:3]


@pytest.mark.parametrize("start", [0, 100])
def test_following_the_replies_from_stop_to_stop_ends_well_and_never_gets_worse(start):
    place, verdicts = start, []
    while not verdicts or verdicts[-1] != "correct":
        reply = check_readable(at(STOPS[place]))
        verdicts.append(reply.verdict)
        words = reply.words.split(" Hint ")[0]
        softer, harder = "smaller alpha" in words, re.search("larger alpha|more alpha", words)
        assert reply.verdict == "correct" or softer != bool(harder), words
        place += -1 if softer else 1
        assert place in range(len(STOPS)) or reply.verdict == "correct", words
    assert len(verdicts) > 30
    assert [RANK[verdict] for verdict in verdicts] == sorted(RANK[verdict] for verdict in verdicts)


def test_too_soft_and_too_hard_are_told_apart():
    answers = []
    for strength in (2, 8.913, 20, 100):
        TRIED.clear()
        answers.append(check_readable(at(strength)).words.split(":")[-1])
    assert len(set(answers)) == 4


MISTAKES = [
    (check_key, [[1, 0], [0, 1], [-1, -2], [1, 8], [-1, 0], [1, -5], [0, 0], None, "12", 3]),
    (
        check_half,
        [3.5, 5, 6.25, 12.5**0.5, 12.5, 7, 0.5, 1.5 + 2j, 3 + 4j, 100, -2.5, 2.52, "x", None],
    ),
]


@pytest.mark.parametrize(
    ("check", "answer", "seen"),
    [
        (check_readable, 10, "int"),
        (check_key, {1, 2}, "set"),
        (check_key, "12", "the text '12'"),
        (check_half, "half", "the text 'half'"),
        (check_half, abs, "a function"),
    ],
)
def test_what_was_given_in_a_wrong_format_is_named(check, answer, seen):
    assert seen in check(answer).words


def test_the_praise_says_what_was_computed():
    assert "|1.5 + 2i| = 2.5" in check_half(2.5).words
    assert "11, 90, 24, 76" in check_key([1, 2]).words
    assert tuple(np.argsort(-(anything.ROWS @ [1, 2])).tolist()) == anything.WANTED
