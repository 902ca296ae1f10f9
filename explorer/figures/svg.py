"""Small pieces of SVG text, the same on every machine."""

from __future__ import annotations

from html import escape

from ..style import FONT


def tag(name: str, content: str = "", **attributes: object) -> str:
    """One SVG element; numbers are rounded to 2 places, underscores in names become hyphens. Its
    quotes are those that JSON, in which a notebook keeps it, need not escape.

    >>> tag("line", x1=0, y1=1.23456, stroke_width=2)
    "<line x1='0' y1='1.23' stroke-width='2'/>"
    """
    words = "".join(
        f" {key.replace('_', '-')}='{_shown(value)}'" for key, value in attributes.items()
    )
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """A line of text whose baseline starts at (x, y), as large and dark as the picture says, unless
    it says so itself."""
    return tag("text", escape(words), x=x, y=y, **attributes)


def picture(width: float, height: float, description: str, *parts: str) -> str:
    """A whole picture on white, with its description for those who do not see it."""
    paper = tag("rect", width=width, height=height, fill="#ffffff")
    body = tag("title", escape(description)) + paper + "".join(parts)
    return tag(
        "svg",
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        font_size=12,
        fill="#1a1a1a",
        font_family=FONT.replace("'", ""),
    )


def _shown(value: object) -> str:
    return (
        f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else escape(str(value))
    )
