"""The first page: what was found, in sentences that lead to their evidence, and the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from actors.analysis.disputes import DisputeEvidence, disputes
from actors.analysis.measuring import together
from actors.factuality import status
from actors.network.views import happened
from actors.report.material import Material, StatedTie
from actors.report.picture import picture
from actors.report.said import (
    belonging,
    between,
    cited,
    clause,
    deeds,
    listed,
    of_pair,
    sentences,
    support,
)
from actors.types import Key
from actors.views.blocks import Block, Claim, Claims, Section, Text
from actors.views.wording import count

_MOST = 5
_LATE = 0.5
"""The share of the dated documents after which what is told for the first time is new."""


def finding(material: Material) -> Section:
    """What the documents tell, in five sentences; the network; how far to trust both."""
    found = [said for tell in _TELLING for said in tell(material)][:_MOST]
    blocks: list[Block] = [Text(_read(material))]
    if found:
        blocks.append(Claims(tuple(found), ranked=True))
    else:
        blocks.append(Text("No sentence states what one actor did to another."))
    return Section(
        "finding", "The finding", (*blocks, *picture(material), Text(_caution(material)))
    )


def _read(material: Material) -> str:
    period = f", {material.period}" if material.period else ""
    stories = count(material.stories, "different story", "different stories")
    said = len(material.numbers)
    return (
        f"In {count(len(material.papers), 'document')} ({stories}{period}), "
        f"{count(said, 'sentence')} {'states' if said == 1 else 'state'} what ties "
        f"{count(len({end for edge in material.stated for end in edge[:2]}), 'actor')}. "
        "The numbers in brackets lead to these sentences in the annex."
    )


def _caution(material: Material) -> str:
    return (
        "All of it was read by a program. It tells what these documents say, not what is true, and "
        "it misses ties: what is absent here may still be in the documents. "
        + " ".join(_limits(material))
    ).strip()


def _limits(material: Material) -> Iterator[str]:
    from actors.report.corpus import FEW_STORIES, ONE_VOICE, loudest

    if material.stories < FEW_STORIES:
        told = count(material.stories, "story", "stories")
        yield f"With {told} only, one more article could change who comes first."
    source, times = loudest(material.papers)
    if source and times > ONE_VOICE * len(material.papers) > 1:
        yield f"{source} wrote {times / len(material.papers):.0%} of the documents."
    undated = len(material.papers) - len(material.days)
    if undated > len(material.papers) / 2:
        yield f"{undated:,} of {len(material.papers):,} documents have no date."


def _opposition(material: Material) -> Iterator[Claim]:
    yield from _sharpest(material, "-", "The sharpest conflict is told of")


def _backing(material: Material) -> Iterator[Claim]:
    yield from _sharpest(material, "+", "The closest cooperation is told of")


def _sharpest(material: Material, sign: str, opening: str) -> Iterator[Claim]:
    """The pair with most sentences of a sign, those of most stories first."""
    pairs = of_pair(deeds(material, sign))
    if not pairs:
        return
    known = {pair: (len(_stories(edges)), sentences(edges)) for pair, edges in pairs.items()}
    best = max(known.values())
    pair = next(pair for pair in pairs if known[pair] == best)
    edges = pairs[pair]
    names = " and ".join(material.name(key) for key in sorted(pair, key=_acting(edges)))
    told = count(best[1], "sentence")
    more = f" in {count(best[0], 'story', 'stories')}" if best[0] > 1 else ""
    told += f"{more}{_since(material, edges)}"
    yield Claim(
        f"{opening} {names}: {between(material, edges, 2)} ({told}).", cited(material, edges)
    )


def _since(material: Material, edges: list[StatedTie]) -> str:
    """The first day; it need not be the first of all where a sentence has none."""
    days = sorted(about["first"] for *_, about in edges if about["first"])
    if not days:
        return ""
    dated = all(happened(one) for *_, about in edges for one in about["evidence"])
    return f", {'first told' if dated else 'the first that has a date'} {material.day(days[0])}"


def _acting(edges: list[StatedTie]) -> Callable[[Key], tuple[int, Key]]:
    """Who acts more stands first."""
    return lambda key: (-sum(edge[0] == key for edge in edges), key)


def _stories(edges: list[StatedTie]) -> set[object]:
    return {one["story"] for *_, about in edges for one in about["evidence"]}


def _bridge(material: Material) -> Iterator[Claim]:
    """The actor on most shortest ways, and two of its partners that meet nowhere else."""
    table = material.measures.sort_values(
        ["betweenness", "name"], ascending=[False, True], kind="stable"
    )
    plain = together(material.graph)
    for key in table.index[table["betweenness"] > 0][:_MOST]:
        of = of_pair(edge for edge in deeds(material) if key in edge[:2])
        partners = [next(end for end in pair if end != key) for pair in of]
        apart = next(
            (
                (one, other)
                for number, one in enumerate(partners)
                for other in partners[number + 1 :]
                if not plain.has_edge(one, other)
            ),
            None,
        )
        if apart:
            edges = [edge for edge in deeds(material) if key in edge[:2] and {*edge[:2]} & {*apart}]
            first = [next(edge for edge in edges if end in edge[:2]) for end in apart]
            named = " and ".join(map(material.name, apart))
            yield Claim(
                f"{material.name(key)} bridges: it is tied to {named}, whom these documents never "
                f"name together ({'; '.join(clause(material, edge) for edge in first)}).",
                cited(material, first, 2),
            )
            return


def _new(material: Material) -> Iterator[Claim]:
    """The best supported tie that is told only in the later half of the dated documents."""
    if len(set(material.days)) < 2 or len(material.days) < len(material.papers) / 2:
        return
    middle = material.days[int(len(material.days) * _LATE)]
    late = [
        edges
        for edges in of_pair(deeds(material, "+-")).values()
        if all(about["first"] and about["first"] >= middle for *_, about in edges)
        and all(one["date"] for *_, about in edges for one in about["evidence"])
    ]
    if late and middle > material.days[0]:
        edges = late[0]
        others = f"; {count(len(late) - 1, 'more pair')} likewise" if len(late) > 1 else ""
        yield Claim(
            f"New since {material.day(middle)}: {between(material, edges, 2)}{others}.",
            cited(material, edges),
        )


def _disputed(material: Material) -> Iterator[Claim]:
    found = [one for one in disputes(material.graph) if not one.lone]
    if not found:
        return
    first = max(found, key=lambda one: min(len(one.holds), len(one.against)))
    sides = [side[0] for side in (first.holds, first.against)]
    names = " and ".join(sorted(map(material.name, first.pair)))
    told = "; but ".join(_told(material, one) for one in sides)
    more = f" {count(len(found) - 1, 'more pair')} likewise." if len(found) > 1 else ""
    opening = (
        f"What is told of {names} is contradictory"
        if first.kind == "denied"
        else f"Both cooperation and conflict are told of {names}"
    )
    numbers = tuple(sorted({material.number(one.sentence) for one in sides}))
    yield Claim(f"{opening}: {told}.{more}", numbers)


def _told(material: Material, one: DisputeEvidence) -> str:
    """Who says what, and when."""
    said = f"{material.name(one.source)} {one.words} {material.name(one.target)}"
    when = f", {material.day(one.day)}" if one.day else ""
    return f"{said} ({one.voice}{when})"


def _open(material: Material) -> Iterator[Claim]:
    """What is only planned, demanded or possible, of the actors most written about."""
    edges = sorted(
        (
            edge
            for edge in material.stated
            if status(edge[2]) in ("planned", "demanded", "possible", "conditional")
            and not belonging(edge[2], material.types)
        ),
        key=support(material),
    )
    if edges:
        shown = edges[:2]
        more = f"; {count(len(edges) - len(shown), 'more tie')}" if len(edges) > 2 else ""
        said = "; ".join(clause(material, edge) for edge in shown)
        yield Claim(
            f"Not done, only planned, asked for or possible: {said}{more}.", cited(material, shown)
        )


def _most_told(material: Material) -> Iterator[Claim]:
    names = [material.name(key) for key in material.measures.index[:3]]
    if len(names) == 3 and material.measures["strength"].iloc[0] > 0:
        yield Claim(f"Most is written about {listed(names)}.")


_TELLING: tuple[Callable[[Material], Iterator[Claim]], ...] = (
    *(_opposition, _backing, _bridge, _new, _disputed, _open, _most_told),
)
