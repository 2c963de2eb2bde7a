"""Annotated documents into sentences with the mentions that we find and labels for their pairs.

What is annotated is tied to our own mentions by the words that stand for its ends. A pair of
mentions that nothing is annotated of states nothing, unless other words for the same two actors
are annotated in its sentence: then nobody said which of the words count, and the pair is left out.
Where only marked pairs are annotated (`relation_scope` "pair"), all others are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actors.types import Extract

SYMMETRIC = frozenset({"allied_with", "opposed_to", "kin_of", "agree", "consult", "cooperate"})
PRONOUNS = frozenset(
    (
        *("he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "his"),
        *("their", "its", "our", "my", "who", "both", "himself", "themselves", "which", "that"),
    )
)
NAME_WEIGHT = 3
"""What a name counts, against a noun or pronoun, for whom an entity of ours is."""

Record = dict[str, Any]
Pair = tuple[int, int]


@dataclass(frozen=True, order=True)
class Marked:
    """Characters of a document that mention an entity; ``gold:`` before it if we missed them."""

    start: int
    end: int
    kind: str
    level: str
    entity: str


@dataclass
class Label:
    """What is annotated of an ordered pair; ``also`` are types that would be right too."""

    types: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)
    negated: bool = False
    modality: str = "asserted"


@dataclass
class Sentence:
    """A sentence with its mentions, and the labels of pairs of them, as indices of ``mentions``.

    ``whole`` tells whether what has no label states nothing, ties and events alike.
    """

    start: int
    end: int
    text: str
    mentions: list[Marked]
    labels: dict[Pair, Label] = field(default_factory=dict)
    unknown: set[Pair] = field(default_factory=set)
    whole: bool = True


def whom(document: Record, extract: Extract) -> dict[str, str]:
    """Our entity -> the annotated actor whose mentions it overlaps most."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    known = sorted((one["start"], one["end"], one["actor"]) for one in document["mentions"])
    for ours in extract.mentions:
        for start, end, actor in known:
            if start < ours.span.end and ours.span.start < end:
                votes[ours.entity][actor] += NAME_WEIGHT if ours.level == "name" else 1
    return {entity: actors.most_common(1)[0][0] for entity, actors in votes.items()}


def sentences(text: str, extract: Extract) -> list[Sentence]:
    """The sentences of a document with the mentions that we find, without labels."""
    inside: dict[int, list[Marked]] = defaultdict(list)
    for one in extract.mentions:
        marked = Marked(one.span.start, one.span.end, one.kind, one.level, one.entity)
        inside[one.sentence].append(marked)
    return [
        Sentence(start, end, text[start:end], sorted(set(inside[number])))
        for number, (start, end) in enumerate(extract.sentences)
    ]


def labelled(document: Record, extract: Extract) -> Iterator[Sentence]:
    """The sentences of an annotated document, with the labels of their pairs."""
    actors = whom(document, extract)
    kinds = {one["id"]: one["kind"] for one in document["actors"]}
    for sentence in sentences(document["text"], extract):
        told = [one for one in document["relations"] if _overlap(one["evidence"], sentence)]
        _add_missed(sentence, told, document["text"], kinds)
        whose = [_whose(one, actors) for one in sentence.mentions]
        for relation in told:
            _label(sentence, relation, whose)
            _leave_out(sentence, relation, whose)
        sentence.unknown -= set(sentence.labels)
        sentence.whole = document.get("relation_scope") != "pair"
        yield sentence


def _overlap(span: Sequence[int], sentence: Sentence) -> bool:
    return span[0] < sentence.end and sentence.start < span[1]


def _inside(span: Sequence[int] | None, sentence: Sentence) -> bool:
    return span is not None and sentence.start <= span[0] and span[1] <= sentence.end


def _add_missed(
    sentence: Sentence, told: Iterable[Record], text: str, kinds: Mapping[str, str]
) -> None:
    """Add the ends of annotated relations that no mention of ours covers."""
    for relation in told:
        for end in ("source", "target"):
            span = relation[f"{end}_span"]
            if not _inside(span, sentence) or any(_covers(one, span) for one in sentence.mentions):
                continue
            level = _level(text[slice(*span)])
            actor = relation[end]
            sentence.mentions.append(Marked(*span, kinds[actor], level, f"gold:{actor}"))
    sentence.mentions = sorted(set(sentence.mentions))


def _covers(one: Marked, span: Sequence[int]) -> bool:
    return one.start < span[1] and span[0] < one.end


def _level(words: str) -> str:
    """Whether words that stand for an actor are a pronoun, a name or a noun."""
    if words.lower() in PRONOUNS:
        return "pronoun"
    named = any(word[:1].isupper() for word in words.split())
    return "name" if named and not words.lower().startswith(("the ", "a ")) else "nominal"


def _whose(one: Marked, actors: Mapping[str, str]) -> str | None:
    found, _, actor = one.entity.partition(":")
    return actor if found == "gold" else actors.get(one.entity)


def _standing(sentence: Sentence, span: Sequence[int], actor: str, whose: list[Any]) -> list[int]:
    """The mentions that stand for an annotated end: those of its actor, else what fits best."""
    near = [at for at, one in enumerate(sentence.mentions) if _covers(one, span)]
    right = [at for at in near if whose[at] == actor]
    if right or not near:
        return right

    def fit(at: int) -> tuple[int, int]:
        one = sentence.mentions[at]
        return min(one.end, span[1]) - max(one.start, span[0]), one.start - one.end

    return [max(near, key=fit)]


def _label(sentence: Sentence, relation: Record, whose: list[Any]) -> None:
    """Label the first mentions of both ends; others in the same words are left out."""
    spans = relation["source_span"], relation["target_span"]
    if not all(_inside(span, sentence) for span in spans):
        return
    sources = _standing(sentence, spans[0], relation["source"], whose)
    targets = _standing(sentence, spans[1], relation["target"], whose)
    sources = [at for at in sources if at not in targets] or sources
    mutual = relation["type"] in SYMMETRIC
    for number, (one, other) in enumerate((a, b) for a in sources for b in targets if a != b):
        for pair in [(one, other), (other, one)][: 1 + mutual]:
            if number:
                sentence.unknown.add(pair)
            else:
                _add(sentence.labels.setdefault(pair, Label()), relation)
        if set(relation["also"]) & SYMMETRIC and (other, one) not in sentence.labels:
            sentence.unknown.add((other, one))


def _add(label: Label, relation: Record) -> None:
    label.types.add(relation["type"])
    label.also |= set(relation["also"])
    label.negated |= relation["negated"]
    if relation["modality"] != "asserted":
        label.modality = relation["modality"]


def _leave_out(sentence: Sentence, relation: Record, whose: list[Any]) -> None:
    """Leave out all pairs of other words for the two actors."""
    ones = [at for at, actor in enumerate(whose) if actor == relation["source"]]
    others = [at for at, actor in enumerate(whose) if actor == relation["target"]]
    for one in ones:
        for other in others:
            if one != other:
                sentence.unknown.add((one, other))
                if relation["type"] in SYMMETRIC:
                    sentence.unknown.add((other, one))
