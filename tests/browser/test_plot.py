"""What plotly draws where only the traces are drawn again."""

import lab as harness
import pytest

MARKS = """() => {
    const nodes = [...document.querySelectorAll('.js-plotly-plot .cartesianlayer :is(path, image, text)')];
    const told = (node) => ['d', 'transform', 'href', 'style'].map((name) => node.getAttribute(name));
    return nodes.map((node) => told(node).join() + node.textContent);
}"""
COUNT = """() => {
    window.drawn = { traces: 0, all: 0 };
    const plot = document.querySelector('.js-plotly-plot');
    plot.on('plotly_transitioned', () => window.drawn.traces++);
    plot.on('plotly_afterplot', () => window.drawn.all++);
}"""


@pytest.mark.parametrize("name", ["AlphaExplorer", "JacobianExplorer", "RankingExplorer", "RelaxationGallery"])
def test_traces_that_are_drawn_alone_look_as_after_a_whole_redraw(lab, server, name):
    values = [k * 7 % 16 for k in range(16)]
    harness.write_notebook(
        server.root / f"{name}.ipynb", f"from explorer import {name}\nshown = {name}({values}, alpha=0.1)\nshown"
    )
    lab.open(f"{name}.ipynb")
    lab.run_all()
    page = lab.page
    page.wait_for_selector(".js-plotly-plot .cartesianlayer path", state="attached")
    page.wait_for_timeout(1500)
    before = page.evaluate(MARKS)
    page.evaluate(COUNT)
    page.get_by_role("slider", name="alpha").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(500)
    counted, alone = page.evaluate("window.drawn"), page.evaluate(MARKS)
    assert counted["traces"] >= 2  # by themselves, but where a scale of colours grew
    assert counted["all"] == 4
    assert alone != before
    page.evaluate("Plotly.redraw(document.querySelector('.js-plotly-plot'))")
    page.wait_for_timeout(500)
    assert page.evaluate(MARKS) == alone
    assert lab.problems == []
