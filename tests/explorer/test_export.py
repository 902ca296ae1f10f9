"""The command that writes a page: what it takes, what it refuses in words, and that it replaces
nothing unasked."""

import json
import re
import subprocess
import sys

import pytest

import explorer
from diffsort_core import NETWORKS
from explorer import NetworkExplorer
from explorer import __main__ as command

LARGEST = 250_000
"""Bytes of a page: with all that a first minute needs in its program, a second of 2 Mbit/s."""


@pytest.fixture(autouse=True)
def made(monkeypatch):
    """The explorers that the command made, which it must close."""
    known = []

    class Noted(NetworkExplorer):
        def __init__(self, **choices):
            known.append(self)
            super().__init__(**choices)

    monkeypatch.setattr(explorer, "NetworkExplorer", Noted)
    yield known
    assert all(each.comm is None for each in known)


@pytest.fixture
def page(tmp_path):
    return tmp_path / "sort.html"


def choices_in(page):
    """What the explorer in a page opens with."""
    [data] = re.findall(r'id="diffsort-page">(.*)</script>', page.read_text("utf-8"))
    [shown] = json.loads(data)["explorers"]
    return shown["choices"]


def refusal(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        command.main(["export", *map(str, arguments)])
    assert ended.value.code == 2
    return capsys.readouterr().err.replace("\n", " ")


def test_an_example_is_written_where_nothing_else_is_asked_for(page, capsys, made):
    assert command.main(["export", str(page)]) == 0
    size = -(-page.stat().st_size // 1000)
    assert f"{page}: {size} kB; open it in a browser" in capsys.readouterr().out
    assert len(made) == 1
    explorer = NetworkExplorer()
    assert choices_in(page) == explorer.setup["plain"]
    explorer.close()


def test_the_command_writes_what_a_notebook_would(page):
    arguments = ["export", str(page), "--values", "-1,5,9.5", "--alpha", "0.12"]
    done = subprocess.run(
        [sys.executable, "-m", "explorer", *arguments], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    explorer = NetworkExplorer([-1, 5, 9.5], alpha=0.12)
    assert page.read_bytes().decode() == explorer.page()
    explorer.close()


def test_64_numbers_in_full_are_a_small_page(page):
    numbers = [k / 3 for k in range(64)]
    command.main(["export", str(page), "--values", ",".join(map(repr, numbers))])
    assert choices_in(page)["values"] == numbers
    assert page.stat().st_size <= LARGEST


def test_choices_are_taken_in_any_order_and_with_either_sign(page):
    network = list(NETWORKS)[1]
    asked = ["--alpha", "infinity", "--network", network, "--relaxation", "Cauchy"]
    assert command.main(["export", *asked, "--values", "-5,-1.5,9", str(page)]) == 0
    chosen = choices_in(page)
    assert (chosen["values"], chosen["alpha"]) == ([-5, -1.5, 9], "infinity")
    assert (chosen["relaxation"], chosen["network"]) == ("Cauchy", network)
    assert command.main(["export", str(page), "--values=1 2", "--alpha=0", "--overwrite"]) == 0
    assert (choices_in(page)["values"], choices_in(page)["alpha"]) == ([1, 2], 0)


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


def test_only_a_page_is_written_and_only_where_a_folder_is(page, capsys, made):
    assert "PAGE must end with .html" in refusal(capsys, page.with_suffix(".svg"))
    assert "folder that is there" in refusal(capsys, page.parent / "missing" / "sort.html")
    folder = page.parent / "folder.html"
    folder.mkdir()
    assert "is there already" in refusal(capsys, folder, "--overwrite")
    assert made == []


def test_what_the_disk_refuses_is_told_in_words(page, capsys, monkeypatch):
    def full(self, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(NetworkExplorer, "save", full)
    assert "No space left on device" in refusal(capsys, page)


def test_a_folder_can_still_be_called_export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command.main(["./export", "--copy-only"]) == 0
    assert (tmp_path / "export" / "00_start_here.ipynb").is_file()
