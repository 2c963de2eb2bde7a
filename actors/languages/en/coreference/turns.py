"""*I* in the turn of a transcript is its speaker, and *we* the body that the speaker is of."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from actors.languages.en.coreference.affiliations import Affiliations
from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.coreference.quotations import PLURAL, SINGULAR
from actors.languages.en.drafts import Cluster, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.gaps import Range, Turn


def link_turns(discourse: Discourse, clusters: list[Cluster], turns: Sequence[Turn]) -> None:
    """Give the pronouns of the first person in each turn to who speaks, outside quotations."""
    if not turns:
        return
    names, affiliations = _Names(clusters), Affiliations(discourse, clusters)
    for turn in turns:
        speaker = names.within(turn.label, "person")
        if speaker is None:
            continue
        body = names.within(turn.label, "organisation") or affiliations.of(speaker)
        for token in _pronouns(discourse, turn):
            cluster = speaker if token.lower_ in SINGULAR else body
            if cluster is not None and token.i not in discourse.quoted:
                draft = Draft(
                    token.doc, token.i, token.i + 1, cluster.kind, level="pronoun", score=0.7
                )
                add(cluster, draft, f"'{token.text}' in the turn of {best_name(speaker)}")


def part_speakers(clusters: list[Cluster], turns: Sequence[Turn]) -> None:
    """Keep a speaker apart whose label is a surname that two people of the transcript bear."""
    labels = [turn.label for turn in turns]
    for cluster in [one for one in clusters if one.kind == "person"]:
        name = best_name(cluster).casefold().split()
        rivals = [one for one in clusters if one is not cluster and _bears(one, name[-1])]
        bare = [draft for draft in cluster.mentions if _labelled(draft, labels)]
        if len(name) < 2 or not rivals or not bare:
            continue
        cluster.mentions = [draft for draft in cluster.mentions if draft not in bare]
        names = " or ".join(sorted(best_name(one) for one in (cluster, *rivals)))
        clusters.append(other := Cluster("person", bare[0].text))
        for draft in bare:
            add(other, draft, f"name; may be {names}: not decided")


def _bears(cluster: Cluster, surname: str) -> bool:
    words = best_name(cluster).casefold().split()
    return cluster.kind == "person" and len(words) > 1 and words[-1] == surname


def _labelled(draft: Draft, labels: Sequence[Range]) -> bool:
    """Whether a mention is a single word in the label of a turn."""
    start, end = draft.span.start_char, draft.span.end_char
    alone = len(draft.span) == 1 and draft.level == "name"
    return alone and any(first <= start and end <= last for first, last in labels)


def _pronouns(discourse: Discourse, turn: Turn) -> Iterator[Token]:
    span = discourse.doc.char_span(turn.start, turn.end, alignment_mode="contract")
    for token in span if span is not None else ():
        if token.lower_ in SINGULAR or token.lower_ in PLURAL:
            yield token


class _Names:
    """The names of a document in the order of the text, each with who is meant."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        found = [
            (draft.start, draft, cluster)
            for cluster in clusters
            for draft in cluster.mentions
            if draft.level == "name"
        ]
        self.found = sorted(found, key=lambda one: one[0])
        self.starts = [draft.span.start_char for _, draft, _ in self.found]

    def within(self, label: Range, kind: str) -> Cluster | None:
        """The named actor of a kind in the label of a turn."""
        start, end = label
        for _, draft, cluster in self.found[
            bisect_left(self.starts, start) : bisect_left(self.starts, end)
        ]:
            if draft.span.end_char <= end and cluster.kind == kind:
                return cluster
        return None
