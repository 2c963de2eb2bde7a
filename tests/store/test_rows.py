"""Records and rows: what is written comes back as it was, and columns stand in their order."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from actors.knowledge.own import Known
from actors.store import rows
from actors.store.records import GroupRow, Run
from actors.types import (
    Actor,
    Correction,
    Document,
    Entity,
    Extract,
    Judgement,
    Mention,
    Relation,
    Settings,
    Span,
    Stance,
)

ENVOY = Mention("m0", Span("d1", 0, 9), "the envoy", "person", "nominal", "e0", 0, 0)
SOREL = Entity("e0", "Ada Sorel", "person", None, (("wikidata", "Q1"), ("ftm", "x")))
MET = Relation(
    "r0", "consult", "e0", "e1", "+", Span("d1", 0, 30), Span("d1", 10, 13), attributed_to="e2"
)


def test_a_document_keeps_its_body_its_day_and_where_they_are_from() -> None:
    told = Document(
        "may.txt",
        "To: all\nAda Sorel left.",
        title="Departure",
        source="Harbour Gazette",
        url=None,
        published=date(2021, 7, 5),
        language="en",
        body=((8, 23),),
        published_from="header",
        notes=("one line repaired",),
    )
    row = rows.document_row(told)
    assert row[:2] == (told.key, "may.txt")
    assert row[8] == [{"start_char": 8, "end_char": 23}]
    assert rows.to_document(row) == told


def test_a_document_of_an_older_study_has_no_notes() -> None:
    row = rows.document_row(Document("a.txt", "Ada Sorel left."))
    assert rows.to_document((*row[:-1], None)).notes == ()


def test_half_a_character_is_replaced_and_offsets_stay() -> None:
    kept = rows.storable(Document("a\udcff.txt", "x\ud800y", title="t\udfff"))
    assert (kept.name, kept.text, kept.title) == ("a\ufffd.txt", "x\ufffdy", "t\ufffd")
    whole = Document("a.txt", "Ada Sorel left.")
    assert rows.storable(whole) is whole


def test_mentions_and_relations_come_back_with_their_spans() -> None:
    extract = Extract("d1", (ENVOY,), (SOREL,), relations=(MET,))
    (mention,), (relation,) = rows.mention_rows(extract), rows.relation_rows(extract)
    assert mention[:5] == ("d1", 0, "m0", 0, 9)
    assert rows.to_mention(mention) == ENVOY
    assert relation[7:11] == (0, 30, 10, 13)
    assert rows.to_relation(relation) == MET


def test_a_relation_without_a_trigger_has_none_afterwards() -> None:
    bare = Relation("r1", "member_of", "e0", "e1", "0", Span("d1", 0, 30), None)
    (row,) = rows.relation_rows(Extract("d1", relations=(bare,)))
    assert row[9:11] == (None, None)
    assert rows.to_relation(row) == bare


def test_every_table_of_an_extract_numbers_its_rows() -> None:
    stance = Stance("e0", "e1", "-", 0.7, (Span("d1", 0, 5),), ("r0",))
    extract = Extract(
        "d1",
        (ENVOY,),
        (SOREL, SOREL),
        relations=(MET,),
        sentences=((0, 5), (6, 9)),
        stances=(stance,),
    )
    made = {table.name: list(maker(extract)) for table, maker in rows.ROW_MAKERS}
    assert made["sentences"] == [("d1", 0, 0, 5), ("d1", 1, 6, 9)]
    assert [row[1] for row in made["entities"]] == [0, 1]
    assert rows.to_entity(made["entities"][0]) == SOREL
    assert rows.to_stance(made["stances"][0]) == stance
    assert all(
        len(row) == len(table.columns) for table, _ in rows.ROW_MAKERS for row in made[table.name]
    )


def test_a_correction_fills_three_tables() -> None:
    one = Correction("d1", out=("m3", "m4"), mentions=(ENVOY,), entities=(SOREL,))
    (out, taken), (_, mentions), (_, entities) = rows.correction_rows([one])
    assert (out.name, taken) == ("taken_out", [("d1", "m3"), ("d1", "m4")])
    assert rows.to_mention(mentions[0]) == ENVOY
    assert rows.to_entity(entities[0]) == SOREL


def test_an_actor_and_its_members_are_two_tables() -> None:
    sorel = Actor(
        "k", "Ada Sorel", "person", None, ("Sorel",), (("wikidata", "Q1"),), ("d1:e0", "d2:e4")
    )
    assert list(rows.member_rows(sorel)) == [("k", 0, "d1", "e0"), ("k", 1, "d2", "e4")]
    members = tuple(map(rows.to_member, rows.member_rows(sorel)))
    assert rows.to_actor(rows.actor_row(sorel), members) == sorel


def test_a_judgement_keeps_everything_but_its_place() -> None:
    same = Judgement("d1:e0", "d2:e4", "same", "name", "same full name", 1.0)
    assert rows.judgement_row(7, same)[0] == 7
    assert rows.to_judgement(rows.judgement_row(7, same)) == same


@pytest.mark.parametrize(
    "group",
    [
        GroupRow(("d1:e0", "d2:e4")),
        GroupRow(("d1:e0",), "Nile Fund", "organisation", "ngo", (("ftm", "x"),)),
    ],
)
def test_a_group_says_what_a_known_list_calls_it_if_it_does(group: GroupRow) -> None:
    members = list(rows.group_rows(3, group))
    named = rows.recognised_row(3, group) if group.name else None
    assert rows.to_group(named, members) == group


def test_a_known_actor_keeps_its_place_in_the_list() -> None:
    fund = Known(
        "Nile Fund", "organisation", "ngo", ("NF",), ("Fund of the Nile",), "EG", "Q2", "x"
    )
    assert rows.known_row(4, fund)[0] == 4
    assert rows.to_known(rows.known_row(4, fund)) == fund


def test_settings_are_kept_as_words_so_that_new_ones_fit_in() -> None:
    run = Run(
        datetime(2021, 7, 5, 9),
        datetime(2021, 7, 5, 10),
        "1.0",
        Settings(recall=True, seconds=60),
        (("documents", 3),),
        (("extract", 1.5),),
        ("a warning",),
    )
    row = rows.run_row(1, run)
    assert row[4]["recall"] == "True"
    assert row[4]["seconds"] == "60"
    assert rows.to_run(row) == run


def test_a_setting_that_this_version_does_not_know_is_left_out() -> None:
    run = Run(datetime(2021, 7, 5), datetime(2021, 7, 5), "9.0", Settings(), (), (), ())
    row = rows.run_row(1, run)
    told = {**row[4], "telepathy": "on"}
    assert rows.to_run((*row[:4], told, *row[5:])).settings == Settings()
