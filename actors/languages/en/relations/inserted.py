"""Reporting words put into what they report: "A wants peace, B said, and has pressed C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTES = ('"', "”", "''", "’", "»")


def resumed(verb: Token) -> Token | None:
    """The clause that a joined verb goes on with, past the reporting words before it.

    The parser joins "has pressed" to "said". With commas on both sides of "B said" and no
    quotation closed before it, what follows is still what is reported, and A's.
    """
    report = verb.head
    if told_by_tense(verb):
        return report.head
    if verb.dep_ != "conj" or report.lemma_.lower() not in reporting_verbs("clause"):
        return None
    link = next((c for c in report.children if c.dep_ == "cc" and report.i < c.i < verb.i), None)
    main = reported_before(report)
    if link is None or main is None or link.nbor(-1).text != ",":
        return None
    first = min(report.i, *(c.left_edge.i for c in report.children if c.dep_ == "nsubj"))
    before = report.doc[first - 1]
    closed = any(word.text in QUOTES for word in report.doc[max(first - 2, 0) : first])
    return main if before.text == "," and not closed else None


def told_by_tense(verb: Token) -> bool:
    """ "A said that B had lied, and sued B": "sued" goes on with "said", not with "had lied"."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or clause.head.i > clause.i:
        return False
    helped = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    other = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    link = next((c for c in clause.children if c.dep_ == "cc" and clause.i < c.i < verb.i), None)
    comma = link is not None and link.nbor(-1).text == ","
    past = verb.tag_ in ("VBD", "VBN") and not helped and clause.head.tag_ == "VBD"
    finite = verb.tag_ == "VBD" and other & {"would", "will", "could", "can", "may", "might"}
    return past and ((comma and "had" in other) or bool(finite))


def lent(verb: Token) -> Token | None:
    """The subject of "A, B said, left", which the parser gives to "said" beside its own."""
    for report in verb.children:
        if report.dep_ == "parataxis" and report.i < verb.i:
            subjects = [child for child in report.children if child.dep_ == "nsubj"]
            if len(subjects) > 1:
                return subjects[0]
    return None


def reported_before(report: Token) -> Token | None:
    """The clause before the reporting words, whichever of the two the parser hangs up."""
    if not any(child.dep_ == "nsubj" for child in report.children):
        return None
    if report.dep_ == "parataxis" and report.head.pos_ in ("VERB", "AUX"):
        return report.head if report.head.i < report.i else None
    for child in report.children:
        if child.dep_ == "ccomp" and child.right_edge.i < report.i:
            return child
    return None
