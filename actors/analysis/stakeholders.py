"""The stakeholders of a study's issues: passages from the store, scores from its network."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from actors.analysis.finding import lookup
from actors.errors import CurationError, NotFound
from actors.stakeholders import Issue, Override, Passage, Stakeholder, assess
from actors.stakeholders.issues import actor_issue_network
from actors.stakeholders.overrides import INFLUENCE
from actors.store.queries import SentenceRow, sentence_actors, sentences
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

    from actors.stakeholders.influence import Balance, Indirect, Matrix
    from actors.store import Store

Measured: TypeAlias = Mapping[str, Mapping[Key, float]]

POWER_MEASURES = ("strength", "betweenness", "pagerank")
STATEMENTS = 3
"""Statements below which a stance says too little to tell who stands together."""
_LARGEST = 60
"""Stakeholders among whom influence is worked out, the weightiest of all issues."""


@dataclass(frozen=True, slots=True)
class Influence:
    """Who moves whom among the stakeholders of all issues; ``actors`` order the matrices.

    ``direct`` has the analyst's levels in the place of those of ``computed``; ``reasons`` tell
    why, by row and column. ``together`` and ``against`` are convergence and divergence over the
    issues, of actors with three statements on them or more.
    """

    actors: tuple[Key, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    direct: Matrix
    indirect: Indirect
    balance: Balance
    together: Matrix
    against: Matrix
    computed: Matrix
    reasons: Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Stakes:
    """The stakeholders of each issue, their influence, and the actor-issue network."""

    issues: tuple[Issue, ...]
    stakeholders: dict[str, list[Stakeholder]]
    sentences: dict[str, int]
    influence: Influence
    network: nx.Graph[str]


def stakes(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    measures: Measured,
    issues: Sequence[Issue],
    overrides: Sequence[Override] = (),
) -> Stakes:
    """Find who has a stake in some issues.

    Args:
        store: the records of a study
        graph: its network
        measures: `POWER_MEASURES` of the network: by name, each a number for each actor
        issues: see `actors.stakeholders.parse_issue` and `read_issues`
        overrides: the analyst's scores; see `actors.stakeholders.read_overrides`

    Raises:
        NotFound: no sentence is about an issue, or none of them mentions an actor
        CurationError: an override names an unknown actor or issue
    """
    return assessed(store, graph, measures, about(store, issues, graph), overrides)


def about(
    store: Store, issues: Sequence[Issue], among: Container[Key]
) -> dict[Issue, list[Passage]]:
    """The passages of each issue; see `passages`.

    Raises:
        NotFound: no sentence is about an issue, or none of them mentions an actor
    """
    near = {issue: passages(store, issue, among) for issue in issues}
    for issue, found in near.items():
        if not any(passage.actors for passage in found):
            said = ", ".join(issue.terms)
            raise NotFound(
                f"no sentence with an actor is about {issue.name!r} (looked for: {said}): give "
                f'words that the documents use, as in --issue "{issue.name}=border*,frontier*"'
            )
    return near


def assessed(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    measures: Measured,
    near: Mapping[Issue, Sequence[Passage]],
    overrides: Sequence[Override] = (),
) -> Stakes:
    """What `stakes` says of issues whose passages are at hand.

    Args:
        near: as `about` gives them

    Raises:
        CurationError: an override names an unknown actor or issue
    """
    issues = tuple(near)
    chosen = _chosen(store, issues, overrides)
    scores = [one for one in chosen if one[1].score != INFLUENCE]
    found = {
        issue.name: assess(graph, measures, told, _of_issue(scores, issue))
        for issue, told in near.items()
    }
    return Stakes(
        issues,
        found,
        {issue.name: sum(one.distance == 0 for one in told) for issue, told in near.items()},
        _influence(graph, found, _levels(store, chosen)),
        actor_issue_network(graph, {issue.name: told for issue, told in near.items()}),
    )


def _of_issue(scores: Sequence[tuple[Key, Override]], issue: Issue) -> list[tuple[Key, Override]]:
    return [one for one in scores if one[1].issue in ("", issue.name)]


def passages(store: Store, issue: Issue, among: Container[Key]) -> list[Passage]:
    """The sentences about an issue and those next to them, by document and place.

    Args:
        store: the records of a study
        issue: what they are about
        among: the actors that count
    """
    documents = groupby(sentences(store), key=lambda one: one.document)
    near = [one for _, rows in documents for one in _near(list(rows), issue)]
    near.sort(key=lambda one: (one[0].name, one[0].number))
    mentioned = _mentioned(store, {(one.document, one.number) for one, _ in near}, among)
    stories = store.stories()
    return [
        Passage(
            *(one.document, one.name, one.source, str(one.published or "")),
            *(stories.get(one.document, one.document), one.start, one.end, one.text),
            distance,
            tuple(mentioned.get((one.document, one.number), ())),
        )
        for one, distance in near
    ]


def _near(rows: Sequence[SentenceRow], issue: Issue) -> Iterator[tuple[SentenceRow, int]]:
    """The sentences of a document that are about an issue (0), and those next to them (1)."""
    matching = {one.number for one in rows if issue.matches(one.text)}
    for one in rows:
        if one.number in matching:
            yield one, 0
        elif {one.number - 1, one.number + 1} & matching:
            yield one, 1


def _mentioned(
    store: Store, places: Collection[tuple[Key, int]], among: Container[Key]
) -> dict[tuple[Key, int], list[Key]]:
    """Whom the sentences at some places mention, of some actors."""
    found: dict[tuple[Key, int], list[Key]] = {}
    for document, number, actor in sentence_actors(store):
        if (document, number) in places and actor in among:
            found.setdefault((document, number), []).append(actor)
    return found


def _chosen(
    store: Store, issues: Sequence[Issue], overrides: Sequence[Override]
) -> list[tuple[Key, Override]]:
    if not overrides:
        return []
    known_names, names = lookup(store), {issue.name for issue in issues}
    found, faults = [], []
    for each in overrides:
        try:
            found.append((known_names.look_up(each.actor).actor.key, each))
        except NotFound as error:
            faults.append(f"\n  line {each.line}: {error}")
        if each.issue and each.issue not in names:
            known = ", ".join(sorted(names))
            faults.append(f"\n  line {each.line}: no issue is called {each.issue!r} ({known})")
    if faults:
        raise CurationError(f"overrides:{''.join(faults)}")
    return found


def _levels(
    store: Store, chosen: Sequence[tuple[Key, Override]]
) -> dict[tuple[Key, Key], Override]:
    """The analyst's levels of influence, by who moves whom.

    Raises:
        CurationError: an override names somebody unknown
    """
    mine = [(key, one) for key, one in chosen if one.score == INFLUENCE]
    known_names = lookup(store) if mine else None
    found = {}
    for key, one in mine:
        assert known_names is not None
        try:
            found[key, known_names.look_up(one.on).actor.key] = one
        except NotFound as error:
            raise CurationError(f"overrides:\n  line {one.line}: {error}") from error
    return found


def influence(graph: nx.MultiDiGraph[Key], actors: Sequence[Key]) -> Influence:
    """Who moves whom among some actors, whatever the issue.

    Args:
        graph: the network of a study
        actors: they order the matrices
    """
    import numpy as np

    return _among(graph, tuple(actors), np.zeros((len(actors), 1)), {})


def _influence(
    graph: nx.MultiDiGraph[Key],
    found: dict[str, list[Stakeholder]],
    levels: Mapping[tuple[Key, Key], Override],
) -> Influence:
    import numpy as np

    weight: dict[Key, float] = {}
    for stakeholders in found.values():
        for one in stakeholders:
            weight[one.key] = max(weight.get(one.key, 0), one.power.value + one.interest.value)
    largest = sorted(weight, key=lambda key: (-weight[key], str(graph.nodes[key]["name"]), key))
    actors = tuple(largest[:_LARGEST])
    stakes = np.zeros((len(actors), len(found)))
    for column, stakeholders in enumerate(found.values()):
        held = {one.key: one for one in stakeholders}
        for row, key in enumerate(actors):
            if key in held and sum(held[key].statements) >= STATEMENTS:
                stakes[row, column] = (held[key].stance or 0.0) * 3 * held[key].interest.value
    return _among(graph, actors, stakes, levels)


def _among(
    graph: nx.MultiDiGraph[Key],
    actors: tuple[Key, ...],
    stakes: Matrix,
    levels: Mapping[tuple[Key, Key], Override],
) -> Influence:
    """Influence, with alliances where ``stakes`` has a row an actor and a column an issue."""
    from actors.stakeholders import influence as measures

    computed = measures.direct(graph, actors)
    matrix, place = computed.copy(), {key: number for number, key in enumerate(actors)}
    own = {
        (place[one], place[other]): level
        for (one, other), level in levels.items()
        if one != other and {one, other} <= place.keys()
    }
    for where, level in own.items():
        matrix[where] = level.value
    return Influence(
        actors,
        tuple(str(graph.nodes[key]["name"]) for key in actors),
        tuple(str(graph.nodes[key]["kind"]) for key in actors),
        matrix,
        measures.micmac(matrix),
        measures.mactor(matrix),
        *measures.alliances(stakes),
        computed,
        {where: level.reason for where, level in own.items()},
    )
