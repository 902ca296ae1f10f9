import json

import pytest
from ipywidgets.widgets.widget import _instances as alive

from diffsort_core import DiffsortError
from explorer import AlphaExplorer, ExplorerState, RelaxationGallery
from explorer.scenes.gallery_methods import COMPARED

X = [5, -1, 9.5, 13.2]


@pytest.fixture
def gallery():
    made = RelaxationGallery(X, alpha=0.3)
    yield made
    made.close()


@pytest.mark.parametrize(
    "change",
    [
        {"alpha": 0.7},
        {"gallery_output": 2},
        {"gallery_methods": "Cauchy"},
        {"network": "odd-even merge"},
        {"same_slope": True},
    ],
)
def test_a_step_is_one_message_which_is_small_and_says_what_is_chosen(gallery, wired, edit, change):
    wire = wired(gallery)
    before = gallery.scene()
    edit(gallery, **change)
    assert gallery.scene() is not before
    gallery.state.update(alpha=0.8)
    [name] = change
    assert gallery.choices[name] == getattr(gallery.state, name)
    assert wire.updates() == [{"choices"}]
    assert len(repr(wire.sent[-1])) < 1200


def test_the_browser_knows_what_it_may_choose(gallery):
    own = gallery.setup["own"]
    assert gallery.setup["most"] == 64
    assert own["gallery_output"]["high"] == 255
    assert own["same_slope"]["kind"] == "toggle"
    assert [value for value, _ in own["gallery_methods"]["options"]] == list(COMPARED)


def test_the_same_slope_is_one_choice_of_both_who_show_it(gallery, edit):
    alpha = AlphaExplorer(state=gallery.state)
    edit(alpha, same_slope=True)
    assert gallery.choices["same_slope"] is True
    assert "at one slope at a tie" in gallery.scene().description
    assert "As steep at a tie" in alpha.scene().description
    edit(gallery, same_slope="yes")
    assert gallery.choices["message"] == (
        "same_slope must be True or False, got 'yes'. The old value stays."
    )
    tooltips = [
        field["tooltip"]
        for shown in (alpha, gallery)
        for field in shown.fields
        if field["name"] == "same_slope"
    ]
    assert len({*tooltips}) == 2
    alpha.close()


def test_a_page_of_it_holds_its_choices(gallery, tmp_path):
    gallery.state.update(gallery_output=3, same_slope=True)
    gallery.save(tmp_path / "a.html")
    held = (tmp_path / "a.html").read_text().split('id="diffsort-page">')[1].split("</script>")[0]
    [shown] = json.loads(held)["explorers"]
    assert shown["setup"]["explorer"] == "gallery"
    chosen = shown["choices"]
    assert (chosen["gallery_output"], chosen["same_slope"]) == (3, True)


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
        {"values": range(65)},
        {"same_slope": 1},
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
