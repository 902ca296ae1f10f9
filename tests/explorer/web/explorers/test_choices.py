"""What a person does in the network's picture and in the controls beside it is drawn at once, and
no late answer of the kernel takes it back; what it refuses is."""

import pytest

CONTROLS = {
    "alpha": 1,
    "relaxation": "smoothmax",
    "network": "bitonic",
    "below": "values",
    "flow": None,
    "preset": "own numbers",
    "wires": 3,
    "seed": 0,
    "numbers": "3, 1, 2",
}
X = [3, 1, 2]


@pytest.fixture
def acted(deno):
    def act(*acts, **controls):
        alone = controls.pop("alone", False)
        found = deno("acted", None if alone else {**CONTROLS, **controls}, X, [*acts])
        assert found["left"] == 0
        return found["told"]

    return act


def test_what_is_put_stands_in_the_box_and_waits_for_its_own_answer(acted):
    put, late, heard = acted(
        ["put", [4, 1, 2.5]], ["answer", [9, 9, 9], []], ["answer", [4, 1, 2], ["dragged"]]
    )
    assert put["values"] == late["values"] == [4, 1, 2.5]
    assert put["box"]["numbers"] == "4, 1, 2.5"
    assert put["box"]["dragged"] == [4, 1, 2.5]
    assert heard["values"] == [4, 1, 2]


def test_a_picture_that_stands_alone_loses_no_step_to_the_echo_of_an_earlier_one(acted):
    *_, echoed, left, answered = acted(
        ["put", [3.1, 1, 2]],
        ["wait"],
        ["put", [3.2, 1, 2]],
        ["answer", [3.1, 1, 2], []],
        ["wait"],
        ["answer", [3.3, 1, 2], []],
        alone=True,
    )
    assert echoed["values"] == left["values"] == [3.2, 1, 2]
    assert answered["values"] == [3.3, 1, 2]


def test_what_is_refused_is_put_back_each_time(acted):
    told = acted(*[["put", [4, 1, 2]], ["answer", X, ["dragged"]]] * 2)
    assert [each["values"] for each in told] == [[4, 1, 2], X] * 2


def test_a_refusal_that_still_stands_takes_nothing_more_back(acted):
    refused = {"message": "No. The old value stays.", "numbers": "six"}
    *_, put = acted(
        ["edit", "numbers", {"numbers": "six"}],
        ["controls", refused, ["numbers"]],
        ["answer", X, ["numbers"]],
        ["put", [4, 5, 6]],
    )
    assert put["values"] == [4, 5, 6]


def test_what_is_pasted_is_drawn_and_no_late_answer_takes_it_back(acted):
    pasted, late, alpha = acted(
        ["edit", "numbers", {"numbers": "7; 8,5"}],
        ["answer", [9, 9, 9], []],
        ["edit", "alpha", {"alpha": "infinity"}],
    )
    assert pasted["values"] == late["values"] == alpha["values"] == [7, 8.5]
    assert alpha["alpha"] == "infinity"


def test_an_answer_that_came_too_early_loses_no_later_edit(acted):
    *_, early, late = acted(
        ["edit", "alpha", {"alpha": 2}],
        ["pick", 1],
        ["controls", {"alpha": 2}, ["alpha"]],
        ["controls", {"alpha": 2, "flow": None}, ["alpha", "flow"]],
    )
    assert early["flow"] == [1]
    assert early["box"]["flow"] == 1
    assert set(early["box"]["edited"]) == {"alpha", "flow"}
    assert late["flow"] is None


def test_a_preset_is_drawn_at_once_and_not_again_by_a_second_view(acted):
    drawn, put, second, alpha = acted(
        ["edit", "preset", {"preset": "reversed"}],
        ["put", [3, 2, 9]],
        ["view"],
        ["edit", "alpha", {"alpha": 5}],
    )
    assert drawn["values"] == [3, 2, 1]
    assert put["values"] == [3, 2, 9]
    assert second["alpha"] == 1
    assert alpha["values"] != [3, 2, 1]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("wires", {"preset": "random", "wires": 0}),
        ("wires", {"preset": "random", "wires": 2.5}),
        ("wires", {"preset": "random", "wires": 1000}),
        ("wires", {"preset": "random", "wires": None}),
        ("seed", {"preset": "random", "seed": -1}),
        ("seed", {"preset": "random", "seed": 2**32}),
        ("preset", {"preset": "no such one"}),
        ("numbers", {"numbers": "six"}),
        ("numbers", {"numbers": " ".join(map(str, range(65)))}),
    ],
)
def test_what_the_kernel_will_refuse_is_not_drawn(acted, name, changes):
    [told] = acted(["edit", name, changes])
    assert told["values"] == X


@pytest.mark.parametrize(("flow", "followed"), [(2, [2]), (3, None), (-1, None), (1.5, None)])
def test_only_an_output_that_is_there_is_followed(acted, flow, followed):
    [told] = acted(["edit", "flow", {"flow": flow}])
    assert told["flow"] == followed


def test_other_numbers_than_bits_are_no_bits(acted):
    bits, pasted = acted(
        ["put", [1, 0, 1]], ["edit", "numbers", {"numbers": "5 7"}], preset="zeros and ones"
    )
    assert (bits["bits"], pasted["bits"]) == (True, False)


def test_a_view_that_is_gone_before_its_controls_are_found_listens_to_nothing(deno):
    assert deno("goneEarly") == 0
