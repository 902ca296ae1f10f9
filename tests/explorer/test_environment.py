from importlib.metadata import PackageNotFoundError

from explorer import environment as module
from explorer.environment import environment


def test_every_package_is_named_and_found_where_the_tests_run():
    *lines, last = environment().splitlines()
    assert last == "Everything is here."
    assert {"Python", "numpy", "plotly", "anywidget"} <= {line.split()[0] for line in lines}
    assert not any(
        line.startswith(("jupyterlab", "pytest", "torch", "ruff")) for line in lines
    )  # extras are not needed


def test_what_is_missing_or_old_is_named(monkeypatch):
    found = {"plotly": None, "numpy": "1.26.4"}
    present = module._found
    monkeypatch.setattr(
        module, "_found", lambda name: found[name] if name in found else present(name)
    )
    text = environment()
    assert "numpy >=2.0: no (1.26.4 found)" in text
    assert "plotly >=6.1: no (none found)" in text
    assert text.endswith(
        "Missing: numpy, plotly. Run `make lab` again, or `pip install 'numpy>=2.0' 'plotly>=6.1'`."
    )


def test_a_package_that_is_not_installed_is_said_to_be_so(monkeypatch):
    def nothing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "requires", nothing)
    assert environment().startswith("diffsort-explorer is not installed")
