"""The lesson on array libraries: its core needs NumPy and autograd only; each part on a further
library shows what that library said when the page was made, and does nothing where it is
missing."""

import nbformat
import pytest
from execute import keep
from test_course import FOLDER
from worked import library_of, predicted, tags, worked_of

from explorer import libraries
from explorer.libraries import LIBRARIES, installed, tried

LESSON = FOLDER / "10_any_array_library.ipynb"
SHOWN = [key for key in LIBRARIES if key not in ("numpy", "autograd", "cupy")]


def code_cells(path):
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def printed(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


def said_by(cells, capsys, names):
    """What each of these cells prints when run one after another, by its source."""
    said = {}
    for cell in cells:
        capsys.readouterr()
        exec(compile(cell.source, "a cell", "exec"), names)
        said[cell.source] = capsys.readouterr().out
    return said


def only_numpy(name):
    return name if name in ("numpy", "autograd") else None


def core(cells):
    return [cell for cell in cells if not library_of(cell) and "exercise" not in tags(cell)]


def of(key, cells):
    return [cell for cell in cells if library_of(cell) == key]


@pytest.mark.parametrize("key", SHOWN)
def test_the_committed_pages_show_what_the_library_said(key):
    name = LIBRARIES[key].name
    worked = of(key, code_cells(worked_of(LESSON)))
    asked = [cell.source for cell in predicted(nbformat.read(LESSON, as_version=4).cells)]
    lines = [line for cell in worked for line in printed(cell).splitlines()]
    assert all(line.startswith(name) for line in lines)
    assert lines[0].endswith("values same, gradient same")
    assert len(lines) >= 3
    assert not [line for line in lines if "differs" in line]
    assert [printed(cell) for cell in of(key, code_cells(LESSON))] == [
        "" if cell.source in asked else printed(cell) for cell in worked
    ]


def test_every_cell_that_needs_a_library_says_which_and_is_left_out_by_nbval():
    for path in (LESSON, worked_of(LESSON)):
        for cell in code_cells(path):
            key = library_of(cell)
            assert bool(key) == ("installed(" in cell.source)
            assert not key or key in SHOWN
            assert bool(key) == ("nbval-skip" in tags(cell))


def test_without_any_of_them_nothing_fails_and_nothing_is_said(monkeypatch, capsys):
    monkeypatch.setattr(libraries, "find_spec", only_numpy)
    cells = code_cells(LESSON)
    names = {}
    said_by(core(cells), capsys, names)
    optional = [cell for key in SHOWN for cell in of(key, cells)]
    assert len(optional) >= len(SHOWN)
    assert set(said_by(optional, capsys, names).values()) == {""}
    names["network"].close()


@pytest.fixture
def by_default():
    """JAX as a reader has it, in float32, whatever other tests of this process have chosen."""
    if not installed("jax"):
        yield
        return
    import jax

    chosen = jax.config.jax_enable_x64
    jax.config.update("jax_enable_x64", False)
    yield
    jax.config.update("jax_enable_x64", chosen)


@pytest.mark.usefixtures("by_default")
@pytest.mark.parametrize("key", SHOWN)
def test_where_it_is_installed_each_part_alone_says_what_the_page_shows(key, capsys):
    if not installed(key):
        pytest.skip(f"{LIBRARIES[key].name} is not installed")
    worked, names = code_cells(worked_of(LESSON)), {}
    shown = [cell for cell in core(worked) if "solution" not in tags(cell)]
    said_by(shown, capsys, names)
    for source, said in said_by(of(key, worked), capsys, names).items():
        assert said == next(printed(cell) for cell in worked if cell.source == source)
    names["network"].close()


@pytest.mark.parametrize("key", LIBRARIES)
def test_every_library_that_is_installed_gives_the_same(key):
    if not installed(key):
        pytest.skip(f"{LIBRARIES[key].name} is not installed, or has no GPU")
    result = tried(key)
    assert (result.values, result.gradient) == ("same", "same")


def notebook(outputs, source="if installed('jax'): ..."):
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": ["library:jax"]}, outputs=outputs)
    return nbformat.v4.new_notebook(cells=[cell])


OUTPUT = nbformat.v4.new_output("stream", text="JAX | same\n")


def test_a_missing_library_keeps_what_it_said_before(monkeypatch):
    monkeypatch.setattr(libraries, "find_spec", only_numpy)
    run = notebook([])
    keep(run, notebook([OUTPUT]))
    assert run.cells[0].outputs == [OUTPUT]
    with pytest.raises(LookupError, match=r"^jax is not installed, and this cell is new: "):
        keep(notebook([], "installed('jax')"), notebook([OUTPUT]))


def test_an_installed_library_speaks_for_itself(monkeypatch):
    monkeypatch.setattr("execute.installed", lambda key: True)
    run = notebook([])
    keep(run, notebook([OUTPUT]))
    assert run.cells[0].outputs == []
