"""The network in print, and as the frames of an animation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..scenes.network import NetworkScene
from ..style import number
from .inks import input_colours
from .network_ink import Place, draw_hard_outputs, draw_network, place_of
from .printed import FAINT, LINE, MARGIN, PIXELS, QUIET, as_gif, sheet, wrapped

FRAMES_PER_LAYER = 5
WIDTH, VALUES, GAP, FOOT = 9.2, 2.1, 0.34, 0.55
"""Inches: the sheet, the panel of values, the title above it, what stands below it."""


def network_print(scene: NetworkScene) -> Figure:
    """The scene on paper: the strands by wire, and what stands below them."""
    return _drawn(scene)[0]


def network_gif(scene: NetworkScene) -> bytes:
    """The run as an animated GIF: the values on their way from the first column to the last, and a
    while at its end (or, where a gradient is followed, the playhead from the last to the first)."""
    figure, place, wires, below = _drawn(scene)
    (playhead,) = wires.plot([0, 0], [*wires.get_ylim()], ":", color="#c2185b", zorder=3)
    runs = [] if scene.flow else [(wires, scene.tokens)]
    if scene.below == "hard network":
        runs.append((below, scene.hard_tokens))
    tokens = [
        axes.scatter([], [], zorder=4, edgecolors="#1a1a1a", linewidths=0.8) for axes, _ in runs
    ]
    for circles in tokens:
        circles.set_facecolors(input_colours(scene.soft[0]))
    moves = [
        partial(_move_tokens, circles, place, inputs)
        for circles, (_, inputs) in zip(tokens, runs, strict=True)
    ]
    return as_gif(figure, [playhead, *tokens], _steps(place, playhead, moves), seconds=0.08)


def _steps(place: Place, playhead: Line2D, moves: list[partial[None]]) -> Iterator[None]:
    scene = place.scene
    depth = scene.network.depth
    steps = np.linspace(0, depth, depth * FRAMES_PER_LAYER + 1)
    for position in steps[::-1] if scene.flow else [*steps, *[steps[-1]] * 2 * FRAMES_PER_LAYER]:
        layer = min(int(position), depth - 1)
        x = place.x(_between(scene.layout.columns, layer, position - layer) if depth else 0.0)
        playhead.set_xdata([x, x])
        for move in moves:
            move(layer, position - layer, x)
        yield


def _drawn(scene: NetworkScene) -> tuple[Figure, Place, Axes, Axes | None]:
    place, below = place_of(scene, WIDTH), None
    legend = wrapped(scene.legend, WIDTH - 2 * MARGIN, 8)
    lower = {"values": GAP + VALUES + FOOT, "hard network": GAP + place.tall, "nothing": 0.1}
    bottom = place.tall + lower[scene.below]
    words = " ".join(
        filter(None, [scene.flow.words if scene.flow else scene.sentences[-1], scene.note])
    )
    height = bottom + 0.05 + LINE * len(legend) + 0.08
    with sheet(words, WIDTH, height, scene.title) as paper:
        wires = draw_network(paper, place, 0)
        if scene.below == "values":
            draw_hard_outputs(wires, place)
            across = (place.right - place.left) / PIXELS
            below = paper.axes(place.left / PIXELS, place.tall + GAP, across, VALUES)
            _draw_values(below, scene)
        elif scene.below == "hard network":
            below = draw_network(paper, place, place.tall + GAP, hard=True)
            look = {"fontsize": 10, "fontweight": "bold"}
            below.text(place.left, 8, "the hard network", **look)
        elif not scene.flow:
            draw_hard_outputs(wires, place)
        paper.write(MARGIN, bottom + 0.05, "\n".join(legend), 8, color=QUIET)
    return paper.figure, place, wires, below


def _draw_values(axes: Axes, scene: NetworkScene) -> None:
    """The same run by value: of each input its way through the values, and the mean."""
    depth = scene.network.depth
    columns = scene.layout.columns if depth else (0.5,)
    for values, tokens, style in (
        (scene.hard, scene.hard_tokens, ":"),
        (scene.soft, scene.tokens, "-"),
    ):
        ways = [
            np.stack([columns, _heights(scene, _along(values, tokens, k))], axis=1)
            for k in range(scene.network.n)
        ]
        hues = input_colours(scene.soft[0])
        look = {"linewidths": 1.4 if style == "-" else 1.1, "linestyles": style}
        axes.add_collection(LineCollection(ways, colors=hues, **look))
    if not depth:
        axes.plot(columns, _heights(scene, scene.soft[0]), "o", color=hues[0], markersize=5)
    mean = scene.height(scene.mean)
    axes.axhline(mean, color=QUIET, linestyle="--", linewidth=0.8)
    words = f"mean {number(scene.mean)}"
    look = {"va": "center", "fontsize": 8, "color": QUIET, "textcoords": "offset points"}
    axes.annotate(words, (1, mean), (9, 0), **look)
    title = "the same run, by value: solid is soft, dotted is hard, dashed is the mean"
    axes.set(title=title, xlabel="after layer (0 is the input)", xlim=(0, 1), ylim=(-0.05, 1.05))
    every = slice(None, None, max(1, -(-depth // 40)))
    axes.set_xticks(columns[every], [str(k) for k in range(depth + 1)][every])
    axes.set_yticks(*zip(*((scene.height(tick), name) for tick, name in scene.ticks), strict=True))
    axes.yaxis.grid(True, color=FAINT, linewidth=0.4)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _along(values: np.ndarray, tokens: np.ndarray, token: int) -> np.ndarray:
    """What an input becomes at each column, following the larger share."""
    return values[np.arange(len(values)), np.argmax(tokens == token, axis=1)]


def _heights(scene: NetworkScene, values: np.ndarray) -> list[float]:
    return [scene.height(value) for value in values.tolist()]


def _move_tokens(
    circles: PathCollection,
    place: Place,
    tokens: np.ndarray,
    layer: int,
    part: float,
    x: float,
) -> None:
    """Each input's token on its way, following the larger share."""
    if layer < 0:
        circles.set_offsets([(x, place.y(0))])
        return
    ease = part * part * (3 - 2 * part)
    n = place.scene.network.n
    here, there = (
        np.argmax(tokens[layer + k][None, :] == np.arange(n)[:, None], axis=1) for k in (0, 1)
    )
    wires = here * (1 - ease) + there * ease
    circles.set_offsets(np.stack([np.full(n, x), place.y(wires)], axis=1))
    circles.set_sizes([60.0 if n <= 16 else 24.0])


def _between(columns: tuple[float, ...], layer: int, part: float) -> float:
    first = columns[max(layer, 0)]
    return float(first + part * (columns[layer + 1] - first))
