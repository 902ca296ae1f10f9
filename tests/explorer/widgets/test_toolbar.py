import pytest

from diffsort_core import DiffsortError
from explorer.widgets.toolbar import Toolbar


def answers_of(ask, **request):
    """What a toolbar answers to one request of a view."""
    toolbar, answers = Toolbar("test", "a-test", ["svg"], ask), []
    toolbar.send = lambda content, buffers: answers.append((content, buffers))
    try:
        toolbar._asked(toolbar, {"view": "left", **request}, [])
    finally:
        toolbar.close()
    return answers


def test_an_answer_and_its_file_go_to_the_view_that_asked():
    told = answers_of(lambda request: ({"message": request["do"]}, [b"bytes"]), do="share")
    assert told == [({"message": "share", "view": "left"}, [b"bytes"])]


def test_a_picture_is_said_to_be_in_the_making_before_it_is_made():
    def make(request):
        known.append(len(told))
        return {"name": "a.svg"}, [b"bytes"]

    told, known = [], []
    toolbar = Toolbar("test", "a-test", ["svg"], make)
    toolbar.send = lambda content, buffers: told.append(content)
    toolbar._asked(toolbar, {"view": "left", "do": "picture"}, [])
    toolbar.close()
    assert known == [1]
    assert [answer.get("wait", 0) > 0 for answer in told] == [True, False]
    assert told[0]["message"].startswith("making the picture")
    assert [answer["view"] for answer in told] == ["left", "left"]


def refuse(request):
    raise DiffsortError("alpha must be at least 0, got -1")


def test_what_is_refused_is_answered_in_words():
    [(answer, files)] = answers_of(refuse, do="load")
    assert answer == {
        "message": "alpha must be at least 0, got -1. Nothing was changed.",
        "refused": True,
        "view": "left",
    }
    assert files == []


def test_whatever_else_fails_is_answered_and_raised(monkeypatch):
    answers = []
    toolbar = Toolbar("test", "a-test", ["svg"], lambda request: 1 / 0)
    monkeypatch.setattr(toolbar, "send", lambda content, buffers: answers.append(content))
    with pytest.raises(ZeroDivisionError):
        toolbar._asked(toolbar, {"view": "left", "do": "share"}, [])
    assert answers == [
        {
            "message": "That failed: ZeroDivisionError: division by zero",
            "refused": True,
            "view": "left",
        }
    ]
    toolbar.close()


def test_a_question_whether_anything_answers_is_answered_and_nothing_else_is_done():
    told = answers_of(lambda request: pytest.fail("nothing was asked for"), do="heard")
    assert told == [({"heard": True, "view": "left"}, [])]
