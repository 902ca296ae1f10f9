"""A page holds one program, one sheet and data that can be nothing else, and says so in its
security policy."""

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from zlib import decompress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer import NetworkExplorer
from explorer.linker import WEB, linked
from explorer.page_text import deflated, page_of, shell

PROGRAM = "const ü = 1 < 2 && 3;\nexport default ü;\n"
STYLES = "p > a {\n  color: red;\n}\n"
LARGEST = 250_000
"""Bytes of a page: with all that a first minute needs in its program, a second of 2 Mbit/s."""
LOADER = linked("hosts/page_loader.js")
HOSTILE = (
    "</script><script>alert(1)</script><!--<script> \u2028 & ' \" </title><img src=x> {program} $&"
)


class Read(HTMLParser):
    """A page as a parser reads it: elements in order, their attributes, and the text in each."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.texts, self.ended = [], [], True
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.texts.append("")
        self.ended = False

    def handle_endtag(self, tag):
        self.ended = True

    def handle_data(self, text):
        if not self.ended:
            self.texts[-1] += text

    def within(self, tag, **attributes):
        [text] = [
            text
            for (name, has), text in zip(self.elements, self.texts, strict=True)
            if name == tag and attributes.items() <= has.items()
        ]
        return text


def read(title="Sorted", program=PROGRAM, choices=None, sheet=STYLES):
    return Read(page_of([{"setup": {"label": title}, "choices": choices}], title, program, sheet))


def data_of(page):
    return json.loads(page.within("script", type="application/json"))


def inflated(packed):
    return decompress(b64decode(packed)).decode()


def policy(page):
    [text] = [has["content"] for _, has in page.elements if "http-equiv" in has]
    return dict(part.split(maxsplit=1) for part in text.split(";"))


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@given(st.text(), st.text() | st.dictionaries(st.text("a<&>'\"\u2028", min_size=1), st.text()))
@example(HOSTILE, {HOSTILE: [HOSTILE]})
def test_whatever_it_holds_it_has_the_same_elements_and_gives_the_data_back(title, choices):
    page = read(title, choices=choices)
    assert page.elements == read().elements
    assert data_of(page) == {
        "version": 1,
        "title": title,
        "explorers": [{"setup": {"label": title}, "choices": choices, "state": 0}],
    }
    assert page.within("script", type="module") == LOADER
    assert inflated(page.within("script", id="diffsort-program")) == PROGRAM
    assert page.within("style") == STYLES


def test_its_policy_allows_this_program_and_these_styles_and_nothing_else():
    page = read(HOSTILE)
    assert policy(page) == {
        "default-src": "'none'",
        "script-src": f"{hashed(PROGRAM)} {hashed(page.within('script', type='module'))}",
        "style-src": hashed(page.within("style")),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "diffsort",
    }
    other = policy(read(program="other();"))["script-src"]
    assert other == f"{hashed('other();')} {hashed(LOADER)}"
    tags = [tag for tag, _ in page.elements]
    policed = next(i for i, (_, has) in enumerate(page.elements) if "http-equiv" in has)
    assert policed < min(tags.index(tag) for tag in ("style", "script", "title"))


def test_it_says_what_it_is_before_anything_is_drawn():
    page = read("A & B")
    assert page.within("title") == page.within("h1") == "A & B"
    assert ("html", {"lang": "en"}) in page.elements
    assert ("meta", {"charset": "utf-8"}) in page.elements
    assert any("width=device-width" in has.get("content", "") for _, has in page.elements)
    assert "could not be drawn" in page.within("p", id="diffsort-words")
    tags = [tag for tag, _ in page.elements]
    assert tags.index("main") < tags.index("noscript")


@pytest.mark.parametrize(
    "text", ["'</script>'", "'</SCRIPT'", "<!--", "a\r\nb", "\0", "</style>", "p{data}"]
)
def test_styles_that_would_be_others_in_a_page_are_refused(text):
    with pytest.raises(DiffsortError, match="styles must be free of"):
        shell(PROGRAM, text)


@given(st.text(max_size=9))
@example("'</script>' <!-- {data} \r\n \0")
def test_any_program_is_carried_to_the_letter_and_always_alike(program):
    page = read(program=program)
    assert inflated(page.within("script", id="diffsort-program")) == program
    assert policy(page)["script-src"].startswith(hashed(program))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in read().elements]
    assert deflated.__wrapped__(program) == deflated.__wrapped__(program)


def test_it_is_small_with_64_numbers():
    with_64 = NetworkExplorer([1 / 3 + k for k in range(64)])
    assert 40_000 < len(with_64.page().encode()) <= LARGEST
    with_64.close()


def test_no_style_is_written_as_an_attribute():
    """The policy lets a page's program set styles, and no text be one."""
    for path in WEB.rglob("*.js"):
        assert not re.search(r"setAttribute\(\s*[\"']style|innerHTML =", path.read_text("utf-8"))
