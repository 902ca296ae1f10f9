"""The command ``diffsort-explorer export``: an explorer as a page of one's own, without a
notebook."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from diffsort_core import NETWORKS, DiffsortError

SIGNED = ("--values", "--alpha")
"""Options whose value may begin with a minus sign, which argparse takes for an option's."""


def export(arguments: list[str]) -> int:
    """Write the page that the arguments ask for, and return 0; whatever is refused is said in
    words, with exit status 2, and nothing is written then."""
    parser = _parser()
    given = parser.parse_args(_joined(arguments))
    try:
        _writable(given.page, given.overwrite)
        choices, remark = _choices(given)
        _save(given.page, **choices)
    except (DiffsortError, OSError) as error:
        parser.error(str(error))
    if remark:
        print(remark)
    print(f"{given.page}: {_size(given.page)} kB; open it in a browser, it needs no network")
    return 0


def _save(path: Path, **choices: Any) -> None:
    from . import NetworkExplorer  # here, so that --help and a refusal wait for no library

    explorer = NetworkExplorer(**choices)
    try:
        explorer.save(path)
    finally:
        explorer.close()


def _choices(given: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """What was given, by the names of choices, and how the numbers were read where there was more
    than one way; what was not given is as in a new explorer."""
    from .pasted import read_numbers

    names = ("alpha", "relaxation", "network")
    choices = {name: getattr(given, name) for name in names if getattr(given, name) is not None}
    if given.values is None:
        return choices, ""
    read = read_numbers(given.values)
    return {**choices, "values": read.values, "labels": read.labels}, read.remark


def _writable(path: Path, overwrite: bool) -> None:
    if path.suffix.lower() != ".html":
        raise DiffsortError(f"PAGE must end with .html, got {str(path)!r}")
    if not path.parent.is_dir():
        raise DiffsortError(f"PAGE must lie in a folder that is there, got {str(path)!r}")
    if path.exists() and not (overwrite and path.is_file()):
        raise DiffsortError(
            f"PAGE must be new, and {str(path)!r} is there already; --overwrite replaces a file"
        )


def _joined(arguments: list[str]) -> list[str]:
    """``--values -1,5`` as ``--values=-1,5``."""
    left, joined = list(arguments), []
    while left:
        argument = left.pop(0)
        if argument in SIGNED and left and left[0][:1] == "-" and left[0][:2] != "--":
            argument = f"{argument}={left.pop(0)}"
        joined.append(argument)
    return joined


def _size(path: Path) -> int:
    return -(-path.stat().st_size // 1000)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diffsort-explorer export",
        description="Write a sorting network with your numbers as a page: one file that opens from"
        " disk in any browser, without a network, and can be dragged, played and changed there.",
        allow_abbrev=False,
    )
    parser.add_argument("page", type=Path, metavar="PAGE", help="the file to write, sort.html")
    parser.add_argument("--values", help="1 to 64 numbers, such as 5,-1,9.5 (default: an example)")
    parser.add_argument(
        "--alpha",
        help="inverse temperature, per unit of the values: 0 (mean) to infinity (hard maximum);"
        " as suits them where it is not given",
    )
    parser.add_argument("--relaxation", help="smoothmax (default), Cauchy, ...")
    parser.add_argument(
        "--network", help=f"one of {', '.join(NETWORKS)}, or comparators such as 0:1,2:3"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace PAGE where it is there already"
    )
    return parser
