"""The way between two actors in a parse, as the features that the classifier weighs.

What ties a source to a target is mostly in the words on the shortest path between them, the word
where their ways meet, and what hangs on it. R. Bunescu and R. Mooney (2005), "A shortest path
dependency kernel for relation extraction".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.extract.relations.lexicon import noun_frames, verb_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HANGING = frozenset(
    [
        "prt",
        "prep",
        "dobj",
        "xcomp",
        "ccomp",
        "neg",
        "acomp",
        "attr",
        "aux",
        "auxpass",
        "agent",
        "pobj",
        "oprd",
    ]
)
BETWEEN, AFTER = 25, 8
"""Words that count between the two actors, and behind the second."""


@dataclass(frozen=True, slots=True)
class Pathway:
    """Tokens on the way from source to target, what hangs on them, and where the ways meet."""

    source: tuple[int, int]
    target: tuple[int, int]
    path: tuple[Token, ...]
    hanging: tuple[Token, ...]
    meeting: Token


def pathway(doc: Doc, source: tuple[int, int], target: tuple[int, int]) -> Pathway | None:
    """The way between two token ranges; None if they overlap or stand in different sentences."""
    one, other = doc[source[0] : source[1]].root, doc[target[0] : target[1]].root
    if one.sent.start != other.sent.start or (source[0] < target[1] and target[0] < source[1]):
        return None
    left, right = [one, *one.ancestors], [other, *other.ancestors]
    reached = {token.i for token in right}
    meeting = next(token for token in left if token.i in reached)
    down = right[1 : right.index(meeting)][::-1]
    way = [*left[1 : left.index(meeting)], meeting, *down]
    inside = {*range(*source), *range(*target)}
    path = tuple(token for token in way if token.i not in inside)
    hanging = tuple(
        child
        for token in path
        if token.pos_ in ("VERB", "NOUN")
        for child in token.children
        if child.i not in inside and child.dep_ in HANGING
    )
    return Pathway(source, target, path, hanging, meeting)


def features(doc: Doc, way: Pathway) -> list[str]:
    """Names of the features of a way, each once, in order."""
    return sorted({*on_the_way(doc, way), *around(doc, way)})


def on_the_way(doc: Doc, way: Pathway) -> Iterator[str]:
    """Words of the path and what hangs on it, how the actors depend, and the lexicon's types."""
    top = way.meeting.lemma_.lower()
    yield f"meet {top}"
    yield f"source {doc[way.source[0] : way.source[1]].root.dep_}"
    yield f"target {doc[way.target[0] : way.target[1]].root.dep_}"
    for token in way.path:
        yield f"path {token.lemma_.lower()}"
        yield f"path {token.lemma_.lower()} {token.dep_}"
    for token in way.hanging:
        yield f"hangs {token.lemma_.lower()}"
        yield f"meet {top} hangs {token.lemma_.lower()}"
    for token in (*way.path, *way.hanging):
        frames = verb_frames() if token.pos_ == "VERB" else noun_frames()
        for frame in frames.get(token.lemma_.lower(), ()):
            yield f"lexicon {frame.type}"


def around(doc: Doc, way: Pathway) -> Iterator[str]:
    """Which actor comes first, and the words between and behind them."""
    first, second = sorted((way.source, way.target))
    yield "source first" if way.source == first else "target first"
    end = doc[second[0]].sent.end
    for token in doc[first[1] : min(second[0], first[1] + BETWEEN)]:
        if token.is_alpha:
            yield f"between {token.lower_}"
    for token in doc[second[1] : min(end, second[1] + AFTER)]:
        if token.is_alpha:
            yield f"after {token.lower_}"
