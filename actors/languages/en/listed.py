"""Lists and tables of people and bodies: who is a person in a row, and whose row it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from actors.knowledge.names import is_given_name
from actors.languages.en import lexicon
from actors.languages.en.gaps import header_end, rows
from actors.languages.en.relations.lexicon import words
from actors.languages.en.relations.phrases import OFFICES
from actors.types import Relation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.languages.en.drafts import Draft
    from actors.languages.en.gaps import Range
    from actors.types import Document, Entity, Mention

SURE = 0.85
"""How sure it is that who stands beside a body in a row belongs to it."""
LEADS = 0.8
_PERSON = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_SECOND = re.compile(r"\b(?:deputy|vice|assistant|associate|former|ex)\b[ -]?", re.IGNORECASE)


def tell_listed(document: Document, drafts: Sequence[Draft]) -> None:
    """Make a name of two to four words a person where a body follows it in a row.

    A recogniser that sees *Ana Vos, Harbour Union* has no sentence to go by.
    """
    people: set[str] = set()
    ordered = sorted(drafts, key=lambda draft: draft.start)
    starts = [draft.span.start_char for draft in ordered]
    for row in rows(document):
        first, last = bisect_left(starts, row[0][0]), bisect_left(starts, row[-1][1])
        here = list(_beside(row, ordered[first:last]))
        for draft, body in pairwise(here):
            inside = document.text[draft.span.start_char - 1 : draft.span.start_char] == "("
            if _is_body(body) and not inside and _may_be_person(draft):
                people.add(draft.folded)
    for draft in drafts:
        if draft.folded in people and draft.fact is None:
            draft.kind, draft.subtype = "person", None


def tell_correspondents(document: Document, doc: Doc, drafts: list[Draft]) -> None:
    """Make who writes a message, and to whom, a person, if called like one.

    The names that a reader left in the header are added where they were not recognised.
    """
    end = header_end(document.text)
    drafts += _unread(doc, [span for span in document.body if span[1] <= end], drafts)
    people = {d.folded for d in drafts if d.span.end_char <= end and _may_be_person(d)}
    for draft in drafts:
        if draft.folded in people and draft.fact is None:
            draft.kind, draft.subtype = "person", None


def _unread(doc: Doc, names: Iterable[Range], drafts: Sequence[Draft]) -> list[Draft]:
    """People in a header whom no name stands for yet."""
    from actors.languages.en.drafts import Draft

    taken = {token for draft in drafts for token in range(draft.start, draft.end)}
    spans = [span for start, end in names if (span := doc.char_span(start, end)) is not None]
    return [
        Draft(doc, span.start, span.end, "person", score=0.9)
        for span in spans
        if taken.isdisjoint(range(span.start, span.end))
    ]


def _beside(row: Iterable[Range], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The names that fill a cell of a row, or stand alone in it after a title."""
    for draft in drafts:
        span = draft.span
        for start, end in row:
            inside = start <= span.start_char and span.end_char <= end
            if inside and 2 * len(span.text) >= end - start:
                yield draft


def _is_body(draft: Draft) -> bool:
    parts = draft.span.text.lower().split()
    headed = any(word in lexicon.words("organisation_heads") for word in parts)
    return draft.kind == "organisation" and (draft.fact is not None or headed)


def _may_be_person(draft: Draft) -> bool:
    text = draft.span.text
    if draft.kind not in ("organisation", "place", "other") or draft.fact is not None:
        return False
    first = text.split()[0]
    headed = any(word in lexicon.words("organisation_heads") for word in text.lower().split())
    return bool(_PERSON.fullmatch(text)) and not headed and (is_given_name(first) or len(first) < 5)


def row_relations(
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    stated: Sequence[Relation],
) -> Iterator[Relation]:
    """What the rows of lists and tables say and no sentence does: who is of which body.

    Each person is of the body that follows in the row, or of the one before where none does;
    a word such as *Chair* in the row makes them its head.
    """
    kinds = {entity.id: entity.kind for entity in entities}
    of = {mention.id: mention.entity for mention in mentions}
    known = {(one.type, of[one.source], of[one.target]) for one in stated}
    number = len(stated)
    named = sorted((one for one in mentions if one.level == "name"), key=lambda one: one.span)
    starts = [one.span.start for one in named]
    for row in rows(document):
        first, last = bisect_left(starts, row[0][0]), bisect_left(starts, row[-1][1])
        for person, body, says in _pairs(document, row, named[first:last], kinds):
            for type_, sure in _ties(says):
                if (type_, person.entity, body.entity) in known:
                    continue
                known.add((type_, person.entity, body.entity))
                yield _relation(f"r{number}", type_, person, body, row, sure)
                number += 1


def _pairs(
    document: Document, row: Sequence[Range], mentions: Sequence[Mention], kinds: Mapping[str, str]
) -> Iterator[tuple[Mention, Mention, str]]:
    """A person and a body of a row, and the words of the row that are about the person."""
    start, end = row[0][0], row[-1][1]
    here = [one for one in mentions if start <= one.span.start and one.span.end <= end]
    people = [one for one in here if kinds[one.entity] == "person"]
    bodies = [one for one in here if kinds[one.entity] == "organisation"]
    line_end = document.text.find("\n", end)
    limit = len(document.text) if line_end < 0 else line_end
    for i, person in enumerate(people):
        following = people[i + 1].span.start if i + 1 < len(people) else limit
        after = [one for one in bodies if person.span.end <= one.span.start < following]
        before = bodies[:1] if len(people) == 1 else []
        for body in (after or before)[:1]:
            first = min(person.span.start, body.span.start)
            said = document.text[first:following]
            yield person, body, said.replace(body.text, " ").replace(person.text, " ")


def _ties(says: str) -> Iterator[tuple[str, float]]:
    yield "member_of", SURE
    bare = _SECOND.sub("", says)
    found = re.findall(r"[a-z]+(?:[ -][a-z]+)*", bare.lower())
    offices = words("head", OFFICES) | words("state_head", OFFICES)
    spoken = {word.replace(" ", "_") for phrase in found for word in (phrase, *phrase.split())}
    if spoken & offices and bare == says:
        yield "leads", LEADS


def _relation(
    name: str, type_: str, person: Mention, body: Mention, row: Sequence[Range], sure: float
) -> Relation:
    key = person.span.document
    span = Span(key, row[0][0], row[-1][1])
    return Relation(name, type_, person.id, body.id, "+", span, confidence=sure)
