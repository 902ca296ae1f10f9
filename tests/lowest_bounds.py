"""Are the lower bounds that pyproject.toml declares the very releases that this environment holds?
`make test-lowest` asks before it tries them: a bound that nothing can install is none."""

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

TRIED = ("lab", "test")


def bounds(extras: tuple[str, ...] = TRIED) -> dict[str, str]:
    """The lower bound of each dependency, and of each package of these extras, by name."""
    text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    return {
        need.name: specifier.version
        for need in map(Requirement, lines)
        for specifier in need.specifier
        if specifier.operator == ">="
    }


def main() -> int:
    """Print what was declared beside what is here; 1 where one of them differs."""
    different = 0
    for name, bound in bounds().items():
        same = Version(version(name)) == Version(bound)
        different += not same
        print(f"{name} >={bound}: {version(name)} tried{'' if same else ', NOT the lower bound'}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
