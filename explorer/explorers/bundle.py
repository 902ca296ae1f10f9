"""What a cell keeps of a widget."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from ..figures.printed import as_page_png
from .lifetime import VIEW

if TYPE_CHECKING:
    import ipywidgets
    from matplotlib.figure import Figure


def bundle_of(
    widget: ipywidgets.Widget, figure: Figure, alt: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The live view, where there is a kernel, and for everywhere else a picture with its words:
    PNG, which is shown in a notebook that is not trusted, and printed by way of LaTeX, as it is."""
    picture, size = as_page_png(figure)
    bundle: dict[str, Any] = {
        "text/plain": repr(widget),
        "image/png": b64encode(picture).decode(),
    }
    if widget.comm is not None:
        bundle[VIEW] = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    return bundle, {"image/png": {**size, "alt": alt}}
