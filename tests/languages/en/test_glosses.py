"""What a text says that letters stand for."""

from __future__ import annotations

import pytest

from actors.languages.en.glosses import explained, spelled_out, things_by_letters


@pytest.mark.parametrize(
    ("text", "letters", "names"),
    [
        ("It met the Inner Lakes Office (ILO).", "ILO", ["Inner Lakes Office"]),
        ("It met the ILO (Inner Lakes Office).", "ILO", ["Inner Lakes Office"]),
        ("It met the Inner Lakes Office (or “ILO”).", "ILO", ["Inner Lakes Office"]),
        ("It met the Inner\nLakes Office (the ILO).", "ILO", ["Inner Lakes Office"]),
        ("It met the Outer Lakes Office (ILO).", "ILO", []),
        ("It met the inner lakes office (ILO).", "ILO", []),
        ("It met the ILO (a body of lakes).", "ILO", []),
        ("It met the ILO.", "ILO", []),
    ],
)
def test_brackets_write_letters_out_as_a_name(text: str, letters: str, names: list[str]) -> None:
    assert list(spelled_out(text, letters)) == names


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("They used SNA (social network analysis).", True),
        ("They used SNA (software).", False),
        ("They met the SNA (Southern Nile Alliance).", False),
    ],
)
def test_brackets_in_small_letters_explain_a_thing(text: str, is_thing: bool) -> None:
    assert explained(text, "SNA") is is_thing


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("The HTS codes are on the form.", ["HTS"]),
        ("The ELN, the NPA and the HTS codes are on the form.", ["ELN", "HTS", "NPA"]),
        ("NPA stands for non-performing assets.", ["NPA"]),
        ("NPA stands for the New People Alliance.", []),
        ("The HTS commander met the ELN.", []),
    ],
)
def test_letters_of_things(text: str, things: list[str]) -> None:
    assert sorted(things_by_letters(text)) == things
