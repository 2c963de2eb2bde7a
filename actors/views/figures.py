"""Figures of a report, drawn by matplotlib: told apart without colours, and in print.

Each function returns a `Drawing`: an ``<svg>`` element and a PNG. Words of the first stay text,
so they can be selected, read aloud, and shown in any script that the reader's fonts have. The
same numbers give the same figure, to the byte.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from actors.types import content_key
from actors.views.blocks import Drawing, printable
from actors.views.palette import SIGNS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Interval = tuple[float, float]

INK, SOFT, LINE = "#1b1f24", "#59636e", "#d1d9e0"
HATCHES = ("", "////", "\\\\\\\\", "xx", "--")
#: Colour, dashes and marker of each line of a figure (colours: Okabe & Ito 2008).
STROKES = (
    ("#0072b2", "solid", "o"),
    ("#d55e00", "dashed", "s"),
    ("#009e73", "dashdot", "^"),
    ("#cc79a7", "dotted", "D"),
    ("#1b1f24", (0, (5, 1, 1, 1)), "v"),
)
WIDTH = 8.6  # inches; the page scales it
DOTS = 200  # an inch of a PNG
LONGEST_NAME = 38


def bars(
    labels: Sequence[str],
    series: Mapping[str, Sequence[float]],
    colours: Mapping[str, str],
    *,
    ylabel: str,
) -> Drawing:
    """Stacked bars, one a period: a colour and a hatch for each series.

    Args:
        labels: the periods
        series: name to one number a period
        colours: name to colour
    """
    from matplotlib.ticker import MaxNLocator

    with figure_of(2.1, "bars " + " ".join(labels)) as (figure, axes):
        floor = [0.0] * len(labels)
        for number, (name, values) in enumerate(series.items()):
            axes.bar(
                range(len(labels)),
                values,
                bottom=floor,
                label=short(name),
                color=colours[name],
                edgecolor="white",
                hatch=HATCHES[number % len(HATCHES)],
            )
            floor = [low + value for low, value in zip(floor, values, strict=True)]
        _periods(axes, labels)
        axes.set_ylabel(printable(ylabel))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        if len(series) > 1:
            axes.legend(frameon=False, ncols=len(series), loc="lower left", bbox_to_anchor=(0, 1))
        return drawing_of(figure, axes)


def lines(labels: Sequence[str], series: Mapping[str, Sequence[float]], *, ylabel: str) -> Drawing:
    """A line for each name over periods, told apart by colour, dashes and markers.

    Args:
        labels: the periods
        series: name to one number a period; at most five
    """
    from matplotlib.ticker import MaxNLocator

    with figure_of(2.3, "lines " + " ".join((*labels, *series))) as (figure, axes):
        for (name, values), (colour, dashes, marker) in zip(series.items(), STROKES, strict=False):
            axes.plot(
                range(len(labels)),
                values,
                label=short(name),
                color=colour,
                linestyle=dashes,
                marker=marker,
                markersize=5,
                linewidth=1.6,
            )
        _periods(axes, labels)
        axes.set_ylim(bottom=0)
        axes.set_ylabel(printable(ylabel))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0, 1), fontsize=9)
        return drawing_of(figure, axes)


def ranking(
    names: Sequence[str],
    values: Sequence[float],
    *,
    xlabel: str,
    intervals: Sequence[Interval | None] = (),
    colours: Sequence[str] | None = None,
) -> Drawing:
    """A dot for each name, the first on top, with its interval where one is known."""
    with figure_of(0.8 + 0.27 * len(names), "ranking " + xlabel) as (figure, axes):
        places = range(len(names))
        axes.hlines(places, 0, values, color=LINE, linewidth=1.2, zorder=1)
        for place, ends in enumerate(intervals):
            if ends:
                axes.hlines(place, *ends, color=SOFT, linewidth=3.5, alpha=0.55, zorder=2)
        axes.scatter(values, places, s=42, c=list(colours or [INK] * len(names)), zorder=3)
        axes.set_yticks(places, [short(name) for name in names])
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlim(left=0)
        axes.set_xlabel(printable(xlabel))
        axes.tick_params(axis="y", length=0)
        return drawing_of(figure, axes)


@contextmanager
def figure_of(height: float, salt: str) -> Iterator[tuple[Figure, Axes]]:
    """A figure to draw on; its ids come from ``salt``, so that figures of a page differ."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    settings: Any = {
        "svg.hashsalt": printable(salt),
        "svg.fonttype": "none",
        "text.parse_math": False,
        "font.size": 10,
        "text.color": INK,
        "axes.labelcolor": SOFT,
        "axes.edgecolor": SOFT,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.color": SOFT,
        "ytick.color": INK,
        "hatch.linewidth": 0.6,
    }
    with mpl.rc_context(settings), warnings.catch_warnings():
        # Words stay text: the reader's fonts have letters that the one for measuring lacks.
        warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        yield figure, figure.add_subplot()


def drawing_of(figure: Figure, axes: Axes) -> Drawing:
    """What was drawn: as one element with ids of its own, and as PNG."""
    axes.set_axisbelow(True)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=DOTS, metadata={"Software": None})
    return Drawing(_svg(figure), picture.getvalue())


def _svg(figure: Figure) -> str:
    written = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(written, format="svg", metadata=nothing, transparent=True)
    text = written.getvalue()
    return _own_ids(text[text.index("<svg") :].strip())


def _own_ids(svg: str) -> str:
    """The figure with ids that no other figure of the page has, made from what it shows.

    >>> _own_ids('<g id="a"/><use href="#a"/>')
    '<g id="f6c6e-a"/><use href="#f6c6e-a"/>'
    """
    mark = f"f{content_key(svg)[:4]}"
    named = re.sub(r'\bid="', f'id="{mark}-', svg)
    return re.sub(r'(href="#|url\(#)', rf"\g<1>{mark}-", named)


def _periods(axes: Axes, labels: Sequence[str]) -> None:
    every = max(1, -(-len(labels) // 9))
    shown = range(0, len(labels), every)
    axes.set_xticks(list(shown), [short(labels[place]) for place in shown])
    axes.set_xlim(-0.6, max(1, len(labels)) - 0.4)


def short(name: str) -> str:
    """A name that fits beside a figure.

    >>> short("Collective Security Treaty Organization Council of Ministers")
    'Collective Security Treaty Organizati…'
    """
    clean = printable(name)
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 1] + "…"


COOPERATION, CONFLICT, NEUTRAL = SIGNS["+"], SIGNS["-"], SIGNS["0"]
