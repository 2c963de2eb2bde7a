"""When and where an event took place: the time and place that hang on its own clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from actors.knowledge.calendar import span
from actors.languages.en.relations.anchors import Anchors
from actors.languages.en.relations.arguments import slot_tokens
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.dateclauses import bare_year, dating_noun, titled, told_by
from actors.languages.en.relations.dateforms import MONTHS, Time, times
from actors.languages.en.reporting import reporting_verbs
from actors.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LIMITS = ("until", "till", "through", "by", "before", "since", "after", "from", "till", "than")
SAME_CLAUSE = ("xcomp", "conj", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "pcomp", "advcl")
APART = ("after", "before", "since", "until", "till", "following", "despite")
AHEAD: tuple[Modality, ...] = ("planned", "demanded", "possible", "conditional")
TIMES = ("npadvmod", "pobj", "nmod", "compound", "amod", "nummod", "tmod", "advmod")


def when(
    predicate: Token, sentence: Span, modality: Modality, published: date | None
) -> str | None:
    """When the event was (ISO 8601, as precise as it is said), or nothing.

    A bare weekday ahead of a planned event is the next one, not the last.
    """
    best: tuple[int, str] | None = None
    for time in times(sentence.text, published):
        token = token_at(sentence, time)
        if token is None or titled(sentence.text, time):
            continue
        if limited(token) and not spanned(sentence.text, time, token, predicate):
            continue
        if bare_year(sentence.text, time) and not dating_noun(token, predicate):
            continue
        far = steps(token, predicate)
        if far is not None and (best is None or far < best[0]):
            best = far, turned(time, sentence.text, modality, published)
    return best[1] if best else None


def token_at(sentence: Span, time: Time) -> Token | None:
    """The token of the expression that hangs on the rest of the sentence."""
    first = sentence.start_char + time.start
    span = sentence.doc.char_span(first, sentence.start_char + time.end, alignment_mode="expand")
    if span is None:
        return None
    root: Token = span.root
    return root


def spanned(text: str, time: Time, token: Token, predicate: Token) -> bool:
    """ "The war from 1846 to 1848" is when it was, "from 1846" only since when."""
    said = text[time.start : time.end].lower()
    return (
        "/" in time.when
        and said.startswith(("from", "between"))
        and (predicate in (token.head, token.head.head))
    )


def limited(token: Token) -> bool:
    """ "Until 2042", "since May": a limit, not the day of the event."""
    word = token
    for _ in range(3):
        if word.dep_ == "prep" or word.dep_ == "mark":
            span = token.lower_ in ("year", "month") and word.lower_ == "for"
            return span or word.lower_ in LIMITS
        if word.pos_ == "VERB":
            return False
        word = word.head
    return False


def steps(token: Token, predicate: Token) -> int | None:
    """How far a time hangs from a predicate, or nothing where another clause holds it."""
    chain: list[Token] = [token, *token.ancestors]
    if told_by(token, predicate):
        return 1
    holder = next(
        (word for word in chain[1:] if word.pos_ in ("VERB", "AUX") or word == predicate), None
    )
    if holder is None:
        return None
    if holder == predicate:
        return 0
    while holder.dep_ == "xcomp" and holder.tag_ == "VBG" and holder != predicate:
        holder = holder.head
    word, far = predicate, 1
    if holder.dep_ == "advcl" and holder.head == predicate and below_when(holder):
        return 2
    while word.head != word and far < 8:
        if word.dep_ not in SAME_CLAUSE and not (word.dep_ == "acl" and word.tag_ == "VBG"):
            return None
        if apart(word):
            return None
        word = word.head
        if word == holder:
            return None if reports(word) and predicate.pos_ == "VERB" else far
        far += 1
    return None


def below_when(verb: Token) -> bool:
    """ "A met B when C fell in 2018": that year dates both."""
    return any(child.lower_ == "when" for child in verb.children)


def apart(word: Token) -> bool:
    """ "Left on Monday after talks", "said on Monday that if A met B": another time."""
    if word.dep_ == "prep":
        return word.lower_ in APART
    marks = [child.lower_ for child in word.children if child.dep_ == "mark"]
    return word.dep_ == "advcl" and any(mark not in ("as", "while") for mark in marks)


def reports(verb: Token) -> bool:
    """Whether a verb reports, so that its date is that of the report."""
    return verb.lemma_.lower() in reporting_verbs("clause")


def turned(time: Time, text: str, modality: Modality, published: date | None) -> str:
    """A past reading of a weekday or month turned ahead for an event that is still to come."""
    said, days = text[time.start : time.end].lower(), span(time.when)
    past = published is not None and days is not None and days[1] < published
    if modality not in AHEAD or not past or said.split()[0] in ("last", "past"):
        return time.when
    if said.endswith("day") and said not in ("yesterday", "today"):
        return (date.fromisoformat(time.when) + timedelta(days=7)).isoformat()
    named = set(said.split()) & set(MONTHS.split()) and not said[-4:].isdigit()
    return year_on(time.when) if named else time.when


def year_on(when: str) -> str:
    """The same day or month a year later; the last of February for a leap day.

    >>> year_on("2020-02-29"), year_on("2020-03")
    ('2021-02-28', '2021-03')
    """
    later = f"{int(when[:4]) + 1}{when[4:]}"
    return later if span(later) else later[:-2] + "28"


def where(claim: Claim, predicate: Token, anchors: Anchors) -> str | None:
    """The place that the predicate's clause names, if it is none of the two ends."""
    ends = {claim.source.mention.entity, claim.target.mention.entity}
    for word in places(predicate):
        mention = anchors.heads.get(word.i)
        if mention is None or mention.kind not in ("place", "country"):
            continue
        if mention.entity not in ends:
            return mention.text
    return None


def places(predicate: Token) -> Sequence[Token]:
    """What "in", "at" and "near" govern on the predicate, its object and its object's verb."""
    holders = [predicate, *(c for c in predicate.children if c.dep_ in ("dobj", "attr"))]
    if predicate.pos_ == "NOUN" and predicate.head.pos_ == "VERB":
        holders.append(predicate.head)
    return [
        word
        for holder in holders
        for name in ("in", "at", "near")
        for word in slot_tokens(holder).get(name, [])
    ]
