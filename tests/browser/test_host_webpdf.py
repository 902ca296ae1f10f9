"""nbconvert to PDF by way of a browser: each explorer's picture is in it, without a network."""

import re

import pytest
from exports import LIVE, STORED, notebook_of
from lab_server import find_chromium
from nbconvert import WebPDFExporter
from playwright.async_api import BrowserType

NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND"


@pytest.mark.parametrize("stored", STORED.values(), ids=STORED)
def test_each_picture_is_in_it(needs_chromium, monkeypatch, stored):
    """With the Chromium of this machine, where nbconvert would take playwright's own."""
    needs_chromium()
    launch = BrowserType.launch
    monkeypatch.setattr(
        BrowserType,
        "launch",
        lambda *given, **named: launch(*given, executable_path=find_chromium(), **named),
    )
    exporter = WebPDFExporter(disable_sandbox=True, browser_args=[NO_NETWORK])
    pdf, _ = exporter.from_notebook_node(notebook_of(stored))
    images = re.findall(rb"/Subtype\s*/Image(?:(?!endobj).)*?/Width (\d+)", pdf, re.S)
    large = [width for width in map(int, images) if width > 600]
    assert len(large) >= len(LIVE)
