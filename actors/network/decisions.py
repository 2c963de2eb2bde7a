"""Decisions of people about relations, applied to a network; nothing that was read is changed.

Those about actors are applied when the corpus is resolved: see `actors.resolve.decisions`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast, get_args

from actors.names import CURATION_FILE
from actors.network.views import counted
from actors.ontology import of_graph
from actors.types import RELATION_VERBS, Evidence, Key, Modality, Rule, Sign, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["MODALITIES", "curate"]

MODALITIES = get_args(Modality)
"""What a person may say of how a tie is meant."""

_Edge = tuple[Key, Key, str, TieAttributes]


def curate(
    graph: nx.MultiDiGraph[Key], rules: Iterable[Rule], layers: Collection[str] = ("stated",)
) -> Iterator[str]:
    """Apply decisions about relations to a network of some layers, in order; yields warnings.

    ``reject`` takes ties away, ``confirm`` marks them, ``retype_relation`` gives them another
    type, ``add_relation`` adds a tie by hand, whose sentence is the quote of the person.
    """
    for rule in rules:
        if rule.verb not in RELATION_VERBS:
            continue
        if rule.verb == "add_relation":
            yield from _add(graph, rule) if "stated" in layers else ()
            continue
        found = list(_matching(graph, rule.about))
        if not found:
            yield f"{rule.place}: {rule.verb}: no tie of the network fits {dict(rule.about)}"
        for edge in found:
            _CHANGES[rule.verb](graph, edge, rule)


def _matching(graph: nx.MultiDiGraph[Key], about: Mapping[str, str]) -> Iterator[_Edge]:
    if "relation" in about:
        yield from _holding(graph, str(about["relation"]))
        return
    sources, targets = (_nodes(graph, str(about[end])) for end in ("source", "target"))
    for source, target, key, edge in list(graph.edges(keys=True, data=True)):
        if edge["layer"] == "cooccurrence" or edge["type"] != about.get("type", edge["type"]):
            continue
        forwards = source in sources and target in targets
        backwards = target in sources and source in targets and not edge["directed"]
        if forwards or backwards:
            yield source, target, key, edge


def _holding(graph: nx.MultiDiGraph[Key], relation: str) -> Iterator[_Edge]:
    for source, target, key, edge in list(graph.edges(keys=True, data=True)):
        if any(_relation_name(one) == relation for one in edge["evidence"]):
            yield source, target, key, edge


def _relation_name(evidence: Evidence) -> str:
    """How a decision names one relation: its document, and its id there.

    >>> _relation_name({"name": "may/1.txt", "relation": "r3"})
    'may/1.txt#r3'
    """
    return f"{evidence.get('name', '')}#{evidence.get('relation', '')}"


def _nodes(graph: nx.MultiDiGraph[Key], reference: str) -> set[Key]:
    wanted = reference.casefold()
    return {
        node
        for node, about in graph.nodes(data=True)
        if reference == node
        or wanted == str(about["name"]).casefold()
        or wanted in {alias.casefold() for alias in about["aliases"]}
        or reference in {f"{scheme}:{value}" for scheme, value in about["identifiers"]}
    }


def _reject(graph: nx.MultiDiGraph[Key], edge: _Edge, rule: Rule) -> None:
    """Take the tie away, or of its sentences only the one that the decision names."""
    about = edge[3]
    named = rule.about.get("relation")
    kept = tuple(one for one in about["evidence"] if named and _relation_name(one) != named)
    if kept:
        about.update(counted(kept))
    else:
        graph.remove_edge(*edge[:3])


def _confirm(graph: nx.MultiDiGraph[Key], edge: _Edge, rule: Rule) -> None:
    """Mark the tie as certain; where the decision names one sentence, that too."""
    named = rule.about.get("relation")
    evidence: tuple[Evidence, ...] = tuple(
        {**one, "confidence": 1.0, **_decided(rule)} if named == _relation_name(one) else one
        for one in edge[3]["evidence"]
    )
    edge[3].update({"confidence": 1.0, "decided": rule.reason, "evidence": evidence})


def _retype(graph: nx.MultiDiGraph[Key], edge: _Edge, rule: Rule) -> None:
    """Give the tie, or the one sentence that the decision names, another type or another end."""
    source, target, key, about = edge
    named = rule.about.get("relation")
    kept = tuple(one for one in about["evidence"] if named and _relation_name(one) != named)
    moved = tuple(one for one in about["evidence"] if one not in kept)
    graph.remove_edge(source, target, key)
    if kept:
        graph.add_edge(source, target, key=key, **{**about, **counted(kept)})
        about = {**about, **counted(moved)}
    ends = (target, source) if rule.says.get("turned") == "yes" else (source, target)
    _put(graph, ends, _retyped(graph, about, rule))


def _retyped(graph: nx.MultiDiGraph[Key], about: TieAttributes, rule: Rule) -> TieAttributes:
    """The attributes of a tie after a person said what it is."""
    says, type_ = rule.says, of_graph(graph).get(str(rule.says["to"]))
    told: Evidence = {"modality": str(says["modality"])} if says.get("modality") else {}
    told = {**told, **_decided(rule)}
    changed: TieAttributes = {
        "type": str(says["to"]),
        "sign": cast("Sign", says.get("sign", about["sign"])),
    }
    if says.get("negated"):
        changed["negated"] = told["negated"] = says["negated"] == "yes"
    if type_ is not None and changed["type"] != about["type"]:
        changed["directed"] = not type_.symmetric
    evidence: tuple[Evidence, ...] = tuple({**one, **told} for one in about["evidence"])
    return {**about, **changed, "evidence": evidence, "decided": rule.reason}


def _decided(rule: Rule) -> Evidence:
    """What a sentence that a decision names says of it; the others of its tie are as they were."""
    return {"decided": rule.reason} if "relation" in rule.about else {}


def _put(graph: nx.MultiDiGraph[Key], ends: tuple[Key, Key], about: TieAttributes) -> None:
    """Add a tie, to one of its kind if there is one; what holds both ways has its ends in order."""
    source, target = ends if about["directed"] else sorted(ends)
    name = f"{about['layer']}:{about['type']}:{about['sign']}" + ":not" * about["negated"]
    there = graph.get_edge_data(source, target, name)
    if there is None:
        graph.add_edge(source, target, key=name, **about)
    else:
        evidence = (*there["evidence"], *about["evidence"])
        there.update(counted(evidence), decided=about["decided"])


_CHANGES = {"reject": _reject, "confirm": _confirm, "retype_relation": _retype}


def _add(graph: nx.MultiDiGraph[Key], rule: Rule) -> Iterator[str]:
    says: Mapping[str, object] = rule.about if isinstance(rule.about, dict) else {}
    says = {**says, **rule.says}
    ends = [sorted(_nodes(graph, str(says[end]))) for end in ("source", "target")]
    if not all(ends):
        missing = says["source"] if not ends[0] else says["target"]
        yield f"{rule.place}: add_relation: no actor is called {missing!r}"
        return
    sign, when = str(says.get("sign", "0")), str(says.get("date", ""))
    graph.add_edge(
        ends[0][0],
        ends[1][0],
        key=f"stated:{says['type']}:{sign}:by hand",
        layer="stated",
        type=str(says["type"]),
        sign=sign,
        directed=True,
        negated=False,
        weight=1.0,
        documents=0,
        stories=0,
        reprints=0,
        first=when,
        last=when,
        confidence=1.0,
        decided=rule.reason,
        evidence=(_quoted(rule, says, when),),
    )


def _quoted(rule: Rule, says: Mapping[str, object], when: str) -> Evidence:
    """The evidence of a tie that a person adds: their quote, and where they have it from."""
    quote = str(says.get("quote", rule.because))
    return {
        "document": "",
        "name": str(says.get("document", CURATION_FILE)),
        "title": "",
        "source": "",
        "url": "",
        "date": when,
        "text": quote,
        "start": 0,
        "end": 0,
        "quote_start": 0,
        "quote_end": 0,
        "modality": "asserted",
        "speaker": rule.by,
        "negated": False,
        "confidence": 1.0,
        "relation": "",
        "event_date": when,
        "story": "",
        "origin": rule.place,
    }
