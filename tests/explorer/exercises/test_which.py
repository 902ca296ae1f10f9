import inspect
from math import inf, pi

import numpy as np
import pytest
from sliders import alphas

from diffsort_core import LogSumExp, Optimal, SmoothMax, isotonic_sort
from explorer import ExplorerState, RelaxationGallery
from explorer.exercises import which
from explorer.exercises.answer import NOTHING_YET, TRIED
from explorer.exercises.which import (
    VALUES,
    check_equal_error,
    check_names,
    check_trade,
    unknown_sorts,
)
from explorer.scenes.gallery_methods import METHODS

RIGHT = ["isotonic", "softmax", "optimal", "smoothmax"]
BY_LETTER = dict(zip("ABCD", RIGHT, strict=True))


def state(method, alpha, values=VALUES):
    return ExplorerState(values=values, alpha=alpha, gallery_methods=method, gallery_output=3)


def trade(method, alpha, values=VALUES):
    TRIED.clear()
    return check_trade(state(method, alpha, values))


VERDICTS = [
    (check_names, "another form", RIGHT, "correct"),
    (check_names, "another form", tuple(RIGHT), "correct"),
    (check_names, "another form", np.array(RIGHT), "correct"),
    (check_names, "another form", BY_LETTER, "correct"),
    (check_names, "another form", dict(reversed(BY_LETTER.items())), "correct"),
    (check_names, "another form", {k.lower(): BY_LETTER[k] for k in "DBCA"}, "correct"),
    (check_names, "another form", "isotonic, softmax, optimal, smoothmax", "correct"),
    (check_names, "another form", [" Isotonic", "log-sum-exp", "Optimal", "logistic"], "correct"),
    (check_names, "another form", [isotonic_sort, LogSumExp, Optimal, SmoothMax], "correct"),
    (
        check_names,
        "another form",
        ["isotonic_sort", "LogSumExp(0.2)", Optimal(0.2), "smooth max"],
        "correct",
    ),
    (check_names, "nearly right", ["isotonic", "softmax", "Cauchy", "smoothmax"], "almost"),
    (check_names, "nearly right", ["isotonic", "softmax", "optimal", "SoftSort"], "almost"),
    (check_names, "nearly right", ["isotonic", "softmax", "smoothmax", "optimal"], "almost"),
    (check_names, "nearly right", ["softmax", "isotonic", "optimal", "smoothmax"], "almost"),
    (check_names, "nearly right", BY_LETTER | {"D": "NeuralSort"}, "almost"),
    (check_names, "wrong", ["isotonic", "Cauchy", "softmax", "hard sort"], "hint"),
    (check_names, "wrong", [*RIGHT[1:], "SoftSort"], "hint"),
    (check_names, "wrong", ["hard"] * 4, "hint"),
    (check_names, "wrong", RIGHT[::-1], "hint"),
    (check_names, "wrong", ["SoftSort", "NeuralSort", "Cauchy", "smoothmax"], "hint"),
    (check_names, "nonsense", "isotonic", "hint"),
    (check_names, "nonsense", 3, "hint"),
    (check_names, "nonsense", [], "hint"),
    (check_names, "nonsense", RIGHT[:3], "hint"),
    (check_names, "nonsense", [*RIGHT, "Cauchy"], "hint"),
    (check_names, "nonsense", [*RIGHT[:3], "bubble"], "hint"),
    (check_names, "nonsense", [1, 2, 3, 4], "hint"),
    (check_names, "nonsense", {*RIGHT}, "hint"),
    (check_names, "nonsense", {name: letter for letter, name in BY_LETTER.items()}, "hint"),
    (check_names, "nonsense", dict.fromkeys("ABCE", "softmax"), "hint"),
    (check_equal_error, "another form", 16 / pi, "correct"),
    (check_equal_error, "another form", 5.09, "correct"),
    (check_equal_error, "another form", 5.093, "correct"),
    (check_equal_error, "another form", np.float32(5.0930), "correct"),
    (check_equal_error, "another form", "5.09", "correct"),
    (check_equal_error, "another form", [5.09], "correct"),
    (check_equal_error, "another form", np.array([[5.093]]), "correct"),
    (check_equal_error, "nearly right", pi / 16, "almost"),
    (check_equal_error, "nearly right", 0.2 - 0.004, "almost"),
    (check_equal_error, "nearly right", 16, "almost"),
    (check_equal_error, "nearly right", pi, "almost"),
    (check_equal_error, "nearly right", 5.1, "almost"),
    (check_equal_error, "nearly right", "5.08", "almost"),
    (check_equal_error, "wrong", 1, "hint"),
    (check_equal_error, "wrong", 5.2, "hint"),
    (check_equal_error, "wrong", -5.09, "hint"),
    (check_equal_error, "wrong", 1 / pi, "hint"),
    (check_equal_error, "wrong", 0.0625, "hint"),
    (check_equal_error, "wrong", inf, "hint"),
    (check_equal_error, "nonsense", "equal", "hint"),
    (check_equal_error, "nonsense", "16 / pi", "hint"),
    (check_equal_error, "nonsense", [5, 9], "hint"),
    (check_equal_error, "nonsense", {}, "hint"),
    (check_equal_error, "nonsense", float("nan"), "hint"),
    (check_trade, "another form", state("Cauchy", 0.55), "correct"),
    (check_trade, "another form", state("Cauchy", 0.631), "correct"),
    (check_trade, "another form", state("Cauchy", 1.0), "correct"),
    (check_trade, "another form", state("optimal", 0.1259), "correct"),
    (
        check_trade,
        "another form",
        ExplorerState(values=VALUES, alpha=0.6, gallery_methods="Cauchy", gallery_output=7),
        "correct",
    ),
    (check_trade, "nearly right", state("Cauchy", 0.4), "almost"),
    (check_trade, "nearly right", state("Cauchy", 2), "almost"),
    (check_trade, "nearly right", state("optimal", 0.3), "almost"),
    (check_trade, "nearly right", state("optimal", 0.1), "almost"),
    (check_trade, "nearly right", state("Cauchy", 0), "almost"),
    (check_trade, "wrong", state("isotonic", 0.1), "hint"),
    (check_trade, "wrong", state("isotonic", 0.3), "hint"),
    (check_trade, "wrong", state("isotonic", 0.6), "hint"),
    (check_trade, "wrong", state("softmax", 0.4), "hint"),
    (check_trade, "wrong", state("softmax", 50), "hint"),
    (check_trade, "wrong", state("softmax", 0), "hint"),
    (check_trade, "wrong", state("SoftSort", 0.2), "hint"),
    (check_trade, "wrong", state("smoothmax", 1e6), "hint"),
    (check_trade, "wrong", state("all", 0.6), "hint"),
    (check_trade, "wrong", state("Cauchy", 0.6, [1, 2, 3]), "hint"),
    (check_trade, "nonsense", "Cauchy", "hint"),
    (check_trade, "nonsense", 0.6, "hint"),
    (check_trade, "nonsense", ("Cauchy", 0.6), "hint"),
    (check_trade, "nonsense", {"gallery_methods": "Cauchy", "alpha": 0.6}, "hint"),
    (check_trade, "nonsense", [], "hint"),
]


@pytest.mark.parametrize("check", [check_names, check_equal_error, check_trade])
def test_nothing_is_no_answer(check):
    assert check(None).words == NOTHING_YET


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("place", range(4))
def test_one_wrong_name_is_almost_right_and_told_what_contradicts_it(place, name):
    answer = [*RIGHT]
    answer[place] = name
    reply = check_names(answer)
    if name == RIGHT[place]:
        assert reply.verdict == "correct"
    else:
        assert reply.verdict == "almost"
        assert reply.words.startswith("3 of 4 are right. " + "ABCD"[place])
        assert name in reply.words


def test_it_is_said_how_many_are_right():
    said = check_names(["isotonic", "Cauchy", "softmax", "hard sort"]).words
    assert said.startswith("1 of 4 is right")
    assert check_names([*RIGHT[1:], "SoftSort"]).words.startswith("None of 4 are right")


def test_what_is_no_list_of_four_names_is_told_what_it_is():
    assert "A set has no order." in check_names({*RIGHT}).words
    assert "You gave 3." in check_names(RIGHT[:3]).words
    TRIED.clear()
    assert "'bubble' is none of them." in check_names([*RIGHT[:3], "bubble"]).words


def test_no_two_methods_that_are_asked_for_look_alike():
    sorts = unknown_sorts()
    assert len({sort.sorted.tobytes() for sort in sorts.values()}) == 4
    assert [sort.permutation is None for sort in sorts.values()] == [True, True, False, False]


def test_each_mistake_about_equal_error_has_its_own_reply():
    replies = []
    for mistake in ("equal", 1, pi / 16, 1 / pi, 0.0625, 16, pi, 7, 5.1):
        TRIED.clear()
        replies.append(check_equal_error(mistake).words)
    assert len(set(replies)) == len(replies)


def test_each_broken_condition_has_its_own_reply():
    tried = [
        ("Cauchy", 0.4),
        ("Cauchy", 2),
        ("isotonic", 0.6),
        ("isotonic", 0.3),
        ("isotonic", 0.1),
        ("softmax", 0.4),
        ("softmax", 50),
        ("softmax", 0),
        ("SoftSort", 0.2),
        ("smoothmax", 1e6),
        ("all", 0.6),
    ]
    replies = {trade(method, alpha).words for method, alpha in tried} | {
        trade("Cauchy", 0.6, [1, 2, 3]).words
    }
    assert len(replies) == len(tried) + 1


STOPS = alphas(VALUES)


@pytest.mark.parametrize("method", ["Cauchy", "optimal"])
def test_from_every_stop_the_replies_lead_to_a_right_alpha_and_no_verdict_gets_worse(method):
    replies = [trade(method, alpha) for alpha in STOPS]
    assert "correct" in {reply.verdict for reply in replies}
    for start in range(len(STOPS)):
        place = start
        for _ in STOPS:
            reply = replies[place]
            if reply.verdict == "correct":
                break
            assert reply.verdict == "almost"
            assert ("go harder" in reply.words) != ("go softer" in reply.words)
            place += 1 if "go harder" in reply.words else -1
        assert replies[place].verdict == "correct"


def test_with_the_isotonic_sort_no_alpha_does_it_as_the_reply_says():
    fine = [*STOPS, *np.geomspace(0.05, 5, 300)]
    said = {alpha: trade("isotonic", float(alpha)) for alpha in fine}
    assert {reply.verdict for reply in said.values()} == {"hint"}
    assert all("With this method no alpha" in reply.words for alpha, reply in said.items() if alpha)


def test_the_gallery_itself_is_as_good_as_its_state():
    gallery = RelaxationGallery(VALUES, alpha=0.6, gallery_methods="Cauchy", gallery_output=3)
    assert check_trade(gallery).verdict == "correct"
    gallery.close()


def test_the_answers_are_not_in_the_source():
    source = "".join(inspect.getsource(which).split())
    pairs = [f'"{letter}":"{name}"' for letter, name in BY_LETTER.items()]
    for spelling in ("5.09", "16/pi", '","'.join(RIGHT), *pairs):
        assert spelling not in source
