"""The committed notebooks as files: executed, in order, clean and small. (Their behaviour: `pytest
--nbval`.)"""

import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(
    path for path in FOLDER.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)
LARGEST = 300_000
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.])/(?:home|root|work|tmp|mnt|Users|private|opt)/|\b[A-Z]:\\\\?Users\b"
)
PICTURES = ("image/png", "image/jpeg", "image/gif")
ANSWERS = {"exercise", "solution"}


def names(path):
    return path.relative_to(FOLDER).as_posix()


@pytest.fixture(params=NOTEBOOKS, ids=names)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.fixture
def outputs(code_cells):
    return [output for cell in code_cells for output in cell["outputs"]]


def test_there_are_notebooks():
    assert NOTEBOOKS, f"no notebook in {FOLDER}"


def test_every_cell_was_executed_in_order(code_cells):
    assert [cell["execution_count"] for cell in code_cells] == list(range(1, len(code_cells) + 1))
    assert code_cells


def test_its_metadata_says_nothing_of_the_machine_or_the_widgets(notebook, code_cells):
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    assert all({"tags", "jupyter"} >= set(cell["metadata"]) for cell in code_cells)


def test_it_is_small(path):
    assert path.stat().st_size < LARGEST


def test_no_cell_warns_or_fails(outputs):
    assert [
        output
        for output in outputs
        if output.get("name") == "stderr" or output["output_type"] == "error"
    ] == []


def test_what_it_shows_needs_no_kernel(outputs):
    view = "application/vnd.jupyter.widget-view+json"
    assert [
        output["data"]
        for output in outputs
        if view in output.get("data", {}) and len(output["data"]) > 1
    ] == []


def test_it_names_no_path_of_this_machine(notebook, outputs):
    for picture in PICTURES:
        for output in outputs:
            output.get("data", {}).pop(picture, None)
    text = json.dumps(notebook, ensure_ascii=False)
    assert [
        text[max(0, found.start() - 40) : found.end() + 40]
        for found in ABSOLUTE_PATH.finditer(text)
    ] == []


def test_only_an_exercise_defines_a_function_or_a_class(code_cells):
    sources = [
        "".join(cell["source"])
        for cell in code_cells
        if not ANSWERS & set(cell["metadata"].get("tags", []))
    ]
    assert [
        source
        for source in sources
        if re.search(r"^\s*(?:async\s+)?(?:def|class)\s", source, re.MULTILINE)
    ] == []
