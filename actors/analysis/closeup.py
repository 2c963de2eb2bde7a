"""The strongest ties among some actors, out of what a ledger holds: quick however much is stated.

The ties are those of the network (`actors.analysis.networks.network`), with its numbers. Of many
sentences that all say the same, the newest are kept, and those that a person decided about.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from actors.analysis.ledger import Ledger
from actors.analysis.rulings import Said, Tied, sentence_of, told_order
from actors.factuality import asserted, counted_sentences
from actors.network.when import extent
from actors.store.relations import RelationRow, quoted
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store

__all__ = ["KeyedTie", "asserts", "closeup", "denials_of", "weight_of", "with_words"]

KeyedTie: TypeAlias = tuple[Key, Key, str, TieAttributes]


def closeup(
    store: Store,
    ledger: Ledger,
    together: nx.MultiDiGraph[Key],
    *,
    ties: int,
    sentences: int,
) -> nx.MultiDiGraph[Key]:
    """The network of some actors, as far as it is shown.

    Args:
        store: the records of a study
        ledger: what its documents state, after the decisions
        together: the co-occurrences of the actors
        ties: of each layer the strongest are kept, at most so many
        sentences: of a tie whose sentences all agree, at most so many are kept
    """
    graph = together.__class__()
    graph.graph.update(together.graph)
    graph.add_nodes_from((key, dict(about)) for key, about in together.nodes(data=True))
    graph.add_edges_from(_strongest(together.edges(keys=True, data=True), ties))
    among = set(together)
    stated = [*_undecided(ledger, among, sentences, ties), *_decided(ledger, among, sentences)]
    graph.add_edges_from(with_words(store, _strongest(stated, ties)))
    return graph


def _strongest(ties: Iterable[KeyedTie], most: int) -> list[KeyedTie]:
    return sorted(ties, key=lambda one: (-one[3]["weight"], *one[:3]))[:most]


def _decided(ledger: Ledger, among: Container[Key], most: int) -> Iterator[KeyedTie]:
    """The ties of pairs about which something was decided."""
    for ruling in ledger.rulings:
        for source, target, key, tie in ruling.graph.edges(keys=True, data=True):
            if source in among and target in among:
                agreed = not tie.get("denials") and all(map(asserted, tie["evidence"]))
                kept = _newest(tie["evidence"], most) if agreed else tie["evidence"]
                shown = cast("TieAttributes", {**tie, "evidence": kept})
                yield source, target, key, shown


def _newest(evidence: Sequence[Evidence], most: int) -> tuple[Evidence, ...]:
    """The sentences that a person decided about, and the newest others, in their order."""
    order = sorted(
        range(len(evidence)),
        key=lambda at: (bool(evidence[at].get("decided")), evidence[at]["date"]),
        reverse=True,
    )
    return tuple(evidence[at] for at in sorted(order[:most]))


def _undecided(
    ledger: Ledger, among: Container[Key], sentences: int, most: int
) -> Iterator[KeyedTie]:
    """The strongest ties of all other pairs."""
    found = dict(ledger.undecided(among))
    denials = denials_of(ledger, found)
    for tie, weight in _heaviest(ledger, found, most):
        said = [ledger.said(place) for place in found[tie]]
        denied = denials_of_tie(tie, denials)
        evidence = _sentences(said, sentences, agreed=not denied)
        source, target, key, about = stated_tie(tie, weight, denied, evidence)
        more = {"reprints": weight_of(said, again=True), **_counted(said)}
        yield source, target, key, cast("TieAttributes", {**about, **more})


def denials_of_tie(tie: Tied, denials: Mapping[tuple[Key, Key, str], int]) -> int:
    """How many sentences deny a tie; what is itself told as not so is denied by none."""
    source, target, type_, _, negated, _ = tie
    return 0 if negated else denials.get((source, target, type_), 0)


def stated_tie(tie: Tied, weight: int, denied: int, evidence: tuple[Evidence, ...]) -> KeyedTie:
    """A tie that is stated, with its key and its attributes as the network has them."""
    source, target, type_, sign, negated, directed = tie
    about: TieAttributes = {
        "layer": "stated",
        "type": type_,
        "sign": sign,
        "directed": directed,
        "negated": negated,
        "weight": float(weight),
        "evidence": evidence,
    }
    if denied:
        about["denials"] = denied
    return source, target, f"stated:{type_}:{sign}" + ":not" * negated, about


def _heaviest(
    ledger: Ledger, found: Mapping[Tied, Sequence[int]], most: int
) -> list[tuple[Tied, int]]:
    """The ties of most sentences, with their number; no tie has more than it has places."""
    weighed: list[tuple[int, Tied]] = []
    for tie in sorted(found, key=lambda each: (-len(found[each]), each)):
        if len(weighed) == most and len(found[tie]) < -weighed[-1][0]:
            break
        weight = weight_of([ledger.said(place) for place in found[tie]], again=False)
        if weight:
            insort(weighed, (-weight, tie))
            del weighed[most:]
    return [(tie, -weight) for weight, tie in weighed]


def denials_of(
    ledger: Ledger, found: Mapping[Tied, Sequence[int]]
) -> dict[tuple[Key, Key, str], int]:
    """How many sentences deny the ties of a type, as `actors.network.denials` counts them."""
    denied: dict[tuple[Key, Key, str], int] = {}
    for tie, places in found.items():
        source, target, type_, _, negated, _ = tie
        if negated:
            said = (ledger.said(place) for place in places)
            many = counted_sentences(sentence_of(row, one.printing) for one, row in said)
            denied[source, target, type_] = denied.get((source, target, type_), 0) + many
    return denied


def weight_of(said: Iterable[Said], *, again: bool) -> int:
    """Count sentences without those that are printed again, or only these."""
    rows = (row for _, row in said if bool(row.origin) == again)
    return len({(row.document, row.start, row.end) for row in rows})


def _counted(said: Sequence[Said]) -> TieAttributes:
    """What a tie says of its sentences, besides their number."""
    first, last = extent({row.happened for _, row in said})
    return {
        "documents": len({row.document for _, row in said}),
        "stories": len({row.story for _, row in said if not row.origin}),
        "first": first,
        "last": last,
        "confidence": max(row.confidence for _, row in said),
    }


def _sentences(said: Sequence[Said], most: int, *, agreed: bool) -> tuple[Evidence, ...]:
    """The sentences of a tie in the order of their days; the newest, if all agree."""
    kept = list(said)
    if len(said) > most and agreed and all(asserts(row) for _, row in said):
        kept = [one for one in said if not one[1].origin][:most]
    return tuple(sentence_of(row, one.printing) for one, row in sorted(kept, key=told_order))


def asserts(row: RelationRow) -> bool:
    """Whether a sentence says that something is so."""
    return (row.modality or "asserted") == "asserted"


def with_words(store: Store, ties: Sequence[KeyedTie]) -> list[KeyedTie]:
    """Ties whose sentences have their words, as the documents say them."""
    said = quoted(
        store,
        {
            (one["document"], one["relation"], one["start"], one["end"])
            for *_, tie in ties
            for one in tie["evidence"]
            if one["relation"]
        },
    )
    found: list[KeyedTie] = []
    for source, target, key, tie in ties:
        evidence: tuple[Evidence, ...] = tuple(
            {**one, **said.get((one["document"], one["relation"]), {})} for one in tie["evidence"]
        )
        found.append((source, target, key, {**tie, "evidence": evidence}))
    return found
