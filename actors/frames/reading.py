"""One document as it was read: its text, and who is mentioned where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from actors.study.study import Study


@dataclass(frozen=True, slots=True)
class Reading:
    """A document of a study.

    ``mentions`` is a frame as `Study.mentions` gives it; its ``start`` and ``end`` count the
    characters of ``text``.
    """

    name: str
    title: str
    source: str
    published: date | None
    text: str
    mentions: pd.DataFrame


def reading(study: Study, name: str, *, names: bool = False) -> Reading:
    """The text of a document with its mentions.

    Args:
        study: where it was read
        name: the name of the document, or the end of its path
        names: only mentions by name, no descriptions (*the president*) or pronouns

    Raises:
        NotFound: no document has the name, or several have
    """
    from actors.frames.documents import key_of

    with study.store() as store:
        key = key_of(store, name)
        row = store.connection.execute(
            "SELECT name, coalesce(title, ''), coalesce(source, ''), published, text "
            "FROM documents WHERE key = ?",
            [key],
        ).fetchone()
    assert row is not None
    mentions = study.mentions(document=row[0])
    mentions = mentions[mentions["level"] == "name"] if names else mentions
    found, title, source, published, text = row
    return Reading(found, title, source, published, text, mentions)
