"""What kind of actor a name is: person, organisation, country, place or group, and what sort."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from actors.knowledge.folding import fold
from actors.knowledge.names import is_given_name
from actors.languages.en import lexicon
from actors.languages.en.companies import legal, stem
from actors.languages.en.kind_words import beside, of_words, sort_of_words
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from actors.languages.en.drafts import Draft
    from actors.types import Kind

UNSURE = 0.65
"""How sure a recogniser is at least of a body that is called like a person."""
CONTEXT = 3.0
"""Votes that the words around a name weigh, where the recogniser has one a mention."""


def settle(drafts: list[Draft]) -> list[Draft]:
    """Give the same name the same kind all over a document, and organisations their sort.

    A name is what most of its mentions are, weighed by how sure the recogniser was; words beside
    it ("news agency X", "X militants", "Mr X") weigh more. Known actors are not voted on.
    """
    _landscapes(drafts)
    votes = _votes(drafts)
    _surnames(drafts, votes)
    _short_names(drafts, votes)
    _short_companies(drafts, votes)
    _lone_owners(drafts, votes)
    for draft in drafts:
        if draft.fact is None:
            draft.kind = _winner(votes[draft.folded], draft.kind)
    _families(drafts)
    sorts = _sorts(drafts)
    for draft in drafts:
        if draft.kind == "organisation" and draft.subtype is None:
            draft.subtype = sorts.get(draft.folded)
    return drafts


def _votes(drafts: list[Draft]) -> dict[str, Counter[Kind]]:
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for draft in drafts:
        tally = votes[draft.folded]
        tally[draft.kind] += draft.score  # type: ignore[assignment]
        if _called_like_a_person(draft):
            tally["person"] += UNSURE  # type: ignore[assignment]
        for kind in (of_words(draft), beside(draft)[0], _of_market(draft)):
            if kind is not None:
                tally[kind] += CONTEXT  # type: ignore[assignment]
    for draft in drafts:
        if _appointed(draft):
            votes[draft.folded]["person"] += CONTEXT  # type: ignore[assignment]
    _listed(drafts, votes)
    return votes


_MARKETS = ("bourse", "exchange", "stock exchange", "stock market", "futures", "bond market")


def _of_market(draft: Draft) -> Kind | None:
    """Place where a city names its market: *the Milan bourse fell*."""
    from actors.knowledge.places import find_city

    words = [
        token for token in draft.doc[draft.end : draft.end + 3] if token.text not in ("'s", "’s")
    ]
    after = " ".join(token.text for token in words[:2])
    market = any(after == name or after.startswith(f"{name} ") for name in _MARKETS)
    return "place" if market and find_city(draft.text) is not None else None


_APPOINTING = frozenset({"appointed", "elected", "named", "nominated"})


def _appointed(draft: Draft) -> bool:
    """Whether a name stands between a verb of appointing and an office (*named Olu Ade chair*)."""
    from actors.knowledge.roles import find_nominal

    verb = draft.doc[draft.start - 1] if draft.start else None
    if verb is None or verb.lower_ not in _APPOINTING or draft.fact is not None:
        return False
    after = draft.doc[draft.end : draft.end + 2]
    return any(find_nominal(text) for text in (after[:1].text, after.text))


def _listed(drafts: list[Draft], votes: dict[str, Counter[Kind]]) -> None:
    """A word after two bodies of a list, and no name of a person, is a body (*A, B and McKinsey*).

    A surname of somebody in the document is none.
    """
    for one, other, last in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if last.kind != "person" or len(last.span) > 1 or is_given_name(last.text):
            continue
        bodies = all(each.kind == "organisation" and each.fact is None for each in (one, other))
        if bodies and _comma(one, other) and _comma(other, last) and _joined(other, last):
            votes[last.folded]["organisation"] += CONTEXT  # type: ignore[assignment]


def _comma(left: Draft, right: Draft) -> bool:
    between = left.doc[left.end : right.start].text
    return between in (",", "and", ", and", "&", ", &")


def _joined(left: Draft, right: Draft) -> bool:
    return "and" in left.doc[left.end : right.start].text


def _landscapes(drafts: list[Draft]) -> None:
    """A firm's name before a word for land or water is the place there, as is *the Amazon* then."""
    natural = lexicon.words("landscapes")
    named = {d.folded for d in drafts if d.doc[d.end : d.end + 1].text.lower() in natural}
    for draft in drafts:
        fact = draft.fact
        if fact is None or fact.subtype != "company" or draft.folded not in named:
            continue
        draft.fact, draft.subtype, draft.kind = None, None, "place"


def _called_like_a_person(draft: Draft) -> bool:
    """Whether a name that is hardly a body or place is a given name and a rare word."""
    from actors.knowledge.names import gender_of
    from actors.knowledge.places import find_place
    from actors.knowledge.vocabulary import frequencies

    body = draft.kind in ("organisation", "place") and draft.fact is None
    if not body or draft.score >= UNSURE or len(draft.span) != 2:
        return False
    first, last = draft.span[0].text, draft.span[1].text
    rare = last[:1].isupper() and last.lower() not in frequencies() and find_place(last) is None
    return rare and gender_of(first) is not None and find_place(draft.text) is None


def _surnames(drafts: list[Draft], votes: dict[str, Counter[Kind]]) -> None:
    """A word that is the last of a person's full name is that person, whatever it looked like."""
    full = {draft.folded.split()[-1] for draft in drafts if _full_name(draft, votes)}
    for name in full & votes.keys():
        votes[name]["person"] += CONTEXT  # type: ignore[assignment]
    for draft in drafts:
        fact = draft.fact
        if fact is not None and fact.kind == "organisation" and draft.folded in full:
            draft.fact, draft.subtype = None, None


def _short_names(drafts: list[Draft], votes: dict[str, Counter[Kind]]) -> None:
    """An organisation's first word or name without legal form, alone and no person's, is it."""
    whole = [draft for draft in drafts if _whole_body(draft, votes)]
    bodies = {draft.folded.split()[0] for draft in whole}
    bodies |= {fold(short) for draft in whole if (short := stem(draft.text))}
    people = {word for draft in drafts if _full_name(draft, votes) for word in draft.folded.split()}
    for name in (bodies - people) & votes.keys():
        if (
            not is_given_name(name.split()[0])
            and max(votes[name], key=votes[name].__getitem__) == "person"
        ):
            votes[name]["organisation"] += CONTEXT  # type: ignore[assignment]


def _short_companies(drafts: list[Draft], votes: dict[str, Counter[Kind]]) -> None:
    """A word that opens a company's name and stands alone is that company, if it acts like one.

    *Burlington* is a town too: it is the company where it says, buys or sells something.
    """
    opened = {draft.folded.split()[0] for draft in drafts if _company(draft)}
    for draft in drafts:
        if draft.fact is None and draft.folded in opened and _deals(draft):
            votes[draft.folded]["organisation"] += CONTEXT  # type: ignore[assignment]


def _lone_owners(drafts: list[Draft], votes: dict[str, Counter[Kind]]) -> None:
    """A lone name that tells of *its* own is a body: *Raytheon said its profit rose*."""
    people = {word for draft in drafts if _full_name(draft, votes) for word in draft.folded.split()}
    at = sorted(draft.start for draft in drafts)
    for draft in drafts:
        lone = draft.kind == "person" and len(draft.span) == 1 and draft.folded not in people
        if lone and draft.fact is None and not is_given_name(draft.folded) and _owns(draft, at):
            votes[draft.folded]["organisation"] += CONTEXT  # type: ignore[assignment]


def _owns(draft: Draft, names: list[int]) -> bool:
    """Whether *its* follows a subject in its sentence, with no other name between."""
    token = draft.span.root
    if token.dep_ != "nsubj" or (token.i and lexicon.title(token.nbor(-1).text)):
        return False
    after = names[bisect_right(names, draft.start) :][:1] or [len(draft.doc)]
    between = draft.doc[draft.end : min(after[0], token.sent.end)]
    return any(word.lower_ == "its" for word in between)


def _company(draft: Draft) -> bool:
    """Whether a name of several words is a company's: by its last word, or *X and X*."""
    if draft.kind != "organisation" or len(draft.span) < 2:
        return False
    last = draft.span[-1].text
    sort = lexicon.sort_named(last.lower())
    return legal(last) or sort == "company" or last == draft.span[0].text


def _deals(draft: Draft) -> bool:
    """Whether a name is the subject of what companies do and towns don't."""
    token = draft.span.root
    verb = token.head.lemma_.lower()
    return token.dep_ == "nsubj" and (
        verb in reporting_verbs("subject") or verb in lexicon.words("deals")
    )


def _whole_body(draft: Draft, votes: dict[str, Counter[Kind]]) -> bool:
    several = draft.fact is None and len(draft.span) > 1
    return several and _winner(votes[draft.folded], draft.kind) == "organisation"


def _families(drafts: list[Draft]) -> None:
    """*The Alders* are a family, not a third person: a group."""
    surnames = {d.folded.split()[-1] for d in drafts if d.kind == "person" and len(d.span) > 1}
    plurals = {f"{name}{ending}" for name in surnames for ending in ("s", "es")} - surnames
    for draft in drafts:
        before = draft.doc[draft.start - 1].lower_ if draft.start else ""
        if draft.fact is None and draft.folded in plurals and before == "the":
            draft.kind, draft.subtype = "group", None


def _full_name(draft: Draft, votes: dict[str, Counter[Kind]]) -> bool:
    tally = votes[draft.folded]
    return len(draft.span) > 1 and tally["person"] > 0 and _winner(tally, draft.kind) == "person"


def _winner(votes: Counter[Kind], own: Kind) -> Kind:
    best = max(votes.values())
    return own if votes[own] == best else min(kind for kind in votes if votes[kind] == best)


def _sorts(drafts: list[Draft]) -> dict[str, str]:
    """The sort of each organisation, from its words and from those beside its mentions."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        if draft.kind != "organisation":
            continue
        for sort in (sort_of_words(draft), beside(draft)[1]):
            if sort is not None:
                votes[draft.folded][sort] += 1
    return {name: min(tally, key=lambda s: (-tally[s], s)) for name, tally in votes.items()}
