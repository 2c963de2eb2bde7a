"""The arguments of a verb or a noun: who does it, and to whom, by case and preposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from actors.languages.drafts import Draft
from actors.languages.ru.clauses import agree, described, is_passive, overlooked
from actors.languages.ru.context import Context
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = ["Frame", "agents", "fits", "frames", "patients", "targets"]

_CASES = {"acc": "Acc", "gen": "Gen", "dat": "Dat", "ins": "Ins", "loc": "Loc"}
_OBJECTS = ("obj", "iobj", "obl", "obl:agent", "nmod", "xcomp", "advmod", "appos", "nsubj:pass")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a target stands: its case, its preposition if any, its kind if that counts."""

    preposition: str
    case: str
    kind: str = ""


@lru_cache(maxsize=1000)
def frames(told: str) -> tuple[Frame, ...]:
    """The frames of a table's field.

    >>> frames("dat|в+acc:country")[1]
    Frame(preposition='в', case='Acc', kind='country')
    """
    found = []
    for each in told.split("|"):
        place, _, kind = each.partition(":")
        preposition, _, case = place.rpartition("+")
        if case in _CASES:
            found.append(Frame(preposition, _CASES[case], kind))
    return tuple(found)


def fits(sentence: ParsedSentence, word: Word, frame: Frame) -> bool:
    """Whether an argument stands where a frame has it; names that don't change fit any case."""
    if sentence.preposition(word) != frame.preposition:
        return False
    if frame.preposition:
        return word.case in (frame.case, "") or word.pos in ("PROPN", "X")
    if frame.case == "Acc":
        return word.rel == "obj" or (
            word.case == "Acc" and word.rel in ("obj", "iobj", "obl", "xcomp")
        )
    if word.rel == "obj" and word.case == "Acc" and frame.case != "Acc":
        return False
    return word.case == frame.case


def targets(
    context: Context, sentence: ParsedSentence, anchor: Word, allowed: Iterable[Frame]
) -> list[Draft]:
    """Whom the arguments of a verb or noun in these frames stand for."""
    found: list[Draft] = []
    for child in sentence.of(anchor, *_OBJECTS):
        for frame in allowed:
            if fits(sentence, child, frame):
                found += [
                    draft for draft in context.actors(sentence, child)
                    if not frame.kind or context.who(draft).kind == frame.kind
                ]  # fmt: skip
                break
    return list(dict.fromkeys(found)) or _deeper(context, sentence, anchor, allowed)


def _deeper(
    context: Context, sentence: ParsedSentence, anchor: Word, allowed: Iterable[Frame]
) -> list[Draft]:
    """What a preposition binds to the object of a verb or to its infinitive.

    *расторгнуть договор с Чадом*, *отказаться покупать газ у Чада*.
    """
    if anchor.pos != "VERB" and anchor.lemma not in word_set("refuse"):
        return []
    prepositional = tuple(frame for frame in allowed if frame.preposition)
    found: list[Draft] = []
    for child in sentence.of(anchor, "obj", "xcomp", "acl"):
        refused = child.rel != "obj" and child.feats.get("VerbForm") == "Inf"
        if child.rel != "obj" and not (refused and anchor.lemma in word_set("refuse")):
            continue
        if not prepositional or context.name_of(sentence, child):
            continue
        handed = child.lemma.replace("ё", "е") in word_set("handing")
        givers = _GIVERS[:-1] if handed else _GIVERS
        found += targets(context, sentence, child, (*prepositional, *givers * refused))
        found += owners(context, sentence, child, _AMONG) if refused else []
        for inner in sentence.of(child, "nmod"):
            if inner.lemma in word_set("between_states"):
                continue
            found += targets(context, sentence, inner, prepositional)
    return list(dict.fromkeys(found))


_AMONG = (Frame("в", "Loc"),)
"""What one refuses to take part in: *отказ участвовать в учениях Чада*."""
_GIVERS = (Frame("у", "Gen"), Frame("с", "Ins"), Frame("", "Dat"), Frame("", "Acc"))
"""Where those stand whom a refusal is for: *отказался встречаться с*, *покупать у*."""


def owners(
    context: Context, sentence: ParsedSentence, verb: Word, allowed: Iterable[Frame]
) -> list[Draft]:
    """Whose act or thing the object of a verb is: *осудить закупку Чадом*, *поддержать план Чада*.

    None for an act that is done to somebody: who condemns the arrest of Chad's envoy blames others.
    """
    found: list[Draft] = []
    for child in sentence.of(verb, "obj", "obl", "nsubj:pass"):
        done_to = child.lemma.replace("ё", "е") in word_set("done_to")
        if (
            child.pos == "NOUN"
            and not done_to
            and any(fits(sentence, child, one) for one in allowed)
        ):
            found += genitive(context, sentence, child)
    return list(dict.fromkeys(found))


def agents(context: Context, sentence: ParsedSentence, verb: Word, deep: int = 4) -> list[Draft]:
    """Who does what a verb says: its subject, or that of the verb that it hangs on.

    Of a passive, whom the instrumental names; of a participle, the noun that it describes.
    """
    if is_passive(verb):
        return targets(context, sentence, verb, (Frame("", "Ins"),))
    subjects = [
        word for word in sentence.of(verb, *_SUBJECTS) if word.case in ("Nom", "", "Gen", "Acc")
    ]
    found = [draft for word in subjects for draft in context.actors(sentence, word)]
    if found or subjects or not deep:
        return list(dict.fromkeys(found))
    found = overlooked(context, sentence, verb) or _indefinite(context, sentence, verb)
    return found or _inherited(context, sentence, verb, deep)


def _indefinite(context: Context, sentence: ParsedSentence, verb: Word) -> list[Draft]:
    """*В Баку возмутились*: the capital that stands for its government."""
    if verb.feats.get("Number") != "Plur":
        return []
    return [
        draft
        for child in sentence.of(verb, "obl")
        if sentence.preposition(child) == "в"
        for draft in context.actors(sentence, child)
        if draft.stands_for or draft.kind == "organisation"
    ]


def _inherited(context: Context, sentence: ParsedSentence, verb: Word, deep: int) -> list[Draft]:
    head = sentence.head(verb)
    if head is None:
        return []
    if verb.rel in ("amod", "acl") and verb.feats.get("VerbForm") == "Part":
        return context.actors(sentence, described(sentence, verb) or head)
    if verb.rel in ("acl", "acl:relcl") and verb.feats.get("VerbForm") != "Inf":
        return []
    if verb.rel in ("xcomp", "ccomp", "csubj", "acl") and verb.feats.get("VerbForm") == "Inf":
        asked = _asked(context, sentence, head)
        return asked or agents(context, sentence, head, deep - 1)
    if verb.rel == "ccomp" and verb.feats.get("VerbForm") == "Fin":
        same = agree(verb, head, "Number", "Gender", "Person")
        return agents(context, sentence, head, deep - 1) if same else []
    if verb.rel in ("conj", "advcl", "parataxis") and _shares(sentence, verb):
        head = _joined(sentence, verb, head)
        return (
            agents(context, sentence, head, deep - 1)
            if not is_passive(head)
            else patients(context, sentence, head)
        )
    return []


def _joined(sentence: ParsedSentence, verb: Word, head: Word) -> Word:
    """The verb that a verb shares its subject with: the nearest above that agrees with it."""
    if verb.feats.get("VerbForm") != "Fin":
        return head
    above = (one for one in sentence.above(verb) if one.pos in ("VERB", "ADJ"))
    return next((one for one in above if agree(verb, one, "Number", "Gender")), head)


def _shares(sentence: ParsedSentence, verb: Word) -> bool:
    """Whether a clause without a subject has that of the clause it hangs on."""
    if verb.rel == "conj":
        return True
    return verb.feats.get("VerbForm") == "Conv"


def _asked(context: Context, sentence: ParsedSentence, verb: Word) -> list[Draft]:
    """Who is to do it, where one asks, orders or persuades another: *призвал Чад уступить*."""
    if verb.lemma.replace("ё", "е") not in word_set("demanded") | word_set("allowing"):
        return []
    return targets(
        context, sentence, verb, (Frame("", "Acc"), Frame("", "Dat"), Frame("от", "Gen"))
    )


def patients(context: Context, sentence: ParsedSentence, verb: Word) -> list[Draft]:
    """The subject of a passive, or the noun that a passive participle describes."""
    subjects = sentence.of(verb, "nsubj:pass", "nsubj")
    found = [draft for word in subjects for draft in context.actors(sentence, word)]
    if found or subjects:
        return list(dict.fromkeys(found))
    head = sentence.head(verb)
    noun = described(sentence, verb)
    if noun is not None:
        return context.actors(sentence, noun)
    if head is not None and verb.rel == "conj" and is_passive(head):
        return patients(context, sentence, head)
    return []


def genitive(context: Context, sentence: ParsedSentence, noun: Word) -> list[Draft]:
    """Whose a noun is: a genitive right behind it, an adjective of a state, or *его*."""
    found: list[Draft] = []
    for child in sentence.of(noun, "nmod", "amod", "det"):
        if child.rel == "nmod" and child.case in ("Gen", "") and not sentence.preposition(child):
            found += context.actors(sentence, child)
        elif child.rel in ("amod", "det"):
            meant = context.meant.get((sentence.number, child.number))
            name = context.name_of(sentence, child)
            found += [meant] if meant else []
            found += [name.draft] if name is not None and name.draft.kind == "group" else []
    return list(dict.fromkeys(found))


def between(
    context: Context, sentence: ParsedSentence, noun: Word
) -> Iterator[tuple[Draft, Draft]]:
    """The two of *переговоры между Чадом и Нигером*."""
    for child in sentence.of(noun, "nmod", "obl"):
        if sentence.preposition(child) in ("между", "меж"):
            found = context.actors(sentence, child)
            yield from _pairs(found)


def _pairs(found: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    for number, one in enumerate(found[:3]):
        for other in found[number + 1 : 3]:
            yield one, other


def all_pairs(found: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each of some actors with each, of the first three."""
    return _pairs(found)
