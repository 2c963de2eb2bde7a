"""What ``docs/resolution.md`` shows is what the room does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actors.resolve import Candidate, resolve
from actors.resolve.curation import parse
from actors.resolve.decision_checks import VERBS
from actors.types import RELATION_VERBS

MANUAL = (Path(__file__).parents[2] / "docs" / "resolution.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", MANUAL, flags=re.DOTALL)
JOINED = re.findall(r"^ +\| ([^|,]+), ([^|]+?) \| ([^|]+?) \|$", MANUAL, flags=re.MULTILINE)

CORPUS = [
    Candidate("d1:e0", "d1", "RIA Novosti", "organisation"),
    Candidate("d2:e0", "d2", "Novosti Agency", "organisation"),
    Candidate(
        *("d1:e1", "d1", "George Bush", "person"),
        names=(("George Bush", 2), ("George H. W. Bush", 1)),
    ),
    Candidate("d2:e1", "d2", "George H. W. Bush", "person"),
    Candidate("d1:e2", "d1", "Ashraf Ghani", "person"),
    Candidate("d1:e3", "d1", "Abdul Ghani Baradar", "person"),
    Candidate("d1:e4", "d1", "Zamir Kabulov", "person"),
    Candidate("d3:e1", "d3", "Kabulov", "person"),
    Candidate("d4:e1", "d4", "Samir Qabulow", "person"),
    Candidate("d1:e5", "d1", "Taliban", "group"),
    Candidate("d1:e6", "d1", "Reuters", "organisation"),
    Candidate("d1:e7", "d1", "Photo", "other"),
    Candidate("d1:e8", "d1", "Page 12", "other"),
]


def test_the_example_shows_every_decision_once_at_least() -> None:
    assert {rule.verb for rule in parse(EXAMPLE)} == set(VERBS)


def test_the_example_does_what_its_comments_say() -> None:
    found = resolve(CORPUS, parse(EXAMPLE))
    assert found.warnings == ()
    about = {actor.name: actor for actor in found.actors}
    assert about["RIA"].members == ("d1:e0", "d2:e0")
    assert about["Taliban"].kind == "organisation"
    assert about["Taliban"].identifiers == (("wikidata", "Q42418"),)
    assert {"George Bush", "George H. W. Bush", "Wagner Group"} <= about.keys()
    assert not {"Reuters", "Photo", "Page 12"} & about.keys()


def test_the_example_tells_a_person_and_a_reason_where_it_says_so() -> None:
    merge, *_, added = parse(EXAMPLE)
    assert merge.reason == "the same agency, see its imprint (A. Analyst)"
    assert (added.verb, added.says["date"]) == ("add_relation", "2021-07-14")
    assert {rule.verb for rule in parse(EXAMPLE)} >= RELATION_VERBS


@pytest.mark.parametrize(("left", "right", "why"), JOINED)
def test_the_names_of_the_table_are_joined_for_the_reason_given(
    left: str, right: str, why: str
) -> None:
    kind = {"Russia": "country", "Hezbollah": "group", "Kiev": "place"}.get(left, "person")
    known = (("iso3166", "RU"),) if kind == "country" else ()
    pair = [
        Candidate(f"d{number}:e", f"d{number}", name, kind, identifiers=known)  # type: ignore[arg-type]
        for number, name in enumerate((left, right))
    ]
    found = resolve(pair)
    assert len(found.actors) == 1
    assert why in found.judgements[0].why


def test_the_table_was_found() -> None:
    assert len(JOINED) == 9
