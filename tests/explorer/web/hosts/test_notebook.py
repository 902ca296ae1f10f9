"""What a person does is taken at once, Python hears the last of it, and no late answer of the
kernel takes it back; what it refuses is."""

import pytest

from explorer import NetworkExplorer


@pytest.fixture
def acted(deno):
    def act(*acts, **choices):
        with_choices = NetworkExplorer([3, 1, 2], **choices)
        setup, first = with_choices.setup, with_choices.choices
        with_choices.close()
        found = deno("acted", setup, first, [*acts])
        assert found["left"] == 0
        assert all(each["one"] for each in found["told"])
        return found["told"], found["saved"]

    return act


def test_what_is_done_is_drawn_at_once_and_leaves_later_once(acted):
    told, saved = acted(
        ["change", {"values": [4, 1, 2]}], ["change", {"values": [5, 1, 2]}], ["wait"]
    )
    assert [each["values"] for each in told] == [[4, 1, 2], [5, 1, 2], [5, 1, 2]]
    assert [each["values"] for each in saved] == [[5, 1, 2]]
    assert set(saved[0]["edited"]) == {"values"}


def test_messages_leave_ten_times_a_second_at_most_and_the_last_one_always(acted):
    acts = [["change", {"alpha": k}] for k in range(2, 10)]
    _, saved = acted(*[each for act in acts for each in (act, ["wait"])][:4], *acts[2:], ["wait"])
    assert [each["alpha"] for each in saved] == [2, 3, 9]


def test_a_view_that_closes_sends_what_waits(acted):
    _, saved = acted(["change", {"alpha": 3}], ["close"])
    assert [each["alpha"] for each in saved] == [3]
    _, saved = acted(["view"], ["change", {"alpha": 3}], ["close"], ["wait"])
    assert [each["alpha"] for each in saved] == [3]


def test_a_late_answer_takes_nothing_back_and_its_own_does(acted):
    told, _ = acted(
        ["change", {"values": [4, 1, 2]}],
        ["wait"],
        ["answer", {"values": [9, 9, 9]}, []],
        ["answer", {"values": [4, 1, 2.5]}, ["values", "preset"]],
    )
    assert [each["values"] for each in told][1:] == [[4, 1, 2], [4, 1, 2], [4, 1, 2.5]]


def test_an_answer_brings_what_was_set_elsewhere_beside_what_was_edited_here(acted):
    told, saved = acted(
        ["change", {"alpha": 2}], ["answer", {"sigma": 3, "alpha": 1}, []], ["wait"]
    )
    assert [(each["alpha"], each["sigma"]) for each in told] == [(2, 0.5), (2, 3), (2, 3)]
    assert (saved[0]["alpha"], saved[0]["sigma"]) == (2, 3)


def test_what_the_kernel_refuses_is_put_back_each_time_and_why_is_said(acted):
    acts = [
        ["change", {"alpha": 2}],
        ["wait"],
        ["answer", {"alpha": 1}, ["alpha"], "alpha must stay. The old value stays."],
    ]
    told, _ = acted(*acts, *acts)
    assert [each["alpha"] for each in told] == [2, 2, 1] * 2
    assert [each["message"] for each in told[2::3]] == ["alpha must stay. The old value stays."] * 2
    assert told[3]["message"] == ""


def test_numbers_are_read_and_refused_in_the_browser(acted):
    told, saved = acted(
        ["type", "7; 8,5"],
        ["type", "7, six"],
        ["type", " ".join(map(str, range(65)))],
        ["change", {"alpha": 3}],
        ["wait"],
    )
    read, refused, many, after, _ = told
    assert read["values"] == refused["values"] == many["values"] == after["values"] == [7, 8.5]
    assert read["preset"] == "own numbers"
    assert "8,5 as 8.5" in read["remark"]
    assert "got 'six'. The old value stays." in refused["message"]
    assert refused["refused"] == "7, six"
    assert "at most 64 numbers in NetworkExplorer, got 65" in many["message"]
    assert (after["message"], after["refused"]) == ("", None)
    assert len(saved) == 1


def test_a_preset_draws_numbers_and_reset_brings_the_first_back(acted):
    told, saved = acted(["change", {"preset": "reversed"}], ["reset"], ["wait"])
    assert [each["values"] for each in told] == [[3, 2, 1], [3, 1, 2], [3, 1, 2]]
    assert saved[0]["preset"] == "own numbers"
    assert set(saved[0]["edited"]) == {"preset", "values"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nonsense", "text must be the JSON of a state, got 'nonsense'"),
        ("[1]", "text must be the JSON of a state"),
        ('{"alpha": -1, "seed": 3}', "alpha must be at least 0, got -1"),
    ],
)
def test_a_text_that_names_no_choices_is_refused_whole(deno, text, words):
    shown = NetworkExplorer([3, 1, 2])
    with pytest.raises(Exception, match=words.replace("[", r"\[")):
        deno("acted", shown.setup, shown.choices, [["load", text]])
    shown.close()


def test_a_text_of_another_explorer_is_taken_for_what_both_share(acted):
    told, _ = acted(["load", '{"alpha": "infinity", "k": 3, "ranking_focus": 1, "flow": 2}'])
    assert (told[0]["alpha"], told[0]["flow"]) == ("infinity", 2)
    assert "k" not in told[0]
