"""Reads the suite of minimal sentences and compares what is extracted with what is expected."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from actors.languages.en.relations import relations
from actors.ontology import ontology
from actors.types import UNNAMED, Document, Entity, Mention, Relation, Settings, Span

SENTENCES = Path(__file__).parent / "sentences"
Case = Mapping[str, Any]


def cases() -> list[Case]:
    """All minimal sentences, in the order of the files."""
    files = sorted(SENTENCES.glob("*.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines]


def extracted(case: Case, doc: Doc) -> tuple[list[Relation], dict[str, str]]:
    """The relations of a case, and the entity of each mention id."""
    published = date.fromisoformat(case["published"]) if "published" in case else None
    document = Document("case", case["text"], published=published)
    mentions = mentions_of(case, document, doc)
    entities = {given["entity"]: entity(given) for given in case["mentions"]}
    found = relations(doc, document, mentions, list(entities.values()), Settings())
    return found, {one.id: one.entity for one in mentions}


def mentions_of(case: Case, document: Document, doc: Doc) -> list[Mention]:
    """The mentions of a case, each in its sentence."""
    ends = [sentence.end_char for sentence in doc.sents]
    return [
        mention(number, given, document, bisect_right(ends, given["start"]))
        for number, given in enumerate(case["mentions"])
    ]


def mention(number: int, given: Mapping[str, Any], document: Document, sentence: int) -> Mention:
    """A mention of a case: a name, or a noun where the actor is ``unnamed``."""
    start, end = given["start"], given["end"]
    span = Span(document.key, start, end)
    text, level = document.text[start:end], "nominal" if "unnamed" in given else "name"
    ends = given["kind"], level, given["entity"]
    return Mention(f"m{number}", span, text, *ends, sentence, 0)


def entity(given: Mapping[str, Any]) -> Entity:
    """The entity of a mention; a demonym stands for its country."""
    if "unnamed" in given:
        noun = ((UNNAMED, given["unnamed"]),)
        return Entity(given["entity"], given["entity"], given["kind"], None, noun)
    kind = "country" if given["kind"] == "group" else given["kind"]
    return Entity(given["entity"], given["entity"], kind)


def faults(case: Case, doc: Doc) -> Iterator[str]:
    """What is wrong with the relations extracted from a case, in words."""
    found, who = extracted(case, doc)
    for wanted in case["relations"]:
        if not any(meets(one, wanted, who) for one in found):
            yield f"missing {wanted} in {said(found, who)}"
    for unwanted in case["absent"]:
        if any(ends(one, unwanted, who) and not one.negated for one in found):
            yield f"unwanted {unwanted} in {said(found, who)}"


def ends(one: Relation, wanted: Mapping[str, Any], who: Mapping[str, str]) -> bool:
    """Whether type and ends are those asked for; ``*`` is anyone."""
    source, target = who[one.source], who[one.target]
    pairs = [(source, target)]
    if ontology()[one.type].symmetric:
        pairs.append((target, source))
    if wanted["type"] not in ("*", one.type):
        return False
    return any(
        wanted["source"] in ("*", left) and wanted["target"] in ("*", right)
        for left, right in pairs
    )


def meets(one: Relation, wanted: Mapping[str, Any], who: Mapping[str, str]) -> bool:
    """Whether a relation has the ends, the negation and every field that the case gives."""
    if not ends(one, wanted, who) or one.negated != wanted.get("negated", False):
        return False
    voice = who.get(one.attributed_to or "")
    fields = {
        "modality": one.modality,
        "attributed_to": voice,
        "date": one.date,
        "place": one.place,
    }
    return all(fields[name] == wanted[name] for name in fields if name in wanted)


def said(found: list[Relation], who: Mapping[str, str]) -> str:
    """The relations found, short enough for a failure's message."""
    return "; ".join(
        f"{who[r.source]} {'not ' * r.negated}{r.type} {who[r.target]} {r.modality} "
        f"{who.get(r.attributed_to or '', '')} {r.date or ''} {r.place or ''}"
        for r in found
    )
