"""A link says what is chosen, to the bit, and nothing but choices is read from one."""

import pytest
from hypothesis import example, given, reject
from hypothesis import strategies as st
from page_draws import CHOICES, HOSTILE, OWN, SETUPS

from explorer.page_json import as_json

PLAIN = {
    "values": [5.0, -1.0, 9.5],
    "labels": None,
    "alpha": 1.0,
    "sigma": 0.5,
    "relaxation": "smoothmax",
    "network": "bitonic",
    "preset": "example",
    "seed": 0,
    "below": "values",
    "flow": None,
    "k": 3,
    "top": False,
    "rate": 0.5,
    "table": None,
}
SETUP = {"explorer": "network", "own": OWN, "plain": PLAIN}
START = "#v1&explorer=network"
LONGEST = 20_000


class Refused:
    """What comes of a link that is not read: the words."""

    def __init__(self, words):
        self.words = words


@pytest.fixture(scope="session")
def link(deno):
    def of(**changes):
        return deno("fragmentOf", [{"setup": SETUP, "choices": {**PLAIN, **changes}}])

    return of


@pytest.fixture(scope="session")
def read(deno):
    """The choices that a link names, or its refusal."""

    def of(fragment, *explorers):
        try:
            return deno("choicesIn", fragment, list(explorers or ({"setup": SETUP},)))
        except Exception as error:
            name, _, words = str(error).partition(": ")
            if (type(error).__name__, name) != ("RefusedError", "DiffsortError"):
                raise
            return Refused(words)

    return of


@given(st.lists(st.tuples(SETUPS, CHOICES), min_size=1, max_size=3))
def test_a_link_is_read_as_what_it_was_written_for_to_the_bit(deno, given):
    shown = [{"setup": setup, "choices": choices} for setup, choices in given]
    try:
        fragment = deno("fragmentOf", shown)
    except Exception as error:
        if f"at most {LONGEST} characters" not in str(error):
            raise
        reject()
    assert len(fragment) <= LONGEST
    assert fragment.isascii()
    assert not set(fragment) & set(" \"'<>`()[]{}|\\^~*!\n\0")
    found = deno("choicesIn", fragment, [{"setup": setup} for setup, _ in given])
    for (setup, choices), named in zip(given, found, strict=True):
        read = {**setup["plain"], **named}
        assert as_json({name: read[name] for name in choices}) == as_json(choices)


def test_a_link_can_be_read_by_a_person(link):
    choices = {"values": [5.0, -1.0, 9.5, 1e300], "preset": "own numbers", "flow": 2}
    assert (
        link(**choices, alpha=0.25, below="hard network")
        == f"{START}&values=5,-1,9.5,1e%2B300&alpha=0.25/unit&preset=own+numbers"
        "&below=hard+network&flow=2"
    )
    assert link(labels=["Mont Blanc", "K2", "Lee, Ann"]) == (
        f"{START}&values=5,-1,9.5&labels=Mont+Blanc,K2,Lee%5C,+Ann"
    )
    assert link(network="0:1,1:2,0:1") == f"{START}&network=0:1,1:2,0:1"
    assert link(alpha=None) == f"{START}&alpha=suited"
    assert link(alpha="infinity", top=True, table=[[1.0, 2.5]]) == (
        f"{START}&alpha=infinity&top=yes&table=%5B%5B1,2.5%5D%5D"
    )


@pytest.mark.parametrize(
    "names", [["none"], ["none", "x"], ["\\none"], [","], ["\\"], ["a\\", "b"]]
)
def test_names_are_read_back_from_a_link_whatever_stands_in_them(link, read, names):
    assert read(link(labels=names))[0]["labels"] == names


def test_what_is_as_in_any_explorer_is_left_out_and_drawn_numbers_are_told_with_where_they_are_from(
    link,
):
    assert link() == START
    assert link(seed=3) == f"{START}&values=5,-1,9.5&seed=3"
    assert link(preset="zeros and ones") == f"{START}&values=5,-1,9.5&preset=zeros+and+ones"
    assert link(sigma=2) == f"{START}&sigma=2"


def test_each_of_several_explorers_has_its_own_part(deno, read):
    other = {**SETUP, "explorer": "jacobian"}
    fragment = deno(
        "fragmentOf",
        [
            {"setup": SETUP, "choices": {**PLAIN, "alpha": 2.0}},
            {"setup": other, "choices": {**PLAIN, "alpha": 3.0}},
        ],
    )
    assert fragment == f"{START}&alpha=2/unit&2.explorer=jacobian&2.alpha=3/unit"
    explorers = [{"setup": SETUP}, {"setup": other}]
    assert read(fragment, *explorers) == [{"alpha": 2.0}, {"alpha": 3.0}]
    assert read(f"{START}&sigma=2", *explorers) == [{"sigma": 2.0}, None]


def test_what_explorers_share_is_said_of_the_first_that_has_it(deno, read):
    shared = {name: OWN[name] for name in ("k", "top")}
    other = {**SETUP, "explorer": "jacobian", "own": {**shared, "more": {"kind": "toggle"}}}
    other["plain"] = {**PLAIN, "more": False}
    choices = {**PLAIN, "alpha": 2.0, "k": 5}
    shown = [
        {"setup": SETUP, "choices": choices, "state": 0},
        {"setup": SETUP, "choices": {**choices, "k": 6}, "state": 1},
        {"setup": other, "choices": {**choices, "more": True}, "state": 0},
    ]
    fragment = deno("fragmentOf", shown)
    assert fragment == (
        f"{START}&alpha=2/unit&k=5&2.explorer=network&2.alpha=2/unit&2.k=6"
        "&3.explorer=jacobian&3.more=yes"
    )
    assert read(fragment, *shown) == [
        {"alpha": 2.0, "k": 5},
        {"alpha": 2.0, "k": 6},
        {"more": True},
    ]
    refused = read(f"{START}&3.explorer=jacobian&3.alpha=3/unit", *shown)
    assert "must name choices of this explorer, each once, got 'alpha'" in refused.words


def test_no_link_asks_for_nothing(read):
    assert read("") == read("#") == [None]
    assert read(START) == [{}]


REFUSED = {
    "#values=1,2": "must begin with #v1, got 'values=1,2'",
    "#v2&explorer=network": "must begin with #v1, got 'v2'",
    "#v1&alpha=1/unit": "must name its explorer first",
    "#v1&explorer=jacobian": "must be of the explorer network, got 'jacobian'",
    f"{START}&explorer=network": "must be of the explorer network",
    f"{START}&2.explorer=network": "can name 1 explorers",
    f"{START}&alpha=1": "alpha must be a number with its unit, such as 1/unit, infinity or suited",
    f"{START}&alpha=Infinity/unit": "alpha must be a number, got 'Infinity'",
    f"{START}&alpha=-infinity": "alpha must be a number with its unit",
    f"{START}&alpha=1e999/unit": "alpha must be a number, got '1e999'",
    f"{START}&values=1,NaN": "values must be a number, got 'NaN'",
    f"{START}&values=": "values must be a number, got ''",
    f"{START}&values=0x10": "values must be a number, got '0x10'",
    f"{START}&values=1,,2": "values must be a number",
    f"{START}&seed=null": "seed must be a number, got 'null'",
    f"{START}&top=true": "top must be yes or no, got 'true'",
    f"{START}&flow=": "flow must be a number",
    f'{START}&table={{"__proto__":1}}': "table must be lists of numbers",
    f"{START}&table=[[[[[1]]]]]": "table must be lists of numbers",
    f"{START}&table=[1e999]": "table must be lists of numbers",
    f"{START}&__proto__=1": "must name choices of this explorer, each once, got '__proto__'",
    f"{START}&constructor=1": "must name choices of this explorer",
    f"{START}&toString=1": "must name choices of this explorer",
    f"{START}&alpha=1/unit&alpha=2/unit": "must name choices of this explorer, each once",
    f"{START}&<img src=x onerror=alert(1)>": "must be of name=value, got '<img src=x",
    f"{START}&": "must be of name=value, got ''",
    f"{START}&preset=%E0%A4%A": "must be escaped as addresses are",
}


@pytest.mark.parametrize("fragment", REFUSED)
def test_what_is_no_link_is_refused_in_words(read, fragment):
    found = read(fragment)
    assert REFUSED[fragment] in found.words
    assert len(found.words) < 150


def test_a_link_is_read_to_a_length_and_no_further(read):
    def long(length):
        return f"{START}&preset={'a' * (length - len(START) - 8)}"

    assert isinstance(read(long(LONGEST)), list)
    refused = read(long(LONGEST + 1))
    assert refused.words == f"a link must have at most {LONGEST} characters, got {LONGEST + 1}"


def test_a_link_that_would_be_too_long_is_not_written(link):
    with pytest.raises(Exception, match=f"at most {LONGEST} characters"):
        link(values=[1.2345678901234567e-300] * 1000)


PIECES = [
    *(START, "#v1", "#", "&", "=", ",", "/unit", "infinity", "NaN", "none", "yes", "1e400", "-0"),
    *(
        "2.",
        "%",
        "%41",
        "%ff",
        "+",
        "alpha",
        "values",
        "labels",
        "\\",
        "table",
        "[",
        "]",
        "{",
        "1",
        *HOSTILE,
    ),
    *("explorer=network", "__proto__", "constructor", "__proto__=1", "own", "plain"),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join))
@example(f"{START}&values=1")
def test_whatever_a_link_holds_it_is_choices_or_refused_in_words(read, fragment):
    found = read(fragment)
    if isinstance(found, Refused):
        return
    [named] = found
    assert named is None or named.keys() <= PLAIN.keys()


@given(CHOICES, st.data())
def test_a_link_with_one_character_changed_is_choices_or_refused(deno, read, choices, data):
    fragment = deno("fragmentOf", [{"setup": SETUP, "choices": choices}])
    place = data.draw(st.integers(0, len(fragment) - 1))
    other = data.draw(st.characters(codec="utf-8"))
    read(fragment[:place] + other + fragment[place + 1 :])
