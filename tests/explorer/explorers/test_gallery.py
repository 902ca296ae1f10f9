import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import ExplorerState, RelaxationGallery

X = [5, -1, 9.5, 13.2]
UPDATES = {
    "_py2js_update",
    "_py2js_restyle",
    "_py2js_relayout",
    "_py2js_addTraces",
    "_widget_data",
    "_widget_layout",
}


@pytest.fixture
def gallery():
    made = RelaxationGallery(X, alpha=0.3)
    yield made
    made.close()


def plotted(wire):
    return [names & UPDATES for names in wire.updates() if names & UPDATES]


@pytest.mark.parametrize(
    "change",
    [
        {"alpha": 0.7},
        {"gallery_output": 2},
        {"gallery_methods": "Cauchy"},
        {"network": "odd-even merge"},
    ],
)
def test_a_change_is_one_update_of_the_figure_and_one_of_the_table(gallery, wired, change):
    figure, table = wired(gallery.figure), wired(gallery.table)
    gallery.state.update(**change)
    assert plotted(figure) == [{"_py2js_update"}] * 2  # the update, and the None that ends it
    assert table.updates() == [{"value"}]


def test_a_click_chooses_an_output(gallery):
    gallery.tiles.set_state({"picked": {"output": 3, "stamp": 0.1}})
    assert gallery.state.gallery_output == gallery.scene().chosen == 3
    assert "Output 3 feels" in gallery.table.value


def test_a_new_width_moves_the_tiles_by_one_update(gallery, wired):
    wire = wired(gallery.figure)
    gallery.controls.width = 400
    assert plotted(wire) == [{"_py2js_update"}] * 2
    assert gallery.tiles.plan["per_line"] == 3
    assert gallery.figure.layout.width == 400


def test_choices_survive_json(gallery):
    gallery.state.update(gallery_methods="in a network", gallery_output=2)
    again = ExplorerState.from_json(gallery.state.to_json())
    assert (again.gallery_methods, again.gallery_output) == ("in a network", 2)


@pytest.mark.parametrize(
    "bad",
    [
        {"gallery_methods": "torch"},
        {"gallery_output": -1},
        {"gallery_output": 1.5},
        {"values": range(33)},
    ],
)
def test_bad_choices_are_refused_and_leave_no_widget(bad):
    before = set(alive)
    with pytest.raises(DiffsortError, match=f"^{next(iter(bad))} must"):
        RelaxationGallery(**bad)
    assert set(alive) == before


def test_closing_leaves_no_widget():
    before = set(alive)
    RelaxationGallery(X).close()
    assert set(alive) == before


def test_there_is_a_picture_without_a_kernel(gallery):
    bundle, _ = gallery._repr_mimebundle_()
    assert bundle["text/plain"] == "RelaxationGallery(n=4, alpha=0.3, gallery_methods='all')"
    assert "SoftSort" in gallery.svg()
