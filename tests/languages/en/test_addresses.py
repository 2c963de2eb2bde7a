"""Surnames: who is addressed, which of two surnames, letters for given names."""

from __future__ import annotations

from tests.languages.en.reader import read


def test_mr_and_mrs_of_one_surname_are_two() -> None:
    found = read("Mr. Clay accused the Mill Union. Mrs. Clay praised it. Clay left.")
    assert found.who("Clay", 0) == "Mr Clay"
    assert found.who("Clay", 1) == "Mrs Clay"
    assert found.who("Clay", 2) == "Mrs Clay"


def test_the_form_of_address_finds_the_one_of_a_couple() -> None:
    text = "Thomas Alder met Jane Alder. Mr. Alder accused Peru. Mrs. Alder praised Chile."
    found = read(text)
    assert found.who("Alder", 0) == "Thomas Alder"
    assert found.who("Alder", 1) == "Jane Alder"


def test_a_woman_is_not_addressed_as_a_man() -> None:
    found = read("Jane Holm spoke. Mr Holm left.")
    assert found.who("Holm") == "Mr Holm"


def test_the_first_of_two_surnames_is_the_person() -> None:
    found = read("Carlos Otxoa Urrutia leads Colombia. Mr Otxoa accused Venezuela.")
    assert found.who("Otxoa") == "Carlos Otxoa Urrutia"


def test_letters_for_given_names_are_the_person_and_the_name_written_out_is_shown() -> None:
    found = read("J. R. Hartwell met the mayor. John R. Hartwell left.")
    assert found.who("J. R. Hartwell") == "John R. Hartwell"


def test_a_particle_may_be_a_given_name() -> None:
    found = read("Van Nguyen met the mayor of Peru. The mayor thanked Nguyen.")
    assert found.who("Nguyen") == "Van Nguyen"


def test_a_family_is_no_third_person() -> None:
    found = read("Paul Gandey met Sonia Gandey. The Gandeys accused Peru.")
    assert found.mention("Gandeys").kind == "group"


def test_a_relative_who_is_named_later_takes_no_surname_away() -> None:
    text = "Thomas Alder runs a bank. Alder left. His sister, Jane Alder, came. Alder sued Peru."
    found = read(text, recogniser=True)
    assert {found.who("Alder", 0), found.who("Alder", 1)} == {"Thomas Alder"}


def test_a_monarch_is_called_by_the_name_alone_and_another_number_is_another() -> None:
    found = read("King Charles III met envoys. Charles praised Peru.", recogniser=True)
    assert found.who("Charles") == "Charles III"
    two = read("King Charles II fought Peru. King Charles III praised Chile.", recogniser=True)
    assert len([name for name in two.names if name.startswith("Charles")]) == 2
