"""Entities that nothing tells apart are one candidate, and that changes nobody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pytest

from actors.resolve import Candidate, resolve
from actors.resolve.curation import parse
from actors.resolve.folds import Folds, part
from actors.resolve.senses import senses
from actors.resolve.slim import parted

PEOPLE = ("Ann Lee", "Lee", "A. Lee", "Anne Lee", "Rosa Quint", "Quint", "Замир Кабулов", "Halden")
BODIES = ("Foreign Ministry", "NDC", "National Diver Council", "Halden", "Quint", "Energy Fund")
PLACES = ("Peru", "Lima", "Hauran")
ROLES = ("the striker", "the finance minister", "Peruvian envoy")


def entity(name: str, document: str, **more: object) -> Candidate:
    kind = "country" if name == "Peru" else "person"
    return Candidate(f"{document}:e", document, name, **{"kind": kind, **more})  # type: ignore[arg-type]


def test_a_country_of_many_documents_is_one_candidate_under_its_first_key() -> None:
    found, _ = parted(entity("Peru", document) for document in "cab")
    assert [(one.key, list(one.entity_keys())) for one in found] == [("a:e", ["a:e", "b:e", "c:e"])]


def test_each_entity_of_a_candidate_keeps_its_document_story_and_day() -> None:
    days = {"b": date(2021, 5, 1), "a": date(2021, 5, 2)}
    [one], _ = parted(entity("Peru", key, published=day, story="s") for key, day in days.items())
    singles = [(each.key, each.document, each.published, each.times) for each in one.singles()]
    assert singles == [("a:e", "a", days["a"], 1), ("b:e", "b", days["b"], 1)]
    assert part(one, {"b:e"}) == next(each for each in one.singles() if each.key == "b:e")


@pytest.mark.parametrize(
    "other",
    [
        {"roles": ("envoy",)},
        {"affiliations": ("Peru",)},
        {"names": (("Ann Lee", 1), ("Lee", 1))},
        {"story": "another"},
        {"published": date(1950, 1, 1)},
        {"kind": "organisation"},
        {"neighbours": ("Rosa Quint",)},
    ],
)
def test_whatever_may_tell_two_apart_keeps_them_apart(other: dict[str, object]) -> None:
    plain = {"names": (("Ann Lee", 1),), "story": "s", "published": date(2021, 5, 1)}
    found, _ = parted([entity("Ann Lee", "a", **plain), entity("Ann Lee", "b", **plain | other)])
    assert len(found) == 2


def test_how_often_a_document_gives_a_name_tells_nobody_apart() -> None:
    named = [entity("Peru", key, names=(("Peru", times),)) for key, times in (("a", 1), ("b", 7))]
    assert len(parted(named)[0]) == 1


def test_each_entity_of_an_actor_has_its_reason() -> None:
    found = resolve(entity("Peru", document) for document in "bca")
    assert found.actors[0].members == ("a:e", "b:e", "c:e")
    assert [(one.left, one.right) for one in found.judgements] == [("a:e", "b:e"), ("a:e", "c:e")]
    assert len({one.why for one in found.judgements}) == 1


def test_bearers_of_whom_nothing_is_said_stay_apart_where_two_are_known() -> None:
    """A striker and a minister: who says neither is a third, and the next one a fourth."""
    told = [entity("Ann Lee", "a", roles=(ROLES[0],)), entity("Ann Lee", "b", roles=(ROLES[1],))]
    bare = [entity("Ann Lee", document, story="s") for document in "cd"]
    found = senses([*told, *parted(bare)[0]])
    assert sorted([key for one in sense for key in one.entity_keys()] for sense in found) == [
        ["a:e"], ["b:e"], ["c:e"], ["d:e"]
    ]  # fmt: skip


def test_a_decision_takes_one_entity_out_of_many() -> None:
    rules = parse("- split: Peru\n  off: [b]\n  because: another one")
    found = resolve([entity("Peru", document) for document in "abc"], rules)
    assert sorted(one.members for one in found.actors) == [("a:e", "c:e"), ("b:e",)]


@pytest.mark.parametrize("seed", range(12))
def test_who_is_who_is_the_same_with_every_entity_by_itself(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    entities = list(corpus(random.Random(seed)))
    folded = resolve(entities)
    assert sum(one.times for one in parted(entities)[0]) == len(entities) > len(parted(entities)[0])
    monkeypatch.setattr(Folds, "add", lambda folds, one, home: folds._alone.append(one))
    alone = resolve(entities)
    assert (alone.actors, alone.judgements) == (folded.actors, folded.judgements)


def corpus(draw: random.Random) -> Iterator[Candidate]:
    """Entities of sixty documents in few stories, with little to tell them apart."""
    for number in range(60):
        document, story = f"d{number:02}", f"s{draw.randrange(20)}"
        day = draw.choice([None, date(1950, 1, 1), date(2020, 3, 1), date(2020, 9, 1)])
        for place, name in enumerate(draw.sample(PEOPLE + BODIES + PLACES, 5)):
            kind = "person" if name in PEOPLE else "organisation" if name in BODIES else "place"
            yield Candidate(
                f"{document}:e{place}", document, name,
                "organisation" if name == "Halden" and draw.random() < 0.5 else kind,  # type: ignore[arg-type]
                names=tuple((each, 1) for each in sorted({name, *draw.sample(BODIES[1:3], 1)}))
                if name == "NDC" else ((name, draw.randrange(1, 4)),),
                story=story, published=day,
                roles=tuple(draw.sample(ROLES, 1)) if draw.random() < 0.2 else (),
                affiliations=("Peru",) if draw.random() < 0.2 else (),
                neighbours=("Lima",) if draw.random() < 0.1 else (),
            )  # fmt: skip
