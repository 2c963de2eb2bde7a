"""Small records made by hand, for tests of the store and of the network."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count

from actors.store import Run
from actors.types import (
    Actor,
    Document,
    Entity,
    Extract,
    Judgement,
    Mention,
    Relation,
    Settings,
    Span,
    Stance,
    entity_key,
)

READING = Settings().reading_key


def document(name: str, text: str | None = None, day: int | None = None) -> Document:
    """A document of July 2021 whose text names itself."""
    published = date(2021, 7, day) if day else None
    return Document(name, text or f"Text of {name}.", f"Title of {name}", "Daily", None, published)


def mention(key: str, number: int, entity: str, sentence: int, paragraph: int = 0) -> Mention:
    """A name of five characters somewhere in a sentence of ten."""
    start = sentence * 10
    span = Span(key, start, start + 5)
    return Mention(f"m{number}", span, "Names", "person", "name", entity, sentence, paragraph)


def relation(key: str, number: int, source: str, target: str, **about: object) -> Relation:
    """``source`` accuses ``target`` in the first sentence, unless ``about`` says otherwise."""
    fields = {"type": "accuse", "sign": "-", "evidence": Span(key, 0, 10)} | about
    return Relation(f"r{number}", source=source, target=target, **fields)  # type: ignore[arg-type]


def extract(
    of: Document, presences: list[tuple[str, int]], relations: tuple[Relation, ...] = ()
) -> Extract:
    """An extract from ``(entity, sentence)`` pairs, with sentences of ten characters."""
    numbers = count()
    mentions = tuple(mention(of.key, next(numbers), entity, s) for entity, s in presences)
    names = sorted({entity for entity, _ in presences})
    entities = tuple(Entity(name, name.upper(), "person") for name in names)
    length = 1 + max((sentence for _, sentence in presences), default=-1)
    sentences = tuple((10 * each, 10 * each + 10) for each in range(length))
    return Extract(of.key, mentions, entities, relations, sentences)


def full_extract(of: Document) -> Extract:
    """An extract in which every field of every record is used."""
    key = of.key
    mentions = (
        Mention(
            "m0", Span(key, 0, 6), "Moscow", "country", "name", "e0", 0, 0, "e1", True, "state",
            0.75, "capital that acts",
        ),
        mention(key, 1, "e2", 0),
    )  # fmt: skip
    entities = (
        Entity("e0", "Russia", "country", None, (("iso3166", "RU"), ("wikidata", "Q159"))),
        Entity("e1", "Moscow", "place"),
        Entity("e2", "Lavrov", "person", "minister"),
    )
    spoken = relation(
        key, 0, "m0", "m1", trigger=Span(key, 7, 9), negated=True, modality="planned",
        attributed_to="m1", speaker="the minister", cue="said", date="2021-07",
        place="Termez", confidence=0.5, basis="background",
    )  # fmt: skip
    plain = relation(key, 1, "m1", "m0")
    leaning = Stance("e0", "e1", "-", 0.75, (Span(key, 11, 20), Span(key, 0, 10)), ("r1",))
    return Extract(key, mentions, entities, (spoken, plain), ((0, 10), (11, 20)), (leaning,))


def actor(key: str, *members: tuple[Document, str]) -> Actor:
    """A person made of entities of documents."""
    keys = tuple(entity_key(of.key, entity) for of, entity in members)
    return Actor(key, key.upper(), "person", members=keys)


def judgement(left: str, right: str, by: str = "rule:name") -> Judgement:
    """Two keys are the same."""
    return Judgement(left, right, "same", by, "the same full name", 0.9)


def run() -> Run:
    """A run with all its fields."""
    return Run(
        datetime(2021, 7, 15, 12, 0, 0),
        datetime(2021, 7, 15, 12, 1, 30, 250_000),
        "0.1.0",
        Settings(model="en_core_web_lg", recogniser=False, window="paragraph", recall=True),
        (("documents", 12), ("actors", 30)),
        (("read", 0.5), ("extract", 80.25)),
        ("one file was empty",),
    )
