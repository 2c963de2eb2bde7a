"""Which fuller names a partial one may be short for: found by an index, checked by name."""

from __future__ import annotations

from collections.abc import Iterator

from actors.knowledge.names import family_name_first
from actors.resolve.columns import SharedKeys
from actors.resolve.organisations import BodyName, body_name, initials
from actors.resolve.people import PersonName, compare_people
from actors.resolve.profiles import Profile, fullest_name
from actors.resolve.spelling import skeleton

Handle = tuple[str, str]

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
        yield ("surname", skeleton(name.surname))
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
            yield ("surname", skeleton(name.surname))
            if family_name_first(name.given[0]):
                yield ("surname", skeleton(name.given[0]))
            yield ("start", " ".join(name.tokens[:2]))
    elif profile.family == "body" and not name.acronym:
        spelled = {letters for letters in initials(name) if len(letters) > 2}
        yield from (("acronym", letters) for letters in sorted(bound | spelled))
    if not profile.partial:
        yield (profile.family, profile.form)
    if profile.family != "other":
        yield ("any", profile.form)


def _bound_acronyms(profile: Profile) -> set[str]:
    """Acronyms among the names that a document gives to the same entity."""
    if profile.family != "body":
        return set()
    texts = {text for member in profile.members for text, _ in member.names}
    return {body_name(text).text for text in texts if body_name(text).acronym}
