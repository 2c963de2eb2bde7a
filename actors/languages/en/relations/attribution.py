"""Who says so: reporting words, their speakers, and the words they report.

The three parts (source, cue, content) are those of PARC 3.0 and PolNeAR (Newell et al.,
2018, "An Attribution Relations Corpus for Political News").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.languages.en.relations.arguments import agents, passive, slot_tokens, subject
from actors.languages.en.relations.inserted import resumed
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = ("ccomp", "xcomp")
OF_SAYING = ("of", "for", "about", "against", "to")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker (token range and head), the cue word, and the token ranges said."""

    source: tuple[int, int]
    head: int
    cue: int
    contents: tuple[tuple[int, int], ...]


def reported(doc: Doc) -> Iterator[Attribution]:
    """Speech reported within one sentence, in the order of its cues.

    A cue without words of its own ("She added:") has no contents; a quotation may follow.
    """
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in reporting_verbs("clause"):
            found = said(token)
        elif token.lower_ == "according":
            found = according(token)
        else:
            continue
        if found is not None:
            yield found


def said(verb: Token) -> Attribution | None:
    """What a reporting verb attributes; nothing where it lacks a speaker, or speaks of "I"."""
    speaker = speaker_of(verb)
    if speaker is None or speaker.lower_ in ("i", "we", "you"):
        return None
    contents = tuple(clauses(verb, speaker)) or inside(verb) or tuple(around(verb))
    contents += tuple((c.left_edge.i, c.right_edge.i + 1) for c in verb.children if resumed(c))
    return Attribution(extent(speaker), speaker.i, verb.i, contents)


def speaker_of(verb: Token) -> Token | None:
    """Who speaks: the subject, the "by" of a passive, or who is quoted "as saying"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoting = verb.head.head
        if passive(quoting):
            return subject(quoting)
        return next((c for c in quoting.children if c.dep_ == "dobj"), None)
    doers = agents(verb)
    return doers[0] if doers else None


def clauses(verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """The clauses that the verb governs."""
    for child in verb.children:
        if child.dep_ in CLAUSES and child.i != speaker.i:
            yield from without(child, verb)
        if child.dep_ == "prep" and child.lower_ in OF_SAYING:
            for low in child.children:
                if low.dep_ == "pcomp":
                    yield low.left_edge.i, low.right_edge.i + 1


def without(clause: Token, verb: Token) -> Iterator[tuple[int, int]]:
    """A clause's tokens, in two parts where the reporting words stand inside it."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    if not first <= verb.i < last:
        yield first, last
        return
    left, right = verb.left_edge.i, verb.i + 1
    if first < left:
        yield first, left
    if right < last:
        yield right, last


def inside(verb: Token) -> tuple[tuple[int, int], ...]:
    """Both sides of reporting words put into a clause: "A, B said, attacked C"."""
    main = verb.head
    if verb.dep_ != "parataxis" or main.pos_ not in ("VERB", "AUX"):
        return ()
    first, last = verb.left_edge.i, verb.right_edge.i + 1
    while last - 1 > verb.i and verb.doc[last - 1].is_punct:
        last -= 1
    if any(resumed(child) for child in verb.children) or last >= main.right_edge.i:
        last = main.right_edge.i + 1
    left, right = (main.left_edge.i, first), (last, main.right_edge.i + 1)
    return tuple(part for part in (left, right) if part[0] < part[1])


def around(verb: Token) -> Iterator[tuple[int, int]]:
    """The rest of the sentence, for a bare "..., A said" that the parse left hanging."""
    if verb.dep_ == "conj" or (verb.head.i != verb.i and verb.dep_ not in ("parataxis", "ccomp")):
        return
    sentence = verb.sent
    own = [c for c in verb.children if c.dep_ in ("nsubj", "aux", "advmod", "npadvmod", "neg")]
    first = min([verb.i, *(c.left_edge.i for c in own)])
    if first - sentence.start >= 3 and sentence.doc[first - 1].text in (",", '"', "”", "''"):
        yield sentence.start, first


def according(token: Token) -> Attribution | None:
    """ "According to A": the clause it stands in is what A says."""
    for word in slot_tokens(token).get("to", []) or below(token):
        clause = token.head
        while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
            clause = clause.head
        first, last = clause.left_edge.i, clause.right_edge.i + 1
        left, right = token.i, word.right_edge.i + 1
        parts = tuple(part for part in ((first, left), (right, last)) if part[0] < part[1])
        return Attribution(extent(word), word.i, token.i, parts)
    return None


def below(token: Token) -> list[Token]:
    """The object of "according to" where "to" hangs beside it."""
    return [
        word
        for child in token.children
        if child.dep_ == "prep"
        for word in child.children
        if word.dep_ == "pobj"
    ]


def extent(head: Token) -> tuple[int, int]:
    """The noun phrase of a speaker, without its relative clauses."""
    tail = [c for c in head.children if c.dep_ in ("relcl", "advcl") and c.i > head.i]
    last = min([head.right_edge.i + 1, *(c.left_edge.i for c in tail)])
    first = head.left_edge.i
    while last - 1 > head.i and head.doc[last - 1].is_punct:
        last -= 1
    return first, max(last, head.i + 1)
