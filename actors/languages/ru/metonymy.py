"""Capitals and seats that act: *Москва ожидает* is Russia's government, *в Москве* a town."""

from __future__ import annotations

from collections.abc import Iterable

from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = ["read_places"]

_SEAT_OF = {"capital": "whose capital it is", "seat": "whose seat it is"}


def read_places(names: Iterable[NamedMention]) -> None:
    """Mark the capitals and seats among some names that stand for their state or body."""
    for name in names:
        fact = name.draft.fact
        if fact is None or fact.form not in _SEAT_OF:
            continue
        if _acts(name.sentence, name.head, seat=fact.form == "seat"):
            name.draft.stands_for = True
            name.draft.kind = fact.kind
            told = f"{fact.text} stands for {fact.name}, {_SEAT_OF[fact.form]}"
            name.draft.reason = told


def _acts(sentence: ParsedSentence, word: Word, *, seat: bool) -> bool:
    """Whether a capital is somebody here: no preposition or noun of place, no dateline."""
    preposition = sentence.preposition(word)
    if preposition == "в" and word.case == "Loc":
        return _indefinite(sentence, word)
    if preposition == "в" or preposition in word_set("place_preposition"):
        return False
    head = sentence.head(word)
    if head is None:
        return False
    if word.rel == "conj":
        return _acts(sentence, head, seat=seat)
    if word.rel in ("nmod", "appos", "flat:name", "flat"):
        place = head.lemma.replace("ё", "е") in word_set("place_noun")
        return not place and (bool(preposition) or word.rel == "nmod" or seat)
    if word.rel in ("obj", "obl") and not preposition:
        return head.lemma.replace("ё", "е") not in word_set("place_verb")
    return word.rel in ("nsubj", "nsubj:pass", "iobj", "obl", "obj") or bool(preposition)


def _indefinite(sentence: ParsedSentence, word: Word) -> bool:
    """*В Баку возмутились*: the verb says that some speak or judge, and not who."""
    verb = sentence.head(word)
    if verb is None or verb.lemma.replace("ё", "е") not in word_set("speech"):
        return False
    plural = verb.feats.get("Number") == "Plur" and verb.feats.get("VerbForm") == "Fin"
    return plural and not sentence.of(verb, "nsubj", "nsubj:pass")
