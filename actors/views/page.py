"""One self-contained page for one network: ``write`` to a file, ``html`` as text."""

from __future__ import annotations

import hashlib
import html as markup
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx

from actors.atomic import write_text
from actors.factuality import STATUSES
from actors.types import Json, Key
from actors.views import (
    assets,
    atlas,
    columns,
    drawing,
    layout,
    opening,
    payload,
    perspectives,
    safe_text,
)
from actors.views.deflate import deflated
from actors.views.discourse import Contested, Discourse, contested, discourses
from actors.views.evidence import evidence
from actors.views.grids import Grid, grids
from actors.views.palette import COMMUNITIES, DASHES, KINDS, REST, SIGNS

Measures = Mapping[str, Mapping[Key, float]]
Interval = tuple[float, float, float, float]
"""Low and high end of a measure, lowest and highest rank."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about a network beyond its ties, for the page to show.

    Args:
        communities: actor to the number of its community, counted from 0
        titles: number of a community to its name
        intervals: measure to actor to its interval
        structural: types of stated ties that tell who belongs where: a layer of their own
        definitions: type of tie to what it means
        texts: document to its whole text, to be read on the page
        grids: the stakeholders of issues
        discourses: who is for and who against what
        contested: pairs of which sentences contradict each other
    """

    communities: Mapping[Key, int] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    intervals: Mapping[str, Mapping[Key, Interval]] = field(default_factory=dict)
    structural: Collection[str] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[Key, str] = field(default_factory=dict)
    grids: Sequence[Grid] = ()
    discourses: Sequence[Discourse] = ()
    contested: Sequence[Contested] = ()


def write(
    graph: nx.MultiDiGraph[Key],
    path: Path,
    *,
    title: str = "Actor network",
    size_by: str | Mapping[Key, float] = "strength",
    measures: Measures | None = None,
    about: Mapping[str, object] | None = None,
    found: Found = Found(),
    view: str | None = None,
) -> None:
    """Write the page of a network; an old file is replaced.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write
        title: what stands on top
        size_by: the measure that the size of an actor shows: its name in ``measures``, or
            actor to value. ``"strength"`` is counted here if ``measures`` lacks it.
        measures: name to actor to value; the reader of the page can choose among them
        about: what is said of the run, as label to value: documents, dates, settings
        found: communities, intervals and layers, where they are known
        view: what the page opens with: ``"support"``, ``"belonging"``, ``"together"`` or
            ``"everything"``; if left out, support where there are ties enough, else everything
    """
    text = html(
        graph,
        title=title,
        size_by=size_by,
        measures=measures,
        about=about,
        found=found,
        view=view,
    )
    write_text(path, text)


def html(
    graph: nx.MultiDiGraph[Key],
    *,
    title: str = "Actor network",
    size_by: str | Mapping[Key, float] = "strength",
    measures: Measures | None = None,
    about: Mapping[str, object] | None = None,
    found: Found = Found(),
    view: str | None = None,
    live: bool = False,
) -> str:
    """The page as text; see `write` for the arguments.

    A ``live`` page stands in the review desk: its actors and sentences lead to the desk's screens.
    """
    shown = perspectives.parts(graph, found.structural)
    chosen, table = _table(graph, size_by, measures or {})
    places = layout.positions(graph, groups=found.communities or None)
    known = payload.network(graph, found.structural)
    data = known | {
        "id": _identity(graph),
        "title": safe_text.legible(title),
        "looks": payload.looks(drawing.draw(graph, places, table[chosen])),
        "options": drawing.OPTIONS,
        "measures": {
            name: columns.packed(of) for name, of in payload.measures(graph, table).items()
        },
        "intervals": payload.intervals(graph, found.intervals),
        "communities": payload.communities(graph, found.communities, found.titles),
        "sizeBy": chosen,
        "radius": [drawing.SMALLEST, drawing.LARGEST],
        "opening": _opening(graph),
        "kinds": {kind: look._asdict() for kind, look in KINDS.items()},
        "signs": SIGNS,
        "dashes": DASHES,
        "statuses": dict(STATUSES),
        "perspectives": payload.perspectives(graph, perspectives.places(shown)),
        "view": view or perspectives.first(shown),
        "period": payload.period(graph),
        "actors": columns.table(map(payload.told, known["actors"])),
        "ties": {name: columns.packed(of) for name, of in known["ties"].items()},
        "land": atlas.outline() if shown["map"] else [],
        "homes": payload.homes(graph, shown["map"]),
        "verbs": payload.verbs(graph, found.definitions),
        "grids": grids(graph, found.grids),
        "discourses": discourses(graph, found.discourses),
        "contested": contested(graph, found.contested),
        "palette": {"communities": COMMUNITIES, "rest": REST},
        "about": [[str(label), safe_text.legible(value)] for label, value in (about or {}).items()],
    }
    quotes = evidence(graph, found.texts, live=live)
    return _filled(
        title,
        safe_text.to_json(data | ({"live": True} if live else {})),
        deflated(safe_text.to_json(quotes)),
    )


def frame(page: str, height: int = 720) -> str:
    """The page inside a notebook's cell, cut off from the notebook.

    >>> frame("<p>", 100)
    '<iframe srcdoc="&lt;p&gt;" sandbox="allow-scripts allow-downloads" style="width:100%;height:100px;border:0"></iframe>'
    """  # noqa: E501
    content = markup.escape(page, quote=True)
    sandbox = 'sandbox="allow-scripts allow-downloads"'
    style = f'style="width:100%;height:{height}px;border:0"'
    return f'<iframe srcdoc="{content}" {sandbox} {style}></iframe>'


def strength(graph: nx.MultiDiGraph[Key]) -> dict[Key, float]:
    """The sum of the weights of an actor's ties, in and out."""
    return {key: float(total) for key, total in graph.degree(weight="weight")}


def _table(
    graph: nx.MultiDiGraph[Key], size_by: str | Mapping[Key, float], measures: Measures
) -> tuple[str, dict[str, Mapping[Key, float]]]:
    table = dict(measures)
    if not isinstance(size_by, str):
        return "size", {"size": size_by, **table}
    if size_by not in table:
        table = {"strength": strength(graph), **table}
    return (size_by if size_by in table else "strength"), table


def _identity(graph: nx.MultiDiGraph[Key]) -> str:
    """The same for the same actors: pinned places are kept under it in the reader's browser."""
    return hashlib.sha256(
        "\n".join(sorted(map(str, graph))).encode("utf-8", "replace")
    ).hexdigest()[:16]


def _opening(graph: nx.MultiDiGraph[Key]) -> dict[str, Json]:
    """The numbers of the actors, strongest first, and with how many of them the page opens."""
    number = {key: index for index, key in enumerate(graph)}
    order = opening.strongest_first(graph, opening.strengths(graph))
    return {
        "order": [number[key] for key in order],
        "everything": opening.EVERYTHING,
        "actors": opening.ACTORS,
        "ties": opening.TIES,
    }


def _filled(title: str, data: str, quotes: str) -> str:
    library, script = assets.drawing_library(), assets.own_script()
    parts = {
        "policy": assets.policy(library, script),
        "title": markup.escape(safe_text.legible(title)),
        "style": assets.template("page.css"),
        "data": data,
        "evidence": quotes,
        "library": library,
        "script": script,
    }
    page = assets.template("page.html")
    pieces = page.split("@@")  # text, name, text, name, ..., text
    return "".join(parts[piece] if i % 2 else piece for i, piece in enumerate(pieces))
