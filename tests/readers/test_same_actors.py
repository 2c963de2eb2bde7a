"""The sample reports give the same actors and stated ties in every format as in plain text."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from actors.extract import extract
from actors.readers import read
from actors.types import Document, Settings
from tests.readers.making import ALL, ONE, Report, Reports, report_of
from tests.readers.samples import pdf

Stated = tuple[frozenset[str], frozenset[tuple[str, ...]]]


def as_pdf(report: Report) -> bytes:
    """Lines of 80 characters; the hand-made font has no letters outside Latin-1."""
    lines = (line for each in report.paragraphs for line in [*textwrap.wrap(each, 80), ""])
    return pdf("\n".join(line.replace("(", r"\(").replace(")", r"\)") for line in lines))


def as_page(report: Report) -> bytes:
    menu = "<nav><ul><li><a href='/'>Sport</a></li></ul></nav>"
    return f"<html><body>{menu}<article>{report.html}</article></body></html>".encode()


def as_csv(reports: Reports) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerows([["title", "text"], *([each.title, each.text] for each in reports)])
    return out.getvalue().encode()


def as_lines(reports: Reports) -> bytes:
    return "\n".join(json.dumps({"text": each.text}) for each in reports).encode()


def as_parquet(reports: Reports) -> bytes:
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": [each.text for each in reports]}), out)
    return out.getvalue()


ALONE: dict[str, Callable[[Report], bytes]] = {**ONE, ".pdf": as_pdf, ".html": as_page}
TOGETHER: dict[str, Callable[[Reports], bytes]] = {
    **ALL,
    ".csv": as_csv,
    ".jsonl": as_lines,
    ".parquet": as_parquet,
}


@cache
def stated(text: str, body: tuple[tuple[int, int], ...]) -> Stated:
    """The names of the actors that a text has, and the ties between them."""
    (found,) = extract([Document("one", text, body=body)], Settings())
    names = {entity.id: entity.name for entity in found.entities}
    actors = {mention.id: names[mention.entity] for mention in found.mentions}
    ties = ((actors[t.source], t.type, actors[t.target], t.sign) for t in found.relations)
    return frozenset(names.values()), frozenset((s, k, o, str(sign)) for s, k, o, sign in ties)


def read_file(path: Path, data: bytes) -> list[Stated]:
    path.write_bytes(data)
    documents = [item for item in read([path]) if isinstance(item, Document)]
    return [stated(document.text, document.body) for document in documents]


@pytest.fixture(scope="module")
def reports(seeds: Path) -> list[Report]:
    """Two of the sample reports, as they are read from plain text."""
    documents = [item for item in read([seeds]) if isinstance(item, Document)][:3:2]
    return [report_of(document) for document in documents]


@pytest.fixture(scope="module")
def plain(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> list[Stated]:
    """What each report states, as plain text."""
    folder = tmp_path_factory.mktemp("plain")
    return [read_file(folder / f"{n}.txt", ONE[".txt"](each))[0] for n, each in enumerate(reports)]


def test_the_reports_state_something(plain: list[Stated]) -> None:
    (rahmon, _), (taliban, taliban_ties) = plain
    assert {"Emomali Rahmon", "Vladimir Putin", "Tajikistan"} <= rahmon
    assert {"Taliban", "Zamir Kabulov", "Interfax"} <= taliban
    assert ("Afghanistan", "accuse", "Taliban", "-") in taliban_ties


@pytest.mark.parametrize("suffix", ALONE)
def test_one_report_a_file(
    tmp_path: Path, reports: list[Report], plain: list[Stated], suffix: str
) -> None:
    found = read_file(tmp_path / f"a{suffix}", ALONE[suffix](reports[0]))
    assert found == plain[:1]


@pytest.mark.parametrize("suffix", TOGETHER)
def test_all_reports_in_a_file(
    tmp_path: Path, reports: list[Report], plain: list[Stated], suffix: str
) -> None:
    assert read_file(tmp_path / f"press{suffix}", TOGETHER[suffix](reports)) == plain
