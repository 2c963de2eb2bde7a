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
_Item = TypeVar("_Item")

ROWS_AT_ONCE = 50_000
_TEXT, INT, REAL, BOOL = "VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN"
RANGES = "STRUCT(start_char INTEGER, end_char INTEGER)[]"
_PAIRS = "STRUCT(scheme VARCHAR, value VARCHAR)[]"
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table's name and the columns, with their types, in the order of its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def names(self) -> str:
        """The columns as SQL lists them."""
        return ", ".join(name for name, _ in self.columns)


def _table(name: str, /, **columns: str) -> TableDefinition:
    return TableDefinition(name, tuple(columns.items()))


DOCUMENTS = _table(
    "documents", key=_TEXT, name=_TEXT, text=_TEXT, title=_TEXT, source=_TEXT, url=_TEXT,
    published="DATE", language=_TEXT, body=RANGES, published_from=_TEXT, written_in=_TEXT,
    notes="VARCHAR[]",
)  # fmt: skip
SKIPPED = _table("skipped", name=_TEXT, reason=_TEXT)
EXTRACTED = _table("extracted", document=_TEXT, reading_key=_TEXT)
SENTENCES = _table("sentences", document=_TEXT, number=INT, start_char=INT, end_char=INT)
MENTIONS = _table(
    "mentions", document=_TEXT, position=INT, id=_TEXT, start_char=INT, end_char=INT, text=_TEXT,
    kind=_TEXT, level=_TEXT, entity=_TEXT, sentence=INT, paragraph=INT, literal=_TEXT,
    metonymic=BOOL, subtype=_TEXT, confidence=REAL, reason=_TEXT,
)  # fmt: skip
ENTITIES = _table(
    "entities", document=_TEXT, position=INT, id=_TEXT, name=_TEXT, kind=_TEXT, subtype=_TEXT,
    identifiers=_PAIRS,
)  # fmt: skip
TAKEN_OUT = _table("taken_out", document=_TEXT, id=_TEXT)
MENTIONS_BY_HAND = TableDefinition("mentions_by_hand", MENTIONS.columns)
ENTITIES_BY_HAND = TableDefinition("entities_by_hand", ENTITIES.columns)
RELATIONS = _table(
    "relations", document=_TEXT, position=INT, id=_TEXT, type=_TEXT, source=_TEXT, target=_TEXT,
    sign=_TEXT, start_char=INT, end_char=INT, trigger_start=INT, trigger_end=INT, negated=BOOL,
    modality=_TEXT, attributed_to=_TEXT, speaker=_TEXT, cue=_TEXT, date=_TEXT, place=_TEXT,
    confidence=REAL, basis=_TEXT,
)  # fmt: skip
STANCES = _table(
    "stances", document=_TEXT, position=INT, source=_TEXT, target=_TEXT, sign=_TEXT,
    confidence=REAL, evidence=RANGES, relations="VARCHAR[]",
)  # fmt: skip
JUDGEMENTS = _table(
    "judgements", position="BIGINT", left_key=_TEXT, right_key=_TEXT, verdict=_TEXT,
    decided_by=_TEXT, why=_TEXT, score=REAL,
)  # fmt: skip
ACTORS = _table(
    "actors", key=_TEXT, name=_TEXT, kind=_TEXT, subtype=_TEXT, aliases="VARCHAR[]",
    identifiers=_PAIRS,
)  # fmt: skip
MEMBERS = _table("members", actor=_TEXT, position=INT, document=_TEXT, entity=_TEXT)
STORIES = _table("stories", document=_TEXT, story=_TEXT)
REPRINTS = _table(
    "reprints", document=_TEXT, sentence=INT, first_document=_TEXT, first_sentence=INT
)
KNOWN = _table(
    "known", position=INT, name=_TEXT, kind=_TEXT, subtype=_TEXT, acronyms="VARCHAR[]",
    aliases="VARCHAR[]", country=_TEXT, wikidata=_TEXT, ftm=_TEXT,
)  # fmt: skip
GROUPS = _table("groups", number=INT, document=_TEXT, entity=_TEXT)
RECOGNISED = _table(
    "recognised", number=INT, name=_TEXT, kind=_TEXT, subtype=_TEXT, identifiers=_PAIRS
)
MARKS = _table("marks", name=_TEXT, value=_TEXT)
MEASURED = _table("measured", position=INT, actor=_TEXT, numbers="DOUBLE[]")
RUNS = _table(
    "runs", number=INT, started="TIMESTAMP", finished="TIMESTAMP", version=_TEXT,
    settings="MAP(VARCHAR, VARCHAR)",
    counts="MAP(VARCHAR, BIGINT)", seconds="MAP(VARCHAR, DOUBLE)", warnings="VARCHAR[]",
)  # fmt: skip

#: What an `Extract` is made of.
READINGS = (SENTENCES, MENTIONS, ENTITIES, RELATIONS, STANCES)
#: What people corrected of readings, mention by mention.
CORRECTIONS = (TAKEN_OUT, MENTIONS_BY_HAND, ENTITIES_BY_HAND)
TABLES = (
    DOCUMENTS,
    SKIPPED,
    EXTRACTED,
    *READINGS,
    *CORRECTIONS,
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


def insert(
    connection: duckdb.DuckDBPyConnection, table: TableDefinition, rows: Iterable[Row]
) -> int:
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
    return [clean(value) for value in values] if _TEXT in kind else list(values)


def chunks(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
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
