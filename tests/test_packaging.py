"""The two lists of dependencies agree, and the top level of the repository stays small."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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


def test_environment_and_pyproject_ask_for_the_same_packages():
    environment = {
        name: bound
        for name, bound in {**CONDA, **PIP}.items()
        if name not in ("python", "pip", "-e .")
    }
    assert environment == lower_bounds(
        PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    )


def test_environment_and_pyproject_ask_for_the_same_python():
    assert PROJECT["requires-python"] == f">={CONDA['python']}"


@pytest.mark.parametrize(
    "name",
    [
        *("python", "jupyterlab", "ipywidgets", "anywidget", "numpy", "autograd", "autoray"),
        *("matplotlib", "plotly", "scipy", "scikit-learn", "nbval"),
    ],
)
def test_environment_gives_a_lower_bound(name):
    assert CONDA.get(name), f"environment.yml must ask for {name}>=..."


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
