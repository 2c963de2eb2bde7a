"""Who the ends of events mean, where they are no names; all sentences are our own."""

from __future__ import annotations

import pytest
import spacy

from actors.knowledge.roles import find_nominal
from actors.languages.en.coreference.clusters import same_names
from actors.languages.en.coreference.gender import tell_genders
from actors.languages.en.drafts import Draft
from tests.languages.en.reader import Reading, read


def meant(found: Reading, words: str) -> list[str]:
    """The names of all actors that the mentions with these words mean."""
    return [found.name(each.entity) for each in found.extract.mentions if each.text == words]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Peru voted. The government of Peru raised taxes.", "The government", "Peru"),
        ("Ghana has a new law. The government thanked the teachers.", "The government", "Ghana"),
        ("Ghana has a new law. Authorities arrested two men.", "Authorities", "Ghana"),
        ("Ghana has a new law. They praised the government's plan.", "the government", "Ghana"),
        (
            "Angela Merkel left Germany. The Merkel government fell.",
            "The Merkel government",
            "Germany",
        ),
    ],
)
def test_the_government_is_the_state_spoken_of(text: str, words: str, state: str) -> None:
    assert read(text).who(words) == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana has a new law. The city government paid.", "The city government"),
        ("Ghana, Peru, Chile and Iran met. The government was glad.", "The government"),
        ("They met in Accra. The government was glad.", "The government"),
        ("Ghana has a new law. A government can fall.", "A government"),
    ],
)
def test_a_government_of_a_city_or_of_no_state_in_particular_is_none(text: str, words: str) -> None:
    assert read(text).who(words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Peru and Chile signed a treaty. The two countries will build a road.",
            "The two countries",
        ),
        ("Peru and Chile signed a treaty. It binds both countries.", "both countries"),
        ("Peru and Chile signed a treaty. The two sides shook hands.", "The two sides"),
    ],
)
def test_two_are_either_of_the_two_named_before(text: str, words: str) -> None:
    assert meant(read(text), words) == ["Peru", "Chile"]


PERU_AND_CHILE = "Peru and Chile are neighbours. Peru has fish. Chile has ore. Peru is old. "


@pytest.mark.parametrize(
    ("text", "words", "two"),
    [
        (
            f"{PERU_AND_CHILE}Peru, which hosted talks between Ghana and Togo, urged both sides"
            " to stop.",
            "both sides",
            ["Ghana", "Togo"],
        ),
        (
            f"{PERU_AND_CHILE}Envoys of Ghana and Togo met. The two countries will trade.",
            "The two countries",
            ["Ghana", "Togo"],
        ),
        (
            f"{PERU_AND_CHILE}Envoys of Ghana and Togo met. They left. The two sides will trade.",
            "The two sides",
            ["Peru", "Chile"],
        ),
        (
            f"{PERU_AND_CHILE}Chile left. Iran, Ghana and Togo met. The two countries will trade.",
            "The two countries",
            ["Peru", "Chile"],
        ),
    ],
)
def test_two_joined_just_before_go_before_those_that_a_document_is_about(
    text: str, words: str, two: list[str]
) -> None:
    assert meant(read(text), words) == two


def test_two_people_are_both_named_before() -> None:
    found = read("Anna Weber met Peter Novak in Geneva. The two ministers then left.")
    assert meant(found, "The two ministers") == ["Anna Weber", "Peter Novak"]


def test_two_of_three_are_nobody() -> None:
    text = "Peru, Chile and Ghana signed a treaty. The two countries will build a road."
    assert not {"Peru", "Chile", "Ghana"} & set(meant(read(text), "The two countries"))


def test_the_latter_is_who_was_named_last() -> None:
    found = read("Anna Weber met Peter Novak in Geneva. The latter left early.")
    assert found.who("The latter") == "Peter Novak"


def test_several_bodies_or_states_are_not_one() -> None:
    found = read("Peru joined the treaty. The countries agreed on fish.")
    assert "The countries" not in found.words or found.who("The countries") != "Peru"


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("prosecutors", "group"), ("companies", "organisation"), ("policemen", "group")],
)
def test_several_of_a_kind_are_a_group_or_bodies(noun: str, kind: str) -> None:
    found = find_nominal(noun)
    assert found is not None
    assert (found.kind, found.number) == (kind, "plural")


@pytest.mark.parametrize("noun", ["bodies", "offices", "parties"])
def test_a_plural_that_means_other_things_is_nobody(noun: str) -> None:
    assert find_nominal(noun) is None


def test_who_has_something_is_spoken_of() -> None:
    found = read("The Ministry of Health closed. They read the ministry's letter.")
    assert found.who("the ministry") == "Ministry of Health"


def test_an_office_stands_before_what_it_is_of() -> None:
    text = "Minister of Water and Power Anna Weber left Geneva. The minister was tired."
    assert read(text).who("The minister") == "Anna Weber"


def test_the_former_president_is_not_the_president() -> None:
    text = "President Luis Mora met the press. The former president was ill."
    assert "The former president" not in meant(read(text), "Luis Mora")
    assert read(text).who("The former president") != "Luis Mora"


def test_the_only_police_named_are_the_police() -> None:
    text = "The Peruvian National Police closed the road. Police arrested two men."
    assert read(text).who("Police") == "Peruvian National Police"


def test_the_given_name_tells_more_than_a_title_in_the_name() -> None:
    doc = spacy.blank("en")("Sheikh Hasina spoke.")
    [cluster] = same_names([Draft(doc, 0, 2, "person")])
    tell_genders([cluster])
    assert cluster.gender == "female"


def test_a_fund_of_a_union_is_not_the_union() -> None:
    text = "The Harbour Union’s (HU) legal fund sued Calder Foods. The fund won in May."
    assert "The fund" not in meant(read(text), "Harbour Union")
    assert read(text).who("The fund") != "Harbour Union"
