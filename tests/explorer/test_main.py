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
    assert Path("01_a_sort_you_can_differentiate.ipynb") in copied
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
    assert {f"explorer/{path.relative_to(ROOT)}" for path in (ROOT / "notebooks").rglob("*.ipynb")} <= names
    assert {
        "explorer/widgets/network.js",
        "explorer/widgets/network_ink.js",
        "explorer/widgets/network.css",
        "explorer/widgets/common.js",
    } <= names
    assert not any(name.startswith("tests/") for name in names)
