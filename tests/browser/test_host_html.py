"""nbconvert to HTML, of a notebook that it executed, with the state of its widgets in it or
without: opened without a network, each explorer's picture is there."""

import nbformat
import pytest
from exports import STORED, notebook_of, offline, pictures_are_seen
from nbconvert import HTMLExporter

from explorer import NetworkExplorer

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


@pytest.mark.parametrize("template", ["lab", "classic", "basic"])
@pytest.mark.parametrize("stored", STORED.values(), ids=STORED)
def test_each_picture_is_seen(chromium, tmp_path, stored, template):
    html, _ = HTMLExporter(template_name=template).from_notebook_node(notebook_of(stored))
    with offline(chromium, tmp_path, html) as page:
        pictures_are_seen(page, stored, spoken=template != "lab")


def test_an_executed_notebook_is_small():
    """The program and the pictures, also with the two that this is to hold once they are here."""
    size = len(nbformat.writes(notebook_of(True)).encode())
    assert 100_000 < size < 1_500_000


def test_of_what_a_person_saved_the_picture_is_left_once_widgets_are_left_out(chromium, tmp_path):
    """As `--ClearMetadataPreprocessor.enabled=True` does: nbconvert would draw the widget, by
    scripts from the network."""
    explorer = NetworkExplorer([3, 1, 2])
    data, metadata = explorer._repr_mimebundle_()
    output = nbformat.v4.new_output("display_data", data, metadata=metadata)
    explorer.close()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("e", outputs=[output])])
    state = {"state": {data[VIEW]["model_id"]: {}}, "version_major": 2, "version_minor": 0}
    notebook.metadata.widgets = {STATE: state}
    exporter = HTMLExporter()
    exporter.register_preprocessor(
        "nbconvert.preprocessors.ClearMetadataPreprocessor", enabled=True
    )
    html, _ = exporter.from_notebook_node(notebook)
    with offline(chromium, tmp_path, html) as page:
        assert page.locator("img").evaluate("image => image.naturalWidth") > 300
