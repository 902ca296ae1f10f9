"""The command that writes a page: what it takes, what it refuses in words, and that it replaces
nothing unasked."""

import pytest

import explorer
from diffsort_core import NETWORKS
from explorer import __main__ as command

made = []


class StandIn(explorer.NetworkExplorer):
    """A network whose page is its repr."""

    def save(self, path):
        made.append(self)
        path.write_text(f"{self!r} {self.state.values} {self.state.network}")


@pytest.fixture(autouse=True)
def network(monkeypatch):
    monkeypatch.setattr(explorer, "NetworkExplorer", StandIn)
    made.clear()


@pytest.fixture
def page(tmp_path):
    return tmp_path / "sort.html"


def refusal(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        command.main(["export", *map(str, arguments)])
    assert ended.value.code == 2
    return capsys.readouterr().err.replace("\n", " ")


def test_an_example_is_written_where_nothing_else_is_asked_for(page, capsys):
    assert command.main(["export", str(page)]) == 0
    assert page.read_text().startswith("StandIn(n=8, alpha=1.0, relaxation='smoothmax')")
    assert f"{page}: 1 kB" in capsys.readouterr().out
    [shown] = made
    assert shown.comm is None  # closed


def test_choices_are_taken_in_any_order_and_with_either_sign(page):
    network = list(NETWORKS)[1]
    asked = ["--alpha", "infinity", "--network", network, "--relaxation", "Cauchy"]
    assert command.main(["export", *asked, "--values", "-5,-1.5,9", str(page)]) == 0
    assert page.read_text() == (
        f"StandIn(n=3, alpha=inf, relaxation='Cauchy') (-5.0, -1.5, 9.0) {network}"
    )
    assert command.main(["export", str(page), "--values=1 2", "--alpha=0", "--overwrite"]) == 0
    assert "n=2, alpha=0.0" in page.read_text()


def test_how_numbers_were_read_is_told(page, capsys):
    command.main(["export", "--values", "12,5; 13,1", str(page)])
    assert "Read 12,5 as 12.5: commas as decimal signs." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--values five", "values must be numbers such as 5, -1, 9.5; got 'five'"),
        ("--values 1,nan", "values must be finite"),
        (f"--values {','.join('1' * 65)}", "at most 64 numbers"),
        ("--alpha -1", "alpha must be at least 0, got -1"),
        ("--alpha high", "alpha must be a number, got 'high'"),
        ("--alpha 0 --relaxation softmax", "alpha"),
        ("--relaxation hard", "relaxation must be one of smoothmax"),
        ("--network none", "network must be one of"),
        ("--alph 1", "unrecognized arguments"),
        ("--values", "expected one argument"),
        ("--values --overwrite", "expected one argument"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(page, capsys, arguments, words):
    assert words in refusal(capsys, page, *arguments.split())
    assert not page.exists()


def test_a_file_that_is_there_is_replaced_only_when_told_so(page, capsys):
    page.write_text("mine")
    assert "is there already; --overwrite replaces a file" in refusal(capsys, page)
    assert page.read_text() == "mine"
    assert command.main(["export", "--overwrite", str(page)]) == 0
    assert page.read_text() != "mine"


def test_only_a_page_is_written_and_only_where_a_folder_is(page, capsys):
    assert "PAGE must end with .html" in refusal(capsys, page.with_suffix(".svg"))
    assert "folder that is there" in refusal(capsys, page.parent / "missing" / "sort.html")
    folder = page.parent / "folder.html"
    folder.mkdir()
    assert "is there already" in refusal(capsys, folder, "--overwrite")
    assert made == []


def test_what_the_disk_refuses_is_told_in_words(page, capsys, monkeypatch):
    def full(self, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(StandIn, "save", full)
    assert "No space left on device" in refusal(capsys, page)


def test_a_folder_can_still_be_called_export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command.main(["./export", "--copy-only"]) == 0
    assert (tmp_path / "export" / "00_start_here.ipynb").is_file()
