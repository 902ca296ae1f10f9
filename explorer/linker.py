"""The browser's half, put together: one module of all those in ``web/`` that an entry imports, and
one sheet of a widget's style sheets.

A browser that shows a widget, or a page that is opened from disk, takes one module as text. Each
module keeps its scope here; what it exports is handed to those who import it, in the order of
imports. There is nothing to build when the package is installed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

WEB = Path(__file__).parent / "web"
_NAMES = r"\{([^{}]*)\}"
_IMPORT = re.compile(rf"^import {_NAMES} from \"(\.{{1,2}}/[\w./]+\.js)\";\n", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b\*? ?(\w+))", re.M)
_DEFAULT = re.compile(r"^export default ", re.M)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?s:(?!\*/).)*\*/)\n", re.M)
_INLINE = re.compile(r"/\*\*(?:(?!\*/).)*\*/ ?")
"""A type, within a line."""
_INDENT = re.compile(r"^[ \t]+", re.M)
"""A template that goes on over several lines would lose it: `deno lint` finds none of that kind."""
_UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.M)


class LinkError(Exception):
    """A module that cannot be linked: which, and why."""


@cache
def linked(entry: str) -> str:
    """The text of one module that exports what the module ``entry`` (a path in ``web/``) exports.

    >>> text = linked("hosts/front_end.js")
    >>> text.count("import "), text.splitlines()[-1]
    (0, 'export default m1.default;')

    Raises LinkError for imports in a circle, and for forms of import and export that it does not
    know: it knows ``import { a, b as c } from "./file.js";`` and ``export`` before a function, a
    constant, a class or ``default``, each at the start of a line.
    """
    modules: dict[Path, str] = {}
    exported = _add(WEB / entry, modules, ())
    last = f"m{len(modules) - 1}"
    names = [name for name in exported if name != "default"]
    lines = [*modules.values()]
    if names:
        lines.append(f"export const {{ {', '.join(names)} }} = {last};")
    if "default" in exported:
        lines.append(f"export default {last}.default;")
    return "\n".join(lines) + "\n"


def styles(*names: str) -> str:
    """The text of style sheets in a row."""
    return "\n".join((WEB / "styles" / f"{name}.css").read_text("utf-8") for name in names)


def _add(path: Path, modules: dict[Path, str], above: tuple[Path, ...]) -> list[str]:
    """Add a module, after all that it imports; return the names that it exports."""
    if path in above:
        circle = " -> ".join(each.name for each in (*above[above.index(path) :], path))
        raise LinkError(f"modules must not import each other in a circle, got {circle}")
    text = _INLINE.sub("", _COMMENT.sub("", path.read_text("utf-8")))
    text = _INDENT.sub("", text)
    taken = []
    for names, source in _IMPORT.findall(text):
        other = (path.parent / source).resolve()
        known = _exports(other) if other in modules else _add(other, modules, (*above, path))
        pairs = [_pair(name) for name in names.split(",") if name.strip()]
        if missing := [name for name, _ in pairs if name not in known]:
            raise LinkError(f"{path.name} imports {missing[0]}, which {other.name} does not export")
        taken.append(
            f"const {{ {', '.join(map(': '.join, pairs))} }} = m{[*modules].index(other)};"
        )
    exported = _exports(path)
    body = _DEFAULT.sub("const $default = ", _EXPORT.sub("", _IMPORT.sub("", text)))
    if unknown := _UNKNOWN.search(body):
        raise LinkError(f"{path.name} must import and export in a known form, got {unknown[0]}")
    given = ", ".join(f"{name}: $default" if name == "default" else name for name in exported)
    lines = [
        f"const m{len(modules)} = (() => {{",
        *taken,
        body.strip(),
        f"return {{ {given} }};",
        "})();",
    ]
    modules[path] = "\n".join(lines)
    return exported


def _pair(name: str) -> tuple[str, str]:
    """What is imported, and what it is called here."""
    there, _, here = name.strip().partition(" as ")
    return there, here or there


@cache
def _exports(path: Path) -> list[str]:
    text = _COMMENT.sub("", path.read_text("utf-8"))
    return [*_EXPORT.findall(text), *(["default"] if _DEFAULT.search(text) else [])]
