"""Whom *он*, *она* and *который* mean, where it is clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.context import Context
from actors.languages.ru.lemmas import first_name_gender
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.roles import role_of

__all__ = [
    "clause_of",
    "mention_of",
    "resolve_pronouns",
    "resolve_relatives",
]

_GENDERS = {"он": "masc", "она": "femn", "его": "masc", "ее": "femn"}
_FEATS = {"Masc": "masc", "Fem": "femn"}
_FITTING: Mapping[str, frozenset[str | None]] = {
    "masc": frozenset({"Masc", "Neut", None}),
    "femn": frozenset({"Fem", None}),
}
_FAR = 2
"""How many sentences back a pronoun may lead."""


def resolve_pronouns(context: Context) -> None:
    """Make mentions of pronouns of the third person that mean somebody named before."""
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma in ("они", "он") and word.feats.get("Number") == "Plur":
                _several(context, sentence, word)
            gender = _gender(word)
            if not gender or context.name_of(sentence, word):
                continue
            found = _whose_head(context, sentence, word, gender)
            found = found or _antecedent(context, sentence, word, gender)
            if found is not None:
                reason = f"“{word.text}” for {found.name}, last spoken of"
                mention_of(context, sentence, word, found, "pronoun", reason)


def _several(context: Context, sentence: ParsedSentence, word: Word) -> None:
    """Take *они* for the last plural subject, where that is one actor: *боевики ИГ*, *талибы*."""
    for where in reversed(context.sentences[max(0, sentence.number - 1) : sentence.number + 1]):
        for one in reversed(where.words):
            before = one.end <= word.start and one.rel == "nsubj"
            if not before or one.feats.get("Number") != "Plur":
                continue
            found = context.actors(where, one)
            if len(found) == 1:
                who = context.who(found[0])
                reason = f"“{word.text}” for {who.name}, last spoken of"
                mention_of(context, sentence, word, who, "pronoun", reason)
            return


def _gender(word: Word) -> str:
    """The gender of a pronoun of the third person singular; empty for other words."""
    small = word.text.casefold().replace("ё", "е")
    if word.lemma in ("он", "она") and word.pos == "PRON" and word.feats.get("Number") != "Plur":
        if small in ("он", "его", "ему", "им", "него", "нему", "ним", "нем"):
            return "masc"
        return "femn" if small in ("она", "ее", "ей", "ею", "нее", "ней", "нею") else ""
    return _GENDERS.get(small, "") if word.pos in ("DET", "PRON") else ""


def _antecedent(
    context: Context, sentence: ParsedSentence, word: Word, gender: str
) -> Referent | None:
    """The person of that gender who was subject last, else who was named last."""
    clause = clause_of(sentence, word)
    best: tuple[int, int, Referent] | None = None
    for draft, where, at in _people_before(context, sentence, word):
        who = context.who(draft)
        if not _agrees(who, gender):
            continue
        subject = at.rel in ("nsubj", "nsubj:pass") or _titled_subject(where, at)
        if where is sentence and subject and clause_of(where, at) == clause and word.pos == "PRON":
            continue
        rank = (_FAR - (sentence.number - where.number)) * 4 + 3 * subject
        if best is None or (rank, draft.start) >= best[:2]:
            best = (rank, draft.start, who)
    return best[2] if best else None


def _whose_head(
    context: Context, sentence: ParsedSentence, word: Word, gender: str
) -> Referent | None:
    """The last body or state before *его глава*, of that gender: people have no heads."""
    noun = sentence.head(word)
    role = role_of(noun) if noun is not None and word.rel in ("det", "nmod") else None
    if noun is None or role is None:
        return None
    if not role.head and noun.lemma not in word_set("of_state"):
        return None
    for name in reversed(context.names):
        near = sentence.number - name.sentence.number in (0, 1)
        if not near or name.draft.end > word.start or name.draft.kind == "person":
            continue
        told = {name.head.feats.get("Gender")}
        before = name.sentence.head(name.head)
        if before is not None and before.number < name.first and before.pos == "NOUN":
            told.add(before.feats.get("Gender"))
        who = context.who(name.draft)
        if who.kind in ("organisation", "country") and told & _FITTING[gender]:
            return who
    return None


def _titled_subject(sentence: ParsedSentence, word: Word) -> bool:
    head = sentence.head(word)
    return word.rel in ("appos", "flat:name") and head is not None and head.rel == "nsubj"


def _people_before(
    context: Context, sentence: ParsedSentence, word: Word
) -> Iterator[tuple[Draft, ParsedSentence, Word]]:
    for number in range(max(0, sentence.number - _FAR), sentence.number + 1):
        for name in context.in_sentence(number):
            if name.draft.kind == "person" and name.draft.end <= word.start:
                yield name.draft, name.sentence, name.head
        where = context.sentences[number]
        for one in where.words:
            draft = context.meant.get((number, one.number))
            if draft is not None and draft.kind == "person" and draft.end <= word.start:
                yield draft, where, one


def clause_of(sentence: ParsedSentence, word: Word) -> int:
    """The number of the verb whose clause a word is in."""
    return next((one.number for one in sentence.above(word) if one.pos in ("VERB", "AUX")), -1)


def _agrees(who: Referent, gender: str) -> bool:
    told = next((one for part in who.name.split() if (one := first_name_gender(part))), "")
    if told:
        return told == gender
    feminine = who.name.endswith(("ова", "ева", "ина", "ская", "ая"))
    return feminine == (gender == "femn") or not feminine


def mention_of(
    context: Context, sentence: ParsedSentence, word: Word, who: Referent, level: str, reason: str
) -> None:
    """Take a word for a mention of somebody, with a reason."""
    draft = Draft(word.start, word.end, word.text, who.kind, reason=reason, score=0.6)
    draft.level = "pronoun" if level == "pronoun" else "nominal"
    draft.sentence = sentence.number
    context.mean(sentence, word, who, draft)


def resolve_relatives(context: Context) -> None:
    """Take *который* for the noun that its clause describes."""
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma != "который" or (sentence.number, word.number) in context.meant:
                continue
            noun = _described(sentence, word)
            found = context.actors(sentence, noun) if noun is not None else []
            if len(found) == 1:
                who = context.who(found[0])
                reason = f"“{word.text}” for {who.name}, whom the clause describes"
                mention_of(context, sentence, word, who, "pronoun", reason)


def _described(sentence: ParsedSentence, word: Word) -> Word | None:
    for one in sentence.above(word):
        if one.rel in ("acl:relcl", "acl"):
            return sentence.head(one)
    return None
