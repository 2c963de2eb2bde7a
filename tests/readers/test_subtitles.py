"""Subtitles: cues become sentences, speakers are kept, what is only heard is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.readers import read
from actors.types import Document, Skipped
from tests.readers.samples import write


def text(path: Path) -> str:
    (document,) = read([path])
    assert isinstance(document, Document), document
    return document.text


VTT = """WEBVTT

STYLE
::cue { color: white }

NOTE a note

intro
00:00:01.000 --> 00:00:03.500 align:start
<v Anchor>Good <i>evening</i>. Minister Carla

00:00:03.500 --> 00:00:06.000
Nunes accused Brazil Rail of fraud

00:00:06.000 --> 00:00:08.000
on Tuesday.

00:00:08.000 --> 00:00:09.000
<v Ms Vos>They denied it.
"""


@pytest.mark.parametrize("name", ["a.vtt", "a.txt", "a"])
def test_sentences_are_joined_over_cues_and_speakers_kept(tmp_path: Path, name: str) -> None:
    assert text(write(tmp_path, name, VTT)) == (
        "Anchor: Good evening. Minister Carla Nunes accused Brazil Rail of fraud on Tuesday.\n\n"
        "Ms Vos: They denied it."
    )


def test_srt_with_tags_sounds_and_turns(tmp_path: Path) -> None:
    srt = (
        "1\n00:00:01,000 --> 00:00:02,000\n<font color=red>Kenya &amp; Uganda</font> met.\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\n[APPLAUSE]\n(door closes)\n♪ music ♪\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\n- Who said so?\n- The Lake Guard (LG).\n"
    )
    expected = "Kenya & Uganda met.\n\nWho said so?\n\nThe Lake Guard (LG)."
    assert text(write(tmp_path, "a.srt", srt)) == expected


def test_lines_that_roll_up_are_said_once(tmp_path: Path) -> None:
    cues = ["they met", "they met\nin Nairobi", "in Nairobi\non Friday."]
    srt = "\n\n".join(
        f"{i}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n{cue}" for i, cue in enumerate(cues, 1)
    )
    assert text(write(tmp_path, "a.srt", srt)) == "they met in Nairobi on Friday."


def test_a_pause_after_a_sentence_begins_a_paragraph(tmp_path: Path) -> None:
    srt = (
        "1\n00:00:01,000 --> 00:00:02,000\nThey met.\n\n2\n00:00:09,000 --> 00:00:10,000\nThey "
        "left\n\n3\n00:00:19,000 --> 00:00:20,000\nat noon.\n"
    )
    assert text(write(tmp_path, "a.srt", srt)) == "They met.\n\nThey left at noon."


def test_a_file_without_cues_is_told(tmp_path: Path) -> None:
    (item,) = read([write(tmp_path, "a.srt", "They met.")])
    assert isinstance(item, Skipped)
    assert "no subtitles in it" in item.reason
