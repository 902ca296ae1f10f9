import re
from pathlib import Path

from explorer.explorers.base import Explorer

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_notebook_lines_of_the_readme_run(tmp_path, monkeypatch):
    """Those with a prompt run as doctests."""
    monkeypatch.chdir(tmp_path)
    blocks = [
        block for block in re.findall(r"```python\n(.*?)```", README, re.S) if ">>>" not in block
    ]
    assert len(blocks) == 1
    names = {}
    exec(blocks[0], names)
    assert isinstance(names["network"], Explorer)
    assert names["network"].state.alpha == 3
    assert [path.name for path in tmp_path.iterdir()] == ["network.gif"]


def test_the_readme_names_its_two_commands():
    assert "make lab" in README
    assert "make test" in README
