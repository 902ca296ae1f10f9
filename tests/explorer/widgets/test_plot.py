import numpy as np
import plotly.graph_objects as go
from ipywidgets.widgets.widget import _instances as alive

from explorer.widgets.plot import Plot


def test_plotlys_script_travels_once_for_all_figures():
    before = set(alive)
    first, second = Plot(go.Figure()), Plot(go.Figure())
    assert first._library is second._library
    assert len(first._library.source) > 1_000_000
    assert len(Plot._esm) < 5_000
    first.close()
    assert second._library.comm is not None
    second.close()
    second.close()
    assert set(alive) == before
    third = Plot(go.Figure())
    assert third._library.comm is not None
    third.close()


def test_arrays_go_as_lists_for_a_page_that_is_made_of_what_was_sent(wired):
    values = np.array([1.5, np.nan, np.inf, -np.inf, 2.0])
    plot = Plot(go.Figure(go.Scatter(y=values)))
    wire, rest = wired(plot), [1.5, None, None, None, 2.0]
    assert plot.get_state()["_widget_data"][0]["y"] == rest
    plot.data[0].y = 2 * values
    plot.show_whole()
    assert [buffers for _, buffers in wire.sent] == [[]] * len(wire.sent)
    told = [
        data["state"]["_py2js_restyle"]
        for data, _ in wire.sent
        if "_py2js_restyle" in data["state"]
    ]
    assert told[0]["restyle_data"]["y"][0] == [3.0, None, None, None, 4.0]
    plot.close()


def test_the_whole_figure_is_sent_as_it_is_now(wired):
    plot = Plot(go.Figure(go.Scatter(y=[1, 2])))
    wire = wired(plot)
    plot.data[0].y = [3, 4]
    wire.sent.clear()
    plot.show_whole()
    [(data, _)] = [message for message in wire.sent if "_widget_data" in message[0]["state"]]
    assert list(data["state"]["_widget_data"][0]["y"]) == [3, 4]
    plot.close()
