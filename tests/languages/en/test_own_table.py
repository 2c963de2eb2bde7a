"""A user's own table of known actors in the reading of a document."""

from __future__ import annotations

from actors.extract import extract
from actors.knowledge.own import Known
from actors.languages.en.facts import knowing, look_up
from actors.types import Document, Settings, nameless


def test_the_names_of_a_table_are_found_and_mean_its_actors() -> None:
    text = "Staff of Lantern Quay met Pamir Relief (PR). Then Relief Pamir helped."
    known = (
        Known("Pamir Relief", "organisation", "ngo", ("PR",), ("Relief Pamir",), "TJ"),
        Known("Lantern Quay", "organisation", "company"),
        Known("Ana Quill", "person", aliases=("Staff",)),
    )
    [read] = extract([Document("note", text)], Settings(), known)
    entities = {one.id: one for one in read.entities}
    named = [one for one in read.mentions if one.level == "name"]
    called = [(one.text, entities[one.entity].name) for one in named]
    assert called == [
        ("Lantern Quay", "Lantern Quay"),
        ("Pamir Relief", "Pamir Relief"),
        ("PR", "Pamir Relief"),
        ("Relief Pamir", "Pamir Relief"),
    ]
    quay, relief = sorted(
        (one for one in read.entities if not nameless(one)), key=lambda one: one.name
    )
    assert (quay.kind, quay.subtype, quay.identifiers) == (
        "organisation",
        "company",
        (("own", "lantern quay"),),
    )
    assert relief.identifiers == (("own", "pamir relief"),)


def test_a_table_is_forgotten_after_the_reading_it_was_for() -> None:
    with knowing((Known("Kremlin", "organisation"),)):
        found = look_up("Kremlin")
        assert found is not None
        assert found.id == "own:kremlin"
    found = look_up("Kremlin")
    assert found is not None
    assert found.name == "Russia"


def test_acronyms_keep_their_capitals_and_a_surname_alone_is_nobody() -> None:
    known = (Known("Pamir Relief", "organisation", acronyms=("PR",)), Known("Quill", "person"))
    with knowing(known):
        assert look_up("PR") is not None
        assert look_up("pr") is None
        assert look_up("Quill") is None
