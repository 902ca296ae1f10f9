import json
from gzip import decompress

import plotly
import pytest

from explorer.widgets.chart import Chart, Handle


@pytest.fixture
def chart():
    moves = []
    made = Chart(lambda *move: moves.append(move))
    made.moves = moves
    yield made
    made.close()


def test_the_script_is_an_answer_that_is_announced_and_never_a_part_of_the_state(chart, wired):
    wire = wired(chart)
    chart._handle_custom_msg({"do": "script"}, [])
    (first, none), (second, [script]) = wire.sent
    assert none == []
    assert first["content"] == {"coming": len(script)}
    assert second["content"] == {"script": plotly.__version__}
    assert {first["method"], second["method"]} == {"custom"}
    assert b"plotly.js v" in decompress(script)[:100]
    assert len(script) < 1_700_000
    assert len(json.dumps({n: v for n, v in chart.get_state().items() if n != "program"})) < 5_000


def test_whoever_asks_whether_it_is_heard_is_told(chart, wired):
    wire = wired(chart)
    chart._handle_custom_msg({"do": "heard"}, [])
    assert [data["content"] for data, _ in wire.sent] == [{"heard": True}]


def test_what_changed_is_one_message_without_what_stayed(chart, wired):
    chart.show(frame={"traces": []}, values={"a": {"x": [1]}}, description="one")
    wire = wired(chart)
    chart.show(frame={"traces": []}, values={"a": {"x": [2]}}, description="one")
    assert wire.updates() == [{"values"}]
    chart.show([Handle("0", 1, 2, "Point 1", "x 1")], frame={"traces": [1]}, description="two")
    assert wire.updates()[1:] == [{"handles", "frame", "description"}]


def test_a_move_is_told_and_an_answer_is_none(chart):
    chart.set_state({"edited": {"name": "a", "x": 3.0, "y": 2.0, "stamp": 0.5}})
    chart.put_back()
    assert chart.moves == [("a", 3.0, 2.0)]
    assert chart.edited == {}
