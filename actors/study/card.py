"""The card of one actor: who it is, why its names were joined, and what ties it has."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from actors.errors import NotFound
from actors.study.frames.who import known_actors
from actors.types import Actor, Judgement, Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from actors.store.base import Store
    from actors.study.study import Study

LISTED = 8
"""Names that a message lists before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A way an actor is called, how often, and why it was read as this actor."""

    text: str
    mentions: int
    reason: str


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge seen from one of its ends; ``evidence`` are the sentences."""

    other: str
    layer: str
    type: str
    sign: str
    outgoing: bool
    directed: bool
    negated: bool
    weight: float
    evidence: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that a study knows of one actor."""

    actor: Actor
    mentions: int
    documents: int
    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...]
    ties: tuple[Tie, ...]


def card(study: Study, name: str) -> Card:
    """Find an actor by name, alias or key, and collect what is known of it.

    Raises:
        NotFound: nobody has the name, or several have; the message lists who is near
    """
    with study.store() as store:
        actor = find(known_actors(store), name)
    graph = study.graph()
    about = graph.nodes[actor.key] if actor.key in graph else {}
    with study.store() as store:
        members = set(actor.members)
        judgements = tuple(
            each
            for each in store.all(Judgement)
            if {each.left, each.right} & (members | {actor.key})
        )
        aliases = tuple(_aliases(store, actor.key))
    return Card(
        actor=actor,
        mentions=int(about.get("mentions", sum(alias.mentions for alias in aliases))),
        documents=int(about.get("documents", len({key.split(":")[0] for key in members}))),
        aliases=aliases,
        judgements=judgements,
        ties=tuple(sorted(_ties(graph, actor.key), key=_importance)),
    )


def find(known: Iterable[Actor], name: str) -> Actor:
    """The actor that a name means: its key, its name, an alias, or a part of its name.

    Raises:
        NotFound: no actor fits, or more than one does
    """
    everyone = list(known)
    wanted = name.casefold().strip()
    tests = (
        lambda actor: actor.key == name,
        lambda actor: actor.name.casefold() == wanted,
        lambda actor: wanted in {alias.casefold() for alias in actor.aliases},
        lambda actor: wanted in actor.name.casefold().split(),
    )
    for test in tests:
        fitting = [actor for actor in everyone if test(actor)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise NotFound(
                f"{name!r} may be any of {_listed(fitting)}: give the name in full, or the key"
            )
    near = get_close_matches(name, [actor.name for actor in everyone], n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    raise NotFound(f"no actor is called {name!r}{hint}")


def _listed(actors: list[Actor]) -> str:
    shown = [f"{actor.name} ({actor.key})" for actor in actors[:LISTED]]
    more = len(actors) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _aliases(store: Store, key: Key) -> list[Alias]:
    rows = store.connection.execute(
        """
        SELECT mentions.text, count(*) AS times, mentions.reason
        FROM mentions JOIN members USING (document, entity)
        WHERE members.actor = ? GROUP BY ALL ORDER BY times DESC, mentions.text, mentions.reason
        """,
        [key],
    ).fetchall()
    return [Alias(text, int(times), reason) for text, times, reason in rows]


def _ties(graph: nx.MultiDiGraph[Any], key: Key) -> list[Tie]:
    if key not in graph:
        return []
    outgoing = [(True, other, about) for _, other, about in graph.out_edges(key, data=True)]
    incoming = [(False, other, about) for other, _, about in graph.in_edges(key, data=True)]
    return [_tie(graph, *edge) for edge in outgoing + incoming]


def _tie(graph: nx.MultiDiGraph[Any], outgoing: bool, other: Key, about: dict[str, Any]) -> Tie:
    return Tie(
        other=graph.nodes[other]["name"],
        outgoing=outgoing,
        evidence=tuple(about["evidence"]),
        **{
            field: about[field]
            for field in ("layer", "type", "sign", "directed", "negated", "weight")
        },
    )


def _importance(tie: Tie) -> tuple[bool, float, str, str, bool]:
    """Stated ties before co-occurrence, the strongest first."""
    return (tie.layer == "cooccurrence", -tie.weight, tie.other, tie.type, tie.outgoing)
