"""Who stands where in the network: brokers, and for the annex the measures of top actors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.analysis.measuring import together
from actors.report.material import Material
from actors.types import Key
from actors.views import figures
from actors.views.blocks import Block, Heading, Picture, Section, Table, Text, Warn
from actors.views.palette import look
from actors.views.wording import count

if TYPE_CHECKING:
    import networkx as nx

_TOP = 15
_LEADING = ("strength", "betweenness")
BROKERS, CUT_OFF, EACH = 5, 4, 5
ONE_STORY = 0.5
"""The share of an actor's strength from which one story speaks for it."""


def top(material: Material) -> Section:
    """The actors that stand out on each measure."""
    table = material.measures.head(_TOP)
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
    header = (
        *("Rank", "Actor", "Kind", "Mentions", "Documents", "Strength", "Largest story"),
        "Betweenness",
    )
    rows = tuple(
        _row(material, f"{rank}{_ranks(material, key)}", key)
        for rank, key in enumerate(table.index, start=1)
    )
    listed = Table("The strongest actors", header, rows, frozenset({0, *range(3, 8)}))
    explained = Text(
        "Strength is the number of sentences that an actor shares with others, counted for each "
        "of them, a reprint once; “largest story” is the share of it that comes from "
        "one story. Betweenness is the share of shortest paths between two others that run "
        "through it. Both describe whom these documents write about together, which isn't power "
        "by itself."
    )
    shown: tuple[Block, ...] = (picture, listed, *_by_kind(material)) if rows else ()
    sure = (*_uncertainty(material), *_one_story(material, list(table.index)))
    return Section(
        "measures", "Measures of the most connected actors", (explained, *sure, *shown), annex=True
    )


def _by_kind(material: Material) -> Iterator[Table]:
    """The strongest of each kind: states would hide the people and bodies behind them."""
    table = material.measures[material.measures["strength"] > 0]
    rows = tuple(
        (
            look(str(kind)).label,
            f"{len(of):,}",
            "; ".join(
                f"{name} {_number(strength)}"
                for name, strength in zip(of["name"][:EACH], of["strength"][:EACH], strict=True)
            ),
        )
        for kind, of in sorted(table.groupby("kind"), key=lambda item: -item[1]["strength"].sum())
    )
    if len(rows) > 1:
        header = ("Kind", "With ties", "The strongest, with strength")
        yield Table("The strongest of each kind", header, rows, frozenset({1}))


def _one_story(material: Material, keys: list[Key]) -> Iterator[Block]:
    """Actors on top of the list because of one long story."""
    shares = [(material.largest.get(key, 0.0), material.name(key)) for key in keys]
    named = [f"{name} ({share:.0%})" for share, name in shares if share >= ONE_STORY]
    if named and material.stories > 1:
        more = f" and {len(named) - EACH} more of these {len(keys)}" if len(named) > EACH else ""
        yield Warn(
            f"Half or more of the strength of {', '.join(named[:EACH])}{more} comes from a single "
            "story: without it the rank would be another."
        )


def _uncertainty(material: Material) -> Iterator[Block]:
    """What the intervals are, and where the corpus is too small for them."""
    if material.doubt is None:
        return
    draws = material.doubt.attrs.get("draws", {})
    drawn = "; ".join(f"{name} {times:,} times" for name, times in draws.items())
    yield Text(
        "In brackets: 95 % intervals, from drawing as many stories with replacement from "
        "these" + (f" ({drawn})" if drawn else "") + ". They tell how far a number hangs on which "
        "stories were there by chance; they know nothing of what was misread, or of what no "
        "document tells. A drawn corpus has fewer different stories, so that intervals of "
        "betweenness lie mostly to one side of the number."
        + (
            " The network is too large to draw betweenness anew: it has no interval."
            if draws and "betweenness" not in draws
            else ""
        )
    )
    for said in material.doubt.attrs.get("warnings", ()):
        yield Warn(said[:1].upper() + said[1:])


def brokers(material: Material) -> Iterator[Block]:
    """Who stands between others; what would fall apart without them."""
    table = material.measures.sort_values(
        ["betweenness", "name"], ascending=[False, True], kind="stable"
    )
    table = table[table["betweenness"] > 0].head(BROKERS)
    if table.empty:
        return
    plain = together(material.graph)
    rows = tuple(
        (
            f"{table.at[key, 'name']}",
            f"{table.at[key, 'betweenness']:.0%}" + _range(material, key),
            *_cut_off(material, plain, key),
        )
        for key in table.index
    )
    yield Heading("Brokers: who connects others")
    known = any(material.interval("betweenness", key) for key in table.index)
    yield Text(
        "Of the ways from one actor to another over those that they are named together with, the "
        "shortest run through a few. “Lies between” is the share of pairs of actors whose shortest "
        "way runs through this one"
        + (", with what it can be if other stories had been collected" if known else "")
        + ". “Cut off without it” counts the actors that nothing else connects to the rest."
    )
    header = ("Actor", "Lies between", "Cut off without it", "Among them")
    yield Table("Brokers", header, rows, frozenset({1, 2}))


def _range(material: Material, key: Key) -> str:
    known = material.interval("betweenness", key)
    return f" ({known[0]:.0%}–{known[1]:.0%})" if known else ""


def _row(material: Material, rank: str, key: Key) -> tuple[str, ...]:
    about, row = material.graph.nodes[key], material.measures.loc[key]
    strength, *others = (
        _number(float(row[name])) + _interval(material, name, key) for name in _LEADING
    )
    counts = (f"{about['mentions']:,}", f"{about['documents']:,}", strength)
    share = f"{material.largest[key]:.0%}" if key in material.largest else ""
    return (rank, row["name"], str(row["kind"]), *counts, share, *others)


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


def _cut_off(material: Material, plain: nx.Graph[Key], key: Key) -> tuple[str, str]:
    """The actors that lose the way to the largest part if this one is taken out; the strongest."""
    import networkx as nx

    part = nx.node_connected_component(plain, key)
    without = plain.subgraph(part - {key})
    pieces = sorted(nx.connected_components(without), key=lambda piece: (-len(piece), min(piece)))
    lost = {other for piece in pieces[1:] for other in piece}
    strongest = [other for other in material.measures.index if other in lost][:CUT_OFF]
    return f"{len(lost):,}", ", ".join(map(material.name, strongest))
