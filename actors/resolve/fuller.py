"""Which fuller names a partial one may be short for: found by an index, checked by name."""

from __future__ import annotations

from collections.abc import Iterator

from actors.knowledge.names import family_name_first
from actors.resolve.columns import SharedKeys
from actors.resolve.lexicon import lexicon
from actors.resolve.organisations import BodyName, body_name, initials
from actors.resolve.people import PersonName, compare_people
from actors.resolve.profiles import Profile, fullest_name
from actors.resolve.spelling import skeleton

Handle = tuple[str, ...]

BOUND = "a document says that"
SPELLED = "a document says, and the initials agree, that"


class Fuller:
    """Fuller names, found by what shorter forms of them share with them."""

    def __init__(self, profiles: list[Profile]) -> None:
        self.profiles = profiles
        self._bound = {
            number: bound
            for number, profile in enumerate(profiles)
            if (bound := _bound_acronyms(profile))
        }
        self._index = SharedKeys(
            (handle, number)
            for number, profile in enumerate(profiles)
            for handle in _handles_of_fuller(profile, self._bound.get(number, set()))
        )

    def than(self, number: int) -> dict[int, str]:
        """Profiles whose name may be this one's in full, each with the reason."""
        profile = self.profiles[number]
        found: set[int] = set()
        for handle in _handles_of_partial(profile):
            found.update(self._index.under(handle))
        reasons = {other: self._fit(profile, other) for other in sorted(found - {number})}
        return {other: why for other, why in reasons.items() if why}

    def _fit(self, partial: Profile, number: int) -> str:
        """Why the one name can be short for the other; empty where it can't."""
        fuller = self.profiles[number]
        one, other = partial.name, fuller.name
        if isinstance(one, PersonName) and isinstance(other, PersonName):
            compared = compare_people(one, other)
            return compared.why if compared.relationship == "fits" else ""
        if partial.form == fuller.form:
            return _same_form(partial, fuller)
        if isinstance(one, BodyName) and isinstance(other, BodyName) and one.acronym:
            long = fullest_name(fuller.members[0])
            return _acronym_fit(one.text, long, one.text in self._bound.get(number, ()))
        return ""


def sureness(why: str) -> int:
    """How sure a reason is beside others: letters that a document explains are surest.

    >>> sureness(f"{SPELLED} EU is European Union") > sureness("initials of Eastern University")
    True
    """
    return 2 if why.startswith(SPELLED) else int(why.startswith(BOUND))


def _same_form(partial: Profile, fuller: Profile) -> str:
    tells_more = bool(fuller.identifiers) > bool(partial.identifiers)
    return "same name" if tells_more or partial.partial > fuller.partial else ""


def _acronym_fit(letters: str, long: str, bound: bool) -> str:
    spelled = letters in initials(body_name(long))
    if bound:
        return f"{SPELLED if spelled else BOUND} {letters.upper()} is {long}"
    return f"initials of {long}" if spelled else ""


def _handles_of_partial(profile: Profile) -> Iterator[Handle]:
    name = profile.name
    if isinstance(name, PersonName):
        last = skeleton(name.surname)
        yield from (("given", last, key) for key in sorted(_sought(name)))
        if not name.given:
            yield ("surname", last)
        if len(name.tokens) > 1:
            yield ("start", " ".join(name.tokens[:2]))
    elif name.acronym:
        yield ("acronym", name.text)
    if profile.family == "other":
        yield ("any", profile.form)
    elif not profile.identifiers:
        yield (profile.family, profile.form)


def _handles_of_fuller(profile: Profile, bound: set[str]) -> Iterator[Handle]:
    name = profile.name
    if isinstance(name, PersonName):
        if name.given:
            for last in sorted(_surnames(name)):
                yield ("surname", last)
                yield from (("given", last, key) for key in sorted(_found_by(name)))
            yield ("start", " ".join(name.tokens[:2]))
    elif profile.family == "body" and not name.acronym:
        spelled = {letters for letters in initials(name) if len(letters) > 2}
        yield from (("acronym", letters) for letters in sorted(bound | spelled))
    if not profile.partial:
        yield (profile.family, profile.form)
    if profile.family != "other":
        yield ("any", profile.form)


def _surnames(name: PersonName) -> set[str]:
    """What a lone surname may be looked for under; family names may stand first."""
    first = {name.given[0]} if family_name_first(name.given[0]) else set()
    return {skeleton(word) for word in {name.surname, *first}}


def _found_by(name: PersonName) -> set[str]:
    """What shorter names of a person are found by beside the surname: any form of the first name.

    Whoever has a given name fits only those whose first one it can be (`compare_people`), so that
    the many people of one surname need not all be compared with each other.
    """
    first = name.given[0]
    if len(first) == 1:
        return {f"1{first}"} | _forms(name)
    return {f"0{first[0]}"} | _forms(name)


def _sought(name: PersonName) -> set[str]:
    """The handles of `_found_by` under which a name with a given name looks for fuller ones."""
    if not name.given:
        return set()
    first = name.given[0]
    initial = {f"0{first}"} if len(first) == 1 else set()
    return {f"1{first[0]}"} | initial | _forms(name)


def _forms(name: PersonName) -> set[str]:
    """The first given name, what it is a pet name of, and the nickname, by their consonants."""
    first = name.given[0]
    known = {first, lexicon().pet_names.get(first, first), name.nickname} - {""}
    return {skeleton(word) for word in known}


def _bound_acronyms(profile: Profile) -> set[str]:
    """Acronyms among the names that a document gives to the same entity."""
    if profile.family != "body":
        return set()
    texts = {text for member in profile.members for text, _ in member.names}
    return {body_name(text).text for text in texts if body_name(text).acronym}
