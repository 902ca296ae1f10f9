"""One explorer in two tabs of the browser, and what a notebook keeps of it."""

import json

import lab as harness
import nbformat
from pictures import ROOT, slider

STATE = "application/vnd.jupyter.widget-state+json"
SHOWN = "from explorer import *\nshown = NetworkExplorer([3, 1, 2, 7])\nshown"


def shown_in(*tabs):
    """What the tabs show, once they rest."""
    tabs[0].page.wait_for_timeout(1200)
    return {tab.page.locator(f"{ROOT} h3").first.inner_text().split(", ", 1)[1] for tab in tabs}


def test_two_tabs_and_python_agree_whoever_moves(lab):
    harness.write_notebook(lab.server.root / "tabs.ipynb", SHOWN)
    lab.open("tabs.ipynb")
    lab.run_all()
    lab.page.locator(f"{ROOT} canvas").first.wait_for()
    lab.command("docmanager:save")
    other = harness.Lab(lab.page.context.new_page(), lab.server)
    other.open("tabs.ipynb")
    other.page.locator(f"{ROOT} canvas").first.wait_for()
    assert shown_in(lab, other) == {"smoothmax, alpha = 2.197 per unit"}
    slider(other.page).focus()
    other.page.keyboard.press("End")
    assert shown_in(lab, other) == {"smoothmax, alpha = infinity per unit"}
    assert lab.ask("float(shown.state.alpha)") == "inf"
    lab.page.bring_to_front()
    lab.page.get_by_label("relaxation").first.select_option("Cauchy")
    assert shown_in(lab, other) == {"Cauchy, alpha = infinity per unit"}
    lab.ask("shown.state.update(alpha=2, values=[1, 2, 3])")
    assert shown_in(lab, other) == {"Cauchy, alpha = 2 per unit"}
    assert lab.problems == other.problems == []


def test_a_cell_run_five_times_leaves_one_program_and_one_explorer_in_the_file(lab):
    path = harness.write_notebook(lab.server.root / "five.ipynb", SHOWN)
    lab.open("five.ipynb")
    for _ in range(5):
        lab.run_cell(0)
        lab.page.locator(f"{ROOT} canvas").first.wait_for()
    lab.page.wait_for_timeout(1000)
    lab.command("docmanager:save")
    models = nbformat.read(path, as_version=4).metadata.widgets[STATE]["state"].values()
    sizes = [len(json.dumps(each)) for each in models if each["model_name"] == "AnyModel"]
    assert len(sizes) == 2
    assert min(sizes) < 10_000
    assert max(sizes) < 200_000
    assert lab.problems == []
