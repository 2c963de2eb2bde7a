"""Places and their governments: names that are read against what the words before them say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actors.types import Key

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = ["ContraryPlace", "contrary_places"]

# After "in" or "near" a name is a place, with no such word before it a seat of government acts.
# The words are English; a name is that of a seat if the study reads it so anywhere. What a person
# corrected is not asked about.
_AGAINST_CUE = r"""
WITH named AS (
    SELECT m.document, d.name, m.id, m.text, m.start_char, m.end_char, m.sentence, m.metonymic,
           m.entity, coalesce(m.literal, m.entity) AS place,
           regexp_matches(
               substring(d.text, greatest(m.start_char - 24, 0) + 1, least(m.start_char, 24)),
               '(?i)(^|\W)(in|at|near|outside|inside|around|into|through|across|from|to|of|via)'
               || '\s+((the|central|downtown)\s+)?$') AS located
    FROM corrected_mentions AS m JOIN documents AS d ON d.key = m.document
    WHERE m.level = 'name' AND (m.literal IS NOT NULL OR m.kind = 'place')
      AND coalesce(d.language, 'en') IN ('', 'en')),
seats AS (
    SELECT named.text, min(members.actor) AS state FROM named JOIN members USING (document, entity)
    WHERE metonymic GROUP BY named.text)
SELECT named.document, named.name, named.id, named.text, start_char, end_char, metonymic,
       coalesce(a.key, seats.state), coalesce(p.actor, ''),
       (SELECT count(*) FROM relations AS r WHERE r.document = named.document
        AND (r.source = named.id OR r.target = named.id))::INTEGER
FROM named JOIN seats USING (text)
LEFT JOIN members AS b ON metonymic AND b.document = named.document AND b.entity = named.entity
LEFT JOIN actors AS a ON a.key = b.actor
LEFT JOIN members AS p ON p.document = named.document AND p.entity = named.place
WHERE metonymic = located
  AND NOT EXISTS (SELECT 1 FROM mentions_by_hand AS h
                  WHERE h.document = named.document AND h.id = named.id)
ORDER BY named.name, start_char"""


class ContraryPlace(NamedTuple):
    """A place name that is read as the place, or as its government, against the word before it.

    ``state`` and ``place`` are the actors that it may mean, ``place`` empty if none is known;
    ``ties`` counts the relations that it is an end of.
    """

    document: Key
    name: str
    mention: str
    words: str
    start: int
    end: int
    acts: bool
    state: Key
    place: Key
    ties: int


def contrary_places(store: Store) -> list[ContraryPlace]:
    """The place names that a person should look at, by document and place in its text."""
    return [ContraryPlace(*row) for row in store.connection.execute(_AGAINST_CUE).fetchall()]
