"""Negation and modality: *не*, *отказался*, *намерен*, *может*, *если*, *отрицает*."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.types import Modality

__all__ = ["status"]

_UP = frozenset({"xcomp", "ccomp", "csubj", "obj", "obl", "nsubj", "nsubj:pass", "acl", "iobj",
                 "advcl", "nmod", "conj"})  # fmt: skip
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})


def status(sentence: ParsedSentence, word: Word) -> tuple[bool, Modality]:
    """Whether what a word states is negated, and how sure the text says it is."""
    negated = _negated(sentence, word)
    modality = _own(sentence, word)
    for head in _governors(sentence, word):
        base = head.lemma.replace("ё", "е")
        if base in word_set("refuse"):
            negated = True
        elif modality == "asserted" and not _negated(sentence, head):
            modality = _says(base)
        elif base in word_set("possible"):
            modality = "possible"
        elif base in word_set("start") or base in word_set("planned"):
            negated = True
    return negated, modality


def _governors(sentence: ParsedSentence, word: Word) -> Iterator[Word]:
    """The verbs and adjectives that say how what a word states is meant, nearest first."""
    below = word
    for head in sentence.above(word):
        if below.rel not in _UP or (below.rel == "conj" and _finite(below)):
            return
        if head.pos in ("VERB", "AUX") or head.lemma.replace("ё", "е") in _meaning():
            yield head
        if _finite(head) and below.rel in ("obl", "advcl"):
            return
        below = head


def _meaning() -> frozenset[str]:
    return word_set("planned") | word_set("possible") | word_set("demanded")


def _finite(word: Word) -> bool:
    return word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short"


def _negated(sentence: ParsedSentence, word: Word) -> bool:
    """*не* or *ни* before a word; *не только* negates nothing."""
    for child in sentence.of(word, "advmod", "aux", "cop", "case", "cc", "aux:pass", "det"):
        if child.text.casefold() in ("не", "ни", "никогда", "нет", "никакой"):
            after = (
                sentence.words[child.number + 1].text.casefold()
                if child.number + 1 < len(sentence.words)
                else ""
            )
            if after not in ("только", "просто", "столько"):
                return True
    before = sentence.words[word.number - 1].text.casefold() if word.number else ""
    return before == "не"


def _own(sentence: ParsedSentence, word: Word) -> Modality:
    """What the word itself and the small words beside it say: future, *бы*, *если*, *якобы*."""
    around = {
        child.lemma.replace("ё", "е")
        for child in sentence.of(word, "advmod", "mark", "aux", "parataxis", "discourse", "cc")
    }
    clause = {
        child.lemma
        for head in sentence.above(word)
        for child in sentence.of(head, "mark", "advmod")
    }
    if around & word_set("conditional") or _conditional(sentence, word):
        return "conditional"
    if around & word_set("possible") or clause & {"якобы", "предположительно"}:
        return "possible"
    if around & word_set("planned"):
        return "planned"
    return "planned" if _future(sentence, word) else "asserted"


def _conditional(sentence: ParsedSentence, word: Word) -> bool:
    """Whether the act hangs on an *если* before or behind it, in the same sentence."""
    verb = (
        word
        if word.pos == "VERB"
        else next((one for one in sentence.above(word) if one.pos == "VERB"), word)
    )
    clauses = [verb, *sentence.of(verb, "advcl")]
    return any(child.lemma == "если" for one in clauses for child in sentence.of(one, "mark"))


def _future(sentence: ParsedSentence, word: Word) -> bool:
    """Whether a verb is in the future, itself or by *будет*; a noun, by its verb."""
    verb = word
    if word.pos == "NOUN":
        head = sentence.head(word)
        if (
            head is None
            or head.pos != "VERB"
            or word.rel not in ("obj", "nsubj", "nsubj:pass", "obl")
        ):
            return False
        verb = head
    helped = any(
        child.lemma == "быть" and child.feats.get("Tense") == "Fut"
        for child in sentence.of(verb, *_AUXILIARY)
    )
    return (
        helped
        or verb.feats.get("Tense") == "Fut"
        or (verb.feats.get("Aspect") == "Perf" and verb.feats.get("Tense") == "Pres")
    )


def _says(base: str) -> Modality:
    if base in word_set("denied"):
        return "denied"
    if base in word_set("demanded"):
        return "demanded"
    if base in word_set("possible"):
        return "possible"
    return "planned" if base in word_set("planned") else "asserted"
