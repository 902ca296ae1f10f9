"""Imports put off until something of the module is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """Stands for a module, and imports it when an attribute of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


@contextmanager
def deferred(name: str) -> Iterator[None]:
    """Whoever imports the module ``name`` inside the block gets a stand-in that imports it later.

    plotly's widget imports nbformat, and with it jsonschema and a grammar of internet addresses
    that takes seconds to compile, but uses of it only the version, and that only in ``fig.show()``.

    >>> with deferred("zipapp"):
    ...     import zipapp
    >>> "zipapp" in sys.modules, callable(zipapp.create_archive), "zipapp" in sys.modules
    (False, True, True)
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = _Deferred(name)
    try:
        yield
    finally:
        del sys.modules[name]
