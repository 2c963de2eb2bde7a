"""Offices, occupations and kin: *глава МИД Чада Мусса Факи*, *член ОДКБ*, *брат мэра*.

A noun of ``lexicon/roles.tsv`` ties whoever holds it to the bodies, states or people in its phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actors.languages.drafts import Draft
from actors.languages.ru.arguments import agents
from actors.languages.ru.context import Context
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.roles import RoleNoun, is_former, role_of
from actors.languages.ru.statement import ParsedClaim

__all__ = ["bound_to", "country_of", "holders_of", "read_titles"]

_LINKING = frozenset(
    {"являться", "стать", "быть", "остаться", "оставаться", "считаться", "назначить"}
    | {"избрать", "служить", "назвать", "становиться"}
)


def read_titles(context: Context) -> Iterator[ParsedClaim]:
    """What titles state of those who hold them."""
    for sentence in context.sentences:
        for word in sentence.words:
            role = role_of(word)
            if role is None:
                continue
            if word.lemma in word_set("counterpart"):
                role = _counterpart(sentence, word) or role
            yield from _in_turn(context, sentence, word, role)
            for holder in holders_of(context, sentence, word):
                bound = bound_to(context, sentence, word, holder)
                bound = bound or _shared(context, sentence, word, holder)
                bound = bound or _only_state(context, sentence, word, role, holder)
                for target in bound:
                    yield from _stated(context, sentence, word, role, holder, target)


def _in_turn(
    context: Context, sentence: ParsedSentence, word: Word, role: RoleNoun
) -> Iterator[ParsedClaim]:
    """Each of *премьеры Чада и Нигера Али Бонго и Жан Ндо* is of one of the states."""
    if word.feats.get("Number") != "Plur":
        return
    whose = [
        draft for one in sentence.of(word, "nmod") for draft in _inside(context, sentence, one)
    ]
    whose += [name.draft for one in _with_joined(sentence, word, "amod")
              if (name := context.name_of(sentence, one)) is not None]  # fmt: skip
    people = [one for one in sentence.of(word, "appos", "flat:name", "nmod") if one.case != "Gen"]
    held = [draft for one in people for draft in context.actors(sentence, one)]
    held = [draft for draft in dict.fromkeys(held) if draft.kind == "person"]
    if len(held) == len(whose) > 1:
        for holder, target in zip(held, whose, strict=True):
            yield from _stated(context, sentence, word, role, holder, target)


def _with_joined(sentence: ParsedSentence, word: Word, rel: str) -> Iterator[Word]:
    for one in sentence.of(word, rel):
        yield from (one, *sentence.of(one, "conj"))


def _shared(context: Context, sentence: ParsedSentence, word: Word, holder: Draft) -> list[Draft]:
    """Whom *его* means before the title that a title is joined to: *его жена А и водитель Б*."""
    head = sentence.head(word)
    if head is None or word.rel != "conj" or role_of(head) is None:
        return []
    found = [
        meant
        for child in sentence.of(head, "det", "nmod")
        if child.number < head.number
        and (meant := context.meant.get((sentence.number, child.number))) is not None
    ]
    return [one for one in found if context.who(one) is not context.who(holder)]


def _counterpart(sentence: ParsedSentence, word: Word) -> RoleNoun | None:
    """The office of *коллега*: that of the other whose title stands before it."""
    before = [one for one in sentence.words[: word.number] if one.lemma != word.lemma]
    return next((role for one in before if (role := role_of(one))), None)


def _only_state(
    context: Context, sentence: ParsedSentence, word: Word, role: RoleNoun, holder: Draft
) -> list[Draft]:
    """The state of a bare *президент* or *министр*: the only one that is spoken of so far.

    Else the only one in the sentence, where it acts.
    """
    if word.lemma.replace("ё", "е") not in word_set("of_state") or holder.kind != "person":
        return []
    states = [
        one.draft
        for one in context.names
        if context.who(one.draft).kind == "country"
        and not (one.draft.start > word.start and one.sentence.preposition(one.head))
    ]
    before = [draft for draft in states if draft.sentence <= sentence.number]
    everyone = {id(context.who(draft)) for draft in before}
    if len(everyone) == 1:
        return [before[-1]]
    here = [draft for draft in before if draft.sentence == sentence.number]
    acting = [draft for draft in here if draft.kind == "country"]
    return acting[:1] if len({id(context.who(draft)) for draft in here}) == 1 else []


def holders_of(context: Context, sentence: ParsedSentence, word: Word) -> list[Draft]:
    """Who holds a title: a name beside it, or the subject of *является*."""
    name = context.holders.get((sentence.number, word.number))
    if name is not None:
        return [name.draft]
    verb = sentence.head(word)
    if verb is None or verb.lemma not in _LINKING or word.case != "Ins":
        if word.rel == "root" or (verb is not None and verb.rel == "root" and word.case == "Nom"):
            return _copular(context, sentence, word)
        return []
    if verb.feats.get("VerbForm") == "Conv":
        return agents(context, sentence, verb)
    subjects = sentence.of(verb, "nsubj", "nsubj:pass") or _conjoined_subject(sentence, verb)
    return [draft for one in subjects for draft in context.actors(sentence, one)]


def _conjoined_subject(sentence: ParsedSentence, verb: Word) -> list[Word]:
    """The subject of the verb that a verb is joined to by *и*."""
    head = sentence.head(verb)
    return sentence.of(head, "nsubj") if head is not None and verb.rel == "conj" else []


def _copular(context: Context, sentence: ParsedSentence, word: Word) -> list[Draft]:
    """*ОДКБ — союзник России*: what a noun says of its subject."""
    if word.rel != "root":
        return []
    return [draft for one in sentence.of(word, "nsubj") for draft in context.actors(sentence, one)]


def bound_to(context: Context, sentence: ParsedSentence, word: Word, holder: Draft) -> list[Draft]:
    """The actors that a title is tied to: in its genitive, its adjectives, or *в ОДКБ*."""
    found: list[Draft] = []
    for child in sentence.of(word, "amod", "det", "nmod", "obl"):
        if child.pos in ("ADJ", "DET") and child.rel in ("amod", "det"):
            meant = context.meant.get((sentence.number, child.number))
            name = context.name_of(sentence, child)
            found += [meant] if meant else [name.draft] if name else []
        elif _binds(sentence, word, child):
            found += _inside(context, sentence, child)
    found += _misattached(context, sentence, word, found)
    return [
        one
        for one in dict.fromkeys(found)
        if one is not holder and context.who(one) is not context.who(holder)
    ]


def _binds(sentence: ParsedSentence, word: Word, child: Word) -> bool:
    """Whether a part of a title's phrase says whose it is: no *по Афганистану*."""
    preposition = sentence.preposition(child)
    if not preposition:
        return child.case in ("Gen", "") or child.pos == "X"
    return preposition in ("от", "при") or (preposition == "в" and child.case in ("Loc", ""))


def _inside(context: Context, sentence: ParsedSentence, word: Word) -> list[Draft]:
    """The names of a genitive: itself, or what it is of (*секретаря Совета Чада*)."""
    found = context.actors(sentence, word)
    if found:
        return found
    meant: list[Draft] = []
    for child in sentence.of(word, "nmod", "amod", "appos"):
        if child.rel == "amod":
            name = context.name_of(sentence, child)
            meant += [name.draft] if name is not None and name.draft.kind == "group" else []
        elif not sentence.preposition(child):
            meant += _inside(context, sentence, child)
    return meant


def _misattached(
    context: Context, sentence: ParsedSentence, word: Word, found: Sequence[Draft]
) -> list[Draft]:
    """What stands between a title and its name though the parser ties it elsewhere."""
    name = context.holders.get((sentence.number, word.number))
    if found or name is None or not word.number < name.first:
        return []
    between = context.within(sentence, word.number + 1, name.first)
    return [
        one.draft for one in between
        if one.draft.kind != "person" and not sentence.preposition(one.head)
    ]  # fmt: skip


def _stated(
    context: Context,
    sentence: ParsedSentence,
    word: Word,
    role: RoleNoun,
    holder: Draft,
    target: Draft,
) -> Iterator[ParsedClaim]:
    """The relations that a title states between its holder and one actor."""
    former = is_former(sentence, word)
    kind = context.who(target).kind
    person = context.who(holder).kind == "person"
    for type in _fitting(role, kind, person, target):
        if former and type in ("leads", "represents", "works_for", "member_of", "owns"):
            type = "citizen_of" if kind == "country" and type == "leads" else ""
        if type:
            yield ParsedClaim(holder, type, target, sentence, word, 0.85)


def _fitting(role: RoleNoun, kind: str, person: bool, target: Draft) -> Sequence[str]:
    """The types of a role that fit the kind of its target."""
    if not person and not set(role.types) & {"member_of", "allied_with", "opposed_to"}:
        return ()
    if role.types == ("kin_of",):
        return role.types if kind == "person" else ()
    if role.types == ("citizen_of",):
        return role.types if kind == "country" else ()
    if role.types == ("works_for",) and kind == "country":
        return ("citizen_of",) if target.kind == "group" else ("works_for",)
    if role.types == ("member_of",) and kind == "country":
        return ("citizen_of",) if person and target.kind == "group" else ()
    if role.types == ("represents",) and kind == "place":
        return ()
    if role.head and kind != "country":
        return ("leads",)
    return role.types


def country_of(context: Context, body: NamedMention) -> Draft | None:
    """The state in or before the name of a body: *МИД Чада*, *российская армия*, *польский МИД*."""
    for one in context.in_sentence(body.sentence.number):
        inside = one is not body and body.draft.start <= one.draft.start < body.draft.end
        if inside and one.draft.kind == "group" and one.draft.end <= body.draft.end:
            return one.draft
    for word in body.sentence.of(body.head, "amod"):
        state = context.name_of(body.sentence, word)
        if state is not None and state.draft.kind == "group":
            return state.draft
    return None
