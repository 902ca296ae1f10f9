"""What a reader meets is said in words that they can know."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READ = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *(
        path
        for folder in ("diffsort_core", "explorer", "notebooks", "tests")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".js", ".css", ".ipynb")
        and ".ipynb_checkpoints" not in path.parts
        and path != Path(__file__)
    ),
]
INTERNAL = re.compile(
    r"\bthe\s+(#\s+)?seed\b|the_seed|\bseed fails\b|seed_fails|SEED_FORMULA|\*seed\*", re.IGNORECASE
)
"""The package that this one began from, by a name that nobody outside knows. A random seed is
called so in full, or by its parameter."""


def strings(part: object) -> Iterator[str]:
    """The strings of a notebook, lines of one text joined."""
    match part:
        case str():
            yield part
        case list() if all(isinstance(line, str) for line in part):
            yield "".join(part)
        case list():
            for each in part:
                yield from strings(each)
        case dict():
            for each in part.values():
                yield from strings(each)


def text_of(path: Path) -> str:
    """What a file says; of a notebook, its cells and what they printed and drew."""
    text = path.read_text(encoding="utf-8")
    return "\n".join(strings(json.loads(text))) if path.suffix == ".ipynb" else text


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_original_package_is_called_by_its_own_name(path):
    assert not [match[0] for match in INTERNAL.finditer(text_of(path))]
