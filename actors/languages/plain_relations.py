"""Relations without a parser: what verbs and nouns of a pack's tables state between names.

For packs whose names are `PlainName`. `plain_words.py` lists the tables; `plain_titles.py` reads
offices. READ `read_relations` FIRST.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.languages.drafts import Referent
from actors.languages.plain import PlainName, Token
from actors.languages.plain_clauses import is_passive, objects, owners, prepositional, subjects
from actors.languages.plain_phrases import PlainSentence, plain_sentence
from actors.languages.plain_titles import read_offices
from actors.languages.plain_words import TableEntry, word_tables
from actors.ontology import ontology
from actors.types import Document, Modality, Relation, Span

__all__ = ["read_relations"]

_LIKELY = 0.7
_OBJECT = "-"
_TOGETHER = frozenset({"consult", "agree", "cooperate"})
_OF_ACTS = frozenset({"accuse", "support", "reject"})
"""What may be said of somebody's act, and so of who does it."""
_FORMS: dict[str, Modality] = {"future": "planned", "conditional": "possible"}


@dataclass(frozen=True, slots=True)
class PlainClaim:
    """Who does what to whom, and the word that says so."""

    source: PlainName
    type: str
    target: PlainName
    trigger: Token
    negated: bool = False
    modality: Modality = "asserted"


def read_relations(
    document: Document,
    sentences: Sequence[Sequence[Token]],
    names: Sequence[PlainName],
    referents: Sequence[Referent],
    folder: Path,
) -> tuple[Relation, ...]:
    """The relations that the sentences of a document state between its names.

    Call it when the mentions have their ids, which `drafts.records` gives.

    Args:
        document: of the sentences
        sentences: their words
        names: with whom they mean
        referents: whom the names mean
        folder: of the pack, whose ``lexicon`` has the tables
    """
    who = {id(draft): one for one in referents for draft in one.drafts}
    found: dict[tuple[int, str, int, int], Relation] = {}
    for tokens in sentences:
        here = [one for one in names if one.sentence is tokens]
        sentence = plain_sentence(tokens, here, word_tables(folder))
        for claim in _claims(sentence, names):
            source, target = who[id(claim.source.draft)], who[id(claim.target.draft)]
            type = ontology("")[claim.type]
            fits = type.takes(source.kind, target.kind)
            literal = not type.structural and "place" in (source.kind, target.kind)
            key = (id(source), claim.type, id(target), tokens[0].start)
            if fits and source is not target and not literal and key not in found:
                found[key] = _relation(f"r{len(found)}", claim, tokens, document)
    return tuple(found.values())


def _relation(
    number: str, claim: PlainClaim, tokens: Sequence[Token], document: Document
) -> Relation:
    key = document.key
    return Relation(
        id=number,
        type=claim.type,
        source=claim.source.draft.id,
        target=claim.target.draft.id,
        sign=ontology("")[claim.type].sign,
        evidence=Span(key, tokens[0].start, tokens[-1].end),
        trigger=Span(key, claim.trigger.start, claim.trigger.end),
        negated=claim.negated,
        modality=claim.modality,
        confidence=_LIKELY,
    )


def _claims(sentence: PlainSentence, names: Sequence[PlainName]) -> Iterator[PlainClaim]:
    for source, type, target, place in read_offices(sentence, names):
        yield PlainClaim(source, type, target, sentence.tokens[place])
    taken: set[int] = set()
    for place in range(len(sentence.tokens)):
        for form, verb in sentence.forms(place).items():
            if form != "gerund" and not (form == "participle" and _stands_alone(sentence, place)):
                yield from _verb(sentence, place, form, verb, taken)
    for place in range(len(sentence.tokens)):
        if place not in taken and place not in sentence.inside:
            for entry in sentence.tables.nouns.get(sentence.small(place), ()):
                yield from _noun(sentence, place, entry)


def _stands_alone(sentence: PlainSentence, place: int) -> bool:
    """Whether a participle has no auxiliary and nobody by whom: *les troupes stationnées*."""
    before = {sentence.small(one) for one in range(max(0, place - 5), place)}
    helping = sentence.tables.words("have") | sentence.tables.words("be")
    joined = before & sentence.tables.words("and")
    return not (before & helping or joined or is_passive(sentence, place))


def _verb(
    sentence: PlainSentence, place: int, form: str, verb: str, taken: set[int]
) -> Iterator[PlainClaim]:
    sources, modality, negated, refused = _governed(sentence, place, form)
    if _reflexive(sentence, place) and verb not in sentence.tables.words("reflexive_verb"):
        return
    if is_passive(sentence, place):
        agents = prepositional(sentence, place, sentence.tables.words("by"))
        helped = _helped(sentence, place)
        suffering = sources if helped else _described(sentence, place)
        pairs = [(entry.type, agents, suffering)
                 for entry in sentence.tables.verbs.get(verb, ())
                 if _OBJECT in entry.targets]  # fmt: skip
    else:
        pairs = [(entry.type, sources, _targets(sentence, place, entry))
                 for entry in _stated(sentence, place, verb, taken)]  # fmt: skip
    for type, left, right in pairs:
        told = "reject" if refused else type
        yield from (
            PlainClaim(*_turned(one, told, other), sentence.tokens[place], negated, modality)
            for one in left[:4] for other in right[:8]
        )  # fmt: skip


def _reflexive(sentence: PlainSentence, place: int) -> bool:
    """Whether *se* stands before a verb or its auxiliary: *s'est rendu à*."""
    before = {sentence.small(one) for one in range(max(0, place - 3), place)}
    return bool(before & sentence.tables.words("reflexive"))


def _helped(sentence: PlainSentence, place: int) -> bool:
    before = {sentence.small(one) for one in range(max(0, place - 4), place)}
    return bool(before & sentence.tables.words("be"))


def _turned(source: PlainName, type: str, target: PlainName) -> tuple[PlainName, str, PlainName]:
    return (target, "owns", source) if type == "owned_by" else (source, type, target)


def _described(sentence: PlainSentence, place: int) -> list[PlainName]:
    """Whom a passive participle behind a name or its comma describes."""
    back = place - 1 - (sentence.small(place - 1) == ",")
    name = sentence.inside.get(back)
    return [name] if name is not None else []


def _stated(sentence: PlainSentence, place: int, verb: str, taken: set[int]) -> list[TableEntry]:
    """What a verb states: with the noun behind it, where a phrase is listed, else by itself."""
    for other in range(place + 1, min(place + 5, len(sentence.tokens))):
        phrase = sentence.tables.phrases.get((verb, sentence.small(other)))
        if phrase is not None:
            taken.add(other)
            return [phrase]
    return sentence.tables.verbs.get(verb, [])


def _targets(sentence: PlainSentence, place: int, entry: TableEntry) -> list[PlainName]:
    found = objects(sentence, place) if _OBJECT in entry.targets else []
    found = found or prepositional(sentence, place, set(entry.targets) - {_OBJECT})
    if not found and entry.type in _OF_ACTS:
        found = owners(sentence, place)
    return found


def _governed(
    sentence: PlainSentence, place: int, form: str
) -> tuple[list[PlainName], Modality, bool, bool]:
    """Who does it, how sure, whether negated, and whether it is only what somebody refuses."""
    modality = _FORMS.get(form, "asserted")
    negated = _negated(sentence, place)
    had = sentence.small(place - 1) in sentence.tables.words("auxiliary_infinitive")
    if form != "infinitive" and not had:
        return subjects(sentence, place), modality, negated, False
    above = _above(sentence, place)
    if above is None:
        return [], modality, negated, False
    told, verb = next(iter(sentence.forms(above).items()))
    modality = _FORMS.get(told, modality)
    said = sentence.tables.modals.get(verb, "")
    asked = verb in sentence.tables.words("control")
    doing = _controlled(sentence, above, verb) if asked else subjects(sentence, above)
    if said in ("asserted", "planned", "possible", "demanded", "denied", "conditional"):
        modality = said  # type: ignore[assignment]
    negated = negated or _negated(sentence, above)
    return doing, modality, negated, said == "refused"


def _controlled(sentence: PlainSentence, above: int, verb: str) -> list[PlainName]:
    """Who is to do it, where one asks or accuses another: *accuse le Mali de soutenir ...*."""
    for entry in sentence.tables.verbs.get(verb, ()):
        found = _targets(sentence, above, entry)
        if found:
            return found[:1]
    return []


def _above(sentence: PlainSentence, place: int) -> int | None:
    """The verb that an infinitive hangs on, up to eight words before it."""
    for before in range(place - 1, max(-1, place - 9), -1):
        if sentence.ends(before):
            return None
        if sentence.forms(before).keys() - {"infinitive", "gerund"}:
            return before
    return None


def _negated(sentence: PlainSentence, place: int) -> bool:
    words = {sentence.small(one) for one in range(max(0, place - 4), place)}
    return bool(words & sentence.tables.words("not"))


def _noun(sentence: PlainSentence, place: int, entry: TableEntry) -> Iterator[PlainClaim]:
    """*la rencontre entre A et B*, *les sanctions de A contre B*, *A a signé un accord avec B*."""
    between = prepositional(sentence, place, sentence.tables.words("between"), 4)
    pairs = [(between[0], between[1])] if len(between) > 1 else []
    whose = [one.name for one in sentence.phrases if one.noun == sentence.small(place)
             and place < one.name.first <= place + 4]  # fmt: skip
    found = prepositional(sentence, place, entry.targets, 8)
    verb = _light_verb(sentence, place)
    where = place if verb is None else verb
    form = next(iter(sentence.forms(where)), "")
    doing, modality, negated, refused = _governed(sentence, where, form or "noun")
    sources = whose or (doing if verb is not None and not refused else [])
    if not found and verb is not None and entry.type in _TOGETHER and len(sources) > 1:
        pairs.append((sources[0], sources[1]))
    pairs += [(source, target) for source in sources[:2] for target in found[:8]]
    for source, target in pairs:
        yield PlainClaim(source, entry.type, target, sentence.tokens[place], negated, modality)


def _light_verb(sentence: PlainSentence, place: int) -> int | None:
    """The verb before a noun that only says that it is done: *signer un accord*."""
    for before in range(place - 1, max(-1, place - 6), -1):
        for form, verb in sentence.forms(before).items():
            if form != "gerund":
                return before if verb in sentence.tables.words("light_verb") else None
    return None
