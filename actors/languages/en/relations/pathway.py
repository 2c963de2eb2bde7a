"""The way between two actors in a parse, which the classifier is told of (`marking`).

What ties a source to a target is mostly in the words on the shortest path between them, the word
where their ways meet, and what hangs on it. R. Bunescu and R. Mooney (2005), "A shortest path
dependency kernel for relation extraction".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
