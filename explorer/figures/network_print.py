"""The network in print, and as the frames of an animation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path

from ..scenes.network import NetworkScene
from ..style import NEGATIVE, POSITIVE, colour, number
from .printed import as_gif, sheet

QUIET = "#5a5a5a"
FRAMES_PER_LAYER = 5


def network_print(scene: NetworkScene) -> Figure:
    """The scene on paper: the strands by wire, and what stands below them."""
    return _drawn(scene)[0]


def network_gif(scene: NetworkScene) -> bytes:
    """The run as an animated GIF: the values on their way from the first column to the last, and a
    while at its end (or, where a gradient is followed, the playhead from the last to the first)."""
    figure, wires, below = _drawn(scene)
    playhead = wires.axvline(0, color="#c2185b", linestyle=":", zorder=3)
    runs = [] if scene.flow else [(wires, scene.soft, scene.tokens)]
    if scene.below == "hard network":
        runs.append((below, scene.hard, scene.hard_tokens))
    tokens = [
        axes.scatter([], [], zorder=4, edgecolors="#1a1a1a", linewidths=0.8) for axes, *_ in runs
    ]
    moves = [
        partial(_move_tokens, circles, scene, *run)
        for circles, (_, *run) in zip(tokens, runs, strict=True)
    ]
    return as_gif(figure, [playhead, *tokens], _steps(scene, playhead, moves), seconds=0.08)


def _steps(scene: NetworkScene, playhead: Line2D, moves: list[partial[None]]) -> Iterator[None]:
    depth = scene.network.depth
    steps = np.linspace(0, depth, depth * FRAMES_PER_LAYER + 1)
    for position in steps[::-1] if scene.flow else [*steps, *[steps[-1]] * 2 * FRAMES_PER_LAYER]:
        layer = min(int(position), depth - 1)
        x = _between(scene.layout.columns, layer, position - layer) if depth else 0.0
        playhead.set_xdata([x, x])
        for move in moves:
            move(layer, position - layer, x)
        yield


def _drawn(scene: NetworkScene) -> tuple[Figure, Axes, Axes]:
    n, hard = scene.network.n, scene.below == "hard network"
    wires_height = max(n * (0.28 if n <= 16 else 0.15), 1.2)
    with sheet(9.0, 0.7 + wires_height + (wires_height if hard else 2.2)) as figure:
        wires, below = figure.subplots(
            2, 1, height_ratios=[wires_height, wires_height if hard else 2.2]
        )
        _draw_soft(wires, scene)
        if hard:
            _draw_wires(below, scene, scene.hard, _hues(scene, scene.hard.ravel()), hard=True)
            below.set_title("the hard network")
        else:
            _draw_values(below, scene)
        figure.suptitle(scene.title, x=0.01, ha="left", fontsize=11, fontweight="bold")
        figure.supxlabel(scene.legend, x=0.01, ha="left", fontsize=8, color=QUIET)
    return figure, wires, below


def _draw_soft(axes: Axes, scene: NetworkScene) -> None:
    network, columns = scene.network, np.array(scene.layout.columns)
    hues = _hues(scene, scene.soft.ravel())
    if scene.flow:
        hues = [POSITIVE if share > 0 else NEGATIVE for share in scene.flow.nodes.ravel()]
        axes.hlines(range(network.n), 0, 1, color="#bdbdbd", linewidth=0.5, zorder=0)
    _draw_wires(axes, scene, scene.soft, hues)
    for (layer, low, high), offset in zip(
        network.comparator_arrays.T, scene.layout.offsets, strict=True
    ):
        place = _between(columns, layer, offset)
        arrow = {
            "arrowstyle": "-|>",
            "color": QUIET,
            "alpha": 0.6 if network.n <= 16 else 0.25,
            "linewidth": 0.8,
        }
        axes.annotate(
            "", (place, high), (place, low), arrowprops={**arrow, "shrinkA": 0, "shrinkB": 0}
        )
    for stage in scene.layout.stages:
        left, right = columns[stage.first] + 0.005, columns[stage.last] - 0.005
        axes.plot([left, right], [-0.55, -0.55], color="#bdbdbd", linewidth=0.8)
        words = (
            stage.short
            if right - left > 0.01 * len(stage.short)
            else stage.short.removeprefix("stage ")
        )
        axes.text((left + right) / 2, -0.62, words, ha="center", fontsize=7, color=QUIET)
    for wire in _written(scene):
        axes.text(
            1.12,
            wire,
            f"hard {number(scene.hard[-1, wire])}",
            ha="left",
            va="center",
            fontsize=8,
            color=QUIET,
        )


def _draw_wires(
    axes: Axes, scene: NetworkScene, values: np.ndarray, hues: list[str], hard: bool = False
) -> None:
    """Strands and nodes of the soft or the hard network, and the numbers at both ends."""
    n, columns = scene.network.n, scene.layout.columns
    axes.set(xlim=(-0.02, 1.02), ylim=(n - 0.4, -0.9), xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
    axes.add_collection(_strands(scene, hard))
    sizes = [
        14.0 if hard else 14.0 * min(abs(scene.node(k, wire)), 1)
        for k, wire in np.ndindex(values.shape)
    ]
    x, wires = np.repeat(columns, n), np.tile(np.arange(n), len(columns))
    axes.scatter(x, wires, sizes, hues, zorder=3, edgecolors="white", linewidths=0.5)
    for wire in _written(scene):
        axes.text(-0.03, wire, number(values[0, wire]), ha="right", va="center", fontsize=8)
        axes.text(1.03, wire, number(values[-1, wire]), ha="left", va="center", fontsize=8)


def _written(scene: NetworkScene) -> range:
    """The wires that have room for numbers."""
    return range(0, scene.network.n, 1 if scene.network.n <= 32 else 2)


def _strands(scene: NetworkScene, hard: bool) -> PathCollection:
    """Every strand as a curve, as wide as its weight, or as its share of the derivative that flows
    (dashed: negative)."""
    columns, values = scene.layout.columns, scene.hard if hard else scene.soft
    ends = [end for end in scene.strands(hard) if abs(end[3]) > 0.004]
    paths = [_curve(columns[k], columns[k + 1], a, b) for k, a, b, _ in ends]
    if scene.flow and not hard:
        hues = [POSITIVE if share > 0 else NEGATIVE for *_, share in ends]
    else:
        hues = [colour(scene.height(values[k, a])) for k, a, _, _ in ends]
    widths = [0.4 + 3.2 * min(abs(share), 1.0) for *_, share in ends]
    least = 0.6 if scene.flow and not hard else 0.3
    opacities = [least + (0.9 - least) * min(abs(share), 1.0) for *_, share in ends]
    styles = ["--" if share < 0 else "-" for *_, share in ends]
    look = {"linewidths": widths, "linestyles": styles, "alpha": opacities} if ends else {}
    return PathCollection(paths, facecolors="none", edgecolors=hues, **look)


def _curve(x0: float, x1: float, y0: float, y1: float) -> Path:
    middle = (x0 + x1) / 2
    return Path(
        [(x0, y0), (middle, y0), (middle, y1), (x1, y1)],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )


def _draw_values(axes: Axes, scene: NetworkScene) -> None:
    columns = scene.layout.columns
    every = np.arange(scene.network.depth + 1)
    for token in range(scene.network.n):
        hue = colour(scene.height(scene.soft[0, token]))
        for values, tokens, style in (
            (scene.hard, scene.hard_tokens, ":"),
            (scene.soft, scene.tokens, "-"),
        ):
            axes.plot(
                columns,
                values[every, np.argmax(tokens == token, axis=1)],
                style,
                color=hue,
                linewidth=1.2,
            )
    axes.axhline(scene.mean, color=QUIET, linestyle="--", linewidth=0.8)
    axes.set(title="the same run, by value: solid is soft, dotted is hard, dashed is the mean")
    axes.set(xlabel="after layer", ylabel="value", xlim=(-0.02, 1.02))
    axes.set_xticks(columns, [str(k) for k in every], fontsize=7)


def _move_tokens(
    circles: PathCollection,
    scene: NetworkScene,
    values: np.ndarray,
    tokens: np.ndarray,
    layer: int,
    part: float,
    x: float,
) -> None:
    """Each input's token on its way, following the larger share."""
    if layer < 0:
        circles.set_offsets([(x, 0.0)])
        return
    ease = part * part * (3 - 2 * part)
    n = scene.network.n
    here, there = (
        np.argmax(tokens[layer + k][None, :] == np.arange(n)[:, None], axis=1) for k in (0, 1)
    )
    circles.set_offsets(np.stack([np.full(n, x), here * (1 - ease) + there * ease], axis=1))
    circles.set_sizes([60.0 if n <= 16 else 24.0])
    circles.set_facecolors(
        _hues(scene, values[layer, here] * (1 - ease) + values[layer + 1, there] * ease)
    )


def _between(columns: tuple[float, ...] | np.ndarray, layer: int, part: float) -> float:
    first = columns[max(layer, 0)]
    return float(first + part * (columns[layer + 1] - first))


def _hues(scene: NetworkScene, values: np.ndarray) -> list[str]:
    return [colour(scene.height(value)) for value in values]
