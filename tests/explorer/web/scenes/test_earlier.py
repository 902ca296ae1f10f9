"""Texts of an earlier version are read in the browser as in Python, and say alpha's unit alike."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import NetworkExplorer, SortAnythingExplorer
from explorer.scenes.materials import MATERIALS

OLD = st.fixed_dictionaries(
    {"sharpness": st.floats(0, 1e6) | st.sampled_from([-1, "soft", None, 10_000_000])},
    optional={
        "material": st.sampled_from([*MATERIALS, "songs"]),
        "pieces": st.integers(1, 17),
        "sample": st.integers(0, 999),
        "column": st.integers(1, 3),
        "table": st.none() | st.just([[3, 1], [3, 2], [3, 5]]),
        "alpha": st.none() | st.floats(0, 9),
        "alpha_unit": st.sampled_from(["per unit", "per deviation"]),
    },
)


def outcome(do):
    try:
        return do(), None
    except Exception as error:
        return None, str(error).removeprefix("DiffsortError: ")


@pytest.fixture(scope="module")
def shown():
    explorer = SortAnythingExplorer()
    yield explorer
    explorer.close()


@given(old=OLD)
def test_an_earlier_text_is_read_as_in_python(deno, shown, old):
    text = json.dumps(old)
    shown.reset()
    told, words = outcome(
        lambda: deno("acted", shown.setup, shown.choices, [["load", text]])["told"][0]["alpha"]
    )
    _, refused = outcome(lambda: shown._take(text))
    assert words == refused
    if refused is None:
        assert told == pytest.approx(shown.state.alpha, rel=1e-9)


def test_an_earlier_link_is_followed_and_a_new_one_says_alpha(deno, shown):
    page = [{"setup": shown.setup}]
    link = "#v1&explorer=anything&material=table&sharpness=12.5"
    [named] = deno("choicesIn", link, page)
    now = deno("asNow", named, shown.setup["plain"], shown.setup)
    shown.reset()
    shown._take('{"material": "table", "sharpness": 12.5}')
    assert now == {"material": "table", "alpha": pytest.approx(shown.state.alpha, rel=1e-9)}
    written = deno("fragmentOf", [{"setup": shown.setup, "choices": shown.choices}])
    assert "/unit" in written
    assert "sharpness" not in written


def test_a_link_to_an_explorer_without_keys_names_no_sharpness(deno):
    other = NetworkExplorer([3, 1, 2])
    with pytest.raises(Exception, match="a link must name choices of this explorer"):
        deno("choicesIn", "#v1&explorer=network&sharpness=3", [{"setup": other.setup}])
    named = {"sharpness": 3}
    assert deno("asNow", named, other.setup["plain"], other.setup) == named
    other.close()


def test_a_text_is_written_as_in_python(deno, shown):
    shown.reset()
    names = shown.state.choices()
    choices = {name: value for name, value in shown.choices.items() if name in names}
    assert json.loads(deno("textOf", choices)) == json.loads(shown.state.to_json())
