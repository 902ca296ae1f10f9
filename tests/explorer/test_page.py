"""A page holds one program, one sheet and data that can be nothing else, and says so in its
security policy."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer import NetworkExplorer
from explorer.linker import WEB, linked, styles
from explorer.page import as_json, page_of, shell

PROGRAM = "const ü = 1 < 2 && 3;\nexport default ü;\n"
STYLES = "p > a {\n  color: red;\n}\n"
LARGEST = 280_000
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
        "explorers": [{"setup": {"label": title}, "choices": choices}],
    }
    assert page.within("script", type="module") == PROGRAM
    assert page.within("style") == STYLES


def test_its_policy_allows_this_program_and_these_styles_and_nothing_else():
    page = read(HOSTILE)
    assert policy(page) == {
        "default-src": "'none'",
        "script-src": hashed(page.within("script", type="module")),
        "style-src": hashed(page.within("style")),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    assert policy(read(program="other();"))["script-src"] == hashed("other();")
    tags = [tag for tag, _ in page.elements]
    policed = next(i for i, (_, has) in enumerate(page.elements) if "http-equiv" in has)
    assert policed < min(tags.index(tag) for tag in ("style", "script", "title"))


def test_it_says_what_it_is_before_anything_is_drawn():
    page = read("A & B")
    assert page.within("title") == "A & B"
    assert ("html", {"lang": "en"}) in page.elements
    assert ("meta", {"charset": "utf-8"}) in page.elements
    assert any("width=device-width" in has.get("content", "") for _, has in page.elements)
    assert "could not be drawn" in page.within("p", id="diffsort-words")
    tags = [tag for tag, _ in page.elements]
    assert tags.index("main") < tags.index("noscript")


@pytest.mark.parametrize("text", ["'</script>'", "'</SCRIPT'", "<!--", "a\r\nb", "\0", "</style>"])
@pytest.mark.parametrize("place", ["program", "styles"])
def test_what_would_be_another_text_in_a_page_is_refused(text, place):
    given = {"program": PROGRAM, "styles": STYLES, place: text}
    with pytest.raises(DiffsortError, match=f"{place} must be free of"):
        page_of([], "", **given)


def test_styles_that_name_a_slot_are_refused():
    with pytest.raises(DiffsortError, match=r"styles must be free of '\{data\}'"):
        shell(PROGRAM, "p{data}")


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 10**400, {1, 2}, b"a", {1: 2}, {"1": 2}, [object()]],
)
def test_what_is_no_json_is_refused(value):
    with pytest.raises(DiffsortError, match=r"(can hold only|must be a word).*, got"):
        as_json(value)


def test_it_is_of_at_most_250_kilobytes_with_64_numbers():
    program = linked("explorers/network.js") + linked("hosts/page.js").replace("export ", "")
    sheets = styles(*sorted(path.stem for path in (WEB / "styles").glob("*.css")))
    explorer = NetworkExplorer([1 / 3 + k for k in range(64)])
    choices = json.loads(explorer.state.to_json())
    page = page_of([{"setup": {"first": choices}, "choices": choices}], "", program, sheets)
    assert len(page.encode()) <= LARGEST


def test_no_style_is_written_as_an_attribute():
    """The policy lets a page's program set styles, and no text be one."""
    for path in WEB.rglob("*.js"):
        assert not re.search(r"setAttribute\(\s*[\"']style|innerHTML =", path.read_text("utf-8"))
