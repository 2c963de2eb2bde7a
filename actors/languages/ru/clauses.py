"""What the parser ties to the wrong word: subjects and nouns that participles describe."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.drafts import Draft
from actors.languages.ru.context import Context
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = ["agree", "described", "is_passive", "overlooked"]

_MISTAKEN = ("nmod", "obj", "obl")
"""As what a subject is taken that the parser overlooks."""


def is_passive(word: Word) -> bool:
    """Whether a verb is passive: a participle of that voice."""
    return word.feats.get("Voice") == "Pass"


def agree(one: Word, other: Word, *feats: str) -> bool:
    """Whether two words have the same of some forms, where both have them.

    Two verbs that do may have one subject: *Чад отрицает, что помогал*.
    """
    return all(
        one.feats.get(feat, mine) == mine for feat in feats if (mine := other.feats.get(feat))
    )


def overlooked(context: Context, sentence: ParsedSentence, verb: Word) -> list[Draft]:
    """A name in the nominative in the clause of a verb without a subject.

    *В заявлении Чад обязался ...*: the parser takes *Чад* for part of the noun before it.
    """
    if verb.feats.get("VerbForm") != "Fin" and verb.feats.get("Variant") != "Short":
        return []
    for name in context.in_sentence(sentence.number):
        head = name.head
        if head.case != "Nom" or head.rel not in _MISTAKEN or _marked(sentence, head):
            continue
        several = any(one.rel == "conj" for one in sentence.of(head))
        same = agree(verb, head, "Number") or (several and verb.feats.get("Number") == "Plur")
        if same and _clause(sentence, head) == verb.number:
            return context.actors(sentence, head)
    return []


def _marked(sentence: ParsedSentence, word: Word) -> bool:
    """Whether a name stands in marks behind a noun: *ключ «Тефаля»* is in no case of its own."""
    before = sentence.words[word.number - 1].text if word.number else ""
    return bool(sentence.preposition(word)) or (before in '«“"' and word.rel == "nmod")


def _clause(sentence: ParsedSentence, word: Word) -> int:
    """The number of the verb or short adjective whose clause a word is in."""
    told = (
        one.number
        for one in sentence.above(word)
        if one.pos in ("VERB", "AUX") or one.feats.get("Variant") == "Short"
    )
    return next(told, -1)


def described(sentence: ParsedSentence, participle: Word) -> Word | None:
    """The noun that a participle describes: what it hangs on, or what agrees with it behind it.

    *по мнению аналитика, поддерживаемая Чадом Армения ...*: it hangs on the noun before the comma.
    """
    head = sentence.head(participle)
    if head is None or participle.rel not in ("amod", "acl"):
        return None
    if agree(head, participle, "Case", "Number"):
        return head
    return next(_behind(sentence, participle), head)


def _behind(sentence: ParsedSentence, participle: Word) -> Iterator[Word]:
    """Nouns behind a participle, before the next mark, in its case, number and gender."""
    for word in sentence.words[participle.number + 1 :]:
        if word.pos == "PUNCT" and word.text == ",":
            return
        if word.pos in ("NOUN", "PROPN") and agree(word, participle, "Case", "Number", "Gender"):
            yield word
