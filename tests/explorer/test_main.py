import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from explorer import __main__ as command

ROOT = Path(__file__).parents[2]


def test_notebooks_are_copied_and_none_is_overwritten(tmp_path, capsys):
    folder = tmp_path / "course"
    assert command.main([str(folder), "--copy-only"]) == 0
    copied = sorted(path.relative_to(folder) for path in folder.rglob("*.ipynb"))
    assert Path("00_start_here.ipynb") in copied
    mine = folder / copied[0]
    mine.write_text("mine")
    assert command.main([str(folder), "--copy-only"]) == 0
    assert mine.read_text() == "mine"
    assert "0 notebooks copied" in capsys.readouterr().out


def test_a_file_in_place_of_the_folder_is_refused_in_words(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit):
        command.main([str(tmp_path / "file"), "--copy-only"])
    assert "folder must be a folder, got the file" in capsys.readouterr().err


def test_the_wheel_carries_notebooks_scripts_and_style_sheets(tmp_path):
    call = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(call, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        f"explorer/{path.relative_to(ROOT)}" for path in (ROOT / "notebooks").rglob("*.ipynb")
    } <= names
    assert {
        "explorer/config/labconfig/default_setting_overrides.json",
        "explorer/web/explorers/network.js",
        "explorer/web/marks/network.js",
        "explorer/web/styles/network.css",
        "explorer/web/ui/elements.js",
    } <= names
    assert not any(name.startswith("tests/") for name in names)
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    call = [
        sys.executable,
        "-c",
        "import sys; from explorer.__main__ import main; sys.exit(main(['course', '--copy-only']))",
    ]
    subprocess.run(
        call,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
    )
    assert (tmp_path / "course/00_start_here.ipynb").is_file()


def test_jupyterlab_is_opened_on_the_folder_and_on_this_machine_only(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "mine")
    monkeypatch.setattr(
        command.subprocess, "call", lambda arguments, env: calls.append((arguments, env)) or 0
    )
    assert command.main([str(tmp_path), "--", "--no-browser"]) == 0
    [(arguments, environment)] = calls
    assert environment["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(command.CONFIG), "mine"]
    assert arguments[1:3] == ["-m", "jupyterlab"]
    assert {
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={tmp_path.resolve()}",
        "--no-browser",
    } <= set(arguments)
    assert not any("token" in argument for argument in arguments)


def test_what_a_person_says_to_jupyterlab_is_said_once(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(
        command.subprocess, "call", lambda arguments, env: calls.append(arguments) or 0
    )
    monkeypatch.setattr(command.importlib.util, "find_spec", lambda name: True)
    command.main([str(tmp_path), "--", "--ServerApp.ip=0.0.0.0", "--no-browser"])
    [arguments] = calls
    assert [each for each in arguments if "ip" in each.split("=")[0]] == ["--ServerApp.ip=0.0.0.0"]
    assert arguments[-1] == "--no-browser"
    assert f"--ServerApp.root_dir={tmp_path.resolve()}" in arguments


def test_without_jupyterlab_the_notebooks_are_copied_and_the_way_to_install_it_is_told(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setitem(sys.modules, "jupyterlab", None)  # as where it is not installed
    monkeypatch.setattr(command.subprocess, "call", lambda *_, **__: pytest.fail("was called"))
    assert command.main([str(tmp_path)]) == 1
    assert (tmp_path / "00_start_here.ipynb").is_file()
    told = capsys.readouterr().err
    assert "pip install 'diffsort-explorer[lab]'" in told
    assert str(tmp_path) in told


def test_without_jupyterlab_the_notebooks_can_be_copied(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "jupyterlab", None)
    assert command.main([str(tmp_path), "--copy-only"]) == 0
    assert not capsys.readouterr().err


def test_make_lab_reads_the_defaults_of_the_command():
    made = subprocess.run(
        ["make", "--dry-run", "lab"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert f'JUPYTER_CONFIG_PATH="{command.CONFIG}' in made
