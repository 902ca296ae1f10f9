"""What holds for every table of the other files: VERDICTS, rows (check, kind, answer, verdict);
SPELLINGS, how the right answer to a check would stand in its source; MISTAKES, pairs (check,
answers), each of which has its own reply; and FORMATS_NAMED, checks that say what they were given
where they cannot read it."""

import inspect
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from explorer.exercises.answer import TRIED

MODULES = [
    import_module(path.stem)
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path != Path(__file__)
]
ROWS = [row for module in MODULES for row in getattr(module, "VERDICTS", [])]
MISTAKES = [pair for module in MODULES for pair in getattr(module, "MISTAKES", [])]
FORMATS_NAMED = [check for module in MODULES for check in getattr(module, "FORMATS_NAMED", [])]
SPELT = [pair for module in MODULES for pair in getattr(module, "SPELLINGS", {}).items()]
KINDS = {
    "another form": {"correct"},
    "nearly right": {"almost"},
    "wrong": {"hint"},
    "nonsense": {"hint"},
}


@pytest.mark.parametrize(
    ("check", "kind", "answer", "verdict"),
    ROWS,
    ids=[f"{check.__name__}-{kind}-{place}" for place, (check, kind, *_) in enumerate(ROWS)],
)
def test_the_answer_is_judged_and_not_its_form(check, kind, answer, verdict):
    reply = check(answer)
    assert reply.verdict == verdict, reply
    assert verdict in KINDS[kind]


@pytest.mark.parametrize(
    "check", dict.fromkeys(row[0] for row in ROWS), ids=lambda check: check.__name__
)
def test_every_table_has_five_rows_of_every_kind(check):
    counts = Counter(kind for judge, kind, *_ in ROWS if judge is check)
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 5


def test_there_are_at_least_fifty_answers_of_every_kind():
    assert min(Counter(kind for _, kind, *_ in ROWS).values()) >= 50


@pytest.mark.parametrize(("check", "spellings"), SPELT)
def test_the_right_answer_cannot_be_read_in_the_source(check, spellings):
    source = inspect.getsource(check)
    found = [
        each for each in spellings if re.search(rf"(?<![\w.]){re.escape(each)}(?!\w|\.\d)", source)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("check", "answers"), MISTAKES, ids=[check.__name__ for check, _ in MISTAKES]
)
def test_each_mistake_has_its_own_words(check, answers):
    said = []
    for answer in answers:
        TRIED.clear()
        said.append(check(answer).words)
    assert len({*said}) == len(said)


@pytest.mark.parametrize("answer", ["ten", [1, 2, 3], {}, len])
@pytest.mark.parametrize("check", FORMATS_NAMED, ids=lambda check: check.__name__)
def test_a_wrong_format_is_named(check, answer):
    named = {str: "the text 'ten'", list: "a list of 3", dict: "a dict of 0"}
    assert named.get(type(answer), "a function") in check(answer).words
