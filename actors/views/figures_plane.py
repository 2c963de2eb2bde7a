"""Figures in which actors are points of a plane: scatter plots with quadrants, and the network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.types import Key
from actors.views.blocks import Drawing, printable
from actors.views.figures import INK, LINE, SOFT, WIDTH, drawing_of, figure_of, short
from actors.views.palette import KINDS, SIGNS, look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: matplotlib's markers for the shapes that the page gives to kinds.
MARKERS = {
    "dot": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "triangleDown": "v",
    "hexagon": "h",
}
LETTER, LETTERS_HIGH = 5.6, 12.0  # points: the usual width and the height of a letter of a label
#: Where a name may stand: left or right, and so many lines up or down; the best first.
BESIDE = (
    *((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)),
    *((0, 2), (0, -2), (1, 2), (1, -2), (-1, 2), (-1, -2)),
)


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points of print."""


@dataclass(frozen=True, slots=True)
class Point:
    """An actor in a figure; ``label`` is empty where its name isn't shown."""

    x: float
    y: float
    label: str
    kind: str
    size: float = 46.0


def scatter(
    points: Sequence[Point],
    *,
    xlabel: str,
    ylabel: str,
    middle: tuple[float, float],
    corners: tuple[str, str, str, str],
    height: float = 5.4,
) -> Drawing:
    """Actors by two scores, in four fields.

    Args:
        points: in the order of importance: the first get their names where names collide
        middle: where the fields meet
        corners: names of the fields: upper right, upper left, lower left, lower right
        height: of the figure, in inches
    """
    with figure_of(height, "scatter " + xlabel) as (figure, axes):
        axes.axvline(middle[0], color=LINE, linewidth=1.2, zorder=0)
        axes.axhline(middle[1], color=LINE, linewidth=1.2, zorder=0)
        _draw(axes, points)
        axes.margins(0.08, 0.14)  # above and below, names find room inside the frame
        axes.set_xlabel(printable(xlabel))
        axes.set_ylabel(printable(ylabel))
        figure.draw_without_rendering()
        _corners(axes, corners)
        _names(axes, points, corners)
        _legend(axes, points)
        return drawing_of(figure, axes)


def network(
    points: Mapping[Key, Point], ties: Iterable[tuple[Key, Key, str, float]], *, height: float = 6.4
) -> Drawing:
    """The network as it lies on the page: ties by sign, actors by kind.

    Args:
        points: actor to its place; the largest get their names where names collide
        ties: two actors, ``"+"``, ``"-"`` or ``"0"``, and the width of the line
    """
    styles = {"+": "solid", "-": "dashed", "0": "solid"}
    with figure_of(height, "network") as (figure, axes):
        for one, other, sign, width in ties:
            ends = points[one], points[other]
            axes.plot(
                [end.x for end in ends],
                [end.y for end in ends],
                color=SIGNS[sign] if sign != "0" else LINE,
                linestyle=styles[sign],
                linewidth=width,
                zorder=1 if sign == "0" else 2,
            )
        placed = sorted(points.values(), key=lambda one: (-one.size, one.label, one.x))
        _draw(axes, placed)
        axes.set_aspect("equal", adjustable="datalim")
        axes.margins(0.06)
        axes.invert_yaxis()
        axes.axis("off")
        figure.draw_without_rendering()
        _names(axes, placed)
        _legend(axes, placed)
        return drawing_of(figure, axes)


def _draw(axes: Axes, points: Sequence[Point]) -> None:
    for point in points:
        kind = look(point.kind)
        axes.scatter(
            [point.x],
            [point.y],
            s=point.size,
            c=kind.colour,
            marker=MARKERS[kind.shape],
            edgecolors="white",
            linewidths=0.6,
            zorder=3,
            clip_on=False,
        )


def _corners(axes: Axes, corners: tuple[str, str, str, str]) -> None:
    places = ((1, 1), (0, 1), (0, 0), (1, 0))
    for name, (x, y) in zip(corners, places, strict=True):
        axes.annotate(
            short(name).upper(),
            (x, y),
            xycoords="axes fraction",
            xytext=(-4 if x else 4, -4 if y else 4),
            textcoords="offset points",
            ha="right" if x else "left",
            va="top" if y else "bottom",
            color=SOFT,
            fontsize=8,
        )


def _names(axes: Axes, points: Sequence[Point], corners: Sequence[str] = ()) -> None:
    """Write each name beside its point where there is room; leave out those without."""
    pixels = [axes.transData.transform((one.x, one.y)) * 72 / axes.figure.dpi for one in points]
    taken = [
        (x - one.size**0.5 / 2, y - one.size**0.5 / 2, x + one.size**0.5 / 2, y + one.size**0.5 / 2)
        for one, (x, y) in zip(points, pixels, strict=True)
    ]
    taken += _corner_boxes(axes, corners)
    frame = axes.get_window_extent().transformed(axes.figure.dpi_scale_trans.inverted())
    left, right = (0.0, WIDTH * 72) if not axes.axison else (frame.x0 * 72, WIDTH * 72)
    lowest = frame.y0 * 72 if axes.axison else float("-inf")
    for point, (x, y) in zip(points, pixels, strict=True):
        name = short(point.label)
        for side in BESIDE if name else ():
            box = _box(x, y, point.size**0.5 / 2 + 2, len(name), side)
            inside = left <= box[0] and box[2] <= right and lowest <= box[1]
            if inside and not any(_overlap(box, b) for b in taken):
                taken.append(box)
                _write(axes, point, name, side)
                break


def _corner_boxes(axes: Axes, corners: Sequence[str]) -> list[Box]:
    """The room that the names of the fields take, in points of print."""
    frame = axes.get_window_extent().transformed(axes.figure.dpi_scale_trans.inverted())
    boxes = []
    for name, (right, top) in zip(corners, ((1, 1), (0, 1), (0, 0), (1, 0)), strict=False):
        wide = len(short(name)) * LETTER
        x = frame.x1 * 72 - wide - 4 if right else frame.x0 * 72 + 4
        y = frame.y1 * 72 - LETTERS_HIGH - 4 if top else frame.y0 * 72 + 4
        boxes.append((x, y, x + wide, y + LETTERS_HIGH))
    return boxes


def _write(axes: Axes, point: Point, name: str, side: tuple[int, int]) -> None:
    away = point.size**0.5 / 2 + 2
    axes.annotate(
        name,
        (point.x, point.y),
        xytext=(side[0] * away, _shift(away, side)),
        textcoords="offset points",
        ha={1: "left", 0: "center", -1: "right"}[side[0]],
        va="center" if side[1] == 0 else "bottom" if side[1] > 0 else "top",
        color=INK,
        fontsize=9,
        zorder=4,
        annotation_clip=False,
    )


def _box(x: float, y: float, away: float, letters: int, side: tuple[int, int]) -> Box:
    """The room that a name takes beside a point, in points of print.

    >>> _box(100.0, 50.0, 5.0, 10, (1, 0))
    (105.0, 44.0, 161.0, 56.0)
    """
    wide = letters * LETTER
    left = {1: x + away, 0: x - wide / 2, -1: x - away - wide}[side[0]]
    below = LETTERS_HIGH / 2 if side[1] == 0 else 0.0 if side[1] > 0 else LETTERS_HIGH
    low = y + _shift(away, side) - below
    return (left, low, left + wide, low + LETTERS_HIGH)


def _shift(away: float, side: tuple[int, int]) -> float:
    """How far up a name stands from its point: beside it, or one or two lines off."""
    if side[1] == 0:
        return 0.0
    lines = (abs(side[1]) - 1) * LETTERS_HIGH
    return (1 if side[1] > 0 else -1) * (away + lines + (3 if side[0] else 0))


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(axes: Axes, points: Sequence[Point]) -> None:
    from matplotlib.lines import Line2D

    there = {point.kind for point in points}
    handles = [
        Line2D([], [], marker=MARKERS[one.shape], color=one.colour, linestyle="", label=one.label)
        for kind, one in KINDS.items()
        if kind in there
    ]
    axes.legend(
        handles=handles, frameon=False, ncols=6, loc="lower left", bbox_to_anchor=(0, 1), fontsize=9
    )
