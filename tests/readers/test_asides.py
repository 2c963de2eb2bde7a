"""What is not read of a text stays in it: labels, separators, references, handles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers import read
from actors.readers.asides import cut_out
from actors.readers.finish import finish
from actors.readers.table import row_document
from actors.types import Document
from tests.readers.samples import write


def parts(folder: Path, text: str, name: str = "a.txt") -> list[str]:
    """What is read of a text, part by part."""
    (document,) = read([write(folder, name, text)])
    assert isinstance(document, Document)
    body = document.body or ((0, len(document.text)),)
    return [document.text[start:end] for start, end in body]


def test_speakers_and_what_they_say_are_apart(tmp_path: Path) -> None:
    text = "LESTER: Did Rotterdam pay?\nPIET MULDER, CHAIRMAN (through translator): It refused.\n"
    assert parts(tmp_path, text) == [
        "LESTER", "Did Rotterdam pay?", "PIET MULDER, CHAIRMAN", "It refused.",
    ]  # fmt: skip


def test_labels_that_name_nobody_are_not_read(tmp_path: Path) -> None:
    text = "Q: Did they pay?\nA: No. Djibouti praised them.\n"
    assert parts(tmp_path, text) == ["Did they pay?", "No.", "Djibouti praised them."]
    assert parts(tmp_path, "HOST: Who pays?\nANA VOS: The Union. (LAUGHTER)\n") == [
        "Who pays?", "ANA VOS", "The Union.",
    ]  # fmt: skip


def test_an_acronym_in_brackets_is_no_direction(tmp_path: Path) -> None:
    text = "VOS: The Tea Board (TTB) won. (APPLAUSE)\nREED: The Fund (NF) lost.\n"
    assert parts(tmp_path, text) == [
        "VOS", "The Tea Board (TTB) won.", "REED", "The Fund (NF) lost.",
    ]  # fmt: skip


def test_labels_outside_the_body_are_none(tmp_path: Path) -> None:
    text = "Kenya met Uganda. (LAUGHTER)\n\nLOAD-DATE: July 8\n\nLANGUAGE: ENGLISH\n"
    document = finish(Document("a", text, body=((0, 28),)), ())
    assert isinstance(document, Document)
    assert document.body == ((0, 28),)


def test_times_before_speakers_are_not_read(tmp_path: Path) -> None:
    text = "[00:01:10] VOS: The Union won.\n[00:01:20] REED: The Fund lost.\n"
    assert parts(tmp_path, text) == ["VOS", "The Union won.", "REED", "The Fund lost."]


def test_one_colon_makes_no_transcript(tmp_path: Path) -> None:
    text = "Moscow: no change of course.\n\nThe ministers met again on Monday.\n"
    assert parts(tmp_path, text) == [text]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "- Ana Vos, Harbour Union\n- Ben Reed (Nile Fund)\n* Cora Dane: Chair, Tea Board\n",
            [
                "Ana Vos",
                "Harbour Union",
                "Ben Reed",
                "Nile Fund",
                "Cora Dane",
                "Chair",
                "Tea Board",
            ],
        ),
        (
            "1. Ana Vos (chair)\n2. Ben Reed - Harbour Union\n3. Gita Rao; Tea Board\n",
            ["Ana Vos", "chair", "Ben Reed", "Harbour Union", "Gita Rao", "Tea Board"],
        ),
        (
            "Signed by: Ana Vos, Harbour Union; Ben Reed, Nile Fund.\n",
            ["Signed by", "Ana Vos", "Harbour Union", "Ben Reed", "Nile Fund"],
        ),
        (
            "Present: Ana Vos (Harbour Union), Ben Reed (Nile Fund).\n",
            ["Present", "Ana Vos", "Harbour Union", "Ben Reed", "Nile Fund"],
        ),
        (
            "Name\tBody\tRole\nRosa Quint\tDanube Trust\tChair\nEmil Vasko\tVasko Fund\t-\n",
            ["Rosa Quint", "Danube Trust", "Emil Vasko", "Vasko Fund", "-"],
        ),
        (
            "| Name | Organisation |\n|---|---|\n| Rosa Quint | Danube Trust |\n",
            ["Rosa Quint", "Danube Trust"],
        ),
        (
            "Rosa Quint      Danube Trust\nEmil Vasko      Vasko Fund\n",
            ["Rosa Quint", "Danube Trust", "Emil Vasko", "Vasko Fund"],
        ),
    ],
)
def test_cells_of_lists_and_tables_are_apart(tmp_path: Path, text: str, cells: list[str]) -> None:
    assert [line for part in parts(tmp_path, text) for line in part.split("\n")] == cells


def test_sentences_with_commas_and_brackets_are_no_list(tmp_path: Path) -> None:
    text = "Ana Vos (Kenya) met Ben Reed, Cora Dane and the Nile Fund; all of them left at noon.\n"
    assert parts(tmp_path, text) == [text]


def test_references_are_not_read(tmp_path: Path) -> None:
    text = (
        "The talks failed.\n\nReferences\n\nQuick, J.C. and Hurrell, J.J. (1997), Stress, Paris."
        "\n[14] M. D. Zeiler, “Networks,” in Computer Vision, 2014.\n\nAppendix\n\nAna Vos left.\n"
    )
    assert parts(tmp_path, text) == ["The talks failed.", "Appendix\n\nAna Vos left."]


def test_a_text_of_references_alone_has_nothing_to_read(tmp_path: Path) -> None:
    assert parts(tmp_path, "References\n\nQuick, J.C. (1997), Stress, Washington.\n") == [""]


def test_a_section_on_references_is_read_where_it_is_prose(tmp_path: Path) -> None:
    text = "References\n\nThe minister of Kenya spoke of the treaty of the lake and of its end.\n"
    assert parts(tmp_path, text) == [text]


def test_messages_are_read_without_handles_tags_and_links(tmp_path: Path) -> None:
    text = "RT @watch: Kenya accuses Mali of theft #Mali #Sahel https://t.co/a\n.@Mali denies it.\n"
    found = parts(tmp_path, text)
    assert found[0] == "Kenya accuses Mali of theft"
    assert not any("watch" in part or "t.co" in part or "Sahel" in part for part in found)


def test_of_a_letter_the_people_and_the_words_of_its_writer_are_read() -> None:
    text = (
        "From: Nadia Feld <n@crest.example>\nSent: Tuesday, June 9, 2020 4:12 PM\n"
        "To: Omar Reyes; Lucy Tan\nCc: board@crest.example\nSubject: Port deal\n\n"
        "Crest will not support the bid.\n\nNadia Feld\nT: +44 20 7946 0000\n"
        "This email is intended solely for the addressee.\n\n"
        "-----Original Message-----\nFrom: Omar Reyes\n\n> Does Crest back it?\n"
    )
    document = finish(Document("a", text), ())
    assert isinstance(document, Document)
    assert [document.text[start:end] for start, end in document.body] == [
        "Nadia Feld", "Omar Reyes", "Lucy Tan", "Crest will not support the bid.\n\nNadia Feld",
    ]  # fmt: skip


def test_the_text_of_a_row_keeps_its_offsets() -> None:
    text = "Lucia Marchetti[3] accused the\nAlpine League¹ of fraud, and left the\nLeague in 2020."
    document = finish(Document("a", text, exact=True), ())
    assert isinstance(document, Document)
    assert document.text == text
    assert [text[start:end] for start, end in document.body][:2] == [
        "Lucia Marchetti", "accused the\nAlpine League",
    ]  # fmt: skip


def test_the_text_of_a_row_loses_its_markup() -> None:
    row = {"text": "Marsh &amp; Alder sued.<br/><p>Vera <b>Lund</b> left.</p>"}
    document = row_document(row, {"text": "text"}, 1)
    assert isinstance(document, Document)
    assert document.text.split() == ["Marsh", "&", "Alder", "sued.", "Vera", "Lund", "left."]


@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120))))
def test_what_is_left_lies_in_the_text_in_order(text: str, cuts: list[tuple[int, int]]) -> None:
    ranges = cut_out(text, (), [(min(cut), max(cut)) for cut in cuts])
    flat = [offset for part in ranges for offset in part]
    assert flat == sorted(flat)
    assert all(0 <= offset <= len(text) for offset in flat)


@given(st.text(alphabet="AB ab:;,.()-|\t\n1[]#@>/", max_size=200))
def test_any_text_is_finished_with_a_body_in_order(text: str) -> None:
    document = finish(Document("a", text), ())
    if isinstance(document, Document):
        flat = [offset for part in document.body for offset in part]
        assert flat == sorted(flat)
        assert all(0 <= offset <= len(document.text) for offset in flat)
