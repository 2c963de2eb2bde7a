"""Who says so: *заявил*, *по данным*, *по словам*."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from actors.languages.drafts import Draft
from actors.languages.ru.context import Context
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = ["Saying", "who_says"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something: the mention, if it is one, its words, and the word of saying."""

    draft: Draft | None
    words: str
    cue: str


def who_says(context: Context, sentence: ParsedSentence, word: Word) -> Saying | None:
    """Who is said to say what a word states; none where the text itself does."""
    for verb in _verbs_of_saying(sentence, word):
        for subject in sentence.of(verb, "nsubj"):
            found = context.actors(sentence, subject)
            return Saying(found[0] if found else None, _phrase(sentence, subject), verb.text)
    return _source(context, sentence)


def _verbs_of_saying(sentence: ParsedSentence, word: Word) -> list[Word]:
    """Verbs of saying whose content holds a word, or that stand in its sentence as an aside."""
    path = [word, *sentence.above(word)]
    found = [
        head for below, head in pairwise(path)
        if below.rel in ("ccomp", "xcomp", "parataxis") and _of_saying(head) and head is not word
    ]  # fmt: skip
    asides = [
        child for one in path for child in sentence.of(one, "parataxis")
        if _of_saying(child) and child is not word and child not in path
    ]  # fmt: skip
    return [*found, *asides]


def _of_saying(word: Word) -> bool:
    return word.pos == "VERB" and word.lemma.replace("ё", "е") in word_set("speech")


def _source(context: Context, sentence: ParsedSentence) -> Saying | None:
    """*по данным X*, *по словам X*, *по мнению X*."""
    for word in sentence.words:
        if word.lemma in word_set("source_noun") and sentence.preposition(word) == "по":
            for child in sentence.of(word, "nmod"):
                found = context.actors(sentence, child)
                cue = f"по {word.text}"
                return Saying(found[0] if found else None, _phrase(sentence, child), cue)
    return None


def _phrase(sentence: ParsedSentence, word: Word) -> str:
    """The words of a short phrase around its head, as they stand."""
    inside = {word.number}
    todo = [word]
    while todo:
        for child in sentence.of(todo.pop(), "amod", "nmod", "appos", "flat:name", "flat", "case"):
            if child.number not in inside:
                inside.add(child.number)
                todo.append(child)
    near = [
        number
        for number in sorted(inside)
        if sentence.preposition(word) == "" or number >= word.number
    ]
    return " ".join(sentence.words[number].text for number in near)
