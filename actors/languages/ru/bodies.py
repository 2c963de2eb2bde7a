"""What bodies belong to: a ministry to its state, a firm to where it is from."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.ru.context import Context
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import Word
from actors.languages.ru.roles import role_of
from actors.languages.ru.statement import ParsedClaim
from actors.languages.ru.titles import country_of

__all__ = ["read_bodies"]

_STATE_BODIES = ("government", "military")


def read_bodies(context: Context) -> Iterator[ParsedClaim]:
    """Parts of states, seats of firms, and the states that the heads of ministries speak for."""
    for name in context.names:
        if name.draft.kind != "organisation":
            continue
        state = country_of(context, name)
        if state is not None and _of_state(context, name):
            yield ParsedClaim(name.draft, "part_of", state, name.sentence, name.head, 0.85)
            yield from _ministers(context, name)
        elif state is not None:
            yield ParsedClaim(name.draft, "based_in", state, name.sentence, name.head, 0.6)
        yield from _adjectives(context, name)
        yield from _heads(context, name)


def _heads(context: Context, name: NamedMention) -> Iterator[ParsedClaim]:
    """Who leads it: *холдинг «Узмаш» во главе с Каримовым*, *партия «Рассвет» Марата Юсупова*."""
    sentence, last = name.sentence, name.last
    after = [word.text.casefold() for word in sentence.words[last : last + 5] if word.text != "»"]
    if tuple(after[:2]) in _HEADED and len(after) > 2:
        for person in context.within(sentence, last, min(last + 14, len(sentence.words))):
            if person.draft.kind == "person" and person.head.case in ("Ins", "Gen", ""):
                yield ParsedClaim(person.draft, "leads", name.draft, sentence, name.head, 0.8)
                return
    noun = sentence.head(name.head)
    before = noun if noun is not None and noun.number < name.first else None
    for child in (
        *sentence.of(name.head, "nmod"),
        *(sentence.of(before, "nmod") if before else ()),
    ):
        owner = context.name_of(sentence, child)
        if owner is not None and owner.draft.kind == "person" and _led(name, before, owner):
            yield ParsedClaim(owner.draft, "leads", name.draft, sentence, name.head, 0.75)


_HEADED = (("во", "главе"), ("под", "руководством"))


def _led(name: NamedMention, noun: Word | None, owner: NamedMention) -> bool:
    """Whether a name in the genitive behind the marks of a party or firm is its leader's."""
    marked = name.last < len(name.sentence.words) and name.sentence.words[name.last].text == "»"
    known = word_set("company") | word_set("party") | word_set("movement")
    told = noun is None or noun.pos != "NOUN" or noun.lemma.replace("ё", "е") in known
    close = 0 < owner.first - name.last <= 1
    return marked and told and close and owner.head.case == "Gen"


def _of_state(context: Context, name: NamedMention) -> bool:
    who = context.who(name.draft)
    first = name.words[0]
    return who.subtype in _STATE_BODIES or first.lemma.replace("ё", "е") in _PARTS


_PARTS = frozenset(
    {"министерство", "мид", "мвд", "мчс", "минобороны", "генштаб", "прокуратура", "генпрокуратура",
     "армия", "парламент", "сейм", "полиция", "суд", "совет", "комитет", "центробанк", "агентство",
     "служба", "посольство", "погранслужба", "флот", "госпогранкомитет", "департамент", "гвардия",
     "управление", "комиссия", "сенат", "конгресс", "верховный", "генеральный", "центральный",
     "следственный", "минфин", "минэнерго", "минздрав", "минюст", "войско", "сила", "вооруженный"}
)  # fmt: skip


def _ministers(context: Context, name: NamedMention) -> Iterator[ParsedClaim]:
    """The head of a ministry speaks for the state that the ministry is of."""
    state = country_of(context, name)
    if state is None or not _of_state(context, name):
        return
    title = name.sentence.head(name.head)
    holder = _holder(context, name, title)
    if title is not None and holder is not None:
        yield ParsedClaim(holder.draft, "represents", state, name.sentence, title, 0.85)


def _holder(context: Context, name: NamedMention, title: Word | None) -> NamedMention | None:
    if title is None or role_of(title) is None:
        return None
    return context.holders.get((name.sentence.number, title.number))


def _adjectives(context: Context, name: NamedMention) -> Iterator[ParsedClaim]:
    """*турецкая компания «Бозкурт»*, *йеменское движение «Ансар Аллах»*: where a body is from."""
    yield from _based(context, name, name.head)
    noun = name.sentence.head(name.head)
    if noun is None or noun.lemma.replace("ё", "е") not in word_set("body_noun") | word_set(
        "company"
    ):
        return
    if noun.number > name.first:
        return
    yield from _based(context, name, noun)


def _based(context: Context, name: NamedMention, noun: Word) -> Iterator[ParsedClaim]:
    """Where a body is from by an adjective before it: *корейская Hanil Motors*."""
    if context.who(name.draft).identifiers or _of_state(context, name):
        return
    for child in name.sentence.of(noun, "amod"):
        state = context.name_of(name.sentence, child)
        if state is not None and state.draft.kind == "group" and child.number < name.first:
            yield ParsedClaim(name.draft, "based_in", state.draft, name.sentence, noun, 0.8)
