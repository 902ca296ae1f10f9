"""Pictures at print quality: matplotlib figures, without pyplot and its global state, as SVG, PNG
and GIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from ..style import NEGATIVE, POSITIVE

SHARES = LinearSegmentedColormap.from_list("shares", ["#ffffff", POSITIVE])
SIGNED = LinearSegmentedColormap.from_list("signed", [NEGATIVE, "#ffffff", POSITIVE])
STYLE = {
    "axes.edgecolor": "#bdbdbd",
    "axes.labelcolor": "#3c3c3c",
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
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
    """An empty figure of so many inches, whose parts find room by themselves, to be drawn on in the
    block.

    >>> with sheet(4, 3) as figure:
    ...     axes = figure.subplots()
    >>> as_svg(figure, "nothing yet").startswith("<?xml")
    True
    """
    with rc_context(STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def as_svg(figure: Figure, description: str) -> str:
    """The figure as SVG text, the same on every run, with its description for those who do not see
    it."""
    buffer = BytesIO()
    with rc_context(STYLE):
        figure.savefig(
            buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": description}
        )
    return buffer.getvalue().decode()


def as_png(figure: Figure, description: str, dpi: int = 200) -> bytes:
    """The figure as the bytes of a PNG file, with its description."""
    buffer = BytesIO()
    with rc_context(STYLE):
        figure.savefig(
            buffer, format="png", dpi=dpi, metadata={"Software": None, "Description": description}
        )
    return buffer.getvalue()


def as_gif(
    figure: Figure, moving: Sequence[Artist], steps: Iterable[None], seconds: float, dpi: int = 100
) -> bytes:
    """An animation as the bytes of a GIF file that begins again at its end: each of the ``steps``
    moves the artists that are ``moving``, and is shown for so many seconds; all else is drawn once.
    """
    from PIL import Image

    images = []
    with rc_context(STYLE):
        figure.set_dpi(dpi)
        canvas = FigureCanvasAgg(figure)
        for artist in moving:
            artist.set_animated(True)
        canvas.draw()
        still = canvas.copy_from_bbox(figure.bbox)
        for _ in steps:
            canvas.restore_region(still)
            for artist in moving:
                figure.draw_artist(artist)
            frame = Image.frombuffer(
                "RGBA", canvas.get_width_height(), canvas.buffer_rgba()
            ).convert("RGB")
            images.append(frame.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))
    buffer = BytesIO()
    images[0].save(
        buffer,
        "GIF",
        save_all=True,
        append_images=images[1:],
        duration=round(1000 * seconds),
        loop=0,
    )
    return buffer.getvalue()
