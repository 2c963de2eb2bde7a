"""A user's own table of actors."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import SettingsError
from actors.knowledge.own import find_own, read_own


def written(folder: Path, text: str) -> Path:
    path = folder / "my.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_and_searched(tmp_path: Path) -> None:
    lines = "name,kind,subtype,acronyms,aliases,country\n"
    lines += "Pamir Relief,organisation,ngo,PR,Pamir Aid|Relief Pamir,tj\n"
    table = read_own(written(tmp_path, lines))
    found = find_own("Relief Pamir", table)
    assert found is not None
    assert (found.subtype, found.country, found.acronyms) == ("ngo", "TJ", ("PR",))
    assert found.identifiers == (("own", "pamir relief"),)
    assert find_own("pamir aid", table) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,kind,colour\nA,person,red\n", "no column is called colour"),
        ("name,kind\n,person\n", "line 2: the name is missing"),
        ("name,kind\nA,planet\n", "line 2: kind must be one of"),
    ],
)
def test_a_bad_table_is_refused_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        read_own(written(tmp_path, text))


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_own(tmp_path / "none.csv")
