"""A page that is saved in the browser is the file that Python writes, byte for byte, whatever
stands in it."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from page_draws import HOSTILE, JSON, TEXTS

from explorer.page_json import as_json
from explorer.page_text import deflated, page_of, shell

PROGRAM = 'const words = "$& {data} <title> {title} {program} ü";\nexport default words;\n'
STYLES = "p > a::after {\n  content: '$&';\n}\n"


def together(text):
    """Pairs of halves of a character that Python keeps apart, as one: JSON does not tell them from
    it."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@given(JSON)
@example([1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 0.1, 5e-324, -0.0, 2**53 + 1, 10**300])
@example(HOSTILE)
@example({"__proto__": {"a": [None, True, False]}})
def test_data_are_written_alike_by_both_and_read_back_as_they_were(deno, value):
    text = as_json(value)
    assert deno("json", value) == text
    assert text.isascii()
    assert not set(text) & set("<>&'\x7f")
    assert as_json(json.loads(text, parse_int=float)) == text


BODIES = st.none() | st.sampled_from(["<p>{data} $&amp; {packed}</p>\n<section></section>\n", ""])


@given(TEXTS, st.lists(JSON, min_size=1, max_size=2), BODIES, st.booleans())
@example("</title><script>alert(1)</script> $& {data}", [HOSTILE], None, True)
def test_the_browser_fills_a_shell_as_python_does(deno, title, choices, body, together_):
    explorers = [{"setup": {"explorer": "network"}, "choices": each} for each in choices]
    if together_:
        explorers = [{**each, "state": 0} for each in explorers]
    page = page_of(explorers, title, PROGRAM, STYLES, body)
    kept = {"shell": shell(PROGRAM, STYLES), "packed": deflated(PROGRAM)}
    if body is not None:
        kept["body"] = body
    data = {"title": together(title), "explorers": explorers}
    assert deno("pageOf", kept, data) == page
    assert page.count(deflated(PROGRAM)) == page.count(STYLES) == 1
    assert page.lower().count("</script") == 3
    assert page.lower().count("</title") == 1
    assert "<!--" not in page
    page.encode()


@given(TEXTS, JSON, BODIES)
def test_a_page_is_taken_apart_into_what_it_was_made_of(deno, title, choices, body):
    page = page_of([{"setup": {}, "choices": choices}], title, PROGRAM, STYLES, body)
    assert deno("apart", page) == {
        "shell": shell(PROGRAM, STYLES),
        "packed": deflated(PROGRAM),
        "body": "<section></section>\n" if body is None else body,
    }


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_what_json_has_no_word_for_is_refused(deno, number):
    with pytest.raises(Exception, match="DiffsortError: a page can hold only"):
        deno("json", [number])
