"""Minimal texts for stances: who leans towards whom, and where nobody takes a side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from actors.languages.en.pipeline import load
from actors.languages.en.relations import reading
from actors.types import Document, Settings
from tests.languages.en.relations.suite import Case, entity, mentions_of

LEAST = 0.9


def cases() -> list[Case]:
    path = Path(__file__).parent / "stances.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def faults(case: Case, doc: Doc) -> Iterator[str]:
    """What is wrong with the stances of a case, in words."""
    document = Document("case", case["text"])
    mentions = mentions_of(case, document, doc)
    entities = {given["entity"]: entity(given) for given in case["mentions"]}
    _, held = reading(doc, document, mentions, list(entities.values()), Settings())
    found = [{"source": one.source, "target": one.target, "sign": one.sign} for one in held]
    yield from (f"missing {wanted}" for wanted in case["stances"] if wanted not in found)
    yield from (f"unwanted {unwanted}" for unwanted in case["absent"] if unwanted in found)


def test_nearly_all_texts_are_read_right() -> None:
    given = cases()
    nlp = load(Settings().model, recogniser=False)
    docs = nlp.pipe(case["text"] for case in given)
    wrong = {case["text"]: list(faults(case, doc)) for case, doc in zip(given, docs, strict=True)}
    wrong = {text: said for text, said in wrong.items() if said}
    assert 1 - len(wrong) / len(given) >= LEAST, wrong
