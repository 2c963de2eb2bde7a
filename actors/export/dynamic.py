"""GEXF with time: ties and actors come and go, for Gephi's timeline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkx as nx

from actors.export.flat import flatten
from actors.knowledge.calendar import span

Spell = tuple[str, str]


def write(graph: nx.MultiDiGraph[Any], path: Path) -> None:
    """Write a network as dynamic GEXF 1.2: every node and edge has the days it is reported on.

    A spell is a run of days without a gap, the first and the last included. The day is that of
    the event where the text gives it, else that of the document. What no day is known of, or
    only the month or year, has no spell, and is there always. Of a co-occurrence only the
    days of the sentences that it keeps are written, and its first and last day.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    days = [_days(tie) for _, _, tie in graph.edges(data=True)]
    flat = flatten(graph)
    flat.graph["mode"] = "dynamic"
    of_nodes: dict[Any, set[str]] = {node: set() for node in flat}
    for (source, target, tie), reported in zip(flat.edges(data=True), days, strict=True):
        tie["label"] = tie.get("relation", "")
        tie["spells"] = spells(reported)
        of_nodes[source] |= reported
        of_nodes[target] |= reported
    for node, reported in of_nodes.items():
        flat.nodes[node]["spells"] = spells(reported)
    nx.write_gexf(flat, path, version="1.2draft")


def spells(days: Iterable[str]) -> list[Spell]:
    """Runs of days without a gap: the first and the last day of each.

    >>> spells(["2021-07-06", "2021-07-05", "2021-07-09"])
    [('2021-07-05', '2021-07-06'), ('2021-07-09', '2021-07-09')]
    """
    found: list[Spell] = []
    for day in sorted(set(days)):
        if found and _after(found[-1][1]) == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _days(tie: dict[str, Any]) -> set[str]:
    said = {one.get("event_date") or one.get("date") or "" for one in tie.get("evidence") or ()}
    said |= {str(tie.get("first") or ""), str(tie.get("last") or "")}
    known = [between for each in said if (between := span(each))]
    return {first.isoformat() for first, last in known if first == last}
