"""The lesson on array libraries: what nbval leaves out of its comparison, because not every machine
has every library."""

import json
import re
from pathlib import Path

import pytest

from explorer.libraries import LIBRARIES, installed, tried

LESSON = Path(__file__).resolve().parents[2] / "notebooks" / "10_any_array_library.ipynb"
OPTIONAL = {
    key: library.name for key, library in LIBRARIES.items() if key not in ("numpy", "autograd")
}


def lines():
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    outputs = [
        output
        for cell in cells
        for output in cell.get("outputs", [])
        if output["output_type"] == "stream"
    ]
    return "".join("".join(output["text"]) for output in outputs).splitlines()


@pytest.mark.parametrize("key", [key for key in OPTIONAL if key != "cupy"])
def test_the_committed_page_was_run_with_the_library_and_found_it_the_same(key):
    said = [line for line in lines() if re.match(rf"{OPTIONAL[key]} +\|", line)]
    assert len(said) >= 2
    assert any("values same, gradient same" in line for line in said)
    assert not [line for line in said if "differs" in line or "left out" in line]


@pytest.mark.parametrize("key", LIBRARIES)
def test_every_library_that_is_installed_gives_the_same(key):
    if not installed(key):
        pytest.skip(f"{LIBRARIES[key].name} is not installed, or has no GPU")
    result = tried(key)
    assert (result.values, result.gradient) == ("same", "same")
