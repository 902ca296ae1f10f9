"""What a notebook of the course promises: how it opens and ends, what it asks, and that every check
can be met."""

import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CITED = re.compile(r"\b(\w+)(?:,? et al\.| and \w+)?,? \(?((?:19|20)\d\d)\)?")
EXPLORER = re.compile(r"\b(?:\w+Explorer|RelaxationGallery)\(")


def cells(path, kind):
    return [
        cell
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == kind
    ]


def source(cell):
    return "".join(cell["source"])


def prose(path):
    return "\n\n".join(source(cell) for cell in cells(path, "markdown"))


def replies(path):
    """The check each exercise calls, and what it said."""
    said = []
    for cell in cells(path, "code"):
        if "exercise" in cell["metadata"].get("tags", []):
            checks = re.findall(r"\bcheck_\w+(?=\()", source(cell))
            texts = [
                "".join(output["data"]["text/plain"])
                for output in cell["outputs"]
                if "data" in output
            ]
            assert len(checks) == len(texts) == 1, source(cell)
            said.append((checks[0], texts[0]))
    return said


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(request):
    return request.param


@pytest.fixture
def solution(lesson):
    return FOLDER / "solutions" / lesson.name


def test_every_lesson_has_its_solutions_and_no_other():
    assert [path.name for path in LESSONS] == sorted(
        path.name for path in (FOLDER / "solutions").glob("*.ipynb")
    )


def test_it_says_what_you_will_learn_need_and_how_long_it_takes(lesson):
    opening = source(cells(lesson, "markdown")[0])
    assert opening.startswith("# ")
    for promise in ("**You will learn**", "**You need**", "**Time**"):
        assert promise in opening
    assert re.search(r"minutes", opening)


def test_the_first_explorer_stands_within_the_first_screen(lesson):
    assert any(EXPLORER.search(source(cell)) for cell in cells(lesson, "code")[:2])


def test_every_explorer_is_driven_from_a_cell_as_well(lesson):
    code = "\n".join(source(cell) for cell in cells(lesson, "code"))
    assert re.search(r"\.state\.|\.scene\(\)|\.state\)", code)


def test_there_are_things_to_predict_and_each_is_revealed(lesson):
    parts = prose(lesson).split("**Predict**")
    assert len(parts) >= 4
    for part in parts[1:]:
        assert "<summary><b>Reveal" in part, part[:200]


def test_it_ends_with_what_you_have_seen_where_next_and_the_sources(lesson):
    text = prose(lesson)
    assert (
        text.index("## What you have seen")
        < text.index("**Where next**")
        < text.index("**Sources**")
    )


def test_what_is_cited_is_among_the_sources(lesson):
    body, sources = prose(lesson).split("**Sources**")
    assert [
        (name, year)
        for name, year in CITED.findall(body)
        if name not in sources or year not in sources
    ] == []


def test_links_resolve(lesson, solution):
    for path in (lesson, solution):
        for target in LINK.findall(prose(path)):
            assert "://" in target or (path.parent / target).exists(), target


def test_nothing_solved_is_handed_out_and_every_check_can_be_met(lesson, solution):
    asked, solved = replies(lesson), replies(solution)
    assert len(asked) >= 2
    assert [check for check, _ in asked] == [check for check, _ in solved]
    assert [reply for _, reply in asked if not reply.startswith(("hint: ", "almost: "))] == []
    assert [reply for _, reply in solved if not reply.startswith("correct: ")] == []


def test_the_first_page_leads_to_every_other():
    linked = set(LINK.findall(prose(LESSONS[0])))
    assert {path.name for path in LESSONS[1:]} <= linked
