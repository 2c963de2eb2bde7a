"""Studies of any size that no document was read for: invented names in plain sentences.

What is in them is drawn at random from a seed: actors as unequal as in news, sentences that name
two of them, statements, and unsure links of surnames. The rules decide who is who as in any study.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from actors.names import STUDY_FILE
from actors.resolve.curation import read
from actors.store import open_store
from actors.study.updating import Clock, update
from actors.types import Document, Entity, Extract, Mention, Relation, Settings, Span

ONSETS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Sh", "Kh")
ENDS = ("", "n", "r", "sk", "v", "nd", "ll", "s")
BODIES = ("Ministry of Trade", "Energy Fund", "Relief Council", "Border Guard", "Steel Works")
TYPES = (
    *(("accuse", "-", "accused"), ("support", "+", "supported"), ("consult", "0", "met")),
    *(("accuse", "-", "criticised"), ("request", "0", "pressed")),
)
SENTENCES = 10


def name_of(number: int) -> tuple[str, str]:
    """The name and kind of the actor of a number; two in three are people."""
    draw = random.Random(number)
    given, surname = _word(draw, 2), _word(draw, 3)
    if number % 3:
        return f"{given} {surname}", "person"
    return f"{surname} {draw.choice(BODIES)}", "organisation"


def _word(draw: random.Random, syllables: int) -> str:
    parts = [draw.choice(ONSETS) + draw.choice("aeiou") for _ in range(syllables)]
    return "".join(parts).capitalize() + draw.choice(ENDS)


def reading(number: int, actors: int) -> tuple[Document, Extract]:
    """The document of a number, and what is read in it."""
    draw = random.Random(f"document {number}")
    cast = sorted({min(int(draw.paretovariate(0.35)) - 1, actors + number) for _ in range(8)})
    cast = cast if len(cast) > 1 else [*cast, cast[0] + 1]
    entities = [Entity(f"e{n}", *name_of(one)) for n, one in enumerate(cast)]
    text, spans, found = "", [], list[tuple[int, int, int, str, str, str]]()
    for sentence in range(SENTENCES):
        one, two = draw.sample(range(len(cast)), 2)
        type_, sign, verb = draw.choice(TYPES)
        names = [entities[each].name for each in (one, two)]
        if sentence > 3 and " " in names[0]:
            names[0] = names[0].split()[-1]
        start = len(text)
        text += f"{names[0]} {verb} {names[1]} over the plan of day {draw.randrange(400)}."
        spans.append((start, len(text)))
        found.append((one, two, start, type_, sign, verb))
        text += "\n\n" if sentence % 3 == 2 else " "
    day = date(2020, 1, 1) + timedelta(days=number % 900)
    document = Document(
        f"wire/{number:05}.txt", text, f"Report {number} on {entities[0].name}",
        f"Wire {number % 7}", published=day, language="en",
    )  # fmt: skip
    return document, _extract(document, entities, found, spans)


def _extract(
    document: Document,
    entities: list[Entity],
    found: list[tuple[int, int, int, str, str, str]],
    spans: list[tuple[int, int]],
) -> Extract:
    mentions, relations = [], []
    for number, (one, two, start, type_, sign, verb) in enumerate(found):
        at = start
        ends = []
        for which in (one, two):
            full = entities[which].name
            called = full if document.text.startswith(full, at) else full.split()[-1]
            span = Span(document.key, at, at + len(called))
            ends.append(f"m{len(mentions)}")
            mentions.append(
                Mention(ends[-1], span, called, entities[which].kind, "name", f"e{which}",
                        number, number // 3)
            )  # fmt: skip
            at += len(called) + len(verb) + 2
        span = Span(document.key, *spans[number])
        sure = 0.5 + (number % 5) / 10
        relations.append(Relation(f"r{number}", type_, *ends, sign, span, confidence=sure))
    return Extract(document.key, tuple(mentions), tuple(entities), tuple(relations), tuple(spans))


def readings(documents: int) -> Iterator[tuple[Document, Extract]]:
    """So many documents with their readings."""
    return (reading(number, documents) for number in range(documents))


def make(folder: Path, documents: int) -> None:
    """A study of so many documents in a folder, all its files but those that show it."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings()
    with open_store(folder / STUDY_FILE) as store:
        every = list(readings(documents))
        store.add(document for document, _ in every)
        for start in range(0, len(every), 500):
            part = [extract for _, extract in every[start : start + 500]]
            store.add_extracts(part, settings.reading_key)
        update(store, read(folder / "curation.yaml"), settings, folder, Clock(), largest=0)
