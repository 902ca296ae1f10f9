import pytest

from explorer import ExplorerState
from explorer.exercises.start import check_blend, check_share


@pytest.mark.parametrize("answer", [1 / 16, 0.0625, 0.063, "0.0625"])
def test_the_share_of_each_of_sixteen(answer):
    assert check_share(answer).verdict == "correct"


def test_each_mistaken_share_has_its_own_reply():
    replies = [check_share(answer) for answer in (0.125, 16, 6.25, 0.5, 1, 0, 0.3, None)]
    assert [reply.verdict for reply in replies] == ["almost", "almost", "almost", *["hint"] * 5]
    assert len({reply.words for reply in replies}) == len(replies)


@pytest.mark.parametrize(
    ("sharpness", "verdict"),
    [
        (100, "hint"),
        (4, "almost"),
        (3, "correct"),
        (2, "correct"),
        (1.6, "almost"),
        (1, "hint"),
        (0, "hint"),
    ],
)
def test_a_blend_is_judged_from_both_sides(sharpness, verdict):
    assert check_blend(ExplorerState(sharpness=sharpness)).verdict == verdict


def test_a_blend_of_something_else_is_judged_too():
    assert check_blend(ExplorerState(material="table", sharpness=0.0)).verdict == "hint"
    assert check_blend(ExplorerState(pieces=2, sharpness=1000.0)).verdict == "hint"
