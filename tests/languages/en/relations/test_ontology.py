"""The types: complete, consistent, and the same in the data file and in the documentation."""

from __future__ import annotations

from pathlib import Path

from actors.languages.en.relations.lexicon import (
    combinations,
    noun_frames,
    role_frames,
    verb_frames,
)
from actors.languages.en.relations.standing import rules
from actors.ontology import ontology
from tools.relations_page import manual

PAGE = Path(__file__).parents[4] / "docs" / "relations.md"
STRUCTURAL = (
    "member_of part_of leads represents works_for citizen_of based_in allied_with "
    "opposed_to owns kin_of"
)
PLOVER = (
    "agree consult support cooperate aid yield request accuse reject threaten protest "
    "sanction mobilize coerce assault"
)


def test_all_types_are_there() -> None:
    assert set(ontology()) == {*STRUCTURAL.split(), *PLOVER.split(), "wrote_to"}


def test_the_page_is_that_of_the_data_file() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual()


def test_quad_classes_go_with_signs() -> None:
    for type_ in ontology().values():
        if type_.quad.endswith("cooperation"):
            assert type_.sign == ("0" if type_.name == "wrote_to" else "+"), type_.name
        if type_.quad.endswith("conflict"):
            assert type_.sign == ("0" if type_.name == "request" else "-"), type_.name


def test_events_have_cameo_roots_and_intensity() -> None:
    for name in PLOVER.split():
        type_ = ontology()[name]
        assert type_.cameo
        assert type_.intensity is not None
        assert type_.name == "request" or (type_.intensity > 0) == (type_.sign == "+")


def test_every_list_names_known_types() -> None:
    named = {frame.type for some in verb_frames().values() for frame in some}
    named |= {frame.type for some in noun_frames().values() for frame in some}
    named |= {frame.type for some in role_frames().values() for frame in some}
    named |= {rule[0] for some in rules().values() for rule in some}
    named |= {one.type for one in combinations().values()} - {"="}
    assert named <= set(ontology())


def test_the_lists_are_several_hundred_words_long() -> None:
    assert len(verb_frames()) >= 400
    assert len(noun_frames()) >= 150


def test_ends_are_checked_by_kind() -> None:
    assert ontology()["leads"].takes("person", "organisation")
    assert not ontology()["leads"].takes("country", "country")
    assert not ontology()["citizen_of"].takes("organisation", "country")
