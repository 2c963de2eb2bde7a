"""The tables of a study, and how an older study becomes a newer one.

`MIGRATIONS` is a history: a released entry is never edited, a new one is appended. A
study says in its table ``schema_version`` how far it has come.

Large tables have no primary key on purpose: DuckDB would keep an index over all of them in
memory. Their rows belong to a document, and are written and removed with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_FIRST = """
CREATE TABLE documents (
    key VARCHAR PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, text VARCHAR NOT NULL,
    title VARCHAR, source VARCHAR, url VARCHAR, published DATE, language VARCHAR,
    body STRUCT(start_char INTEGER, end_char INTEGER)[] NOT NULL);
CREATE TABLE skipped (name VARCHAR PRIMARY KEY, reason VARCHAR NOT NULL);
CREATE TABLE extracted (document VARCHAR NOT NULL, reading_key VARCHAR NOT NULL);
CREATE TABLE sentences (
    document VARCHAR NOT NULL, number INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL);
CREATE TABLE mentions (
    document VARCHAR NOT NULL, position INTEGER NOT NULL, id VARCHAR NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, level VARCHAR NOT NULL, entity VARCHAR NOT NULL,
    sentence INTEGER NOT NULL, paragraph INTEGER NOT NULL, literal VARCHAR,
    metonymic BOOLEAN NOT NULL, subtype VARCHAR, confidence DOUBLE NOT NULL,
    reason VARCHAR NOT NULL);
CREATE TABLE entities (
    document VARCHAR NOT NULL, position INTEGER NOT NULL, id VARCHAR NOT NULL,
    name VARCHAR NOT NULL, kind VARCHAR NOT NULL, subtype VARCHAR,
    identifiers STRUCT(scheme VARCHAR, value VARCHAR)[] NOT NULL);
CREATE TABLE relations (
    document VARCHAR NOT NULL, position INTEGER NOT NULL, id VARCHAR NOT NULL,
    type VARCHAR NOT NULL, source VARCHAR NOT NULL, target VARCHAR NOT NULL,
    sign VARCHAR NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    trigger_start INTEGER, trigger_end INTEGER, negated BOOLEAN NOT NULL,
    modality VARCHAR NOT NULL, attributed_to VARCHAR, speaker VARCHAR, cue VARCHAR,
    date DATE, place VARCHAR, confidence DOUBLE NOT NULL, basis VARCHAR NOT NULL);
CREATE TABLE judgements (
    position BIGINT NOT NULL, left_key VARCHAR NOT NULL, right_key VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL, decided_by VARCHAR NOT NULL, why VARCHAR NOT NULL,
    score DOUBLE NOT NULL);
CREATE TABLE actors (
    key VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, subtype VARCHAR,
    aliases VARCHAR[] NOT NULL,
    identifiers STRUCT(scheme VARCHAR, value VARCHAR)[] NOT NULL);
CREATE TABLE members (
    actor VARCHAR NOT NULL, position INTEGER NOT NULL,
    document VARCHAR NOT NULL, entity VARCHAR NOT NULL);
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, started TIMESTAMP NOT NULL, finished TIMESTAMP NOT NULL,
    version VARCHAR NOT NULL, settings MAP(VARCHAR, VARCHAR) NOT NULL,
    counts MAP(VARCHAR, BIGINT) NOT NULL, seconds MAP(VARCHAR, DOUBLE) NOT NULL,
    warnings VARCHAR[] NOT NULL);
"""

# Which documents tell the same story (the key of the first of them), and which of their
# sentences repeat another that is told there.
_STORIES = """
CREATE TABLE stories (document VARCHAR NOT NULL, story VARCHAR NOT NULL);
CREATE TABLE reprints (
    document VARCHAR NOT NULL, sentence INTEGER NOT NULL,
    first_document VARCHAR NOT NULL, first_sentence INTEGER NOT NULL);
"""

# Who was who from one run to another; `last` is empty where it still holds. Names, not keys,
# tell documents and entities: they outlive a new reading.
HISTORY = """
CREATE TABLE history (
    document VARCHAR NOT NULL, entity VARCHAR NOT NULL, actor VARCHAR NOT NULL,
    name VARCHAR NOT NULL, kind VARCHAR NOT NULL, first INTEGER NOT NULL, last INTEGER);
"""

# The user's list of known actors that the study was built with.
_KNOWN = """
CREATE TABLE known (
    position INTEGER NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    subtype VARCHAR NOT NULL, acronyms VARCHAR[] NOT NULL, aliases VARCHAR[] NOT NULL,
    country VARCHAR NOT NULL, wikidata VARCHAR NOT NULL, ftm VARCHAR NOT NULL);
"""

# How the entities of a document lean towards each other.
_STANCES = """
CREATE TABLE stances (
    document VARCHAR NOT NULL, position INTEGER NOT NULL, source VARCHAR NOT NULL,
    target VARCHAR NOT NULL, sign VARCHAR NOT NULL, confidence DOUBLE NOT NULL,
    evidence STRUCT(start_char INTEGER, end_char INTEGER)[] NOT NULL,
    relations VARCHAR[] NOT NULL);
"""

# When something happened is as precise as the text says: 2012, 2012-03, or a first and last day.
PRECISION = "ALTER TABLE relations ALTER date TYPE VARCHAR;"

# What the rules found, before any decision: which entities are one group, and what the user's
# list of known actors says of a group. `marks` tell what was made of which input. `measured` has
# the measures that the files of the study show.
_GROUPS = """
CREATE TABLE groups (number INTEGER NOT NULL, document VARCHAR NOT NULL, entity VARCHAR NOT NULL);
CREATE TABLE recognised (
    number INTEGER NOT NULL, name VARCHAR NOT NULL, kind VARCHAR, subtype VARCHAR,
    identifiers STRUCT(scheme VARCHAR, value VARCHAR)[] NOT NULL);
CREATE TABLE marks (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
CREATE TABLE measured (
    position INTEGER NOT NULL, actor VARCHAR NOT NULL, numbers DOUBLE[] NOT NULL);
"""

# Where the date of a document was found, where it was written, what to know of its reading.
ORIGINS = """
ALTER TABLE documents ADD COLUMN published_from VARCHAR;
ALTER TABLE documents ADD COLUMN written_in VARCHAR;
ALTER TABLE documents ADD COLUMN notes VARCHAR[] DEFAULT [];
"""

# Single mentions that a person corrected. What was read stays as it is: `taken_out` says which
# mentions do not hold as they were read, and the views give what holds.
_CORRECTIONS = """
CREATE TABLE taken_out (document VARCHAR NOT NULL, id VARCHAR NOT NULL);
CREATE TABLE mentions_by_hand AS SELECT * FROM mentions LIMIT 0;
CREATE TABLE entities_by_hand AS SELECT * FROM entities LIMIT 0;
CREATE VIEW corrected_mentions AS
SELECT * FROM mentions WHERE NOT EXISTS (
    SELECT 1 FROM taken_out
    WHERE taken_out.document = mentions.document AND taken_out.id = mentions.id)
UNION ALL SELECT * FROM mentions_by_hand;
CREATE VIEW corrected_entities AS
SELECT * FROM entities UNION ALL SELECT * FROM entities_by_hand;
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _STORIES,
    HISTORY,
    _KNOWN,
    _STANCES,
    PRECISION,
    _GROUPS,
    ORIGINS,
    _CORRECTIONS,
)


def schema_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """How many migrations the study has had; `None` if it is no study."""
    found = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_version'"
    ).fetchall()
    if found == [(0,)]:
        return None
    ((version,),) = connection.execute("SELECT max(version) FROM schema_version").fetchall()
    return int(version or 0)


def create(connection: duckdb.DuckDBPyConnection, migrations: Sequence[str]) -> None:
    """Make an empty database into a study."""
    connection.execute(
        "CREATE TABLE schema_version (version INTEGER NOT NULL, applied TIMESTAMP NOT NULL)"
    )
    migrate(connection, migrations, done=0)


def migrate(connection: duckdb.DuckDBPyConnection, steps: Sequence[str], done: int) -> None:
    """Bring a study forward from the version it has, each step in one transaction.

    A step that fails leaves its transaction open: close the connection, which undoes it.
    """
    for version, statements in enumerate(steps, start=done + 1):
        connection.begin()
        connection.execute(statements)
        connection.execute(
            "INSERT INTO schema_version VALUES (?, CAST(now() AT TIME ZONE 'UTC' AS TIMESTAMP))",
            [version],
        )
        connection.commit()
