"""The command ``diffsort-explorer``: the course's notebooks, copied to a folder of yours and opened
in JupyterLab; or, as ``diffsort-explorer export``, an explorer as a page."""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .export import export


def notebooks() -> Path:
    """Where the notebooks lie: inside an installed package, or beside it in a checkout."""
    installed = Path(__file__).parent / "notebooks"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "notebooks"


def copy_notebooks(folder: Path) -> list[Path]:
    """Copy the notebooks to a folder and return those copied; one that is there already is left as
    it is."""
    copied = []
    for source in sorted(notebooks().rglob("*.ipynb")):
        if ".ipynb_checkpoints" in source.parts:
            continue
        target = folder / source.relative_to(notebooks())
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(source, target)
            copied.append(target)
    return copied


CONFIG = Path(__file__).parent / "config"
"""Configuration of Jupyter: JupyterLab and Notebook ask for no news, and keep in a notebook the
state of its widgets, so that an explorer saved yesterday lives today before anything is run."""


def configured(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which Jupyter reads ``CONFIG`` too. These are defaults: no file of the
    person's is changed, and what they chose in JupyterLab's settings goes before."""
    before = environment.get("JUPYTER_CONFIG_PATH")
    paths = os.pathsep.join(filter(None, [str(CONFIG), before]))
    return {**environment, "JUPYTER_CONFIG_PATH": paths}


NO_JUPYTERLAB = (
    "JupyterLab, which this command opens, is not installed here. Install it with\n"
    "    pip install 'diffsort-explorer[lab]'\n"
    "and run the command again, or open {folder} with the program for notebooks that you have."
)


def main(arguments: list[str] | None = None) -> int:
    """Copy the notebooks and open JupyterLab on them, on this machine only and with its token.

    Returns the exit status: JupyterLab's, 0 where the notebooks are only copied, and 1 where
    JupyterLab is not installed, which is said with the way to install it.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["export"]:
        return export(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="diffsort-explorer",
        description="Open the differentiable-sorting notebooks in JupyterLab.",
        epilog="`diffsort-explorer export --help` tells how to write an explorer as a page instead"
        " (a folder of this name is ./export).",
    )
    parser.add_argument(
        "folder",
        type=Path,
        help="where to copy the notebooks; files that are there already are never overwritten",
    )
    parser.add_argument(
        "--copy-only", action="store_true", help="copy the notebooks and do not open JupyterLab"
    )
    parser.add_argument("jupyter", nargs="*", help="what follows -- is passed on to JupyterLab")
    given = parser.parse_args(arguments)
    if given.folder.exists() and not given.folder.is_dir():
        parser.error(f"folder must be a folder, got the file {given.folder}")
    copied = copy_notebooks(given.folder)
    print(
        f"{len(copied)} notebooks copied to {given.folder}; those that were there already were left"
        " as they are."
    )
    if given.copy_only:
        return 0
    if importlib.util.find_spec("jupyterlab") is None:
        print(NO_JUPYTERLAB.format(folder=given.folder), file=sys.stderr)
        return 1
    ours = {"--ServerApp.ip": "127.0.0.1", "--ServerApp.root_dir": str(given.folder.resolve())}
    theirs = {option.split("=")[0] for option in given.jupyter}
    options = [f"{name}={value}" for name, value in ours.items() if name not in theirs]
    command = [sys.executable, "-m", "jupyterlab", *options, *given.jupyter]
    return subprocess.call(command, env=configured(os.environ))


if __name__ == "__main__":
    raise SystemExit(main())
