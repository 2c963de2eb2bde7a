"""What tables of facts imply between the actors of a network: its background.

Nobody in the documents need have said so. These ties are a layer of their own, each with the
row of the table as its evidence, and never count as stated.

==============  =====================================================================
``leads``       who heads a state or its government in the period of the documents, and
``represents``  so speaks for it
``member_of``   a state in an international organisation
``citizen_of``  a person of the user's own table, ``based_in`` an organisation of it, where
``based_in``    the table names the country
==============  =====================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from actors.knowledge.folding import fold
from actors.knowledge.memberships import Membership, memberships
from actors.knowledge.officeholders import Term, offices_of
from actors.knowledge.organisations import organisation_by_id
from actors.knowledge.own import Known
from actors.knowledge.states import state_by_id
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

_Period = tuple[date, date] | None
LAST_OF_WARS = 2014
"""The last year of Correlates of War's memberships; the factbook's are those of 2026."""


@dataclass(frozen=True, slots=True)
class Implied:
    """A tie that a table implies: the words of its row, the table, from when to when.

    ``start`` and ``end`` are ISO dates, as precise as the table has them, or empty.
    """

    source: Key
    target: Key
    type: str
    words: str
    table: str
    start: str = ""
    end: str = ""
    confidence: float = 1.0


def add_background(
    graph: nx.MultiDiGraph[Key], period: _Period = None, known: Iterable[Known] = ()
) -> None:
    """Add the ties that facts imply between the actors of a network, as the layer ``background``.

    Args:
        graph: a network; its nodes carry ``name``, ``kind`` and ``identifiers``
        period: the first and the last day that matter; facts of other times are left out. If
            left out, only what the tables say of today is taken
        known: the user's own table, for the countries of its actors
    """
    for fact in sorted(implied(graph, period, known), key=_order):
        key = f"background:{fact.type}:0"
        if not graph.has_edge(fact.source, fact.target, key):
            graph.add_edge(fact.source, fact.target, key=key, **_attributes(fact))


def implied(
    graph: nx.MultiDiGraph[Key], period: _Period = None, known: Iterable[Known] = ()
) -> Iterator[Implied]:
    """The ties that facts imply between the actors of a network; arguments as above."""
    states = {code: key for key in graph if (code := _identifier(graph, key, "iso3166"))}
    bodies = {name: key for key in graph if (name := _identifier(graph, key, "actors"))}
    for key, about in graph.nodes(data=True):
        if about["kind"] == "person":
            yield from _offices(key, about["name"], states, period)
    for code, key in states.items():
        yield from _memberships(code, key, bodies, period)
    yield from _countries(graph, states, known)


def _identifier(graph: nx.MultiDiGraph[Key], key: Key, scheme: str) -> str:
    return str(dict(graph.nodes[key]["identifiers"]).get(scheme, ""))


def _offices(key: Key, name: str, states: dict[str, Key], period: _Period) -> Iterator[Implied]:
    """The office of a full name that the table has for one state alone: others are namesakes."""
    if len(fold(name).split()) < 2:
        return
    terms = [term for term in offices_of(name) if len(fold(term.name).split()) > 1]
    if len({term.state for term in terms}) != 1 or terms[0].state not in states:
        return
    for term in terms:
        if _held(term, period):
            state = state_by_id(term.state).name
            words = f"{term.name}, {term.title or term.office} of {state}"
            for type_ in ("leads", "represents"):
                ends = key, states[term.state], type_
                yield Implied(*ends, words, term.source, term.start, term.end)


def _held(term: Term, period: _Period) -> bool:
    """Whether a term has a day in the period; without a period, whether it is of today."""
    if period is None:
        return not term.end and not term.source.startswith("Archigos")
    first, last = period
    return (
        term.covers(first)
        or term.covers(last)
        or (first.isoformat() <= term.start <= last.isoformat())
    )


def _memberships(code: str, key: Key, bodies: dict[str, Key], period: _Period) -> Iterator[Implied]:
    rows: dict[str, list[Membership]] = {}
    for part in memberships(code):
        if part.status == "member" and part.organisation in bodies:
            rows.setdefault(part.organisation, []).append(part)
    for organisation, parts in rows.items():
        sure = _belonged(parts, period)
        if sure:
            words = f"{state_by_id(code).name}, member of {organisation_by_id(organisation).name}"
            table = ", ".join(sorted({part.source for part in parts}))
            start = min((part.start for part in parts if part.start), default="")
            ends = key, bodies[organisation], "member_of"
            yield Implied(*ends, words, table, start, confidence=sure)


def _belonged(parts: Iterable[Membership], period: _Period) -> float:
    """How sure it is that a state belonged in a period; the tables leave out 2015 to 2025.

    Who belonged in 2014 and in 2026 belonged between, as far as is known; of who is only known
    to belong in 2026 it is less sure.
    """
    parts = list(parts)
    current = any(part.current for part in parts)
    if period is None:
        return 1.0 if current else 0.0
    first, last = period[0].year, period[1].year
    if any(part.covers(year) for part in parts for year in (first, last)):
        return 1.0
    if not current or last <= LAST_OF_WARS:
        return 0.0
    return 0.9 if any(not p.current and p.covers(LAST_OF_WARS) for p in parts) else 0.7


def _countries(
    graph: nx.MultiDiGraph[Key], states: dict[str, Key], known: Iterable[Known]
) -> Iterator[Implied]:
    listed = {own: key for key in graph if (own := _identifier(graph, key, "own"))}
    for entry in known:
        key, state = listed.get(fold(entry.name)), states.get(entry.country)
        type_ = {"person": "citizen_of", "organisation": "based_in"}.get(entry.kind)
        if key and state and type_ and key != state:
            words = f"{entry.name}: {state_by_id(entry.country).name}"
            yield Implied(key, state, type_, words, "the list of known actors")


def _order(fact: Implied) -> tuple[object, ...]:
    return fact.source, fact.target, fact.type, -fact.confidence, fact.start, fact.words


def _attributes(fact: Implied) -> TieAttributes:
    """The attributes of an edge: one row of a table, and no document."""
    return {
        "layer": "background",
        "type": fact.type,
        "sign": "0",
        "directed": True,
        "negated": False,
        "weight": 1.0,
        "reprints": 0,
        "documents": 0,
        "stories": 0,
        "first": fact.start,
        "last": fact.end,
        "confidence": fact.confidence,
        "evidence": (_row(fact),),
    }


def _row(fact: Implied) -> Evidence:
    """The row of the table, as evidence that comes from no document."""
    when = "/".join(filter(None, (fact.start, fact.end))) if fact.end else ""
    since = f", since {fact.start}" if fact.start and not fact.end else ""
    return Evidence(
        document="",
        name=fact.table,
        title="",
        source="tables of facts",
        url="",
        date="",
        start=0,
        end=0,
        text=f"{fact.words}{since} ({fact.table})",
        quote_start=0,
        quote_end=0,
        modality="asserted",
        speaker="",
        negated=False,
        confidence=fact.confidence,
        relation="",
        event_date=when,
        story="",
        origin=f"fact:{fact.table}:{fact.words}",
    )
