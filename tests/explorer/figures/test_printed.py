"""Laws of every picture on paper, over all explorers and all choices that alter what they draw."""

import subprocess
import sys
from io import BytesIO
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

import explorer as package
from explorer.figures import printed
from explorer.figures.printed import BAR, PIXELS, as_page_png, length, sheet, wrapped
from explorer.numbers import OWN

EXPLORERS = [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
FIGURES = Path(printed.__file__).parent
SIZES = (1, 2, 8, 16)
TIES = [2.0, 2.0, 2.0, 5.0, 5.0, 5.0, 5.0, 7.0]
FAR_APART = [1e5, -123.456, 1e-5, 12345.6, -9.87654e-7, 0.1, 1e8, -1e8]
BESIDES = {
    "NetworkExplorer": [{"flow": 3}, {"flow": 3, "below": "hard network"}],
    "JacobianExplorer": [
        {"out": 3, "into": 1},
        {"outputs": "top k", "k": 1},
        {"outputs": "top k", "k": 3, "out": 7, "into": 0},
        {"relaxation": "softmax", "alpha": float("inf"), "outputs": "top k", "k": 2},
    ],
    "RankingExplorer": [{"ranking_transpose": True}, {"sigma": 100.0}, {"ranking_focus": 5}],
    "AlphaExplorer": [{"a": -5, "b": 5}, {"a": 5, "b": 5}],
    "RelaxationGallery": [{"gallery_output": 7}, {"alpha": 0.0}],
    "SortAnythingExplorer": [
        *({"pieces": pieces} for pieces in (2, 16)),
        *(
            {"pieces": 16, "material": f"complex numbers by {by}"}
            for by in ("modulus", "real part")
        ),
        {"table": [[1e5, -1.5, 3], [2, 3, 4]], "material": "table", "column": 3},
        {"table": [[k * 10.0**c for c in range(6)] for k in range(16)], "material": "table"},
        {"alpha": 0.0},
        {"alpha": float("inf")},
    ],
    "LearningExplorer": [{"task": "line", "points": [(1, 1), (5, 2), (9, 9)]}, {"steps": 1000}],
}
"""Choices that are neither one of several nor numbers, and those that work together."""


def numbers(n):
    return np.random.default_rng(n).normal(scale=3, size=n).round(2).tolist()


def cases():
    """Every explorer at several sizes, its largest too, and under every choice that it offers."""
    for explorer in EXPLORERS:
        name = explorer.__name__
        takes_numbers = name != "SortAnythingExplorer"
        few = {"draws": 2} if name == "ErrorExplorer" else {}
        yield pytest.param((explorer, few), id=f"{name}-as it begins")
        for n in (*SIZES, explorer.most_values) if takes_numbers else ():
            yield pytest.param((explorer, {"values": numbers(n), **few}), id=f"{name}-{n}")
        for words, values in (("ties", TIES), ("far apart", FAR_APART)) if takes_numbers else ():
            yield pytest.param((explorer, {"values": values, **few}), id=f"{name}-{words}")
        for field in explorer.fields:
            for value in [value for value, _ in field.get("options", ()) if value != OWN]:
                choice = {field["name"]: value, **few}
                yield pytest.param((explorer, choice), id=f"{name}-{field['name']}-{value}")
        for choice in BESIDES.get(name, ()):
            yield pytest.param((explorer, choice), id=f"{name}-{choice}"[:90])


@pytest.fixture(scope="module", params=cases())
def drawn(request):
    """A picture on paper, the box of all that is on it, in inches, and the words that are written
    on it with their boxes, in pixels."""
    explorer, choices = request.param
    shown = explorer(**choices)
    figure, written = shown.printed(), []
    shown.close()
    draw = Text.draw
    with pytest.MonkeyPatch.context() as patch, printed.rc_context(printed.STYLE):
        patch.setattr(
            Text, "draw", lambda text, renderer: written.append(text) or draw(text, renderer)
        )
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        renderer = canvas.get_renderer()
        texts = [
            (text.get_text(), text.get_window_extent(renderer))
            for text in written
            if text.get_visible() and text.get_text().strip()
        ]
        whole = figure.get_tightbbox(renderer)
    return figure, whole, texts


def test_every_panel_is_at_least_a_fifth_of_the_sheet_wide(drawn):
    figure, _, _ = drawn
    widths = [axes.get_position().width for axes in figure.axes if axes.get_label() != BAR]
    assert widths
    assert min(widths) >= 0.2


def test_nothing_stands_outside_the_sheet(drawn):
    figure, whole, texts = drawn
    width, height = figure.get_size_inches()
    pixel = 1 / figure.dpi
    assert min(whole.x0, whole.y0) >= -pixel
    assert whole.x1 <= width + pixel
    assert whole.y1 <= height + pixel
    outside = [
        words
        for words, box in texts
        if min(box.x0, box.y0) < 0 or box.x1 > figure.bbox.width or box.y1 > figure.bbox.height
    ]
    assert outside == []


def test_no_two_texts_overlap(drawn):
    _, _, texts = drawn
    boxes = [(words, box.padded(-0.6)) for words, box in texts]
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.overlaps(other)] == []


def test_no_layout_engine_is_at_work(drawn):
    figure, _, _ = drawn
    assert figure.get_layout_engine() is None
    assert not any(text.get_wrap() for text in figure.findobj(Text))


def test_the_picture_of_a_page_is_small_and_says_how_wide_it_is_to_be():
    with sheet("In words.", 5, 2) as paper:
        paper.axes(1, 0, 3, 1).imshow([[0, 1]], printed.SIGNED, vmin=-1, vmax=1, aspect="auto")
    picture, size = as_page_png(paper.figure)
    image = Image.open(BytesIO(picture))
    assert size["width"] == 5 * PIXELS
    assert image.width == printed.DENSITY * size["width"]
    assert image.mode == "P"
    colours = [colour for _, colour in sorted(image.convert("RGB").getcolors(), reverse=True)]
    assert colours[0] == (255, 255, 255)
    assert colours[1] == tuple(int(printed.POSITIVE[k : k + 2], 16) for k in (1, 3, 5))


def test_each_of_many_colours_of_a_map_stays_what_it_is():
    shares = np.linspace(0, 1, 64).reshape(8, 8)
    with sheet("Words, words, words, " * 30, 9, 4) as paper:
        axes = paper.axes(1, 0, 3, 3, xticks=[], yticks=[])
        axes.set_axis_off()
        axes.imshow(shares, printed.SHARES, vmin=0, vmax=1, aspect="auto")
        paper.axes(5, 0, 3, 3).plot(np.random.default_rng(1).random((40, 20)))
    seen = np.asarray(Image.open(BytesIO(as_page_png(paper.figure)[0])).convert("RGB")).astype(int)
    height, width = (
        size / inches for size, inches in zip(seen.shape, (paper.head + 4, 9), strict=False)
    )
    centres = (np.arange(8) + 0.5) * 3 / 8
    rows = ((paper.head + centres) * height).astype(int)
    shown = seen[rows[:, None], ((1 + centres) * width).astype(int)]
    meant = 255 * printed.SHARES(shares)[..., :3]
    assert np.abs(shown - meant).max() <= 2 ** (8 - printed.BITS)


def test_letters_are_grey_whatever_colours_there_are_besides():
    shown = package.NetworkExplorer()
    picture, _ = as_page_png(shown.printed())
    shown.close()
    seen = np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(int)
    words = seen[: int(0.6 * PIXELS * printed.DENSITY)]
    assert (words < 64).all(axis=-1).sum() > 100
    assert np.ptp(words, axis=-1).max() < 48  # a tint that no one sees


def test_a_rare_colour_that_no_other_comes_near_is_kept():
    with sheet("Words, words, words, " * 30, 9, 4) as paper:
        axes = paper.axes(1, 0, 7, 3)
        axes.imshow(np.linspace(0, 1, 600)[None], printed.SHARES, vmin=0, vmax=1, aspect="auto")
        axes.plot([300], [0], "o", color="#d9660f", markersize=3)
    seen = np.asarray(Image.open(BytesIO(as_page_png(paper.figure)[0])).convert("RGB")).astype(int)
    assert np.abs(seen - (0xD9, 0x66, 0x0F)).sum(axis=-1).min() < 24


def test_words_are_as_long_as_matplotlib_draws_them():
    words = "Under smoothmax, alpha = 0.12: 9.9993 % (±∞)"
    with sheet("", 9, 1) as paper:
        paper.write(1, 0, words)
        [text] = paper.figure.texts
        renderer = FigureCanvasAgg(paper.figure).get_renderer()
        drawn = text.get_window_extent(renderer).width / paper.figure.dpi
    assert length(words, 9) == pytest.approx(drawn, rel=0.03)
    assert all(length(line, 9) <= 1.5 for line in wrapped(words, 1.5, 9))
    assert " ".join(wrapped(words, 1.5, 9)) == words


@pytest.mark.parametrize("module", sorted(path.stem for path in FIGURES.glob("*_print.py")))
def test_what_prints_imports_no_plotly(module):
    code = f"import sys, explorer.figures.{module}; sys.exit('plotly' in sys.modules)"
    stub = "import sys, types; from importlib.machinery import ModuleSpec\n"
    stub += "package = types.ModuleType('explorer'); package.__path__ = [sys.argv[1]]\n"
    stub += "sys.modules['explorer'] = package\n"
    done = subprocess.run([sys.executable, "-c", stub + code, str(FIGURES.parent)], check=False)
    assert done.returncode == 0


def test_matplotlib_is_imported_when_a_picture_is_needed_and_not_before():
    code = (
        "import sys, explorer\n"
        "names = [name for name in explorer.__all__ if name != 'ExplorerState']\n"
        "made = [getattr(explorer, name)() for name in names]\n"
        "before = 'matplotlib' in sys.modules\n"
        "made[0].svg()\n"
        "sys.exit(before or 'matplotlib' not in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
