"""The first lines of a report: what an analyst would tell in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from actors.study.findings.material import Material, count
from actors.study.findings.relations import leaning, opposed, structural
from actors.views.blocks import Points, Section


def brief(material: Material) -> Section:
    """The findings in short, each of them shown below."""
    return Section("brief", "In short", (Points(tuple(_points(material))),))


def _points(material: Material) -> Iterator[str]:
    period = f", {material.period}" if material.period else ""
    yield (
        f"{count(len(material.papers), 'document')} "
        f"({count(material.stories, 'different story', 'different stories')}{period}) "
        f"name {count(len(material.graph), 'actor')}."
    )
    yield from _leaders(material)
    yield from _signs(material)


def _leaders(material: Material) -> Iterator[str]:
    table = material.measures
    if len(table) < 3:
        return
    strongest = list(table["name"].head(3))
    yield f"Most connected: {', '.join(strongest)}."
    between = table.sort_values(["betweenness", "name"], ascending=[False, True], kind="stable")
    if between["betweenness"].iloc[0] > 0:
        yield f"Most often between others: {', '.join(between['name'].head(3))}."


def _signs(material: Material) -> Iterator[str]:
    events = [about for _, _, about in material.stated if not structural(about["type"])]
    good = sum(leaning(about) == "+" for about in events)
    bad = sum(leaning(about) == "-" for about in events)
    if events:
        yield f"{count(good, 'tie')} of cooperation and {bad:,} of conflict are stated."
    pairs = opposed(material)
    if pairs:
        named = [" and ".join(map(material.name, pair)) for pair, _, _ in pairs[:3]]
        yield (
            f"Of {count(len(pairs), 'pair')}, both are reported: {'; '.join(named)}"
            + (" and others." if len(pairs) > 3 else ".")
        )
