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
    noun = name.sentence.head(name.head)
    if noun is None or noun.lemma.replace("ё", "е") not in word_set("body_noun") | word_set(
        "company"
    ):
        return
    if noun.number > name.first:
        return
    for child in name.sentence.of(noun, "amod"):
        state = context.name_of(name.sentence, child)
        if state is not None and state.draft.kind == "group":
            yield ParsedClaim(name.draft, "based_in", state.draft, name.sentence, noun, 0.8)
