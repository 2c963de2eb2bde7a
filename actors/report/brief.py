"""The first lines of a report: what an analyst would tell in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from actors.report.material import Material
from actors.report.relations import leaning, opposed, structural
from actors.report.standing import ONE_STORY
from actors.types import Key
from actors.views.blocks import Points, Section
from actors.views.wording import count


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
    yield from _limits(material)


def _leaders(material: Material) -> Iterator[str]:
    table = material.measures
    if len(table) < 3:
        return
    strongest = [f"{material.name(key)}{_rank(material, key)}" for key in table.index[:3]]
    known = " (95 % interval of the rank in brackets)" if strongest[0].endswith(")") else ""
    yield f"Most connected{known}: {', '.join(strongest)}."
    between = table.sort_values(["betweenness", "name"], ascending=[False, True], kind="stable")
    if between["betweenness"].iloc[0] > 0:
        yield f"Most often between others: {', '.join(between['name'].head(3))}."


def _signs(material: Material) -> Iterator[str]:
    events = [
        about for _, _, about in material.stated if not structural(about["type"], material.types)
    ]
    good = sum(leaning(about) == "+" for about in events)
    bad = sum(leaning(about) == "-" for about in events)
    if events:
        yield f"{count(good, 'tie')} of cooperation and {bad:,} of conflict are reported."
    pairs = opposed(material)
    if pairs:
        named = [" and ".join(map(material.name, pair)) for pair, _, _ in pairs[:3]]
        yield (
            f"Of {count(len(pairs), 'pair')}, both are reported: {'; '.join(named)}"
            + (" and others." if len(pairs) > 3 else ".")
        )


def _limits(material: Material) -> Iterator[str]:
    """What a reader of these lines alone has to know."""
    undated = len(material.papers) - len(material.days)
    if undated > len(material.papers) / 2:
        yield f"{undated:,} of {len(material.papers):,} documents have no date: time shows little."
    one = [key for key in material.measures.index[:3] if material.largest.get(key, 0) >= ONE_STORY]
    if one and material.stories > 1:
        yield f"Half or more of the ties of {_listed(material, one)} come from one story."


def _listed(material: Material, keys: list[Key]) -> str:
    return " and ".join(map(material.name, keys))


def _rank(material: Material, key: Key) -> str:
    known = material.interval("strength_rank", key)
    return f" ({known[0]:.0f}–{known[1]:.0f})" if known else ""
