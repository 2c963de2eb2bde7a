"""Mentions that are joined to a list ("A, B and C"), read off the surface."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def lists(
    doc: Doc, heads: Mapping[int, Mention], spans: Mapping[str, tuple[int, int]]
) -> dict[int, list[int]]:
    """Coordinated mentions read off the surface ("A, B and C"), where the parse loses them."""
    found: dict[int, list[int]] = {}
    ordered = sorted(
        (spans[m.id], root)
        for root, m in heads.items()
        if m.level == "name" and not bracketed(doc, spans[m.id]) and not source_named(doc, root)
    )
    run: list[int] = []
    closed = False
    for (left, first), (right, second) in itertools.pairwise(ordered):
        between = [t.lower_ for t in doc[left[1] : right[0]]]
        link = coordinator(between)
        if link and same_kind(heads, first, second) and not new_clause(doc, first, second):
            run = run or [first]
            run.append(second)
            closed = closed or link == "and"
            continue
        if closed:
            found.update(dict.fromkeys(run, run))
        run, closed = [], False
    if closed:
        found.update(dict.fromkeys(run, run))
    return found


def source_named(doc: Doc, first: int) -> bool:
    """The A of "According to A, B and C met" isn't an item of the list."""
    word = doc[first]
    while word.dep_ in ("compound", "appos", "pobj", "amod", "nmod") and word.head != word:
        word = word.head
        if word.lower_ == "to" and word.head.lower_ == "according":
            return True
    return False


def bracketed(doc: Doc, span: tuple[int, int]) -> bool:
    """An acronym in brackets after its long form isn't an item of the list."""
    first, last = span
    return first > 0 and doc[first - 1].text == "(" and last < len(doc) and doc[last].text == ")"


def coordinator(between: Sequence[str]) -> str:
    """``"and"`` or ``","`` where the words between two mentions only join them, else ``""``."""
    kept = []
    depth = 0
    for word in between:
        depth += word in "(["
        if not depth:
            kept.append(word)
        depth -= word in ")]"
    if not kept or any(w not in (",", "and", "or", "&", "the", "nor", "'s") for w in kept):
        return ""
    if "'s" in kept:
        return ""
    return "and" if {"and", "or", "&", "nor"} & set(kept) else "," if "," in kept else ""


def same_kind(heads: Mapping[int, Mention], first: int, second: int) -> bool:
    """Only like things are listed: states with states, people with people."""
    states = {"country", "place", "group", "organisation"}
    kinds = {heads[first].kind, heads[second].kind}
    return len(kinds) == 1 or kinds <= states or "other" in kinds


def new_clause(doc: Doc, first: int, second: int) -> bool:
    """Whether the second mention opens a clause of its own ("X met Y, and Z said ...")."""
    token, other = doc[second], doc[first]
    if token.sent.start != other.sent.start:
        return True
    if token.dep_ in ("nsubj", "nsubjpass"):
        if any(c.dep_ == token.dep_ and c.i < first for c in token.head.children):
            return False
        return other.dep_ not in ("nsubj", "nsubjpass") or other.head != token.head
    return False
