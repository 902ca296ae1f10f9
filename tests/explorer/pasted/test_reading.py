import ast
import json
import re
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diffsort_core import DiffsortError
from explorer.names import as_labels, named
from explorer.pasted import as_text, read_numbers

KINDS = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
CASES = [case for cases in KINDS.values() for case in cases]
READ = [case["text"] for case in CASES if "values" in case]
SEPARATORS = [
    ", ",
    ",",
    " ,",
    " , ",
    ";",
    "; ",
    " ",
    "   ",
    "\n",
    "\r\n",
    "\t",
    ",\n",
    ", \n ",
    "\n\n",
]
PIECES = [
    *("5", "-1", "9.5", "12,5", "1,200", "1.234", "1.234,5", "234", "1e3", "−7", ",5", "2.", "$3"),
    *("kg", "%", "six", "'", '"', "’", "(", ")", "[", "]", "-", "x", "\u00a0", "\u202f"),
    *(" ", " ", ", ", ",", ";", "\n", "\t"),
]
NOTED = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
LISTS = st.lists(st.one_of(FINITE, st.integers(-(10**6), 10**6), st.integers(0, 999)), min_size=1)


def outcome(text):
    """What becomes of a text: the numbers and what is said, or the refusal."""
    try:
        return read_numbers(text)
    except DiffsortError as refusal:
        return str(refusal)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"][:30]))
def test_every_case_of_the_table_is_read_or_refused_as_it_stands_there(case):
    if "refused" in case:
        assert outcome(case["text"]) == case["refused"]
    else:
        assert outcome(case["text"]) == (
            tuple(case["values"]),
            case["said"],
            case.get("labels") and tuple(case["labels"]),
        )


def test_the_table_names_each_case_once():
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 60


@given(LISTS, st.sampled_from(SEPARATORS))
@example([1, 234], ",")
@example([100, 200, 300], "\n")
@example([1, 234.5], " ")
def test_what_python_writes_is_read_back_exactly_between_any_separators(values, separator):
    text = separator.join(map(repr, values))
    assert read_numbers(text).values == tuple(map(float, values))


@given(LISTS, st.sampled_from([", ", "; ", "\n", "\t"]))
def test_lists_that_can_be_read_in_one_way_are_read_without_a_word(values, separator):
    assert read_numbers(separator.join(map(repr, values))).remark == ""


@given(NOTED)
@example("1,234")
@example("12%")
@example("score\n5")
def test_where_nothing_is_said_every_number_stands_in_the_text_as_it_was_read(text):
    found = outcome(text)
    written = text.replace("−", "-").replace("\u00a0", " ").replace("\u202f", " ")
    words = [word for word in re.split(r"""[\s,;\[\](){}"']+""", written) if word]
    if not isinstance(found, str) and not found.remark:
        assert found.values == tuple(map(float, words))
        assert not re.fullmatch(r"\W*\d+,\d+\W*", written)


@given(NOTED)
@example("1 234x")
@example("1–5")
def test_any_text_is_read_as_finite_numbers_or_refused_by_a_word_of_it(text):
    found = outcome(text)
    if not isinstance(found, str):
        assert all(map(isfinite, found.values))
        return
    quoted = re.search(r"got ('.*?'|\".*?\")(?: beside|$)", found)
    if quoted:
        word, whole = (
            re.sub(r"[\s\u00a0\u202f]", "", each).replace("−", "-")
            for each in (ast.literal_eval(quoted[1]), text)
        )
        assert word in whole
    else:
        assert found.endswith("got none")


@given(
    st.lists(FINITE, min_size=1, max_size=5),
    st.sampled_from(
        ["six", "0x1", "1_0", "2j", "nan", "1e999", "12:30", "2024-01-05", "--1", "1/2"]
    ),
    st.sampled_from([", ", "; ", "\n"]),
)
def test_a_word_that_is_no_number_is_named(values, word, separator):
    with pytest.raises(DiffsortError, match=re.escape(repr(word))):
        read_numbers(separator.join([*map(repr, values), word, "7"]))


@pytest.mark.parametrize("text", READ)
def test_a_mark_of_bytes_and_the_line_breaks_of_another_system_change_nothing(text):
    assert outcome("\ufeff" + text) == outcome(text)
    unix = text.replace("\r\n", "\n")
    assert outcome(unix.replace("\n", "\r\n")) == outcome(unix.replace("\n", "\r")) == outcome(unix)


@pytest.mark.parametrize(
    "text", [text for text in READ if not re.match(r"\w*\.?(array|tensor)", text)]
)
@pytest.mark.parametrize("around", ["[{}]", "({})", "[ {} ]", "\n{}\n"])
def test_brackets_and_lines_around_everything_change_nothing(text, around):
    assert outcome(around.format(text)) == outcome(text)


NAMES = st.text(min_size=1, max_size=9) | st.sampled_from(
    [
        *("Everest", "K2", "7 summits", "nan", "5", "5 kg", "Lee, Ann", "a: 1; b", 'a "b"', "it's"),
        "\\",
        "\\'",
        "<b>x</b>",
        "{",
        "[1]",
        "(x)",
        "-",
        "–5",
        "1 234",
        "Mont\u00a0Blanc",
        "\ufeffx",
        "😀",
        "👩‍👩‍👧",
        *("نانغا", "12:30", "2024-01-05", "np.float64(5)", "none", "x" * 40, "a  b", "name:", ":"),
    ]
)


@given(st.lists(st.tuples(NAMES, FINITE), min_size=1, max_size=6))
def test_names_and_values_are_written_as_they_are_read_back_without_a_word(pairs):
    names = [named(name) or "x" for name, _ in pairs]
    values = tuple(value for _, value in pairs)
    read = read_numbers(as_text(values, names))
    assert read == (values, "", tuple(names))
    assert as_labels(read.labels) == read.labels


@given(NOTED)
@example("x 5")
@example("x\x005\ny 6")
@example("x" * 50 + " 5")
def test_names_that_are_read_may_be_names_and_are_one_for_each_number(text):
    found = outcome(text)
    if not isinstance(found, str) and found.labels is not None:
        assert as_labels(found.labels) == found.labels
        assert len(found.labels) == len(found.values)
