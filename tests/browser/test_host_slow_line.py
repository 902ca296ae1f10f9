"""On a line of 200 kB a second and 300 ms, the first explorer of a kernel is not waited for: what
travels for it is counted, for a machine's own speed says nothing of the line."""

import lab as harness
import pytest
from exports import LIVE

SECOND = 200_000  # bytes
TRIP = 0.3  # seconds
LIMIT = 2.0  # seconds of the line, which leaves one of three to the kernel and the browser


@pytest.mark.parametrize("name", LIVE)
def test_what_the_first_explorer_needs_is_there_within_seconds(lab, server, name):
    harness.write_notebook(server.root / "line.ipynb", "from explorer import *", f"{name}()")
    lab.open("line.ipynb")
    lab.run_cell(0)
    fetched = []
    lab.page.on("response", lambda answer: fetched.append(answer.url))
    with lab.frames() as frames:
        lab.run_cell(1)
        lab.page.locator(".diffsort-explorer canvas").first.wait_for()
    asked = [url for url in fetched if "/api/" not in url and url.startswith("http")]
    assert [url for url in asked if not url.endswith(".ico")] == []  # no script of a server's
    received = frames.of(direction="received")
    assert len(received.of("comm_open")) <= 4  # the program, the explorer, and their layouts
    assert received.size / SECOND + 2 * TRIP <= LIMIT
    assert lab.problems == []
