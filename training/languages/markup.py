"""Our own texts, annotated in the text itself, as documents in the schema of the scorer.

::

    python -m training.languages.markup training/languages/ru_aside.txt > ru_aside.jsonl

``== id | genre`` begins a document; a line is a sentence, an empty one ends a paragraph. A name is
``[as written|actor]``; capital letters are the code of a state, and else the first letter of an
actor is its kind: person, organisation, ``l`` for a place, group, ``u`` for one without a name,
``x`` for what is not scored. After a stroke stands what the words are, where that differs:
``[Москва|RU/place]``
is a capital that acts, ``/group`` an adjective or a people, ``/nom`` a noun, ``/pro`` a pronoun.

Below a sentence stands ``> source target type``, several parted by ``;``. ``type/other`` accepts
both, ``?`` is optional, ``-`` negated, ``~planned`` the modality.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actors.knowledge.states import state_by_id
from actors.ontology import ontology

_NAME = re.compile(r"\[([^\]|]+)\|(\w+)(?:=[^\]/]*)?(?:/(\w+))?\]")
_KINDS = {"p": "person", "o": "organisation", "l": "place", "g": "group", "u": "organisation"}
_LEVELS = {"nom": "nominal", "pro": "pronoun"}
_SCORED = ["person", "organisation", "country", "place"]


@dataclass
class Text:
    """A document while its lines are read."""

    id: str
    genre: str
    text: str = ""
    last: tuple[int, int] = (0, 0)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    relations: list[dict[str, Any]] = field(default_factory=list)
    paragraph: str = ""


def documents(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """The documents that some lines of markup hold, in the schema of the scorer."""
    text: Text | None = None
    for line in map(str.strip, lines):
        if line.startswith("== "):
            if text:
                yield _document(text)
            name, _, genre = line[3:].partition(" ")
            text = Text(name, genre.strip())
        elif text and line.startswith(">"):
            text.relations += [_relation(text, each) for each in line[1:].split(";")]
        elif text and line:
            _sentence(text, line)
        elif text and text.text:
            text.paragraph = "\n\n"
    if text:
        yield _document(text)


def _sentence(text: Text, line: str) -> None:
    text.text += (text.paragraph or " ") if text.text else ""
    text.paragraph = ""
    start, done = len(text.text), 0
    for found in _NAME.finditer(line):
        text.text += line[done : found.start()]
        text.mentions.append(_mention(len(text.mentions), len(text.text), *found.groups()))
        text.text += found[1]
        done = found.end()
    text.text += line[done:]
    text.last = (start, len(text.text))


def _mention(number: int, start: int, words: str, actor: str, what: str | None) -> dict[str, Any]:
    kind = _kind(actor) if what in (None, *_LEVELS) else what
    level = "nominal" if actor[0] == "u" else _LEVELS.get(what or "", "name")
    optional = {"optional": True} if actor[0] == "x" else {}
    where = {"id": f"m{number}", "start": start, "end": start + len(words)}
    return {**where, "kind": kind, "level": level, "actor": actor, **optional}


def _kind(actor: str) -> str:
    return "country" if actor.isupper() else _KINDS.get(actor[0], "other")


def _relation(text: Text, told: str) -> dict[str, Any]:
    source, target, types, *flags = told.split()
    negated = types.endswith("-") or any(flag.startswith("-") for flag in flags)
    kinds = types.rstrip("-").split("/")
    modality = [part.split("/")[0] for flag in flags for part in flag.split("~")[1:]]
    return {
        "source": source,
        "target": target,
        "type": kinds[0],
        "also": kinds[1:],
        "negated": negated,
        "modality": modality[0] if modality else "asserted",
        "core": "?" not in flags,
        "told": "named",
        "evidence": list(text.last),
    }


def _document(text: Text) -> dict[str, Any]:
    named = {one["actor"] for one in text.mentions}
    ends = {each[end] for each in text.relations for end in ("source", "target")}
    types = ontology("")
    return {
        "id": text.id,
        "text": text.text,
        "genre": text.genre.lstrip("| "),
        "kinds": _SCORED,
        "mentions": text.mentions,
        "relation_scope": "document",
        "actors": [_actor(text, one) for one in sorted(named | ends)],
        "relation_types": sorted(types),
        "relations": [
            {**each, "sign": types[each["type"]].sign, "symmetric": types[each["type"]].symmetric}
            for each in text.relations
        ],
    }


def _actor(text: Text, actor: str) -> dict[str, Any]:
    mine = [one for one in text.mentions if one["actor"] == actor and one["level"] == "name"]
    words = [text.text[one["start"] : one["end"]] for one in mine]
    name = state_by_id(actor).name if actor.isupper() else max(words, key=len, default=actor)
    unnamed = not actor.isupper() and not mine
    return {"id": actor, "name": name, "kind": _kind(actor), "unnamed": unnamed}


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        for document in documents(iter(path.read_text("utf-8").splitlines())):
            print(json.dumps(document, ensure_ascii=False))
