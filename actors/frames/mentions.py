"""The mentions of a study, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.frames.columns import frame, one_line
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store.base import Store

# An entity that no actor was made of keeps the name that its document gives it.
MENTIONS = """
SELECT d.name, d.published, coalesce(d.source, ''), coalesce(a.name, e.name, ''),
       m.text, m.kind, m.level, m.metonymic, coalesce(place.name, ''),
       m.confidence, m.reason,
       coalesce(substring(d.text, s.start_char + 1, s.end_char - s.start_char), ''),
       m.start_char, m.end_char, coalesce(a.key, ''), d.key
FROM mentions AS m JOIN documents AS d ON d.key = m.document
LEFT JOIN members AS b ON b.document = m.document AND b.entity = m.entity
LEFT JOIN actors AS a ON a.key = b.actor
LEFT JOIN entities AS e ON e.document = m.document AND e.id = m.entity
LEFT JOIN entities AS place ON place.document = m.document AND place.id = m.literal
LEFT JOIN sentences AS s ON s.document = m.document AND s.number = m.sentence
WHERE ($actor::VARCHAR IS NULL OR a.key = $actor)
  AND ($document::VARCHAR IS NULL OR d.key = $document)
ORDER BY d.name, m.start_char, m.end_char, m.position"""
SENTENCE = 11


def mentions(store: Store, actor: Key | None = None, document: Key | None = None) -> pd.DataFrame:
    """Where the texts refer to an actor, in the order of the texts.

    Args:
        store: the records of a study
        actor: only the mentions of this actor
        document: only those in this document

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    wanted = {"actor": actor, "document": document}
    found = store.connection.execute(MENTIONS, wanted).fetchall()
    rows = [(*row[:SENTENCE], one_line(row[SENTENCE]), *row[SENTENCE + 1 :]) for row in found]
    return frame("mentions", rows)
