"""One self-contained page for one network: ``write`` to a file, ``html`` as text."""

from __future__ import annotations

import html as markup
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from actors.types import Key
from actors.views import assets, drawing, layout, payload
from actors.views.palette import KINDS, SIGNS

Measures = Mapping[str, Mapping[Key, float]]


def write(
    graph: nx.MultiDiGraph[Any],
    path: Path,
    *,
    title: str = "Actor network",
    size_by: str | Mapping[Key, float] = "strength",
    measures: Measures | None = None,
    about: Mapping[str, object] | None = None,
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
    """
    written = html(graph, title=title, size_by=size_by, measures=measures, about=about)
    path.write_bytes(written.encode("utf-8", "replace"))


def html(
    graph: nx.MultiDiGraph[Any],
    *,
    title: str = "Actor network",
    size_by: str | Mapping[Key, float] = "strength",
    measures: Measures | None = None,
    about: Mapping[str, object] | None = None,
) -> str:
    """The page as text; see `write` for the arguments."""
    chosen, table = _table(graph, size_by, measures or {})
    net = drawing.draw(graph, layout.positions(graph), table[chosen])
    data = payload.network(graph) | {
        "title": payload.legible(title),
        "nodes": net.nodes,
        "edges": net.edges,
        "options": net.options,
        "measures": payload.measures(graph, table),
        "sizeBy": chosen,
        "radius": [drawing.SMALLEST, drawing.LARGEST],
        "kinds": {kind: look._asdict() for kind, look in KINDS.items()},
        "signs": SIGNS,
        "about": [[str(label), payload.legible(value)] for label, value in (about or {}).items()],
    }
    return _filled(title, payload.to_json(data))


def frame(page: str, height: int = 720) -> str:
    """The page inside a notebook's cell, cut off from the notebook.

    >>> frame("<p>", 100)
    '<iframe srcdoc="&lt;p&gt;" sandbox="allow-scripts allow-downloads" style="width:100%;height:100px;border:0"></iframe>'
    """  # noqa: E501
    content = markup.escape(page, quote=True)
    sandbox = 'sandbox="allow-scripts allow-downloads"'
    style = f'style="width:100%;height:{height}px;border:0"'
    return f'<iframe srcdoc="{content}" {sandbox} {style}></iframe>'


def strength(graph: nx.MultiDiGraph[Any]) -> dict[Key, float]:
    """The sum of the weights of an actor's ties, in and out."""
    return {key: float(total) for key, total in graph.degree(weight="weight")}


def _table(
    graph: nx.MultiDiGraph[Any], size_by: str | Mapping[Key, float], measures: Measures
) -> tuple[str, dict[str, Mapping[Key, float]]]:
    table = dict(measures)
    if not isinstance(size_by, str):
        return "size", {"size": size_by, **table}
    if size_by not in table:
        table = {"strength": strength(graph), **table}
    return (size_by if size_by in table else "strength"), table


def _filled(title: str, data: str) -> str:
    library, script = assets.drawing_library(), assets.own_script()
    parts = {
        "policy": assets.policy(library, script),
        "title": markup.escape(payload.legible(title)),
        "style": assets.template("page.css"),
        "data": data,
        "library": library,
        "script": script,
    }
    page = assets.template("page.html")
    pieces = page.split("@@")  # text, name, text, name, ..., text
    return "".join(parts[piece] if i % 2 else piece for i, piece in enumerate(pieces))
