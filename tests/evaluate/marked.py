"""Annotated documents written as text with marks, so that a test can be read."""

from __future__ import annotations

import re
from typing import Any

from actors.evaluate import AnnotatedDocument, annotated

MARK = re.compile(
    r"\[(?P<words>[^|\]]+)\|(?P<actor>[^|\]]*)\|?(?P<kind>[^|\]]*)\|?(?P<level>[^\]]*)\]"
)
KINDS = {"p": "person", "o": "organisation", "c": "country", "l": "place", "g": "group"}


def record(marked: str, *relations: str, **more: Any) -> dict[str, Any]:
    """A document in which ``[words|actor|kind|level]`` is a mention.

    Args:
        marked: the text; a kind is its first letter (l: place), a person if left out
        relations: as in ``"Peru accuse Chile"``, with a sign as the last word if wanted
        more: further keys of the document
    """
    text, mentions, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        mentions.append(
            {
                "start": len(text),
                "end": len(text) + len(found["words"]),
                "kind": KINDS.get(found["kind"], found["kind"] or "person"),
                "level": found["level"] or "name",
                "actor": found["actor"] or None,
            }
        )
        text, at = text + found["words"], found.end()
    kinds = {one["actor"]: one["kind"] for one in reversed(mentions) if one["actor"]}
    stated = [relation(each) for each in relations]
    for one in stated:
        kinds.setdefault(one["source"], "person")
        kinds.setdefault(one["target"], "person")
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    whole = {"id": "d", "text": text + marked[at:], "mentions": mentions, "actors": actors}
    return {**whole, "relations": stated, **more}


def relation(written: str) -> dict[str, Any]:
    """A relation from ``source type target [sign]``."""
    source, type, target, *sign = written.split()
    ends = {"source": source, "target": target, "type": type}
    return {**ends, "sign": sign[0] if sign else None, "evidence": [0, 1]}


def document(marked: str, *relations: str, **more: Any) -> AnnotatedDocument:
    """The same as a record of the package."""
    return annotated(record(marked, *relations, **more))
