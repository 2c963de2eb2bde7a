"""Names that several bodies go by: whose *Congress*, and which *NPA*, a document means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.coreference.acronyms import initialism

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from actors.knowledge.organisations import Organisation
    from actors.languages.en.drafts import Draft
    from actors.languages.en.facts import Fact

LITTLE = 3
"""Letters of a word that tells nothing (*of*, *the*)."""
LARGE = 100_000
"""Inhabitants from which the name of a city tells its state."""
SEVERAL = 3
"""Bodies of one state that tell it where no state is named."""
OFFICES = frozenset({"ministry", "department", "office", "secretariat"})
"""Words for a part of a government."""
LEAST = 2
"""Mentions of its bodies that tell a state, in a document that names another state."""
SHARE = 1 / 3
"""Of how often the state most spoken of is named, that the state of a known body has to be."""


def tell_homes(drafts: Iterable[Draft]) -> None:
    """Forget the known body behind an ambiguous name where the document is about other states.

    It stays an organisation under the name that the text gives. Nobody is meant by default: a
    document that names no state tells nothing, unless it names several such bodies of one state,
    and one that names the body in full means it. A state is spoken of by its own name, by its
    places and by its bodies (the FBI, the Bundestag).
    """
    every = list(drafts)
    bodies = [(draft, country) for draft in every if (country := _home(draft.fact))]
    plain = {draft.fact for draft, _ in bodies if not _ambiguous(draft)}
    spoken = _spoken(every)
    for draft, country in bodies:
        if not _ambiguous(draft):
            continue
        owner = _owner(draft)
        mine = draft.fact in plain or _at_home(country, spoken)
        if owner != country and (owner or not mine):
            draft.fact = None
    for draft in every:
        if draft.kind == "organisation" and _body(draft) is None and _ambiguous(draft):
            _take_home(draft, spoken)


def _spoken(drafts: list[Draft]) -> Counter[str]:
    """How often a document speaks of each state."""
    spoken = Counter(state for draft in drafts if (state := _spoken_of(draft)))
    named = Counter(state for draft in drafts if (state := _named_by(draft)))
    if named:
        spoken = Counter({s: n for s, n in spoken.items() if named[s] or n >= LEAST})
    if not spoken:
        told = {(home, each.fact.id) for each in drafts if each.fact and (home := _home(each.fact))}
        spoken.update(country for country, _ in sorted(told))
        spoken = Counter({state: times for state, times in spoken.items() if times >= SEVERAL})
    return spoken


def _home(fact: Fact | None) -> str:
    """The state of a known body, empty for a body of none and for what is no body."""
    if fact is None:
        return ""
    kind, _, key = fact.id.partition(":")
    if kind == "seat":
        return key.rpartition(":")[2]
    body = organisation_of(fact)
    return body.country if body is not None else ""


def _spoken_of(draft: Draft) -> str:
    """The state that a name speaks of, by itself: its name, people, place or body."""
    if draft.fact is None or draft.fact.id.startswith("state:"):
        return _named_by(draft)
    return "" if _ambiguous(draft) else _home(draft.fact)


def _named_by(draft: Draft) -> str:
    """The state whose name, people or place a name is."""
    fact = draft.fact
    if fact is not None:
        return fact.id.removeprefix("state:") if fact.id.startswith("state:") else ""
    return _country_of(draft) if draft.kind == "place" else ""


def _country_of(draft: Draft) -> str:
    """The state that a known place lies in; a small town may lie anywhere."""
    from actors.knowledge.places import find_place

    place = find_place(draft.text)
    known = place is not None and (place.kind != "city" or place.population >= LARGE)
    return place.country if place is not None and known else ""


def _at_home(country: str, spoken: Counter[str]) -> bool:
    """Whether a document speaks of the state of a body, and not mainly of others."""
    return spoken[country] > 0 and spoken[country] >= SHARE * max(spoken.values())


def _owner(draft: Draft) -> str:
    """The state that owns a body: *Nigeria's Senate*, *the Senate of Nigeria*; empty for none."""
    return state_before(draft) or state_after(draft)


def state_before(draft: Draft) -> str:
    """The id of the state right before a name (*Kenya's*, *the Kenyan*), or nothing."""
    doc, at = draft.doc, draft.start - 1
    if at > 0 and doc[at].text in lexicon.POSSESSIVE:
        at -= 1
    return next((i for n in (3, 2, 1) if (i := _state_in(doc, at + 1 - n, at + 1))), "")


def state_after(draft: Draft) -> str:
    """The id of the state that a name is *of*, or nothing."""
    doc, at = draft.doc, draft.end
    if doc[at : at + 1].text.lower() != "of":
        return ""
    at += 2 if doc[at + 1 : at + 2].text.lower() == "the" else 1
    return next((i for n in (3, 2, 1) if (i := _state_in(doc, at, at + n))), "")


def _state_in(doc: Doc, start: int, end: int) -> str:
    from actors.languages.en.facts import look_up

    within = 0 <= start < end <= len(doc) and not (doc[start].is_punct or doc[end - 1].is_punct)
    fact = look_up(doc[start:end].text) if within else None
    told = fact is not None and fact.form in ("name", "demonym")
    state = fact.id if fact is not None and told and fact.id.startswith("state:") else ""
    return state.removeprefix("state:")


def _take_home(draft: Draft, spoken: Counter[str]) -> None:
    """Give a ministry or court of no state in particular to the state that is most spoken of.

    *The Justice Department* is that of the United States in a report on them, where it is known
    by that name.
    """
    from actors.languages.en.facts import look_up, organisation

    fact = organisation(draft.text) or look_up(draft.text)
    country = _home(fact)
    if not country or _owner(draft) not in ("", country):
        return
    if spoken[country] and spoken[country] == max(spoken.values()):
        draft.fact, draft.subtype = fact, (fact and fact.subtype) or draft.subtype


def tell_initials(drafts: Iterable[Draft]) -> None:
    """Forget the known body behind an acronym that the document writes out as another body.

    *The National Prosecuting Authority (NPA)* is no New People's Army. One written out as the
    known body, in whatever spelling, stays.
    """
    every = list(drafts)
    long = [d for d in every if d.kind == "organisation" and d.fact is None and " " in d.text]
    named = {body.id for d in every if not d.text.isupper() and (body := _body(d)) is not None}
    for draft in every:
        body = _body(draft) if draft.text.isupper() else None
        if body is None or body.id in named:
            continue
        written = [other.text for other in long if initialism(draft.text, other.text)]
        if written and not any(_alike(body.name, text) for text in written):
            draft.fact = None


def _alike(one: str, other: str) -> bool:
    """Whether two names share half of the words of the first."""
    words = _words(one)
    return 2 * len(words & _words(other)) >= len(words)


def _words(name: str) -> frozenset[str]:
    from actors.knowledge.folding import fold

    return frozenset(word for word in fold(name).split() if len(word) > LITTLE)


def _body(draft: Draft) -> Organisation | None:
    return organisation_of(draft.fact) if draft.fact is not None else None


def organisation_of(fact: Fact) -> Organisation | None:
    """The known body that a fact means."""
    from actors.knowledge.organisations import organisation_by_id

    kind, _, key = fact.id.partition(":")
    return organisation_by_id(key) if kind == "organisation" else None


def _ambiguous(draft: Draft) -> bool:
    """Whether several states have a body of that name, as all have a ministry of justice."""
    from actors.knowledge.ambiguity import ambiguous

    return ambiguous(draft.text) is not None or general(draft.text)


def general(name: str) -> bool:
    """Whether a name says only what a body of state is for, not whose it is.

    >>> general("Department of Justice"), general("Foreign Ministry"), general("Justice Ministry")
    (True, True, True)
    >>> general("Russian Foreign Ministry"), general("Department of Justice of Kenya")
    (False, False)
    """
    words = [word for word in name.lower().removeprefix("the ").split() if word != "of"]
    offices = {word for word in words if word in OFFICES}
    rest = [word.strip(",") for word in words if word not in OFFICES]
    purposes = lexicon.words("portfolios") | lexicon.SMALL | {"foreign", "internal"}
    return bool(offices and rest) and all(word in purposes for word in rest)
