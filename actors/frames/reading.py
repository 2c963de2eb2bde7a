"""One document as it was read: its text, and who is mentioned where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from actors.frames.documents import key_of
from actors.frames.mentions import mentions as all_mentions
from actors.store.listings import document_text

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


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


def reading(store: Store, name: str, *, names: bool = False) -> Reading:
    """The text of a document with its mentions.

    Args:
        store: the records of the study where it was read
        name: the name of the document, or the end of its path
        names: only mentions by name, no descriptions (*the president*) or pronouns

    Raises:
        NotFound: no document has the name, or several have
    """
    key = key_of(store, name)
    mentions = all_mentions(store, document=key)
    mentions = mentions[mentions["level"] == "name"] if names else mentions
    return Reading(*document_text(store, key), mentions)
