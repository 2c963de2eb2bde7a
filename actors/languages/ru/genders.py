"""Of which gender a pronoun for somebody is: by names, titles and the verbs beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from actors.languages.drafts import Referent
from actors.languages.ru.lemmas import first_name_gender
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.parsing import Word

__all__ = ["genders_of", "person_gender"]

_NATURAL = {"masc": "Masc", "femn": "Fem"}
_FEMININE = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая")
_MASCULINE = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ой", "ый", "ий")


def person_gender(
    who: Referent, names: Iterable[NamedMention], phrase: Callable[[NamedMention], Word]
) -> str:
    """``Masc`` or ``Fem`` of a person; empty where nothing says so.

    A given name tells it, then the surname, the verb in the past tense, and the forms of the name.
    """
    for word in who.name.split():
        natural = _NATURAL.get(first_name_gender(word, "Nom"), "")
        if natural:
            return natural
    told: Counter[str] = Counter()
    told["Fem"] += 3 * who.name.endswith(_FEMININE)
    told["Masc"] += 3 * who.name.endswith(_MASCULINE)
    for name in names:
        verb = name.sentence.head(phrase(name))
        if verb is not None and phrase(name).rel == "nsubj":
            told[verb.feats.get("Gender", "")] += 2
        told[name.head.feats.get("Gender", "")] += 1
    best = max(("Masc", "Fem"), key=lambda one: told[one])
    return best if told[best] else ""


def genders_of(who: Referent, name: NamedMention, word: Word) -> frozenset[str]:
    """The genders that a pronoun for a body, a state or a place may have; empty for any.

    That of the noun before the name, and that of the name: *компания «Севтранс»* is *она* or *он*.
    """
    if word is name.head and word.text.isupper():
        return _of_verb(name, word)
    fact = name.draft.fact
    if fact is not None and " " not in fact.text:
        return frozenset({_by_ending(fact.text)})
    found = {word.feats.get("Gender"), name.head.feats.get("Gender")}
    if word is not name.head or name.last - name.first == 1:
        found.add(_by_ending(who.name.split()[-1]))
    return frozenset(one for one in found if one)


def _by_ending(name: str) -> str:
    last = name[-1:].casefold()
    if last in "ая":
        return "Fem"
    return "Neut" if last in "оеиуыэю" else "Masc"


def _of_verb(name: NamedMention, word: Word) -> frozenset[str]:
    """What the verb of an acronym says: *ФАС оштрафовала*."""
    verb = name.sentence.head(word)
    gender = verb.feats.get("Gender") if verb is not None and word.rel == "nsubj" else None
    return frozenset({gender} if gender else ())
