import re
from base64 import b64decode
from io import BytesIO
from math import inf
from xml.etree import ElementTree

import pytest
from ipywidgets import Accordion, GridBox, HBox, Stack, Tab, VBox
from PIL import Image

import explorer as package
from diffsort_core import DiffsortError
from explorer import (
    ErrorExplorer,
    ExplorerState,
    JacobianExplorer,
    NetworkExplorer,
    SortAnythingExplorer,
)
from explorer.explorers import lifetime
from explorer.explorers.base import Explorer

X = [5, -1, 9.5, 13.2]
TABLE = [[1, 5], [30, 30], [6, 9], [80, -2]]
EVERY = pytest.mark.parametrize(
    "explorer", [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
)


def made(explorer, **choices):
    """An explorer of a few numbers, or of a table."""
    return explorer(TABLE if explorer is SortAnythingExplorer else X, **choices)


@EVERY
def test_the_mime_bundle_is_deterministic_but_for_the_view(explorer):
    bundles, metadata = zip(
        *(made(explorer, alpha=0.5)._repr_mimebundle_() for _ in range(2)), strict=True
    )
    views = [bundle.pop("application/vnd.jupyter.widget-view+json") for bundle in bundles]
    assert bundles[0] == bundles[1]
    assert metadata[0] == metadata[1]
    assert set(bundles[0]) == {"text/plain", "image/png"}
    assert views[0]["model_id"] != views[1]["model_id"]


@EVERY
def test_an_explorer_goes_into_any_box(explorer):
    shown = made(explorer)
    for box in (HBox, VBox, Tab, Accordion, Stack, GridBox):
        holder = box([shown])
        assert holder.get_state("children")["children"] == [f"IPY_MODEL_{shown.model_id}"]
        holder.close()
    shown.close()


@EVERY
def test_the_picture_of_a_notebook_is_crisp_small_and_as_wide_as_a_page(explorer):
    shown = made(explorer, alpha=0.5)
    bundle, metadata = shown._repr_mimebundle_()
    image = Image.open(BytesIO(b64decode(bundle["image/png"])))
    size = metadata["image/png"]
    assert 700 <= size["width"] <= 1000
    for pixels, wide in zip(image.size, (size["width"], size["height"]), strict=True):
        assert pixels == pytest.approx(1.25 * wide, abs=2)
    assert len(bundle["image/png"]) < 44_000
    assert re.search(r"\d", size["alt"])
    shown.close()


@EVERY
def test_no_name_of_an_explorer_hides_one_of_ipywidgets(explorer):
    shown = made(explorer)
    plain = type("Plain", (VBox,), {})()
    ours = [vars(kind) for kind in explorer.__mro__ if issubclass(kind, Explorer)]
    own = set().union(*ours, vars(shown)) - set(vars(type(plain))) - set(vars(plain))
    own -= {"__dict__", "__weakref__"}
    assert own & set(dir(plain)) - set(dir(object)) == {"close", "_repr_mimebundle_"}
    shown.close()


@EVERY
def test_what_is_closed_has_its_picture_and_no_view(explorer):
    shown = made(explorer)
    before, _ = shown._repr_mimebundle_()
    shown.close()
    after, _ = shown._repr_mimebundle_()
    assert {**after, lifetime.VIEW: before[lifetime.VIEW]} == before
    assert lifetime.VIEW not in after


@EVERY
def test_the_repr_says_what_is_shown(explorer):
    assert re.match(rf"{explorer.__name__}\(.*=.*\)$", repr(made(explorer, alpha=0.5)))


@EVERY
def test_every_picture_says_in_words_what_it_shows(explorer, tmp_path):
    shown = made(explorer, alpha=0.5)
    words = shown.scene().description
    assert re.search(r"\d", words)
    assert words.endswith(".")
    for ending in shown.formats:
        shown.save(tmp_path / f"a.{ending}")
        assert (tmp_path / f"a.{ending}").stat().st_size > 2000
    title = ElementTree.fromstring(shown.svg()).find(".//{*}title")
    assert title.text == shown._scene_in_print().description
    assert title.text == words or explorer is ErrorExplorer  # paper has no button to press
    shown.close()


@EVERY
def test_every_control_has_a_tooltip_and_a_name_of_its_own(explorer):
    labels = [field["label"] for field in explorer.fields]
    assert len(set(labels)) == len(labels) > 2
    assert all(len(field["tooltip"]) > 10 for field in explorer.fields)
    assert {field["name"] for field in explorer.fields} <= {
        *ExplorerState().trait_names(),
        *explorer.own,
        "wires",
        "comparators",
        "numbers",
    }


@EVERY
def test_one_or_two_sliders_are_touched_first_and_all_else_folds_away(explorer):
    groups = [field["group"] for field in explorer.fields]
    assert groups == sorted(groups, key=["hero", "numbers", "more"].index)
    heroes = [field for field in explorer.fields if field["group"] == "hero"]
    assert len(heroes) == (2 if explorer.__name__ == "RankingExplorer" else 1)
    assert all(field["kind"] == "logarithmic" and "applies" not in field for field in heroes)
    assert heroes[-1]["label"] == "alpha"
    assert {*groups} == {"hero", "numbers", "more"}


@EVERY
def test_reset_and_shared_choices_bring_the_same_picture_back(explorer):
    shown = made(explorer, alpha=0.5)
    first, text = shown.scene().description, shown.state.to_json()
    others = {"values": [3, 1, 2, 2], "alpha": 3, "table": [[1, 2], [4, 3]]}
    shown.state.update(**others)
    assert shown.scene().description != first
    shown.reset()
    assert shown.scene().description == first
    shown.state.update(**others)
    shown._take(text)
    assert shown.scene().description == first
    shown.close()


def test_explorers_that_share_a_state_follow_each_other(edit):
    network = NetworkExplorer(X, alpha=0.5)
    jacobian = JacobianExplorer(state=network.state)
    edit(jacobian, alpha="infinity")
    assert network.state.alpha == inf
    assert network.choices["alpha"] == "infinity"
    assert set(jacobian.scene().sort_jacobian.ravel()) == {0, 1}


def test_choices_beside_a_shared_state_are_set_on_it():
    state = ExplorerState(values=X)
    JacobianExplorer(state=state, sigma=2.0)
    assert state.sigma == 2.0


def test_dragging_an_input_moves_everything(edit):
    network = NetworkExplorer(X)
    jacobian = JacobianExplorer(state=network.state)
    edit(network, values=[5, -1, 9.5, 40])
    assert network.state.values == (5, -1, 9.5, 40)
    assert network.choices["preset"] == network.state.preset == "own numbers"
    assert jacobian.choices["values"] == [5, -1, 9.5, 40]
    assert jacobian.scene().values.tolist() == [5, -1, 9.5, 40]


def test_one_step_of_alpha_is_one_scene(monkeypatch, edit):
    network = NetworkExplorer(X)
    scenes, scene = [], network._scene
    monkeypatch.setattr(network, "_scene", lambda state: scenes.append(1) or scene(state))
    edit(network, alpha=0.25)
    assert len(scenes) == 1


@pytest.mark.parametrize(
    "explorer", [NetworkExplorer, JacobianExplorer, package.AlphaExplorer, package.RankingExplorer]
)
def test_many_choices_at_once_are_drawn_once(explorer, monkeypatch):
    shown, drawn = explorer(X), []
    show = shown._show
    monkeypatch.setattr(shown, "_show", lambda scene: drawn.append(1) or show(scene))
    shown.state.update(
        values=[3, 1, 2, 5], alpha=3, network="odd-even merge", relaxation="Cauchy", sigma=1
    )
    assert len(drawn) == 1
    shown.reset()
    assert len(drawn) == 2


@EVERY
def test_a_scene_of_other_choices_leaves_the_explorer_as_it_is(explorer):
    shown = made(explorer, draws=2, relaxation="Cauchy")
    scene, choices = shown.scene(), shown.state.choices()
    other = shown.scene(alpha=3.0, network="odd-even merge")
    assert shown.scene() is scene
    assert shown.state.choices() == choices
    there = made(
        explorer,
        draws=2,
        relaxation="Cauchy",
        alpha=3.0,
        network="odd-even merge",
    )
    if explorer is ErrorExplorer:
        there.finish()
    assert other.description == there.scene().description != scene.description
    with pytest.raises(DiffsortError, match="alpha must be"):
        shown.scene(alpha=-1)
    with pytest.raises(DiffsortError, match="choices must be"):
        shown.scene(values=[0] * 256, nonsense=1)
