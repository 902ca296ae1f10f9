"""Several explorers on one page: in the order given, on their states, with what is said of them;
and what cannot stand on a page is refused by name."""

import json

import pytest

import explorer
from diffsort_core import DiffsortError
from explorer import AlphaExplorer, ErrorExplorer, NetworkExplorer
from explorer.explorers.paged import MOST

FIRST, EACH = 250_000, 10_000
"""Bytes of a page, a second of 2 Mbit/s, and of each explorer more."""


@pytest.fixture
def network():
    made = NetworkExplorer([3, 1, 2], alpha=0.5)
    yield made
    made.close()


@pytest.fixture
def alpha(network):
    made = AlphaExplorer(state=network.state)
    yield made
    made.close()


def written(tmp_path, explorers, **given):
    explorer.page(explorers, tmp_path / "lecture.html", **given)
    text = (tmp_path / "lecture.html").read_bytes().decode()
    data = json.loads(text.split('id="diffsort-page">')[1].split("</script>")[0])
    return text, data


def test_explorers_and_prose_stand_in_the_order_given(tmp_path, network, alpha):
    network.state.update(values=[4, 2, 9], alpha=2)
    text, data = written(tmp_path, ["# One", network, "*Two*", "Three", alpha, "4"], title="A & B")
    body = text.split("</noscript>\n")[1].split("</main>")[0]
    places = [body.index(each) for each in ("<h2>One", "<section>", "<em>Two", "<p>Three")]
    assert places == sorted(places)
    assert body.index("Three") < body.rindex("<section>") < body.index("<p>4</p>")
    assert body.count("<section></section>") == 2
    assert text.count("<title>A &amp; B</title>") == text.count("<h1>A &amp; B</h1>") == 1
    assert data["title"] == "A & B"
    assert [each["setup"]["explorer"] for each in data["explorers"]] == ["network", "alpha"]
    assert all(each["choices"]["values"] == [4, 2, 9] for each in data["explorers"])


def test_those_of_one_state_are_known_to_be(tmp_path, network, alpha):
    other = NetworkExplorer([1, 2])
    _, data = written(tmp_path, [network, other, alpha])
    assert [each["state"] for each in data["explorers"]] == [0, 1, 0]
    other.close()


def test_an_explorers_own_page_is_a_page_of_it_alone(tmp_path, network):
    text, data = written(tmp_path, [network])
    assert network.page() == text
    assert data["title"] == network.title
    network.save(tmp_path / "own.html")
    assert (tmp_path / "own.html").read_bytes().decode() == text
    assert written(tmp_path, (network,), title="")[1]["title"] == ""


def test_each_explorer_more_adds_little(tmp_path, network, alpha):
    text, _ = written(tmp_path, [network, alpha] * 4)
    assert len(text.encode()) <= FIRST + 7 * EACH


def test_what_needs_python_is_refused_in_words(tmp_path, network):
    error = ErrorExplorer(state=network.state)
    with pytest.raises(
        DiffsortError, match=r"explorers\[1\] must be drawn by the browser, and the"
    ):
        explorer.page([network, error], tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()
    error.close()


@pytest.mark.parametrize(
    ("explorers", "words"),
    [
        ("# text", "explorers must be a list of explorers and of texts in Markdown, got '# text'"),
        (None, "explorers must be a list .*, got None"),
        ([], f"explorers must hold 1 to {MOST} explorers, got 0"),
        (["# text"], "must hold 1 to 99 explorers, got 0"),
        (["", 5], r"explorers\[1\] must be an explorer or a text in Markdown, got 5"),
    ],
)
def test_what_is_no_page_is_refused_in_words(tmp_path, explorers, words):
    with pytest.raises(DiffsortError, match=words):
        explorer.page(explorers, tmp_path / "a.html")
    assert [*tmp_path.iterdir()] == []


def test_other_arguments_are_refused_too(tmp_path, network):
    with pytest.raises(DiffsortError, match=r"explorers\[1\] must link only to"):
        explorer.page([network, "[x](javascript:y)"], tmp_path / "a.html")
    with pytest.raises(DiffsortError, match=r"path must end with \.html, got '.*a\.txt'"):
        explorer.page([network], tmp_path / "a.txt")
    with pytest.raises(DiffsortError, match="title must be a text, got 5"):
        explorer.page([network], tmp_path / "a.html", title=5)
    with pytest.raises(DiffsortError, match="1 to 99 explorers, got 100"):
        explorer.page([network] * 100, tmp_path / "a.html")
    assert [*tmp_path.iterdir()] == []


def test_page_is_asked_for_by_name_and_not_brought_by_a_star():
    assert "page" not in explorer.__all__
    assert "page" in dir(explorer)
    assert callable(explorer.page)
