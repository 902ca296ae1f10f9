"""Pictures at print quality: matplotlib figures, without pyplot and its global state, as SVG, PNG
and GIF.

Every part of a sheet stands in a rectangle that arithmetic gives it: a layout engine, which draws
all of it several times to find out how large it is, takes longer than the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from PIL import Image

from ..style import NEGATIVE, POSITIVE, number

SHARES = LinearSegmentedColormap.from_list("shares", ["#ffffff", POSITIVE])
SIGNED = LinearSegmentedColormap.from_list("signed", [NEGATIVE, "#ffffff", POSITIVE])
INK, QUIET, FAINT = "#1a1a1a", "#5a5a5a", "#bdbdbd"
ACCENT = "#c2185b"
"""Of what is chosen, or is present: that of a light page."""
FONT = "DejaVu Sans"
PIXELS = 96
"""A page's own pixels in an inch of a sheet: what a picture in a notebook is wide in."""
DENSITY = 1.25
"""Dots of a notebook's picture for each of these pixels."""
BITS, AREAS, EDGES = 5, 128, 14
"""A notebook's picture tells colours apart by so many bits of each of their parts, and has so many
of them at most for what is filled, and so many, besides ``GREYS``, for letters and all edges."""
GREYS = np.array([[grey] * 3 for grey in (0x1A, 0x3A, 0x5A, 0x7A, 0x9A, 0xB5, 0xD0)])
"""Letters are of no colour, whatever else is drawn."""
MARGIN, HEADING, LINE = 0.14, 0.27, 0.175
"""Inches: about a sheet, of the line of its title, of a line of its words."""
BAR = "colour bar"
"""The label of the axes that hold one: all others are panels."""
STYLE = {
    "text.parse_math": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": "#3c3c3c",
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.titley": 1.0,
    "axes.titleweight": "bold",
    "font.family": FONT,
    "font.size": 9,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "diffsort",
    "text.hinting": "no_hinting",
    "xtick.color": QUIET,
    "xtick.labelsize": 8,
    "ytick.color": QUIET,
    "ytick.labelsize": 8,
}
"""What every printed figure looks like; the figures are made and saved under it. Titles stand where
they stand: to look for what is in their way takes as long as to draw it. Letters are not hinted:
words are as long at every density."""


@dataclass(frozen=True)
class Sheet:
    """A figure of so many inches. Its parts are placed in inches from its left edge and from below
    the words at its head."""

    figure: Figure
    width: float
    height: float
    head: float

    def axes(
        self, left: float, top: float, width: float, height: float, **settings: object
    ) -> Axes:
        """A panel, with the properties that ``settings`` names (title, xlabel, xlim ...)."""
        whole = self.head + self.height
        low = 1 - (self.head + top + height) / whole
        axes = self.figure.add_axes((left / self.width, low, width / self.width, height / whole))
        axes.locator_params(nbins=6)
        axes.set(**settings)
        return axes

    def blank(self, left: float, top: float, width: float, height: float) -> Axes:
        """A panel without spines and ticks whose units are page's pixels, from its top left."""
        axes = self.axes(left, top, width, height)
        axes.set(xlim=(0, width * PIXELS), ylim=(height * PIXELS, 0))
        axes.set_axis_off()
        return axes

    def bar(
        self,
        colours: ScalarMappable,
        left: float,
        top: float,
        length: float,
        ticks: Sequence[float] | None = None,
        labels: Sequence[str] | None = None,
        across: bool = False,
    ) -> None:
        """The scale of the colours: an upright strip with its numbers at its right, or one
        ``across`` with its numbers below it."""
        low, high = colours.get_clim()
        size = (length, 0.1) if across else (0.1, length)
        axes = self.axes(left, top, *size, label=BAR, xticks=[], yticks=[])
        shades = np.linspace(low, high, 64)
        look = {"cmap": colours.get_cmap(), "aspect": "auto", "origin": "lower"}
        if across:
            axes.imshow(shades[None, :], extent=(low, high, 0, 1), **look)
        else:
            axes.imshow(shades[:, None], extent=(0, 1, low, high), **look)
            axes.yaxis.tick_right()
        axes.spines[:].set_visible(False)
        axes.tick_params(length=2, pad=2, labelsize=7)
        marks = [low, (low + high) / 2, high] if ticks is None else ticks
        words = [number(float(f"{mark:.3g}")) for mark in marks] if labels is None else labels
        (axes.set_xticks if across else axes.set_yticks)(marks, words)

    def write(self, x: float, y: float, words: str, size: float = 9, **look: object) -> None:
        """Words whose left and top stand there, so many points large."""
        place = (x / self.width, 1 - (self.head + y) / (self.head + self.height))
        self.figure.text(*place, words, **{"fontsize": size, "va": "top", **look})


@contextmanager
def sheet(words: str, width: float, height: float, title: str = "") -> Iterator[Sheet]:
    """An empty sheet, ``width`` inches wide, with ``height`` inches below the words at its head
    (and the title above these), to be drawn on in the block.

    >>> with sheet("Nothing yet.", 4, 3) as paper:
    ...     axes = paper.axes(1, 0, 2, 2, title="none")
    >>> as_svg(paper.figure, "nothing yet").startswith("<?xml")
    True
    """
    lines = wrapped(words, width - 2 * MARGIN, 9)
    first = HEADING if title else 0.0
    head = MARGIN + first + len(lines) * LINE + (0.08 if words or title else 0.0)
    with rc_context(STYLE):
        paper = Sheet(Figure(figsize=(width, head + height)), width, height, head)
        if title:
            look = {"fontweight": "bold", "color": INK}
            paper.write(MARGIN, MARGIN - head, title, 11, **look)
        if words:
            above = MARGIN + first - head
            paper.write(MARGIN, above, "\n".join(lines), linespacing=1.15, color="#3c3c3c")
        yield paper


def wrapped(words: str, width: float, size: float) -> list[str]:
    """The words as lines of at most so many inches in letters of ``size`` points.

    >>> wrapped("one two three", 0.6, 9)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in words.split():
        if lines and length(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def length(words: str, size: float, bold: bool = False) -> float:
    """The inches that a line of words takes in letters of ``size`` points.

    >>> round(length("0.9993", 9), 2)
    0.44
    """
    return sum(_advance(letter, bold) for letter in words) * size / 72


@lru_cache(maxsize=512)
def _advance(letter: str, bold: bool) -> float:
    """The width of a letter of size 1."""
    font = get_font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))
    font.set_size(64, 72)
    return font.load_char(ord(letter)).linearHoriAdvance / 65536 / 64


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


def as_page_png(figure: Figure) -> tuple[bytes, dict[str, int]]:
    """The figure as the bytes of a small PNG file for a page, and how many of the page's pixels it
    is to be wide and high.

    What is filled stays the colour that it is, which may be a number's; letters and edges, whose
    many shades are most of a file, take the nearest of few.
    """
    with rc_context(STYLE):
        figure.set_dpi(PIXELS * DENSITY)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        buffer = BytesIO()
        _of_few_colours(canvas).save(buffer, "PNG", compress_level=9)
    across, down = canvas.get_width_height()
    width = round(across / DENSITY)
    return buffer.getvalue(), {"width": width, "height": round(width * down / across)}


def as_gif(
    figure: Figure, moving: Sequence[Artist], steps: Iterable[None], seconds: float, dpi: int = 100
) -> bytes:
    """An animation as the bytes of a GIF file that begins again at its end: each of the ``steps``
    moves the artists that are ``moving``, and is shown for so many seconds; all else is drawn once.
    """
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
            frame = _frame(canvas)
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


def _frame(canvas: FigureCanvasAgg) -> Image.Image:
    size = canvas.get_width_height(physical=True)
    return Image.frombuffer("RGBA", size, canvas.buffer_rgba()).convert("RGB")


def _of_few_colours(canvas: FigureCanvasAgg) -> Image.Image:
    """What is drawn, in ``AREAS`` colours of what is filled and ``EDGES`` of what is not: a dot is
    filled whose neighbours in some square of four look alike."""
    parts = np.moveaxis(np.asarray(canvas.buffer_rgba())[..., :3], -1, 0)
    kind = _kind(parts.astype(np.uint16))
    square = (kind[1:, 1:] == kind[1:, :-1]) & (kind[1:, 1:] == kind[:-1, 1:])
    square &= kind[1:, 1:] == kind[:-1, :-1]
    filled = np.zeros(kind.shape, bool)
    for down in (slice(1, None), slice(-1)):
        for along in (slice(1, None), slice(-1)):
            filled[down, along] |= square
    some = parts[:, ::2, ::2].astype(np.uint32)  # every square has one of these dots
    areas, _ = _colours(some[:, filled[::2, ::2]])
    areas = areas[:AREAS]
    edges = np.concatenate([_palette(*_colours(some.reshape(3, -1)), EDGES), GREYS])
    palette, place = np.unique(np.concatenate([areas, edges]), axis=0, return_inverse=True)
    place = place.ravel().astype(np.uint8)
    present = np.flatnonzero(np.bincount(kind.ravel()))
    to_area, to_edge = _nearest(present, areas), _nearest(present, edges) + len(areas)
    image = Image.fromarray(np.where(filled, place[to_area][kind], place[to_edge][kind]), "P")
    image.putpalette(palette.astype(np.uint8).tobytes())
    return image


def _colours(parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The colours, shape (m, 3), the commonest first, and how often each is there; of those of one
    kind, the commonest."""
    red, green, blue = parts
    known, counts = np.unique(red << 16 | green << 8 | blue, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    known, counts = np.stack([known >> 16, known >> 8 & 255, known & 255])[:, order], counts[order]
    _, first = np.unique(_kind(known), return_index=True)
    first.sort()
    return known[:, first].T.astype(np.int64), counts[first]


def _nearest(present: np.ndarray, palette: np.ndarray) -> np.ndarray:
    """For each kind of colour, where it is present: the place of the nearest in the palette."""
    middles = np.stack([present >> 2 * BITS, present >> BITS, present], axis=1) % (1 << BITS)
    cut = 8 - BITS
    far = (((middles << cut) + (1 << cut) // 2)[:, None] - palette) ** 2
    nearest = np.zeros(1 << 3 * BITS, np.int64)
    nearest[present] = np.argmin(far.sum(axis=-1), axis=1)
    nearest[_kind(palette.T)] = np.arange(len(palette))
    return nearest


def _kind(parts: np.ndarray) -> np.ndarray:
    """Red, green and blue, each cut to ``BITS`` bits, as one number."""
    red, green, blue = parts >> (8 - BITS)
    return red << 2 * BITS | green << BITS | blue


def _palette(colours: np.ndarray, counts: np.ndarray, most: int) -> np.ndarray:
    """``most`` of the colours, shape (m, 3), the commonest first: half of the places for these, the
    others for such as cover something and are far from all that have a place."""
    taken = list(range(min(len(colours), most // 2)))
    near = ((colours[:, None] - colours[taken]) ** 2).sum(axis=-1).min(axis=1)
    while len(taken) < min(len(colours), most):
        taken.append(int(np.argmax(near * np.sqrt(counts))))
        near = np.minimum(near, ((colours - colours[taken[-1]]) ** 2).sum(axis=-1))
    return colours[taken]
