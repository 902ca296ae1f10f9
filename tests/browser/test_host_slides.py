"""nbconvert to slides: each explorer's picture is there, though the script that turns slides over
is not, without a network."""

import pytest
from exports import STORED, notebook_of, offline, pictures_are_seen
from nbconvert import SlidesExporter


@pytest.mark.parametrize("stored", STORED.values(), ids=STORED)
def test_each_picture_is_seen(chromium, tmp_path, stored):
    notebook = notebook_of(stored)
    for cell in notebook.cells:
        cell.metadata.slideshow = {"slide_type": "slide"}
    html, _ = SlidesExporter().from_notebook_node(notebook)
    assert html.count("<section>") > len(notebook.cells)
    with offline(chromium, tmp_path, html) as page:
        pictures_are_seen(page, stored, spoken=False)
