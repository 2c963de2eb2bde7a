"""Whom nouns such as *компания*, *обе страны* and *боевики* mean, where it is clear."""

from __future__ import annotations

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.context import Context
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.pronouns import clause_of, mention_of

__all__ = [
    "resolve_both",
    "resolve_fighters",
    "resolve_nouns",
    "resolve_people",
    "resolve_states",
]


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
                mention_of(context, sentence, word, found, "nominal", reason)


def resolve_people(context: Context) -> None:
    """Take a lone *бизнесмен* or *президент* for the last person whose title has the noun."""
    titled: dict[str, list[tuple[int, Referent, frozenset[str]]]] = {}
    for (number, position), name in context.holders.items():
        where = context.sentences[number]
        word = where.words[position]
        told = word.start, context.who(name.draft), _details(where, word)
        titled.setdefault(word.lemma, []).append(told)
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma not in titled or word.feats.get("Number") == "Plur":
                continue
            if (sentence.number, word.number) in context.holders:
                continue
            mine = _details(sentence, word)
            if not mine and _described_by(sentence, word):
                continue
            before = [
                (start, who)
                for start, who, details in titled[word.lemma]
                if start < word.start and mine <= details
            ]
            if before:
                who = max(before, key=lambda one: one[0])[1]
                reason = f"“{word.text}” for {who.name}, who was so called"
                mention_of(context, sentence, word, who, "nominal", reason)


def _details(sentence: ParsedSentence, word: Word) -> frozenset[str]:
    """The nouns in the genitive of a title: *банка* of *глава банка*."""
    return frozenset(
        one.lemma for one in sentence.of(word, "nmod") if one.case == "Gen" and one.pos == "NOUN"
    )


def resolve_fighters(context: Context) -> None:
    """Take *боевики* and the like for the only armed group that the text names before them."""
    groups = [one for one in context.names if context.who(one.draft).subtype == "armed_group"]
    if len({id(context.who(one.draft)) for one in groups}) != 1:
        return
    who = context.who(groups[0].draft)
    for sentence in context.sentences:
        for word in sentence.words:
            if word.lemma.replace("ё", "е") not in word_set("fighter") or word.start < who.first:
                continue
            if not _described_by(sentence, word) and not context.name_of(sentence, word):
                reason = f"“{word.text}” for {who.name}, the only armed group of the text"
                mention_of(context, sentence, word, who, "nominal", reason)


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
            clause = clause_of(sentence, word)
            before = [
                one
                for one in context.names
                if one.draft.end <= word.start
                and context.who(one.draft).kind == "country"
                and sentence.number - one.sentence.number <= 1
                and not (one.sentence is sentence and clause_of(sentence, one.head) == clause
                         and one.head.rel == "nsubj")
            ]  # fmt: skip
            if before and sentence.of(word, "det") == []:
                who = context.who(before[-1].draft)
                reason = f"“{word.text}” for {who.name}, last spoken of"
                mention_of(context, sentence, word, who, "nominal", reason)


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
                mention_of(context, sentence, word, who, "nominal", reason)
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
        compound = who.name.casefold().endswith(noun) and len(noun) > 3
        if compound or noun in called or noun in who.name.casefold().replace("ё", "е").split():
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
