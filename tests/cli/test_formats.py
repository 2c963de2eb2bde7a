"""``actors formats``: all that is read, and what is missing."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from actors import formats
from actors.cli.formats import command
from actors.formats import FORMATS, Need
from actors.plugins import load
from actors.readers.sniff import INSTEAD


def test_each_format_is_listed_with_its_suffixes() -> None:
    rows = json.loads(CliRunner().invoke(command, ["--format", "json"]).output)
    assert [row["format"] for row in rows] == [each.name for each in FORMATS]
    assert rows[0] == {
        "format": "PDF",
        "suffixes": ".pdf",
        "a document is": "the file",
        "ready": "yes",
    }


def test_what_is_missing_is_said_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = formats.Format("Runes", "x:y", (".rune",), needs=(Need("no_such_module", "runes"),))
    monkeypatch.setattr(formats, "FORMATS", (absent,))
    result = CliRunner().invoke(command)
    assert "no: pip install runes" in result.output


def test_no_suffix_stands_twice_and_every_reader_can_be_loaded() -> None:
    suffixes = [suffix for suffix, _ in formats.suffixes()]
    assert len(suffixes) == len(set(suffixes))
    assert set(suffixes).isdisjoint(INSTEAD)
    assert all(callable(load("readers", suffix)) for suffix in suffixes)
