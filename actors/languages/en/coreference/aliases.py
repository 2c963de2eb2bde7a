"""Other names that a text states: *also known as*, *formerly*, *dubbed*, *X, or Y,*, *X (Y)*.

Two names with nothing but such words between them are one actor, whatever kinds they were taken
for. *Formerly* and *now* alone join organisations only: of a person they may tell an office.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.coreference.clusters import best_name, merge
from actors.languages.en.drafts import Draft
from actors.languages.en.kind_words import of_words
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from actors.languages.en.drafts import Cluster

_HOW = (
    r"(?:also|better|best|formerly|previously|widely|commonly|originally|popularly|otherwise|now"
    r"|sometimes|locally)"
)
_BE = r"(?:is|was|are|were|has been|had been)"
_IS = rf"(?:(?:who|which|that) {_BE} )"
_BY = r"by (?:the|its|his|her|their) (?:\w+ )?(?:nickname|name|alias|initials|acronym)(?: of)?"
_KNOWN = rf"(?:{_IS}|{_BE} )?(?:{_HOW} )?known (?:(?:\w+ ){{0,2}}as|{_BY})"
_CHANGED = r"(?:(?:has|had) )?changed (?:its|his|her) name to"
_DUBBED = r"(?:dubbed|nicknamed|re(?:nam|brand)ed(?: as)?)"
_NAMED = (
    rf"(?:{_IS}(?:{_HOW} )?(?:called|named)|{_HOW} (?:called|named)|{_IS}?(?:{_HOW} )?{_DUBBED})"
)
_NAME = r"whose (?:former|real|full|old|original|birth|other|new) name (?:is|was)"
_SHORT = r"(?:alias|aka|a\.k\.a\.?|a/k/a|née|nee|né)"
_LOOSE = rf"[,(]? ?{_KNOWN}| ?{_CHANGED}| ?{_BE} (?:now|also) (?:called|named)"
_STATED = re.compile(
    rf"(?:{_LOOSE}|[,(] ?(?:{_NAMED}|{_NAME}|{_SHORT})) (?:the )?[\"“‘']?", re.IGNORECASE
)
_BODIES = re.compile(r"(?:, ?|\()(?:formerly|previously|originally|now)(?: the)? ?", re.IGNORECASE)
_OR = re.compile(r", or (?:the )?")
_BRACKET = re.compile(r"\(")
_QUOTED = re.compile(r"\([\"“‘']")
_CALLED = re.compile(r"(?:[A-Z][\w’'-]+)(?: (?:(?:of|the|de|al) )?[A-Z][\w’'-]+){0,3}")
_NEWER = re.compile(r"\b(?:now|renamed|rebranded|new name|whose real|name to)\b")
FAR = 60
"""Characters at most between two names of one actor."""


def link_aliases(clusters: list[Cluster]) -> None:
    """Join the actors that a text says are one under two names."""
    owner = {id(draft): cluster for cluster in clusters for draft in cluster.mentions}
    drafts = [draft for cluster in clusters for draft in cluster.mentions if not draft.demonym]
    for left, right in pairwise(sorted(drafts, key=lambda draft: draft.start)):
        if not stated(left, right):
            continue
        first, second = owner[id(left)], owner[id(right)]
        if first is second or not _may_be_one(first, second):
            continue
        _mark(left, right, first, second)
        into, other = (second, first) if _surer(second, first) else (first, second)
        moved = list(other.mentions)
        merge(clusters, into, other, f"other name of {best_name(into)}, as the text says")
        owner |= {id(draft): into for draft in moved}


def _mark(left: Draft, right: Draft, first: Cluster, second: Cluster) -> None:
    """Mark which of two names is not the one that the actor goes by: the former, the second."""
    between = left.doc[left.end : right.start].text.lower()
    newer = bool(_NEWER.search(between))
    for draft in (first if newer else second).mentions:
        draft.other = draft.folded == (left if newer else right).folded


def aliases(doc: Doc, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Names after a cue that were not recognised: *Jon Holm, dubbed the Fox*."""
    text = text_of(doc)
    for draft in drafts:
        if draft.kind not in ("person", "organisation"):
            continue
        end = draft.span.end_char
        after = text[end : end + FAR].replace("\n", " ")
        cue = _STATED.match(after.lstrip(" "))
        if cue is None:
            continue
        start = end + len(after) - len(after.lstrip(" ")) + cue.end()
        name = _CALLED.match(text, start)
        span = doc.char_span(*name.span()) if name is not None else None
        if span is not None:
            yield Draft(doc, span.start, span.end, draft.kind, score=0.7)


def stated(left: Draft, right: Draft) -> bool:
    """Whether the words between two names say that they are of one actor."""
    between = left.doc[left.end : right.start].text.replace("\n", " ")
    if len(between) > FAR or left.level != "name" or right.level != "name":
        return False
    if _says(_STATED, between):
        return True
    if _says(_QUOTED, between):
        return bool(left.doc[right.end + 1 : right.end + 2].text == ")")
    after = left.doc[right.end : right.end + 1].text
    if _says(_BRACKET, between) and _in_a_tongue(right):
        return True
    if _says(_BODIES, between):
        return "organisation" in (left.kind, right.kind) and after in (",", ")", ".", ";")
    if not left.kind == right.kind == "organisation":
        return False
    if _says(_OR, between):
        return after in (",", ".") and not _listed(left)
    return _says(_BRACKET, between) and after == ")" and _translated(left, right)


def _says(cue: re.Pattern[str], between: str) -> bool:
    """Whether words are a cue, with or without a space at their end."""
    return bool(cue.fullmatch(between) or cue.fullmatch(f"{between} "))


def _in_a_tongue(right: Draft) -> bool:
    """Whether a name in brackets is one in another language: *(Jabhat al-Fajr in Arabic)*."""
    rest = [token.lower_ for token in right.doc[right.end : right.end + 3]]
    return rest[:1] == ["in"] and rest[2:] == [")"] and rest[1] in lexicon.words("tongues")


def _listed(left: Draft) -> bool:
    """Whether a name is an item of a list: *Acme, Talvo, or Norhaven*."""
    return bool(left.start) and left.doc[left.start - 1].text in (",", "and", "or")


def _translated(left: Draft, right: Draft) -> bool:
    """Whether a bracket is another name, not where a body belongs: both of several words."""
    lengths = {len(left.span), len(right.span)}
    return min(lengths) > 1 and of_words(right) is None and of_words(left) is not None


def _may_be_one(first: Cluster, second: Cluster) -> bool:
    facts = [each.fact for each in (first, second) if each.fact is not None]
    if len(facts) == 2 or any(fact.kind == "country" for fact in facts):
        return False
    kinds = {first.kind, second.kind}
    return len(kinds) == 1 or bool(kinds & {"person", "organisation"})


def _surer(one: Cluster, other: Cluster) -> bool:
    """Whether its names, or what is known, tell the kind of an actor, but not of another."""
    return _told(one) and not _told(other)


def _told(cluster: Cluster) -> bool:
    names = (draft for draft in cluster.mentions if draft.level == "name")
    return cluster.fact is not None or any(of_words(draft) is not None for draft in names)


__all__ = ["aliases", "link_aliases", "stated"]
