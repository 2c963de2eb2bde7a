"""Who is who in one Russian document: states, bodies, people and places by their mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actors.languages.drafts import Referent
from actors.languages.gazetteer import rows
from actors.languages.ru.lemmas import base_keys, nominative
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.names import RUSSIAN, word_set
from actors.languages.ru.parsing import Word
from actors.languages.ru.people import people
from actors.types import Kind

__all__ = ["base_name", "referents"]

_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_SUBTYPES = ("company", "party", "media", "armed_group")


def referents(names: Sequence[NamedMention]) -> list[Referent]:
    """Whom the names of a document mean."""
    persons = [one for one in names if one.draft.kind == "person" and one.draft.fact is None]
    known = [one for one in names if one.draft.fact is not None]
    bodies = [one for one in names if one.draft.kind == "organisation" and one.draft.fact is None]
    places = [one for one in names if one.draft.kind == "place" and one.draft.fact is None]
    return [
        *(person.referent for person in people(persons)),
        *_known(known),
        *_alike(bodies, "organisation"),
        *_alike(places, "place"),
    ]


def _known(names: Iterable[NamedMention]) -> list[Referent]:
    """What tables know: by identifier; a capital that doesn't act is a place of its own."""
    found: dict[object, Referent] = {}
    for name in names:
        fact = name.draft.fact
        assert fact is not None
        literal = fact.form in ("capital", "seat") and not name.draft.stands_for
        key: object = fact.text if literal else (fact.identifiers or fact.name)
        if key not in found:
            kind: Kind = "place" if literal else fact.kind
            who = (fact.text, kind) if literal else (fact.name, kind)
            about = (None, ()) if literal else (fact.subtype, fact.identifiers)
            found[key] = Referent(*who, *about)
        found[key].drafts.append(name.draft)
    return list(found.values())


def _alike(names: Sequence[NamedMention], kind: Kind) -> list[Referent]:
    """Names that share their base forms; acronyms in brackets, and short for a longer name."""
    found: list[tuple[list[set[str]], Referent]] = []
    for name in sorted(names, key=lambda one: (-len(_telling(one)), one.draft.start)):
        words = _telling(name)
        keys = [set(base_keys(word.text)) for word in words]
        mine = [one for known, one in found if _fits(keys, known)]
        mine = mine or [one for _, one in found if _in_brackets(name, one)]
        if mine:
            mine[0].drafts.append(name.draft)
            name.draft.reason = (
                f"short for {mine[0].name}" if name.draft.text != mine[0].name else "name"
            )
        else:
            subtype = _subtype(name) if kind == "organisation" else None
            name.draft.subtype = subtype
            found.append((keys, Referent(base_name(name), kind, subtype, (), [name.draft])))
    return [one for _, one in found]


def _telling(name: NamedMention) -> list[Word]:
    """The words of a name without marks."""
    return [word for word in name.words if word.text[:1].isalnum()] or list(name.words)


def _fits(keys: Sequence[set[str]], known: Sequence[set[str]]) -> bool:
    """Whether a name is a known one, or its beginning (*Дорстрой* of *Дорстрой-69*)."""
    if len(keys) > len(known):
        return False
    pairs = zip(keys, known, strict=False)
    if all(not one.isdisjoint(other) for one, other in pairs):
        return True
    single = len(keys) == 1 and len(known) == 1
    return single and any(
        longer.startswith(f"{short}-") for short in keys[0] for longer in known[0]
    )


def _in_brackets(name: NamedMention, known: Referent) -> bool:
    """Whether letters stand in brackets right behind a name: *... безопасности (СБ)*."""
    if not name.draft.text.isupper():
        return False
    before = name.sentence.words[name.first - 1] if name.first else None
    ends = {draft.end for draft in known.drafts}
    return (
        before is not None
        and before.text == "("
        and any(0 <= before.start - end <= 1 for end in ends)
    )


def _subtype(name: NamedMention) -> str | None:
    """What the noun before a name, or its first word, says that it is."""
    head = name.sentence.head(name.head)
    nouns = [name.words[0], *([head] if head is not None and head.pos == "NOUN" else [])]
    lemmas = {word.lemma.replace("ё", "е") for word in nouns}
    if lemmas & word_set("ministry") or name.words[0].text in word_set("ministry"):
        return "government"
    return next((kind for kind in _SUBTYPES if lemmas & word_set(kind)), None)


def base_name(name: NamedMention) -> str:
    """A name in the nominative: its head and the adjectives that agree with it.

    What stands in the genitive (*Министерство обороны России*) stays as it is.
    """
    head, parts = name.head, []
    end = name.words[0].start
    gender = _GENDERS.get(head.feats.get("Gender", ""), "")
    for word in name.words:
        parts.append(" " if word.start > end else "")
        agrees = word is head or (
            word.head == head.number and word.rel in ("amod", "flat", "appos")
        )
        parts.append(_turned(word, head, gender) if agrees else word.text)
        end = word.end
    return "".join(parts).strip('«»“”"')


def _turned(word: Word, head: Word, gender: str) -> str:
    if head.feats.get("Number") == "Plur" or word.text.isupper():
        return word.text
    return nominative(word.text, gender if word is not head else "", "", word.case)


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of words of this pack, with *е* for *ё* in what is looked up."""
    return tuple(
        {**row, "word": row["word"].replace("ё", "е")} for row in rows(RUSSIAN, name, "lexicon")
    )
