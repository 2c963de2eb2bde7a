"""The index of fuller names finds every name that a shorter one fits."""

from __future__ import annotations

import pytest

from actors.resolve import Candidate
from actors.resolve.fuller import Fuller
from actors.resolve.people import PersonName, compare_people, person_name
from actors.resolve.profiles import form, profiles

NAMES = (
    *("Bush", "G. Bush", "George Bush", "George W. Bush", "George Walker Bush", "W. Bush"),
    *("Bill Clinton", "William Clinton", "William Jefferson Clinton", "W. J. Clinton", "Clinton"),
    *("James “Buddy” Barrow", "Buddy Barrow", "James Barrow", "J. Barrow", "Buddy “Bo” Barrow"),
    *("Chen", "Chen Guang", "Chen Guang Wei", "Guang Chen"),
    *("Hasan Sultonov", "Hassan Aziz Sultonov", "H. A. Sultonov", "Khasan Sultonov"),
    *(
        "Juan Garcia",
        "Juan Garcia Lopez",
        "Sergei Lavrov",
        "Sergey Viktorovich Lavrov",
        "S. Lavrov",
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_name_fits_is_found(name: str) -> None:
    people = profiles(
        Candidate(f"d{number:02}:e", f"d{number:02}", each, "person")
        for number, each in enumerate(NAMES)
        if each == name or form(person_name(each)) != form(person_name(name))
    )
    [number] = [at for at, one in enumerate(people) if one.members[0].name == name]
    assert people[number].name == person_name(name)
    fits = {
        other
        for other, one in enumerate(people)
        if isinstance(one.name, PersonName)
        and compare_people(person_name(name), one.name).relationship == "fits"
    }
    assert Fuller(people).than(number).keys() == fits
