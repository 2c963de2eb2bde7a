"""The columns of each table as they are written, and the one way to write many rows.

DuckDB is slow row by row (about 2,000 rows a second), so rows are turned into columns and
unnested by DuckDB itself (about 170,000 rows a second, without pandas or Arrow).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    import duckdb

Row: TypeAlias = tuple[Any, ...]
Item = TypeVar("Item")

ROWS_AT_ONCE = 50_000
TEXT, INT, REAL, BOOL = "VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN"
RANGES = "STRUCT(start_char INTEGER, end_char INTEGER)[]"
PAIRS = "STRUCT(scheme VARCHAR, value VARCHAR)[]"
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name and the columns, with their types, in the order of its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def names(self) -> str:
        """The columns as SQL lists them."""
        return ", ".join(name for name, _ in self.columns)


def _table(name: str, /, **columns: str) -> Table:
    return Table(name, tuple(columns.items()))


DOCUMENTS = _table(
    "documents", key=TEXT, name=TEXT, text=TEXT, title=TEXT, source=TEXT, url=TEXT,
    published="DATE", language=TEXT, body=RANGES, published_from=TEXT, written_in=TEXT,
    notes="VARCHAR[]",
)  # fmt: skip
SKIPPED = _table("skipped", name=TEXT, reason=TEXT)
EXTRACTED = _table("extracted", document=TEXT, reading_key=TEXT)
SENTENCES = _table("sentences", document=TEXT, number=INT, start_char=INT, end_char=INT)
MENTIONS = _table(
    "mentions", document=TEXT, position=INT, id=TEXT, start_char=INT, end_char=INT, text=TEXT,
    kind=TEXT, level=TEXT, entity=TEXT, sentence=INT, paragraph=INT, literal=TEXT,
    metonymic=BOOL, subtype=TEXT, confidence=REAL, reason=TEXT,
)  # fmt: skip
ENTITIES = _table(
    "entities", document=TEXT, position=INT, id=TEXT, name=TEXT, kind=TEXT, subtype=TEXT,
    identifiers=PAIRS,
)  # fmt: skip
RELATIONS = _table(
    "relations", document=TEXT, position=INT, id=TEXT, type=TEXT, source=TEXT, target=TEXT,
    sign=TEXT, start_char=INT, end_char=INT, trigger_start=INT, trigger_end=INT, negated=BOOL,
    modality=TEXT, attributed_to=TEXT, speaker=TEXT, cue=TEXT, date=TEXT, place=TEXT,
    confidence=REAL, basis=TEXT,
)  # fmt: skip
STANCES = _table(
    "stances", document=TEXT, position=INT, source=TEXT, target=TEXT, sign=TEXT,
    confidence=REAL, evidence=RANGES, relations="VARCHAR[]",
)  # fmt: skip
JUDGEMENTS = _table(
    "judgements", position="BIGINT", left_key=TEXT, right_key=TEXT, verdict=TEXT,
    decided_by=TEXT, why=TEXT, score=REAL,
)  # fmt: skip
ACTORS = _table(
    "actors", key=TEXT, name=TEXT, kind=TEXT, subtype=TEXT, aliases="VARCHAR[]",
    identifiers=PAIRS,
)  # fmt: skip
MEMBERS = _table("members", actor=TEXT, position=INT, document=TEXT, entity=TEXT)
STORIES = _table("stories", document=TEXT, story=TEXT)
REPRINTS = _table("reprints", document=TEXT, sentence=INT, first_document=TEXT, first_sentence=INT)
KNOWN = _table(
    "known", position=INT, name=TEXT, kind=TEXT, subtype=TEXT, acronyms="VARCHAR[]",
    aliases="VARCHAR[]", country=TEXT, wikidata=TEXT, ftm=TEXT,
)  # fmt: skip
GROUPS = _table("groups", number=INT, document=TEXT, entity=TEXT)
RECOGNISED = _table("recognised", number=INT, name=TEXT, kind=TEXT, subtype=TEXT, identifiers=PAIRS)
MARKS = _table("marks", name=TEXT, value=TEXT)
MEASURED = _table("measured", position=INT, actor=TEXT, numbers="DOUBLE[]")
RUNS = _table(
    "runs", number=INT, started="TIMESTAMP", finished="TIMESTAMP", version=TEXT,
    settings="MAP(VARCHAR, VARCHAR)",
    counts="MAP(VARCHAR, BIGINT)", seconds="MAP(VARCHAR, DOUBLE)", warnings="VARCHAR[]",
)  # fmt: skip

#: What an `Extract` is made of.
READINGS = (SENTENCES, MENTIONS, ENTITIES, RELATIONS, STANCES)
TABLES = (
    DOCUMENTS,
    SKIPPED,
    EXTRACTED,
    *READINGS,
    JUDGEMENTS,
    ACTORS,
    MEMBERS,
    STORIES,
    REPRINTS,
    KNOWN,
    GROUPS,
    RECOGNISED,
    MARKS,
    MEASURED,
    RUNS,
)
#: A list of keys as a set that SQL can look into.
GIVEN = "(SELECT unnest(?::VARCHAR[]))"


def insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Row]) -> int:
    """Write rows, many at once; return how many. Lone surrogates become U+FFFD."""
    import duckdb

    values = ", ".join("unnest(?)" for _ in table.columns)
    types = [duckdb.sqltype(f"{kind}[]") for _, kind in table.columns]
    written = 0
    for chunk in chunks(rows, ROWS_AT_ONCE):
        columns = map(_clean_column, zip(*chunk, strict=True), table.columns)
        typed = [duckdb.Value(column, kind) for column, kind in zip(columns, types, strict=True)]
        connection.execute(f"INSERT INTO {table.name} ({table.names}) SELECT {values}", typed)
        written += len(chunk)
    return written


def _clean_column(values: Row, column: tuple[str, str]) -> list[Any]:
    _, kind = column
    return [clean(value) for value in values] if TEXT in kind else list(values)


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of at most ``size`` items, in order.

    >>> list(chunks("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def clean(value: Any) -> Any:
    """Replace lone surrogates, which no UTF-8 file can hold, with U+FFFD; offsets stay.

    >>> clean(["caf\\ud8e9", {"a": "b"}])
    ['caf\\ufffd', {'a': 'b'}]
    """
    if isinstance(value, str):
        return value if value.isascii() else SURROGATES.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    if isinstance(value, dict):
        return {clean(name): clean(item) for name, item in value.items()}
    return value
