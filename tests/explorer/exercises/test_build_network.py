import pytest
from readers import network, upwards_only

from explorer import NetworkExplorer
from explorer.exercises.build_network import beside


def test_beside_shows_the_networks_of_both():
    shown = beside(network, 4)
    yours, right = shown.networks
    assert (yours.name, right.name, yours.n) == ("your", "bitonic", 4)
    assert [each.comparators for each in yours.layers] == [
        each.comparators for each in right.layers
    ]
    assert shown.words.endswith("the same pairs.")
    assert beside(upwards_only, 4).words.endswith("not the same pairs.")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "will stand above"),
        (3, "will stand above"),
        (lambda n: 1 / 0, "raised ZeroDivisionError"),
        (lambda n: [[(0, 1), (1, 2)]], "must not share a wire"),
    ],
)
def test_beside_shows_the_right_network_where_there_is_no_other(answer, words):
    shown = beside(answer)
    assert [each.name for each in shown.networks] == ["bitonic"]
    assert words in shown.words


@pytest.mark.parametrize("n", [2, 8, 16, 32])
def test_beside_takes_any_number_of_wires(n):
    assert [each.n for each in beside(network, n).networks] == [n, n]


def test_a_drag_in_beside_leaves_the_softness_alone():
    shown = beside(network, 4)
    before = shown.state.strength
    shown.state.update(values=[5.0, -100.0, 9.5, 13.2])
    assert shown.state.strength == before == NetworkExplorer([3, 1, 4, 2], alpha=1.0).state.strength
