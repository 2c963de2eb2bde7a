"""Which names of seats of government a person is asked about: those read against their cue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.analysis.questions import Question, about_actors, questions
from actors.resolve import writing
from actors.store import Store, open_store
from actors.store.records import Run
from actors.study.deciding import apply
from actors.study.updating import Clock, now, update
from actors.types import Actor, Document, Entity, Extract, Mention, Relation, Settings, Span

TEXT = "Oslo accused Peru. Talks in Oslo began. Oslo fell. In the Oslo office it met Peru."
SENTENCES = ((0, 18), (19, 39), (40, 50), (51, 82))
PERU = ((13, 17, 0), (77, 81, 3))
OSLO = ((0, 4, 0), (28, 32, 1), (40, 44, 2), (58, 62, 3))
ACTS = (True, False, False, True)
"""Read as Norway, the city, the city, Norway: the last two against the words before them."""


def reading(key: str) -> Extract:
    mentions = [
        Mention(
            *(f"m{number}", Span(key, start, end), TEXT[start:end]),
            *("country" if acts else "place", "name", "e0" if acts else "e1", sentence, 0),
            *("e1" if acts else None, acts),
        )
        for number, ((start, end, sentence), acts) in enumerate(zip(OSLO, ACTS, strict=True))
    ]
    mentions += [
        Mention(f"p{start}", Span(key, start, end), "Peru", "country", "name", "e2", sentence, 0)
        for start, end, sentence in PERU
    ]
    entities = (
        Entity("e0", "Norway", "country", None, (("iso3166", "NO"),)),
        Entity("e1", "Oslo", "place"),
        Entity("e2", "Peru", "country", None, (("iso3166", "PE"),)),
    )
    relation = Relation("r0", "meet", "m3", "p77", "0", Span(key, 51, 82))
    return Extract(key, tuple(mentions), entities, (relation,), SENTENCES)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    document = Document("oslo.txt", TEXT)
    with open_store(tmp_path / "study.duckdb") as made:
        made.add([document])
        made.add_extracts([reading(document.key)], Settings().reading_key)
        made.add_run(Run(now(), now(), "1", Settings()))
        update(made, [], Settings(), None, Clock())
        yield made


def asked(store: Store) -> list[Question]:
    return [one for one in questions(about_actors(store, ()), ()) if one.sort == "place"]


def test_a_place_after_in_that_acts_and_one_without_that_does_not_are_asked(store: Store) -> None:
    first, second = asked(store)
    # The last one is an end of a tie, so it comes first.
    assert [one.about.split(":")[1] for one in (first, second)] == ["m3", "m2"]
    assert first.why == "read as its government, and a word such as “in” stands before it"
    assert second.why == "read as the place, and no word such as “in” stands before it"
    assert first.weight == 2 * second.weight
    names = {one.key: one.name for one in store.all(Actor)}
    assert [[names[key] for key in one.choices] for one in (first, second)] == [
        ["Norway", "Oslo"],
        ["Norway", "Oslo"],
    ]


def say(store: Store, folder: Path, at: str, actor: str) -> None:
    about = {"document": "oslo.txt", "at": at, "words": "Oslo"}
    writing.add(folder / "curation.yaml", "move", about, says={"to": actor})
    apply(store, folder, largest=0)


def test_what_a_person_said_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    place, state = asked(store)
    say(store, tmp_path, "58-62", place.choices[1])
    assert [one.about for one in asked(store)] == [state.about]
    say(store, tmp_path, "40-44", state.choices[1])
    assert asked(store) == []
