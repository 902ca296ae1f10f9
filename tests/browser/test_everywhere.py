"""Every explorer in JupyterLab, in Notebook 7 and in Voila: drawn, answering, with nothing
amiss."""

import lab as harness
import nbformat
import pytest
from hosts import of_every_run

import explorer as package
from explorer.widgets.program import Live

NAMES = [name for name in package.__all__ if name != "ExplorerState"]
CELLS = ["from explorer import *", *(f"shown = {name}(alpha=0.5)\nshown" for name in NAMES)]
LIVE = [name for name in NAMES if issubclass(getattr(package, name), Live)]
PLOTTED = len(NAMES) - len(LIVE)  # all but what the browser draws are plotly figures
DRAWN = f"""() => document.querySelectorAll('.diffsort-explorer').length === {len(NAMES)}
    && document.querySelectorAll('.js-plotly-plot .main-svg').length >= {PLOTTED}
    && document.querySelectorAll('.js-plotly-plot').length
        === document.querySelectorAll('.js-plotly-plot:is([role=img], :has([role=img]))').length
    && document.querySelectorAll('.diffsort-explorer:has(canvas)').length === {len(LIVE)}"""


def opened_in(place, lab, server, *cells):
    harness.write_notebook(server.root / "every.ipynb", *cells)
    if place == "Voila":
        lab.page.goto(f"{server.url}/voila/render/every.ipynb?token={harness.TOKEN}")
        lab.page.wait_for_selector("#rendered_cells")
    else:
        lab.open("every.ipynb", app="notebooks" if place == "Notebook" else "lab")
        lab.run_all()


def troubles_of_its_own(place, server, chromium):
    """The problems that the place has with a notebook that shows nothing."""
    if place == "JupyterLab":
        return set()
    with harness.open_lab(chromium, server) as lab:
        opened_in(place, lab, server, "pass")
        lab.page.wait_for_timeout(4000)
        return set(map(of_every_run, lab.problems))


@pytest.mark.parametrize("place", ["JupyterLab", "Notebook", "Voila"])
def test_every_explorer_is_drawn_and_answers(place, server, chromium):
    known = troubles_of_its_own(place, server, chromium)
    with harness.open_lab(chromium, server) as lab:
        drawn_and_answering(place, lab, server)
        assert [problem for problem in lab.problems if of_every_run(problem) not in known] == []


def drawn_and_answering(place, lab, server):
    page = lab.page
    page.set_viewport_size(
        {"width": 1280, "height": 20_000}
    )  # all in view: JupyterLab draws no cell that is far out of it
    opened_in(place, lab, server, *CELLS)
    page.wait_for_function(DRAWN, timeout=120_000)
    page.wait_for_timeout(1500)
    for name, root in zip(NAMES, page.locator(".diffsort-explorer").all(), strict=True):
        assert root.locator(".diffsort-toolbar").get_by_role("button", name="Reset").is_visible(), (
            name
        )
        picture = root.locator(".js-plotly-plot, canvas").first.bounding_box()
        assert picture["width"] > 300, name
        assert picture["height"] > 150, name
    unnamed, seen = lab.controls()
    assert unnamed == []
    assert seen > 100
    network = page.locator(".diffsort-explorer").nth(NAMES.index("NetworkExplorer"))
    before = network.locator("h3").inner_text()
    network.get_by_role("slider", name="alpha").focus()
    page.keyboard.press("ArrowRight")
    network.locator("h3", has_not_text=before).wait_for()
    gallery = page.locator(".diffsort-explorer").nth(NAMES.index("RelaxationGallery"))
    words = gallery.locator(".diffsort-controls ~ .diffsort-sentence").inner_text()
    gallery.get_by_role("slider", name="alpha").focus()
    page.keyboard.press("End")
    gallery.locator(".diffsort-controls ~ .diffsort-sentence", has_not_text=words).wait_for()


def test_a_picture_without_a_kernel_is_as_wide_as_it_says_and_never_wider_than_its_cell(lab):
    shown = package.NetworkExplorer(alpha=0.5)
    data, metadata = shown._repr_mimebundle_()
    shown.close()
    output = nbformat.v4.new_output(
        "display_data", {"image/png": data["image/png"]}, metadata=metadata
    )
    path = harness.write_notebook(lab.server.root / "picture.ipynb", "1")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].outputs = [output]
    nbformat.write(notebook, path)
    lab.page.set_viewport_size({"width": 1600, "height": 900})
    lab.open("picture.ipynb")
    size = metadata["image/png"]
    measured = "image => [image.clientWidth, image.clientHeight, image.parentNode.clientWidth]"
    picture = lab.page.locator(".jp-RenderedImage img")
    width, height, room = picture.evaluate(measured)
    assert (width, height) == (size["width"], size["height"])
    assert room > width
    lab.page.set_viewport_size({"width": 900, "height": 900})
    lab.page.wait_for_timeout(500)
    width, height, room = picture.evaluate(measured)
    assert width <= room < size["width"]
    assert height / width == pytest.approx(size["height"] / size["width"], rel=0.01)
