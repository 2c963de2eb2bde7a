"""People: their names in the nominative, and which mentions mean one person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from actors.languages.drafts import Referent
from actors.languages.ru.lemmas import base_keys, first_name_gender, nominative
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.parsing import Word

__all__ = ["Person", "people", "turn_surnames"]

_GENDERS = {"Masc": "masc", "Fem": "femn"}
_PATRONYMIC = ("вич", "вна", "ична", "оглы", "кызы", "улы", "углы")


@dataclass(eq=False)
class Person:
    """A person of a document: every way in which it is named."""

    names: list[NamedMention] = field(default_factory=list)
    full: NamedMention | None = None
    gender: str = ""

    def takes(self, name: NamedMention) -> bool:
        """Whether a name may be this person's: its surname, a full name, with initials."""
        if self.full is None:
            return False
        mine, other = _tokens(self.full), _tokens(name)
        gender = _gender(name)
        if gender and self.gender and gender != self.gender and _sure_of_gender(name):
            return False
        if len(other) == 1:
            return _same(mine[-1], other[0]) or any(_same(one, other[0]) for one in mine[:-1])
        return _agree(mine, other) or _agree(mine, [*other[1:], other[0]])

    def add(self, name: NamedMention) -> None:
        """Take a name as one of this person's."""
        self.names.append(name)
        if self.full is None or _says(name) > _says(self.full):
            self.full = name
        self.gender = self.gender or _gender(name)

    @property
    def referent(self) -> Referent:
        """Who it is, under the fullest name, in the nominative."""
        assert self.full is not None
        reasons = {False: "name", True: f"surname of {self.title}"}
        for name in self.names:
            name.draft.reason = reasons[_says(name) < _says(self.full)]
        return Referent(self.title, "person", drafts=[name.draft for name in self.names])

    @property
    def title(self) -> str:
        """The fullest name in the nominative, as it is written where that is nominative."""
        assert self.full is not None
        alike = [name for name in self.names if _says(name) == _says(self.full)]
        plain = [name for name in alike if _is_nominative(name)]
        return " ".join(_base_form(plain[0] if plain else self.full, self.gender))


def people(names: Iterable[NamedMention]) -> list[Person]:
    """Names of people by who they mean: full names first, then what may be short for them."""
    found: list[Person] = []
    for name in sorted(names, key=lambda one: (-min(2, _says(one)), one.draft.start)):
        fitting = [person for person in found if person.takes(name)]
        person = _nearest(fitting, name) if fitting else Person()
        person.add(name)
        if not fitting:
            found.append(person)
    return found


def _nearest(fitting: Sequence[Person], name: NamedMention) -> Person:
    """Of several that a name may mean, who was spoken of last before it, by surname first."""
    token = _tokens(name)[-1]
    by_surname = [one for one in fitting if one.full and _same(_tokens(one.full)[-1], token)]
    start = name.draft.start

    def distance(person: Person) -> tuple[bool, int]:
        near = min(abs(start - other.draft.start) for other in person.names)
        return (all(other.draft.start > start for other in person.names), near)

    return min(by_surname or fitting, key=distance)


def turn_surnames(
    people: Sequence[NamedMention], lone: Iterable[NamedMention]
) -> list[NamedMention]:
    """Make people of lone words that are surnames of those whom the text names in full.

    Args:
        people: the names of people
        lone: names of one word, or words that may be one
    """
    known: set[str] = set()
    for name in people:
        if _says(name) > 1:
            known |= {key for key in base_keys(_tokens(name)[-1].text) if len(key) > 2}
    turned = [name for name in lone if not known.isdisjoint(base_keys(name.words[0].text))]
    for name in turned:
        name.draft.kind = "person"
    return turned


def _tokens(name: NamedMention) -> list[Word]:
    """The words of a name, without initials' points."""
    return [word for word in name.words if word.text[:1].isalpha()] or list(name.words)


def _is_initial(word: Word) -> bool:
    return len(word.text.rstrip(".")) == 1


def _says(name: NamedMention) -> int:
    """How much a name says: two for a full word, one for all its initials."""
    words = _tokens(name)
    full = [word for word in words if not _is_initial(word)]
    return 2 * len(full) - 1 + (len(full) < len(words))


def _same(one: Word, other: Word) -> bool:
    if _is_initial(one) or _is_initial(other):
        return one.text[:1].casefold() == other.text[:1].casefold()
    return not set(_keys(one)).isdisjoint(_keys(other))


def _keys(word: Word) -> Collection[str]:
    """Base forms of either gender: *Пичугиной* and *Пичугина* share one."""
    return base_keys(word.text)


def _agree(mine: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two full names agree in surname and given name; patronymics may be left out."""
    if not _same(mine[-1], other[-1]):
        return False
    if len(mine) == 1:
        return True
    return _same(mine[0], other[0]) or (
        len(mine) > 2 and len(other) > 2 and _same(mine[1], other[1])
    )


def _gender(name: NamedMention) -> str:
    words = _tokens(name)
    every = (first_name_gender(one.text, one.case, one.feats.get("Gender", "")) for one in words)
    told = next((one for one in every if one), "")
    return told or _GENDERS.get(words[0].feats.get("Gender", ""), "")


def _sure_of_gender(name: NamedMention) -> bool:
    """Whether a given name tells the gender; *Карпина*, alone, may be the genitive of *Карпин*."""
    if len(_tokens(name)) == 1 and name.head.case != "Nom":
        return False
    return any(first_name_gender(word.text) for word in _tokens(name))


def _is_nominative(name: NamedMention) -> bool:
    return all(word.case in ("Nom", "") or _is_initial(word) for word in _tokens(name))


def _base_form(name: NamedMention, gender: str) -> Iterator[str]:
    """The words of a name in the nominative; initials keep their point."""
    words = list(name.words)
    case = next((word.case for word in words if word.case), "")
    last = max((word.number for word in words if len(word.text) > 1), default=-1)
    for word in words:
        if word.text == ".":
            continue
        if _is_initial(word):
            yield f"{word.text.rstrip('.')}."
        elif word.text.casefold().endswith(_PATRONYMIC):
            yield nominative(word.text, gender, "Patr", word.case or case)
        else:
            proper = "Surn" if word.number == last and len(words) > 1 else "Name"
            proper = "Surn" if len(words) == 1 else proper
            yield nominative(word.text, gender, proper, word.case or case)
