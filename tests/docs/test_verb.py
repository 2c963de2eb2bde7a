"""The how-to about verbs, followed: its row, its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actors.extract import explain
from actors.languages.en.relations import lexicon
from actors.languages.explanation import ExplainedStatement
from actors.types import Document
from tests.cli.screens import ROOT
from tests.docs.printed import BLOCK, TITLE
from tools import word_lists

PAGE = ROOT / "docs" / "howto" / "add-a-verb.md"


def block(title: str) -> list[str]:
    """The lines of the block with a title."""
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    [body] = [body for _, about, body in blocks if TITLE.findall(about) == [title]]
    return str(body).splitlines()


@pytest.fixture
def with_the_row(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The table of verbs with the row of the page below it."""
    before = lexicon.rows
    added = [line.split("\t") for line in block("row of verbs.tsv")]

    def rows(name: str) -> Iterator[list[str]]:
        yield from before(name)
        yield from added if name == "verbs.tsv" else ()

    monkeypatch.setattr(lexicon, "rows", rows)
    lexicon.verb_frames.cache_clear()
    yield
    monkeypatch.undo()
    lexicon.verb_frames.cache_clear()


def read(sentence: str) -> list[ExplainedStatement]:
    return [one for one in explain(Document("text", sentence)) if one.taken]


def test_no_rule_reads_the_sentences_before() -> None:
    found = [one for line in block("sentences") for one in explain(Document("text", line))]
    assert [one for one in found if one.rule] == []
    assert read(block("sentences")[0]) == []


@pytest.mark.usefixtures("with_the_row")
def test_the_sentences_are_read_afterwards() -> None:
    [active], [passive], [negated] = (read(line) for line in block("sentences"))
    for one in (active, passive, negated):
        assert (one.source, one.type, one.target) == ("Peru", "coerce", "Chile")
    assert [one.negated for one in (active, passive, negated)] == [False, False, True]
    assert read("The dragoons rode from Peru to Chile.") == []


def test_the_row_has_no_fault() -> None:
    [row] = (line.split("\t") for line in block("row of verbs.tsv"))
    frame = lexicon.frame(*row[:3])
    assert (frame.type, frame.slots, frame.deep) == ("coerce", ("obj",), True)
    assert list(word_lists.faults()) == []
