"""Text of documents on a terminal is shown and never obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import Study, build
from actors.cli.screen import line, visible, visible_json
from tests.cli.screens import Screen

OBEYED = [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))]
OBEYED += ["\u202a", "\u202e", "\u2066", "\u2069", "\u200f"]
EVIL = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m"


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = visible(text)
    assert not set(OBEYED) & set(shown)
    assert set(line(text)) & {"\n", "\t"} == set()
    shown.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")) | st.just(" ")))
def test_all_other_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_json_reads_back_the_same(text: str) -> None:
    written = visible_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(written) == [text]
    assert not set(OBEYED) & set(written)


def test_a_control_character_is_shown_as_its_code() -> None:
    assert visible("a\x1b[31mb\x07\x85\u202e\ud800") == r"a\x1b[31mb\x07\x85\u202e\ud800"
    assert visible("one\n\ttwo") == "one\n\ttwo"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Two documents full of control characters: in text, title, source and name."""
    folder = tmp_path_factory.mktemp("evil")
    text = f"Tajikistan{EVIL} accused the Taliban. Russia {EVIL} thanked Tajikistan, Lavrov said."
    about = {"text": text, "title": f"T{EVIL}", "source": f"S{EVIL}"}
    records = [about | {"id": f"{day}{EVIL}", "date": f"2021-07-0{day}"} for day in (1, 5)]
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return build([news], folder / "out")


@pytest.mark.parametrize(
    "argv",
    [
        "info",
        "list",
        "list documents",
        "list ties",
        "show Tajikistan",
        "search accused",
        "timeline",
        "timeline --between Tajikistan Taliban",
        "stakeholders --issue accused --sentences 2",
        "compare --period ..2021-07-03 --period 2021-07-04.. --permutations 99",
        "list documents --format csv",
        "show Tajikistan --format csv",
        "search accused --format json",
        "extract",
    ],
)
def test_no_command_sends_it_to_the_terminal(narrow: Screen, evil: Study, argv: str) -> None:
    command, *rest = argv.split()
    place = evil.folder.parent / "news.jsonl" if command == "extract" else evil.folder
    seen = narrow.run([command, str(place), *rest], evil.folder)
    assert seen.code == "0", seen.text
    assert not set(OBEYED) - {"\r"} & set(seen.text)


def test_a_document_is_read_with_its_codes_and_names(narrow: Screen, evil: Study) -> None:
    [name, _] = evil.documents()["name"]
    seen = narrow.run(["read", str(evil.folder), name], evil.folder)
    assert r"\x1b]0;owned\x07" in "".join(seen.lines())
    assert not set(OBEYED) - {"\r"} & set(seen.text)


def test_a_study_in_a_folder_with_such_a_name(narrow: Screen, tmp_path: Path) -> None:
    seen = narrow.run(["info", str(tmp_path / "\x1b[2Jnone")], tmp_path)
    assert seen.code == "1"
    assert b"\x1b[2J" not in seen.output
