"""Whom *он*, *она*, *который* and nouns such as *компания* mean, where it is clear."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.context import Context
from actors.languages.ru.lemmas import first_name_gender
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = [
    "resolve_both",
    "resolve_nouns",
    "resolve_people",
    "resolve_pronouns",
    "resolve_relatives",
    "resolve_states",
]

_GENDERS = {"он": "masc", "она": "femn", "его": "masc", "ее": "femn"}
_FEATS = {"Masc": "masc", "Fem": "femn"}
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
            found = _antecedent(context, sentence, word, gender)
            if found is not None:
                reason = f"“{word.text}” for {found.name}, last spoken of"
                _mention(context, sentence, word, found, "pronoun", reason)


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
                _mention(context, sentence, word, who, "pronoun", reason)
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
    clause = _clause(sentence, word)
    best: tuple[int, int, Referent] | None = None
    for draft, where, at in _people_before(context, sentence, word):
        who = context.who(draft)
        if not _agrees(who, gender):
            continue
        subject = at.rel in ("nsubj", "nsubj:pass") or _titled_subject(where, at)
        if where is sentence and subject and _clause(where, at) == clause and word.pos == "PRON":
            continue
        rank = (_FAR - (sentence.number - where.number)) * 4 + 3 * subject
        if best is None or (rank, draft.start) >= best[:2]:
            best = (rank, draft.start, who)
    return best[2] if best else None


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


def _clause(sentence: ParsedSentence, word: Word) -> int:
    """The number of the verb whose clause a word is in."""
    return next((one.number for one in sentence.above(word) if one.pos in ("VERB", "AUX")), -1)


def _agrees(who: Referent, gender: str) -> bool:
    told = next((one for part in who.name.split() if (one := first_name_gender(part))), "")
    if told:
        return told == gender
    feminine = who.name.endswith(("ова", "ева", "ина", "ская", "ая"))
    return feminine == (gender == "femn") or not feminine


def _mention(
    context: Context, sentence: ParsedSentence, word: Word, who: Referent, level: str, reason: str
) -> None:
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
                _mention(context, sentence, word, who, "pronoun", reason)


def _described(sentence: ParsedSentence, word: Word) -> Word | None:
    for one in sentence.above(word):
        if one.rel in ("acl:relcl", "acl"):
            return sentence.head(one)
    return None


def resolve_nouns(context: Context) -> None:
    """Take a lone noun (*компания*, *организация*) for the last body that was so introduced."""
    for sentence in context.sentences:
        for word in sentence.words:
            noun = word.lemma.replace("ё", "е")
            if noun not in word_set("body_noun") or word.pos != "NOUN":
                continue
            if word.feats.get("Number") == "Plur" or context.actors(sentence, word):
                continue
            if sentence.of(word, "nmod", "appos", "amod", "flat:name"):
                continue
            found = _introduced(context, word, noun)
            if found is not None:
                reason = f"“{word.text}” for {found.name}, last called so"
                _mention(context, sentence, word, found, "nominal", reason)


def resolve_people(context: Context) -> None:
    """Take a lone *бизнесмен* or *президент* for the last person whose title has the noun."""
    titled: dict[str, list[tuple[int, Referent]]] = {}
    for (number, position), name in context.holders.items():
        word = context.sentences[number].words[position]
        titled.setdefault(word.lemma, []).append((word.start, context.who(name.draft)))
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma not in titled or word.feats.get("Number") == "Plur":
                continue
            if (sentence.number, word.number) in context.holders or _described_by(sentence, word):
                continue
            before = [(start, who) for start, who in titled[word.lemma] if start < word.start]
            if before:
                who = max(before, key=lambda one: one[0])[1]
                reason = f"“{word.text}” for {who.name}, who was so called"
                _mention(context, sentence, word, who, "nominal", reason)


def _described_by(sentence: ParsedSentence, word: Word) -> bool:
    return bool(sentence.of(word, "nmod", "amod", "appos", "flat:name"))


def resolve_states(context: Context) -> None:
    """Take a lone *страна* for the last state before it that is not the subject of its clause."""
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma not in word_set("state_noun") or _described_by(sentence, word):
                continue
            if word.feats.get("Number") == "Plur" or context.actors(sentence, word):
                continue
            clause = _clause(sentence, word)
            before = [
                one
                for one in context.names
                if one.draft.end <= word.start
                and context.who(one.draft).kind == "country"
                and sentence.number - one.sentence.number <= 1
                and not (one.sentence is sentence and _clause(sentence, one.head) == clause
                         and one.head.rel == "nsubj")
            ]  # fmt: skip
            if before and sentence.of(word, "det") == []:
                who = context.who(before[-1].draft)
                reason = f"“{word.text}” for {who.name}, last spoken of"
                _mention(context, sentence, word, who, "nominal", reason)


def resolve_both(context: Context) -> None:
    """Take *обе страны* and a bare *стороны* for the last two states or bodies."""
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma not in word_set("both") or word.feats.get("Number") == "Sing":
                continue
            told = {child.lemma for child in sentence.of(word, "amod", "det", "nummod", "nmod")}
            if not (told & {"оба", "два"} or (word.lemma == "сторона" and not told)):
                continue
            found = _last_two(context, word)
            drafts: list[Draft] = []
            for who in found:
                reason = f"“{word.text}” for {found[0].name} and {found[1].name}, last spoken of"
                _mention(context, sentence, word, who, "nominal", reason)
                drafts.append(context.meant.pop((sentence.number, word.number)))
            context.several[sentence.number, word.number] = drafts


def _last_two(context: Context, word: Word) -> list[Referent]:
    """The last two states or bodies before a word; none where there are fewer."""
    before = [one for one in context.names if one.draft.end <= word.start]
    acting = [context.who(one.draft) for one in before if one.draft.kind in ("country", "group")]
    bodies = [context.who(one.draft) for one in before if one.draft.kind == "organisation"]
    last = list(dict.fromkeys(reversed(acting)))[:2]
    if len(last) < 2:
        last = list(dict.fromkeys([*last, *reversed(bodies)]))[:2]
    return last if len(last) == 2 else []


def _introduced(context: Context, word: Word, noun: str) -> Referent | None:
    """The last body before a word that has the noun in or before its name, or is of its sort."""
    for name in sorted(context.names, key=lambda one: -one.draft.start):
        if name.draft.end > word.start or name.draft.kind != "organisation":
            continue
        who = context.who(name.draft)
        head = name.sentence.head(name.head)
        called = {one.lemma.replace("ё", "е") for one in (*name.words, *([head] if head else []))}
        if noun in called or noun in who.name.casefold().replace("ё", "е").split():
            return who
        if who.subtype and noun in word_set(who.subtype):
            return who
        if noun in ("организация", "союз", "альянс") and who.subtype == "igo":
            return who
    return _firm(context, word) if noun in word_set("company") else None


def _firm(context: Context, word: Word) -> Referent | None:
    """The last body before a word that may be a firm: one of no other sort."""
    before = [one for one in context.names if one.draft.end <= word.start]
    for name in sorted(before, key=lambda one: -one.draft.start):
        who = context.who(name.draft)
        if who.kind == "organisation" and who.subtype in (None, "company"):
            return who
    return None
