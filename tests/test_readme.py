import re
from pathlib import Path

from explorer.explorers.base import Explorer

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_notebook_lines_of_the_readme_run():
    """Those with a prompt run as doctests."""
    blocks = [block for block in re.findall(r"```python\n(.*?)```", README, re.S) if ">>>" not in block]
    assert len(blocks) == 1
    names = {}
    exec(blocks[0], names)
    assert isinstance(names["network"], Explorer)
    assert names["network"].state.alpha == 3


def test_the_readme_names_its_two_commands():
    assert "make lab" in README
    assert "make test" in README
