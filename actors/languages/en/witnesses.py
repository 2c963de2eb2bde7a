"""An acronym means the known body only if the document bears it out.

*PDF* is the People's Defence Force in a report that names Myanmar or writes the name out, and a
format of files in a manual. What counts as a second witness: the name in full, the state or a
place of the body, a member of a regional body, another body of the same field or state, words of
its own name. What an acronym is said to stand for in brackets beats everything.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.capitals import is_shouted_word
from actors.languages.en.glosses import explained, laws_by_letters, spelled_out, things_by_letters
from actors.languages.en.homes import organisation_of
from actors.languages.en.parsed import text_of
from actors.languages.en.sport import speaks_of_sport, sport_of
from actors.languages.en.technical import technical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from actors.knowledge.organisations import Organisation
    from actors.languages.en.drafts import Draft

REGIONAL = 30
"""Members up to which a member of a body tells that the body is meant."""
LITTLE = 3
"""Letters of a word that tells nothing."""
LARGE = 100_000
"""Inhabitants from which a city is a place of its state by its name alone."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def witnessed(doc: Doc, drafts: Iterable[Draft]) -> list[Draft]:
    """The names, without known bodies behind acronyms that nothing else in the document tells.

    Such a name stays what the recogniser takes it for; one that only the table knows is no name.
    """
    every = list(drafts)
    hearing = _Hearing(doc, every)
    kept = []
    for draft in every:
        body = _by_letters(draft)
        if _is_no_body(draft) if body is not None else hearing.names_a_thing(draft):
            continue
        if body is None or hearing.supports(draft, body):
            kept.append(draft)
        elif hearing.names_a_body(draft):
            kept.append(_plain(draft))
    return kept


def _is_no_body(draft: Draft) -> bool:
    return is_shouted_word(text_of(draft.doc), draft.span.start_char, draft.span.end_char)


def _plain(draft: Draft) -> Draft:
    """The name as the recogniser has it."""
    from actors.languages.en.spans import KINDS

    draft.fact, draft.subtype = None, None
    draft.kind = KINDS.get(draft.doc[draft.start].ent_type_, "organisation")
    return draft


def _by_letters(draft: Draft) -> Organisation | None:
    """The known body that a name means by its letters alone."""
    from actors.knowledge.acronyms import acronym_of

    body = organisation_of(draft.fact) if draft.fact is not None else None
    return body if body is not None and acronym_of(draft.text) is body else None


class _Hearing:
    """What a document says that bears on the bodies behind its acronyms."""

    def __init__(self, doc: Doc, drafts: list[Draft]) -> None:
        self.text = text_of(doc)
        self.words = frozenset(_stem(word) for word in _WORD.findall(text_of(doc)))
        cities = Counter(state for _, state in {pair for each in drafts for pair in _city(each)})
        self.states = frozenset(state for draft in drafts for state in _states(draft))
        self.states |= {state for state, places in cities.items() if places > 1}
        self.drafts = drafts
        self.named = {body.id: body for draft in drafts if (body := _named(draft)) is not None}
        self.technical = technical(text_of(doc)) or bool(sport_of(doc)) or speaks_of_sport(doc)
        self.answers: dict[tuple[str, str], bool] = {}
        self.said: dict[str, tuple[bool, bool]] = {}
        self.things = frozenset(draft.text for draft in drafts if _counted(draft))
        self.laws = frozenset(laws_by_letters(text_of(doc)))
        self.things |= frozenset(things_by_letters(text_of(doc)))

    def names_a_body(self, draft: Draft) -> bool:
        """Whether letters that are no known body name one all the same.

        They do where brackets write them out with capitals or where the recogniser says so;
        *an IRA* and *SNA (social network analysis)* are things.
        """
        body, thing = self._said_of(draft.text)
        return body or bool(draft.doc[draft.start].ent_type_ and not thing)

    def names_a_thing(self, draft: Draft) -> bool:
        """Whether letters that are no known body stand for a thing, as the text tells."""
        return (
            draft.fact is None
            and draft.text in self.things
            and not _counted(draft)
            and draft.text.isupper()
            and not self._said_of(draft.text)[0]
        )

    def _said_of(self, letters: str) -> tuple[bool, bool]:
        """Whether brackets write letters out as a body, and whether the text tells a thing."""
        if letters not in self.said:
            body = any(True for _ in spelled_out(self.text, letters))
            self.said[letters] = body, letters in self.things or explained(self.text, letters)
        return self.said[letters]

    def supports(self, draft: Draft, body: Organisation) -> bool:
        """Whether the document bears out that an acronym means a body."""
        key = (draft.text, body.id)
        if key not in self.answers:
            self.answers[key] = self._supports(draft.text, body)
        return self.answers[key]

    def _supports(self, letters: str, body: Organisation) -> bool:
        from actors.knowledge.acronyms import unmistakable

        told = list(spelled_out(self.text, letters))
        if told:
            return any(_alike(body, name) for name in told)
        if letters in self.laws or self._of_another_state(letters, body):
            return False
        return unmistakable(letters) or self._witness(body)

    def _of_another_state(self, letters: str, body: Organisation) -> bool:
        """Whether a party is named where its state is not, and another state is.

        Parties of two states often share their letters: the *ANC* of Kenya is not South Africa's.
        """
        if body.subtype != "party" or not body.country:
            return False
        others = [draft for draft in self.drafts if draft.text != letters]
        states = {state for draft in others for state in (*_states(draft), *_parts(draft))}
        return bool(states) and body.country not in states and body.id not in self._written()

    def _written(self) -> set[str]:
        """The bodies that are written out."""
        found = (draft for draft in self.drafts if _by_letters(draft) is None)
        return {body.id for draft in found if (body := _named(draft)) is not None}

    def _witness(self, body: Organisation) -> bool:
        if body.id in self.named or (_members(body) & self.states and not self.technical):
            return True
        if any(_kindred(body, other) for other in self.named.values()):
            return True
        telling = _telling(body)
        needed = max(1, (len(telling) + 1) // 2) if body.subtype == "igo" else 2
        told = len(telling & self.words) >= needed
        return told or (self._of_its_sort(body) and not self.technical)

    def _of_its_sort(self, body: Organisation) -> bool:
        """Whether a document that names no state speaks of what such bodies do."""
        return not self.states and len(_field(body.subtype) & self.words) >= 2


def _counted(draft: Draft) -> bool:
    """Whether letters are one thing of many: *an IRA*, but not *an IRA fighter*."""
    doc = draft.doc
    article = draft.start > 0 and doc[draft.start - 1].lower_ in ("a", "an")
    return article and doc[draft.end - 1].dep_ not in ("compound", "amod", "nmod")


def _alike(body: Organisation, name: str) -> bool:
    """Whether a name that a text writes out is one of a known body, or close to one."""
    mine = frozenset(map(_stem, _long_words(name)))
    forms = (frozenset(map(_stem, _long_words(each))) for each in (body.name, *body.aliases))
    return any(_mostly(form, mine) for form in forms)


def _mostly(form: frozenset[str], mine: frozenset[str]) -> bool:
    """Whether two names share most words; half do where no more than one of each differs.

    *Middle East and North Africa* shares half of its words with the *Middle East News Agency*.
    """
    shared = len(form & mine)
    half = 2 * shared == len(form) and len(mine) - shared <= 1
    return 2 * shared > len(form) or (half and shared > 0)


def _states(draft: Draft) -> Iterator[str]:
    """The states that a name speaks of: a state, its people, a place or a body of it."""
    from actors.knowledge.places import find_place

    fact = draft.fact
    if fact is not None and fact.id.startswith("state:"):
        yield fact.id.removeprefix("state:")
    body = _named(draft)
    if body is not None and body.country:
        yield body.country
    place = find_place(draft.text) if fact is None and draft.kind == "place" else None
    if place is not None and place.kind != "city":
        yield place.country


def _parts(draft: Draft) -> Iterator[str]:
    """The states that a name holds: *Northern Kenya*."""
    from actors.knowledge.states import find_state

    if draft.kind in ("organisation", "place") and len(draft.span) > 1:
        found = (find_state(token.text) for token in draft.span if token.is_title)
        yield from (state.id for state in found if state is not None)


def _city(draft: Draft) -> Iterator[tuple[str, str]]:
    """A large city and its state, of which one alone tells little: addresses name them too."""
    from actors.knowledge.places import find_place

    place = find_place(draft.text) if draft.fact is None and draft.kind == "place" else None
    if place is not None and place.kind == "city" and place.population >= LARGE:
        yield place.name, place.country


def _named(draft: Draft) -> Organisation | None:
    """The known body that a name means for sure: by its name, or by letters that need no other."""
    from actors.knowledge.acronyms import unmistakable

    body = organisation_of(draft.fact) if draft.fact is not None else None
    sure = body is not None and (_by_letters(draft) is None or unmistakable(draft.text))
    return body if sure else None


def _members(body: Organisation) -> frozenset[str]:
    """The states that tell of a body: its own, or those of a regional one."""
    from actors.knowledge.memberships import members_of

    if body.country:
        return frozenset({body.country})
    members = members_of(body.id)
    return frozenset(members if len(members) <= REGIONAL else ())


def _kindred(body: Organisation, other: Organisation) -> bool:
    """Whether another body shares most telling words of a name (*UN* and *UN agencies*)."""
    mine, others = _telling(body), _telling(other)
    return len(mine & others) >= 2


def _telling(body: Organisation) -> frozenset[str]:
    """The words of the name of a body that tell its field, not what sort of body it is."""
    return frozenset(_stem(word) for word in _long_words(body.name) if not _common(word))


@cache
def _field(sort: str) -> frozenset[str]:
    """What bodies of a sort are spoken of with, as stems."""
    return frozenset(map(_stem, lexicon.fields(sort)))


def _common(word: str) -> bool:
    folded = word.lower()
    return folded in lexicon.words("organisation_heads") or folded in lexicon.words("common_bodies")


def _long_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if len(word) > LITTLE]


def _stem(word: str) -> str:
    """A word without its ending, so that *labour*, *labor* and *labourers* agree.

    >>> _stem("Nations") == _stem("nation"), _stem("Programme") == _stem("program")
    (True, True)
    """
    from actors.knowledge.folding import fold

    return fold(word).removesuffix("s")[:7]


__all__ = ["witnessed"]
