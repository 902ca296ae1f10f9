"""An address says which explorer of its page is on the stage, beside what is chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

PARTS = st.sampled_from(
    ["explorer=network", "alpha=2/unit", "2.explorer=alpha", "2.a=1", "stages=1"]
)
FRAGMENTS = st.lists(PARTS, max_size=4).map(lambda parts: "&".join(["#v1", *parts]))


@given(FRAGMENTS, st.integers(-1, 8))
def test_what_is_written_is_read(deno, fragment, staged):
    if "&explorer" not in fragment and staged == 0:
        fragment += "&explorer=network"
    if "&2.explorer" in fragment.split("&explorer")[0]:
        staged = -1
    written = deno("withStage", fragment, staged)
    assert written.startswith(fragment)
    assert deno("stageIn", written, 9) == {"rest": fragment, "staged": staged}


@pytest.mark.parametrize(
    ("fragment", "staged"),
    [
        ("#v1&stage=yes", 0),
        ("#v1&2.explorer=alpha&stage=yes", 1),
        ("#v1&explorer=network&2.explorer=alpha&stage=yes", 0),
        ("#v1&explorer=network&3.stage=yes", 2),
        ("#v1&stage=yes&explorer=network", 0),
        ("", -1),
        ("#v1", -1),
    ],
)
def test_it_is_the_one_that_is_named_or_the_first(deno, fragment, staged):
    assert deno("stageIn", fragment, 3)["staged"] == staged
    assert "stage" not in deno("stageIn", fragment, 3)["rest"]


@pytest.mark.parametrize(
    ("fragment", "got"),
    [
        ("#v1&stage=no", "stage=no"),
        ("#v1&4.stage=yes", "4.stage=yes"),
        ("#v1&stage=yes&2.stage=yes", "stage=yes&2.stage=yes"),
        ("#v1&stage=", "stage="),
    ],
)
def test_anything_else_is_refused_in_words(deno, fragment, got):
    with pytest.raises(Exception, match="explorers on the stage, by stage=yes, got") as refused:
        deno("stageIn", fragment, 3)
    assert got in str(refused.value)
