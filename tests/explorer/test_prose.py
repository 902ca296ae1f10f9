"""Markdown becomes the plain HTML of a page: nothing in it runs, asks a network, or is written
otherwise than a browser writes it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer.prose import prose_of

ALLOWED = {
    *("a", "blockquote", "br", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img"),
    *("li", "ol", "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
PICTURE = "data:image/png;base64,iVBORw0KGgo="


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.text = [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


PIECES = [
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "</main>", "</script>"),
    *("# ", "- ", "1. ", "> ", "```", "`", "*", "**", "_", "~~", "|", "\n", "\n\n", "    ", "&lt;"),
    *("{data}", "[a](https://b.c 'd')", '![a](data:image/png;base64,AA "t")', "<https://a.b>"),
    *("|a|b|\n|:-:|--:|\n|1|2|\n", "\xa0", '"', "'", "\0", "\ud800", "&#0;", "&quot;", "\\"),
    "```js onclick=x\na\n```\n",
]
MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=10).map("".join)


@given(MARKDOWN)
@example("".join(PIECES))
def test_whatever_is_written_only_plain_elements_come_of_it(text):
    try:
        html = prose_of(text)
    except DiffsortError:
        return
    for tag, attributes in Elements(html).found:
        assert tag in ALLOWED
        assert attributes.keys() <= {"href", "src", "alt", "start", "class"}
        assert ("class" in attributes) == (tag == "div")
    assert "<script" not in html
    assert "<!" not in html
    assert html.count("</main") == 0
    html.encode()


def test_html_is_shown_as_it_was_typed():
    text = '<b onclick="alert(1)">x</b>'
    shown = Elements(prose_of(text))
    assert shown.text.strip() == text
    assert [tag for tag, _ in shown.found] == ["div", "p"]


def test_headings_stand_below_the_title_of_the_page():
    text = "\n\n".join(f"{'#' * level} {level}" for level in range(1, 7))
    found = re.findall(r"<h(\d)>(\d)</h\1>", prose_of(text))
    assert found == [("2", "1"), ("3", "2"), ("4", "3"), ("5", "4"), ("6", "5"), ("6", "6")]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=1&c=2",
        "http://example.org",
        "mailto:a@example.org",
        "other.html",
        "folder/other.html#v1&explorer=network",
        "a?b:c",
        "#v1&explorer=network&values=5,-1&alpha=infinity",
    ],
)
def test_links_lead_to_the_web_to_files_and_to_choices(address):
    [link] = [has for tag, has in Elements(prose_of(f"[there]({address})")).found if tag == "a"]
    assert link == {"href": address}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript&colon;alert(1)",
        "java&#115;cript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/x",
        "blob:x",
        "#heading",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x][1]\n\n[1]: {}", "[x](<{}>)"])
def test_a_link_that_leads_elsewhere_is_refused_in_words(address, form):
    with pytest.raises(DiffsortError, match=r"text must link only to https:, .*, got '"):
        prose_of(form.format(address))


def test_an_address_in_angles_is_held_to_the_same_rule():
    with pytest.raises(DiffsortError, match=r"must link only to .*, got 'javascript:alert"):
        prose_of("<javascript:alert(1)>")


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "x.png", "data:image/svg+xml;base64,AA", "data:,x"]
)
def test_a_picture_that_would_have_to_be_fetched_is_refused(address):
    with pytest.raises(DiffsortError, match=r"explorers\[2\] must have its pictures in it"):
        prose_of(f"![words]({address})", "explorers[2]")
    assert f'<img src="{PICTURE}" alt="words">' in prose_of(f"![words]({PICTURE})")
