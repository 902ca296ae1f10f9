"""Markdown as the HTML of a page of one's own: text, headings, lists, tables, code, links and
pictures that stand in the text itself; nothing that a page could run or would ask a network for.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from diffsort_core import DiffsortError

from .page_text import well_formed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_KEPT = {"a": ["href"], "img": ["src", "alt"], "ol": ["start"]}
"""The attributes that an element keeps: none that styles it, which the page's policy forbids."""
_EMPTY = ("br", "hr", "img")
_LINK = re.compile(r"https?:|mailto:|#v1&|(?!//|#)[^:]*(?:[/?#]|$)", re.I)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,", re.I)


def prose_of(text: str, name: str = "text") -> str:
    """The HTML of a text in Markdown; ``name``: what the text is called where it is refused.

    What is HTML in it is shown as it was typed. Its headings begin one level below the page's
    title. A link leads to ``https:``, ``http:``, ``mailto:``, to another file beside the page, or,
    by ``#v1&explorer=...`` (the address of a page), to choices of the explorers in this one.

    >>> print(prose_of("# Why\\n\\nSee *this*: <b> & [that](https://example.org)."), end="")
    <div class="prose">
    <h2>Why</h2>
    <p>See <em>this</em>: &lt;b&gt; &amp; <a href="https://example.org">that</a>.</p>
    </div>

    Raises DiffsortError for a link that leads elsewhere, and for a picture that would have to be
    fetched.
    """
    made = _markdown()
    tokens = made.parse(well_formed(text))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1:]) + 1)}"
        for part in token.children or ():
            match part.type:
                case "link_open":
                    _check(_LINK, str(part.attrs["href"]), name, _LINKS)
                case "image":
                    _check(_PICTURE, str(part.attrs["src"]), name, _PICTURES)
    written = _Written(made.renderer.render(tokens, made.options, {}))
    return f'<div class="prose">\n{written.text}</div>\n'


_LINKS = (
    "link only to https:, http:, mailto:, a file beside the page, or choices in it (#v1&explorer=)"
)
_PICTURES = "have its pictures in it (data:image/png;base64, or jpeg, gif, webp)"


def _check(rule: re.Pattern[str], address: str, name: str, words: str) -> None:
    if not rule.match(address):
        raise DiffsortError(f"{name} must {words}, got {address[:60]!r}")


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # which only a page with prose needs

    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.validateLink = lambda address: True  # which is judged, and refused in words, here
    return made


class _Written(HTMLParser):
    """HTML written anew as browsers write it: then a page that a browser saves has the very prose
    of the file that it opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [(name, value or "") for name, value in attrs if name in _KEPT.get(tag, ())]
        written = (f' {name}="{_escaped(value, quote=True)}"' for name, value in kept)
        self._parts.append(f"<{tag}{''.join(written)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self._parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._parts.append(_escaped(data, quote=False))


def _escaped(text: str, quote: bool) -> str:
    safe = escape(text, quote=False).replace("\xa0", "&nbsp;")
    return safe.replace('"', "&quot;") if quote else safe
