"""Colours of watched figures stand for one thing each, and the page's theme chooses them."""

import re

import pytest

import explorer
from explorer.explorers.watched import WatchedExplorer
from explorer.figures.inks import PAPER, on_paper, share_ink, sign_ink
from explorer.style import NEGATIVE, POSITIVE, colour

WATCHED = [
    name
    for name in explorer.__all__
    if isinstance(getattr(explorer, name), type)
    and issubclass(getattr(explorer, name), WatchedExplorer)
]
CHOICES = [{}, {"measure": "tempering"}, {"measure": "shuffles"}, {"task": "line"}]
MADE = [
    (name, choices)
    for name in WATCHED
    for choices in CHOICES
    if set(choices) <= set(getattr(explorer, name).own)
]
LITERAL = re.compile(r"^(#[0-9a-f]{3,8}|rgba?\(.*)$")
CLEAR = "rgba(0,0,0,0)"


def leaves(part):
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list | tuple):
        return [leaf for each in part for leaf in leaves(each)]
    return [part]


@pytest.mark.parametrize(("name", "choices"), MADE)
def test_no_colour_is_sent_but_by_what_it_stands_for(name, choices):
    shown = getattr(explorer, name)(**choices)
    if hasattr(shown, "finish"):
        shown.finish()
    sent = leaves([shown.chart.frame, shown.chart.values])
    shown.close()
    literal = {each for each in sent if isinstance(each, str) and LITERAL.match(each)}
    assert literal <= {CLEAR}
    assert "@text" in sent


def test_paper_has_a_colour_for_each_name():
    assert on_paper("@quiet") == PAPER["quiet"]
    assert on_paper(["words", {"a": "@text"}, 3, None]) == ["words", {"a": PAPER["text"]}, 3, None]
    assert on_paper(share_ink(0)) == colour(0)
    assert on_paper([sign_ink(-2), sign_ink(0), sign_ink(3)]) == [NEGATIVE, POSITIVE, POSITIVE]
    assert on_paper(sign_ink(1, 0.25)) == "rgba(47,126,216,0.25)"
