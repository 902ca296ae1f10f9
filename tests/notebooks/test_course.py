"""What a notebook of the course promises: how it opens and ends, what it asks, and that every check
can be met."""

import json
import re
from pathlib import Path

import nbformat
import numpy as np
import pytest
from worked import PREDICT, WITHHELD, compose, predicted, solutions, tags

from explorer.exercises.answer import NOTHING_YET
from explorer.explorers.base import Explorer

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


def sources(path):
    return "\n".join(source(cell) for cell in cells(path, "code"))


def prose(path):
    return "\n\n".join(source(cell) for cell in cells(path, "markdown"))


def tagged(cell):
    return set(cell["metadata"].get("tags", []))


def replies(path, tag):
    """The check that each cell with a tag calls, and what it said."""
    said = []
    for cell in cells(path, "code"):
        checks = re.findall(r"\bcheck_\w+(?=\()", source(cell))
        if tag in tagged(cell) and checks:
            texts = [
                "".join(output["data"]["text/plain"])
                for output in cell["outputs"]
                if "data" in output
            ]
            assert len(checks) == len(texts) == 1, source(cell)
            said.append((checks[0], texts[0]))
    return said


def read(path):
    return nbformat.read(path, as_version=4)


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
    code = sources(lesson)
    assert re.search(r"\.state\.|\.scene\(|\.state\)|\.finish\(", code)


def test_there_are_things_to_predict_and_each_is_revealed(lesson):
    parts = prose(lesson).split(PREDICT)
    assert len(parts) >= 4
    for part in parts[1:]:
        assert "<summary><b>Reveal</b></summary>" in part, part[:200]  # which gives nothing away
    assert set(re.findall(r"<summary>.*?</summary>", prose(lesson))) == {
        "<summary><b>Reveal</b></summary>"
    }


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


def test_nothing_is_handed_out_and_every_check_can_be_met(lesson, solution):
    asked, solved = replies(lesson, "exercise"), replies(solution, "solution")
    assert len(asked) >= 2
    assert [check for check, _ in asked] == [check for check, _ in solved]
    assert {reply for _, reply in asked} == {f"hint: {NOTHING_YET}"}
    assert [reply for _, reply in solved if not reply.startswith("correct: ")] == []


def test_what_is_to_be_predicted_is_shown_in_the_worked_copy_only(lesson, solution):
    asked, answered = predicted(read(lesson).cells), predicted(read(solution).cells)
    assert len(asked) >= 3
    assert [cell.source for cell in asked] == [cell.source for cell in answered]
    for cell in asked:
        assert cell.outputs == [], cell.source
        assert WITHHELD in tags(cell)
    assert all(cell.execution_count for cell in answered)
    assert sum(bool(cell.outputs) for cell in answered) >= 3


def test_the_worked_copy_is_the_lesson_with_its_exercises_solved(lesson, solution):
    worked = read(solution)
    anew = compose(read(lesson), solutions(worked))
    assert [(cell.source, tags(cell)) for cell in worked.cells] == [
        (cell.source, tags(cell)) for cell in anew.cells
    ]


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def ran(request):
    """A lesson whose cells have run: its path, and all of its names."""
    names = {}
    with np.printoptions():  # a lesson may set them for itself
        for cell in cells(request.param, "code"):
            exec(compile(source(cell), request.param.name, "exec"), names)
    yield request.param, names
    for explorer in shown(names).values():
        explorer.close()


def shown(names):
    return {name: found for name, found in names.items() if isinstance(found, Explorer)}


def test_after_all_cells_have_run_every_explorer_stands_as_it_was_made(ran):
    _, names = ran
    assert shown(names)
    assert {
        f"{name}.{choice}": (explorer._first[choice], value)
        for name, explorer in shown(names).items()
        for choice in explorer.drawn_from
        if (value := getattr(explorer.state, choice)) != explorer._first[choice]
    } == {}


def test_no_exercise_is_solved_by_the_explorer_as_it_was_made(ran):
    """The explorer is the last one before the exercise."""
    path, names = ran
    made = None
    for cell in cells(path, "code"):
        for name in re.findall(rf"(\w+) = {EXPLORER.pattern}", source(cell)):
            made = name
        asked = re.search(r"= None  # (\w+)\.state\b.*\n(check_\w+)", source(cell))
        if "exercise" in tagged(cell) and asked:
            assert asked[1] == made
            assert names[made].goal is names[asked[2]].goal
            assert names[asked[2]](names[made].state).verdict != "correct"


def test_there_are_exercises_on_explorers():
    asked = re.findall(r"= None  # \w+\.state\b.*\ncheck_\w+", "".join(map(sources, LESSONS)))
    assert len(asked) == 11


def test_it_holds_in_any_order_of_running(lesson):
    assert re.findall(r"[Rr]un the (?:next )?(?:cell|check)", prose(lesson)) == []


def test_its_minutes_are_honest(lesson, solution):
    """The model: 200 words a minute, 6 seconds a line of code, 4 a line of output, a minute a
    prediction, 90 seconds an explorer, 4 minutes an exercise."""
    words = len(re.sub(r"<[^>]+>|\]\([^)]+\)", " ", prose(lesson)).split())
    code = [source(cell) for cell in cells(lesson, "code")]
    printed = [
        "".join(output.get("text", ""))
        for cell in cells(solution, "code")
        for output in cell["outputs"]
    ]
    minutes = (
        words / 200
        + sum(len(text.splitlines()) for text in code) / 10
        + sum(len(text.splitlines()) for text in printed) / 15
        + prose(lesson).count(PREDICT)
        + 1.5 * sum(len(EXPLORER.findall(text)) for text in code)
        + 4 * len(replies(lesson, "exercise"))
    )
    stated = re.search(r"\*\*Time\*\*: about (\d+) minutes", prose(lesson))
    assert stated, "**Time**: about N minutes"
    assert abs(int(stated[1]) - minutes) <= 4, minutes


def test_it_leads_on_to_the_next_lesson_its_solutions_and_the_glossary(lesson):
    closing = prose(lesson).split("## What you have seen")[1]
    targets = re.findall(r"\]\(([^)\s]+)\)", closing)
    assert f"solutions/{lesson.name}" in targets
    assert "00_start_here.ipynb#Glossary" in targets
    following = LESSONS[LESSONS.index(lesson) + 1 :]
    if following:
        assert following[0].name in targets


def test_the_first_page_leads_to_every_other():
    linked = set(LINK.findall(prose(LESSONS[0])))
    assert {path.name for path in LESSONS[1:]} <= linked


def test_the_lists_of_lessons_name_them_as_they_name_themselves():
    titles = [
        f"{path.name[:2]} {source(cells(path, 'markdown')[0]).splitlines()[0].removeprefix('# ')}"
        for path in LESSONS
    ]
    minutes = [re.search(r"about (\d+) minutes", prose(path))[1] for path in LESSONS]
    row = re.compile(r"^\| \[?(\d\d [^]|]+?)(?:\]\(\S+\))? \| .* \|$", re.MULTILINE)
    first = prose(LESSONS[0])
    assert row.findall(first) == titles
    assert re.findall(r"^\| \[?\d\d .*\| (\d+) \|$", first, re.MULTILINE) == minutes
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    assert row.findall(readme) == titles
    hours = sum(map(int, minutes)) / 60
    assert abs(hours - 9) <= 0.5
    assert "about nine hours" in first
    assert "about nine hours" in readme
