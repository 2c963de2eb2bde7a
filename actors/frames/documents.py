"""The documents of a study, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.frames.columns import frame
from actors.study.removing import document_key
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store.base import Store

DOCUMENTS = r"""
WITH mentioned AS (SELECT document, count(*) AS times FROM mentions GROUP BY document),
related AS (SELECT document, count(*) AS times FROM relations GROUP BY document),
cut AS (SELECT document, count(*) AS times FROM sentences GROUP BY document),
parts AS (
    SELECT key, CASE WHEN len(body) = 0 THEN [text] ELSE list_transform(body, lambda part:
           substring(text, part.start_char + 1, part.end_char - part.start_char)) END AS texts
    FROM documents)
SELECT d.key, d.name, coalesce(d.title, ''), coalesce(d.source, ''), coalesce(d.url, ''),
       coalesce(d.language, ''), d.published,
       coalesce(d.published_from, ''), coalesce(d.written_in, ''), coalesce(first.name, d.name),
       coalesce(first.key <> d.key, false),
       list_sum(list_transform(texts, lambda part: len(regexp_extract_all(part, '\S+')))),
       coalesce(cut.times, 0), coalesce(mentioned.times, 0), coalesce(related.times, 0)
FROM documents AS d JOIN parts USING (key)
LEFT JOIN stories ON stories.document = d.key
LEFT JOIN documents AS first ON first.key = stories.story
LEFT JOIN cut ON cut.document = d.key
LEFT JOIN mentioned ON mentioned.document = d.key
LEFT JOIN related ON related.document = d.key
ORDER BY d.name"""


def documents(store: Store) -> pd.DataFrame:
    """What was read, by name: where it is from, which story it tells, how much it gave.

    Args:
        store: the records of a study

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    return frame("documents", store.connection.execute(DOCUMENTS).fetchall())


def key_of(store: Store, name: str) -> Key:
    """The key of the document that a name or the path of its file means.

    Raises:
        NotFound: no document fits, or several do
    """
    rows = store.connection.execute("SELECT name, key FROM documents ORDER BY name").fetchall()
    return document_key(name, dict(rows))
