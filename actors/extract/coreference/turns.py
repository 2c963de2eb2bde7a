"""*I* in the turn of a transcript is its speaker, and *we* the body that the speaker is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract.coreference.clusters import add, best_name
from actors.extract.coreference.quotations import PLURAL, SINGULAR
from actors.extract.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from actors.extract.coreference.discourse import Discourse
    from actors.extract.drafts import Cluster
    from actors.extract.gaps import Range, Turn

REACH = 10
"""Tokens after a speaker's name within which the body is named: *chairman of the Water Board*."""


def link_turns(discourse: Discourse, clusters: list[Cluster], turns: Sequence[Turn]) -> None:
    """Give the pronouns of the first person in each turn to who speaks, outside quotations."""
    for turn in turns:
        speaker = _within(clusters, turn.label, "person")
        if speaker is None:
            continue
        body = _within(clusters, turn.label, "organisation") or _body_of(speaker, clusters)
        for token in _pronouns(discourse, turn):
            cluster = speaker if token.lower_ in SINGULAR else body
            if cluster is not None and token.i not in discourse.quoted:
                draft = Draft(
                    token.doc, token.i, token.i + 1, cluster.kind, level="pronoun", score=0.7
                )
                add(cluster, draft, f"'{token.text}' in the turn of {best_name(speaker)}")


def _pronouns(discourse: Discourse, turn: Turn) -> Iterator[Token]:
    span = discourse.doc.char_span(turn.start, turn.end, alignment_mode="contract")
    for token in span if span is not None else ():
        if token.lower_ in SINGULAR or token.lower_ in PLURAL:
            yield token


def _within(clusters: Sequence[Cluster], label: Range, kind: str) -> Cluster | None:
    """The named actor of a kind in the label of a turn."""
    start, end = label
    for cluster in clusters:
        for draft in cluster.mentions:
            span = draft.span
            inside = start <= span.start_char and span.end_char <= end
            if inside and draft.level == "name" and cluster.kind == kind:
                return cluster
    return None


def _body_of(speaker: Cluster, clusters: Sequence[Cluster]) -> Cluster | None:
    """The organisation that the text names right after the speaker: *Vos, head of the Union*."""
    named = {
        draft.start: cluster
        for cluster in clusters
        if cluster.kind == "organisation"
        for draft in cluster.mentions
        if draft.level == "name"
    }
    for draft in sorted(speaker.mentions, key=lambda one: one.start):
        if draft.level != "name":
            continue
        last = min(draft.end + REACH, draft.span.sent.end)
        for position in range(draft.end, last):
            if position in named and _describes(draft, position):
                return named[position]
    return None


def _describes(draft: Draft, position: int) -> bool:
    """Whether only a description stands between a name and a body: a comma, a noun, *of the*."""
    between = draft.doc[draft.end : position]
    return (
        len(between) > 1
        and between[0].text in (",", "(")
        and all(token.pos_ not in ("VERB", "AUX", "SCONJ") for token in between)
    )
