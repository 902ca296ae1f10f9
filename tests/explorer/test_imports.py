"""What an explorer loads: only the libraries that it draws with, and those when they are needed."""

import subprocess
import sys

import pytest

import explorer
from explorer.explorers.watched import WatchedExplorer

NAMES = [name for name in explorer.__all__ if name != "ExplorerState"]
SLOW = ["matplotlib", "plotly", "scipy", "sklearn", "pandas", "nbformat", "jsonschema", "PIL"]


def loaded_by(program):
    """Those of the slow libraries that a fresh Python has loaded after the program."""
    script = f"import sys\n{program}\nprint([name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(eval(done.stdout.splitlines()[-1]))


WATCHED = [name for name in NAMES if issubclass(getattr(explorer, name), WatchedExplorer)]


@pytest.mark.parametrize("name", NAMES)
def test_an_explorer_is_made_without_any_slow_library(name):
    isotonic = {"scipy"} if name == "RelaxationGallery" else set()
    assert loaded_by(f"from explorer import {name}; {name}()") == isotonic


@pytest.mark.parametrize("name", WATCHED)
def test_a_figure_of_plotly_s_loads_plotly_and_of_it_only_what_draws(name):
    needed = {"plotly", "PIL"}  # plotly looks whether a colour is a picture
    assert loaded_by(f"from explorer import {name}; {name}().figure") == needed


def test_a_picture_is_what_loads_matplotlib():
    shown = "from explorer import NetworkExplorer; NetworkExplorer().png()"
    assert loaded_by(shown) == {"matplotlib", "PIL"}


def test_the_package_knows_its_names_before_they_are_loaded():
    assert {*explorer.__all__} <= {*dir(explorer)}
    with pytest.raises(AttributeError, match="has no attribute 'Explorers'"):
        explorer.Explorers  # noqa: B018
