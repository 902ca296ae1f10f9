"""What is declared is what is imported, the two lists of dependencies agree, and the top level of
the repository stays small."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
EXTRAS = PROJECT["optional-dependencies"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
TOP_LEVEL = {
    *("notebooks", "explorer", "diffsort_core", "tests"),
    *(
        "environment.yml",
        "README.md",
        "pyproject.toml",
        "Makefile",
        "LICENSE",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ),
}


def lower_bounds(requirements):
    return dict(requirement.partition(">=")[::2] for requirement in requirements)


CONDA = lower_bounds(line for line in ENVIRONMENT if isinstance(line, str))
PIP = lower_bounds(line for part in ENVIRONMENT if isinstance(part, dict) for line in part["pip"])
OURS = ("diffsort_core", "explorer")
DISTRIBUTIONS = {
    "IPython": "ipython",
    "PIL": "pillow",
    "markdown_it": "markdown-it-py",
    "sklearn": "scikit-learn",
    "tensorflow": "tensorflow-cpu",
    "yaml": "pyyaml",
}
"""Where the name that is imported is not the name that is installed."""


def declared(*extras):
    """The names of the dependencies, and of the packages of these extras."""
    lines = PROJECT["dependencies"] + [line for extra in extras for line in EXTRAS[extra]]
    return {re.match(r"[\w-]+", line)[0] for line in lines}


def imported(module):
    """The names that a piece of syntax imports, but for relative imports."""
    match module:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=name, level=0):
            return [name]
    return []


def third_party(folder, local=(), walk=ast.walk):
    """The distributions that a folder's modules import, each with one of the modules."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in (name.partition(".")[0] for name in imported(node)):
                if name not in sys.stdlib_module_names and name not in (*OURS, *local):
                    found[DISTRIBUTIONS.get(name, name)] = str(path.relative_to(ROOT))
    return found


def undeclared(found, *extras):
    return {name: path for name, path in found.items() if name not in declared(*extras)}


@pytest.mark.parametrize("folder", OURS)
def test_every_package_that_a_module_imports_is_declared(folder):
    """One of an extra may be imported within a function only: `import` has to work without it."""
    assert not undeclared(third_party(folder, walk=lambda module: module.body))
    assert not undeclared(third_party(folder), "backends")


def test_every_dependency_is_imported_by_some_module():
    assert declared() <= third_party("diffsort_core").keys() | third_party("explorer").keys()


def test_every_package_that_a_test_imports_is_declared():
    beside = {path.stem for path in (ROOT / "tests").rglob("*.py")}
    found = third_party("tests", local=beside)
    peers = {name for name, path in found.items() if path == "tests/benchmarks/peers.py"}
    optional = {*peers, "cupy"}  # tried where they are installed
    assert undeclared(found, "test", "backends").keys() <= optional


def test_environment_and_pyproject_ask_for_the_same_packages():
    environment = {
        name: bound
        for name, bound in {**CONDA, **PIP}.items()
        if name not in ("python", "pip", "-e .")
    }
    assert environment == lower_bounds(PROJECT["dependencies"] + EXTRAS["lab"] + EXTRAS["test"])


def test_the_wheel_is_built_and_tested_with_the_same_hatchling():
    [build] = PYPROJECT["build-system"]["requires"]
    assert build in EXTRAS["test"]


def test_environment_and_pyproject_ask_for_the_same_python():
    assert PROJECT["requires-python"] == f">={CONDA['python']}"


def test_every_package_has_a_lower_bound():
    lines = PROJECT["dependencies"] + EXTRAS["lab"] + EXTRAS["test"]
    assert not [name for name, bound in lower_bounds(lines).items() if not bound]


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="not a checkout: git does not know which files belong"
)
def test_top_level_holds_nothing_else():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    names = {path.partition("/")[0] for path in listed if path}
    assert "diffsort_core" in names
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_a_commit_of_notebooks_is_held_to_their_tests():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][
        0
    ]["hooks"]
    [hook] = [
        hook
        for hook in hooks
        if re.search(hook.get("files", "^$"), "notebooks/00_start_here.ipynb")
    ]
    *_, folder = hook["entry"].split()
    assert (ROOT / folder / "test_notebooks.py").exists()
    assert (ROOT / folder / "test_course.py").exists()
