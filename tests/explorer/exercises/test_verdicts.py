"""What holds for every table of verdicts: VERDICTS in the other files, rows (check, kind, answer,
verdict); and SPELLINGS, how the right answer to a check would stand in its source."""

import inspect
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

MODULES = [
    import_module(path.stem)
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path != Path(__file__)
]
ROWS = [row for module in MODULES for row in getattr(module, "VERDICTS", [])]
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
