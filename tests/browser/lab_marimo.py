"""A marimo app in a subprocess, with a widget in it, cut off from the person's own settings."""

import os
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab_server import REPOSITORY, free_port, insist

APP = """import marimo

app = marimo.App(width="full")


@app.cell
def _():
    import marimo as mo
{code}
    return e, mo


@app.cell
def _(e, mo):
    shown = mo.ui.anywidget(e)
    shown
    return (shown,)


@app.cell
def _(e, mo, shown):
    shown.value
    mo.Html("<pre id=python>" + str({said}) + "</pre>")
    return


if __name__ == "__main__":
    app.run()
"""
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextmanager
def marimo_app(code: str, said: str, seconds: float = 60) -> Iterator[str]:
    """The address of an app that shows the widget which ``code`` makes as ``e``, and in an element
    `python` the expression ``said``, again after every change of the widget."""
    with tempfile.TemporaryDirectory(prefix="marimo-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        app = APP.format(code=textwrap.indent(code, "    "), said=said)
        (home / "app.py").write_text(app, encoding="utf-8")
        port = free_port()
        options = ["--headless", "--no-token", "--host", "127.0.0.1", "--port", str(port)]
        with open(home / "log", "wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "marimo", "run", "app.py", *options],
                cwd=home,
                env=_environment(home),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            url = f"http://127.0.0.1:{port}/"
            deadline = time.monotonic() + seconds
            while not _answers(url):
                if process.poll() is not None or time.monotonic() > deadline:
                    words = (home / "log").read_text("utf-8", errors="replace")[-3000:]
                    raise RuntimeError(f"marimo did not start; its log ends:\n{words}")
                time.sleep(0.1)
            yield url
        finally:
            process.terminate()
            insist(process)


def _answers(url: str) -> bool:
    try:
        with _direct.open(f"{url}health", timeout=5):
            return True
    except OSError:
        return False


def _environment(home: Path) -> dict[str, str]:
    ours = ("MARIMO", "XDG", "PYTHONWARNINGS", "PYTEST", "COVERAGE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    paths = [str(REPOSITORY), kept.get("PYTHONPATH", "")]
    return {**kept, "HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, paths))}
