"""What a cell keeps of an explorer: its view where a person may see it, a picture for everywhere
else, and what anywidget has to say of the view."""

import sys
from types import SimpleNamespace

import pytest
from anywidget import _util

from explorer import NetworkExplorer
from explorer.explorers import bundle

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def shown():
    made = NetworkExplorer([3, 1, 2])
    yield made
    made.close()


@pytest.fixture
def asked(monkeypatch):
    """Have the cell that runs come from a client that allows input, or does not."""

    def of(**content):
        shell = SimpleNamespace(get_parent=lambda: {"content": content})
        monkeypatch.setattr(bundle, "get_ipython", lambda: shell)

    monkeypatch.delenv("SERVER_SOFTWARE", raising=False)
    return of


@pytest.mark.parametrize("content", [{"allow_stdin": True}, {}])
def test_the_view_is_kept_where_a_person_runs_the_cell(shown, asked, content):
    asked(**content)
    data, _ = shown._repr_mimebundle_()
    assert data[VIEW]["model_id"] == shown.model_id
    assert data.keys() == {VIEW, "text/plain", "image/png"}


def test_a_program_that_executes_a_notebook_keeps_the_picture_alone(shown, asked):
    asked(allow_stdin=False)
    data, metadata = shown._repr_mimebundle_()
    assert data.keys() == {"text/plain", "image/png"}
    assert metadata.keys() == {"image/png"}


@pytest.mark.parametrize(("server", "kept"), [("voila/0.5.13", True), ("jupyter/2", False)])
def test_of_such_programs_voila_shows_widgets(shown, asked, monkeypatch, server, kept):
    asked(allow_stdin=False)
    monkeypatch.setenv("SERVER_SOFTWARE", server)
    assert (VIEW in shown._repr_mimebundle_()[0]) == kept


@pytest.mark.parametrize("url", ["https://manager.example/1", None])
def test_in_colab_the_view_says_where_its_manager_is_as_any_anywidgets_does(
    shown, monkeypatch, url
):
    """Colab itself cannot be tried here."""
    enabled = []
    output = SimpleNamespace(
        enable_custom_widget_manager=lambda: enabled.append(1),
        _widgets=SimpleNamespace(_installed_url=url),
    )
    monkeypatch.setitem(sys.modules, "google.colab.output", output)
    _util.enable_custom_widget_manager_once.cache_clear()
    data, metadata = shown._repr_mimebundle_()
    _util.enable_custom_widget_manager_once.cache_clear()
    assert enabled == [1]
    manager = {"colab": {"custom_widget_manager": {"url": url}}}
    assert metadata.get(VIEW) == (manager if url else None)
    assert metadata["image/png"]["alt"]
    assert VIEW in data
