"""Is everything here that the explorers need? Said in words."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, metadata, requires, version

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

PACKAGE = "diffsort-explorer"


def environment() -> str:
    """A line for Python and for each package that the explorers need: what is asked for, and what
    was found.

    >>> print(environment().splitlines()[0])  # doctest: +ELLIPSIS
    Python >=3.11: yes (... found)
    """
    try:
        needed = [Requirement(line) for line in requires(PACKAGE) or []]
    except PackageNotFoundError:
        return (
            f"{PACKAGE} is not installed in this environment: run `make lab`, or `pip install"
            " --editable .` in the clone."
        )
    always = [(need.name, need.specifier) for need in needed if need.marker is None]
    lines = [
        _line(
            "Python", SpecifierSet(metadata(PACKAGE)["Requires-Python"]), platform.python_version()
        )
    ]
    lines += [_line(name, specifier, _found(name)) for name, specifier in always]
    missing = [line.split()[0] for line in lines if ": no (" in line]
    cure = " ".join(f"'{name}{specifier}'" for name, specifier in always if name in missing)
    return "\n".join(
        [
            *lines,
            (
                f"Missing: {', '.join(missing)}. Run `make lab` again, or `pip install {cure}`."
                if missing
                else "Everything is here."
            ),
        ]
    )


def _found(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _line(name: str, specifier: SpecifierSet, found: str | None) -> str:
    good = found is not None and specifier.contains(found, prereleases=True)
    return f"{name} {specifier}: {'yes' if good else 'no'} ({found or 'none'} found)"
