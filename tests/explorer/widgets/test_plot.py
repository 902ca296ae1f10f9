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


def test_the_whole_figure_is_sent_as_it_is_now(wired):
    plot = Plot(go.Figure(go.Scatter(y=[1, 2])))
    wire = wired(plot)
    plot.data[0].y = [3, 4]
    wire.sent.clear()
    plot.show_whole()
    [(data, _)] = [message for message in wire.sent if "_widget_data" in message[0]["state"]]
    assert list(data["state"]["_widget_data"][0]["y"]) == [3, 4]
    plot.close()
