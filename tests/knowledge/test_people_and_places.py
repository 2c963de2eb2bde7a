"""Places, given names, titles, nouns, office-holders and memberships."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge.folding import fold
from actors.knowledge.memberships import members_of, memberships
from actors.knowledge.names import female_share, gender_of
from actors.knowledge.officeholders import holders, offices_of
from actors.knowledge.places import find_city, find_place
from actors.knowledge.roles import find_nominal, find_title, nominals, title_before


def test_places_know_their_country() -> None:
    cities = [find_city(name) for name in ("Herat", "Kunduz", "Munich", "Bombay", "Moscow")]
    assert [city.country for city in cities if city] == ["AF", "AF", "DE", "IN", "RU"]
    region = find_place("England")
    assert region is not None
    assert (region.kind, region.country, region.wikidata) == ("region", "GB", "Q21")
    assert find_place("Middle East") is not None
    assert find_place("nice") is None
    assert find_place("Kabulov") is None


def test_places_without_an_item_have_no_identifier() -> None:
    city = find_city("Kunduz")
    assert city is not None
    assert city.identifiers == ()


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Angela", "female"),
        ("Vladimir Putin", "male"),
        ("Sergei", "male"),
        ("Mohammad", "male"),
        ("Jean", None),
        ("Kremlin", None),
    ],
)
def test_a_given_name_tells_the_gender_where_it_does(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_shares_are_shares() -> None:
    share = female_share("Maria")
    assert share is not None
    assert 0.9 < share <= 1


@pytest.mark.parametrize(
    ("tokens", "count", "kind"),
    [
        (["President", "Rahmon"], 1, "head_of_state"),
        (["Foreign", "Minister", "Sirojiddin", "Muhriddin"], 2, "minister"),
        (["Dr.", "General", "Smith"], 2, "military"),
        (["ex-President", "Karzai"], 1, "head_of_state"),
    ],
)
def test_a_title_before_a_name_is_found(tokens: list[str], count: int, kind: str) -> None:
    found = title_before(tokens)
    assert found is not None
    assert (found[0], found[1].kind) == (count, kind)


def test_a_title_alone_leaves_a_name() -> None:
    assert title_before(["General"]) is None
    assert title_before(["Kabul", "Times"]) is None
    assert title_before([]) is None
    assert find_title("former") is None


def test_nouns_tell_kind_number_and_gender() -> None:
    bloc, rebels, woman = find_nominal("bloc"), find_nominal("the rebels"), find_nominal("woman")
    assert bloc is not None
    assert rebels is not None
    assert woman is not None
    assert (bloc.kind, bloc.subtype, bloc.animate) == ("organisation", "igo", False)
    assert (rebels.subtype, rebels.number) == ("armed_group", "plural")
    assert (woman.gender, woman.animate) == ("female", True)
    assert find_nominal("") is None


def test_nouns_agree_with_their_columns() -> None:
    assert {noun.number for noun in nominals()} == {"singular", "plural"}
    assert {noun.gender for noun in nominals()} == {"", "male", "female"}


def test_leaders_by_day() -> None:
    # Archigos: Hamid Karzai, 22 December 2001 to 29 September 2014.
    assert [term.name for term in holders("AF", date(2014, 9, 28))] == ["Hamid Karzai"]
    assert holders("AF", date(1850, 1, 1)) == ()
    assert {term.office for term in holders("FR", date(2026, 1, 1))} == {
        "head of state",
        "head of government",
    }


def test_the_year_after_archigos_is_not_known() -> None:
    assert holders("TJ", date(2016, 6, 1)) != ()  # Rahmon, in the factbook since 1994
    assert all(term.source != "Archigos 4.1" for term in holders("TJ", date(2016, 6, 1)))


def test_offices_by_name() -> None:
    assert {term.state for term in offices_of("Jinping Xi")} == {"CN"}
    assert {term.state for term in offices_of("Merkel", date(2010, 5, 1))} == {"DE"}
    assert {term.state for term in offices_of("Gorbachev", date(1990, 5, 1))} == {"SUHH"}
    assert offices_of("") == ()
    assert offices_of("Zamir Kabulov") == ()


def test_members_of_organisations() -> None:
    csto = "collective-security-treaty-organization"
    assert members_of(csto) == ("AM", "BY", "KG", "KZ", "RU", "TJ")
    assert "UZ" in members_of(csto, 2010)  # a member from 2006 to 2012
    assert members_of("no-such-body") == ()
    assert memberships("QQ") == ()
    assert members_of("nato", 2026) == members_of("nato")


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_or_shorter(text: str) -> None:
    assert fold(text) == fold(text)
    assert fold(f"  {text}  ") == fold(text)
