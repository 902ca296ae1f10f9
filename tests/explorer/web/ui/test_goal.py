"""What Python said last stands for as long as it is of what is chosen, and no longer."""

BADGE = {"step": "correct", "words": "It is soft.", "targets": [{"panel": "mix"}], "heard": 5}


def steps(deno, newest, *acts):
    return [each["now"] for each in deno("goalActs", newest, list(acts))]


def test_a_verdict_stands_until_an_edit_is_long_unheard(deno):
    late = ["wait", 1700]
    assert steps(deno, 0, ["judged", BADGE], ["edited", 6], ["wait", 100], late) == [
        "correct",
        "correct",
        "correct",
        None,
    ]


def test_while_python_keeps_answering_the_last_verdict_stands(deno):
    acts = []
    for stamp in (6, 7, 8):
        acts += [["edited", stamp], ["wait", 700], ["judged", {**BADGE, "heard": stamp - 1}]]
    assert set(steps(deno, 0, ["judged", BADGE], *acts)) == {"correct"}


def test_an_answer_after_all_is_taken(deno):
    found = deno(
        "goalActs",
        0,
        [
            ["judged", BADGE],
            ["edited", 6],
            ["wait", 1700],
            ["judged", {**BADGE, "step": "almost", "heard": 6}],
            ["wait", 1700],
        ],
    )
    assert [each["now"] for each in found] == ["correct", "correct", None, "almost", "almost"]
    assert [each["targets"] for each in found] == [1, 1, 0, 1, 1]


def test_what_a_saved_notebook_edited_after_the_last_verdict_is_not_judged(deno):
    assert steps(deno, 6, ["judged", BADGE, True]) == [None]
    assert steps(deno, 5, ["judged", BADGE, True]) == ["correct"]
    assert steps(deno, 0, ["judged", {}, True]) == [None]


def test_the_picture_hears_of_a_change_that_it_shows_and_of_no_other(deno):
    found = deno(
        "goalActs",
        0,
        [
            ["judged", BADGE],
            ["judged", {**BADGE, "heard": 6, "words": "Soft indeed."}],
            ["judged", {**BADGE, "step": "almost"}],
            ["judged", {**BADGE, "step": "almost", "targets": []}],
        ],
    )
    assert [each["told"] for each in found] == [[True], [False], [True], [True]]
