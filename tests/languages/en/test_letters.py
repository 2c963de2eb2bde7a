"""Who wrote a message to whom, from its header."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.study import readings
from actors.types import Settings

OWN = "Crestline Partners will not support the bid of Sable Shipping."


def wrote(tmp_path: Path, *header: str, text: str = OWN) -> list[tuple[str, str, str, str]]:
    """Writers, recipients, signs and evidence of the ties that a message makes."""
    file = tmp_path / "letter.eml"
    lines = ("Subject: Port", "Date: Tue, 9 Jun 2020 16:12:00 +0000", "Message-ID: <1@c.example>")
    file.write_text("\n".join((*header, *lines)) + f"\n\n{text}\n", "utf-8")
    [(document, found)] = readings([file], Settings(recogniser=False))
    name = {entity.id: entity.name for entity in found.entities}
    who = {mention.id: name[mention.entity] for mention in found.mentions}
    return [
        (
            who[one.source],
            who[one.target],
            one.sign,
            document.text[one.evidence.start : one.evidence.end],
        )
        for one in found.relations
        if one.type == "wrote_to"
    ]


def test_who_writes_is_tied_to_each_recipient_with_the_header_as_evidence(tmp_path: Path) -> None:
    header = ("From: Nadia Feld <n@c.example>", "To: Omar Reyes <o@c.example>, board@c.example")
    found = wrote(tmp_path, *header, "Cc: Lucy Tan <l@c.example>")
    ends = [(source, target, sign) for source, target, sign, _ in found]
    assert ends == [("Nadia Feld", "Omar Reyes", "0"), ("Nadia Feld", "Lucy Tan", "0")]
    assert found[0][3] == "\n".join(header)
    assert found[1][3] == "\n".join((*header, "Cc: Lucy Tan <l@c.example>"))


@pytest.mark.parametrize(
    "header",
    [
        ("From: Sample Wire <w@c.example>", "To: Omar Reyes <o@c.example>"),
        ("From: Nadia Feld <n@c.example>", "To: Nadia Feld <n@home.example>"),
        ("From: Nadia Feld <n@c.example>", "To: board@c.example"),
    ],
)
def test_offices_oneself_and_addresses_are_not_written_to(
    tmp_path: Path, header: tuple[str, ...]
) -> None:
    assert wrote(tmp_path, *header) == []


def test_a_recipient_who_is_named_twice_is_written_to_once(tmp_path: Path) -> None:
    header = ("From: Nadia Feld <n@c.example>", "To: Omar Reyes <o@c.example>")
    found = wrote(tmp_path, *header, "Cc: Omar Reyes <omar@home.example>")
    assert len(found) == 1


def test_a_letter_that_a_text_quotes_makes_no_tie(tmp_path: Path) -> None:
    header = ("From: Nadia Feld <n@c.example>", "To: Omar Reyes <o@c.example>")
    quoted = f"{OWN}\n\nFrom: Omar Reyes\nDate: Monday\nTo: Lucy Tan\nSubject: Port\n\nDo you?"
    assert [(one[0], one[1]) for one in wrote(tmp_path, *header, text=quoted)] == [
        ("Nadia Feld", "Omar Reyes")
    ]
