"""Who keeps company with whom, and who stands against whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from actors.study.findings.material import Material, count
from actors.study.findings.relations import leaning, structural
from actors.study.findings.standing import together
from actors.types import Key
from actors.views.blocks import Block, Heading, Section, Table, Text, Warn

SMALLEST, NAMED, STABLE, LISTED = 3, 12, 0.8, 10
LEAST_SIGNED = 6
"""Signed pairs below which a division into two camps says nothing."""


def camps(material: Material) -> Section | None:
    """Communities by co-occurrence, and the two camps nearest to structural balance."""
    blocks = [*_communities(material), *_sides(material)]
    return Section("camps", "Camps", tuple(blocks)) if blocks else None


def _communities(material: Material) -> Iterator[Block]:
    from actors.measures.communities import communities, modularity, scan

    plain = together(material.graph)
    found = communities(plain)
    groups: dict[int, list[Key]] = {}
    for key in material.measures.index:  # the strongest first
        groups.setdefault(found[key], []).append(key)
    large = [members for _, members in sorted(groups.items()) if len(members) >= SMALLEST]
    if len(large) < 2:
        return
    [scanned] = scan(plain, [1.0])
    yield Heading("Who occurs together")
    yield Text(
        "Communities by the Leiden method (Traag, Waltman & van Eck 2019) on co-occurrence: "
        f"modularity {modularity(plain, found):.2f}; drawn again with other seeds, the division "
        f"agrees with itself by {scanned.stability:.2f} (adjusted Rand index, 1 is the same). "
        "Who is written of together need not agree."
    )
    if scanned.stability < STABLE:
        yield Warn("The division changes from seed to seed: don't build on single memberships.")
    shown = large[:LISTED]
    rows = tuple((f"{len(members):,}", _named(material, members)) for members in shown)
    header = ("Actors", "The most central first")
    title = f"The {len(shown)} largest of {len(large)} communities of {SMALLEST} and more actors"
    yield Table(title, header, rows, frozenset({0}))


def _sides(material: Material) -> Iterator[Block]:
    """Two camps with the fewest ties of cooperation across and of conflict within."""
    import networkx as nx

    from actors.measures.balance import frustration
    from actors.measures.signs import signed

    stated = _signed(material)
    ties = signed(stated)
    pairs = max(
        nx.connected_components(ties), key=lambda nodes: (len(nodes), min(nodes)), default=()
    )
    part = ties.subgraph(pairs)
    against = sum(data["sign"] < 0 for _, _, data in part.edges(data=True))
    if part.number_of_edges() < LEAST_SIGNED or not against:
        return
    stated.remove_nodes_from([node for node in list(stated) if node not in pairs])
    split = frustration(stated)
    sides = [[k for k in material.measures.index if split.camps.get(k) == side] for side in (0, 1)]
    sides = [side for side in sides if side]
    yield Heading("Who stands against whom")
    yield Text(
        f"{count(part.number_of_edges(), 'pair')} with stated cooperation or conflict, divided "
        f"into two camps so that as few as possible lie against the division: {split.index}"
        + ("" if split.exact else f" (at least {split.bound})")
        + ". Structural balance: Harary (1959); Aref, Mason & Wilson (2020). An actor with "
        "one signed tie stands where that tie puts it, and other divisions may fit as well."
    )
    rows = tuple((f"{len(side):,}", _named(material, side)) for side in sides)
    yield Table("Camps", ("Actors", "The most central first"), rows, frozenset({0}))
    if split.against:
        named = sorted(" – ".join(sorted(map(material.name, pair))) for pair in split.against)
        yield Text(f"Against the division: {'; '.join(named[:NAMED])}.")


def _signed(material: Material) -> Any:
    """The stated ties of what actors do, without those that are negated or denied."""
    import networkx as nx

    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    graph.add_nodes_from(material.graph.nodes(data=True))
    for source, target, about in material.stated:
        if not structural(about["type"]) and leaning(about) != "0":
            graph.add_edge(source, target, **about)
    return graph


def _named(material: Material, members: list[Key]) -> str:
    more = f" and {len(members) - NAMED:,} more" if len(members) > NAMED else ""
    return ", ".join(material.name(key) for key in members[:NAMED]) + more
