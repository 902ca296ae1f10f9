"""Pictures at print quality: matplotlib figures, without pyplot and its global state, as SVG, PNG and GIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

from matplotlib import rc_context
from matplotlib.figure import Figure

STYLE = {
    "axes.edgecolor": "#bdbdbd",
    "axes.labelcolor": "#3c3c3c",
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.titleweight": "semibold",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "diffsort",
    "xtick.color": "#5a5a5a",
    "ytick.color": "#5a5a5a",
}
"""What every printed figure looks like; the figures are made and saved under it."""


@contextmanager
def sheet(width: float = 9.0, height: float = 4.0) -> Iterator[Figure]:
    """An empty figure of so many inches, whose parts find room by themselves, to be drawn on in the block.

    >>> with sheet(4, 3) as figure:
    ...     axes = figure.subplots()
    >>> as_svg(figure, "nothing yet").startswith("<?xml")
    True
    """
    with rc_context(STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def as_svg(figure: Figure, description: str) -> str:
    """The figure as SVG text, the same on every run, with its description for those who do not see it."""
    buffer = BytesIO()
    with rc_context(STYLE):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": description})
    return buffer.getvalue().decode()


def as_png(figure: Figure, description: str, dpi: int = 200) -> bytes:
    """The figure as the bytes of a PNG file, with its description."""
    buffer = BytesIO()
    with rc_context(STYLE):
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None, "Description": description})
    return buffer.getvalue()


def as_gif(frames: Iterable[Figure], seconds: float, dpi: int = 100) -> bytes:
    """The figures one after the other, each shown for so many seconds, as the bytes of a GIF file that begins again at its
    end."""
    from PIL import Image

    images = [Image.open(BytesIO(as_png(frame, "", dpi))).convert("P", palette=Image.Palette.ADAPTIVE) for frame in frames]
    buffer = BytesIO()
    images[0].save(buffer, "GIF", save_all=True, append_images=images[1:], duration=round(1000 * seconds), loop=0)
    return buffer.getvalue()
