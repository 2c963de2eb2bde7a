"""Names in a parsed document: what the recogniser found, corrected and completed by facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actors.extract import lexicon
from actors.extract.bylines import credits
from actors.extract.drafts import Draft
from actors.extract.facts import Fact, look_up
from actors.extract.units import units

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from actors.types import Kind

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "GRP": "group",
}
LONGEST = 8
"""Words of the longest known name."""


def names(doc: Doc) -> list[Draft]:
    """The names of a document in order, none inside another."""
    found = _recognised(doc)
    known = list(_known(doc))
    drafts = _settle(found, known)
    drafts += [draft for draft in units(doc) if _alone(draft, drafts)]
    everything = drafts + _again(doc, drafts)
    credit = credits(doc.text)
    kept = (draft for draft in everything if not _inside(draft, credit))
    return sorted(kept, key=lambda draft: draft.start)


def _alone(draft: Draft, drafts: list[Draft]) -> bool:
    return all(each.end <= draft.start or draft.end <= each.start for each in drafts)


def _inside(draft: Draft, spans: list[tuple[int, int]]) -> bool:
    return any(start <= draft.span.start_char < end for start, end in spans)


def _recognised(doc: Doc) -> list[Draft]:
    drafts: list[Draft] = []
    for draft in _spans(doc):
        if drafts and _one_person(drafts[-1], draft):
            drafts[-1].end = draft.end
        else:
            drafts.append(draft)
    return drafts


def _one_person(left: Draft, right: Draft) -> bool:
    """Whether a given name and what follows it were cut apart (*Angela* and *Merkel*)."""
    from actors.knowledge.names import is_given_name

    if (left.kind, right.kind) != ("person", "person") or left.end != right.start:
        return False
    return is_given_name(left.text) and right.end - right.start == 1


def _spans(doc: Doc) -> Iterator[Draft]:
    for span in doc.ents:
        kind = KINDS.get(span.label_)
        if kind is None:
            continue
        for piece in _lines(span):
            start, end = trimmed(piece, kind)
            if end > start and _nameable(doc[start:end], kind):
                yield Draft(doc, start, end, kind, score=score(span))


def score(span: Span) -> float:
    """How sure the recogniser is of a name, 0 to 1; 0.8 where it does not say."""
    group = span.doc.spans.get("actors_recogniser")
    if group is None:
        return 0.8
    scores = zip(group, group.attrs["scores"], strict=True)
    return next((value for each, value in scores if each.start == span.start), 0.8)


def _lines(span: Span) -> Iterator[Span]:
    """The parts of a span that line breaks cut it into."""
    start = span.start
    for token in span:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield span.doc[start : token.i]
            start = token.i + 1
    if span.end > start:
        yield span.doc[start : span.end]


def trimmed(span: Span, kind: Kind) -> tuple[int, int]:
    """The tokens of a name without article, title, quotation marks and possessive ending."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (_outer(doc[start]) or _region(doc, start, end)):
        start += 1
    while end > start and (_outer(doc[end - 1]) or _trailing(doc[end - 1], kind)):
        end -= 1
    while kind == "person" and end - start > 1 and lexicon.title(doc[start].text):
        start += 2 if doc[start + 1].text == "." else 1
    return start, end


def _region(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a part of a state (*northern Afghanistan*): the state is what is named."""
    if end - start < 2 or doc[start].lower_ not in lexicon.DIRECTIONS:
        return False
    whole, rest = look_up(doc[start:end].text), look_up(doc[start + 1 : end].text)
    return whole is None and rest is not None and rest.kind == "country"


def _trailing(token: Token, kind: Kind) -> bool:
    text = token.text
    if text in lexicon.POSSESSIVE or text in lexicon.SMALL or text.strip("-–") == "":
        return True
    return kind == "organisation" and text in lexicon.COMMON_NOUNS


def _outer(token: Token) -> bool:
    return token.is_space or token.lower_ in lexicon.ARTICLES or token.text in lexicon.MARKS


def _nameable(span: Span, kind: Kind) -> bool:
    text = span.text
    if not any(letter.isupper() for letter in text) or text.lower() in lexicon.NEVER:
        return False
    if "@" in text or "://" in text or "www." in text:
        return False
    return not (kind == "person" and any(letter.isdigit() for letter in text))


def _known(doc: Doc) -> Iterator[Draft]:
    """The longest known names, left to right."""
    position = 0
    while position < len(doc):
        fact, end = _longest(doc, position)
        if fact is None:
            position += 1
            continue
        kind = kind_of(fact)
        yield Draft(doc, position, end, kind, subtype=fact.subtype, score=0.95, fact=fact)
        position = end


def kind_of(fact: Fact) -> Kind:
    """The kind of a mention by which a known actor is named."""
    if fact.form == "demonym":
        return "group"
    return "place" if fact.form in ("capital", "seat") else fact.kind


def _longest(doc: Doc, start: int) -> tuple[Fact | None, int]:
    if not _may_start(doc[start]):
        return None, start
    limit = min(start + LONGEST, len(doc))
    for end in range(limit, start, -1):
        last = doc[end - 1]
        if _outer(last) or last.text in lexicon.POSSESSIVE or "\n" in doc[start:end].text:
            continue
        fact = look_up(doc[start:end].text)
        if fact is not None and _whole(doc, start, end):
            return fact, _capital_end(doc, start, end)
    return None, start


def _capital_end(doc: Doc, start: int, end: int) -> int:
    """The end of a known name without the common nouns after it (*RIA news agency*)."""
    while end - start > 1 and doc[end - 1].text.islower():
        end -= 1
    return end


def _may_start(token: Token) -> bool:
    text = token.text
    return not _outer(token) and (text[0].isupper() or text.startswith(("al", "el")))


def _whole(doc: Doc, start: int, end: int) -> bool:
    """Whether a known name is not part of a longer word or of a capitalised name before it."""
    return not (start and doc[start - 1].text in "-–@#./" and not doc[start - 1].whitespace_)


def _settle(found: list[Draft], known: list[Draft]) -> list[Draft]:
    """One list out of what was recognised and what is known: longer names win, facts give kinds."""
    chosen: list[Draft] = []
    for draft in found:
        inside = [each for each in known if each.start < draft.end and draft.start < each.end]
        chosen += _one(draft, inside)
    taken = {token for draft in chosen for token in range(draft.start, draft.end)}
    for draft in known:
        if taken.isdisjoint(range(draft.start, draft.end)) and _sure(draft):
            chosen.append(draft)
    return chosen


def _one(draft: Draft, inside: list[Draft]) -> Iterable[Draft]:
    """A recognised name after comparing it with the known names that it overlaps."""
    if not inside:
        return [draft]
    first = inside[0]
    if len(inside) == 1 and (first.start, first.end) == (draft.start, draft.end):
        return [_identified(draft, first)]
    if len(inside) == 1 and first.start <= draft.start and draft.end <= first.end:
        return [first]
    if _listing(draft, inside):
        return inside
    if first.start == draft.start and first.kind == "group" and draft.kind in ("group", "person"):
        rest = Draft(draft.doc, first.end, draft.end, draft.kind, score=draft.score)
        if draft.kind == "person" and rest.end > rest.start:
            return [first, *_one(rest, inside[1:])]
        return inside
    if draft.kind == "group" and not draft.doc[draft.start].text[0].islower():
        return inside
    if first.kind == "group" and first.start == draft.start and inside[-1].end == draft.end:
        return inside if len(inside) == 2 and inside[1].kind == "organisation" else [draft]
    return [draft]


def _listing(draft: Draft, inside: list[Draft]) -> bool:
    """Whether a span is known names with nothing but marks and conjunctions between them."""
    covered = {token for each in inside for token in range(each.start, each.end)}
    rest = [draft.doc[i] for i in range(draft.start, draft.end) if i not in covered]
    return all(
        token.is_punct or token.is_space or token.lower_ in lexicon.JOINERS for token in rest
    )


def _identified(draft: Draft, known: Draft) -> Draft:
    """A recognised name that is exactly a known one."""
    fact = known.fact
    assert fact is not None
    if draft.kind == "person" and (fact.unsure or fact.kind == "organisation"):
        return draft
    known.score = max(draft.score, known.score)
    return known


def _sure(draft: Draft) -> bool:
    """Whether a known name that the recogniser left out is one all the same."""
    fact = draft.fact
    if fact is None or fact.unsure:
        return False
    if fact.form == "capital" and draft.span.root.pos_ != "PROPN":
        return False
    span = draft.span
    if draft.kind == "group" and span[-1].pos_ == "NOUN" and _language(draft):
        return False
    return not (len(span) == 1 and span[0].is_upper and len(span.text) < 3)


def _language(draft: Draft) -> bool:
    before = draft.doc[draft.start - 1] if draft.start else None
    return before is not None and before.lemma_.lower() in lexicon.LANGUAGE_CUES


def _again(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Other places where a recognised name stands word for word."""
    taken = {token for draft in drafts for token in range(draft.start, draft.end)}
    patterns = _patterns(drafts)
    extra: list[Draft] = []
    for start in range(len(doc)):
        for model in patterns.get(doc[start].text, ()):
            end = start + model.end - model.start
            if end > len(doc) or not taken.isdisjoint(range(start, end)):
                continue
            if doc[start:end].text == model.text and _stands_alone(doc, start, end):
                extra.append(replace(model, start=start, end=end, score=0.7))
                taken.update(range(start, end))
                break
    return extra


def _patterns(drafts: list[Draft]) -> dict[str, list[Draft]]:
    patterns: dict[str, list[Draft]] = {}
    seen: set[str] = set()
    for draft in sorted(drafts, key=lambda draft: draft.start - draft.end):
        text = draft.text
        if text not in seen and _distinct(draft):
            seen.add(text)
            patterns.setdefault(draft.doc[draft.start].text, []).append(draft)
    return patterns


def _distinct(draft: Draft) -> bool:
    """Whether a name is unlike any common word, so that it means the same wherever it stands."""
    text = draft.text
    return len(text) > 2 and (len(draft.span) > 1 or not draft.doc.vocab[text.lower()].is_stop)


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether no capitalised word before or after makes it part of a longer name."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and (
        before.text in "@#-" or (before.ent_type_ and before.whitespace_ == "")
    ):
        return False
    glued = after is not None and after.text in ("-", "@") and not doc[end - 1].whitespace_
    return not glued or doc[end + 1 : end + 2].text in lexicon.HYPHEN_ENDINGS


__all__ = ["kind_of", "names", "score", "trimmed"]
