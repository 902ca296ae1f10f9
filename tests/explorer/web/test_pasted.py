"""Pasted numbers are read, or refused, in the browser as in Python: the same floats and the same
words."""

import json
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer.pasted import as_text, read_numbers

CASES = [
    case
    for cases in json.loads(
        (Path(__file__).parents[1] / "pasted" / "cases.json").read_text("utf-8")
    ).values()
    for case in cases
]
SPACES = st.text(
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
    max_size=3,
)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
ASSIGNED = st.characters(exclude_categories=["Cs", "Cn"])
"""Characters that every table of Unicode knows, whatever its version."""

MARKS = ".,;:'\"’()[]{}+-−–eE%€$£ \t\n\r\u00a0\u2009\u202f\ufeff\x1f\x85"
WORDS = [
    *("kg", "km/h", "m²", "°C", "six", "Anna", "nan", "-inf", "N/A", "None", "k", "M", "e", "j"),
    *("1,200", "12,5", "1.234,5", "1.234", "1 234", "234", "567", "1'234", "1e3", "1e400", "0x1"),
    *("2024-01-05", "12:30", "array(", "np.array([", "np.float64(", ", dtype=float32)", "٣", "x²"),
    *("1 567 567 567", "1 567 567 567,8", "1.234'567,8", "1,234.5"),
    *("5E", "3−5", "x–1", "énp.float64(2)", "np.int32(7)", "'\"5\"'", "\"'6'\"", "(5)", "Ann:"),
    *("\u00e9", "Müller", "\0", "\\", "\u200b", "😀", "5'11", "--5", "1_0", '"3,2"', "'4'"),
]
NUMERALS = st.builds(
    lambda sign, head, groups, fraction: sign + head + "".join(groups) + fraction,
    st.sampled_from(["", "", "-", "−", "+", "€"]),
    st.sampled_from(["1", "12", "123", "1234", "0"]),
    st.lists(st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "'", "’"]), max_size=4).map(
        lambda marks: [f"{mark}567" for mark in marks]
    )
    | st.builds(
        lambda mark, times: [f"{mark}567"] * times,
        st.sampled_from([",", ".", " ", "\u00a0", "'"]),
        st.integers(1, 4),
    ),
    st.sampled_from(["", "", "", ".5", ",5", ",89", ".", "e3", ",5e-1"]),
)
"""A number, its thousands in groups, of one kind or of several."""
NOTED = st.lists(
    st.one_of(
        NUMERALS,
        st.sampled_from(WORDS),
        st.sampled_from([", ", ",", "; ", " ", "\n", "\t", ",\n"]),
        st.sampled_from(MARKS),
        st.text("0123456789", min_size=1, max_size=3),
    ),
    max_size=12,
).map("".join)
LIKELY = [
    *("5", "12,5", "1,200", "1,200", "1,234.5", "1.234", "1.234,56", "1 234", "(5)", "1.234'567,8")
]
CELLS = st.builds(
    "{}{}".format,
    st.sampled_from(["", "", "", "-", "−"]),
    st.one_of(*[st.sampled_from(LIKELY)] * 3, NUMERALS),
)
HEADS = ["", "", "score\n", "a,b\n", "a header of more letters than are ever told\n"]
NAMES = [[""], [""], [""], ["Ann "], ["Lee: "], ['"Lee, Ann",'], ["Ann B. ", "Ben ", "C D E "]]


@st.composite
def tables(draw):
    """Texts such as people copy: few different numbers, alike from line to line, with one unit and
    one separator."""
    few = draw(st.lists(CELLS, min_size=1, max_size=3))
    quote = draw(st.sampled_from(["", "", "", '"', "'\""]))
    unit = draw(st.sampled_from(["", "", "", " kg", "%", "€"]))
    cell = st.sampled_from(few).map(lambda cell: f"{quote}{cell}{unit}{quote[::-1]}")
    wide = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(cell, min_size=wide, max_size=wide), min_size=1, max_size=4))
    names, apart = draw(st.sampled_from(NAMES)), draw(st.sampled_from([" ", ", ", ",", ";", "\t"]))
    lines = [names[k % len(names)] + apart.join(row) for k, row in enumerate(rows)]
    last = draw(st.sampled_from(["", "", "", ",", " m", " ", "\n"]))
    return draw(st.sampled_from(HEADS)) + draw(st.sampled_from("\n\n\n;")).join(lines) + last


def here(text):
    """What Python makes of a text: the numbers, exactly, and what is said; or the refusal."""
    try:
        values, remark, labels = read_numbers(text)
    except DiffsortError as refusal:
        return f"DiffsortError: {refusal}"
    return [value.hex() for value in values], remark, labels and [*labels]


def there(deno, text):
    """What the browser makes of it."""
    try:
        found = deno("readNumbers", text)
    except Exception as refusal:
        return str(refusal)
    return [float(value).hex() for value in found["values"]], found["remark"], found["labels"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"][:30]))
def test_every_case_of_the_table_is_read_or_refused_as_it_stands_there(deno, case):
    if "refused" in case:
        assert there(deno, case["text"]) == f"DiffsortError: {case['refused']}"
    else:
        found = deno("readNumbers", case["text"])
        assert (found["values"], found["remark"]) == (case["values"], case["said"])
        assert found["labels"] == case.get("labels")


@given(NOTED)
def test_what_people_paste_is_read_or_refused_alike(deno, text):
    assert there(deno, text) == here(text)


@pytest.mark.parametrize("between", [" ", ", ", "\n"])
def test_any_two_words_are_read_or_refused_alike(deno, between):
    texts = [between.join(pair) for pair in product(WORDS, WORDS)]
    assert [there(deno, text) for text in texts] == [here(text) for text in texts]


@given(tables())
@example('"1,200", "5"\n"1,200"')
def test_tables_that_people_paste_are_read_or_refused_alike(deno, text):
    assert there(deno, text) == here(text)


@given(st.text(ASSIGNED, max_size=12), NOTED)
@example("5\u2028six", "")
@example("\U0001f600" * 41, " 5")
def test_any_text_is_read_or_refused_alike(deno, text, noted):
    assert there(deno, text + noted) == here(text + noted)


@given(SPACES, st.sampled_from(["5", "array({}[1])", "[1{}, dtype=int]", "({}5)", "1{},{}2"]))
def test_any_space_is_a_space_alike(deno, space, text):
    text = space + text.replace("{}", space) + space
    assert there(deno, text) == here(text)


@given(
    st.lists(st.one_of(FINITE, st.integers(-(10**20), 10**20)), min_size=1, max_size=20),
    st.integers(250, 260),
    st.sampled_from([", ", ",", " ", "\n", "; "]),
)
def test_up_to_256_numbers_are_the_same_floats(deno, values, count, between):
    text = between.join(map(repr, islice(cycle(values), count)))
    assert there(deno, text) == here(text)


@given(st.text(ASSIGNED))
@example("'\"\\\n\r\t\x7f\xa0\xad\u2028\U000e0001")
def test_a_word_is_quoted_as_python_quotes_it(deno, text):
    assert deno("reprText", text) == repr(text)


@given(st.one_of(FINITE, st.floats(-1e17, 1e17), st.floats(-1e-3, 1e-3), st.integers().map(float)))
@example(1e16)
@example(1e-5)
@example(-0.0)
def test_a_float_is_written_as_python_writes_it(deno, value):
    assert deno("reprNumber", value) == repr(value)
    assert deno("written", value) == repr(value).removesuffix(".0")


NAMED = st.one_of(
    st.text(ASSIGNED, max_size=8),
    st.sampled_from(
        ["7 summits", 'a "b"', "it's", "\\", "a: 1; b", "{", "\ufeffx", "a\x85", "x" * 50]
    ),
)


@given(st.lists(st.tuples(NAMED, FINITE), min_size=1, max_size=5))
def test_names_and_values_are_written_alike(deno, pairs):
    names, values = ([*each] for each in zip(*pairs, strict=True))
    text = as_text(values, names)
    assert deno("asText", values, names) == text
    assert there(deno, text) == here(text)


@given(
    st.lists(
        st.tuples(
            NAMED | st.sampled_from(['"', "'", '"a"', "'a\\'b'", '"a\\"', "{a", "[(", "name"]),
            st.sampled_from([": ", ":", " : ", ": ,", " ", "\t", ", ", ";", ":\u00a0", "::"]),
            st.sampled_from(
                ["5", "-1,5", "1,200", "six", "5 kg", "nan", "", "[1, 2]", "5}", "1 2"]
            ),
            st.sampled_from(["; ", ", ", "\n", ",\n", "", " ", "};", "\r\n"]),
        ),
        max_size=4,
    ),
    st.sampled_from(["{}", "{{{}}}", "[{}]", "\ufeff ({}) ", "{{{}", "name score\n{}"]),
)
def test_pairs_of_a_name_and_a_number_are_read_alike(deno, pieces, around):
    text = around.format("".join(map("".join, pieces)))
    assert there(deno, text) == here(text)
