import re
from pathlib import Path

import numpy as np
import pytest

import diffsort_core
from explorer.explorers.base import Explorer

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_notebook_lines_of_the_readme_run(tmp_path, monkeypatch):
    """Those with a prompt run as doctests."""
    monkeypatch.chdir(tmp_path)
    blocks = [
        block for block in re.findall(r"```python\n(.*?)```", README, re.S) if ">>>" not in block
    ]
    assert len(blocks) == 3
    names = {}
    exec(blocks[0], names)
    assert isinstance(names["network"], Explorer)
    assert names["network"].state.alpha == 3
    assert {path.name for path in tmp_path.iterdir()} == {"network.gif", "network.html"}
    exec(blocks[1], names)
    assert names["peaks"].state.labels == ("Everest", "K2", "Lhotse")
    exec(blocks[2], names)
    assert (tmp_path / "lecture.html").read_text("utf-8").count("<section>") == 2
    names["alpha"].close()
    names["peaks"].close()
    names["network"].close()


def test_the_readme_names_its_two_commands():
    assert "make lab" in README
    assert "make test" in README


RELAXATIONS = re.findall(r"^\| `(\w+)\((?:alpha|smooth=s)\)`.*$", README, re.M)


@pytest.mark.parametrize("name", RELAXATIONS)
def test_what_the_table_of_relaxations_says_is_so(name):
    row = next(line for line in README.splitlines() if line.startswith(f"| `{name}("))
    mixes, monotone, bound, slope, fair = (cell.strip() for cell in row.split("|")[3:-1])
    kind = getattr(diffsort_core, name)
    relaxation = kind(smooth=0.1) if name == "SoftmaxSmooth" else kind(1.0)
    assert (mixes, monotone) == tuple("yes" if so else "no" for so in (kind.mixes, kind.monotone))
    assert bound == ("no bound" if relaxation.bound == np.inf else f"{kind.bound:.4g} / alpha")
    if not kind.mixes:
        assert (slope, fair) == ("none", "none")
        return
    gap = 1e-6
    weight = (gap - relaxation(np.array([gap]), np.array([0.0]))[0]) / gap
    steep = (0.5 - weight) / gap
    assert float(slope.removesuffix("alpha") or 1) == pytest.approx(steep, abs=6e-5)
    assert float(fair) == pytest.approx(kind.bound * steep, abs=6e-5)


def test_the_table_names_every_relaxation():
    kinds = vars(diffsort_core).values()
    known = {each.__name__ for each in kinds if isinstance(each, type) and hasattr(each, "bound")}
    unnamed = {"Hard", "Relaxation", "NormalizedLogSumExp"}  # the base, the limit, a variant
    assert known - unnamed == set(RELAXATIONS)
