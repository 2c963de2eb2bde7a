"""Which person a noun means: *политик*, *глава государства*, *осуждённый*."""

from __future__ import annotations

from collections.abc import Collection

from actors.languages.drafts import Referent
from actors.languages.ru.callings import Calling, details
from actors.languages.ru.context import Context
from actors.languages.ru.describing import described
from actors.languages.ru.discourse import Discourse, Spoken, fitting
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.pronouns import mention_of
from actors.languages.ru.roles import roles
from actors.languages.ru.sorts import headed, noun_of, sorts
from actors.languages.ru.unnamed import nouns

__all__ = ["resolve_person"]

_EXACT, _ALIKE, _ANY = 3.0, 2.0, 1.0
_FAR = 8
_FADING = 0.3
_NEAR = 2
"""How many sentences back lies whom a noun means that fits anybody."""


def resolve_person(
    discourse: Discourse, callings: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> bool:
    """Take a lone *политик* or *президент* for the person that fits it best."""
    noun, context = noun_of(word), discourse.context
    if word.feats.get("Number") == "Plur":
        return False
    whose = _whose(context, sentence, word)
    mine = details(sentence, word)
    if not mine and not whose and described(discourse.context, sentence, word):
        return False
    means = _means(noun, mine, bool(whose))
    best: tuple[float, int, Referent] | None = None
    for one in fitting(discourse, sentence, word, _FAR):
        if one.who.kind != "person":
            continue
        calling = callings.get(id(one.who), Calling())
        far = sentence.number - one.sentence.number
        fit = _fit(noun, mine, means, calling, one, far) - _FADING * far
        if not _right_gender(word, one) or (whose and not whose <= calling.ties):
            continue
        if fit > 0 and (best is None or (fit + 0.2 * one.subject, one.start) > best[:2]):
            best = (fit + 0.2 * one.subject, one.start, one.who)
    best = best or _only_woman(discourse, sentence, word)
    if best is not None:
        reason = f"“{word.text}” for {best[2].name}, who was so called"
        mention_of(discourse, sentence, word, best[2], "nominal", reason)
    return best is not None


def _only_woman(
    discourse: Discourse, sentence: ParsedSentence, word: Word
) -> tuple[float, int, Referent] | None:
    """The only woman spoken of near a noun for women that is a subject: *музейщица*."""
    feats = word.feats
    if feats.get("Gender") != "Fem" or feats.get("Animacy") != "Anim" or word.rel != "nsubj":
        return None
    if noun_of(word) in nouns() or word.number > 3:
        return None
    women = [
        one
        for one in fitting(discourse, sentence, word, _NEAR)
        if one.who.kind == "person" and "Fem" in one.genders
    ]
    return (_ANY, women[0].start, women[0].who) if len(women) == 1 else None


def _means(noun: str, mine: Collection[str], bound: bool) -> frozenset[str]:
    """The sorts of people that a noun may mean, by what it stands with."""
    role = roles().get(noun)
    head = role is not None and role.head
    if head and noun in ("глава", "лидер", "руководитель", "главарь", "председатель", "директор"):
        found = [headed()[one] for one in mine if one in headed()]
        if found:
            return found[0]
        return frozenset({"state_head", "government_head", "leader"}) if bound else frozenset()
    sort = sorts().get(noun)
    return sort.means if sort is not None and sort.kind == "person" and not mine else frozenset()


def _fit(
    noun: str,
    mine: frozenset[str],
    means: frozenset[str],
    calling: Calling,
    one: Spoken,
    far: int,
) -> float:
    """How well a noun fits a person."""
    if noun in calling.nouns and mine <= calling.nouns[noun]:
        return _EXACT
    if calling.sorts & means:
        return _ALIKE
    if far > _NEAR:
        return 0.0
    if "anybody" in means:
        return _ANY
    if "agent" in means:
        return _ANY * one.subject
    if "patient" in means:
        return _ANY if one.patient else 0.7
    return 0.0


def _whose(context: Context, sentence: ParsedSentence, word: Word) -> set[int]:
    """The states and bodies that a title is bound to: *нигерийский лидер*, *президент Мали*."""
    found = set()
    inner = [one for child in sentence.of(word, "nmod") for one in sentence.of(child, "nmod")]
    for child in (*sentence.of(word, "amod", "nmod"), *inner):
        name = context.name_of(sentence, child)
        meant = context.meant.get((sentence.number, child.number))
        if name is not None and name.draft.kind != "person" and not sentence.preposition(child):
            found.add(id(context.who(name.draft)))
        elif meant is not None and child.rel == "nmod":
            found.add(id(context.who(meant)))
    return found


def _right_gender(word: Word, one: Spoken) -> bool:
    """Whether a noun for women means one; most nouns mean both."""
    if word.feats.get("Gender") == "Fem":
        return not one.genders or "Fem" in one.genders
    return noun_of(word) != "мужчина" or "Fem" not in one.genders
