"""Files of every format, damaged at random: what readers must survive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from random import Random
from zipfile import ZipFile

from tests.readers.making import ALL, ONE, Report, Reports, pressreader
from tests.readers.making import archive as archive_of
from tests.readers.samples import pdf

REPORTS = (
    Report(
        "Kenya accuses Uganda",
        "The Harbour Times",
        date(2021, 7, 7),
        ("Kenya accused Uganda of smuggling sugar over the lake.", "Uganda denied it."),
    ),
    Report("Chad sues Niger", "Lagos Post", date(2021, 7, 12), ("Chad sued Niger over water.",)),
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>{title}</title><meta name="author" content="Nora Ames"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1><time datetime="2021-07-07">7 July
2021</time>{body}<table><tr><td>Nora Ames</td><td>Lake Board</td></tr></table></article></body>
</html>
"""
ROWS = "| name | body |\n|---|---|\n| Nora Ames | Lake Board |\n\n- Kenya\n- Uganda[^1]\n"


def originals() -> dict[str, bytes]:
    """A whole file of each format, by suffix."""
    made = {suffix: make(REPORTS[0]) for suffix, make in ONE.items()}
    made |= {suffix: make(REPORTS) for suffix, make in ALL.items()}
    made[".pressreader.epub"] = pressreader(REPORTS)
    made[".docx"] = _word(REPORTS[0])
    made[".html"] = PAGE.format(title=REPORTS[0].title, body=REPORTS[0].html).encode()
    made[".md"] = f"---\ntitle: Talks\ndate: 2021-07-07\n---\n# Lake\n\n{ROWS}".encode()
    made[".parquet"] = _parquet(REPORTS)
    made[".pdf"] = pdf(REPORTS[0].text, title=REPORTS[0].title)
    made[".csv"] = b"title,date,text\nTalks,2021-07-07,They met in Nairobi.\n"
    made[".tsv"] = b"title\tdate\ttext\nTalks\t2021-07-07\tThey met in Nairobi.\n"
    made[".jsonl"] = b'{"title": "Talks", "text": "They met in Nairobi."}\n'
    return made


def _word(report: Report) -> bytes:
    """A DOCX with a table."""
    from docx import Document

    document = Document()
    document.core_properties.title = report.title
    for text in report.paragraphs:
        document.add_paragraph(text)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Nora Ames"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _parquet(reports: Reports) -> bytes:
    import pyarrow
    from pyarrow import parquet

    rows = [{"title": each.title, "date": each.day, "text": each.text} for each in reports]
    out = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


def mutants(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Suffixes and damaged files, the formats in turn; the same for the same seed."""
    random = Random(seed)
    files = sorted(originals().items())
    for number in range(count):
        suffix, data = files[number % len(files)]
        for _ in range(random.randint(1, 3)):
            data = _inside(data, random) if random.random() < 0.7 else _damaged(data, random)
        yield suffix, data


def _inside(data: bytes, random: Random) -> bytes:
    """Damage to one member of an archive, which is packed again; other files as they are."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - no archive, or damaged before
        return _damaged(data, random)
    name = random.choice(sorted(members))
    return archive_of({**members, name: _damaged(members[name], random)})


def _damaged(data: bytes, random: Random) -> bytes:
    """Bytes changed, cut out, repeated, or put in; seldom the end cut off."""
    at = random.randrange(len(data) + 1)
    size = random.choice((1, 1, 1, 2, 4, 16, 64))
    new = random.choice((random.randbytes(size), b"\xff" * size, b"\x00" * size))
    way = random.randrange(9)
    if way < 3:
        return data[:at] + new + data[at + size :]
    if way < 5:
        return data[:at] + data[at + size :]
    if way < 7:
        return data[:at] + data[at : at + size] * random.choice((2, 50, 1000)) + data[at + size :]
    if way < 8:
        return data[:at] + new + data[at:]
    return data[:at]
