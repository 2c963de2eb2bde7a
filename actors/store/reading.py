"""Records out of the tables, a part at a time, always in the same order.

Documents and extracts come in order of the documents' names, the rest in the order in
which they were written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from actors.errors import StoreError
from actors.store import rows, tables
from actors.store.explaining import explained
from actors.store.records import EntityRow, GroupRow, Run
from actors.store.tables import GIVEN, Row, TableDefinition, chunks
from actors.types import Actor, Correction, Document, Extract, Judgement, Key, Skipped

if TYPE_CHECKING:
    import duckdb

DOCUMENTS_AT_ONCE = 200
_ROWS_AT_ONCE = 10_000


# Names as `actors.resolve.records` takes them: not those of places that act, or of peoples.
_NAMES = """
SELECT document, entity, text, count(*) FROM mentions
WHERE level = 'name' AND NOT metonymic AND kind <> 'group' GROUP BY ALL"""
DATED = """
SELECT entities.document, published, id, entities.name, kind, subtype, identifiers
FROM entities JOIN documents ON documents.key = entities.document"""


def read_documents(
    connection: duckdb.DuckDBPyConnection, keys: Sequence[Key] | None = None
) -> Iterator[Document]:
    """Documents by name, all of them or those with the given keys, a few in memory at once."""
    if keys is None:
        found = connection.execute("SELECT key FROM documents ORDER BY name").fetchall()
        keys = [key for (key,) in found]
    query = f"SELECT {tables.DOCUMENTS.names} FROM documents WHERE key IN {GIVEN} ORDER BY name"
    for part in chunks(keys, DOCUMENTS_AT_ONCE):
        yield from map(rows.to_document, connection.execute(query, [part]).fetchall())


def require_documents(connection: duckdb.DuckDBPyConnection, keys: Sequence[Key]) -> None:
    """Raise `StoreError` if a document is not in the study."""
    query = (
        "SELECT key FROM (SELECT unnest(?::VARCHAR[]) AS key) "
        "WHERE key NOT IN (SELECT key FROM documents) ORDER BY key LIMIT 1"
    )
    for (missing,) in connection.execute(query, [keys]).fetchall():
        raise StoreError(
            f"document {missing} is not in the study: add the document before what was read from it"
        )


def _read_skipped(connection: duckdb.DuckDBPyConnection) -> Iterator[Skipped]:
    """Inputs that gave no document, by name."""
    return map(rows.to_skipped, _stream(connection, _select(tables.SKIPPED, "name")))


def read_extracts(
    connection: duckdb.DuckDBPyConnection, wanted: Sequence[Key] | None = None
) -> Iterator[Extract]:
    """What was read from each document, or from some, put together from its tables."""
    among = [] if wanted is None else [wanted]
    one_of = "" if wanted is None else f"AND key IN {GIVEN} "
    found = connection.execute(
        "SELECT key FROM documents WHERE key IN (SELECT document FROM extracted) "
        f"{one_of}ORDER BY name",
        among,
    )
    keys = [key for (key,) in found.fetchall()]
    parts = [
        _by_document(keys, _stream(connection, _by_name(table, one_of), among))
        for table in tables.READINGS
    ]
    for key, sentences, mentions, entities, relations, stances in zip(keys, *parts, strict=True):
        yield Extract(
            key,
            tuple(map(rows.to_mention, mentions)),
            tuple(map(rows.to_entity, entities)),
            tuple(map(rows.to_relation, relations)),
            tuple((start, end) for _, _, start, end in sentences),
            tuple(map(rows.to_stance, stances)),
        )


def read_corrections(connection: duckdb.DuckDBPyConnection) -> list[Correction]:
    """What people corrected of each document, mention by mention; by the documents' keys."""
    taken, mentions, entities = (
        {key: list(found) for key, found in groupby(_sorted(connection, table), itemgetter(0))}
        for table in tables.CORRECTIONS
    )
    return [
        Correction(
            key,
            tuple(name for _, name in taken.get(key, ())),
            tuple(map(rows.to_mention, mentions.get(key, ()))),
            tuple(map(rows.to_entity, entities.get(key, ()))),
        )
        for key in sorted({*taken, *mentions})
    ]


def _sorted(connection: duckdb.DuckDBPyConnection, table: TableDefinition) -> list[Row]:
    return connection.execute(_select(table, "document, rowid")).fetchall()


def _read_judgements(connection: duckdb.DuckDBPyConnection) -> Iterator[Judgement]:
    """Judgements in the order in which they were written."""
    query = _select(tables.JUDGEMENTS, "position")
    return map(rows.to_judgement, _stream(connection, query))


def _read_actors(connection: duckdb.DuckDBPyConnection) -> Iterator[Actor]:
    """Actors by key, each with its members."""
    found = connection.execute("SELECT key FROM actors ORDER BY key").fetchall()
    members = _stream(connection, _select(tables.MEMBERS, "actor, position"))
    grouped = _by_document([key for (key,) in found], members)
    actors = _stream(connection, _select(tables.ACTORS, "key"))
    for row, belonging in zip(actors, grouped, strict=True):
        yield rows.to_actor(row, tuple(rows.to_member(member) for member in belonging))


def _read_runs(connection: duckdb.DuckDBPyConnection) -> Iterator[Run]:
    """Runs, the oldest first."""
    return map(rows.to_run, _stream(connection, _select(tables.RUNS, "number")))


def read_groups(connection: duckdb.DuckDBPyConnection) -> list[GroupRow]:
    """What the rules found, in the order in which they found it."""
    query = f"SELECT {tables.RECOGNISED.names} FROM recognised"
    named = {row[0]: row for row in connection.execute(query).fetchall()}
    query = f"SELECT {tables.GROUPS.names} FROM groups ORDER BY number, rowid"
    found = groupby(connection.execute(query).fetchall(), key=itemgetter(0))
    return [rows.to_group(named.get(number), members) for number, members in found]


def read_entities(connection: duckdb.DuckDBPyConnection) -> Iterator[EntityRow]:
    """Every entity with its date and the names that its document gives it."""
    names: dict[tuple[Key, str], list[tuple[str, int]]] = {}
    for document, entity, text, times in connection.execute(_NAMES).fetchall():
        names.setdefault((document, entity), []).append((text, times))
    for document, published, *row in connection.execute(DATED).fetchall():
        entity = rows.to_entity((document, 0, *row))
        yield EntityRow(document, entity, published, tuple(names.get((document, entity.id), ())))


#: How each kind of record is read.
READERS: Mapping[type, Callable[[duckdb.DuckDBPyConnection], Iterator[object]]] = MappingProxyType(
    {
        Document: read_documents,
        Skipped: _read_skipped,
        Extract: read_extracts,
        Judgement: _read_judgements,
        Actor: _read_actors,
        Run: _read_runs,
    }
)


def _select(table: TableDefinition, order: str) -> str:
    return f"SELECT {table.names} FROM {table.name} ORDER BY {order}"


def _by_name(table: TableDefinition, one_of: str = "") -> str:
    columns = ", ".join(f"part.{name}" for name, _ in table.columns)
    order = "part.number" if table is tables.SENTENCES else "part.position"
    return (
        f"SELECT {columns} FROM {table.name} AS part JOIN documents "
        f"ON documents.key = part.document {one_of}ORDER BY documents.name, {order}"
    )


def _stream(
    connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[object] = ()
) -> Iterator[Row]:
    """Rows by and by, on a cursor of their own, so that several streams can run at once."""
    with explained():
        cursor = connection.cursor().execute(query, list(values))
        while part := cursor.fetchmany(_ROWS_AT_ONCE):
            yield from part


def _by_document(keys: Sequence[Key], sorted_rows: Iterator[Row]) -> Iterator[list[Row]]:
    """The rows of each key in turn, an empty list where there are none."""
    groups = groupby(sorted_rows, key=itemgetter(0))
    waiting = next(groups, None)
    for key in keys:
        if waiting is None or waiting[0] != key:
            yield []
        else:
            yield list(waiting[1])
            waiting = next(groups, None)
