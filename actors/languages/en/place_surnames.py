"""People who are called like places: *Jack London*, *Chad Stone*, *Lord Holland*.

A name that a document has in full, or after a form of address, is a person; the place's name
alone, after it, is that person too. It stays the place where the document speaks of the place
otherwise: before the person, in a place's position (*in London*), or, of a state, by its people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Draft

WHERE = frozenset(
    {"in", "at", "from", "near", "into", "outside", "across", "around", "through", "within"}
    | {"throughout", "inside", "via", "of", "for", "between"}
)
"""What stands before a place and seldom before a person who acts."""
MOTION = frozenset(
    {"go", "fly", "travel", "move", "return", "drive", "come", "send", "arrive", "head", "trip"}
    | {"visit", "deport", "extradite", "flight", "journey", "ship", "export", "ambassador"}
)
ADDRESSES = frozenset({"honorific", "royal", "military", "judge", "scholar", "police"})
"""Classes of titles that stand before a surname alone."""


def tell_people(drafts: Iterable[Draft]) -> list[Draft]:
    """The names, with places that are people's surnames or given names read as people."""
    found = _joined(list(drafts))
    places = [draft for draft in found if _place(draft)]
    for draft in places:
        if _addressed(draft):
            _person(draft)
    whole = {word: draft for draft in reversed(found) for word in _words(draft)}
    spoken = {draft.fact.id for draft in found if draft.fact is not None and draft.demonym}
    alone: dict[str, list[Draft]] = {}
    for draft in places:
        if draft.kind != "person":
            alone.setdefault(draft.text, []).append(draft)
    for word, mentions in alone.items():
        full = whole.get(word)
        if full is not None and not _meant(mentions, full, spoken):
            for draft in mentions:
                _person(draft)
    return found


def _joined(drafts: list[Draft]) -> list[Draft]:
    """The names in order, with a given name and a place right after it made one person."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.start):
        last = kept[-1] if kept else None
        if last is not None and last.end == draft.start and _place(draft) and _given(last):
            last.end, last.kind = draft.end, "person"
            continue
        if draft.kind == "place" and draft.fact is None and _called_like_a_place(draft):
            draft.kind = "person"
        kept.append(draft)
    return kept


def _given(draft: Draft) -> bool:
    """Whether a name is a person's given name alone."""
    from actors.knowledge.names import is_given_name

    return draft.kind == "person" and len(draft.span) == 1 and is_given_name(draft.text)


def _called_like_a_place(draft: Draft) -> bool:
    """Whether a supposed place is a given name and a known place, and none as a whole."""
    from actors.knowledge.names import gender_of, korean_name
    from actors.knowledge.places import find_place
    from actors.languages.en.facts import look_up

    first, _, last = draft.text.partition(" ")
    if korean_name(draft.text):
        return True
    if not last or " " in last or gender_of(first) is None or find_place(draft.text) is not None:
        return False
    fact = look_up(last)
    return find_place(first) is None and fact is not None and fact.kind == "country"


def _place(draft: Draft) -> bool:
    """Whether a name is that of a place or state by itself."""
    fact = draft.fact
    if fact is not None:
        return fact.kind == "country" and fact.form in ("name", "capital", "seat")
    return draft.kind == "place"


def _addressed(draft: Draft) -> bool:
    """Whether a form of address stands right before a name (*Lord Holland*, *Mr Brussels*)."""
    from actors.knowledge.roles import find_title

    doc, at = draft.doc, draft.start - 1
    if at > 0 and doc[at].text == ".":
        at -= 1
    if at < 0 or not doc[at].text.istitle() or doc[draft.end : draft.end + 1].text in ("'s", "’s"):
        return False
    title = find_title(doc[at].text)
    return title is not None and title.kind in ADDRESSES


def _words(draft: Draft) -> list[str]:
    """The parts of a person's full name by which the person may be called."""
    if draft.kind != "person":
        return []
    text = " ".join(draft.text.split())
    parts = text.split(" ")
    if len(parts) == 1:
        return [text] if _addressed(draft) else []
    return [parts[0], parts[-1], " ".join(parts[-2:])] if len(parts) > 2 else parts


def _meant(mentions: list[Draft], full: Draft, spoken: set[str]) -> bool:
    """Whether a document speaks of the place, where it has a person of that name."""
    if any(draft.start < full.start or _located(draft) for draft in mentions):
        return True
    fact = mentions[0].fact
    return fact is not None and fact.form == "name" and fact.id in spoken


def _located(draft: Draft) -> bool:
    """Whether a name stands where places do: *in London*, *flew to London*, *London, Ontario*."""
    before = draft.doc[draft.start - 1] if draft.start else None
    if before is None:
        return False
    word = before.lower_
    return word in WHERE or (word == "to" and before.head.lemma_.lower() in MOTION)


def _person(draft: Draft) -> None:
    draft.kind, draft.fact, draft.subtype = "person", None, None
    draft.metonymic = False


__all__ = ["tell_people"]
