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
    told = answers_of(lambda request: ({"message": request["do"]}, [b"bytes"]), do="picture")
    assert told == [({"message": "picture", "view": "left"}, [b"bytes"])]


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
        toolbar._asked(toolbar, {"view": "left", "do": "picture"}, [])
    assert answers == [
        {
            "message": "That failed: ZeroDivisionError: division by zero",
            "refused": True,
            "view": "left",
        }
    ]
    toolbar.close()
