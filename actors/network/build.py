"""From a study to a plain networkx multigraph whose every edge leads back to sentences."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.names import LAYERS
from actors.network.budget import note_left_out, strongest_pairs, strongest_relations
from actors.network.cooccurrence import cooccurrences, count_pairs
from actors.network.denials import count_denials
from actors.network.edges import Edge
from actors.network.presence import HasConnection, prepare
from actors.network.stated import resolve_relations, stated
from actors.network.windows import cap_of, make_windows, windows_of_actors
from actors.ontology import MARK, OWN_TYPES, ontology
from actors.types import Key, NodeAttributes

if TYPE_CHECKING:
    import duckdb
    import networkx as nx

#: A place is where things happen; it acts only as a country, which is another kind.
KINDS = ("country", "organisation", "person", "group")

_NODES = """
WITH named AS (
    SELECT node, sum(mentions)::BIGINT AS mentions, count(DISTINCT doc) AS documents
    FROM presence GROUP BY node)
SELECT actors.key, actors.name, actors.kind, actors.subtype, actors.aliases,
       actors.identifiers, coalesce(mentions, 0), coalesce(documents, 0)
FROM nodes JOIN actors USING (key) LEFT JOIN named USING (node) ORDER BY nodes.node"""


def build_graph(
    study: HasConnection,
    layers: Collection[str] = LAYERS,
    *,
    window: str = "sentence",
    kinds: Collection[str] = KINDS,
    symmetric: Collection[str] | None = None,
    since: date | None = None,
    until: date | None = None,
    cap: int | None = None,
    min_weight: int = 1,
    evidence: int = 50,
    quoted: int | None = None,
    unnamed: bool = False,
    among: Collection[Key] | None = None,
    strongest: int | None = None,
) -> nx.MultiDiGraph[Key]:
    """The network of a study.

    A node is an actor, with the attributes ``name``, ``kind``, ``subtype``, ``aliases``,
    ``identifiers``, ``mentions`` and ``documents``. An edge is one kind of tie: its key is
    ``layer:type:sign``, with ``:not`` if negated; its ``weight`` counts sentences and is a
    strength, never a distance. Ties that hold both ways are stored once, from the lesser to
    the greater key, with ``directed=False``. Actors without ties are nodes too.

    With co-occurrence, ``graph.graph`` holds ``window``, ``cap``, ``windows`` (that name an
    actor) and ``windows_over_cap``, whose least mentioned actors were left out; where there are
    any, ``windows_fullest`` names those with most actors. Nodes have the attribute ``windows``
    too: how many of them name the actor. If the study has types of ties of its own, ``own_types``
    holds them as JSON.

    Args:
        study: a store, or anything else with a DuckDB ``connection`` to a study
        layers: of ``"cooccurrence"``, ``"stated"`` and ``"background"`` (implied by facts)
        window: what counts as near: ``"sentence"``, a number of sentences such as ``"3"``,
            ``"paragraph"`` or ``"document"``
        kinds: the kinds of actors that are nodes
        symmetric: types of relations that hold both ways; as the table of types says if left out
        since: from this day on: of the event where the text gives it, else of the document
        until: up to and with this day; what has no date is in no period
        cap: at most so many actors of one window are paired; twelve a sentence and fifty in a
            paragraph or document if not given, so that one list does not make the network
        min_weight: leave out pairs that co-occur in fewer sentences
        evidence: keep at most so many sentences for a co-occurrence, the first of each
            document before the second of any; ``weight`` counts all
        quoted: keep them for so many pairs at most, the strongest; for all if left out
        unnamed: let actors in that no document gives a name (*police*, *protesters*); one node
            stands for all that are called by the noun
        among: only these actors, by their keys, and what is between them; all if left out
        strongest: of co-occurrences at most so many, the strongest, and as many pairs of actors
            of which something is stated; all if left out. Where that leaves ties out, so it does
            actors without a tie, and ``graph.graph`` has ``ties_left_out`` and
            ``actors_left_out``

    Raises:
        SettingsError: an unknown layer or window, or a number out of range.
    """
    import networkx as nx

    _check(layers, min_weight, evidence, strongest)
    left_out = 0
    cursor = prepare(study, kinds, since, until, unnamed=unnamed, among=among)
    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    if own := own_types(cursor):
        graph.graph[OWN_TYPES] = own
    graph.add_nodes_from(_nodes(cursor))
    if "cooccurrence" in layers:
        cap = cap_of(window) if cap is None else cap
        windows = make_windows(cursor, window, cap)
        graph.graph.update(
            window=window, cap=cap, windows=windows.total, windows_over_cap=windows.crowded
        )
        if windows.fullest:
            graph.graph["windows_fullest"] = "; ".join(windows.fullest)
        nx.set_node_attributes(graph, windows_of_actors(cursor, graph), "windows")
        count_pairs(cursor, min_weight)
        if strongest is not None:
            left_out += strongest_pairs(cursor, strongest)
        _add(graph, cooccurrences(cursor, evidence, quoted))
    if {"stated", "background"} & set(layers):
        mutual = both_ways(own) if symmetric is None else symmetric
        resolve_relations(cursor, mutual, since, until)
        if strongest is not None:
            left_out += strongest_relations(cursor, strongest)
        _add(graph, stated(cursor, layers))
        count_denials(graph)
    if since or until:
        graph.remove_nodes_from(
            [n for n, seen in graph.nodes(data="mentions") if not (seen or graph.degree(n))]
        )
    if left_out:
        note_left_out(graph, left_out)
    cursor.close()
    return graph


def own_types(cursor: duckdb.DuckDBPyConnection) -> str:
    """The types of ties that the user added, as `actors.ontology.read_own` gives them."""
    found = cursor.execute("SELECT value FROM marks WHERE name = ?", [MARK]).fetchone()
    return str(found[0]) if found else ""


def both_ways(own: str) -> frozenset[str]:
    """Types that hold both ways; all others have a source that acts and a target.

    >>> sorted(both_ways(""))
    ['agree', 'allied_with', 'consult', 'cooperate', 'kin_of', 'opposed_to']
    """
    return frozenset(name for name, type_ in ontology(own).items() if type_.symmetric)


def _check(layers: Collection[str], min_weight: int, evidence: int, strongest: int | None) -> None:
    unknown = sorted(set(layers) - set(LAYERS))
    if unknown or not layers:
        raise SettingsError(
            f"layers {', '.join(unknown) or '(none)'}: choose from {', '.join(LAYERS)}"
        )
    if min_weight < 1 or evidence < 0:
        raise SettingsError("min_weight must be 1 or more, evidence 0 or more")
    if strongest is not None and strongest < 1:
        raise SettingsError("the strongest ties must be 1 or more")


def _nodes(cursor: duckdb.DuckDBPyConnection) -> list[tuple[Key, NodeAttributes]]:
    return [
        (
            key,
            {
                "name": name,
                "kind": kind,
                "subtype": subtype or "",
                "aliases": tuple(aliases),
                "identifiers": tuple((pair["scheme"], pair["value"]) for pair in identifiers),
                "mentions": mentions,
                "documents": documents,
            },
        )
        for key, name, kind, subtype, aliases, identifiers, mentions, documents in cursor.execute(
            _NODES
        ).fetchall()
    ]


def _absent(graph: nx.MultiDiGraph[Key]) -> list[Key]:
    """Actors of whom the period says nothing."""
    named = graph.nodes(data="mentions")
    return [node for node, mentions in named if not mentions and not graph.degree(node)]


def _add(graph: nx.MultiDiGraph[Key], edges: list[Edge]) -> None:
    graph.add_edges_from((edge.source, edge.target, edge.key, edge.attributes()) for edge in edges)
