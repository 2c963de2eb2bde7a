"""Whom nouns such as *компания*, *политик* and *страна* mean, where it is clear."""

from __future__ import annotations

from collections.abc import Iterable

from actors.languages.drafts import Referent
from actors.languages.ru.callings import Calling
from actors.languages.ru.context import Context
from actors.languages.ru.discourse import Discourse, Spoken, clause_of, fitting, once
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.pronouns import mention_of
from actors.languages.ru.sorts import noun_of, sorts

__all__ = ["described", "resolve_body", "resolve_other", "resolve_state"]

_EXACT, _ALIKE, _UNTOLD = 2.5, 2.0, 1.5
_FAR = 8
"""How many sentences back a body may lie that is called by a noun."""
_FADING = 0.25
"""What a sentence between takes from how well a noun fits."""
_POINTING = frozenset({"этот", "данный", "сам", "оба", "весь", "два"})


def described(context: Context, sentence: ParsedSentence, word: Word) -> bool:
    """Whether more than *этот* or *сам* stands with a noun, so that it says anew who is meant.

    A person's name behind *компания* or *страна* belongs to a title before these.
    """
    own = sorts().get(noun_of(word))
    body = own is None or own.kind != "person"
    return any(
        one.lemma not in _POINTING and one.pos != "NUM"
        for one in sentence.of(word, "nmod", "amod", "appos", "flat:name", "det", "acl")
        if not (one.rel == "nmod" and sentence.preposition(one))
        and not (body and _is_person(context, sentence, one))
        and not (one.rel == "acl" and one.feats.get("VerbForm") == "Inf")
    )


def _is_person(context: Context, sentence: ParsedSentence, word: Word) -> bool:
    name = context.name_of(sentence, word)
    return name is not None and name.draft.kind == "person"


def resolve_body(
    discourse: Discourse, callings: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> bool:
    """Take a lone noun (*компания*, *ведомство*) for the body that fits it best."""
    noun = noun_of(word)
    sort = sorts().get(noun)
    if sort is None or sort.kind != "organisation" or described(discourse.context, sentence, word):
        return False
    fighters = "fighters" in sort.means
    if word.feats.get("Number") == "Plur" and not fighters:
        return False
    best: tuple[float, int, Referent] | None = None
    for one in fitting(discourse, sentence, word, _FAR):
        if one.who.kind != "organisation":
            continue
        fit = _fit(noun, sort.means, callings.get(id(one.who), Calling()))
        fit -= _FADING * (sentence.number - one.sentence.number)
        fit += 0.2 * one.subject
        if fit > 0.4 and (best is None or (fit, one.start) > best[:2]):
            best = (fit, one.start, one.who)
    if best is not None:
        callings.setdefault(id(best[2]), Calling()).nouns.setdefault(noun, frozenset())
        _mean(discourse, sentence, word, best[2])
    return best is not None


def _fit(noun: str, means: Iterable[str], calling: Calling) -> float:
    """How well a noun fits what a body is called: its own noun, its sort, or nothing known."""
    if noun in calling.nouns:
        return _EXACT
    if calling.sorts & set(means):
        return _ALIKE
    return _UNTOLD if "company" in means and not calling.sorts else 0.0


def resolve_state(discourse: Discourse, sentence: ParsedSentence, word: Word) -> bool:
    """Take a lone *страна* for the last state before it that is not the subject of its clause."""
    if word.lemma not in word_set("state_noun") or described(discourse.context, sentence, word):
        return False
    if word.feats.get("Number") == "Plur":
        return False
    clause = clause_of(sentence, word)
    for one in discourse.before(sentence, word, 2):
        own = one.sentence is sentence and one.subject and clause_of(sentence, one.word) == clause
        if one.who.kind == "country" and not own:
            _mean(discourse, sentence, word, one.who)
            return True
    return False


def resolve_other(
    discourse: Discourse, callings: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> bool:
    """Take *соперник* or *сосед* for the last of the kind of who acts that is somebody else."""
    noun = noun_of(word)
    if noun not in word_set("other_side") or described(discourse.context, sentence, word):
        return False
    before = list(discourse.before(sentence, word, 4 if noun == "сосед" else 2))
    acting = next((one for one in before if _acts(sentence, word, one)), None)
    acting = acting or next((one for one in before if _place_of(sentence, word, one)), None)
    kind = "country" if noun == "сосед" else acting.who.kind if acting else ""
    own = callings.get(id(acting.who), Calling()).ties if acting else set()
    for one in once(before):
        same = acting is not None and one.who is acting.who
        fits = one.who.kind == (kind or "person") and not same and id(one.who) not in own
        if fits and (acting is not None or not one.subject):
            _mean(discourse, sentence, word, one.who)
            return True
    return False


def _acts(sentence: ParsedSentence, word: Word, one: Spoken) -> bool:
    """Whether somebody is the subject of the clause of a word."""
    return (
        one.sentence is sentence
        and one.subject
        and clause_of(sentence, word) == clause_of(sentence, one.word)
    )


def _place_of(sentence: ParsedSentence, word: Word, one: Spoken) -> bool:
    """Whether somebody acts by *в*: *в Баку соседей успокоили*."""
    same = one.sentence is sentence and clause_of(sentence, one.word) == clause_of(sentence, word)
    return same and one.word.rel == "obl" and sentence.preposition(one.word) == "в"


def _mean(discourse: Discourse, sentence: ParsedSentence, word: Word, who: Referent) -> None:
    reason = f"“{word.text}” for {who.name}, last called so"
    mention_of(discourse, sentence, word, who, "nominal", reason)
