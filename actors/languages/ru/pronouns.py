"""Whom *он*, *она*, *они*, *тот* and *который* mean, where it is clear."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.context import Context
from actors.languages.ru.discourse import Discourse, Spoken, fitting
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.roles import role_of
from actors.types import UNNAMED

__all__ = ["mention_of", "mention_several", "pronoun_of", "resolve_pronoun", "resolve_relatives"]

_SINGULAR = {
    **dict.fromkeys(("он", "его", "ему", "им", "него", "нему", "ним", "нем"), "Masc"),
    **dict.fromkeys(("она", "ее", "ей", "ею", "нее", "ней", "нею"), "Fem"),
    "оно": "Neut",
}
_BODIES = frozenset({"organisation", "country"})
_FAR = 2
"""How many sentences back a pronoun may lead."""
_INHERENT = ("Masc", "Neut")
"""*его* and *ему* are of both."""


def pronoun_of(word: Word) -> str:
    """``Masc``, ``Fem``, ``Neut`` or ``Plur`` of a pronoun of the third person, else nothing."""
    small = word.text.casefold().replace("ё", "е")
    if word.pos not in ("PRON", "DET"):
        return ""
    if word.lemma in ("они", "их") or (word.lemma == "он" and word.feats.get("Number") == "Plur"):
        return "Plur"
    return _SINGULAR.get(small, "")


def resolve_pronoun(discourse: Discourse, sentence: ParsedSentence, word: Word) -> None:
    """Make a mention of a pronoun of the third person that means somebody spoken of before."""
    gender = pronoun_of(word)
    if gender == "Plur":
        _resolve_several(discourse, sentence, word)
    elif gender:
        found = _antecedent(discourse, sentence, word, gender)
        if found is not None:
            _mean(discourse, sentence, word, found.who)
    elif _demonstrative(sentence, word):
        found = _last_other(discourse, sentence, word)
        if found is not None:
            _mean(discourse, sentence, word, found.who)


def _mean(discourse: Discourse, sentence: ParsedSentence, word: Word, who: Referent) -> None:
    reason = f"“{word.text}” for {who.name}, last spoken of"
    mention_of(discourse, sentence, word, who, "pronoun", reason)


def _antecedent(
    discourse: Discourse, sentence: ParsedSentence, word: Word, gender: str
) -> Spoken | None:
    """Who fits a pronoun best: of its gender, near, a subject."""
    allowed = _kinds(sentence, word)
    genders = _INHERENT if gender == "Masc" and word.case != "Nom" else (gender,)
    found = [
        one
        for one in fitting(discourse, sentence, word, _FAR)
        if not one.plural
        and one.who.kind != "place"
        and (not one.genders or one.genders & set(genders))
        and (not allowed or one.who.kind in allowed)
    ]
    return max(found, key=lambda one: (_weight(sentence, word, one), one.start), default=None)


def _weight(sentence: ParsedSentence, word: Word, one: Spoken) -> float:
    """How well somebody spoken of before fits a pronoun."""
    far = sentence.number - one.sentence.number
    found = 2.0 * one.subject + 1.0 * (one.subject and word.rel == "nsubj") + 0.5 * one.patient
    found += 1.5 * (one.who.kind == "person") - 0.5 * (one.who.kind == "country") - one.inner
    nameless = one.who.identifiers[:1] and one.who.identifiers[0][0] == UNNAMED
    return found + 0.5 * bool(one.genders) - (0.0, 1.5, 4.0)[far] - 2.0 * bool(nameless)


def _kinds(sentence: ParsedSentence, word: Word) -> frozenset[str]:
    """Whose a noun may be: a body has a head, a person kin and a lawyer; empty for any."""
    noun = sentence.head(word)
    if noun is not None and word.rel == "obj" and noun.lemma in word_set("done_to_people"):
        return frozenset({"person"})
    role = role_of(noun) if noun is not None and word.rel in ("det", "nmod") else None
    if noun is None or role is None:
        return frozenset()
    if role.head or noun.lemma in word_set("of_state"):
        return _BODIES
    own = role.types == ("kin_of",) or noun.lemma.replace("ё", "е") in word_set("of_person")
    return frozenset({"person"}) if own else frozenset()


def _demonstrative(sentence: ParsedSentence, word: Word) -> bool:
    """Whether *тот* stands alone for somebody: no *тот, кто*, no *та партия*."""
    if word.lemma != "тот" or word.rel in ("det", "amod", "fixed", "mark", "advmod", "case", "cc"):
        return False
    if word.text.casefold() in ("то", "том", "тем", "того") and word.rel not in ("obj", "iobj"):
        return False
    after = [one.text.casefold() for one in sentence.words[word.number + 1 : word.number + 3]]
    relative = after[:1] == [","] and after[-1].startswith(
        ("кто", "ког", "ком", "что", "чт", "кот")
    )
    return not relative and after[:1] != ["же"]


def _last_other(discourse: Discourse, sentence: ParsedSentence, word: Word) -> Spoken | None:
    """The last that *тот* agrees with, and no subject but where there is nobody else."""
    plural, gender = word.feats.get("Number") == "Plur", word.feats.get("Gender")
    genders = {gender} if word.case == "Nom" else {gender, *_INHERENT} - {None}
    if word.text.casefold() in ("та", "той", "ту"):
        genders = {"Fem"}
    found = [
        one
        for one in fitting(discourse, sentence, word, 1)
        if one.plural == plural and (plural or not one.genders or one.genders & genders)
    ]
    others = [one for one in found if not one.subject and one.who.kind != "place"]
    return next(iter(others or found), None)


def _resolve_several(discourse: Discourse, sentence: ParsedSentence, word: Word) -> None:
    """Take *они* for the last plural, the subject first: *боевики ИГ*; else for two that act."""
    before = list(discourse.before(sentence, word, 1))
    plural = [one for one in fitting(discourse, sentence, word, 1, each=True) if one.plural]
    subjects = [one for one in plural if one.subject]
    both = _pair(discourse.context, sentence, before)
    if both and not subjects:
        mention_several(discourse, sentence, word, both, "pronoun")
    elif plural:
        _mean(discourse, sentence, word, (subjects or plural)[0].who)


def _pair(context: Context, sentence: ParsedSentence, before: list[Spoken]) -> list[Referent]:
    """The two that are subjects together in the sentence before: *А и Б*, *А вместе с Б*."""
    for one in before:
        if not one.subject or one.sentence is sentence:
            continue
        joined = list(_beside(one))
        others = [each.who for each in before if each.sentence is one.sentence
                  and each.word in joined and each.who is not one.who]  # fmt: skip
        if others:
            return [one.who, others[0]]
    return []


def _beside(one: Spoken) -> Iterator[Word]:
    yield from one.sentence.of(one.word, "conj")
    verb = one.sentence.head(one.word)
    for word in one.sentence.of(verb, "obl", "obj", "nmod") if verb is not None else ():
        if one.sentence.preposition(word) == "с":
            yield word
        for inner in one.sentence.of(word, "nmod"):
            if one.sentence.preposition(inner) == "с":
                yield inner


def mention_of(
    discourse: Discourse,
    sentence: ParsedSentence,
    word: Word,
    who: Referent,
    level: str,
    reason: str,
) -> None:
    """Take a word for a mention of somebody, with a reason."""
    discourse.context.mean(sentence, word, who, _draft(sentence, word, who, level, reason))
    discourse.add(sentence, word, who)


def mention_several(
    discourse: Discourse,
    sentence: ParsedSentence,
    word: Word,
    found: list[Referent],
    level: str = "nominal",
) -> None:
    """Take a plural for mentions of two or more actors."""
    context, names = discourse.context, " and ".join(one.name for one in found)
    drafts = []
    for who in found:
        reason = f"“{word.text}” for {names}, last spoken of"
        draft = _draft(sentence, word, who, level, reason)
        context.mean(sentence, word, who, draft)
        drafts.append(context.meant.pop((sentence.number, word.number)))
    context.several[sentence.number, word.number] = drafts
    discourse.add_each(sentence, word, found)


def _draft(sentence: ParsedSentence, word: Word, who: Referent, level: str, reason: str) -> Draft:
    draft = Draft(word.start, word.end, word.text, who.kind, reason=reason, score=0.6)
    draft.level = "pronoun" if level == "pronoun" else "nominal"
    draft.sentence = sentence.number
    return draft


def resolve_relatives(discourse: Discourse) -> None:
    """Take *который* for the noun that its clause describes."""
    context = discourse.context
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma != "который" or (sentence.number, word.number) in context.meant:
                continue
            noun = _described(sentence, word)
            found = context.actors(sentence, noun) if noun is not None else []
            if len(found) == 1:
                who = context.who(found[0])
                reason = f"“{word.text}” for {who.name}, whom the clause describes"
                mention_of(discourse, sentence, word, who, "pronoun", reason)


def _described(sentence: ParsedSentence, word: Word) -> Word | None:
    for one in sentence.above(word):
        if one.rel in ("acl:relcl", "acl"):
            return sentence.head(one)
    return None
