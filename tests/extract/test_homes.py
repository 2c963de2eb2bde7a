"""A name that several bodies go by is the known one's only where the document means it."""

from __future__ import annotations

import pytest

from tests.extract.reader import read

US = ("wikidata", "Q11268")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Leaders of the Congress met in India. India votes, and Congress is hopeful.",
            False,
        ),
        ("The bill went to Congress. The United States will pay for it.", True),
        ("The bill went to Congress on Monday.", True),
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
