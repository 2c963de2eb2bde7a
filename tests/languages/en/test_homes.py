"""A name that several bodies go by is the known one's only where the document means it."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read

US = ("wikidata", "Q11268")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Leaders of the Congress met in India. India votes, and Congress is hopeful.",
            False,
        ),
        ("The bill went to Congress. The United States will pay for it.", True),
        ("The bill went to Congress on Monday.", False),
        ("The US Congress met. Chile and Peru watched. Congress voted for Chile and Peru.", True),
        (
            "The United States armed Kenya. Congress objected: Kenya is far, Kenya is poor.",
            True,
        ),
    ],
)
def test_whose_congress_it_is(text: str, known: bool) -> None:
    bodies = [each for each in read(text).extract.entities if "Congress" in each.name]
    assert bodies
    assert all((US in each.identifiers) == known for each in bodies)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The National Prosecuting Authority (NPA) opened a case. The NPA named no one.", False),
        ("The army fought the NPA in Samar. The NPA lost four men.", True),
        ("The New People's Army (NPA) fled. The NPA lost four men.", True),
    ],
)
def test_which_body_an_acronym_means(text: str, known: bool) -> None:
    found = read(text)
    entity = next(e for e in found.extract.entities if e.id == found.mention("NPA").entity)
    assert (entity.name == "New People's Army") == known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The United States took sides when the Justice Department sued Ana Diaz.",
            "United States Department of Justice",
        ),
        ("The Philippines vote. The Justice Department of the Philippines sued.", None),
        ("The United States sued Kenya. Kenya won, and its Justice Department smiled.", None),
    ],
)
def test_whose_justice_department_it_is(text: str, name: str | None) -> None:
    bodies = {e.name for e in read(text).extract.entities if "Justice" in e.name}
    assert (bodies == {name}) if name else ("United States Department of Justice" not in bodies)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Department of Justice sued Ana Diaz on Monday.", "Department of Justice"),
        ("In Canberra the Department of Defence thanked Ana Diaz.", "Department of Defence"),
        ("The Republican Party of Kenya split. Kenya yawned.", "Republican Party"),
        ("Kenya's Senate met in Nairobi. The United States watched.", "Senate"),
        ("The Supreme Court freed Ana Diaz.", "Supreme Court"),
    ],
)
def test_a_body_that_every_state_has_is_not_american_by_default(text: str, words: str) -> None:
    found = [each for each in read(text).extract.entities if words in each.name]
    assert found
    assert all(not each.identifiers for each in found)


def test_several_bodies_of_one_state_tell_it() -> None:
    text = (
        "The Senate praised the Democrats. The Republicans and the House of Representatives left."
    )
    assert "United States Senate" in read(text).names


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "The Russian Foreign Ministry accused Japan of spying. The Foreign Ministry said that "
            "Japan had lied. Japan denied it. Japan summoned the envoy.",
            "Japan",
        ),
        (
            "The Defence Ministry told France to go. France will stay. France is proud.",
            "France",
        ),
        ("Chinese foremen met. Chinese cooks left. In May the Ministry of Mines paid.", "China"),
        ("Chad struck. Chad said it had warned. The Health Ministry in Kigali wept.", "Chad"),
    ],
)
def test_a_ministry_is_not_of_the_state_that_it_speaks_of(text: str, state: str) -> None:
    found = read(text)
    entity = {mention.id: mention.entity for mention in found.extract.mentions}
    owners = [r for r in found.extract.relations if r.type in ("part_of", "based_in")]
    assert state not in {found.name(entity[one.target]) for one in owners}


def test_a_ministry_without_its_state_is_the_one_named_with_it() -> None:
    text = "The Russian Foreign Ministry met envoys. The Foreign Ministry thanked them."
    assert read(text).who("Foreign Ministry") == "Russian Foreign Ministry"


def test_the_owner_of_a_body_is_no_part_of_its_name() -> None:
    found = read("Kenya's Foreign Ministry met Ana Diaz. Kenya's Foreign Ministry thanked her.")
    assert found.names["Foreign Ministry"] == "organisation"
    assert "Kenya's Foreign Ministry" not in found.names
