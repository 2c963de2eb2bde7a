"""The network in numbers, and who stands where in it: top actors, brokers, camps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from actors.study.findings.material import Material, count
from actors.types import Key
from actors.views import figures
from actors.views.blocks import Block, Facts, Picture, Section, Table, Text, Warn
from actors.views.palette import look

if TYPE_CHECKING:
    import networkx as nx

TOP = 15
LEADING = ("strength", "betweenness", "pagerank")
SPEAKING = {"+": "positive", "-": "negative", "0": "neutral"}


def numbers(material: Material) -> Section:
    """How large the network is, what it is made of, and how it hangs together."""
    graph = material.graph
    plain = together(graph)
    kinds = Counter(str(kind) for _, kind in graph.nodes(data="kind"))
    facts = (
        ("Actors", f"{len(graph):,}"),
        *((look(kind).label, f"{many:,}") for kind, many in sorted(kinds.items(), key=_most)),
        ("Pairs that occur together", f"{plain.number_of_edges():,}"),
        ("Kinds of tie stated", f"{len(material.stated):,}"),
        *_cohesion(plain),
    )
    return Section("numbers", "The network in numbers", (Facts(facts), *_types(material)))


def top(material: Material) -> Section:
    """The actors that stand out on each measure."""
    table = material.measures.head(TOP)
    known = [material.interval("strength", key) for key in table.index]
    intervals = [pair for pair in known if pair]
    picture = Picture(
        figures.ranking(
            list(table["name"]),
            list(table["strength"]),
            xlabel="Strength: sentences shared with other actors",
            intervals=known,
            colours=[look(kind).colour for kind in table["kind"]],
        ),
        "The actors with the most ties, by strength."
        + (" Bars show 95 % intervals." if intervals else ""),
        f"Dots for {count(len(table), 'actor')}; the strongest is {_first(material)}.",
    )
    header = ("", "Actor", "Kind", "Mentions", "Documents", "Strength", "Betweenness", "PageRank")
    rows = tuple(
        _row(material, f"{rank}{_ranks(material, key)}", key)
        for rank, key in enumerate(table.index, start=1)
    )
    listed = Table("The strongest actors", header, rows, frozenset({0, 3, 4, 5, 6, 7}))
    explained = Text(
        "Strength counts the sentences in which an actor occurs with others, a reprint counted "
        "once. Betweenness is the share of shortest paths between two others that run through "
        "it. PageRank counts ties to well-connected actors for more. All three describe "
        "whom these documents write about together, which isn't power by itself."
    )
    sure = _uncertainty(material)
    shown = (picture, listed) if rows else ()
    return Section("actors", "Top actors", (explained, *sure, *shown))


def _uncertainty(material: Material) -> Iterator[Block]:
    """What the intervals are, and where the corpus is too small for them."""
    if material.doubt is None:
        return
    yield Text(
        "In brackets: 95 % intervals, from drawing as many stories with replacement from "
        "these. They tell how far a number hangs on which stories were there by chance; they know "
        "nothing of what was misread, or of what no document tells."
    )
    for said in material.doubt.attrs.get("warnings", ()):
        yield Warn(said[:1].upper() + said[1:])


def brokers(material: Material) -> Section | None:
    """Who stands between others; what would fall apart without them."""
    table = material.measures.sort_values(
        ["betweenness", "name"], ascending=[False, True], kind="stable"
    )
    table = table[table["betweenness"] > 0].head(10)
    if table.empty:
        return None
    plain = together(material.graph)
    ranks = {key: rank for rank, key in enumerate(material.measures.index, start=1)}
    rows = tuple(
        (
            table.at[key, "name"],
            f"{table.at[key, 'betweenness']:.3f}" + _interval(material, "betweenness", key),
            f"{ranks[key]}",
            _cut_off(material, plain, key),
        )
        for key in table.index
    )
    header = ("Actor", "Betweenness", "Rank by strength", "Linked to the rest only through it")
    text = Text(
        "Brokers lie on the shortest paths between others. One that ranks higher here than by "
        "strength connects parts that have little else in common."
    )
    return Section("brokers", "Brokers", (text, Table("Brokers", header, rows, frozenset({1, 2}))))


def together(graph: nx.MultiDiGraph[Any]) -> nx.Graph[Any]:
    """The layer of co-occurrence as a simple graph, on which the measures are taken."""
    from actors.measures import undirected
    from actors.network.views import by_layer

    return undirected(by_layer(graph, "cooccurrence"))


def _cohesion(plain: nx.Graph[Any]) -> Iterator[tuple[str, str]]:
    import networkx as nx

    parts = sorted(map(len, nx.connected_components(plain)), reverse=True)
    if not parts:
        return
    yield "Density", f"{nx.density(plain):.3f}"
    yield "Connected to each other", f"{parts[0]:,} ({parts[0] / len(plain):.0%})"
    yield "Without a tie", f"{sum(size == 1 for size in parts):,}"


def _types(material: Material) -> Iterator[Block]:
    pairs: Counter[tuple[str, str, bool]] = Counter()
    sentences: Counter[tuple[str, str, bool]] = Counter()
    for _, _, about in material.stated:
        kind = (about["type"], about["sign"], about["negated"])
        pairs[kind] += 1
        sentences[kind] += int(about["weight"])
    if not pairs:
        yield Text("No document states a relation between two actors in words that are known.")
        return
    rows = tuple(
        (label(type_, negated), SPEAKING[sign], f"{many:,}", f"{sentences[type_, sign, negated]:,}")
        for (type_, sign, negated), many in sorted(pairs.items(), key=_most)
    )
    header = ("Relation", "Sign", "Pairs", "Sentences")
    yield Table("Relations that documents state", header, rows, frozenset({2, 3}))


def label(type_: str, negated: bool) -> str:
    """A type of relation in words.

    >>> label("member_of", True)
    'not: member of'
    """
    words = type_.replace("_", " ")
    return f"not: {words}" if negated else words


def _row(material: Material, rank: str, key: Key) -> tuple[str, ...]:
    about, row = material.graph.nodes[key], material.measures.loc[key]
    shown = (_number(float(row[name])) + _interval(material, name, key) for name in LEADING)
    counts = (f"{about['mentions']:,}", f"{about['documents']:,}")
    return (rank, row["name"], look(row["kind"]).label, *counts, *shown)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() and value >= 1 else f"{value:.3f}"


def _interval(material: Material, measure: str, key: Key) -> str:
    known = material.interval(measure, key)
    return f" ({_end(known[0])}–{_end(known[1])})" if known else ""


def _end(value: float) -> str:
    """An end of an interval, as exact as it deserves.

    >>> _end(16.43), _end(0.0716), _end(0.0)
    ('16', '0.07', '0')
    """
    return f"{value:.0f}" if value >= 1 or not value else f"{value:.2f}"


def _ranks(material: Material, key: Key) -> str:
    known = material.interval("strength_rank", key)
    return f" ({known[0]:.0f}–{known[1]:.0f})" if known else ""


def _first(material: Material) -> str:
    return str(material.measures["name"].iloc[0]) if len(material.measures) else "nobody"


def _cut_off(material: Material, plain: nx.Graph[Any], key: Key) -> str:
    """The actors that lose the way to the largest part if this one is taken out."""
    import networkx as nx

    part = nx.node_connected_component(plain, key)
    without = plain.subgraph(part - {key})
    pieces = sorted(nx.connected_components(without), key=lambda piece: (-len(piece), min(piece)))
    names = sorted(material.name(other) for piece in pieces[1:] for other in piece)
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(names[:6]) + more


def _most(item: tuple[Any, int]) -> tuple[int, Any]:
    return (-item[1], item[0])
