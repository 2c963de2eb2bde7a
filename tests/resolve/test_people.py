"""Names of people: taken apart, and held side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.resolve.people import Relationship, compare_people, person_name
from actors.resolve.spelling import folded, romanised, skeleton, variants

SWAPPED: dict[Relationship, Relationship] = {
    "match": "match",
    "different": "different",
    "fits": "fitted",
    "fitted": "fits",
}


@pytest.mark.parametrize(
    ("text", "tokens", "suffix"),
    [
        ("Gen. Mark A. Milley", ("mark", "a", "milley"), ""),
        ("Osama bin Laden", ("osama", "laden"), ""),
        ("King, Martin Luther", ("martin", "luther", "king"), ""),
        ("Martin Luther King, Jr.", ("martin", "luther", "king"), "jr"),
        ("Ban Ki-moon", ("ban", "ki", "moon"), ""),
        ("President", ("president",), ""),
        ("", ("",), ""),
    ],
)
def test_names_are_taken_apart(text: str, tokens: tuple[str, ...], suffix: str) -> None:
    assert (person_name(text).tokens, person_name(text).suffix) == (tokens, suffix)


@pytest.mark.parametrize(
    ("left", "right", "relationship", "why"),
    [
        ("Kabulov", "Kabulov", "match", "same single name"),
        ("Kabulov", "Qabulov", "match", "spellings of one single name"),
        ("Kabulov", "Karimov", "different", "spellings of one single name"),
        ("Kabulov", "Zamir Kabulov", "fits", "same surname"),
        ("Zamir Kabulov", "Kabulov", "fitted", "same surname"),
        ("Kabulov", "Zamir Karimov", "different", "surnames differ"),
        ("Xi Jinping", "Jinping Xi", "match", "same names in another order"),
        ("Hugo Chavez", "Hugo Chavez Frias", "fits", "one name begins with the other"),
        ("Bob Gates", "Robert Gates", "match", "pet name"),
        ("V. Putin", "Vladimir Putin", "fits", "same surname, and the shorter given name fits"),
        ("Vladimir V. Putin", "V. V. Putin", "fitted", "same surname, and the shorter given"),
        ("George W. Bush", "George H. W. Bush", "different", "given names differ"),
        ("Jon Trump Jr.", "Jon Trump", "different", "one is a Jr, Sr or numbered namesake"),
        ("Mr Clinton", "Mrs Clinton", "different", "one is addressed as a man"),
        ("Yuri Petrenka", "Iuri Petrenko", "different", "surnames differ"),
        ("Sergey Nazarbayev", "Sergei Nazarboyev", "match", "spellings of one name"),
        ("Ivan Nikolayevich Popov", "Ivan Popov", "fitted", "same surname"),
    ],
)
def test_two_names_match_fit_or_differ(
    left: str, right: str, relationship: Relationship, why: str
) -> None:
    found = compare_people(person_name(left), person_name(right))
    assert found.relationship == relationship
    assert why in found.why


NAMES = st.text(alphabet="abeghiklmnorstuvyzAKMS .,-'", max_size=24)


@given(NAMES, NAMES)
def test_comparing_is_even_handed(left: str, right: str) -> None:
    one, other = person_name(left), person_name(right)
    there, back = compare_people(one, other), compare_people(other, one)
    assert back.relationship == SWAPPED[there.relationship]
    assert back.score == there.score


@given(NAMES)
def test_every_name_matches_itself(text: str) -> None:
    assert compare_people(person_name(text), person_name(text)).relationship == "match"


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("left", "right", "likely"),
    [
        ("qassem", "kasem", 0.95),
        ("lukashenko", "lukashenka", 0.0),
        ("prigozhin", "prigojin", 0.95),
        ("rahmonov", "rakhmanov", 0.9),
        ("jaishankar", "jayshankar", 0.95),
        ("saakashvili", "saakashvila", 0.0),
        ("berdimuhamedow", "berdimuhamedov", 0.95),
        ("thatcher", "thacker", 0.0),
        ("li", "lu", 0.0),
    ],
)
def test_roads_of_transliteration(left: str, right: str, likely: float) -> None:
    assert variants(left, right) == likely


def test_skeletons_and_sounds_of_nothing() -> None:
    assert (skeleton(""), romanised("")) == ("a", "")


@pytest.mark.parametrize(
    ("left", "right", "relationship"),
    [
        ("Buddy Barrow", "James Buchanan “Buddy” Barrow", "fits"),
        ("James Barrow", "James Buchanan (Buddy) Barrow", "fits"),
        ("Park Ji-woo", "Park Jiwoo", "match"),
        ("Ji-woo Park", "Park Ji-woo", "match"),
        ("Chen", "Chen Guang", "fits"),
        ("Guang", "Chen Guang", "fits"),
        ("Ivan", "Ivan Morozov", "different"),
        ("Morozov Ivan Sergeyevich", "Ivan Sergeyevich Morozov", "match"),
        ("Ivan Morozov", "Morozov Ivan Sergeyevich", "fits"),
    ],
)
def test_nicknames_and_orders_of_names(left: str, right: str, relationship: str) -> None:
    assert compare_people(person_name(left), person_name(right)).relationship == relationship
