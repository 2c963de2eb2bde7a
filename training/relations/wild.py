"""Pairs as the package meets them in running news: what a clause may tie, and mostly does not.

The rules read documents of `worldwide`, whose names are annotated by people but whose relations are
not. What the precise rules state is taken for its type, in the first stage alone (about two in
three are right); what they do not tie is taken for *none* (about one in twenty is an event after
all).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pairs import Pair, Span, event, records
from spacy.tokens import Doc, Token

from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.languages.en.relations.anchors import Anchors, Found, anchor
from actors.languages.en.relations.candidates import candidates
from actors.languages.en.relations.claim_selection import allowed
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.rule_claims import claims
from actors.languages.en.relations.status import status
from actors.ontology import ontology
from actors.types import Document, Settings

FIRST, LAST = 160, 600
"""Documents that are read; those before them were read by us to judge the outcome."""
SURE = 0.6


def wild(path: Path) -> Iterator[Pair]:
    """Pairs of corpus "wild" (none) and "silver" (a type)."""
    settings = Settings(metonymy="literal")
    rows = islice(records(path), FIRST, LAST)
    documents = [Document(row["id"], row["text"], title=row.get("title")) for row in rows]
    for doc, document in zip(parse(documents, settings), documents, strict=True):
        anchors = anchor(doc, *mentions(doc, document, settings))
        read = [one for one in claims(doc, anchors) if allowed(one, anchors)]
        yield from silver(doc, read)
        yield from nothing(anchors, doc, read)


def silver(doc: Doc, read: list[Claim]) -> Iterator[Pair]:
    """Events that the rules are sure of, as the corpus states them: not denied, not planned."""
    for one in read:
        kind = ontology()[one.type]
        predicate = doc[one.predicate]
        if kind.quad == "structural" or one.certainty < SURE:
            continue
        spans = places(predicate, one.source, one.target)
        if spans and status(predicate) == (False, "asserted"):
            yield event(predicate.sent.text, *spans, one.type, kind.sign, "silver")


def nothing(anchors: Anchors, doc: Doc, read: list[Claim]) -> Iterator[Pair]:
    """Candidates between actors that no rule ties."""
    tied = {frozenset((one.source.mention.entity, one.target.mention.entity)) for one in read}
    for one in candidates(doc, anchors):
        spans = places(one.predicate, one.source, one.target)
        both = frozenset((one.source.mention.entity, one.target.mention.entity))
        if spans and both not in tied:
            yield Pair(one.predicate.sent.text, *spans, "none", None, "0", "wild")


def places(predicate: Token, source: Found, target: Found) -> tuple[Span, Span] | None:
    """Where both stand in the sentence of the predicate; None if one does not."""
    start, end = predicate.sent.start_char, predicate.sent.end_char
    spans = [(one.mention.span.start, one.mention.span.end) for one in (source, target)]
    if any(low < start or high > end for low, high in spans):
        return None
    first, second = ((low - start, high - start) for low, high in spans)
    return first, second
