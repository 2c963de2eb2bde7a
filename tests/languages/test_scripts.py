"""One actor across scripts: 108 pairs of names, and what the merge says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from razdel import tokenize

from actors.knowledge.organisations import find_organisation
from actors.knowledge.states import find_state
from actors.languages.latin import is_latin, latin_name, romanised_name

pytest.importorskip("slovnet")

from actors.languages.ru.names import gazetteer
from actors.resolve import Candidate, resolve
from actors.resolve.lookup import find
from actors.resolve.scripts import sounds_alike
from actors.types import Actor, Kind

PAIRS = list(
    csv.DictReader(
        Path(__file__).with_name("pairs.tsv").read_text("utf-8").splitlines(), delimiter="\t"
    )
)
MISSED = {"Жозе Нето"}
"""Too few consonants to be sure of by sound."""


def candidate(document: str, name: str, kind: Kind) -> Candidate:
    """An entity called so in a document of its own, with what tables know of the name."""
    return Candidate(
        f"{document}:e",
        document,
        name,
        kind,
        identifiers=tuple(sorted(identifiers(name, kind))),
        names=((name, 1),),
    )


def identifiers(name: str, kind: Kind) -> tuple[tuple[str, str], ...]:
    if kind not in ("country", "organisation"):
        return ()
    if is_latin(name):
        known = find_organisation(name) if kind == "organisation" else find_state(name)
        return known.identifiers if known else ()
    words = [token.text for token in tokenize(name)]
    whole = [each.fact for each in gazetteer().at(words, 0) if each.last == len(words)]
    return whole[0].identifiers if whole else ()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['original']} {pair['latin']}")
def test_names_in_two_scripts_are_one_actor_where_they_should_be(pair: dict[str, str]) -> None:
    kind: Kind = pair["kind"]  # type: ignore[assignment]
    found = resolve([candidate("d1", pair["original"], kind), candidate("d2", pair["latin"], kind)])
    one = len(found.actors) == 1
    assert one == (pair["verdict"] == "same" and pair["original"] not in MISSED)


def test_the_reason_says_which_name_is_in_which_letters() -> None:
    found = resolve(
        [candidate("d1", "Замир Кабулов", "person"), candidate("d2", "Zamir Kabulov", "person")]
    )
    [judgement] = found.judgements
    assert judgement.why == (
        "same name “Zamir Kabulov”; “Замир Кабулов” is its name in Cyrillic letters"
    )
    [actor] = found.actors
    assert (actor.name, actor.aliases) == ("Zamir Kabulov", ("Замир Кабулов",))


def test_a_person_who_fits_two_is_neither() -> None:
    every = [
        candidate("d1", "Джеймс Уиллер", "person"),
        candidate("d2", "James Wheeler", "person"),
        candidate("d3", "James Wieler", "person"),
    ]
    assert len(resolve(every).actors) == 3


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("Михаил Горбачёв", "Mikhail Gorbachyov"),
        ("Евгений Ельцин", "Yevgeny Yeltsin"),
        ("СБ-12", "SB-12"),
        ("Kabul", "Kabul"),
    ],
)
def test_a_name_is_written_letter_by_letter(original: str, name: str) -> None:
    assert romanised_name(original) == name


def test_what_tables_know_keeps_the_name_that_they_give() -> None:
    assert latin_name("ОДКБ", "organisation", find_organisation("CSTO").identifiers) == (  # type: ignore[union-attr]
        "Collective Security Treaty Organization"
    )
    assert latin_name("МИД России", "organisation") == "Foreign Ministry of Russia"
    assert latin_name("Стамбул", "place") == "Istanbul"


@pytest.mark.parametrize("typed", ["Кабулов", "замир кабулов", "Kabulov", "Кабулов Замир"])
def test_an_actor_is_found_in_either_script(typed: str) -> None:
    kabulov = Actor("k", "Zamir Kabulov", "person", aliases=("Замир Кабулов",))
    other = Actor("o", "Hasan Sultonov", "person")
    assert find([kabulov, other], typed).key == "k"


def test_sounds_need_a_given_name() -> None:
    assert not sounds_alike("Уиллер", "James Wheeler")
