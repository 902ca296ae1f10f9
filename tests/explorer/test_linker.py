"""The browser's modules, linked to one, are what they are apart."""

import json
import subprocess

import pytest
from deno import find_deno_bin

from explorer import linker
from explorer.linker import WEB, LinkError, linked, styles

MODULES = sorted(
    str(path.relative_to(WEB))
    for path in WEB.rglob("*.js")
    if "\nexport " in path.read_text("utf-8")
)
"""All but what acts on the page that it is put into."""
TOLD = """
const told = (_, value) => typeof value === "function" ? `takes ${value.length}` : value;
console.log(JSON.stringify({ ...await import(Deno.args[0]) }, told));
"""


def exports(path):
    call = [
        find_deno_bin(),
        "run",
        "--no-check",
        "--no-remote",
        "--quiet",
        "--allow-read",
        "-",
        path,
    ]
    done = subprocess.run(
        [*call, "-", path], input=TOLD, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", MODULES)
def test_what_is_linked_exports_what_the_module_does(name, tmp_path):
    text = linked(name)
    (tmp_path / "linked.js").write_text(text, encoding="utf-8")
    found = exports((tmp_path / "linked.js").as_uri())
    assert found == exports((WEB / name).as_uri())
    assert found
    assert text.count("import {") == 0


def test_a_comment_does_not_travel_and_a_text_that_looks_like_one_does():
    text = linked("ui/toolbar.js")
    assert not [line for line in text.splitlines() if line.strip().startswith(("//", "/*", "* "))]
    written = (WEB / "ui/toolbar.js").read_text("utf-8")
    assert "application/json" in written
    assert text.count("application/json") == written.count("application/json")


def test_types_within_lines_and_indentation_do_not_travel(web):
    web(
        a="/** @type {number} */ (1);\nexport const a = [\n  /** @type {any} */ (`${\n    2\n  }`),"
        '\n  "/* 3 */",\n];\n'
    )
    assert "@type" not in linked("a.js")
    assert '\n"/* 3 */",\n' in linked("a.js")


@pytest.fixture
def web(tmp_path, monkeypatch):
    monkeypatch.setattr(linker, "WEB", tmp_path)

    def write(**files):
        linked.cache_clear()
        linker._exports.cache_clear()
        for name, text in files.items():
            (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    yield write
    linked.cache_clear()


def test_each_module_keeps_its_scope_and_is_there_once(web, tmp_path):
    web(
        a='import { b } from "./b.js";\nimport { c as d } from "./c.js";\nconst own = 1;\n'
        "export const a = [own, b, d()];\n",
        b='import { c } from "./c.js";\nconst own = 2;\nexport const b = own + c();\n',
        c="let own = 3;\nexport function c() {\n  return own++;\n}\n",
    )
    (tmp_path / "linked.js").write_text(linked("a.js"), encoding="utf-8")
    assert exports((tmp_path / "linked.js").as_uri()) == {"a": [1, 5, 4]}
    assert exports((tmp_path / "a.js").as_uri()) == {"a": [1, 5, 4]}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            {
                "a": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "circle, got a.js -> b.js -> a.js",
        ),
        ({"a": 'import * as b from "./b.js";\n'}, "known form"),
        ({"a": 'import "./b.js";\n'}, "known form"),
        ({"a": 'export { b } from "./b.js";\n'}, "known form"),
        ({"a": "export let a = 1;\n"}, "known form"),
        ({"a": 'import { b } from "https://b.js";\n'}, "known form"),
        (
            {"a": 'import { c } from "./b.js";\n', "b": "export const b = 1;\n"},
            "a.js imports c, which b.js does not export",
        ),
    ],
)
def test_what_cannot_be_linked_is_refused_in_words(web, files, words):
    web(**files)
    with pytest.raises(LinkError, match=words):
        linked("a.js")


def test_every_style_sheet_is_found():
    for path in (WEB / "styles").glob("*.css"):
        assert styles(path.stem) == path.read_text("utf-8")
