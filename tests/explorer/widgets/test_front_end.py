from explorer.widgets.front_end import FrontEnd


def test_it_answers_each_question_of_the_page(monkeypatch):
    check, sent = FrontEnd(), []
    monkeypatch.setattr(check, "send", sent.append)
    for _ in range(2):
        check._handle_custom_msg({}, [])
    assert sent == [{}, {}]
    check.close()
