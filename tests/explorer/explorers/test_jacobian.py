import numpy as np
import pytest

from explorer import JacobianExplorer

X = [5.0, -1.0, 9.5, 13.2]


def test_the_checks_stand_above_the_picture():
    shown = JacobianExplorer(X)
    for check in shown.scene().checks:
        assert check.words in shown.checks.value.replace("&lt;", "<")
        assert check.words not in shown.controls.sentence
    before = shown.checks.value
    shown.state.update(alpha=1e3, outputs="top k", k=1)
    assert "vanished" in shown.checks.value != before
    assert shown.children.index(shown.checks) < shown.children.index(shown.figure)
    shown.close()


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"out": 9, "into": 0}, "There is no output 9: they go from 0 to 3."),
        ({"out": 0, "into": 4}, "There is no input 4: they go from 0 to 3."),
        ({"out": 1, "into": 0, "outputs": "top k", "k": 2}, "Output 1 is not among the top 2."),
        ({"out": 1}, "choose an input, too"),
        ({"into": 1}, "choose an output, too"),
    ],
)
def test_a_derivative_without_paths_is_said_to_have_none(choices, told):
    shown = JacobianExplorer(X)
    shown.state.update(**choices)
    assert told in shown.controls.sentence
    assert shown.paths.layout.display == "none"
    shown.state.update(out=1, into=1, outputs="sort")
    assert told not in shown.controls.sentence
    assert shown.paths.layout.display is None
    shown.close()


def test_beyond_64_wires_paths_are_said_not_to_be_shown():
    shown = JacobianExplorer(np.arange(65.0), alpha=1.0)
    assert "64 wires" not in shown.controls.sentence
    shown.state.update(out=64, into=64)
    assert "Paths are shown for up to 64 wires." in shown.controls.sentence
    shown.close()
