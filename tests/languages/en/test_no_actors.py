"""Names of things that a recogniser marks, and kinds that the words around a name tell."""

from __future__ import annotations

import pytest

from tests.languages.en.test_names import found


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They met Ada Wells, D-Ohio, there.", "D-Ohio", "ORG"),
        ("They met Tom Ward, R-Wis., there.", "R-Wis.", "PERSON"),
        ("The Panama Papers name two banks.", "Panama Papers", "ORG"),
        ("Reporters read the Lima Files.", "Lima Files", "ORG"),
        ("Shahed drones hit a barn.", "Shahed", "NORP"),
        ("Kalibr missiles hit a barn.", "Kalibr", "GPE"),
        ("French Rafale jets landed.", "Rafale", "ORG"),
        ("MARLOW — A jury met.", "MARLOW", "PERSON"),
    ],
)
def test_things_are_no_actors(text: str, name: str, label: str) -> None:
    assert name not in found(text, (name, label))


@pytest.mark.parametrize(
    ("text", "name", "label", "kind"),
    [
        ("Lake Front drones hit a barn.", "Lake Front", "ORG", "organisation"),
        ("The rockets of Lake Front fell.", "Lake Front", "ORG", "organisation"),
        ("Coral Papers sued a bank.", "Coral", "ORG", "organisation"),
        ("Marlow — a man of few words — left.", "Marlow", "PERSON", "person"),
        ("ANNA MARLOW spoke.", "ANNA MARLOW", "PERSON", "person"),
        ("They met R. D. Marlow there.", "R. D. Marlow", "PERSON", "person"),
    ],
)
def test_actors_that_look_alike_stay(text: str, name: str, label: str, kind: str) -> None:
    assert found(text, (name, label))[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Workers at Redbrook Mills struck.", "Redbrook Mills", "organisation"),
        ("Workers at Redbrook Quarries struck.", "Redbrook Quarries", "organisation"),
        ("They read the Lake Herald daily.", "Lake Herald", "organisation"),
        ("They sailed on Redbrook Lake at night.", "Redbrook Lake", "place"),
    ],
)
def test_the_last_word_tells_a_firm_from_a_place(text: str, name: str, kind: str) -> None:
    assert found(text, (name, "GPE"))[name] == kind


def test_a_lone_word_after_two_bodies_is_a_body() -> None:
    three = ("Delta Steel", "ORG"), ("Velia Energy", "ORG"), ("Brockway", "PERSON")
    text = "Delta Steel, Velia Energy and Brockway signed."
    assert found(text, *three)["Brockway"] == "organisation"
    apart = "Delta Steel, Velia Energy met Brockway."
    assert found(apart, *three)["Brockway"] == "person"


def test_a_surname_after_two_bodies_is_a_person() -> None:
    marks = ("Delta Steel", "ORG"), ("Velia Energy", "ORG"), ("Ana Brockway", "PERSON")
    text = "Delta Steel, Velia Energy and Brockway signed. So did Ana Brockway."
    assert found(text, *marks, ("Brockway", "PERSON"))["Brockway"] == "person"


def test_the_amazon_is_a_place_where_a_forest_is_called_so() -> None:
    text = "The Amazon forest burned. Loggers reached the Amazon."
    assert found(text)["Amazon"] == "place"
    assert found("Amazon sued a bookseller. Amazon won.")["Amazon"] == "organisation"


def test_who_is_named_to_an_office_is_a_person() -> None:
    text = "The bank named Olu Adeyemi chairman."
    assert found(text, ("Olu Adeyemi", "ORG"))["Olu Adeyemi"] == "person"
