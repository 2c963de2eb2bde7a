"""Who is for and who against what: the statements of a discourse network.

A statement is an actor, a concept, and whether the actor agrees. Concepts are either the others,
whom an actor backs or opposes, or issues that sentences are about. Source: Leifeld, P. (2017).
Discourse network analysis. In *The Oxford Handbook of Political Networks*, 301-326.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from actors.analysis.stakeholders import passages
from actors.analysis.stances import held_stances
from actors.factuality import asserting, leaning
from actors.types import Document, Evidence, Key
from actors.views.discourse import Discourse, Position

if TYPE_CHECKING:
    import networkx as nx

    from actors.stakeholders import Issue
    from actors.store import Store

__all__ = ["about_issues", "about_others", "discourses"]


def discourses(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    issues: Sequence[Issue] = (),
    *,
    stances: bool = True,
) -> tuple[Discourse, ...]:
    """The positions on issues, if there are any, and those towards others.

    Args:
        store: the records of a study
        graph: its network, with the sentences of its ties
        issues: see `actors.stakeholders.parse_issue`
        stances: whether to read the stances of whole documents too, which takes time where there
            are thousands
    """
    leaning = _leaning(store, graph) if stances else ()
    found = towards_others(graph, leaning)
    if not issues:
        return found
    on_issues = Discourse("issues", tuple(about_issues(store, graph, issues)))
    return (on_issues, *found) if on_issues.positions else found


def towards_others(
    graph: nx.MultiDiGraph[Key], leaning: Iterable[Position] = ()
) -> tuple[Discourse, ...]:
    """The positions towards others, if there are any.

    Args:
        graph: the network, with the sentences of its ties
        leaning: how whole documents lean
    """
    found = Discourse("others", (*about_others(graph), *leaning))
    return (found,) if found.positions else ()


def about_others(graph: nx.MultiDiGraph[Key]) -> Iterator[Position]:
    """Whom each actor backs and whom it opposes; a tie that holds both ways is one of each."""
    for (source, target, key), at, _, sign in _statements(graph):
        yield Position(source, "", sign == "+", target, (source, target, key), at)
        if not graph.edges[source, target, key].get("directed", True):
            yield Position(target, "", sign == "+", source, (source, target, key), at)


def about_issues(
    store: Store, graph: nx.MultiDiGraph[Key], issues: Sequence[Issue]
) -> Iterator[Position]:
    """Whether each actor backs or opposes others in the sentences about an issue."""
    about: dict[tuple[Key, int], list[str]] = {}
    for issue in issues:
        for one in passages(store, issue, graph):
            if one.distance == 0:
                about.setdefault((one.document, one.start), []).append(issue.name)
    for (source, target, key), at, sentence, sign in _statements(graph):
        both = not graph.edges[source, target, key].get("directed", True)
        for name in about.get((sentence["document"], sentence["start"]), ()):
            for actor in (source, target) if both else (source,):
                yield Position(actor, name, sign == "+", None, (source, target, key), at)


def _statements(
    graph: nx.MultiDiGraph[Key],
) -> Iterator[tuple[tuple[Key, Key, Hashable], int, Evidence, str]]:
    """The sentences that state support or opposition, each once: tie, place in it, sign."""
    for source, target, key, tie in graph.edges(keys=True, data=True):
        sign = leaning(tie)
        if tie.get("layer") != "stated" or sign == "0" or source == target:
            continue
        kept = {id(one) for one in asserting(tie)}
        told: set[object] = set()
        for at, one in enumerate(tie["evidence"]):
            origin = one.get("origin") or (one["document"], one["start"])
            if id(one) in kept and origin not in told:
                told.add(origin)
                yield (source, target, key), at, one, sign


def _leaning(store: Store, graph: nx.MultiDiGraph[Key]) -> Iterator[Position]:
    """Stances of whole documents that no tie of the same sign and document states."""
    stated = {
        (source, target, leaning(tie), one["document"])
        for source, target, tie in graph.edges(data=True)
        if tie.get("layer") == "stated"
        for one in tie["evidence"]
    }
    held = [
        one
        for one in held_stances(store)
        if one.sign != "0"
        and one.evidence
        and {one.source, one.target} <= set(graph)
        and (one.source, one.target, one.sign, one.document) not in stated
    ]
    texts = _texts(store, (one.document for one in held))
    for one in held:
        name, day, text = texts[one.document]
        said = " ".join(text[one.evidence[0].start : one.evidence[0].end].split())
        where = ", ".join(filter(None, (name, day)))
        yield Position(one.source, "", one.sign == "+", one.target, None, 0, said, where)


def _texts(store: Store, keys: Iterable[Key]) -> dict[Key, tuple[str, str, str]]:
    """Of documents: outlet or name, day, and text."""
    wanted = set(keys)
    return {
        one.key: (one.source or one.name, str(one.published or ""), one.text)
        for one in store.all(Document)
        if one.key in wanted
    }
