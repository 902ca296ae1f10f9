"""A notebook that was saved with explorers in it, opened anew: alive where it is trusted, before
anything is run, and a picture with words where it is not. And where saving widgets comes from."""

import json

import lab as harness
import nbformat
import pytest
from pictures import ROOT, slider

STATE = "application/vnd.jupyter.widget-state+json"
WIDGETS = "@jupyter-widgets/jupyterlab-manager:plugin"
NEWS = "@jupyterlab/apputils-extension:notification"
MADE_BY_JUPYTER = {"migrated"}
OPEN = {"JupyterLab": "lab", "Notebook": "notebooks"}
TITLE = f"{ROOT} h3"


@pytest.fixture(scope="module", params=OPEN)
def place(request):
    return request.param


@pytest.fixture(scope="module")
def saved(server, chromium, place):
    """What a person's file holds who ran a cell with an explorer, moved it, and saved."""
    with harness.open_lab(chromium, server) as lab:
        harness.write_notebook(
            server.root / "yesterday.ipynb",
            "from explorer import *\nshown = NetworkExplorer([3, 1, 2], alpha=0.5)\nshown",
        )
        lab.open("yesterday.ipynb", app=OPEN[place])
        lab.run_all()
        lab.page.locator(f"{ROOT} canvas").first.wait_for()
        lab.page.get_by_label("relaxation").first.select_option("Cauchy")
        lab.page.locator(TITLE, has_text="Cauchy").wait_for()
        with lab.frames():
            pass  # until the kernel has heard it
        lab.command("docmanager:save")
    return nbformat.read(server.root / "yesterday.ipynb", as_version=4)


def open_anew(lab, saved, place, trusted):
    """The saved file as it comes from someone else, in a page of its own. Nothing in it is run."""
    file = "today.ipynb"
    saved.metadata.handed_in = str(trusted)  # what was signed is not what is here
    nbformat.write(saved, lab.server.root / file)
    if trusted:
        lab.server.trust(file)
    lab.open(file, app=OPEN[place])


def test_saving_keeps_the_state_of_widgets_in_the_notebook(saved):
    models = saved.metadata.widgets[STATE]["state"]
    [shown] = [output for output in saved.cells[0].outputs if "image/png" in output.data]
    assert shown.data["application/vnd.jupyter.widget-view+json"]["model_id"] in models
    assert "Cauchy" in json.dumps(models)


def test_what_was_saved_and_is_trusted_lives_before_anything_is_run(lab, saved, place):
    open_anew(lab, saved, place, trusted=True)
    title = lab.page.locator(TITLE)
    title.wait_for(timeout=20_000)
    assert "on 3 wires, Cauchy" in title.inner_text()
    assert lab.page.locator(f"{ROOT} canvas").first.bounding_box()["height"] > 150
    outputs = lab.page.locator(f"{ROOT} text.output")
    before = outputs.all_text_contents(), title.inner_text()
    slider(lab.page).focus()
    lab.page.keyboard.press("End")
    title.filter(has_text="infinity").wait_for()
    assert outputs.all_text_contents() != before[0]
    assert title.inner_text() != before[1]
    assert lab.ask("'NetworkExplorer' in globals()") == "False"
    assert lab.page.get_by_text("Error displaying widget").count() == 0


def test_what_was_saved_and_is_not_trusted_is_a_picture_with_its_words_in_it(lab, saved, place):
    open_anew(lab, saved, place, trusted=False)
    picture = lab.page.locator(".jp-RenderedImage img")
    picture.wait_for()
    assert picture.bounding_box()["height"] > 150
    assert lab.page.locator(".diffsort").count() == 0
    assert lab.page.get_by_text("Error displaying widget").count() == 0


def test_the_command_has_jupyterlab_save_widgets_beside_what_a_person_has_set(tmp_path):
    windowing = {"@jupyterlab/notebook-extension:tracker": {"windowingMode": "full"}}
    with harness.jupyter_lab(tmp_path / "course", windowing, by_the_command=True) as server:
        assert default(server, WIDGETS, "saveState") is True
        assert default(server, NEWS, "fetchNews") == "false"
        [(plugin, changed)] = windowing.items()
        assert default(server, plugin, "windowingMode") == changed["windowingMode"]
        files = {path.name for path in (server.home / "config").rglob("*") if path.is_file()}
        assert files - MADE_BY_JUPYTER == {"default_setting_overrides.json"}
        kept = next((server.home / "config").rglob("default_setting_overrides.json"))
        assert json.loads(kept.read_text("utf-8")) == windowing


def default(server, plugin, name):
    return server.ask(f"lab/api/settings/{plugin}")["schema"]["properties"][name]["default"]
