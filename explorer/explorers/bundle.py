"""What a cell keeps of a widget."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import anywidget
from IPython import get_ipython

from ..figures.printed import as_page_png
from .lifetime import VIEW

if TYPE_CHECKING:
    import ipywidgets
    from matplotlib.figure import Figure


def bundle_of(
    widget: ipywidgets.Widget, figure: Figure, alt: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The live view, where somebody is there to see it, and for everywhere else a picture with its
    words: PNG, which is shown in a notebook that is not trusted, and printed by way of LaTeX, as it
    is. Of a program that executes a notebook only the picture is kept: exporters prefer a view
    whose widget was saved, and draw it with scripts that they fetch, or show nothing.

    What a host asks to know of an anywidget's view (Colab: where its manager is) is anywidget's to
    say."""
    picture, size = as_page_png(figure)
    bundle: dict[str, Any] = {
        "text/plain": repr(widget),
        "image/png": b64encode(picture).decode(),
    }
    metadata: dict[str, Any] = {"image/png": {**size, "alt": alt}}
    if widget.comm is not None and _is_watched():
        view, known = anywidget.AnyWidget._repr_mimebundle_(widget)
        bundle[VIEW] = view[VIEW]
        metadata |= known
    return bundle, metadata


def _is_watched() -> bool:
    """Whether a person may see what a cell shows while the kernel runs. A program that executes a
    notebook (nbclient, and so nbconvert, papermill, Jupyter Book, nbgrader) lets no cell ask for
    input; of these, Voila alone shows it to somebody."""
    shell = get_ipython()
    parent = shell.get_parent() if shell is not None and hasattr(shell, "get_parent") else {}
    if parent.get("content", {}).get("allow_stdin", True):
        return True
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila/")
