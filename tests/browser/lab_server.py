"""A real JupyterLab server in a subprocess, cut off from the person's own settings and from the
network."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from explorer.__main__ import configured

REPOSITORY = Path(__file__).resolve().parents[2]
TOKEN = "only-for-tests-on-this-machine"
OPTIONS = [
    "--no-browser",
    "--ServerApp.port_retries=0",
    f"--IdentityProvider.token={TOKEN}",
    "--LabApp.expose_app_in_browser=True",
    "--JupyterNotebookApp.expose_app_in_browser=True",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Server:
    url: str
    root: Path
    home: Path

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def ask(self, path: str, method: str = "GET") -> Any:
        headers = {"Authorization": f"token {TOKEN}"}
        data = b"" if method == "POST" else None
        request = urllib.request.Request(
            f"{self.url}/{path}", data=data, headers=headers, method=method
        )
        with _direct.open(request, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def reset(self) -> None:
        """Stop every kernel and forget what a page has chosen (its theme, its layout)."""
        for session in self.ask("api/sessions"):
            self.ask(f"api/sessions/{session['id']}", "DELETE")
        for kernel in self.ask("api/kernels"):
            self.ask(f"api/kernels/{kernel['id']}", "DELETE")
        for folder in ("settings", "workspaces"):
            shutil.rmtree(self.home / folder, ignore_errors=True)

    def trust(self, notebook: str) -> None:
        """What `jupyter trust` does, for the person whose server this is."""
        call = [sys.executable, "-m", "jupyter", "trust", str(self.root / notebook)]
        subprocess.run(call, env=_environment(self.home), check=True, capture_output=True)

    def log(self) -> str:
        return (self.home / "server.log").read_text(encoding="utf-8", errors="replace")


@contextmanager
def jupyter_lab(
    root: Path, settings: dict[str, dict[str, Any]] | None = None, by_the_command: bool = False
) -> Iterator[Server]:
    """Serve `root` with JupyterLab, or have `diffsort-explorer` do it, under the defaults of `make
    lab`, and beside these under those in `settings`, by plugin: {"@jupyterlab/...:tracker": {...}}.
    """
    with tempfile.TemporaryDirectory(prefix="jupyterlab-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        overrides = home / "config" / "labconfig" / "default_setting_overrides.json"
        overrides.parent.mkdir(parents=True)
        overrides.write_text(json.dumps(settings or {}), encoding="utf-8")
        port = free_port()
        server = Server(f"http://127.0.0.1:{port}", Path(root), home)
        # `-m jupyterlab`, not `-m jupyter lab`: the latter runs whichever jupyter-lab comes first
        # on the PATH.
        program = ["jupyterlab", "--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={root}"]
        if by_the_command:  # which gives the address and the folder itself
            program = ["explorer", str(root), "--"]
        command = [sys.executable, "-m", *program, *OPTIONS, f"--ServerApp.port={port}"]
        environment = _environment(home)
        if hasattr(os, "getuid") and os.getuid() == 0:
            command.append("--allow-root")
        with open(home / "server.log", "wb") as log:
            process = subprocess.Popen(
                command,
                cwd=home,
                env=environment if by_the_command else configured(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                _wait_until_it_answers(server, process)
                yield server
            finally:
                _stop(server, process)


def write_notebook(path: Path, *cells: str) -> Path:
    """A notebook of these code cells, not run yet."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def find_chromium() -> str | None:
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    places += [
        rf"{os.environ.get(name)}\Google\Chrome\Application\chrome.exe"
        for name in ("ProgramFiles", "LOCALAPPDATA")
    ]
    return next((found for found in map(shutil.which, names + places) if found), None)


def _environment(home: Path) -> dict[str, str]:
    ours = ("JUPYTER", "IPYTHON", "PYTHONWARNINGS", "PYTEST", "COVERAGE")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return environment | {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONPATH": os.pathsep.join(
            filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")])
        ),
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(
    server: Server, process: subprocess.Popen[bytes], seconds: float = 60
) -> None:
    deadline = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < deadline:
        try:
            server.ask("api/status")
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(
        f"JupyterLab did not start within {seconds:g} s; its log ends:\n{server.log()[-3000:]}"
    )


def _stop(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Ask first, so that the server stops its kernels; then insist."""
    try:
        server.ask("api/shutdown", "POST")
        process.wait(timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        process.terminate()
    insist(process)


def insist(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a process that was asked to end, and end it where it does not come."""
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
