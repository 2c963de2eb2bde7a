"""Another name that a text states is of the same actor."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Lake Party, also known as the Blue Front, won.", "Lake Party", "Blue Front"),
        ("The Lake Party, formerly known as Blue Front, won.", "Lake Party", "Blue Front"),
        ("Orbel Group, formerly Delta Bank, shut.", "Orbel Group", "Delta Bank"),
        ("Delta Bank, which is now called Norhaven Bank, shut.", "Delta Bank", "Norhaven Bank"),
        ("Delta Bank, renamed Norhaven Bank in 2019, shut.", "Delta Bank", "Norhaven Bank"),
        ("Delta Bank, whose old name was Norhaven Bank, shut.", "Delta Bank", "Norhaven Bank"),
        ("The Lake Party, or Blue Party, won the vote.", "Lake Party", "Blue Party"),
        ("Maria Lopez, better known as Ana Diaz, sang.", "Maria Lopez", "Ana Diaz"),
        ("Delta Bank changed its name to Norhaven Bank.", "Delta Bank", "Norhaven Bank"),
        ("Delta Bank is now called Norhaven Bank.", "Delta Bank", "Norhaven Bank"),
        ("Maria Lopez, née Diaz, left. Maria Diaz wrote books.", "Maria Lopez", "Maria Diaz"),
        ("Maria Lopez, whose real name is Vera Kohl, left. Kohl sang.", "Maria Lopez", "Kohl"),
        ("Hasan Sultonov, dubbed the Fox, fled. The Fox was caught.", "Hasan Sultonov", "Fox"),
    ],
)
def test_a_stated_alias_joins(text: str, one: str, other: str) -> None:
    found = read(text)
    assert found.mention(one).entity == found.mention(other).entity


def test_the_present_name_is_the_one_shown() -> None:
    old = read("Orbel Group, formerly known as Tanzer Mills Group, shut a plant.")
    new = read("Tanzer Mills Group, which is now called Orbel Group, shut a plant.")
    assert "Orbel Group" in old.names
    assert "Orbel Group" in new.names


@pytest.mark.parametrize(
    "text",
    [
        "Delta Bank, Norhaven Bank, or Mill Bank will pay.",
        "Delta Bank and Norhaven Bank met.",
        "Delta Bank called Norhaven Bank a thief.",
        "Delta Bank is not now Norhaven Bank.",
    ],
)
def test_two_names_without_such_words_stay_two(text: str) -> None:
    found = read(text)
    assert found.mention("Delta Bank").entity != found.mention("Norhaven Bank").entity
